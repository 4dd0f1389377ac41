//! Which texts there are, and where each stands.

use crate::codes::*;
use crate::languages::{self, ACTIONS, OUTCOMES, SPOKEN};
use crate::pack::Encoding::{Utf8, Utf16};
use crate::pack::{self, Hosts, Pack, Text, Texts};
use crate::reasons::{ROWS, Reason, row};

/// How many languages this build speaks.
pub const LANGUAGES: usize = SPOKEN.len();

/// A text that everyone reads, by its index.
#[derive(Clone, Copy)]
pub struct Common(usize);

// SAFETY: an index is made by the functions below alone, and the pack has a text with its NUL there.
unsafe impl Text for Common {
    fn utf8(self) -> *const u8 {
        COMMON_UTF8.text(0, self.0)
    }

    fn utf16(self) -> *const u16 {
        COMMON_UTF16.text(0, self.0)
    }
}

/// A text for people, by its language and its index there.
#[derive(Clone, Copy)]
pub struct Spoken {
    language: usize,
    index: usize,
}

// SAFETY: as for `Common`.
unsafe impl Text for Spoken {
    fn utf8(self) -> *const u8 {
        SPOKEN_UTF8.text(self.language, self.index)
    }

    fn utf16(self) -> *const u16 {
        SPOKEN_UTF16.text(self.language, self.index)
    }
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
    spoken(language, OUTCOME_LABEL + known(outcome.0, OUTCOMES - 1))
}

pub fn action_label(action: Action, language: Language) -> Spoken {
    // The caption of no action, which is empty, stands before the others and behind them.
    spoken(language, ACTION_LABEL + known(action.0, ACTIONS + 1))
}

/// The reason's label where the outcome shows it, else the outcome's.
pub fn status_label(outcome: Outcome, reason: Reason, language: Language) -> Spoken {
    spoken(language, status(outcome, reason, LABEL))
}

/// The reason's message where the outcome shows it, or what FINISHING says itself; else "".
pub fn status_message(outcome: Outcome, reason: Reason, language: Language) -> Spoken {
    spoken(language, status(outcome, reason, MESSAGE))
}

/// The reason's advice where the outcome shows it, or what FINISHING says itself; else "".
pub fn status_advice(outcome: Outcome, reason: Reason, language: Language) -> Spoken {
    spoken(language, status(outcome, reason, ADVICE))
}

/// Where the label, the message or the advice of a status stands. A call, so that it is not there six times.
#[inline(never)]
fn status(outcome: Outcome, reason: Reason, kind: usize) -> usize {
    // Nothing is known of an interruption without a reason.
    let shown = kind + row(if reason == Reason::NONE { Reason::UNKNOWN } else { reason });
    match (outcome, kind) {
        (Outcome::BLOCKED | Outcome::FAILED, _) | (Outcome::RECOVERING, LABEL) => shown,
        (_, LABEL) => OUTCOME_LABEL + known(outcome.0, OUTCOMES - 1),
        (Outcome::FINISHING, MESSAGE) => FINISHING_MESSAGE,
        (Outcome::FINISHING, _) => FINISHING_ADVICE,
        // The caption of no action is empty.
        _ => ACTION_LABEL,
    }
}

pub fn category_name(category: Category) -> Common {
    Common(CATEGORY_NAME + known(category.0, CATEGORIES))
}

pub fn recovery_name(recovery: Recovery) -> Common {
    Common(RECOVERY_NAME + known(recovery.0, RECOVERIES))
}

pub fn outcome_name(outcome: Outcome) -> Common {
    Common(OUTCOME_NAME + known(outcome.0, OUTCOMES - 1))
}

pub fn action_name(action: Action) -> Common {
    Common(ACTION_NAME + known(action.0, ACTIONS + 1))
}

pub fn language_tag(language: Language) -> Common {
    Common(LANGUAGE_TAG + known(language.0, LANGUAGES))
}

pub fn language_name(language: Language) -> Common {
    Common(LANGUAGE_NAME + known(language.0, LANGUAGES))
}

pub fn language_direction(language: Language) -> Direction {
    DIRECTIONS.get(language.0 as u32 as usize).map_or(Direction::UNKNOWN, |&direction| Direction(direction.into()))
}

/// The position of a code among `count`, and behind them that of what is none of them.
fn known(code: i32, count: usize) -> usize {
    (code as u32).min(count as u32) as usize
}

/// English, which comes first, for a language that is out of range.
fn spoken(language: Language, index: usize) -> Spoken {
    let language = language.0 as u32 as usize;
    Spoken { language: if language < LANGUAGES { language } else { 0 }, index }
}

const CATEGORIES: usize = Category::CONSTANTS.len();
const RECOVERIES: usize = Recovery::CONSTANTS.len();

// What everyone reads.
const SYMBOL: usize = 0;
const DESCRIPTION: usize = SYMBOL + ROWS.len();
const CATEGORY_NAME: usize = DESCRIPTION + ROWS.len();
const RECOVERY_NAME: usize = CATEGORY_NAME + CATEGORIES + 1;
const OUTCOME_NAME: usize = RECOVERY_NAME + RECOVERIES + 1;
const ACTION_NAME: usize = OUTCOME_NAME + OUTCOMES;
const LANGUAGE_TAG: usize = ACTION_NAME + ACTIONS + 2;
const LANGUAGE_NAME: usize = LANGUAGE_TAG + LANGUAGES + 1;
const COMMON_COUNT: usize = LANGUAGE_NAME + LANGUAGES + 1;

