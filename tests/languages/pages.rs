//! The pages of the languages in `docs/languages`: each is there, and the texts use the terms of its glossary.

use std::collections::BTreeMap;
use std::fs;

use crate::languages::tags;
use crate::languages::words::texts;
use crate::stranger::{UNKNOWN, api, root};
use regex::Regex;

/// The page of a language.
struct Page {
    /// What English calls the language, and what it calls itself.
    names: [String; 2],
    tag: String,
    /// In their order: the notions, and the parts of words by which the texts show that they use its term.
    glossary: Vec<(String, Vec<String>)>,
    /// Where each term was seen.
    sources: Vec<String>,
    /// The texts that were translated back and say what the English says, by their names.
    translated_back: BTreeMap<String, String>,
}

impl Page {
    fn parse(page: &str) -> Self {
        let heading = Regex::new(r"^# (.+?) \((.+), `(.+)`\)\n").unwrap();
        let heading = heading.captures(page).expect("a heading as of docs/languages/de.md");
        let terms = page.split("\n## Terms\n").nth(1).expect("terms").split("\n## ").next().unwrap();
        let row = Regex::new(r"(?m)^\| ([a-z ]+) \| .+ \| (.+) \| (.+) \|$").unwrap();
        let rows = row.captures_iter(terms).skip(1).map(|row| {
            let parts = row[2].split(", ").map(str::to_lowercase).collect();
            ((row[1].to_owned(), parts), row[3].to_owned())
        });
        let (glossary, sources) = rows.unzip();
        let names = [heading[1].to_owned(), heading[2].to_owned()];
        Self { names, tag: heading[3].to_owned(), glossary, sources, translated_back: translated_back(page) }
    }
}

fn translated_back(page: &str) -> BTreeMap<String, String> {
    let table = page.split("\n## Translated back\n").nth(1).unwrap_or_default().split("\n## ").next().unwrap();
    let row = Regex::new(r"(?m)^\| ([^|]+) \| ([^|]+) \| .+ \| (?:same|close)\b[^|]* \|$").unwrap();
    row.captures_iter(table).map(|row| (row[1].to_owned(), row[2].to_owned())).collect()
}

/// By the name of the file, which is the language's tag.
fn pages() -> BTreeMap<String, Page> {
    let files = fs::read_dir(root().join("docs/languages")).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|file| {
            let tag = file.file_stem().unwrap().to_str().unwrap().to_owned();
            (tag, Page::parse(&fs::read_to_string(&file).unwrap()))
        })
        .collect()
}

#[test]
fn each_language_has_a_page_and_is_in_the_list() {
    let pages = pages();
    let list = fs::read_to_string(root().join("docs/languages.md")).unwrap();
    for (language, tag) in tags() {
        let page = pages.get(tag).unwrap_or_else(|| panic!("there is no docs/languages/{tag}.md"));
        let [english, own] = &page.names;
        assert_eq!((page.tag.as_str(), own.as_str()), (tag, api().text("language_name", language)));
        let row = format!("\n| {english} | {own} | [`{tag}`](languages/{tag}.md) |\n");
        assert!(list.contains(&row), "docs/languages.md has no row {row}");
    }
    assert_eq!((pages.len(), list.matches("](languages/").count()), (tags().count(), tags().count()));
}

/// By the name of a text, or by a file of Windows' and a number.
#[test]
fn each_term_was_looked_up() {
    let source = Regex::new(r"`\w[^`]+`|\w\.dll \d").unwrap();
    for (tag, page) in pages() {
        for ((notion, _), seen) in page.glossary.iter().zip(&page.sources) {
            assert!(source.is_match(seen), "docs/languages/{tag}.md: {notion} was seen nowhere: {seen}");
        }
    }
}

