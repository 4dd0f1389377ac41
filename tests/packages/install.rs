//! `cargo xtask install`, `uninstall` and pkg-config.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use super::{consumer, prints_the_golden_file};
use crate::stranger::{api, plain_folder, tool};
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
        "bin/wv2interrupt-explain",
        "share/man/man1/wv2interrupt-explain.1",
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
        "share/wv2interrupt/wv2interrupt-explain.html",
        "share/wv2interrupt/wv2interrupt.json",
        "share/wv2interrupt/wv2interrupt.schema.json",
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

/// What the list names is what is there, whatever the umask.
#[test]
fn modes_do_not_depend_on_the_umask() {
    let folder = TempDir::new().unwrap();
    let prefix = folder.path().join("made/with it");
    let mut shell = Command::new("sh");
    shell.args(["-c", "umask 077; exec \"$@\"", "sh", env!("CARGO"), "xtask", "install", "--prefix"]).arg(&prefix);
    run(shell.current_dir(crate::stranger::root()));
    for path in tree(folder.path()) {
        let found = folder.path().join(&path).symlink_metadata().unwrap();
        if !found.is_symlink() {
            let is_executable = path.contains(".so.") || path.contains("/bin/");
            let expected = if found.is_dir() || is_executable { 0o755 } else { 0o644 };
            assert_eq!(found.permissions().mode() & 0o7777, expected, "{path}");
        }
    }
    run(Command::new(env!("CARGO")).args(["xtask", "uninstall", "--prefix"]).arg(&prefix));
    assert_eq!(tree(folder.path()), BTreeSet::new(), "the folders that it made for the prefix");
}

#[test]
fn a_file_of_somebody_else_is_replaced_only_by_force() {
    let folder = TempDir::new().unwrap();
    let theirs = folder.path().join("include/wv2interrupt.h");
    fs::create_dir(folder.path().join("include")).unwrap();
    fs::write(&theirs, "theirs").unwrap();
    let before = tree(folder.path());

    let refused = xtask("install", folder.path(), None);
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && complaint.contains(theirs.to_str().unwrap()), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert_eq!(tree(folder.path()), before);
    assert_eq!(fs::read_to_string(&theirs).unwrap(), "theirs");

    run(Command::new(env!("CARGO")).args(["xtask", "install", "--force", "--prefix"]).arg(folder.path()));
    assert_ne!(fs::read_to_string(&theirs).unwrap(), "theirs");
}

#[test]
fn what_fails_is_undone_and_names_the_path() {
    let folder = TempDir::new().unwrap();
    let prefix = folder.path();
    let obstacle = prefix.join("lib/cmake");
    fs::create_dir(prefix.join("lib")).unwrap();
    fs::write(&obstacle, "").unwrap();
    let before = tree(prefix);
    let fails = || {
        let failed = xtask("install", prefix, None);
        let complaint = String::from_utf8_lossy(&failed.stderr).into_owned();
        assert!(!failed.status.success() && complaint.contains(obstacle.to_str().unwrap()), "{complaint}");
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
    };
    fails();
    assert_eq!(tree(prefix), before);

    // Over an installation, which stays as it was.
    fs::remove_file(&obstacle).unwrap();
    install(prefix, None);
    fs::remove_dir_all(&obstacle).unwrap();
    fs::write(&obstacle, "").unwrap();
    let (before, list) = (tree(prefix), prefix.join("share/doc/wv2interrupt/installed-files.txt"));
    let listed = fs::read_to_string(&list).unwrap();
    fails();
    assert_eq!((tree(prefix), fs::read_to_string(&list).unwrap()), (before, listed));
}

/// The list is written first, so that it names what was put there before the end came.
#[test]
fn what_was_stopped_can_be_removed() {
    let folder = TempDir::new().unwrap();
    install(folder.path(), None);
    let list = folder.path().join("share/doc/wv2interrupt/installed-files.txt");
    let listed = fs::read_to_string(&list).unwrap();
    fs::write(folder.path().join("include/wv2interrupt.h.new"), "").unwrap();
    fs::remove_file(folder.path().join("include/wv2interrupt.h")).unwrap();
    fs::write(&list, listed + "include/wv2interrupt.h.new\n").unwrap();
    assert!(xtask("uninstall", folder.path(), None).status.success());
    assert_eq!(tree(folder.path()), BTreeSet::new());
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
    let folder = plain_folder();
    install(Path::new("/usr"), Some(folder.path()));
    let prefix = folder.path().join("moved");
    fs::rename(folder.path().join("usr"), &prefix).unwrap();

    let search = prefix.join("lib/pkgconfig");
    let version = run(Command::new(pkg_config).args(["--modversion", "wv2interrupt"]).env("PKG_CONFIG_PATH", &search));
    assert_eq!(String::from_utf8_lossy(&version).trim(), api().version());
    let project = consumer("pkg-config", &["c/explain.c"]);
    run(Command::new(make).current_dir(project.path()).env("PKG_CONFIG_PATH", &search));
    for program in ["explain-shared", "explain-static"] {
        prints_the_golden_file(Command::new(project.path().join(program)), true);
    }
}

/// As where a distribution builds without the network.
#[test]
fn without_its_target_the_page_is_left_out() {
    let folder = TempDir::new().unwrap();
    let tools = folder.path().join("tools");
    fs::create_dir(&tools).unwrap();
    let rustc = which::which("rustc").unwrap().display().to_string();
    for (tool, script) in [
        ("rustc", format!("case \"$*\" in *target-libdir*wasm32*) echo /none ;; *) exec '{rustc}' \"$@\" ;; esac")),
        ("rustup", "exit 1".to_owned()),
    ] {
        fs::write(tools.join(tool), format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(tools.join(tool), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let prefix = folder.path().join("prefix");
    let mut command = Command::new(env!("CARGO"));
    command.args(["xtask", "install", "--prefix"]).arg(&prefix).current_dir(crate::stranger::root()).env("PATH", path);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.lines().count() == 1, "{said}");
    assert!(said.starts_with("xtask: wv2interrupt-explain.html is left out: the Rust target wasm32-"), "{said}");
    let installed = tree(&prefix);
    assert!(installed.contains("share/wv2interrupt/wv2interrupt.json") && installed.contains("lib/libwv2interrupt.so"));
    assert!(!installed.contains("share/wv2interrupt/wv2interrupt-explain.html"));
}
