//! The languages: what each says to people, one file a language, and which of them a tag means.

use core::mem::MaybeUninit;

use crate::codes::*;
use crate::input::{self, Step, is};
use crate::outcomes::{Id, OUTCOMES};
use crate::pack;
use crate::reasons::ROWS;
use crate::texts;

mod ar;
mod cs;
mod de;
mod en;
mod es;
mod fr;
mod he;
mod hi;
mod id;
mod it;
mod ja;
mod ko;
mod nl;
mod pl;
mod pt_br;
mod ru;
mod sv;
mod th;
mod tr;
mod uk;
mod vi;
mod zh_hans;
mod zh_hant;

/// What people read in one language.
pub struct Texts {
    /// BCP 47.
    pub tag: &'static str,
    /// In the order of the table.
    pub reasons: [Words; ROWS.len()],
    /// What a row says of the download itself, in the order of the outcomes.
    pub outcomes: [Id<Outcome>; OUTCOMES.len()],
}

/// What people read of one reason.
pub struct Words {
    pub reason: Reason,
    /// 1 to 4 words, at most 28 UTF-16 units, no full stop.
    pub label: &'static str,
    /// One sentence in the past tense, at most 120.
    pub message: &'static str,
    /// One sentence, at most 140, or nothing.
    pub advice: &'static str,
}

/// The languages of this build. English comes first, because a language that is not known reads it.
pub const SPOKEN: &[&Texts] = if cfg!(feature = "languages") { &ALL } else { &[&en::TEXTS] };
pub const COUNT: usize = SPOKEN.len();

const ALL: [&Texts; 23] = [
    checked(&en::TEXTS),
    checked(&ar::TEXTS),
    checked(&cs::TEXTS),
    checked(&de::TEXTS),
    checked(&es::TEXTS),
    checked(&fr::TEXTS),
    checked(&he::TEXTS),
    checked(&hi::TEXTS),
    checked(&id::TEXTS),
    checked(&it::TEXTS),
    checked(&ja::TEXTS),
    checked(&ko::TEXTS),
    checked(&nl::TEXTS),
    checked(&pl::TEXTS),
    checked(&pt_br::TEXTS),
    checked(&ru::TEXTS),
    checked(&sv::TEXTS),
    checked(&th::TEXTS),
    checked(&tr::TEXTS),
    checked(&uk::TEXTS),
    checked(&vi::TEXTS),
    checked(&zh_hans::TEXTS),
    checked(&zh_hant::TEXTS),
];

/// A row that is missing or one too many does not compile; nor does one in another's place, or without words.
const fn checked(texts: &Texts) -> &Texts {
    let mut i = 0;
    while i < ROWS.len() {
        let Words { reason, label, message, .. } = &texts.reasons[i];
        assert!(*reason == ROWS[i].code, "a reason stands in another's place");
        assert!(!label.is_empty() && !message.is_empty(), "a reason has no label or no message");
        i += 1;
    }
    let mut i = 0;
    while i < OUTCOMES.len() {
        let (outcome, label) = texts.outcomes[i];
        assert!(outcome == OUTCOMES[i].0, "an outcome stands in another's place");
        assert!(!label.is_empty(), "an outcome has no label");
        i += 1;
    }
    texts
}

const MAX_UNITS: usize = 64;

/// The language that one BCP 47 tag means.
///
/// # Safety
/// `tag` is NULL, or readable up to its NUL or for 65 units, whichever comes first.
pub unsafe fn find(tag: *const u8) -> Language {
    let mut buffer = [0; MAX_UNITS];
    // SAFETY: as the caller promised.
    let tag = unsafe { input::read(tag, &mut buffer, step) };
    tag.map_or(UNKNOWN, best_match)
}

/// The same for UTF-16. Every tag is ASCII.
///
/// # Safety
/// `tag` is NULL, or readable up to its NUL or for 65 units, whichever comes first.
pub unsafe fn find_utf16(tag: *const Char16) -> Language {
    if tag.is_null() {
        return UNKNOWN;
    }
    let mut narrow = [MaybeUninit::uninit(); MAX_UNITS + 1];
    // SAFETY: as the caller promised; what was copied ends with a NUL, or has 65 units.
    unsafe {
        input::narrow(tag, &mut narrow);
        find(narrow.as_ptr().cast())
    }
}

