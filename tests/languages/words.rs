//! The rules of wording that hold in every language, and the glossary in `docs/languages.md`.

use std::collections::BTreeMap;
use std::fs;

use crate::stranger::{UNKNOWN, api, reasons_and_unknown, root};
use regex::Regex;
use unicode_normalization::is_nfc;
use unicode_width::UnicodeWidthStr;

/// What is peculiar to the writing of a language.
struct Habits {
    /// How a sentence ends.
    full_stop: &'static str,
    /// The scripts of its letters, for a regular expression.
    scripts: &'static str,
    /// At most so many UTF-16 units in a label, a message and an advice.
    limits: [usize; 3],
}

const SPACED: [usize; 3] = [28, 120, 140];
/// About half, as each sign says more and is twice as wide.
const DENSE: [usize; 3] = [16, 64, 76];

fn habits(tag: &str) -> Habits {
    let (full_stop, scripts, limits) = match tag {
        "ru" | "uk" => (".", r"\p{Cyrillic}", SPACED),
        "ar" => (".", r"\p{Arabic}", SPACED),
        "he" => (".", r"\p{Hebrew}", SPACED),
        "hi" => ("।", r"\p{Devanagari}", SPACED),
        "th" => ("", r"\p{Thai}", SPACED),
        "ja" => ("。", r"\p{Han}\p{Hiragana}\p{Katakana}ー", DENSE),
        "ko" => (".", r"\p{Hangul}", DENSE),
        "zh-Hans" | "zh-Hant" => ("。", r"\p{Han}", DENSE),
        _ => (".", r"\p{Latin}", SPACED),
    };
    Habits { full_stop, scripts, limits }
}

fn tags() -> impl Iterator<Item = (i32, &'static str)> {
    (0..api().constant("language_count")).map(|language| (language, api().text("language_tag", language)))
}

const FUNCTIONS: [&str; 3] = ["label", "message", "advice"];

/// Every text of a language: the function, the code, the text. Advice may be empty.
fn texts(language: i32) -> impl Iterator<Item = (&'static str, i32, &'static str)> {
    let reasons = FUNCTIONS.into_iter().flat_map(move |function| {
        reasons_and_unknown().into_iter().map(move |code| (function, code, api().spoken(function, code, language)))
    });
    let outcomes = (UNKNOWN..7).map(move |code| ("outcome_label", code, api().spoken("outcome_label", code, language)));
    reasons.chain(outcomes)
}

#[test]
fn every_text_is_there_and_no_longer_than_it_may_be() {
    for (language, tag) in tags() {
        let [label, message, advice] = habits(tag).limits;
        for (function, code, text) in texts(language) {
            let in_english = api().spoken(function, code, 0);
            assert_eq!(text.is_empty(), in_english.is_empty(), "{tag} {function} {code}");
            let limit = match function {
                "message" => message,
                "advice" => advice,
                _ => label,
            };
            let length = text.encode_utf16().count();
            assert!(length <= limit, "{tag} {function} {code} has {length} units: {text:?}");
            // In columns of a fixed-width font, where a Chinese sign takes two.
            assert!(limit != label || text.width() <= 30, "{tag} {code} is {} wide: {text:?}", text.width());
        }
    }
}

/// Words that are the same in English and in another language.
const SAME_AS_ENGLISH: [(&str, &str); 4] =
    [("de", "Download"), ("it", "Download"), ("nl", "Download"), ("pt-BR", "Download")];

#[test]
fn no_text_was_left_in_english() {
    for (language, tag) in tags().skip(1) {
        for (function, code, text) in texts(language).filter(|(_, _, text)| !text.is_empty()) {
            let same = text == api().spoken(function, code, 0);
            assert_eq!(same, SAME_AS_ENGLISH.contains(&(tag, text)), "{tag} {function} {code}: {text:?}");
        }
    }
}

#[test]
fn sentences_end_and_labels_do_not() {
    for (language, tag) in tags() {
        let stop = habits(tag).full_stop;
        for (function, code, text) in texts(language).filter(|(_, _, text)| !text.is_empty()) {
            let stops = text.matches(['.', '。', '।', '．']).count();
            if function.ends_with("label") || stop.is_empty() {
                assert_eq!(stops, 0, "{tag} {function} {code}: {text:?}");
            } else {
                assert!(text.ends_with(stop) && stops == 1, "one sentence: {tag} {function} {code}: {text:?}");
            }
        }
    }
}

