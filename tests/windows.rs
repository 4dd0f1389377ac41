//! The Windows libraries: read everywhere, run under Wine and in an emulator.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

use goblin::pe::PE;
use packaging::dist::{self, Release};
use packaging::package::Package;
use sha2::{Digest, Sha256};
use xtask::build;
use xtask::platform::{LINUX, WINDOWS};

use crate::stranger::{
    alone, api, copy_sources, edit, golden, golden_codes, python, root, skip, skip_even_in_ci, start, text, tool,
};

/// What `cargo xtask dist` makes.
pub fn release() -> &'static Release {
    static RELEASE: LazyLock<Release> = LazyLock::new(|| {
        alone();
        dist::dist().unwrap()
    });
    &RELEASE
}

pub fn packages() -> &'static [Package] {
    &release().platforms
}

pub fn windows() -> impl Iterator<Item = &'static Package> {
    packages().iter().filter(|package| package.platform.name.starts_with("windows"))
}

/// What the library exports, in order.
fn exports() -> Vec<String> {
    let list = fs::read_to_string(root().join("tests/exports.txt")).unwrap();
    list.lines().map(str::to_owned).collect()
}

pub fn x64() -> &'static Package {
    windows().find(|package| package.platform.name == "windows-x64").unwrap()
}

pub fn dll(package: &Package) -> PathBuf {
    package.folder.join("bin/wv2interrupt.dll")
}

#[test]
fn archives_hold_what_they_should() {
    let documents = [
        "CHANGELOG.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "include/wv2interrupt.h",
        "include/wv2interrupt.hpp",
        "lib/cmake/wv2interrupt/wv2interrupt-config-version.cmake",
        "lib/cmake/wv2interrupt/wv2interrupt-config.cmake",
        "lib/cmake/wv2interrupt/wv2interrupt-targets.cmake",
        "share/wv2interrupt/wv2interrupt-explain.html",
        "share/wv2interrupt/wv2interrupt.json",
        "share/wv2interrupt/wv2interrupt.schema.json",
    ];
    let windows_files =
        ["bin/wv2interrupt.dll", "bin/wv2interrupt.pdb", "lib/wv2interrupt.lib", "lib/wv2interrupt_static.lib"];
    for package in windows() {
        let zip = zip::ZipArchive::new(fs::File::open(&package.archive).unwrap()).unwrap();
        let folder = format!("{}/", package.folder.file_name().unwrap().to_str().unwrap());
        let inside = |name: Result<Cow<str>, _>| name.unwrap().strip_prefix(&folder).unwrap().to_owned();
        let mut names: Vec<String> = zip.file_names().map(inside).collect();
        names.sort();
        let mut expected = [&documents[..], &windows_files[..]].concat();
        expected.sort();
        assert_eq!(names, expected, "{}", package.platform.name);
        let size = fs::metadata(package.folder.join("lib/wv2interrupt_static.lib")).unwrap().len();
        // All that cargo packs into it besides is 3 MB. Each function has code, a section, symbols and relocations.
        let texts = api().texts().1;
        let allowed = texts + 400 * exports().len();
        assert!(size <= allowed as u64, "the static library has {size} bytes, of which {texts} are texts");
    }
}

#[test]
fn checksums_are_those_of_the_archives() {
    let folder = packages()[0].archive.parent().unwrap();
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    assert_eq!(sums.lines().count(), release().files().count());
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        let digest = Sha256::digest(fs::read(folder.join(name)).unwrap());
        assert_eq!(sum, digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), "{name}");
    }
}

/// And whoever reads them meanwhile reads them whole.
#[test]
fn two_releases_may_be_made_at_once() {
    let archive = &packages()[0].archive;
    let before = fs::read(archive).unwrap();
    let mut makers = [(), ()].map(|()| {
        let mut dist = build::command();
        dist.args(["xtask", "dist"]).current_dir(root()).stdout(Stdio::null()).spawn().unwrap()
    });
    while makers.iter_mut().any(|maker| maker.try_wait().unwrap().is_none()) {
        assert!(fs::read(archive).unwrap() == before, "the archive is not whole, or another");
        thread::sleep(Duration::from_millis(5));
    }
    assert!(makers.iter_mut().all(|maker| maker.wait().unwrap().success()));
    checksums_are_those_of_the_archives();
}

