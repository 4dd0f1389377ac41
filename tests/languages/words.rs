//! The rules of wording that hold in every language.

use std::collections::HashSet;

use crate::languages::tags;
use crate::stranger::{UNKNOWN, api, reasons_and_unknown};
use library::{ACTIONS, FINISHING, OUTCOMES};
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
        "bg" | "ru" | "uk" => (".", r"\p{Cyrillic}", SPACED),
        "el" => (".", r"\p{Greek}", SPACED),
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

/// A text by the function that gives it, and by what it is asked about: a reason, an outcome or an action.
fn say(function: &str, code: i32, language: i32) -> &'static str {
    if function.starts_with("status") {
        api().status(function, code, 0, language)
    } else {
        api().spoken(function, code, language)
    }
}

/// Every text of a language: the function, the code, the text. Advice may be empty.
pub fn texts(language: i32) -> impl Iterator<Item = (&'static str, i32, &'static str)> {
    let reasons = ["label", "message", "advice"].map(|function| (function, reasons_and_unknown()));
    let others = [
        ("outcome_label", (UNKNOWN..OUTCOMES).collect()),
        ("action_label", (1..ACTIONS).collect()),
        ("status_message", vec![FINISHING]),
        ("status_advice", vec![FINISHING]),
    ];
    let all = reasons.into_iter().chain(others);
    all.flat_map(|(function, codes)| codes.into_iter().map(move |code| (function, code)))
        .map(move |(function, code)| (function, code, say(function, code, language)))
}

#[test]
fn every_text_is_there_and_no_longer_than_it_may_be() {
    for (language, tag) in tags() {
        let [label, message, advice] = habits(tag).limits;
        for (function, code, text) in texts(language) {
            let in_english = say(function, code, 0);
            assert_eq!(text.is_empty(), in_english.is_empty(), "{tag} {function} {code}");
            let limit = match function {
                "message" | "status_message" => message,
                "advice" | "status_advice" => advice,
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
const SAME_AS_ENGLISH: [(&str, &str); 7] = [
    ("da", "Download"),
    ("da", "Pause"),
    ("de", "Download"),
    ("it", "Download"),
    ("nb", "Pause"),
    ("nl", "Download"),
    ("pt-BR", "Download"),
];

#[test]
fn no_text_was_left_in_english() {
    for (language, tag) in tags().skip(1) {
        for (function, code, text) in texts(language).filter(|(_, _, text)| !text.is_empty()) {
            let same = text == say(function, code, 0);
            assert_eq!(same, SAME_AS_ENGLISH.contains(&(tag, text)), "{tag} {function} {code}: {text:?}");
        }
    }
}

#[test]
fn each_button_says_something_else() {
    for (language, tag) in tags() {
        let captions: HashSet<&str> = (1..ACTIONS).map(|action| say("action_label", action, language)).collect();
        assert_eq!(captions.len(), ACTIONS as usize - 1, "{tag}: {captions:?}");
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
