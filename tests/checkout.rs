//! A checkout on Windows has the same files as one on Linux, byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use regex::Regex;

use crate::stranger::{git, root};
use crate::windows::run;

fn lines(command: &mut Command) -> Vec<String> {
    String::from_utf8(run(command)).unwrap().lines().map(str::to_owned).collect()
}

/// What is committed: each path with the hash of its bytes.
fn committed() -> Option<BTreeMap<String, String>> {
    let files = lines(git(root())?.args(["-c", "core.quotePath=false", "ls-tree", "-r", "--full-tree", "HEAD"]));
    let parts = |line: &String| {
        let (hash, path) = line.split_once('\t').unwrap();
        (path.to_owned(), hash.rsplit(' ').next().unwrap().to_owned())
    };
    Some(files.iter().map(parts).collect())
}

/// The hashes of files as they lie in a folder.
fn hashes(folder: &Path, files: &BTreeMap<String, String>) -> Vec<String> {
    let mut command = git(folder).unwrap();
    command.args(["hash-object", "--no-filters", "--stdin-paths"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let paths: String = files.keys().map(|path| format!("{path}\n")).collect();
    let feed = std::thread::spawn(move || input.write_all(paths.as_bytes()));
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// Git for Windows sets `core.autocrlf` when it is installed.
#[test]
fn autocrlf_changes_no_byte() {
    let Some(files) = committed() else { return };
    let folder = tempfile::tempdir().unwrap();
    let clone = folder.path().join("clone");
    let mut command = git(folder.path()).unwrap();
    // A clone that stands alone, without links to our objects.
    command.args(["-c", "core.autocrlf=true", "clone", "--quiet", "--no-local", "--depth", "1"]);
    run(command.arg(root()).arg(&clone));
    let hashes = hashes(&clone, &files);
    assert_eq!(hashes.len(), files.len());
    let changed: Vec<&String> =
        files.iter().zip(&hashes).filter(|((_, was), is)| was != is).map(|((path, _), _)| path).collect();
    assert!(changed.is_empty(), "{} files, {changed:?}", changed.len());
}

/// In what is committed from Windows, too.
#[test]
fn git_leaves_what_is_no_text_as_it_is() {
    let Some(files) = committed() else { return };
    let is_no_text = |path: &&String| path.starts_with("tests/fuzz/corpus/") || path.ends_with(".png");
    let binary: Vec<&String> = files.keys().filter(is_no_text).collect();
    assert!(binary.len() > 400, "{binary:?}");
    let attributes = lines(git(root()).unwrap().args(["check-attr", "text", "--"]).args(&binary));
    assert_eq!(attributes.len(), binary.len());
    for line in attributes {
        assert!(line.ends_with(": text: unset"), "{line}");
    }
}

#[test]
fn windows_can_name_every_file() {
    let Some(files) = committed() else { return };
    let reserved = Regex::new(r#"(?i)[<>:"|?*\\]|(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)|[. ](/|$)"#).unwrap();
    let mut seen = BTreeSet::new();
    for path in files.keys() {
        assert!(!reserved.is_match(path), "{path}");
        assert!(seen.insert(path.to_lowercase()), "{path} differs from another in case alone");
    }
}