#[test]
fn a_machine_makes_every_archive_that_it_can_link() {
    let linux = |host, linker: Option<&str>| LINUX.obstacle(host, linker.map(OsStr::new));
    for host in ["x86_64-pc-windows-msvc", "x86_64-pc-windows-gnu", "aarch64-apple-darwin", "aarch64-unknown-linux-gnu"]
    {
        let why = linux(host, None).unwrap();
        assert!(why.starts_with(host) && why.contains(&LINUX.linker()) && why.lines().count() == 1, "{why}");
        assert_eq!(linux(host, Some("cross-gcc")), None);
        assert!(WINDOWS.iter().all(|platform| platform.obstacle(host, None).is_none()), "{host}");
    }
    for host in ["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl"] {
        assert_eq!(linux(host, None), None);
    }
}

#[test]
fn dlls_import_nothing_and_export_the_list() {
    for package in windows() {
        let data = fs::read(dll(package)).unwrap();
        let pe = PE::parse(&data).unwrap();
        let name = package.platform.name;
        assert!(pe.imports.is_empty() && pe.libraries.is_empty(), "{name}");
        let mut exports: Vec<&str> = pe.exports.iter().map(|export| export.name.unwrap()).collect();
        exports.sort();
        assert_eq!(exports, self::exports(), "{name}");
        assert_eq!(pe.entry, 0, "{name} runs something when it is loaded");
        assert!(pe.tls_data.is_none(), "{name}");
    }
}

/// In a folder where it was built before, too.
#[test]
fn the_dll_says_what_its_manifest_says() {
    let folder = tempfile::tempdir().unwrap();
    copy_sources(folder.path());
    let package = x64();
    let build = || {
        let dll = build::cargo(&["--no-default-features", "--target", package.platform.target], |cargo| {
            cargo.current_dir(folder.path()).env(package.platform.linker(), "rust-lld");
            cargo.env("CARGO_TARGET_DIR", folder.path().join("target"));
        });
        fs::read(dll.unwrap().shared).unwrap()
    };
    let says = |dll: &[u8], text: &str| {
        let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        dll.windows(text.len()).any(|bytes| bytes == text)
    };
    const DESCRIPTION: &str = "Why a WebView2 download was interrupted,";
    assert!(says(&build(), DESCRIPTION));
    edit(&folder.path().join("Cargo.toml"), DESCRIPTION, "Why a download was interrupted,");
    let dll = build();
    assert!(says(&dll, "Why a download was interrupted,") && !says(&dll, DESCRIPTION));
}

#[test]
fn dlls_are_small() {
    /// For headers, VERSIONINFO and sections that are filled up to 512 bytes, less what equal texts share.
    const MORE: usize = 1024;
    /// For its code, and its name and place in the export table.
    const FUNCTION: usize = 128;
    let (_, texts) = api().texts();
    let allowed = texts + FUNCTION * exports().len() + MORE;
    for package in windows() {
        let size = fs::metadata(dll(package)).unwrap().len() as usize;
        assert!(size <= allowed, "{}: {size} bytes, of texts {texts}", package.platform.name);
    }
}

#[test]
fn the_readme_knows_how_large_they_are() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains("half a megabyte, all but 7 KB of it the words"));
    let size = fs::metadata(dll(x64())).unwrap().len() as usize;
    let (_, texts) = api().texts();
    assert!((500_000..600_000).contains(&size) && size - texts < 7 * 1024, "{size} bytes, of texts {texts}");
}

/// Half a line of 64 bytes, so that most functions lie on one.
#[test]
fn functions_of_the_dlls_are_aligned() {
    for package in windows() {
        let data = fs::read(dll(package)).unwrap();
        for export in PE::parse(&data).unwrap().exports {
            assert_eq!(export.rva % 32, 0, "{}: {:?}", package.platform.name, export.name);
        }
    }
}

