//! `cargo xtask`: what it says when it is asked for help or not understood, and how little the first command compiles.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use xtask::build::PACKAGE;

use crate::stranger::root;

fn xtask(arguments: &[&OsStr]) -> Output {
    Command::new(env!("CARGO")).arg("xtask").args(arguments).current_dir(root()).output().unwrap()
}

#[track_caller]
fn assert_says(arguments: &[&OsStr], status: i32, stdout: &str, stderr: &str) {
    let output = xtask(arguments);
    let begins = |said: &[u8], expected: &str| {
        let said = String::from_utf8_lossy(said).into_owned();
        assert!(said.starts_with(expected) && said.is_empty() == expected.is_empty(), "{arguments:?}: {said}");
    };
    begins(&output.stdout, stdout);
    begins(&output.stderr, stderr);
    assert_eq!(output.status.code(), Some(status), "{arguments:?}");
}

fn words<'a>(arguments: &[&'a str]) -> Vec<&'a OsStr> {
    arguments.iter().copied().map(OsStr::new).collect()
}

const USAGE: &str = "usage: cargo xtask TASK [ARGUMENTS...]\n  run [ARGUMENTS...] ";

#[test]
fn help_is_printed_to_stdout() {
    for arguments in [&["--help"][..], &["-h"], &["help"], &["dist", "--help"], &["install", "-h"]] {
        assert_says(&words(arguments), 0, USAGE, "");
    }
}

#[test]
fn what_is_no_task_is_named() {
    assert_says(&[], 2, "", &format!("xtask: a task is missing\n{USAGE}"));
    assert_says(&words(&["nonsense", "--help"]), 2, "", &format!("xtask: there is no task \"nonsense\"\n{USAGE}"));
    for task in ["header", "docs", "site", "abi", "dist", "webview2"] {
        assert_says(&words(&[task, "7\n"]), 2, "", &format!("xtask: {task} takes no arguments, not \"7\\n\"\n"));
    }
    assert_says(&words(&["bench", "--long"]), 1, "", "xtask: bench takes --short and nothing else, not [\"--long\"]\n");
    assert_says(&words(&["gallery", "de"]), 1, "", "xtask: gallery takes a language and a file, or nothing\n");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_named() {
    use std::os::unix::ffi::OsStrExt;
    let bytes = OsStr::from_bytes(b"\xff");
    assert_says(&[bytes], 2, "", "xtask: there is no task \"\\xFF\"\n");
    assert_says(&[OsStr::new("dist"), bytes], 2, "", "xtask: dist takes no arguments, not \"\\xFF\"\n");
    assert_says(&[OsStr::new("run"), bytes], 2, "", "explain: '");
    for (task, complaint) in [
        ("install", "unexpected argument \"\\xFF\""),
        ("bench", "bench takes --short and nothing else, not [\"\\xFF\"]"),
        ("prove", "there is no proof called \"\u{fffd}\""),
        ("gallery", "gallery takes"),
    ] {
        assert_says(&[OsStr::new(task), bytes], 1, "", &format!("xtask: {complaint}"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let prefix = tempfile::tempdir().unwrap();
    for arguments in [&["--help"][..], &["install", "--prefix", prefix.path().to_str().unwrap()]] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO"));
        let output = command.arg("xtask").args(arguments).current_dir(root()).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(said, "xtask: standard output: No space left on device (os error 28)\n");
        assert_eq!(output.status.code(), Some(1));
    }
}

/// Runs the first command with another C compiler, and one that finds fault with the program.
fn run_with(compiler: &str) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command.args(["xtask", "run", "0xb"]).current_dir(root()).env("CC", compiler);
    command.env("CFLAGS", "-Wtraditional -Werror").output().unwrap()
}

#[cfg(unix)]
#[test]
fn the_compiler_may_have_arguments_and_warnings() {
    let output = run_with("env cc");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.stdout.starts_with(b"FileHashMismatch (11, 0xb)\n"), "{said}");
    assert!(output.status.success() && said.is_empty(), "{said}");
}

/// `echo` understands everything, which is how Visual Studio's compiler is told from others.
#[cfg(unix)]
#[test]
fn visual_studios_compiler_is_told_what_it_understands() {
    let output = run_with("echo");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let arguments: Vec<&str> = said.lines().next().unwrap().split(' ').collect();
    let has = |wanted: &str| arguments.contains(&wanted);
    assert!(has("-nologo") && has("/utf-8") && arguments.iter().any(|argument| argument.starts_with("/Fe")), "{said}");
    assert!(!has("-WX") && !arguments.iter().any(|argument| argument.starts_with("-std")), "{said}");
}

#[test]
fn a_missing_compiler_is_named_with_advice_for_the_system() {
    let output = run_with("no-compiler");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("xtask: no-compiler") && said.lines().count() == 1, "{said}");
    assert!(said.contains("): a C compiler is needed: "), "{said}");
    assert_eq!(said.contains("Visual Studio"), cfg!(target_env = "msvc"), "{said}");
    assert!(output.stdout.is_empty() && output.status.code() == Some(1), "{output:?}");
}

