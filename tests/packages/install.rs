//! `cargo xtask install`, `uninstall` and pkg-config.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{consumer, prints_the_golden_file};
use crate::stranger::{api, tool};
use crate::windows::run;
use tempfile::TempDir;

fn xtask(task: &str, prefix: &Path, destdir: Option<&Path>) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command.args(["xtask", task, "--prefix"]).arg(prefix).current_dir(crate::stranger::root());
    command.args(destdir.map(|destdir| format!("--destdir={}", destdir.display()))).output().unwrap()
}

#[track_caller]
pub fn install(prefix: &Path, destdir: Option<&Path>) {
    let output = xtask("install", prefix, destdir);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every file, link and folder below one.
pub fn tree(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(tree(&entry.path()).into_iter().map(|inside| format!("{name}/{inside}")));
        }
        found.insert(name);
    }
    found
}

#[test]
fn uninstall_removes_what_install_put_there_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    let prefix = folder.path();
    fs::create_dir_all(prefix.join("lib")).unwrap();
    fs::create_dir_all(prefix.join("share/doc")).unwrap();
    fs::create_dir_all(prefix.join("include")).unwrap();
    fs::write(prefix.join("include/other.h"), "").unwrap();
    let before = tree(prefix);

    install(prefix, None);
    let version = api().version();
    let installed = tree(prefix);
    for file in [
        "include/wv2interrupt.h",
        "include/wv2interrupt.hpp",
        "lib/libwv2interrupt.a",
        "lib/libwv2interrupt.so",
        "lib/libwv2interrupt.so.1",
        &format!("lib/libwv2interrupt.so.{version}"),
        "lib/cmake/wv2interrupt/wv2interrupt-config.cmake",
        "lib/cmake/wv2interrupt/wv2interrupt-config-version.cmake",
        "lib/cmake/wv2interrupt/wv2interrupt-targets.cmake",
        "lib/pkgconfig/wv2interrupt.pc",
        "share/doc/wv2interrupt/README.md",
        "share/doc/wv2interrupt/LICENSE-MIT",
        "share/doc/wv2interrupt/LICENSE-APACHE",
        "share/doc/wv2interrupt/docs/hosting.md",
    ] {
        assert!(installed.contains(file), "{file} was not installed");
    }
    assert_eq!(fs::read_link(prefix.join("lib/libwv2interrupt.so")).unwrap(), Path::new("libwv2interrupt.so.1"));

    // Once more over it, as when a version follows another.
    install(prefix, None);
    assert_eq!(tree(prefix), installed);
    fs::write(prefix.join("lib/cmake/theirs.cmake"), "").unwrap();
    assert!(xtask("uninstall", prefix, None).status.success());
    let theirs = ["lib/cmake".to_owned(), "lib/cmake/theirs.cmake".to_owned()];
    assert_eq!(tree(prefix), before.into_iter().chain(theirs).collect());

    let again = xtask("uninstall", prefix, None);
    let complaint = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(complaint.starts_with("xtask: nothing is installed in ") && !again.status.success(), "{complaint}");
}

#[test]
fn uninstall_follows_no_list_out_of_its_prefix() {
    let folder = TempDir::new().unwrap();
    let (prefix, outside) = (folder.path().join("prefix"), folder.path().join("outside"));
    install(&prefix, None);
    fs::write(&outside, "").unwrap();
    fs::write(prefix.join("share/doc/wv2interrupt/installed-files.txt"), "../outside\n").unwrap();
    assert!(!xtask("uninstall", &prefix, None).status.success());
    assert!(outside.exists());
}

#[test]
fn destdir_goes_before_the_prefix() {
    let folder = TempDir::new().unwrap();
    install(Path::new("/usr/local"), Some(folder.path()));
    assert!(folder.path().join("usr/local/include/wv2interrupt.h").exists());
    let pc = fs::read_to_string(folder.path().join("usr/local/lib/pkgconfig/wv2interrupt.pc")).unwrap();
    assert!(!pc.contains(folder.path().to_str().unwrap()), "{pc}");
}

#[test]
fn bad_arguments_are_named() {
    for (arguments, complaint) in [
        (&["install"][..], "--prefix is missing"),
        (&["install", "--prefix"], "missing argument for option '--prefix'"),
        (&["install", "--prefix="], "--prefix is missing"),
        (&["uninstall", "--nonsense"], "invalid option '--nonsense'"),
        (&["install", "/usr"], "unexpected argument \"/usr\""),
    ] {
        let mut command = Command::new(env!("CARGO"));
        let output = command.arg("xtask").args(arguments).current_dir(crate::stranger::root()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.starts_with(&format!("xtask: {complaint}; usage: ")) && said.lines().count() == 1, "{said}");
        assert!(!output.status.success());
    }
}

/// Installed in one place and moved to another, as a package that was unpacked.
#[test]
fn pkg_config_finds_an_installation_that_was_moved() {
    let Some(make) = tool("make", "make") else { return };
    let Some(pkg_config) = tool("pkg-config", "pkg-config") else { return };
    let folder = TempDir::new().unwrap();
    install(Path::new("/usr"), Some(folder.path()));
    let prefix = folder.path().join("moved");
    fs::rename(folder.path().join("usr"), &prefix).unwrap();

    let search = prefix.join("lib/pkgconfig");
    let version = run(Command::new(pkg_config).args(["--modversion", "wv2interrupt"]).env("PKG_CONFIG_PATH", &search));
    assert_eq!(String::from_utf8_lossy(&version).trim(), api().version());
    let project = consumer("pkg-config", &["c/explain.c"]);
    run(Command::new(make).current_dir(project.path()).env("PKG_CONFIG_PATH", &search));
    let mut shared = Command::new(project.path().join("explain-shared"));
    shared.env("LD_LIBRARY_PATH", prefix.join("lib"));
    prints_the_golden_file(shared, true);
    prints_the_golden_file(Command::new(project.path().join("explain-static")), true);
}