/// Builds again in another folder, from the files of the repository alone.
#[test]
fn dlls_are_the_same_wherever_they_are_built() {
    let folder = tempfile::tempdir().unwrap();
    let clone = folder.path().join("some where else");
    fs::create_dir(&clone).unwrap();
    copy_sources(&clone);
    for package in windows() {
        let target = package.platform.target;
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--release", "--package", build::PACKAGE, "--target", target]);
        cargo
            .current_dir(&clone)
            .env(package.platform.linker(), "rust-lld")
            .env("CARGO_TARGET_DIR", clone.join("target"));
        assert!(cargo.status().unwrap().success());
        let built = clone.join("target").join(target).join("release/wv2interrupt.dll");
        packaging::reproducible::identify(&built, &built.with_extension("pdb")).unwrap();
        assert!(fs::read(&built).unwrap() == fs::read(dll(package)).unwrap(), "{} differs", package.platform.name);
    }
    if cfg!(all(windows, target_env = "gnu")) {
        return skip_even_in_ci("MinGW's linker writes the time into the shared library; no release has one of its");
    }
    let shared = build::cargo(&["--target-dir", clone.join("target").to_str().unwrap()], |cargo| {
        cargo.current_dir(&clone);
    });
    let shared = fs::read(shared.unwrap().shared).unwrap();
    assert!(shared == fs::read(&crate::stranger::library().shared).unwrap(), "the shared library differs");
}

/// The compilers that make programs for Windows here.
#[derive(Clone, Copy, Debug)]
pub enum Compiler {
    Mingw,
    /// Clang as the MSVC compiler, with Wine's C library in the place of the Windows SDK.
    Msvc,
}

const WINE_HEADERS: &str = "/usr/include/wine/wine";
pub const WINE_LIBRARIES: &str = "/usr/lib/x86_64-linux-gnu/wine/x86_64-windows";

/// Compiles and links a C program against `library`. None where a tool is missing, which was said.
pub fn compile(compiler: Compiler, source: &str, program: &Path, library: &str, is_static: bool) -> Option<()> {
    let source = root().join(source);
    let include = x64().folder.join("include");
    let library = x64().folder.join("lib").join(library);
    let defines: &[&str] = if is_static { &["-DWV2_INTERRUPT_STATIC"] } else { &[] };
    match compiler {
        Compiler::Mingw => {
            let gcc = tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")?;
            let warnings = ["-std=c99", "-O2", "-Wall", "-Wextra", "-Werror"];
            run(Command::new(gcc)
                .args(warnings)
                .args(defines)
                .arg("-I")
                .arg(include)
                .arg(source)
                .arg(library)
                .args(["-lversion", "-o"])
                .arg(program));
        }
        Compiler::Msvc => {
            let (clang, link) = (tool("clang-19", "clang-19")?, tool("lld-link-19", "lld-19")?);
            let object = program.with_extension("obj");
            let headers = ["msvcrt", "windows"].map(|folder| format!("-isystem{WINE_HEADERS}/{folder}"));
            if !Path::new(WINE_HEADERS).exists() {
                skip("Wine's headers are not installed (Debian: libwine-dev)");
                return None;
            }
            run(Command::new(clang)
                .args(["--target=x86_64-pc-windows-msvc", "-std=c99", "-O2", "-Wall", "-Wextra", "-Werror"])
                .args(defines)
                .args(headers)
                .arg("-I")
                .arg(include)
                .arg("-c")
                .arg(source)
                .arg("-o")
                .arg(&object));
            let libraries = ["winecrt0", "ucrtbase", "kernel32", "ntdll", "version"];
            run(Command::new(link)
                .args(["/nologo", "/subsystem:console", "/entry:mainCRTStartup"])
                .arg(object)
                .arg(library)
                .args(libraries.map(|library| format!("{WINE_LIBRARIES}/lib{library}.a")))
                .arg(format!("/out:{}", program.display())));
        }
    }
    Some(())
}

#[track_caller]
pub fn run(command: &mut Command) -> Vec<u8> {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{}{errors}", String::from_utf8_lossy(&output.stdout));
    output.stdout
}

#[test]
fn explain_prints_the_golden_file_under_wine() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(dll(x64()), folder.path().join("wv2interrupt.dll")).unwrap();
    for compiler in [Compiler::Mingw, Compiler::Msvc] {
        for (library, is_static) in [("wv2interrupt.lib", false), ("wv2interrupt_static.lib", true)] {
            let program = folder.path().join(format!("explain-{compiler:?}-{is_static}.exe"));
            let Some(()) = compile(compiler, "examples/c/explain.c", &program, library, is_static) else { return };
            let Some(mut command) = start(&program) else { return };
            let printed = run(command.args(["--format", "tsv"]).args(golden_codes()));
            similar_asserts::assert_eq!(text(&printed), golden(), "{compiler:?} {library}");
        }
    }
}

