//! Finds a code by any spelling of its name: `FileNoSpace`, `FILE_NO_SPACE`, `file-no-space`, the
//! SDK's symbol, CEF's or Chromium's.
//!
//! A spelling is folded to lower-case letters, its prefix is taken off, and what is left is one of
//! `KEYS` or unknown. A perfect hash, found at compile time, says which key it could be.

use crate::codes::*;
use crate::input::{self, Step, Unit, equal, strip};
use crate::reasons::{COUNT, ROWS};

const MAX_UNITS: usize = 128;

/// Folded. The first is also how `CoreWebView2DownloadInterruptReason` folds.
const PREFIXES: [&str; 4] = [
    "corewebview2downloadinterruptreason",
    "wv2interruptreason",
    "downloadinterruptreason",
    "cefdownloadinterruptreason",
];

/// # Safety
/// `name` is NULL, or readable up to its NUL or for 129 units, whichever comes first.
pub unsafe fn find<U: Unit>(name: *const U) -> Reason {
    let mut buffer = [0; MAX_UNITS];
    // SAFETY: as the caller promised.
    let folded = unsafe { input::read(name, &mut buffer, step) };
    folded.map_or(UNKNOWN, look_up)
}

fn step(unit: u32) -> Step {
    match u8::try_from(unit) {
        Ok(b'_' | b'-' | b'.' | b':' | b' ') => Step::Skip,
        Ok(letter @ (b'A'..=b'Z' | b'a'..=b'z' | b'2')) => Step::Keep(letter.to_ascii_lowercase()),
        _ => Step::Reject,
    }
}

fn look_up(folded: &[u8]) -> Reason {
    let key = PREFIXES.iter().find_map(|prefix| strip(folded, prefix.as_bytes())).unwrap_or(folded);
    let candidate = match key {
        [first, .., last] => SLOTS[slot(SEED, key.len(), *first, key[key.len() / 2], *last)],
        _ => return UNKNOWN,
    };
    match KEYS.get(candidate as usize) {
        Some(known) if equal(key, known.as_bytes()) => known.reason.into(),
        _ => UNKNOWN,
    }
}

/// A folded name and its code.
#[derive(Clone, Copy)]
struct Key {
    bytes: [u8; 28],
    length: u8,
    reason: i8,
}

impl Key {
    const fn new(name: &str, reason: Reason) -> Self {
        let mut bytes = [0; 28];
        let mut i = 0;
        while i < name.len() {
            bytes[i] = name.as_bytes()[i].to_ascii_lowercase();
            i += 1;
        }
        Self { bytes, length: name.len() as u8, reason: reason as i8 }
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length.into()).unwrap_or_default()
    }
}

/// Our names, and Chromium's where they are others.
static KEYS: [Key; key_count()] = {
    let mut keys = [Key::new("", UNKNOWN); key_count()];
    let (mut row, mut next) = (0, 0);
    while row < COUNT {
        keys[next] = Key::new(ROWS[row].name, ROWS[row].code);
        next += 1;
        if !ROWS[row].chromium.name.is_empty() {
            keys[next] = Key::new(ROWS[row].chromium.name, ROWS[row].code);
            next += 1;
        }
        row += 1;
    }
    keys
};

const fn key_count() -> usize {
    let (mut keys, mut row) = (0, 0);
    while row < COUNT {
        keys += if ROWS[row].chromium.name.is_empty() { 1 } else { 2 };
        row += 1;
    }
    keys
}

const SLOT_COUNT: usize = 128;

/// The number of the key that a hash could mean.
static SLOTS: [u8; SLOT_COUNT] = match slots(SEED) {
    Some(slots) => slots,
    None => unreachable!(),
};

/// The first multiplier, of a sequence that spreads well, that gives each key a slot of its own.
const SEED: u32 = {
    const GOLDEN_RATIO: u32 = 0x9E37_79B1;
    let mut seed = GOLDEN_RATIO;
    while slots(seed).is_none() {
        seed = seed.wrapping_mul(GOLDEN_RATIO);
    }
    seed
};

const fn slots(seed: u32) -> Option<[u8; SLOT_COUNT]> {
    let mut slots = [u8::MAX; SLOT_COUNT];
    let mut i = 0;
    while i < KEYS.len() {
        let (bytes, length) = (KEYS[i].bytes, KEYS[i].length as usize);
        let at = slot(seed, length, bytes[0], bytes[length / 2], bytes[length - 1]);
        if slots[at] != u8::MAX {
            return None;
        }
        slots[at] = i as u8;
        i += 1;
    }
    Some(slots)
}

const fn slot(seed: u32, length: usize, first: u8, middle: u8, last: u8) -> usize {
    let mixed = u32::from_le_bytes([first, middle, last, length as u8]).wrapping_mul(seed);
    (mixed >> (u32::BITS - SLOT_COUNT.ilog2())) as usize
}
