//! The texts: both encodings, and the rules of wording.

use std::collections::HashMap;

use crate::stranger::{UNKNOWN, UNKNOWN_CODES, api, reasons, reasons_and_unknown};
use library::OUTCOMES;
use regex::Regex;

const BY_CODE: [&str; 9] = [
    "name",
    "symbol",
    "description",
    "category_name",
    "recovery_name",
    "outcome_name",
    "action_name",
    "language_tag",
    "language_name",
];
const SPOKEN: [&str; 5] = ["label", "message", "advice", "outcome_label", "action_label"];

fn languages() -> std::ops::Range<i32> {
    0..api().constant("language_count")
}

#[test]
fn utf16_is_utf8_encoded_again() {
    let api = api();
    for code in reasons().into_iter().chain(UNKNOWN_CODES) {
        for function in BY_CODE {
            let text: Vec<u16> = api.text(function, code).encode_utf16().collect();
            assert_eq!(api.text_utf16(function, code), text, "{function}({code})");
        }
        for language in languages().chain(UNKNOWN_CODES) {
            for function in SPOKEN {
                let text: Vec<u16> = api.spoken(function, code, language).encode_utf16().collect();
                assert_eq!(api.spoken_utf16(function, code, language), text, "{function}({code}, {language})");
            }
        }
    }
}

#[test]
fn a_language_out_of_range_reads_english() {
    let out_of_range = UNKNOWN_CODES.into_iter().chain([languages().end]);
    for language in out_of_range.filter(|language| !languages().contains(language)) {
        for code in reasons_and_unknown() {
            for function in SPOKEN {
                assert_eq!(api().spoken(function, code, language), api().spoken(function, code, 0));
            }
        }
    }
}

#[test]
fn no_two_codes_share_a_text() {
    for function in ["name", "symbol", "description"] {
        assert_distinct(function, |code| api().text(function, code).into());
    }
    for language in languages() {
        for function in ["label", "message"] {
            assert_distinct(function, |code| api().spoken(function, code, language).into());
        }
    }
}

fn assert_distinct(what: &str, text: impl Fn(i32) -> String) {
    let mut seen = HashMap::new();
    for code in reasons_and_unknown() {
        let text = text(code);
        if let Some(other) = seen.insert(text.clone(), code) {
            panic!("{code} and {other} share the {what} {text:?}");
        }
    }
}

#[test]
fn names_and_ids_are_ascii_words() {
    let name = Regex::new("^([A-Z][a-z]+)+$").unwrap();
    let symbol = Regex::new("^COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON(_[A-Z]+)+$").unwrap();
    for code in reasons() {
        assert!(name.is_match(api().text("name", code)));
        assert!(symbol.is_match(api().text("symbol", code)));
    }
}

#[test]
fn labels_are_short() {
    for (code, label) in english("label").into_iter().chain(english_outcomes()) {
        let words = label.split(' ').count();
        assert!((1..=4).contains(&words), "{code}: {label:?}");
        assert!(label.encode_utf16().count() <= 28, "{code}: {label:?}");
        let sentence_case = label.starts_with(|c: char| c.is_uppercase()) && !label[1..].contains(char::is_uppercase);
        assert!(sentence_case, "{code}: {label:?}");
        assert!(!label.ends_with('.'), "{code}: {label:?}");
    }
}

#[test]
fn messages_and_advice_are_plain_sentences() {
    // Codes, jargon, blame, promises, and the names of things that only programmers have.
    let unfit = Regex::new(
        r"(?i)[!\d]|\byou (?:cancel|pause|stop|clos|did|have)|\bwill\b|\berror code\b|content-length|\bhttps?\b|\buri\b|\burl\b|\bhash\b|\brange\b|\bpartial\b|webview|chromium|smartscreen|cross.origin|\bcannot\b|please",
    )
    .unwrap();
    for (function, limit) in [("message", 120), ("advice", 140)] {
        for (code, text) in english(function) {
            if function == "advice" && text.is_empty() {
                continue;
            }
            assert!(text.encode_utf16().count() <= limit, "{code}: {text:?}");
            assert!(text.ends_with('.') && text.matches('.').count() == 1, "one sentence: {code}: {text:?}");
            assert!(text.starts_with(|c: char| c.is_uppercase()), "{code}: {text:?}");
            assert!(!unfit.is_match(text), "{code}: {text:?}");
        }
    }
}

#[test]
fn messages_speak_in_the_past() {
    let past = Regex::new(
        r"\b(was|were|did|had|took|came|asked|stopped|went|sent|ran|could not|crashed|refused|blocked|interrupted)\b",
    )
    .unwrap();
    for (code, message) in english("message") {
        assert!(past.is_match(message), "{code}: {message:?}");
    }
}

#[test]
fn there_is_advice_where_something_can_be_done() {
    let without: Vec<&str> = reasons_and_unknown()
        .into_iter()
        .filter(|&code| api().spoken("advice", code, 0).is_empty())
        .map(name)
        .collect();
    assert_eq!(without, ["None", "UserCanceled"]);
}

fn name(code: i32) -> &'static str {
    api().text("name", code)
}

fn english(function: &str) -> Vec<(i32, &'static str)> {
    reasons_and_unknown().into_iter().map(|code| (code, api().spoken(function, code, 0))).collect()
}

fn english_outcomes() -> impl Iterator<Item = (i32, &'static str)> {
    (UNKNOWN..OUTCOMES).map(|outcome| (outcome, api().spoken("outcome_label", outcome, 0)))
}