/// A file and the one that it is to replace, in a folder with nothing else.
fn new_and_used(new: &str, used: &str) -> (TempDir, PathBuf, PathBuf) {
    let folder = TempDir::new().unwrap();
    let [from, to] = ["new", "used"].map(|name| folder.path().join(name));
    fs::write(&from, new).unwrap();
    fs::write(&to, used).unwrap();
    (folder, from, to)
}

/// A proof, a benchmark or the host may be running with the library that another one needs.
#[test]
fn a_file_in_use_is_not_written_over() {
    let (folder, from, to) = new_and_used("new", "used");
    let mut used = File::open(&to).unwrap();
    xtask::replace(&from, &to).unwrap();
    let mut read = String::new();
    used.read_to_string(&mut read).unwrap();
    assert_eq!((read.as_str(), fs::read_to_string(&to).unwrap().as_str()), ("used", "new"));
    fs::create_dir(folder.path().join("folder")).unwrap();
    assert!(xtask::replace(&from, &folder.path().join("folder")).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "something was left over");
}

/// Wine refuses it until then, as Windows does where what reads the file has asked for it.
#[test]
fn a_file_that_is_read_is_replaced_in_the_end() {
    let (_folder, from, to) = new_and_used("new", "used");
    let used = File::open(&to).unwrap();
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(200));
            drop(used);
        });
        xtask::replace(&from, &to).unwrap();
    });
    assert_eq!(fs::read_to_string(&to).unwrap(), "new");
}

#[test]
fn a_file_is_replaced_by_several_at_once() {
    let new = "new".repeat(100_000);
    let (folder, from, to) = new_and_used(&new, &new);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..100).for_each(|_| xtask::replace(&from, &to).unwrap()));
        }
        // Whoever reads it meanwhile reads it whole.
        scope.spawn(|| (0..100).for_each(|_| assert!(fs::read(&to).unwrap() == new.as_bytes())));
    });
    assert_eq!(fs::read_to_string(&to).unwrap(), new);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "something was left over");
}

/// Most people try this command first, and wait for it.
#[test]
fn the_first_command_compiles_little() {
    let packages = |package: &str| {
        let mut tree = Command::new(env!("CARGO"));
        tree.args(["tree", "--locked", "--prefix", "none", "--edges", "normal,build", "--package", package]);
        let tree = tree.current_dir(root()).output().unwrap();
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        String::from_utf8(tree.stdout).unwrap().lines().filter(|line| !line.ends_with("(*)")).count()
    };
    // Of a package: its library, its build script, and the run of that. Of `xtask` a program, too.
    let most = 3 * (packages("xtask") + packages(PACKAGE)) + 1;
    assert!(most <= 40, "`cargo xtask run` compiles up to {most} units");
}
