//! Which texts there are, and where each stands in the packs.

use core::ffi::c_char;

use crate::codes::*;
use crate::languages;
use crate::outcomes::{CATEGORIES, Id, OUTCOMES, RECOVERIES};
use crate::pack::Encoding::{Utf8, Utf16};
use crate::pack::{self, Hosts, Pack, Texts};
use crate::reasons::{COUNT, RENAMED, ROWS, row};
use crate::symbol::{self, Symbol};

/// A text that everyone reads, by its index.
#[derive(Clone, Copy)]
pub struct Common(usize);

impl Common {
    pub fn utf8(self) -> *const c_char {
        COMMON_UTF8.text(0, self.0).cast()
    }

    pub fn utf16(self) -> *const Char16 {
        COMMON_UTF16.text(0, self.0)
    }
}

/// A text for people, by its language and its index there.
#[derive(Clone, Copy)]
pub struct Spoken {
    language: usize,
    index: usize,
}

impl Spoken {
    pub fn utf8(self) -> *const c_char {
        SPOKEN_UTF8.text(self.language, self.index).cast()
    }

    pub fn utf16(self) -> *const Char16 {
        SPOKEN_UTF16.text(self.language, self.index)
    }
}

pub fn name(reason: Reason) -> Common {
    Common(NAME + row(reason))
}

pub fn symbol(reason: Reason) -> Common {
    Common(SYMBOL + row(reason))
}

pub fn description(reason: Reason) -> Common {
    Common(DESCRIPTION + row(reason))
}

pub fn label(reason: Reason, language: Language) -> Spoken {
    spoken(language, LABEL + row(reason))
}

pub fn message(reason: Reason, language: Language) -> Spoken {
    spoken(language, MESSAGE + row(reason))
}

pub fn advice(reason: Reason, language: Language) -> Spoken {
    spoken(language, ADVICE + row(reason))
}

pub fn outcome_label(outcome: Outcome, language: Language) -> Spoken {
    spoken(language, OUTCOME_LABEL + known(outcome, &OUTCOMES))
}

pub fn category_name(category: Category) -> Common {
    Common(CATEGORY_NAME + known(category, &CATEGORIES))
}

pub fn recovery_name(recovery: Recovery) -> Common {
    Common(RECOVERY_NAME + known(recovery, &RECOVERIES))
}

pub fn outcome_name(outcome: Outcome) -> Common {
    Common(OUTCOME_NAME + known(outcome, &OUTCOMES))
}

pub fn language_tag(language: Language) -> Common {
    Common(LANGUAGE_TAG + (language as u32).min(languages::COUNT as u32) as usize)
}

/// Every name that is understood: Chromium's where they are others than ours, then ours.
pub const KEYS: [&str; NAME + COUNT] = *COMMON[0].first_chunk().unwrap();

/// A key in UTF-8; the last for one that is out of range.
pub fn key(key: usize) -> *const u8 {
    COMMON_UTF8.text(0, key.min(KEYS.len() - 1))
}

/// Where a key stands, for `key_at`.
pub const fn key_offset(key: usize) -> u16 {
    COMMON_UTF8.offset(key)
}

/// As `key`, and sooner.
pub fn key_at(offset: u16) -> *const u8 {
    COMMON_UTF8.at(offset)
}

/// The position of a code in its list, the last for what is not in it.
fn known<const N: usize>(code: i32, _list: &[Id<i32>; N]) -> usize {
    (code as u32).min(N as u32 - 1) as usize
}

/// English, which comes first, for a language that is out of range.
fn spoken(language: Language, index: usize) -> Spoken {
    let language = language as u32 as usize;
    Spoken { language: if language < languages::COUNT { language } else { 0 }, index }
}

// The keys, which stand side by side.
const CHROMIUM_NAME: usize = 0;
const NAME: usize = CHROMIUM_NAME + RENAMED.len();
const SYMBOL: usize = NAME + ROWS.len();
const DESCRIPTION: usize = SYMBOL + ROWS.len();
const CATEGORY_NAME: usize = DESCRIPTION + ROWS.len();
const RECOVERY_NAME: usize = CATEGORY_NAME + CATEGORIES.len();
const OUTCOME_NAME: usize = RECOVERY_NAME + RECOVERIES.len();
const LANGUAGE_TAG: usize = OUTCOME_NAME + OUTCOMES.len();
const COMMON_COUNT: usize = LANGUAGE_TAG + languages::COUNT + 1;

// Within a language's texts.
const LABEL: usize = 0;
const MESSAGE: usize = LABEL + ROWS.len();
const ADVICE: usize = MESSAGE + ROWS.len();
const OUTCOME_LABEL: usize = ADVICE + ROWS.len();
const SPOKEN_COUNT: usize = OUTCOME_LABEL + OUTCOMES.len();

static COMMON_UTF8: Pack<u8, COMMON_COUNT, 1, { pack::units(&COMMON, &COMMON_HOSTS, Utf8) }> =
    pack::utf8(&COMMON, &COMMON_HOSTS);
static COMMON_UTF16: Pack<u16, COMMON_COUNT, 1, { pack::units(&COMMON, &COMMON_HOSTS, Utf16) }> =
    pack::utf16(&COMMON, &COMMON_HOSTS);
static SPOKEN_UTF8: Pack<u8, SPOKEN_COUNT, { languages::COUNT }, { pack::units(&SPOKEN, &SPOKEN_HOSTS, Utf8) }> =
    pack::utf8(&SPOKEN, &SPOKEN_HOSTS);
static SPOKEN_UTF16: Pack<u16, SPOKEN_COUNT, { languages::COUNT }, { pack::units(&SPOKEN, &SPOKEN_HOSTS, Utf16) }> =
    pack::utf16(&SPOKEN, &SPOKEN_HOSTS);

