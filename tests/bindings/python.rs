//! The binding for Python: its wheels, read; and the one for this system, installed in an empty environment and used there.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use packaging::package::Package;
use packaging::wheel;
use regex::Regex;
use sha2::{Digest, Sha256};

use crate::docs::listings;
use crate::row::{broken_reports, stories, told};
use crate::stranger::{
    api, golden, golden_codes, library, on_stderr, plain_target, python, root, skip, skip_even_in_ci, target, text,
    tool, workplace,
};
use crate::windows::{packages, release, run};

const README: &str = "bindings/python/README.md";

/// The platforms of a release, and how Python calls them.
const WHEELS: [(&str, &str); 4] = [
    ("windows-x64", "win_amd64"),
    ("windows-x86", "win32"),
    ("windows-arm64", "win_arm64"),
    ("linux-x64", "manylinux1_x86_64.manylinux_2_5_x86_64.musllinux_1_1_x86_64"),
];

fn wheel_for(platform: &str) -> Option<&'static Path> {
    let (_, tag) = WHEELS.into_iter().find(|(name, _)| *name == platform)?;
    release().package(&format!("-py3-none-{tag}.whl"))
}

fn wheels() -> impl Iterator<Item = &'static Path> {
    release().files().filter(|file| file.extension().is_some_and(|extension| extension == "whl"))
}

/// The Python of an empty environment with the wheel for this system, and nothing else. None where that cannot be, which was
/// said.
pub fn environment() -> Option<&'static Path> {
    static PYTHON: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
        let system = match (std::env::consts::OS, std::env::consts::ARCH) {
            ("linux", "x86_64") => "linux-x64",
            ("windows", "x86_64") => "windows-x64",
            ("windows", "x86") => "windows-x86",
            ("windows", "aarch64") => "windows-arm64",
            _ => "",
        };
        if system.is_empty() {
            skip_even_in_ci("there is no wheel for this system");
            return None;
        }
        assert!(wheel_for(system).is_some(), "the release has no wheel for {system}");
        new_environment("python")
    });
    PYTHON.as_deref()
}

/// An environment of its own, made as the README says.
fn new_environment(name: &str) -> Option<PathBuf> {
    let python = empty_environment(name)?;
    release();
    let install = &listings(README, "console")[1];
    let arguments = install.trim_end().strip_prefix("pip ").unwrap().split(' ');
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check"]).args(arguments);
    run(pip.current_dir(workplace()));
    Some(python)
}

fn empty_environment(name: &str) -> Option<PathBuf> {
    let folder = plain_target().join(name);
    let made = Command::new(python()?).args(["-m", "venv", "--clear"]).arg(&folder).output().unwrap();
    if !made.status.success() {
        skip(&format!("Python makes no environment (Debian: python3-venv): {}", text(&made.stdout)));
        return None;
    }
    Some(program(&folder, "python"))
}