/// Where a notion has to show: the functions, and the names of what they are asked about.
const NOTIONS: [(&str, &[(&str, &str)]); 25] = [
    ("download", &[("label", "Unknown"), ("message", "Unknown")]),
    ("file", &[("message", "FileMalicious"), ("message", "ServerBadContent")]),
    ("folder", &[("advice", "FileFailed"), ("message", "FileAccessDenied")]),
    ("disk", &[("message", "FileNoSpace"), ("message", "FileTooLarge")]),
    ("network", &[("message", "NetworkFailed")]),
    ("connection", &[("label", "NetworkDisconnected"), ("message", "NetworkDisconnected")]),
    ("server", &[("message", "NetworkServerDown"), ("message", "ServerFailed")]),
    ("website", &[("message", "ServerCrossOriginRedirect"), ("advice", "ServerForbidden")]),
    ("link", &[("advice", "ServerBadContent"), ("advice", "NetworkInvalidRequest")]),
    ("address", &[("message", "NetworkInvalidRequest")]),
    ("certificate", &[("message", "ServerCertificateProblem")]),
    ("policy", &[("message", "FileBlockedByPolicy")]),
    ("administrator", &[("advice", "FileBlockedByPolicy"), ("advice", "FileAccessDenied")]),
    ("virus", &[("label", "FileMalicious"), ("message", "FileMalicious")]),
    ("sign in", &[("advice", "ServerUnauthorized"), ("advice", "ServerUnexpectedResponse")]),
    ("computer", &[("message", "FileFailed"), ("message", "FileBlockedByPolicy")]),
    ("space", &[("message", "FileNoSpace")]),
    (
        "pause",
        &[("label", "UserPaused"), ("message", "UserPaused"), ("outcome_label", "paused"), ("action_label", "pause")],
    ),
    ("resume", &[("advice", "UserPaused"), ("action_label", "resume")]),
    ("cancel", &[("label", "UserCanceled"), ("message", "UserCanceled"), ("outcome_label", "canceled")]),
    ("retry", &[("advice", "NetworkServerDown"), ("advice", "Unknown"), ("action_label", "retry")]),
    ("open", &[("action_label", "open")]),
    ("block", &[("message", "FileBlockedByPolicy"), ("outcome_label", "blocked")]),
    ("redirect", &[("label", "ServerCrossOriginRedirect"), ("message", "ServerCrossOriginRedirect")]),
    ("security check", &[("message", "FileSecurityCheckFailed")]),
];

/// The code that goes by a name, which for no reason is that of UNKNOWN.
fn code(function: &str, name: &str) -> i32 {
    match function.strip_suffix("_label") {
        Some(kind) => {
            let function = format!("{kind}_name");
            (0..32).find(|code| api().text(&function, *code) == name).unwrap_or_else(|| panic!("no {kind} {name}"))
        }
        None => {
            let code = api().find("from_name", name);
            assert_eq!(code == UNKNOWN, name == "Unknown", "no reason {name}");
            code
        }
    }
}

#[test]
fn texts_use_the_terms_of_the_glossary() {
    let pages = pages();
    for (language, tag) in tags() {
        let glossary = &pages[tag].glossary;
        let notions: Vec<&str> = glossary.iter().map(|(notion, _)| notion.as_str()).collect();
        assert_eq!(notions, NOTIONS.map(|(notion, _)| notion), "docs/languages/{tag}.md");
        for ((notion, parts), (_, places)) in glossary.iter().zip(NOTIONS) {
            for (function, name) in places {
                let text = api().spoken(function, code(function, name), language).to_lowercase();
                let used = parts.iter().any(|part| text.contains(part));
                assert!(used, "{tag}: {notion:?} is {parts:?}, but not in {name}'s {function}: {text:?}");
            }
        }
    }
}

/// Where a download cannot be resumed, the person would look for a button in vain.
#[test]
fn only_a_paused_download_is_to_be_resumed() {
    let pages = pages();
    for (language, tag) in tags() {
        let (_, resume) = pages[tag].glossary.iter().find(|(notion, _)| notion == "resume").unwrap();
        for reason in api().reasons().filter(|reason| api().text("name", *reason) != "UserPaused") {
            let advice = api().spoken("advice", reason, language).to_lowercase();
            let resumes = resume.iter().any(|part| advice.contains(part));
            assert!(!resumes, "{tag}: {resume:?} is to resume: {advice:?}");
        }
    }
}

/// As a table of texts that were translated back names a text.
fn text_name(function: &str, code: i32) -> String {
    match function.split_once('_') {
        Some(("status", kind)) => format!("finishing {kind}"),
        Some((what, _)) => format!("{what} {}", api().text(&format!("{what}_name"), code)),
        None => format!("{} {function}", api().text("name", code)),
    }
}

/// A text that is changed has to be translated back again.
#[test]
fn each_text_was_translated_back() {
    let pages = pages();
    for (language, tag) in tags().skip(1) {
        let mut rows = pages[tag].translated_back.clone();
        for (function, code, text) in texts(language).filter(|(_, _, text)| !text.is_empty()) {
            let name = text_name(function, code);
            let row = rows.remove(&name);
            assert_eq!(row.as_deref(), Some(text), "docs/languages/{tag}.md: {name} as it was translated back");
        }
        assert!(rows.is_empty(), "docs/languages/{tag}.md: no such texts: {rows:?}");
    }
}