#[test]
fn texts_are_clean() {
    let unfit = Regex::new(r"[\p{C}!?！？¿¡…<>{}%$&@#*_\\|]|\d|^\s|\s$|\s\s").unwrap();
    for (language, tag) in tags() {
        for (function, code, text) in texts(language) {
            assert!(is_nfc(text), "{tag} {function} {code} is not NFC: {text:?}");
            assert!(!unfit.is_match(text), "{tag} {function} {code}: {text:?}");
        }
    }
}

/// Words that a language writes in Latin letters.
const LATIN_WORDS: [(&str, &str); 1] = [("ja", "Web ")];

#[test]
fn letters_are_of_the_language_s_script() {
    for (language, tag) in tags() {
        let own = Regex::new(&format!(r"^[{}\p{{M}}\p{{P}}\s]*$", habits(tag).scripts)).unwrap();
        for (function, code, text) in texts(language) {
            let latin = LATIN_WORDS.iter().filter(|(with, _)| *with == tag);
            let rest = latin.fold(text.to_owned(), |text, (_, word)| text.replace(word, ""));
            assert!(own.is_match(&rest), "{tag} {function} {code}: {text:?}");
        }
    }
}

/// Where a notion has to show: its word, then the texts that speak of it.
const NOTIONS: [(&str, &[(&str, &str)]); 20] = [
    ("download", &[("Unknown", "label"), ("Unknown", "message")]),
    ("file", &[("FileMalicious", "message"), ("ServerBadContent", "message")]),
    ("folder", &[("FileFailed", "advice"), ("FileAccessDenied", "message")]),
    ("disk", &[("FileNoSpace", "message"), ("FileTooLarge", "message")]),
    ("network", &[("NetworkFailed", "message")]),
    ("connection", &[("NetworkDisconnected", "label"), ("NetworkDisconnected", "message")]),
    ("server", &[("NetworkServerDown", "message"), ("ServerFailed", "message")]),
    ("website", &[("ServerCrossOriginRedirect", "message"), ("ServerForbidden", "advice")]),
    ("link", &[("ServerBadContent", "advice"), ("NetworkInvalidRequest", "advice")]),
    ("address", &[("NetworkInvalidRequest", "message")]),
    ("certificate", &[("ServerCertificateProblem", "message")]),
    ("policy", &[("FileBlockedByPolicy", "message")]),
    ("administrator", &[("FileBlockedByPolicy", "advice"), ("FileAccessDenied", "advice")]),
    ("virus", &[("FileMalicious", "label"), ("FileMalicious", "message")]),
    ("sign in", &[("ServerUnauthorized", "advice"), ("ServerUnexpectedResponse", "advice")]),
    ("try again", &[("NetworkServerDown", "advice"), ("Unknown", "advice")]),
    ("resume", &[("UserPaused", "advice")]),
    ("paused", &[("UserPaused", "label"), ("UserPaused", "message")]),
    ("canceled", &[("UserCanceled", "label"), ("UserCanceled", "message")]),
    ("web view", &[("UserShutdown", "message"), ("DownloadProcessCrashed", "message")]),
];

/// By language: the notions, and the stems by which the texts show that they use its term.
fn glossary() -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let page = fs::read_to_string(root().join("docs/languages.md")).unwrap();
    let heading = Regex::new(r"^### .+ \(`(.+)`\)$").unwrap();
    let row = Regex::new(r"^\| ([a-z ]+) \| (.+) \| (.+) \|$").unwrap();
    let mut glossary: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    let mut tag = String::new();
    for line in page.lines() {
        if let Some(found) = heading.captures(line) {
            tag = found[1].to_owned();
        } else if let Some(found) = row.captures(line).filter(|found| &found[1] != "notion") {
            let stems = found[3].split(", ").map(str::to_lowercase).collect();
            glossary.entry(tag.clone()).or_default().insert(found[1].to_owned(), stems);
        }
    }
    glossary
}

#[test]
fn texts_use_the_terms_of_the_glossary() {
    let glossary = glossary();
    assert!(glossary.keys().eq(tags().map(|(_, tag)| tag).collect::<std::collections::BTreeSet<_>>()));
    for (language, tag) in tags() {
        assert!(
            glossary[tag]
                .keys()
                .eq(NOTIONS.map(|(notion, _)| notion).iter().collect::<std::collections::BTreeSet<_>>())
        );
        for (notion, places) in NOTIONS {
            for (name, function) in places {
                let text = api().spoken(function, api().find("from_name", *name), language).to_lowercase();
                let used = glossary[tag][notion].iter().any(|stem| text.contains(stem));
                assert!(
                    used,
                    "{tag}: {notion:?} is {:?}, but not in {name}'s {function}: {text:?}",
                    glossary[tag][notion]
                );
            }
        }
    }
}