/// A program of an environment.
fn program(environment: &Path, name: &str) -> PathBuf {
    let folder = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    folder.join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

/// The package's command, which is in the folder of its environment's Python.
fn script(python: &Path) -> PathBuf {
    program(python.parent().unwrap().parent().unwrap(), "wv2interrupt")
}

/// The package's program in the language of the system's locale, which is English where nothing else is said.
fn command(python: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(python);
    command.args(["-m", "wv2interrupt"]).args(arguments).env("LC_ALL", "C");
    command
}

fn example(python: &Path, name: &str) -> Command {
    let mut command = Command::new(python);
    command.arg(workplace().join("examples/python").join(name)).env("LC_ALL", "C");
    command
}

#[track_caller]
fn assert_ends(output: &Output, status: i32, stdout: &str, stderr: &str) {
    similar_asserts::assert_eq!(on_stderr(output), stderr);
    similar_asserts::assert_eq!(text(&output.stdout), stdout);
    assert_eq!(output.status.code(), Some(status));
}

/// The files of a wheel, in its order.
fn parts(wheel: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(File::open(wheel).unwrap()).unwrap();
    let mut part = |i| {
        let mut file = zip.by_index(i).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..part_count(wheel)).map(&mut part).collect()
}

fn part_count(wheel: &Path) -> usize {
    zip::ZipArchive::new(File::open(wheel).unwrap()).unwrap().len()
}

#[test]
fn wheels_hold_what_they_should() {
    let information = format!("wv2interrupt-{}.dist-info", api().version());
    let modules = [
        "__init__.py",
        "__main__.py",
        "_about.py",
        "_error.py",
        "_library.py",
        "_program.py",
        "_terminal.py",
        "chromium.py",
        "codes.py",
        "explain.py",
        "history.py",
        "languages.py",
        "py.typed",
        "row.py",
    ];
    let about = ["METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE-APACHE", "licenses/LICENSE-MIT"];
    for (platform, tag) in WHEELS {
        let Some(package) = packages().iter().find(|package| package.platform.name == platform) else { continue };
        let library = if platform.starts_with("windows") { "wv2interrupt.dll" } else { "libwv2interrupt.so" };
        let wheel = wheel_for(platform).unwrap_or_else(|| panic!("there is no wheel for {platform}"));
        let name = format!("wv2interrupt-{}-py3-none-{tag}.whl", api().version());
        assert_eq!(wheel.file_name().unwrap().to_str().unwrap(), name);

        let parts = parts(wheel);
        let part = |name: &str| &parts.iter().find(|(part, _)| part == name).unwrap_or_else(|| panic!("no {name}")).1;
        let mut names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        let inside = modules.into_iter().chain([library]).map(|file| format!("wv2interrupt/{file}"));
        let mut expected: Vec<String> = inside.chain(about.map(|file| format!("{information}/{file}"))).collect();
        expected.sort();
        assert_eq!(names, expected, "{platform}");
        let file = package.folder.join(if library.ends_with("dll") { "bin" } else { "lib" }).join(library);
        assert!(*part(&format!("wv2interrupt/{library}")) == fs::read(file).unwrap(), "{platform}");

        let read = |name: &str| String::from_utf8(part(&format!("{information}/{name}")).clone()).unwrap();
        let tags: String = tag.split('.').map(|tag| format!("Tag: py3-none-{tag}\n")).collect();
        assert!(read("WHEEL").ends_with(&format!("Root-Is-Purelib: false\n{tags}")), "{}", read("WHEEL"));
        let metadata = read("METADATA");
        let (fields, long) = metadata.split_once("\n\n").unwrap();
        assert!(!fields.contains('@') && fields.contains(&format!("Version: {}\n", api().version())), "{fields}");
        assert_eq!(long.trim_end(), fs::read_to_string(root().join(README)).unwrap().trim_end());
        assert_records(&read("RECORD"), &parts);
    }
}

/// Each file has its line, with its hash and its size; the record itself has neither.
fn assert_records(record: &str, parts: &[(String, Vec<u8>)]) {
    let line = |(name, bytes): &(String, Vec<u8>)| match name.ends_with("/RECORD") {
        true => format!("{name},,\n"),
        false => format!("{name},sha256={},{}\n", BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(bytes)), bytes.len()),
    };
    assert_eq!(record, parts.iter().map(line).collect::<String>());
}

#[test]
fn wheels_are_the_same_whenever_they_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let packages: &[Package] = packages();
    let packaging::dist::Made::Files(again) = wheel::pack(packages, folder.path()).unwrap() else { panic!() };
    assert_eq!(again.len(), packages.len());
    for wheel in again {
        let first = release().package(wheel.file_name().unwrap().to_str().unwrap()).unwrap();
        assert!(fs::read(first).unwrap() == fs::read(&wheel).unwrap(), "{}", wheel.display());
    }
}

#[test]
fn a_registry_takes_the_wheels() {
    let Some(twine) = tool("twine", "none; pip install twine") else { return };
    let wheels: Vec<&Path> = wheels().collect();
    let said = text(&run(Command::new(twine).args(["--no-color", "check", "--strict"]).args(&wheels)));
    assert_eq!(said.matches("PASSED").count(), wheels.len(), "{said}");
}

