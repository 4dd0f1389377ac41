//! What `cargo xtask install` lays out with Rust's GNU toolchain on Windows, whose files have MinGW's names.

use std::fs;
use std::path::Path;
use std::process::Command;

use xtask::build;

use super::cmake::build as cmake;
use super::{consumer, prints_the_golden_file};
use crate::stranger::{plain_folder, root, start, tool};
use crate::windows::run;

const TARGET: &str = "x86_64-pc-windows-gnu";

#[test]
fn an_installation_for_mingw_serves_cmake_and_pkg_config() {
    let Some(gcc) = tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64") else { return };
    let Some(pkg_config) = tool("pkg-config", "pkg-config") else { return };
    let library = build::cargo(&["--target", TARGET], |_| {}).unwrap();
    let folder = plain_folder();
    let prefix = folder.path().join("installed");
    packaging::layout::lay_out(&library, TARGET, &prefix).unwrap();
    let dll = prefix.join("bin/wv2interrupt.dll");

    let project = consumer("cmake", &["c/explain.c"]);
    let place = format!("-DCMAKE_PREFIX_PATH={}", prefix.display());
    let Some(()) = cmake(project.path(), Some("mingw.cmake"), &[place]) else { return };
    for kind in ["shared", "static"] {
        let Some(program) = start(&project.path().join(format!("build/c-{kind}.exe"))) else { return };
        prints_the_golden_file(program, true);
    }

    let build = |program: &Path, link: &[&str], find: &[&str]| {
        let mut found = Command::new(&pkg_config);
        found.args(find).args(["--cflags", "--libs", "wv2interrupt"]);
        let found = String::from_utf8(run(found.env("PKG_CONFIG_LIBDIR", prefix.join("lib/pkgconfig")))).unwrap();
        let mut command = Command::new(&gcc);
        command.arg(root().join("examples/c/explain.c")).args(link).args(found.split_whitespace());
        run(command.arg("-o").arg(program));
    };
    let (shared, alone) = (folder.path().join("shared.exe"), folder.path().join("static.exe"));
    build(&alone, &["-static"], &["--static"]);
    prints_the_golden_file(start(&alone).unwrap(), true);
    build(&shared, &[], &[]);
    fs::copy(dll, folder.path().join("wv2interrupt.dll")).unwrap();
    prints_the_golden_file(start(&shared).unwrap(), true);
}
