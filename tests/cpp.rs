//! The C++ header: true to the C one, clean for every compiler, safe against swapped arguments.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use tempfile::TempDir;
use xtask::c::{self, Language};

use crate::stranger::{api, compilers, executable, library, reasons, root, skip, text, tool};

const STANDARDS: [&str; 3] = ["c++17", "c++20", "c++2b"];
const CLANG_CL_STANDARDS: [&str; 3] = ["/std:c++17", "/std:c++20", "/clang:-std=c++2b"];
const WINDOWS: [&str; 3] = ["x86_64", "i686", "aarch64"];

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn source(name: &str) -> PathBuf {
    root().join("tests/cpp").join(name)
}

/// What a compiler says; whether it was content is told by `clean` and `refused`.
fn output(command: &mut Command) -> (bool, String) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), text(&said))
}

#[track_caller]
fn clean(command: &mut Command) {
    let (success, said) = output(command);
    // clang-cl prints the name of what it compiles.
    let warnings = said.lines().filter(|line| line.contains("warning") || line.contains("error")).count();
    assert!(success && warnings == 0, "{command:?}\n{said}");
}

/// What was not understood is the argument, not something else.
#[track_caller]
fn refused(command: &mut Command, parameter: &str) {
    let (success, said) = output(command);
    assert!(!success && said.contains(parameter), "{command:?}\n{said}");
    assert!(said.contains("could not convert") || said.contains("no viable conversion"), "{command:?}\n{said}");
}

#[test]
fn its_constants_are_those_of_the_c_header() {
    let (c_header, cpp_header) = (read("include/wv2interrupt.h"), read("include/wv2interrupt.hpp"));
    let constant =
        Regex::new(r"#define WV2_INTERRUPT_(REASON|STATE|CATEGORY|RECOVERY|OUTCOME|ACTION|DIRECTION)_(\w+) ").unwrap();
    let enumerations = Regex::new(r"(?s)enum class (\w+) : wv2_interrupt_(\w+)_t \{\n(.*?)\n\};").unwrap();
    let mut names = Vec::new();
    for found in enumerations.captures_iter(&cpp_header) {
        let [name, c_type, body] = [&found[1], &found[2], &found[3]];
        assert_eq!(name, c_type);
        if name == "language" {
            continue;
        }
        let kind = name.to_uppercase();
        let unknown = (name != "state").then(|| "    unknown = WV2_INTERRUPT_UNKNOWN,".to_owned());
        let ours = constant.captures_iter(&c_header).filter(|found| found[1] == kind);
        let ours = ours.map(|found| format!("    {} = WV2_INTERRUPT_{kind}_{},", found[2].to_lowercase(), &found[2]));
        let expected: Vec<String> = unknown.into_iter().chain(ours).collect();
        similar_asserts::assert_eq!(body, expected.join("\n"), "{name}");
        names.push(name.to_owned());
    }
    assert_eq!(names, ["reason", "state", "category", "recovery", "outcome", "action", "direction"]);
}

#[test]
fn it_calls_every_function() {
    let header = read("include/wv2interrupt.hpp");
    for export in read("tests/exports.txt").lines() {
        assert!(header.contains(&format!("{export}(")), "{export} is not in the C++ header");
    }
}

fn compile(mut command: Command, standard: &str) -> Command {
    command.args(c::WARNINGS).args(["-Wshadow", "-fno-exceptions", "-fno-rtti"]);
    command.arg(format!("-std={standard}")).arg("-I").arg(root().join("include"));
    command
}

#[test]
fn it_answers_as_the_c_functions_do() {
    let folder = TempDir::new().unwrap();
    let program = executable(folder.path(), "answers");
    for compiler in compilers(Language::Cpp17) {
        for standard in STANDARDS {
            let mut command = compile(compiler(), standard);
            clean(
                command
                    .arg(source("answers.cpp"))
                    .arg("-DWV2_INTERRUPT_STATIC")
                    .arg(&library().archive)
                    .arg("-o")
                    .arg(&program),
            );
            assert_eq!(output(&mut Command::new(&program)), (true, "ok\n".to_owned()), "{command:?}");
        }
    }
}

#[test]
fn swapped_arguments_do_not_compile() {
    for compiler in compilers(Language::Cpp17) {
        let mut command = compile(compiler(), "c++17");
        refused(command.arg("-fsyntax-only").arg(source("swapped.cpp")), "any_state");
    }
}

/// Debian's gcc has no `<format>` yet; clang's own library does.
#[test]
fn std_format_prints_names() {
    let Some(clang) = tool("clang++-19", "clang-19") else { return };
    let folder = TempDir::new().unwrap();
    let program = executable(folder.path(), "formats");
    if !Path::new(LIBCXX).exists() {
        return skip("clang's C++ library is not installed (Debian: libc++-19-dev)");
    }
    for standard in ["c++20", "c++2b"] {
        let mut command = compile(Command::new(&clang), standard);
        command.args(["-fexceptions", "-stdlib=libc++", "-static-libstdc++"]);
        clean(
            command
                .arg(source("formats.cpp"))
                .arg("-DWV2_INTERRUPT_STATIC")
                .arg(&library().archive)
                .arg("-o")
                .arg(&program),
        );
        assert_eq!(output(&mut Command::new(&program)), (true, formatted()), "{standard}");
    }
}