/// The tag promises how old the system may be.
#[cfg(target_os = "linux")]
#[test]
fn the_library_for_linux_needs_nothing() {
    let Some(wheel) = wheel_for("linux-x64") else { return skip("this machine makes no wheel for Linux on x64") };
    if let Some(auditwheel) = tool("auditwheel", "none; pip install auditwheel") {
        let said = text(&run(Command::new(auditwheel).arg("show").arg(wheel))).replace('\n', " ");
        assert!(said.contains("following platform tag: \"manylinux_2_5_x86_64\""), "{said}");
        assert!(said.contains("requires no external shared libraries"), "{said}");
    }
    // musl's loader takes it, too.
    let Some(compiler) = tool("musl-gcc", "musl-tools") else { return };
    let folder = tempfile::tempdir().unwrap();
    let [library, program] = ["libwv2interrupt.so.1", "explain"].map(|name| folder.path().join(name));
    let bytes = parts(wheel).into_iter().find(|(name, _)| name.ends_with(".so")).unwrap().1;
    fs::write(&library, bytes).unwrap();
    run(Command::new(compiler)
        .arg("-I")
        .arg(root().join("include"))
        .arg(root().join("examples/c/explain.c"))
        .arg(&library)
        .arg("-o")
        .arg(&program));
    let mut explain = Command::new(program);
    explain.args(["--format", "tsv"]).args(golden_codes()).env("LD_LIBRARY_PATH", folder.path());
    similar_asserts::assert_eq!(text(&run(&mut explain)), golden());
}

#[test]
fn it_prints_the_golden_file() {
    let Some(python) = environment() else { return };
    let codes = golden_codes();
    let arguments: Vec<&str> = ["explain", "--format", "tsv"].into_iter().chain(codes.iter().map(|it| &**it)).collect();
    assert_ends(&command(python, &arguments).output().unwrap(), 0, &golden(), "");
    assert_ends(&Command::new(script(python)).args(arguments).env("LC_ALL", "C").output().unwrap(), 0, &golden(), "");
    assert_ends(&example(python, "explain.py").args(&codes).output().unwrap(), 0, &golden(), "");
}

#[test]
fn it_explains_as_the_c_example_does() {
    let Some(python) = environment() else { return };
    let explain = |arguments: &[&str]| Command::new(crate::stranger::explain()).args(arguments).output().unwrap();
    for arguments in [
        &["--language=en"][..],
        &["--language", "ar"],
        &["--language", "de-AT", "--format=tsv"],
        &["--language=ja", "3", "0xb", "-1", "-0x80000000", "57", "FILE_NO_SPACE", "kFileNoSpace", "file-no-space"],
        &["--language=th", "--chromium", "15", "32", "51", "40", "52", "0", "-1", "FileNoSpace"],
        &["--language=en", "--chromium", "--format", "tsv", "15", "40", "52", "UserPaused"],
        &["--language", "en", "--", "3"],
    ] {
        let expected = explain(arguments);
        assert!(expected.status.success() && !expected.stdout.is_empty(), "{arguments:?}");
        let output = command(python, &[&["explain"], arguments].concat()).output().unwrap();
        assert_ends(&output, 0, &text(&expected.stdout), "");
    }
    let languages = text(&explain(&["--languages"]).stdout);
    assert_ends(&command(python, &["languages"]).output().unwrap(), 0, &languages, "");
    assert_ends(&command(python, &["--version"]).output().unwrap(), 0, &format!("{}\n", api().version()), "");
}