#[test]
fn the_dll_loads_unloads_and_serves_win32_under_wine() {
    let folder = tempfile::tempdir().unwrap();
    // The program is linked against one, and loads and unloads the other.
    for name in ["wv2interrupt.dll", "copy.dll"] {
        fs::copy(dll(x64()), folder.path().join(name)).unwrap();
    }
    for compiler in [Compiler::Mingw, Compiler::Msvc] {
        let program = folder.path().join(format!("loader-{compiler:?}.exe"));
        let Some(()) = compile(compiler, "tests/windows/loader.c", &program, "wv2interrupt.lib", false) else { return };
        let Some(mut command) = start(&program) else { return };
        let printed = run(command.current_dir(folder.path()).arg("copy.dll").args(exports()));
        assert_eq!(String::from_utf8_lossy(&printed).trim(), "ok", "{compiler:?}");
    }
}

#[test]
fn every_processor_gives_the_golden_answers() {
    let Some(python) = python() else { return };
    let modules = Command::new(&python).args(["-c", "import unicorn, pefile"]).output().unwrap();
    if !modules.status.success() {
        return skip("unicorn and pefile are not installed (pip install unicorn pefile)");
    }
    for package in windows() {
        let script = root().join("tests/windows/emulate.py");
        let printed = run(Command::new(&python).arg(script).arg(dll(package)).args(golden_codes()));
        similar_asserts::assert_eq!(text(&printed), golden(), "{}", package.platform.name);
    }
}

#[test]
fn the_header_compiles_with_clang_cl() {
    let Some(clang) = tool("clang-cl-19", "clang-tools-19") else { return };
    let folder = tempfile::tempdir().unwrap();
    for package in windows() {
        for (file, standards) in [("header.c", &["c11", "c17"][..]), ("header.cpp", &["c++14", "c++17", "c++20"][..])] {
            let source = folder.path().join(file);
            fs::write(&source, crate::header::EVERYTHING).unwrap();
            for standard in standards {
                // The header wants <stdint.h> and <stddef.h> alone, which the compiler has itself.
                run(Command::new(&clang)
                    .args(["/nologo", "/W4", "/WX", "/c", "/clang:-ffreestanding", &format!("/std:{standard}")])
                    .arg(format!("--target={}", package.platform.target))
                    .arg(format!("/I{}", package.folder.join("include").display()))
                    .arg(format!("/Fo{}", folder.path().join("header.obj").display()))
                    .args([OsStr::new("--"), source.as_os_str()]));
            }
        }
    }
}

/// A program for x86 may have been compiled with another default than cdecl.
#[test]
fn every_calling_convention_links() {
    let (Some(clang), Some(link)) = (tool("clang-cl-19", "clang-tools-19"), tool("lld-link-19", "lld-19")) else {
        return;
    };
    let functions: String = exports().iter().map(|function| format!("    (void (*)(void)){function},\n")).collect();
    let source = format!("#include \"wv2interrupt.h\"\nvoid (*const all[])(void) = {{\n{functions}}};\n");
    let folder = tempfile::tempdir().unwrap();
    let [c, object, program] = ["all.c", "all.obj", "all.dll"].map(|name| folder.path().join(name));
    fs::write(&c, source).unwrap();
    for package in windows() {
        for convention in ["/Gd", "/Gr", "/Gv", "/Gz"] {
            for (library, define) in
                [("wv2interrupt.lib", None), ("wv2interrupt_static.lib", Some("/DWV2_INTERRUPT_STATIC"))]
            {
                run(Command::new(&clang)
                    .args(["/nologo", "/W4", "/WX", "/c", "/clang:-ffreestanding", convention])
                    .args(define)
                    .arg(format!("--target={}", package.platform.target))
                    .arg(format!("/I{}", package.folder.join("include").display()))
                    .arg(format!("/Fo{}", object.display()))
                    .args([OsStr::new("--"), c.as_os_str()]));
                run(Command::new(&link)
                    .args(["/nologo", "/dll", "/noentry", "/nodefaultlib"])
                    .args([&object, &package.folder.join("lib").join(library)])
                    .arg(format!("/out:{}", program.display())));
            }
        }
    }
}
