//! `cargo cinstall`, beside what `cargo xtask install` does.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::install::install;
use super::{consumer, prints_the_golden_file, repository};
use crate::stranger::{api, plain_folder, skip_even_in_ci};
use crate::windows::run;

#[test]
fn cargo_c_installs_the_same_names() {
    let Ok(cargo_c) = which::which("cargo-cinstall") else {
        return skip_even_in_ci("cargo-c is not installed, which takes too long for CI (see docs/packaging.md)");
    };
    let folder = plain_folder();
    let (theirs, ours) = (folder.path().join("theirs"), folder.path().join("ours"));
    let mut command = Command::new(cargo_c);
    command.args(["cinstall", "--release", "--locked", "--offline", "--package", xtask::build::PACKAGE]);
    command.args(["--libdir", "lib", "--prefix"]).arg(&theirs).arg("--target-dir").arg(folder.path().join("target"));
    run(command.current_dir(repository()));
    install(&ours, None);

    for header in ["include/wv2interrupt.h", "include/wv2interrupt.hpp"] {
        assert_eq!(fs::read(theirs.join(header)).unwrap(), fs::read(ours.join(header)).unwrap(), "{header}");
    }
    for library in ["libwv2interrupt.a", "libwv2interrupt.so", "libwv2interrupt.so.1"] {
        assert!(ours.join("lib").join(library).exists() && theirs.join("lib").join(library).exists(), "{library}");
    }
    let pc = fs::read_to_string(theirs.join("lib/pkgconfig/wv2interrupt.pc")).unwrap();
    assert!(pc.contains(&format!("\nVersion: {}\n", api().version())), "{pc}");
    builds_the_example(&theirs);
}

/// The name under which the program asks for the library is the SONAME: otherwise it does not start.
fn builds_the_example(prefix: &Path) {
    let project = consumer("pkg-config", &["c/explain.c"]);
    let search = prefix.join("lib/pkgconfig");
    run(Command::new("make").arg("explain-shared").current_dir(project.path()).env("PKG_CONFIG_PATH", search));
    prints_the_golden_file(Command::new(project.path().join("explain-shared")), true);
}
