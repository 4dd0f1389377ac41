//! Which texts there are, and where each stands in the packs.

use core::ffi::c_char;

use crate::codes::*;
use crate::languages::{self, Words};
use crate::outcomes::{CATEGORIES, Id, OUTCOMES, RECOVERIES};
use crate::pack::{self, Pack};
use crate::reasons::{COUNT, ROWS, row};
use crate::symbol::{self, Symbol};

/// A text, by its index in the packs.
#[derive(Clone, Copy)]
pub struct Text(usize);

impl Text {
    pub fn utf8(self) -> *const c_char {
        UTF8.text(self.0).cast()
    }

    pub fn utf16(self) -> *const Char16 {
        UTF16.text(self.0)
    }

    /// In UTF-8, without the NUL.
    pub fn bytes(self) -> &'static [u8] {
        UTF8.units(self.0)
    }
}

pub fn name(reason: Reason) -> Text {
    Text(NAME + row(reason))
}

pub fn symbol(reason: Reason) -> Text {
    Text(SYMBOL + row(reason))
}

pub fn description(reason: Reason) -> Text {
    Text(DESCRIPTION + row(reason))
}

pub fn label(reason: Reason, language: Language) -> Text {
    Text(spoken(language) + LABEL + row(reason))
}

pub fn message(reason: Reason, language: Language) -> Text {
    Text(spoken(language) + MESSAGE + row(reason))
}

pub fn advice(reason: Reason, language: Language) -> Text {
    Text(spoken(language) + ADVICE + row(reason))
}

pub fn outcome_label(outcome: Outcome, language: Language) -> Text {
    Text(spoken(language) + OUTCOME_LABEL + known(outcome, &OUTCOMES))
}

pub fn category_name(category: Category) -> Text {
    Text(CATEGORY_NAME + known(category, &CATEGORIES))
}

pub fn recovery_name(recovery: Recovery) -> Text {
    Text(RECOVERY_NAME + known(recovery, &RECOVERIES))
}

pub fn outcome_name(outcome: Outcome) -> Text {
    Text(OUTCOME_NAME + known(outcome, &OUTCOMES))
}

pub fn language_tag(language: Language) -> Text {
    Text(LANGUAGE_TAG + (language as u32).min(languages::COUNT as u32) as usize)
}

/// The position of a code in its list, the last for what is not in it.
fn known<const N: usize>(code: i32, _list: &[Id<i32>; N]) -> usize {
    (code as u32).min(N as u32 - 1) as usize
}

/// Where a language's texts begin. English comes last, where a language that is out of range ends up.
const fn spoken(language: Language) -> usize {
    let (place, last) = ((language as u32).wrapping_sub(1) as usize, languages::COUNT - 1);
    SPOKEN + SPOKEN_EACH * if place < last { place } else { last }
}

const NAME: usize = 0;
const SYMBOL: usize = NAME + ROWS.len();
const DESCRIPTION: usize = SYMBOL + ROWS.len();
const CATEGORY_NAME: usize = DESCRIPTION + ROWS.len();
const RECOVERY_NAME: usize = CATEGORY_NAME + CATEGORIES.len();
const OUTCOME_NAME: usize = RECOVERY_NAME + RECOVERIES.len();
const LANGUAGE_TAG: usize = OUTCOME_NAME + OUTCOMES.len();
const SPOKEN: usize = LANGUAGE_TAG + languages::COUNT + 1;
const TEXTS: usize = SPOKEN + languages::COUNT * SPOKEN_EACH;

// Within a language's texts.
const LABEL: usize = 0;
const MESSAGE: usize = LABEL + ROWS.len();
const ADVICE: usize = MESSAGE + ROWS.len();
const OUTCOME_LABEL: usize = ADVICE + ROWS.len();
const SPOKEN_EACH: usize = OUTCOME_LABEL + OUTCOMES.len();

static UTF8: Pack<u8, TEXTS, { pack::utf8_units(&ALL, &FIRSTS) }> = pack::utf8(&ALL, &FIRSTS);
static UTF16: Pack<u16, TEXTS, { pack::utf16_units(&ALL, &FIRSTS) }> = pack::utf16(&ALL, &FIRSTS);

static FIRSTS: [usize; TEXTS] = pack::firsts(&ALL);

static SYMBOLS: [Symbol; COUNT] = {
    let mut symbols = [Symbol::EMPTY; COUNT];
    let mut i = 0;
    while i < COUNT {
        symbols[i] = symbol::of(ROWS[i].name);
        i += 1;
    }
    symbols
};

static ALL: [&str; TEXTS] = {
    let mut all = [""; TEXTS];
    let mut i = 0;
    while i < ROWS.len() {
        all[NAME + i] = ROWS[i].name;
        all[SYMBOL + i] = if i < COUNT { SYMBOLS[i].as_str() } else { "UNKNOWN" };
        all[DESCRIPTION + i] = ROWS[i].description;
        i += 1;
    }
    put_ids(&mut all, CATEGORY_NAME, &CATEGORIES);
    put_ids(&mut all, RECOVERY_NAME, &RECOVERIES);
    put_ids(&mut all, OUTCOME_NAME, &OUTCOMES);
    let mut language = 0;
    while language < languages::COUNT {
        let texts = languages::SPOKEN[language];
        all[LANGUAGE_TAG + language] = texts.tag;
        let at = spoken(language as Language);
        put_words(&mut all, at, &texts.reasons);
        put_ids(&mut all, at + OUTCOME_LABEL, &texts.outcomes);
        language += 1;
    }
    all
};

const fn put_ids(all: &mut [&str; TEXTS], at: usize, ids: &[Id<i32>]) {
    let mut i = 0;
    while i < ids.len() {
        all[at + i] = ids[i].1;
        i += 1;
    }
}

const fn put_words(all: &mut [&str; TEXTS], at: usize, words: &[Words]) {
    let mut i = 0;
    while i < words.len() {
        all[at + LABEL + i] = words[i].label;
        all[at + MESSAGE + i] = words[i].message;
        all[at + ADVICE + i] = words[i].advice;
        i += 1;
    }
}
