//! Which texts there are, and where each stands in the packs.

use core::ffi::c_char;

use crate::codes::*;
use crate::languages::{self, Words};
use crate::outcomes::{CATEGORIES, Id, OUTCOMES, RECOVERIES};
use crate::pack::{self, Pack};
use crate::reasons::{COUNT, ROWS, row};
use crate::symbol::{self, Symbol};

/// A text, by its group and its index in the packs. The first group is what everyone reads, and then each language is one.
#[derive(Clone, Copy)]
pub struct Text {
    group: usize,
    index: usize,
}

impl Text {
    pub fn utf8(self) -> *const c_char {
        UTF8.text(self.group, self.index).cast()
    }

    pub fn utf16(self) -> *const Char16 {
        UTF16.text(self.group, self.index)
    }

    /// In UTF-8, without the NUL; of the first group only.
    pub fn bytes(self) -> &'static [u8] {
        UTF8.units(self.index)
    }
}

pub fn name(reason: Reason) -> Text {
    common(NAME + row(reason))
}

pub fn symbol(reason: Reason) -> Text {
    common(SYMBOL + row(reason))
}

pub fn description(reason: Reason) -> Text {
    common(DESCRIPTION + row(reason))
}

pub fn label(reason: Reason, language: Language) -> Text {
    spoken(language, LABEL + row(reason))
}

pub fn message(reason: Reason, language: Language) -> Text {
    spoken(language, MESSAGE + row(reason))
}

pub fn advice(reason: Reason, language: Language) -> Text {
    spoken(language, ADVICE + row(reason))
}

pub fn outcome_label(outcome: Outcome, language: Language) -> Text {
    spoken(language, OUTCOME_LABEL + known(outcome, &OUTCOMES))
}

pub fn category_name(category: Category) -> Text {
    common(CATEGORY_NAME + known(category, &CATEGORIES))
}

pub fn recovery_name(recovery: Recovery) -> Text {
    common(RECOVERY_NAME + known(recovery, &RECOVERIES))
}

pub fn outcome_name(outcome: Outcome) -> Text {
    common(OUTCOME_NAME + known(outcome, &OUTCOMES))
}

pub fn language_tag(language: Language) -> Text {
    common(LANGUAGE_TAG + (language as u32).min(languages::COUNT as u32) as usize)
}

/// The position of a code in its list, the last for what is not in it.
fn known<const N: usize>(code: i32, _list: &[Id<i32>; N]) -> usize {
    (code as u32).min(N as u32 - 1) as usize
}

fn common(index: usize) -> Text {
    Text { group: 0, index }
}

/// A text of a language, by its index within the language.
fn spoken(language: Language, index: usize) -> Text {
    let place = place(language);
    Text { group: 1 + place, index: SPOKEN + place * SPOKEN_EACH + index }
}

/// English comes last, where a language that is out of range ends up.
const fn place(language: Language) -> usize {
    let (place, last) = ((language as u32).wrapping_sub(1) as usize, languages::COUNT - 1);
    if place < last { place } else { last }
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

static UTF8: Pack<u8, TEXTS, { languages::COUNT + 1 }, { pack::utf8_units(&ALL, &HOSTS) }> =
    pack::utf8(&ALL, &GROUPS, &HOSTS);
static UTF16: Pack<u16, TEXTS, { languages::COUNT + 1 }, { pack::utf16_units(&ALL, &HOSTS) }> =
    pack::utf16(&ALL, &GROUPS, &HOSTS);

static HOSTS: [u16; TEXTS] = pack::hosts(&ALL, &GROUPS);
static GROUPS: [u8; TEXTS] = {
    let (mut groups, mut i) = ([0; TEXTS], SPOKEN);
    while i < TEXTS {
        groups[i] = 1 + ((i - SPOKEN) / SPOKEN_EACH) as u8;
        i += 1;
    }
    groups
};

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
        let at = SPOKEN + place(language as Language) * SPOKEN_EACH;
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
