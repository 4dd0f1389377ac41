//! Finds a code by any spelling of its name: `FileNoSpace`, `FILE_NO_SPACE`, `file-no-space`, the
//! SDK's symbol, CEF's or Chromium's.
//!
//! A plain name, in any case, is compared where it stands: a perfect hash of its head, found at compile
//! time, says with which one. Any other spelling is folded to lower case without separators first, and
//! its prefix is taken off.

use core::mem::MaybeUninit;

use crate::codes::*;
use crate::input::{self, Step, is};
use crate::reasons::RENAMED;
use crate::texts::{self, KEYS};

const MAX_UNITS: usize = 128;

/// # Safety
/// `name` is NULL, or readable up to its NUL or for 129 units, whichever comes first.
pub unsafe fn find(name: *const u8) -> Reason {
    if name.is_null() {
        return UNKNOWN;
    }
    // SAFETY: neither reads more than the caller promised.
    unsafe { plain(name).unwrap_or_else(|| any(name)) }
}

/// The same for UTF-16. Every name is ASCII.
///
/// # Safety
/// `name` is NULL, or readable up to its NUL or for 129 units, whichever comes first.
pub unsafe fn find_utf16(name: *const Char16) -> Reason {
    if name.is_null() {
        return UNKNOWN;
    }
    // Not set to zero: that would call `memset`.
    let mut narrow = [MaybeUninit::uninit(); MAX_UNITS + 1];
    // SAFETY: as the caller promised; what was copied ends with a NUL, or has 129 units.
    unsafe {
        input::narrow(name, &mut narrow);
        any(narrow.as_ptr().cast())
    }
}

/// How many letters tell the keys apart, but for a few of Chromium's.
const HEAD: usize = 9;

/// The bit that lower case has.
const CASE: u8 = 0x20;

/// The answer for letters that stand without separator and prefix. None where there may be one, and for
/// what is shorter than a head. A call of it would cost a tenth of the time.
///
/// # Safety
/// `name` is readable up to its NUL, or for one unit more than the longest key has.
#[inline(always)]
unsafe fn plain(name: *const u8) -> Option<Reason> {
    // SAFETY: asked for only when no unit before it is NUL, and not past the longest key.
    let unit = |i| unsafe { name.add(i).read() };
    #[rustfmt::skip]
    let short = unit(0) == 0 || unit(1) == 0 || unit(2) == 0 || unit(3) == 0 || unit(4) == 0
        || unit(5) == 0 || unit(6) == 0 || unit(7) == 0 || unit(8) == 0;
    if short {
        return None;
    }
    // SAFETY: it is no shorter than a head.
    let head = unsafe { head(name) };
    let slot = SLOTS[slot(SEED, head)];
    let (spelled, length) = (texts::key_at(slot.offset), usize::from(slot.length & !SHARED));
    // SAFETY: a key in a slot is no shorter than a head, and `length` is how long it is.
    let letter = |i| unsafe { spelled.add(i).read() };
    // SAFETY: as above.
    if unit(0) | CASE != letter(0) | CASE || head != unsafe { self::head(spelled) } {
        let may_be_prefix = PREFIX_LETTERS >> (unit(0) & LETTER) & 1 == 1;
        return (!may_be_prefix && is_letter(unit(0)) && are_letters(head)).then_some(UNKNOWN);
    }
    let mut i = HEAD;
    while i < length && letter(i) | CASE == unit(i) | CASE {
        i += 1;
    }
    match unit(i) {
        0 if i == length => Some(slot.code.into()),
        next => (slot.length & SHARED == 0 && (next == 0 || is_letter(next))).then_some(UNKNOWN),
    }
}

/// The letters of a head but the first, in lower case. The first tells no two heads apart.
///
/// # Safety
/// `text` is readable for as many units.
unsafe fn head(text: *const u8) -> u64 {
    // SAFETY: as the caller promised.
    unsafe { text.add(1).cast::<u64>().read_unaligned() }.to_le() | u64::from_ne_bytes([CASE; 8])
}

