//! The tool that shows what Chromium says, on packs and pages made for it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::stranger::{python, root, text};
use tempfile::TempDir;

/// A pack as Chromium's tools write it: the texts by number, and numbers that share the text of a place.
fn pack(texts: &[(u16, &str)], shared: &[(u16, u16)]) -> Vec<u8> {
    let mut pack = [&5_u32.to_le_bytes()[..], &[1, 0, 0, 0]].concat();
    pack.extend([texts.len() as u16, shared.len() as u16].map(u16::to_le_bytes).concat());
    let mut end = 12 + 6 * (texts.len() + 1) + 4 * shared.len();
    for (number, text) in texts.iter().chain([&(0, "")]) {
        pack.extend(number.to_le_bytes());
        pack.extend((end as u32).to_le_bytes());
        end += text.len();
    }
    pack.extend(shared.iter().flat_map(|(number, place)| [*number, *place].map(u16::to_le_bytes).concat()));
    pack.extend(texts.iter().flat_map(|(_, text)| text.bytes()));
    pack
}

const NAMES: &str = "IDS_PAUSE,7,a.grd\nIDS_SHOW,9,a.grd\nIDS_STOP,10,b.grd\n";

fn page(language: &str, term: &str, part: &str) -> String {
    format!(
        "# {language}\n\n## Terms\n\n| notion | term | in the texts | seen in |\n|---|---|---|---|\n| pause | {term} | {part} | `IDS_PAUSE` |\n"
    )
}

/// The tool with a glossary of two languages and their packs; `None` without Python.
struct Tool {
    python: PathBuf,
    folder: TempDir,
}

impl Tool {
    fn new() -> Option<Self> {
        let new = Self { python: python()?, folder: tempfile::tempdir().unwrap() };
        for folder in ["tests/languages", "docs/languages", "packs"] {
            fs::create_dir_all(new.folder.path().join(folder)).unwrap();
        }
        new.write("tests/languages/terms.py", &fs::read(root().join("tests/languages/terms.py")).unwrap());
        new.write("docs/languages/en.md", page("English (English, `en`)", "pause", "paus").as_bytes());
        new.write("docs/languages/de.md", page("German (Deutsch, `de`)", "anhalten", "angehalten").as_bytes());
        new.write("packs/en-US.pak.info", NAMES.as_bytes());
        new.write("packs/en-US.pak", &pack(&[(7, "Paused"), (9, "&Show in folder")], &[(10, 0)]));
        new.write("packs/de.pak", &pack(&[(7, "Angehalten"), (9, "In Ordner zeigen")], &[(10, 1)]));
        Some(new)
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join(file), bytes).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(&self.python);
        command.arg(self.folder.path().join("tests/languages/terms.py"));
        command.arg("--locales").arg(self.folder.path().join("packs")).args(arguments).output().unwrap()
    }

    #[track_caller]
    fn prints(&self, arguments: &[&str], status: i32, printed: &str) {
        let output = self.run(arguments);
        similar_asserts::assert_eq!(text(&output.stdout), printed, "{output:?}");
        assert_eq!((output.status.code(), output.stderr.len()), (Some(status), 0));
    }

    #[track_caller]
    fn refuses(&self, arguments: &[&str], why: &str) {
        let output = self.run(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len(), error.lines().count()), (Some(2), 0, 1), "{error}");
        assert!(error.starts_with("terms: ") && error.contains(why), "{error}");
    }
}

#[test]
fn a_notion_a_name_and_an_english_text_are_shown_in_all_languages() {
    let Some(tool) = Tool::new() else { return };
    let pause = "IDS_PAUSE\n  en       Paused\n  de       Angehalten\n";
    let show = "IDS_SHOW\n  en       &Show in folder\n  de       In Ordner zeigen\n";
    let stop = "IDS_STOP\n  en       Paused\n  de       In Ordner zeigen\n";
    tool.prints(&["pause"], 0, pause);
    tool.prints(&["IDS_STOP"], 0, stop);
    tool.prints(&["paused", "show in Folder"], 0, &format!("{pause}{stop}{show}"));
    tool.prints(&["folder"], 0, show);
}

#[test]
fn a_term_that_was_not_seen_there_is_found_out() {
    let Some(tool) = Tool::new() else { return };
    tool.prints(&["--check"], 0, "");
    tool.write("docs/languages/de.md", page("German (Deutsch, `de`)", "pausieren", "pausiert").as_bytes());
    tool.prints(&["--check", "en"], 0, "");
    let wrong = "de: pause: pausieren, pausiert, but IDS_PAUSE is 'Angehalten'\n";
    tool.prints(&["--check"], 1, wrong);
    tool.prints(&["--check", "de"], 1, wrong);
}

#[test]
fn what_cannot_be_shown_is_named_in_one_line() {
    let Some(tool) = Tool::new() else { return };
    tool.refuses(&["resume"], "'resume' is no notion");
    tool.refuses(&["--check", "tlh"], "'tlh' has no page: en de");
    for (bytes, why) in [
        (&b""[..], "not a pack"),
        (b"\x04\0\0\0\x01\0\0\0\0\0\0\0", "version 4"),
        (b"\x05\0\0\0\x01\0\0\0\xff\xff\0\0", "not a pack"),
    ] {
        tool.write("packs/de.pak", bytes);
        tool.refuses(&["pause"], "de.pak");
        tool.refuses(&["pause"], why);
    }
    fs::remove_file(tool.folder.path().join("packs/de.pak")).unwrap();
    tool.refuses(&["pause"], "de.pak");
    for list in [&b"IDS_PAUSE;7\n"[..], b"IDS_PAUSE,seven,a.grd\n", b"\xff\xfe\0"] {
        tool.write("packs/en-US.pak.info", list);
        tool.refuses(&["pause"], "en-US.pak.info: not a list");
    }
    let usage = tool.run(&[]);
    assert!(usage.status.code() == Some(2) && usage.stderr.starts_with(b"Shows what Chromium says"), "{usage:?}");
}
