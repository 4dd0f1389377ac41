//! The C example as a tool that is installed, and its manual page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use regex::Regex;
use tempfile::TempDir;

use super::{install, prints_the_golden_file, unpacked};
use crate::stranger::{api, on_stderr, root, text, tool};
use crate::windows::{packages, run};

const TOOL: &str = "bin/wv2interrupt-explain";
const PAGE: &str = "share/man/man1/wv2interrupt-explain.1";

/// What the Linux archive has.
fn in_archive(file: &str) -> PathBuf {
    let package = packages().iter().find(|package| package.platform.name == "linux-x64").unwrap();
    unpacked().join(package.folder.file_name().unwrap()).join(file)
}

#[test]
fn it_explains_and_needs_no_other_file() {
    let folder = TempDir::new().unwrap();
    install::install(folder.path(), None);
    for program in [folder.path().join(TOOL), in_archive(TOOL)] {
        prints_the_golden_file(Command::new(&program), true);
        let data = fs::read(&program).unwrap();
        let elf = goblin::elf::Elf::parse(&data).unwrap();
        assert!(elf.libraries.iter().all(|library| library.starts_with("libc.so.")), "{:?}", elf.libraries);

        // It calls itself what it was called.
        let output = Command::new(&program).arg("nonsense").output().unwrap();
        let said = "wv2interrupt-explain: 'nonsense' is not understood; a code is decimal or 0x hexadecimal, \
                    a name is one that 'wv2interrupt-explain' without arguments lists\n";
        assert_eq!((on_stderr(&output).as_str(), output.status.code()), (said, Some(2)));
        let help = text(&run(Command::new(&program).arg("--help")));
        assert!(help.starts_with("usage: wv2interrupt-explain [--language TAG] "), "{help}");
    }
}

/// The options of a text, and what stands for arguments.
fn words(text: &str) -> BTreeSet<String> {
    let word = Regex::new(r"--[a-z]+\b|\b[A-Z]{3,}\b").unwrap();
    word.find_iter(text).map(|found| found.as_str().to_owned()).collect()
}

#[test]
fn the_page_names_what_help_names() {
    let source = fs::read_to_string(in_archive(PAGE)).unwrap();
    let page = source.replace("Fl Fl ", "--");
    let (synopsis, rest) = page.split_once(".Sh DESCRIPTION").unwrap();
    let item = Regex::new(r"(?m)^\.It (.*)$").unwrap();
    let explained: String = item.captures_iter(rest).map(|found| found[1].to_owned() + "\n").collect();
    let help = text(&run(Command::new(in_archive(TOOL)).arg("--help")));
    // What stands before its explanation.
    let items: String = help.lines().filter_map(|line| line.strip_prefix("  ")?.get(..15)).collect();
    let mut named = words(&items);
    assert_eq!(words(&explained), named, "{explained}");
    let synopsis = synopsis.split_once(".Sh SYNOPSIS").unwrap().1;
    named.remove("FORMAT");
    assert_eq!(words(synopsis), named, "{synopsis}");
    for format in ["text", "tsv", "json"] {
        assert!(help.contains(format) && rest.contains(&format!(".Cm {format}")), "{format}");
    }
    for status in ["0", "1", "2"] {
        assert!(explained.lines().any(|line| line == status), "{status}");
    }
    assert!(source.contains(&format!(".Os wv2interrupt {}\n", api().version())), "{source}");
}

/// What the page's own examples say, they do.
#[test]
fn the_examples_of_the_page_work() {
    let source = fs::read_to_string(in_archive(PAGE)).unwrap();
    let examples: Vec<&str> =
        source.lines().filter_map(|line| line.strip_prefix(".Dl wv2interrupt-explain ")).collect();
    assert_eq!(examples.len(), 3);
    for example in examples {
        let printed = run(Command::new(in_archive(TOOL)).args(example.split(' ')));
        assert!(!printed.is_empty(), "{example}");
    }
}

fn lint(page: &Path) -> Option<[Output; 2]> {
    let mut mandoc = Command::new(tool("mandoc", "mandoc")?);
    let mut man = Command::new(tool("man", "man-db")?);
    mandoc.args(["-T", "lint", "-W", "warning"]).arg(page);
    man.args(["--warnings", "--local-file"]).arg(page).env("LC_ALL", "C.UTF-8");
    Some([mandoc.output().unwrap(), man.output().unwrap()])
}

#[test]
fn linters_find_no_fault_with_the_page() {
    let page = in_archive(PAGE);
    let Some([mandoc, man]) = lint(&page) else { return };
    assert!(mandoc.status.success(), "{}", text(&mandoc.stdout));
    assert!(man.status.success() && man.stderr.is_empty(), "{}", on_stderr(&man));
    assert!(text(&man.stdout).contains("explain why a WebView2 download was interrupted"), "{}", text(&man.stdout));

    // They would say so.
    let folder = TempDir::new().unwrap();
    let broken = folder.path().join("broken.1");
    fs::write(&broken, fs::read_to_string(page).unwrap().replacen(".Nd ", ".Ndd ", 1)).unwrap();
    let [mandoc, _] = lint(&broken).unwrap();
    assert!(!mandoc.status.success() && text(&mandoc.stdout).contains("Ndd"), "{}", text(&mandoc.stdout));
}

/// The library is whole without it.
#[test]
fn without_a_c_compiler_it_is_left_out() {
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO"));
    command.args(["xtask", "install", "--prefix"]).arg(folder.path()).current_dir(root()).env("CC", "no-compiler");
    let output = command.output().unwrap();
    let said = on_stderr(&output);
    assert!(output.status.success() && said.lines().count() == 1, "{said}");
    assert!(said.starts_with("xtask: wv2interrupt-explain is left out: no-compiler"), "{said}");
    let installed = install::tree(folder.path());
    assert!(installed.contains("lib/libwv2interrupt.a") && !installed.contains(TOOL) && !installed.contains(PAGE));
}