fn is_letter(unit: u8) -> bool {
    unit.is_ascii_alphabetic()
}

/// Whether each byte is a lower-case letter.
const fn are_letters(bytes: u64) -> bool {
    const fn each(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    // Either sum reaches the highest bit of a byte where that is at least "a", or more than "z".
    let at_least_a = bytes.wrapping_add(each(0x80 - b'a'));
    let above_z = bytes.wrapping_add(each(0x7F - b'z'));
    at_least_a & !above_z & !bytes & each(0x80) == each(0x80)
}

/// The answer for any spelling. Apart from the others, which need fewer registers without it.
///
/// # Safety
/// `name` is readable up to its NUL or for 129 units, whichever comes first.
#[inline(never)]
unsafe fn any(name: *const u8) -> Reason {
    let mut buffer = [0; MAX_UNITS];
    // SAFETY: as the caller promised.
    let Some(folded) = (unsafe { input::read(name, &mut buffer, step) }) else { return UNKNOWN };
    let stripped = PREFIXES.iter().find_map(|prefix| strip(folded, prefix)).unwrap_or(folded);
    // SAFETY: a text ends with a NUL.
    let is = |&key: &usize| unsafe { is(stripped, texts::key(key)) };
    (0..KEYS.len()).find(is).map_or(UNKNOWN, code)
}

fn step(unit: u8) -> Step {
    match unit {
        b'_' | b'-' | b'.' | b':' | b' ' => Step::Skip,
        kept @ (b'A'..=b'Z' | b'a'..=b'z' | b'2') => Step::Keep(kept | CASE),
        _ => Step::Reject,
    }
}

/// Folded, with a NUL behind it; the first is also how `CoreWebView2DownloadInterruptReason` folds.
static PREFIXES: [[u8; 36]; 4] = [
    *b"corewebview2downloadinterruptreason\0",
    *b"wv2interruptreason\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    *b"downloadinterruptreason\0\0\0\0\0\0\0\0\0\0\0\0\0",
    *b"cefdownloadinterruptreason\0\0\0\0\0\0\0\0\0\0",
];

/// A bit for each letter that a prefix begins with, by its place in the alphabet.
const PREFIX_LETTERS: u32 = {
    let (mut letters, mut i) = (0, 0);
    while i < PREFIXES.len() {
        letters |= 1 << (PREFIXES[i][0] & LETTER);
        i += 1;
    }
    letters
};

/// The bits that tell letters apart.
const LETTER: u8 = 0x1F;

/// What follows `prefix` in `folded`. A call, so that it is not there once for each prefix.
#[inline(never)]
fn strip<'a>(mut folded: &'a [u8], prefix: &[u8]) -> Option<&'a [u8]> {
    for letter in prefix.iter().take_while(|&&letter| letter != 0) {
        folded = folded.split_first().filter(|(first, _)| *first == letter)?.1;
    }
    Some(folded)
}

const fn code(key: usize) -> Reason {
    if key < RENAMED.len() { RENAMED[key] as Reason } else { (key - RENAMED.len()) as Reason }
}

/// What a head could mean.
#[derive(Clone, Copy)]
struct Slot {
    /// Where the key stands.
    offset: u16,
    /// Of the key. Read from here it is known sooner than the key's end is found;
    /// `SHARED` is set in it where another key has the same head.
    length: u8,
    code: i8,
}

impl Slot {
    const fn of(key: usize) -> Self {
        Self { offset: texts::key_offset(key), length: KEYS[key].len() as u8, code: code(key) as i8 }
    }
}

const SHARED: u8 = 0x80;

const SLOT_COUNT: usize = 64;

/// The key of a head. Where there is none stands a key that has a head, and one that belongs elsewhere.
static SLOTS: [Slot; SLOT_COUNT] = {
    assert!(HEADS[0].is_some(), "the first key has no head");
    let (mut slots, mut key) = ([Slot::of(0); SLOT_COUNT], KEYS.len());
    while key > 0 {
        key -= 1;
        if let Some(head) = HEADS[key] {
            slots[slot(SEED, head)] = Slot::of(key);
        } else if KEYS[key].len() >= HEAD {
            slots[slot(SEED, key_head(key))].length |= SHARED;
        }
    }
    slots
};