// Within a language's texts.
const LABEL: usize = 0;
const MESSAGE: usize = LABEL + ROWS.len();
const ADVICE: usize = MESSAGE + ROWS.len();
const OUTCOME_LABEL: usize = ADVICE + ROWS.len();
const ACTION_LABEL: usize = OUTCOME_LABEL + OUTCOMES;
const FINISHING_MESSAGE: usize = ACTION_LABEL + ACTIONS + 2;
const FINISHING_ADVICE: usize = FINISHING_MESSAGE + 1;
const SPOKEN_COUNT: usize = FINISHING_ADVICE + 1;

static DIRECTIONS: [i8; LANGUAGES] = {
    let (mut directions, mut language) = ([0; LANGUAGES], 0);
    while language < LANGUAGES {
        directions[language] = SPOKEN[language].direction.0 as i8;
        language += 1;
    }
    directions
};

static COMMON_UTF8: Pack<u8, COMMON_COUNT, 1, { pack::units(&COMMON_TEXTS, &COMMON_HOSTS, Utf8) }> =
    pack::utf8(&COMMON_TEXTS, &COMMON_HOSTS);
static COMMON_UTF16: Pack<u16, COMMON_COUNT, 1, { pack::units(&COMMON_TEXTS, &COMMON_HOSTS, Utf16) }> =
    pack::utf16(&COMMON_TEXTS, &COMMON_HOSTS);
static SPOKEN_UTF8: Pack<u8, SPOKEN_COUNT, { LANGUAGES }, { pack::units(&SPOKEN_TEXTS, &SPOKEN_HOSTS, Utf8) }> =
    pack::utf8(&SPOKEN_TEXTS, &SPOKEN_HOSTS);
static SPOKEN_UTF16: Pack<u16, SPOKEN_COUNT, { LANGUAGES }, { pack::units(&SPOKEN_TEXTS, &SPOKEN_HOSTS, Utf16) }> =
    pack::utf16(&SPOKEN_TEXTS, &SPOKEN_HOSTS);

static COMMON_HOSTS: Hosts<COMMON_COUNT, 1> = pack::hosts(&COMMON_TEXTS);
static SPOKEN_HOSTS: Hosts<SPOKEN_COUNT, { LANGUAGES }> = pack::hosts(&SPOKEN_TEXTS);

static COMMON_TEXTS: Texts<COMMON_COUNT, 1> = {
    let mut texts = [""; COMMON_COUNT];
    let mut i = 0;
    while i < ROWS.len() {
        texts[SYMBOL + i] = ROWS[i].symbol;
        texts[DESCRIPTION + i] = ROWS[i].description;
        i += 1;
    }
    put_ids(&mut texts, CATEGORY_NAME, Category::CONSTANTS);
    put_ids(&mut texts, RECOVERY_NAME, Recovery::CONSTANTS);
    put_ids(&mut texts, OUTCOME_NAME, Outcome::CONSTANTS);
    put_ids(&mut texts, ACTION_NAME, Action::CONSTANTS);
    let mut language = 0;
    while language < LANGUAGES {
        texts[LANGUAGE_TAG + language] = SPOKEN[language].tag;
        texts[LANGUAGE_NAME + language] = SPOKEN[language].name;
        language += 1;
    }
    [texts]
};

const fn put_ids(texts: &mut [&str], at: usize, constants: &[Constant]) {
    let mut i = 0;
    while i < constants.len() {
        texts[at + i] = constants[i].id;
        i += 1;
    }
    texts[at + i] = "unknown";
}

static SPOKEN_TEXTS: Texts<SPOKEN_COUNT, LANGUAGES> = {
    let (mut texts, mut language) = ([[""; SPOKEN_COUNT]; LANGUAGES], 0);
    while language < LANGUAGES {
        put_words(&mut texts[language], SPOKEN[language]);
        language += 1;
    }
    texts
};

const fn put_words(texts: &mut [&str; SPOKEN_COUNT], words: &languages::Texts) {
    let mut i = 0;
    while i < ROWS.len() {
        texts[LABEL + i] = words.reasons[i].label;
        texts[MESSAGE + i] = words.reasons[i].message;
        texts[ADVICE + i] = words.reasons[i].advice;
        i += 1;
    }
    let mut i = 0;
    while i < OUTCOMES {
        texts[OUTCOME_LABEL + i] = words.outcomes[i].1;
        i += 1;
    }
    let mut i = 0;
    while i < ACTIONS {
        texts[ACTION_LABEL + 1 + i] = words.actions[i].1;
        i += 1;
    }
    texts[FINISHING_MESSAGE] = words.finishing.message;
    texts[FINISHING_ADVICE] = words.finishing.advice;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_nothing_is_empty() {
        let empty = |texts: &[&str]| texts.iter().filter(|text| text.is_empty()).count();
        // The tag and the name of no language.
        assert_eq!(empty(&COMMON_TEXTS[0]), 2);
        for (texts, words) in SPOKEN_TEXTS.iter().zip(SPOKEN) {
            let without_advice = words.reasons.iter().filter(|words| words.advice.is_empty()).count();
            // The caption of no action stands at both ends.
            assert_eq!(empty(texts), without_advice + 2);
        }
    }
}