/// Lower case, `-` for `_`, and nothing from the encoding or the modifier of a POSIX locale on.
fn step(unit: u8) -> Step {
    match unit {
        b'.' | b'@' => Step::End,
        b'_' => Step::Keep(b'-'),
        ascii @ 0..0x80 => Step::Keep(ascii.to_ascii_lowercase()),
        _ => Step::Reject,
    }
}

fn best_match(tag: &[u8]) -> Language {
    match look_up(tag) {
        UNKNOWN => stand_in(tag),
        found => found,
    }
}

/// RFC 4647, look-up: the tag, then what is left of it when subtags are dropped from the end.
fn look_up(mut tag: &[u8]) -> Language {
    loop {
        for language in 0..COUNT as Language {
            // SAFETY: a text ends with a NUL.
            if unsafe { is(tag, texts::language_tag(language).utf8().cast()) } {
                return language;
            }
        }
        match tag.iter().rposition(|&unit| unit == b'-') {
            Some(last) => tag = tag.get(..last).unwrap_or_default(),
            None => return UNKNOWN,
        }
    }
}

/// The language that stands in for one that is not spoken under its own tag.
fn stand_in(tag: &[u8]) -> Language {
    let mut subtags = tag.split(|&unit| unit == b'-');
    match subtags.next().unwrap_or_default() {
        b"zh" => chinese(subtags),
        b"pt" => PORTUGUESE,
        // Codes that ISO 639 gave up, but that Java and old versions of Windows still hand out.
        b"iw" => HEBREW,
        b"in" => INDONESIAN,
        b"ji" => YIDDISH,
        b"no" | b"nn" => NORWEGIAN,
        _ => UNKNOWN,
    }
}

/// The script decides, also under the names that Windows once had for it; else the region.
fn chinese<'a>(subtags: impl Iterator<Item = &'a [u8]>) -> Language {
    let mut language = SIMPLIFIED;
    for subtag in subtags {
        match subtag {
            b"hans" | b"chs" => return SIMPLIFIED,
            b"hant" | b"cht" => return TRADITIONAL,
            b"tw" | b"hk" | b"mo" => language = TRADITIONAL,
            // What follows a single letter is an extension, or private.
            [_] => break,
            _ => {}
        }
    }
    language
}

const SIMPLIFIED: Language = index("zh-Hans");
const TRADITIONAL: Language = index("zh-Hant");
const PORTUGUESE: Language = index("pt-BR");
const HEBREW: Language = index("he");
const INDONESIAN: Language = index("id");
const YIDDISH: Language = index("yi");
const NORWEGIAN: Language = index("nb");

/// The language with this very tag; unknown where it is not spoken.
const fn index(tag: &str) -> Language {
    let mut language = 0;
    while language < COUNT {
        if pack::same(SPOKEN[language].tag.as_bytes(), tag.as_bytes()) {
            return language as Language;
        }
        language += 1;
    }
    UNKNOWN
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Texts)) {
        let mut texts = en::TEXTS;
        change(&mut texts);
        checked(&texts);
    }

    #[test]
    #[should_panic(expected = "a reason stands in another's place")]
    fn reasons_stand_in_order() {
        check(|texts| texts.reasons.swap(29, 30));
    }

    #[test]
    #[should_panic(expected = "a reason has no label or no message")]
    fn a_reason_has_a_label() {
        check(|texts| texts.reasons[30].label = "");
    }

    #[test]
    #[should_panic(expected = "a reason has no label or no message")]
    fn a_reason_has_a_message() {
        check(|texts| texts.reasons[30].message = "");
    }

    #[test]
    #[should_panic(expected = "an outcome stands in another's place")]
    fn outcomes_stand_in_order() {
        check(|texts| texts.outcomes.swap(6, 7));
    }

    #[test]
    #[should_panic(expected = "an outcome has no label")]
    fn an_outcome_has_a_label() {
        check(|texts| texts.outcomes[7].1 = "");
    }

    #[test]
    fn a_language_is_found_by_its_very_tag() {
        for (language, texts) in SPOKEN.iter().enumerate() {
            assert_eq!(index(texts.tag), language as Language);
        }
        assert_eq!(index("EN"), UNKNOWN);
        assert_eq!(index("e"), UNKNOWN);
    }
}