/// The first multiplier, of a sequence that spreads well, that gives each head a slot of its own.
const SEED: u64 = {
    const GOLDEN_RATIO: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut seed = GOLDEN_RATIO;
    while !spreads(seed) {
        seed = seed.wrapping_mul(GOLDEN_RATIO);
    }
    seed
};

const fn spreads(seed: u64) -> bool {
    let (mut taken, mut key) = ([false; SLOT_COUNT], 0);
    while key < KEYS.len() {
        if let Some(head) = HEADS[key] {
            let slot = slot(seed, head);
            if taken[slot] {
                return false;
            }
            taken[slot] = true;
        }
        key += 1;
    }
    true
}

/// The head of each key that has one, unless a later key has the same: ours, which come last, are asked for more.
const HEADS: [Option<u64>; KEYS.len()] = {
    let (mut heads, mut key) = ([None; KEYS.len()], KEYS.len());
    while key > 0 {
        key -= 1;
        if KEYS[key].len() >= HEAD {
            let (head, mut later) = (key_head(key), key);
            while later < KEYS.len() && !matches!(heads[later], Some(other) if other == head) {
                later += 1;
            }
            heads[key] = if later == KEYS.len() { Some(head) } else { None };
        }
    }
    heads
};

/// As `head`, of a key that is long enough.
const fn key_head(key: usize) -> u64 {
    match KEYS[key].as_bytes().split_at(1).1.first_chunk() {
        Some(rest) => u64::from_le_bytes(*rest) | u64::from_ne_bytes([CASE; 8]),
        None => panic!("a key is shorter than a head"),
    }
}

const fn slot(seed: u64, head: u64) -> usize {
    (head.wrapping_mul(seed) >> (u64::BITS - SLOT_COUNT.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use std::ffi::CString;

    use super::*;
    use crate::reasons::{COUNT, ROWS};

    #[track_caller]
    fn means(text: &str, reason: Reason) {
        let utf8 = CString::new(text).unwrap();
        let utf16: Vec<u16> = text.encode_utf16().chain([0]).collect();
        // SAFETY: both end with a NUL.
        let found = unsafe { (find(utf8.as_ptr().cast()), find_utf16(utf16.as_ptr())) };
        assert_eq!(found, (reason, reason), "{text}");
    }

    #[test]
    fn keys_are_found_in_every_spelling() {
        for row in &ROWS[..COUNT] {
            for name in [row.name, row.chromium.name].into_iter().filter(|name| !name.is_empty()) {
                means(name, row.code);
                means(&name.to_lowercase(), row.code);
                means(&name.to_uppercase(), row.code);
                let (head, tail) = name.split_at(name.len() - 1);
                for separator in ['_', '-', '.', ':', ' '] {
                    means(&format!("{head}{separator}{tail}"), row.code);
                }
                for prefix in ["CoreWebView2DownloadInterruptReason.", "WV2_INTERRUPT_REASON_"] {
                    means(&format!("{prefix}{name}"), row.code);
                }
                means(head, UNKNOWN);
                means(&format!("{name}x"), UNKNOWN);
                means(&format!("{head}q"), UNKNOWN);
                means(&format!("q{name}"), UNKNOWN);
                means(&format!("{name}!"), UNKNOWN);
            }
        }
    }

    /// What the fast path may answer for.
    #[test]
    fn letters_are_told_from_all_other_bytes() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = *b"filenosp";
                bytes[place] = byte;
                assert_eq!(are_letters(u64::from_le_bytes(bytes)), byte.is_ascii_lowercase(), "{bytes:x?}");
            }
            assert_eq!(is_letter(byte), byte.is_ascii_alphabetic());
        }
    }
}
