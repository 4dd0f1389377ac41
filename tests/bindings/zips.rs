//! The packages that are unpacked and nothing more, and what is asked of each.

use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::Path;
use std::process::Command;

use crate::row::{WAITING, stories, told};
use crate::stranger::{golden, golden_codes, root, text};
use crate::windows::{release, run};

/// The archive of a language.
pub fn archive(language: &str) -> &'static Path {
    let name = format!("wv2interrupt-{language}-{}.zip", packaging::layout::manifest("version"));
    release().package(&name).unwrap_or_else(|| panic!("there is no {name}"))
}

/// Unpacks it in a folder.
pub fn unpack(language: &str, folder: &Path) {
    zip::ZipArchive::new(File::open(archive(language)).unwrap()).unwrap().extract(folder).unwrap();
}

/// The example `explain` of a binding prints the golden file.
#[track_caller]
pub fn explains(mut explain: Command) {
    similar_asserts::assert_eq!(text(&run(explain.args(golden_codes()).env("LC_ALL", "C"))), golden());
}

/// The example `row` of a binding tells what the one in C tells.
#[track_caller]
pub fn tells_what_c_tells(row: impl Fn() -> Command) {
    let stories = stories();
    let waiting = fs::read_to_string(root().join(WAITING)).unwrap();
    for (tag, reports) in [("de", &stories), ("ar", &stories), ("ja", &stories), ("en", &waiting)] {
        let mut input = tempfile::tempfile().unwrap();
        input.write_all(reports.as_bytes()).unwrap();
        input.rewind().unwrap();
        similar_asserts::assert_eq!(text(&run(row().arg(tag).stdin(input))), told(tag, reports), "{tag}");
    }
}

/// What stands in backquotes in the last column of bindings/README.md, in the row of a language.
pub fn line_of_the_table(language: &str) -> Vec<String> {
    let page = fs::read_to_string(root().join("bindings/README.md")).unwrap();
    let row = page.lines().find_map(|line| line.strip_prefix(&format!("| {language} |"))).expect(language);
    let last = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
    last.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