static COMMON_HOSTS: Hosts<COMMON_COUNT, 1> = pack::hosts(&COMMON);
static SPOKEN_HOSTS: Hosts<SPOKEN_COUNT, { languages::COUNT }> = pack::hosts(&SPOKEN);

static SYMBOLS: [Symbol; COUNT] = {
    let mut symbols = [Symbol::EMPTY; COUNT];
    let mut i = 0;
    while i < COUNT {
        symbols[i] = symbol::of(ROWS[i].name);
        i += 1;
    }
    symbols
};

static COMMON: Texts<COMMON_COUNT, 1> = {
    let mut texts = [""; COMMON_COUNT];
    let mut i = 0;
    while i < ROWS.len() {
        texts[NAME + i] = ROWS[i].name;
        texts[SYMBOL + i] = if i < COUNT { SYMBOLS[i].as_str() } else { "UNKNOWN" };
        texts[DESCRIPTION + i] = ROWS[i].description;
        i += 1;
    }
    let mut i = 0;
    while i < RENAMED.len() {
        texts[CHROMIUM_NAME + i] = ROWS[RENAMED[i] as usize].chromium.name;
        i += 1;
    }
    put_ids(&mut texts, CATEGORY_NAME, &CATEGORIES);
    put_ids(&mut texts, RECOVERY_NAME, &RECOVERIES);
    put_ids(&mut texts, OUTCOME_NAME, &OUTCOMES);
    let mut language = 0;
    while language < languages::COUNT {
        texts[LANGUAGE_TAG + language] = languages::SPOKEN[language].tag;
        language += 1;
    }
    [texts]
};

static SPOKEN: Texts<SPOKEN_COUNT, { languages::COUNT }> = {
    let (mut texts, mut language) = ([[""; SPOKEN_COUNT]; languages::COUNT], 0);
    while language < languages::COUNT {
        let (texts, languages::Texts { reasons, outcomes, .. }) = (&mut texts[language], languages::SPOKEN[language]);
        let mut i = 0;
        while i < reasons.len() {
            texts[LABEL + i] = reasons[i].label;
            texts[MESSAGE + i] = reasons[i].message;
            texts[ADVICE + i] = reasons[i].advice;
            i += 1;
        }
        put_ids(texts, OUTCOME_LABEL, outcomes);
        language += 1;
    }
    texts
};

const fn put_ids(texts: &mut [&str], at: usize, ids: &[Id<i32>]) {
    let mut i = 0;
    while i < ids.len() {
        texts[at + i] = ids[i].1;
        i += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;
    use std::slice;

    use super::*;

    #[track_caller]
    fn is(utf8: *const c_char, utf16: *const Char16, text: &str) {
        // SAFETY: a text ends with a NUL.
        assert_eq!(unsafe { CStr::from_ptr(utf8) }.to_str(), Ok(text));
        let wide: Vec<u16> = text.encode_utf16().chain([0]).collect();
        // SAFETY: it has as many units as its twin, which was just compared.
        assert_eq!(unsafe { slice::from_raw_parts(utf16, wide.len()) }, wide);
    }

    #[track_caller]
    fn common_is(common: Common, text: &str) {
        is(common.utf8(), common.utf16(), text);
    }

    #[track_caller]
    fn spoken_is(spoken: Spoken, text: &str) {
        is(spoken.utf8(), spoken.utf16(), text);
    }

    #[test]
    fn what_everyone_reads_is_where_it_is_looked_for() {
        for row in &ROWS {
            common_is(name(row.code), row.name);
            common_is(description(row.code), row.description);
            let of_name = symbol::of(row.name);
            common_is(symbol(row.code), if row.code == UNKNOWN { "UNKNOWN" } else { of_name.as_str() });
        }
        for (ids, look_up) in [
            (&CATEGORIES[..], category_name as fn(i32) -> Common),
            (&RECOVERIES, recovery_name),
            (&OUTCOMES, outcome_name),
        ] {
            for &(code, id) in ids {
                common_is(look_up(code), id);
            }
        }
        for (language, texts) in languages::SPOKEN.iter().enumerate() {
            common_is(language_tag(language as Language), texts.tag);
        }
        common_is(language_tag(languages::COUNT as Language), "");
    }

    #[test]
    fn what_people_read_is_where_it_is_looked_for() {
        for (language, texts) in languages::SPOKEN.iter().enumerate() {
            let language = language as Language;
            for words in &texts.reasons {
                spoken_is(label(words.reason, language), words.label);
                spoken_is(message(words.reason, language), words.message);
                spoken_is(advice(words.reason, language), words.advice);
            }
            for &(outcome, label) in &texts.outcomes {
                spoken_is(outcome_label(outcome, language), label);
            }
        }
        spoken_is(label(0, languages::COUNT as Language), languages::SPOKEN[0].reasons[0].label);
    }

    #[test]
    fn no_place_is_empty() {
        assert!(COMMON[0].iter().rev().skip(1).all(|text| !text.is_empty()));
        assert_eq!(SPOKEN_COUNT, 3 * ROWS.len() + OUTCOMES.len());
    }

    #[test]
    fn keys_are_where_they_are_looked_for() {
        for (i, text) in KEYS.iter().enumerate() {
            for found in [key(i), key_at(key_offset(i))] {
                // SAFETY: a text ends with a NUL.
                assert_eq!(unsafe { CStr::from_ptr(found.cast()) }.to_str(), Ok(*text));
            }
        }
        assert_eq!(key(KEYS.len()), key(KEYS.len() - 1));
    }
}
