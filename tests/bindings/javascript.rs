//! The npm package, installed in an empty folder and used there from Node.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::process::{Command, Output};

use flate2::read::GzDecoder;
use tempfile::TempDir;

use crate::row::{stories, told};
use crate::stranger::{copy, golden, golden_codes, root, text, tool};
use crate::windows::{release, run};

fn package() -> &'static Path {
    release().package(".tgz").unwrap()
}

/// A folder with the package and the examples, and nothing else.
fn installed() -> Option<TempDir> {
    let npm = tool("npm", "npm")?;
    let folder = TempDir::new().unwrap();
    run(Command::new(npm)
        .current_dir(folder.path())
        .args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"])
        .arg(package()));
    copy(&root().join("examples/javascript"), folder.path());
    Some(folder)
}

/// Node in that folder, for somebody who speaks English.
fn node(folder: &Path) -> Option<Command> {
    let mut node = Command::new(tool("node", "nodejs")?);
    node.current_dir(folder).env("LC_ALL", "C");
    Some(node)
}

#[test]
fn explain_prints_the_golden_file() {
    let Some(folder) = installed() else { return };
    let Some(mut node) = node(folder.path()) else { return };
    let printed = run(node.arg("explain.mjs").args(golden_codes()));
    similar_asserts::assert_eq!(text(&printed), golden());
}

fn row(folder: &Path, tag: &str, input: &[u8]) -> Option<Output> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(input).unwrap();
    file.rewind().unwrap();
    Some(node(folder)?.args(["row.mjs", tag]).stdin(file).output().unwrap())
}

#[test]
fn row_tells_the_stories() {
    let Some(folder) = installed() else { return };
    let waiting = fs::read_to_string(root().join("tests/data/waiting.tsv")).unwrap();
    for tag in ["de", "ar", "ja"] {
        for told_of in [&stories(), &waiting] {
            let Some(output) = row(folder.path(), tag, told_of.as_bytes()) else { return };
            assert_eq!((output.status.code(), &*text(&output.stderr)), (Some(0), ""));
            similar_asserts::assert_eq!(text(&output.stdout), told(tag, told_of));
        }
    }
}

#[test]
fn the_package_holds_what_it_should() {
    let mut tar = tar::Archive::new(GzDecoder::new(File::open(package()).unwrap()));
    let mut names = BTreeSet::new();
    for entry in tar.entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().to_string_lossy().into_owned();
        let mut data = String::new();
        entry.read_to_string(&mut data).unwrap();
        assert!(!data.contains("@VERSION@") && !data.contains("@WASM@"), "{name}");
        names.insert(name);
    }
    let files = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "wv2interrupt.d.ts", "wv2interrupt.js"];
    assert_eq!(names, files.map(|file| format!("package/{file}")).into());
}

/// The functions of the same name in UTF-16 return the same texts.
#[test]
fn every_function_is_used() {
    let source = fs::read_to_string(root().join("bindings/javascript/wv2interrupt.js")).unwrap();
    let exports = fs::read_to_string(root().join("tests/exports.txt")).unwrap();
    let functions = exports.lines().map(|line| line.strip_prefix("wv2_interrupt_").unwrap());
    let functions: Vec<&str> = functions.filter(|function| !function.ends_with("_utf16")).collect();
    assert_eq!(packaging::javascript::functions(&source), functions);
}