fn formatted() -> String {
    let mut lines = String::new();
    for code in reasons() {
        let id = |function: &str, value: i32| api().text(&format!("{function}_name"), value);
        let category = id("category", api().number("category", code));
        let recovery = id("recovery", api().number("recovery", code));
        let outcome = id("outcome", api().outcome(1, code));
        lines += &format!("{} {category} {recovery} {outcome}\n", api().text("name", code));
    }
    lines + "[    Unknown (57)] [file************] Unknown (-2147483648)\n"
}

const LIBCXX: &str = "/usr/lib/llvm-19/include/c++/v1";
const WINE_HEADERS: &str = "/usr/include/wine/wine";

/// clang-cl with clang's C++ library and Wine's C library in the place of Microsoft's.
pub fn clang_cl(processor: &str, standard: &str) -> Option<Command> {
    let clang = tool("clang-cl-19", "clang-tools-19")?;
    for (folder, package) in [(LIBCXX, "libc++-19-dev"), (WINE_HEADERS, "libwine-dev")] {
        if !Path::new(folder).exists() {
            skip(&format!("{folder} is not there (Debian: {package})"));
            return None;
        }
    }
    let mut command = Command::new(clang);
    command.args(["/nologo", "/W4", "/WX", standard, &format!("--target={processor}-pc-windows-msvc")]);
    command.arg(format!("/I{}", root().join("include").display()));
    // Before the C++ library's own, whose settings are those of Linux.
    command.arg(format!("/I{}", source("libc++").display())).arg(format!("/I{LIBCXX}"));
    command.arg(format!("/FI{}", source("libc++/classify.h").display()));
    command.args(["msvcrt", "windows"].map(|folder| format!("/imsvc{WINE_HEADERS}/{folder}")));
    Some(command)
}

#[test]
fn it_compiles_with_clang_cl() {
    for processor in WINDOWS {
        for standard in CLANG_CL_STANDARDS {
            let Some(mut command) = clang_cl(processor, standard) else { return };
            clean(command.args(["/Zs", "--"]).arg(source("answers.cpp")));
        }
        for standard in &CLANG_CL_STANDARDS[1..] {
            let Some(mut command) = clang_cl(processor, standard) else { return };
            clean(command.args(["/Zs", "--"]).arg(source("formats.cpp")));
        }
        let Some(mut command) = clang_cl(processor, "/std:c++17") else { return };
        refused(command.args(["/Zs", "--"]).arg(source("swapped.cpp")), "any_state");
    }
}

/// What `cargo xtask` and the tests tell Visual Studio's compiler, which takes C++14 unless it is told otherwise.
#[test]
fn clang_cl_compiles_it_as_xtask_would() {
    let Some(mut command) = clang_cl("x86_64", "/c") else { return };
    clean(command.args(c::dialect(true, Language::Cpp17)).args(["/Zs", "--"]).arg(source("answers.cpp")));
}

/// `WebView2.h` as the SDK has it, made from the SDK's interface definitions.
fn sdk_header() -> Option<TempDir> {
    let widl = tool("x86_64-w64-mingw32-widl", "mingw-w64-tools")?;
    let windows = Path::new(WINE_HEADERS).join("windows");
    if !windows.exists() {
        skip("Wine's interface definitions are not installed (Debian: libwine-dev)");
        return None;
    }
    let folder = TempDir::new().unwrap();
    // The SDK writes its name in capitals, which matters on Linux.
    fs::copy(windows.join("eventtoken.idl"), folder.path().join("EventToken.idl")).unwrap();
    fs::write(folder.path().join("EventToken.h"), "#include <eventtoken.h>\n").unwrap();
    let mut command = Command::new(widl);
    command.arg("-h").arg("-o").arg(folder.path().join("WebView2.h")).arg("-I").arg(folder.path());
    clean(command.arg("-I").arg(windows).arg(crate::sdk::idl()));
    Some(folder)
}

#[test]
fn it_takes_the_sdks_own_enumerations() {
    let Some(sdk) = sdk_header() else { return };
    let Some(mingw) = tool("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64") else { return };
    let include = sdk.path();
    let mut command = compile(Command::new(&mingw), "c++17");
    command.arg("-fsyntax-only").arg("-isystem").arg(include).arg("-DSWAPPED");
    refused(command.arg(source("sdk.cpp")), "any_state");
    for first in [&["-DSDK_FIRST"][..], &[]] {
        for standard in STANDARDS {
            let mut command = compile(Command::new(&mingw), standard);
            command.arg("-fsyntax-only").args(first).arg("-isystem").arg(include);
            clean(command.arg(source("sdk.cpp")));
        }
        let Some(mut command) = clang_cl("x86_64", "/std:c++17") else { return };
        // Wine's windows.h defines a function that is built into clang; for other processors many more.
        command.args(first).arg("-D_InterlockedCompareExchange128=wine_compare_exchange");
        command.arg(format!("/imsvc{}", include.display()));
        clean(command.args(["/Zs", "--"]).arg(source("sdk.cpp")));
    }
}
