//! Every text of the repository is as `.editorconfig` says, so that no editor changes lines that nobody wrote.

use std::fs;
use std::path::Path;

use ec4rs::Properties;
use ec4rs::property::{Charset, EndOfLine, FinalNewline, IndentSize, IndentStyle, MaxLineLen, TrimTrailingWs};

use crate::stranger::{git, root};
use crate::windows::run;

/// What git takes for text, and what is new and not ignored.
fn texts() -> Option<Vec<String>> {
    let mut ls_files = git(root())?;
    ls_files.args(["ls-files", "-z", "--eol", "--cached", "--others", "--exclude-standard"]);
    let listed = String::from_utf8(run(&mut ls_files)).unwrap();
    let files = listed.split_terminator('\0').map(|line| line.split_once('\t').unwrap());
    // In a merge a file is listed more than once, and one that was just removed still.
    let texts = files.filter(|(kind, _)| !kind.contains("-text")).map(|(_, path)| path.to_owned());
    Some(texts.filter(|path| root().join(path).is_file()).collect())
}

/// What is wrong with a file.
fn faults(wanted: &Properties, bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let text = String::from_utf8_lossy(bytes);
    if wanted.get::<Charset>() == Ok(Charset::Utf8) && (str::from_utf8(bytes).is_err() || text.starts_with('\u{feff}'))
    {
        faults.push("is no UTF-8 without a mark".to_owned());
    }
    if wanted.get::<EndOfLine>() == Ok(EndOfLine::Lf) && text.contains('\r') {
        faults.push("has a carriage return".to_owned());
    }
    if wanted.get::<FinalNewline>() == Ok(FinalNewline::Value(true)) && !text.is_empty() && !text.ends_with('\n') {
        faults.push("does not end with the end of a line".to_owned());
    }
    for (number, line) in (1..).zip(text.lines()) {
        let indent = &line[..line.len() - line.trim_start().len()];
        if wanted.get::<TrimTrailingWs>() == Ok(TrimTrailingWs::Value(true)) && line.ends_with([' ', '\t']) {
            faults.push(format!("{number}: blanks at the end"));
        }
        match wanted.get::<IndentStyle>() {
            Ok(IndentStyle::Spaces) if indent.contains('\t') => faults.push(format!("{number}: a tab in the indent")),
            Ok(IndentStyle::Tabs) if indent.starts_with(' ') => faults.push(format!("{number}: an indent of spaces")),
            _ => {}
        }
    }
    faults
}

#[test]
fn every_text_obeys() {
    let Some(texts) = texts() else { return };
    assert!(texts.len() > 300, "{}", texts.len());
    let mut found = Vec::new();
    for path in texts {
        let file = root().join(&path);
        let wanted = ec4rs::properties_of(&file).unwrap();
        found.extend(faults(&wanted, &fs::read(file).unwrap()).into_iter().map(|fault| format!("{path} {fault}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_disobeys_is_seen() {
    let of = |path: &str| ec4rs::properties_of(root().join(path)).unwrap();
    for (path, bytes, fault) in [
        ("a.rs", &b"\xff\n"[..], "is no UTF-8 without a mark"),
        ("a.rs", b"\xef\xbb\xbfa\n", "is no UTF-8 without a mark"),
        ("a.rs", b"a\r\n", "has a carriage return"),
        ("a.rs", b"a", "does not end with the end of a line"),
        ("a.rs", b"a\nb \n", "2: blanks at the end"),
        ("a.rs", b"\ta\n", "1: a tab in the indent"),
        ("a.go", b"    a\n", "1: an indent of spaces"),
    ] {
        assert_eq!(faults(&of(path), bytes), [fault], "{path}");
    }
    for (path, bytes) in [("a.go", &b"\ta\n"[..]), ("a.tsv", b"a\t\n"), ("tests/fuzz/corpus/a", b"\xff \r\n\t")] {
        assert!(faults(&of(path), bytes).is_empty(), "{path}");
    }
}

#[test]
fn it_says_of_rust_what_rustfmt_does() {
    let settings = fs::read_to_string(root().join("rustfmt.toml")).unwrap();
    let width = settings.lines().find_map(|line| line.strip_prefix("max_width = ")).unwrap();
    let wanted = ec4rs::properties_of(Path::new(&root().join("src/lib.rs"))).unwrap();
    assert_eq!(wanted.get::<MaxLineLen>(), Ok(MaxLineLen::Value(width.parse().unwrap())));
    assert!(!settings.contains("tab_spaces"), "rustfmt's own 4");
    assert_eq!(wanted.get::<IndentSize>(), Ok(IndentSize::Value(4)));
}
