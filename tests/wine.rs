//! The tests themselves as Windows code, against the DLL that is shipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use xtask::build::PACKAGE;

use crate::stranger::{plain_target, root, skip_even_in_ci, start, tool};
use crate::windows::{Compiler, compile, dll, run, x64};

const TARGET: &str = "x86_64-pc-windows-gnu";

/// The tests that need the library, those that need the C example, too, and one that needs neither.
const THERE: [&str; 9] = [
    "commands::a_file_that_is_read",
    "docs::",
    "explain::",
    "header::",
    "languages::",
    "reasons::",
    "row::",
    "spellings::",
    "texts::",
];
/// Those of them that need a compiler, cargo or Python besides.
const NOT_THERE: [&str; 9] = [
    "docs::hosts::",
    "docs::the_reference",
    "docs::the_listing_of_languages",
    "explain::it_links",
    "header::bindgen",
    "header::it_compiles",
    "languages::terms",
    "languages::without",
    "row::the_c_host",
];

#[test]
fn the_tests_pass_as_windows_code() {
    let Some(gcc) = tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64") else { return };
    let Some(_) = tool("wine", "wine64") else { return };
    let prebuilt = prebuilt(&gcc);
    let mut passed = BTreeMap::new();
    for program in programs() {
        let file = program.file_name().unwrap().to_str().unwrap();
        let name = file.split('-').next().unwrap().to_owned();
        let mut command = start(&program).unwrap();
        command.current_dir(root());
        if name == "stranger" {
            command.args(THERE).args(NOT_THERE.map(|test| format!("--skip={test}")));
        }
        // A test that skips itself fails.
        command.env("CI", "true").env("WV2INTERRUPT_PREBUILT", &prebuilt).env("WINEPATH", windows_path(&prebuilt));
        let said = String::from_utf8(run(&mut command)).unwrap();
        let ok = said.split("test result: ok. ").nth(1).unwrap_or_else(|| panic!("{said}"));
        *passed.entry(name).or_insert(0) += ok.split(' ').next().unwrap().parse::<u32>().unwrap();
    }
    assert!(passed["stranger"] >= 50 && passed["wv2interrupt"] >= 20, "{passed:?}");
}

/// The DLL, the C example, and what Wine lacks, in one folder.
fn prebuilt(gcc: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("prebuilt");
    fs::create_dir_all(&folder).unwrap();
    fs::copy(dll(x64()), folder.join("wv2interrupt.dll")).unwrap();
    compile(Compiler::Mingw, "examples/c/explain.c", &folder.join("explain.exe"), "wv2interrupt.lib", false).unwrap();
    wants(gcc, &folder);
    folder
}

/// Makes what Wine lacks and Rust's programs want.
pub fn wants(gcc: &Path, folder: &Path) {
    let source = root().join("tests/windows/bcryptprimitives.c");
    run(Command::new(gcc)
        .args(["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-o"])
        .arg(folder.join("bcryptprimitives.dll"))
        .arg(source)
        .arg("-ladvapi32"));
}

/// The linker is the one that comes with Rust on every system, and what it writes does not depend on the system.
#[test]
fn rust_for_windows_makes_the_same_dll() {
    let Some(gcc) = tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64") else { return };
    let Some(cargo) = cargo_for_windows() else { return };
    let folder = TempDir::new().unwrap();
    wants(&gcc, folder.path());
    let Some(mut command) = start(&cargo) else { return };
    let target = x64().platform.target;
    command.args(["build", "--quiet", "--release", "--locked", "--offline", "--package", PACKAGE, "--target", target]);
    command.current_dir(root()).env(x64().platform.linker(), "rust-lld");
    command.env("CARGO_TARGET_DIR", windows_path(folder.path())).env("CARGO_HOME", windows_path(&cargo_home()));
    let path = [cargo.parent().unwrap(), folder.path()].map(windows_path).join(";");
    run(command.env("WINEPATH", path).env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC"));
    let built = folder.path().join(target).join("release/wv2interrupt.dll");
    packaging::reproducible::identify(&built, &built.with_extension("pdb")).unwrap();
    assert!(fs::read(&built).unwrap() == fs::read(dll(x64())).unwrap(), "another DLL");
}

/// The same version of Rust as here, for Windows. Without it the test ends, which was said: it is no part of CI, for it is large.
fn cargo_for_windows() -> Option<PathBuf> {
    let version = String::from_utf8(run(Command::new("rustc").arg("--version"))).unwrap();
    let toolchain = format!("{}-{TARGET}", version.split(' ').nth(1).unwrap());
    let sysroot = String::from_utf8(run(Command::new("rustc").args(["--print", "sysroot"]))).unwrap();
    let cargo = Path::new(sysroot.trim()).with_file_name(&toolchain).join("bin/cargo.exe");
    let target = cargo.parent().unwrap().with_file_name("lib/rustlib").join(x64().platform.target);
    if !cargo.exists() || !target.exists() {
        skip_even_in_ci(&format!("{toolchain} and its target for MSVC are not installed: see CONTRIBUTING.md"));
        return None;
    }
    Some(cargo)
}

fn cargo_home() -> PathBuf {
    let own = std::env::home_dir().unwrap().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or(own, PathBuf::from)
}

/// Wine shows the whole file system as the drive Z.
fn windows_path(path: &Path) -> String {
    format!("Z:{}", path.to_str().unwrap().replace('/', "\\"))
}

/// The test programs of a plain `cargo test`, for Windows.
fn programs() -> Vec<PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([
        "test",
        "--quiet",
        "--no-run",
        // An example is no test program.
        "--tests",
        "--locked",
        "--target",
        TARGET,
        "--message-format=json-render-diagnostics",
    ]);
    // MinGW's dlltool, which makes import libraries for it, breaks a path at spaces.
    if plain_target() != Path::new(env!("CARGO_TARGET_TMPDIR")) {
        cargo.arg("--target-dir").arg(plain_target().join("windows"));
    }
    let said = String::from_utf8(run(cargo.current_dir(root()))).unwrap();
    let messages = said.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    // An example is built too, and no test.
    let tests = messages.filter(|message| message["profile"]["test"] == true);
    tests.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).collect()
}