#[test]
fn it_names_what_it_does_not_understand() {
    let Some(python) = environment() else { return };
    let first = golden().lines().find(|line| line.starts_with("3\t")).unwrap().to_owned();
    let code = "a code is a number of 32 bits, decimal or 0x hexadecimal; a name is one that `explain` lists";
    let tag = "a language is a tag such as en or de-AT, of one that `wv2interrupt languages` lists";
    for (arguments, refused, accepted) in [
        (&["2147483648"][..], "2147483648", code),
        (&["no name"], "no name", code),
        (&["a\x1b]0;x\u{202e}"], r"a\x1b]0;x\u202e", code),
        (&["-"], "-", "the options are --chromium, --format, --language"),
        (&["--", "--language"], "--language", code),
        (&["--colour"], "--colour", "the options are --chromium, --format, --language"),
        (&["--language"], "--language", "it needs a value"),
        (&["--language", "tlh"], "tlh", tag),
    ] {
        let output = command(python, &[&["explain", "--format", "tsv", "3"], arguments].concat()).output().unwrap();
        let complaint = format!("wv2interrupt: '{refused}' is not understood; {accepted}\n");
        let header = golden().lines().next().unwrap().to_owned();
        assert_ends(&output, 2, &format!("{header}\n{first}\n"), &complaint);
    }
    let output = command(python, &["explain", "--format", "xml"]).output().unwrap();
    assert_ends(&output, 2, "", "wv2interrupt: 'xml' is not understood; a format is text or tsv\n");
    let output = command(python, &["expalin\n"]).output().unwrap();
    assert_ends(
        &output,
        2,
        "",
        "wv2interrupt: 'expalin\\n' is no command; the commands are explain, history, languages\n",
    );
    for (arguments, status) in [(&["--help"][..], 0), (&["explain", "--help"], 0), (&[], 2)] {
        let output = command(python, arguments).output().unwrap();
        let said = text(&output.stdout);
        assert!(said.contains("\nusage: wv2interrupt explain ") && output.stderr.is_empty(), "{said}");
        assert_eq!(output.status.code(), Some(status));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn it_notices_output_that_cannot_be_written() {
    let Some(python) = environment() else { return };
    let full = || File::options().write(true).open("/dev/full").unwrap();
    for arguments in [&["explain"][..], &["explain", "3"], &["languages"], &["--help"]] {
        let output = command(python, arguments).stdout(full()).output().unwrap();
        assert_ends(&output, 1, "", "wv2interrupt: the output could not be written\n");
    }
    let waiting = || File::open(root().join("tests/data/waiting.tsv")).unwrap();
    let output = example(python, "row.py").stdin(waiting()).stdout(full()).output().unwrap();
    assert_ends(&output, 1, "", "row: the input could not be read, or the output not written\n");
}

/// The example `row.py`, reading these lines.
fn row(python: &Path, tag: Option<&str>, lines: &str) -> Output {
    let mut command = example(python, "row.py");
    command.args(tag).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (mut input, lines) = (child.stdin.take().unwrap(), lines.to_owned());
    let feed = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap().unwrap();
    output
}

#[test]
fn its_row_tells_the_stories() {
    let Some(python) = environment() else { return };
    let waiting = fs::read_to_string(root().join("tests/data/waiting.tsv")).unwrap();
    let stories = stories();
    for tag in ["de", "ar", "ja"] {
        for lines in [&stories, &waiting] {
            assert_ends(&row(python, Some(tag), lines), 0, &told(tag, lines), "");
        }
    }
    assert_ends(&row(python, None, &waiting), 0, &told("en", &waiting), "");
    let unknown = "row: a language is a tag such as en or de-AT, of one that `wv2interrupt languages` lists\n";
    assert_ends(&row(python, Some("tlh"), &waiting), 2, &told("en", &waiting), unknown);
}

#[test]
fn its_row_names_lines_that_are_no_reports() {
    let Some(python) = environment() else { return };
    let sound = "x\t1\t57\t2\t3\t1";
    let shown = told("en", sound);
    for line in [sound, "x\t1\t57\t2\t3\t-1\r\n", "x\t1\t57\t2\t3\t1\tand more\n"] {
        assert_ends(&row(python, Some("en"), line), 0, &shown, "");
    }
    // It reads a line of any length.
    for line in broken_reports().iter().filter(|line| line.len() < 1000) {
        let output = row(python, Some("en"), &format!("# a comment\n{line}\n{sound}"));
        let columns = "what\tstate\treason\treceived\ttotal\tcan_resume";
        assert_ends(&output, 2, &shown, &format!("row: line 2 is no report; its columns are: {columns}\n"));
    }
    let output = row(python, Some("en"), "\x1b]0;x\x07\u{9b}2J\u{202e}\t2\t0\t9\t9\t0\n");
    assert!(text(&output.stdout).starts_with(r"\x1b]0;x\x07\x9b2J\u202e	completed, open	"), "{output:?}");
}

/// A type of the header, whether a name follows or not.
fn type_of(declaration: &str) -> &str {
    match declaration.trim() {
        "void" => "void",
        text if text.starts_with("const char *") => "text",
        row if row.starts_with("struct wv2_interrupt_row_t *") => "row",
        number if number.starts_with("int64_t") => "int64",
        number if number.starts_with("int32_t") || number.starts_with("wv2_interrupt_") => "int32",
        other => panic!("{other} is not declared to ctypes"),
    }
}

/// What the header declares, in the words of `declarations.py`.
fn declared() -> Vec<String> {
    let header = fs::read_to_string(root().join("include/wv2interrupt.h")).unwrap();
    let function = Regex::new(r"WV2_INTERRUPT_API ([\w ]+[ *]*) ?WV2_INTERRUPT_CALL (\w+)\(([^)]*)\);").unwrap();
    let mut declared: Vec<String> = function
        .captures_iter(&header)
        .filter(|found| !found[2].ends_with("_utf16"))
        .map(|found| {
            let mut words = vec![&found[2], type_of(&found[1])];
            words.extend(found[3].split(',').filter(|argument| argument.trim() != "void").map(type_of));
            words.join(" ")
        })
        .collect();
    declared.sort();
    declared
}

/// Of those that are in UTF-8 and in UTF-16 it uses the first.
#[test]
fn every_function_is_declared_as_the_header_does() {
    let Some(python) = environment() else { return };
    let exports = fs::read_to_string(root().join("tests/exports.txt")).unwrap();
    assert_eq!(declared().len(), exports.lines().filter(|export| !export.ends_with("_utf16")).count());
    let said = text(&run(Command::new(python).arg(root().join("tests/bindings/python/declarations.py"))));
    similar_asserts::assert_eq!(said.lines().map(str::to_owned).collect::<Vec<_>>(), declared());
}

#[test]
fn a_program_uses_all_of_it() {
    let Some(python) = environment() else { return };
    run(Command::new(python).arg(root().join("tests/bindings/python/program.py")));
    let usage = &listings(README, "python")[0];
    run(Command::new(python).args(["-c", usage]));
}

/// The package is typed for whoever installed it.
#[test]
fn the_type_checker_finds_nothing() {
    let Some(python) = environment() else { return };
    let Some(mypy) = tool("mypy", "none; pip install mypy") else { return };
    let binding = root().join("bindings/python");
    let check = |arguments: &[&str], files: &[PathBuf]| {
        let cache = target().join("mypy");
        let mut command = Command::new(&mypy);
        command.arg("--config-file").arg(binding.join("pyproject.toml")).arg("--cache-dir").arg(cache);
        command.arg("--python-executable").arg(python).args(arguments).args(files);
        command.current_dir(plain_target()).output().unwrap()
    };
    let users = ["tests/bindings/python/program.py", "examples/python/row.py", "examples/python/explain.py"];
    for user in users {
        let output = check(&[], &[root().join(user)]);
        assert!(output.status.success(), "{}", text(&output.stdout));
    }
    for platform in ["linux", "win32", "darwin"] {
        let output = check(&["--platform", platform], &[binding.join("src")]);
        assert!(output.status.success(), "{}", text(&output.stdout));
    }
    // It would say so.
    let wrong = tempfile::NamedTempFile::with_suffix(".py").unwrap();
    fs::write(&wrong, "from wv2interrupt import Reason\nReason.NO_SUCH\nReason(3).label(3)\n").unwrap();
    let said = text(&check(&[], &[wrong.path().to_owned()]).stdout);
    assert!(said.contains("\"NO_SUCH\"") && said.contains("expected \"Language\""), "{said}");
}

#[test]
fn the_linter_finds_nothing() {
    let Some(ruff) = tool("ruff", "none; pip install ruff") else { return };
    let folders = ["bindings/python", "examples/python", "tests/bindings/python", "tests/history"];
    for arguments in [&["check"][..], &["format", "--check"]] {
        let mut command = Command::new(&ruff);
        command.args(arguments).arg("--no-cache").arg("--config").arg(root().join("bindings/python/pyproject.toml"));
        let output = command.args(folders).current_dir(root()).output().unwrap();
        assert!(output.status.success(), "{}{}", text(&output.stdout), on_stderr(&output));
    }
}

/// pythonnet's values of the real enumerations, on .NET of PyPI's `dotnetcore2`; the SDK is the one that pywebview has.
#[test]
fn it_takes_the_values_of_pythonnet() {
    let (Some(environment), Some(python)) = (environment(), python()) else { return };
    let find =
        "import clr_loader, dotnetcore2, importlib.util, pythonnet; print(importlib.util.find_spec('webview').origin)";
    let found = Command::new(&python).args(["-c", find]).output().unwrap();
    if !found.status.success() {
        return skip(
            "pythonnet, dotnetcore2 and pywebview are not installed (pip install pythonnet dotnetcore2 pywebview)",
        );
    }
    let assembly = Path::new(text(&found.stdout).trim()).with_file_name("lib").join("Microsoft.Web.WebView2.Core.dll");
    let site =
        text(&run(Command::new(environment).args(["-c", "import wv2interrupt; print(wv2interrupt.__path__[0])"])));
    let folder = tempfile::tempdir().unwrap();
    let handler = folder.path().join("handler.py");
    fs::write(&handler, &listings(README, "python")[1]).unwrap();
    let script = root().join("tests/bindings/python/dotnet.py");
    let mut command = Command::new(python);
    command.arg(script).arg(assembly).arg(handler).env("PYTHONPATH", Path::new(site.trim()).parent().unwrap());
    assert_eq!(text(&run(&mut command)).trim(), "ok");
}

#[test]
fn the_readme_shows_what_it_prints() {
    let Some(python) = environment() else { return };
    let listing = &listings(README, "console")[0];
    let (shown, printed) = listing.split_once('\n').unwrap();
    let arguments: Vec<&str> = shown.strip_prefix("$ python -m wv2interrupt ").unwrap().split(' ').collect();
    assert_ends(&command(python, &arguments).output().unwrap(), 0, printed, "");
    let output = Command::new(python).args(["-c", &listings(README, "python")[0]]).output().unwrap();
    assert_ends(&output, 0, "", "");
}

/// The line of bindings/README.md, in a folder with the packages and an environment that is empty.
#[test]
fn the_line_of_the_table_does_what_it_says() {
    let (Some(_), Some(sh), Some(python)) = (environment(), tool("sh", "dash"), empty_environment("python-line"))
    else {
        return;
    };
    let page = fs::read_to_string(root().join("bindings/README.md")).unwrap();
    let line = Regex::new(r"(?m)^\| Python .* `([^`]+)` \|$").unwrap().captures(&page).unwrap()[1].to_owned();
    let folder = tempfile::tempdir().unwrap();
    for wheel in wheels() {
        fs::copy(wheel, folder.path().join(wheel.file_name().unwrap())).unwrap();
    }
    let mut path = vec![python.parent().unwrap().to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
    let mut command = Command::new(sh);
    command.args(["-c", &line]).current_dir(folder.path()).env("PATH", std::env::join_paths(path).unwrap());
    let said = text(&run(command.env("LC_ALL", "C").env("PIP_DISABLE_PIP_VERSION_CHECK", "1")));
    let shown = &listings(README, "console")[0];
    assert!(said.ends_with(shown.split_once('\n').unwrap().1), "{said}");
}

/// As the README says of the sources: with the library that cargo built.
#[test]
fn the_sources_run_as_they_are() {
    let Some(python) = python() else { return };
    let mut command = command(&python, &["explain", "--format", "tsv"]);
    let sources = root().join("bindings/python/src");
    command.env("PYTHONPATH", sources).env("WV2INTERRUPT_LIBRARY", &library().shared);
    let output = command.args(golden_codes()).env("PYTHONDONTWRITEBYTECODE", "1").output().unwrap();
    assert_ends(&output, 0, &golden(), "");
}

/// The library of the wheel, or the one that is named; or why not: every program says it in one line, which does nothing to a
/// terminal.
#[test]
fn it_finds_the_library() {
    let Some(python) = environment() else { return };
    let folder = tempfile::tempdir().unwrap();
    let of_module = || command(python, &["explain", "3"]);
    let programs: [(&str, &dyn Fn() -> Command); 4] = [
        ("explain", &|| example(python, "explain.py")),
        ("row", &|| example(python, "row.py")),
        ("wv2interrupt", &of_module),
        ("wv2interrupt", &|| Command::new(script(python))),
    ];
    assert!(of_module().env_remove("WV2INTERRUPT_LIBRARY").output().unwrap().status.success());
    assert!(of_module().env("WV2INTERRUPT_LIBRARY", &library().shared).output().unwrap().status.success());
    let (name, shown) =
        if cfg!(windows) { ("a\u{202e}b", r"a\u202eb") } else { ("a\x1b]0;\u{202e}b", r"a\x1b]0;\u202eb") };
    let (elsewhere, shown) = (folder.path().join(name), folder.path().join(shown));
    let say = |start: &str| {
        let why = start.replace("PATH", shown.to_str().unwrap());
        for (name, program) in programs {
            let output = program().env("WV2INTERRUPT_LIBRARY", &elsewhere).stdin(Stdio::null()).output().unwrap();
            let said = on_stderr(&output);
            assert!(said.starts_with(&format!("{name}: {why}")), "{said}");
            assert_eq!((said.lines().count(), &*output.stdout, output.status.code()), (1, &b""[..], Some(2)));
        }
    };
    say("the library is not at PATH: install the wheel for this system, or ");
    fs::create_dir(&elsewhere).unwrap();
    say("the library is not at PATH: install the wheel for this system, or ");
    fs::remove_dir(&elsewhere).unwrap();
    fs::write(&elsewhere, "no library").unwrap();
    say("the library at PATH cannot be loaded: ");
    // A library, but not this one.
    let other = Command::new(python).args(["-c", "import _ctypes; print(_ctypes.__file__)"]).output().unwrap();
    fs::copy(text(&other.stdout).trim(), &elsewhere).unwrap();
    say("PATH is not the library, or an older one: ");
}

/// Whoever imports a name of the package hears at once that there is no library. Other names are none, as in every module.
#[test]
fn a_program_learns_that_there_is_no_library() {
    let Some(python) = environment() else { return };
    let why = "the library is not at ";
    let names = text(&run(Command::new(python).args(["-c", "import wv2interrupt; print(*wv2interrupt.__all__)"])));
    for name in names.split_whitespace().filter(|name| *name != "LibraryError") {
        let program = format!(
            "import wv2interrupt\ntry: from wv2interrupt import {name}\nexcept wv2interrupt.LibraryError as error: print(error)"
        );
        let said = Command::new(python).args(["-c", &program]).env("WV2INTERRUPT_LIBRARY", "none").output().unwrap();
        assert!(text(&said.stdout).starts_with(why), "{name}: {said:?}");
    }
    let asked =
        "import wv2interrupt; assert not hasattr(wv2interrupt, '__wrapped__') and not hasattr(wv2interrupt, 'x')";
    run(Command::new(python).args(["-c", asked]).env("WV2INTERRUPT_LIBRARY", "none"));
}

#[test]
fn it_says_where_there_is_no_sqlite() {
    let Some(python) = environment() else { return };
    let without = "import sys; sys.modules['sqlite3'] = None; from wv2interrupt.__main__ import main; sys.exit(main())";
    let output = Command::new(python).args(["-c", without, "history", "History"]).output().unwrap();
    assert_ends(&output, 2, "", "wv2interrupt: this Python has no SQLite, with which history reads\n");
}
