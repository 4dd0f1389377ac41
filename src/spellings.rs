//! Finds a code by any spelling of its name: `FileNoSpace`, `FILE_NO_SPACE`, `file-no-space`, the
//! SDK's symbol, CEF's or Chromium's.
//!
//! A spelling is folded to lower case without separators, its prefix is taken off, and what is left is
//! one of the names or unknown. A perfect hash, found at compile time, says which one it could be.

use crate::codes::*;
use crate::input::{self, Step, Unit, is, strip};
use crate::pack::{self, Pack};
use crate::reasons::{COUNT, ROWS};
use crate::texts;

const MAX_UNITS: usize = 128;

/// Folded; the first is also how `CoreWebView2DownloadInterruptReason` folds.
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
        Ok(kept @ (b'A'..=b'Z' | b'a'..=b'z' | b'2')) => Step::Keep(kept | 0x20),
        _ => Step::Reject,
    }
}

fn look_up(folded: &[u8]) -> Reason {
    let stripped = (0..PREFIXES.len()).find_map(|i| strip(folded, PACKED_PREFIXES.units(i)));
    let name = stripped.unwrap_or(folded);
    let key = match name {
        [first, .., last] => SLOTS[slot(SEED, name.len(), *first, name[name.len() / 2], *last)] as usize,
        _ => return UNKNOWN,
    };
    let (reason, spelled) = match key.checked_sub(COUNT) {
        None => (key as Reason, texts::name(key as Reason).bytes()),
        Some(other) => (OTHER_ROWS.get(other).map_or(UNKNOWN, |&row| row.into()), OTHER_NAMES.units(other)),
    };
    if is(name, spelled) { reason } else { UNKNOWN }
}

static PACKED_PREFIXES: Pack<u8, 4, { pack::utf8_units(&PREFIXES) }> = pack::utf8(&PREFIXES);

/// Chromium's names where they are others than ours, and the rows that have them.
static OTHER_NAMES: Pack<u8, OTHERS, { pack::utf8_units(KEYS.split_at(COUNT).1) }> =
    pack::utf8(KEYS.last_chunk().unwrap());
static OTHER_ROWS: [i8; OTHERS] = {
    let (mut rows, mut others, mut row) = ([0; OTHERS], 0, 0);
    while row < COUNT {
        if !ROWS[row].chromium.name.is_empty() {
            rows[others] = row as i8;
            others += 1;
        }
        row += 1;
    }
    rows
};
const OTHERS: usize = {
    let (mut others, mut row) = (0, 0);
    while row < COUNT {
        others += !ROWS[row].chromium.name.is_empty() as usize;
        row += 1;
    }
    others
};

/// Every name that is understood: ours, then Chromium's others.
const KEYS: [&str; COUNT + OTHERS] = {
    let (mut keys, mut i) = ([""; COUNT + OTHERS], 0);
    while i < keys.len() {
        keys[i] = if i < COUNT { ROWS[i].name } else { ROWS[OTHER_ROWS[i - COUNT] as usize].chromium.name };
        i += 1;
    }
    keys
};

const SLOT_COUNT: usize = 128;
const NO_KEY: u8 = u8::MAX;

/// The key that a hash could mean.
static SLOTS: [u8; SLOT_COUNT] = slots(SEED).unwrap();

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
    let (mut slots, mut i) = ([NO_KEY; SLOT_COUNT], 0);
    while i < KEYS.len() {
        let name = KEYS[i].as_bytes();
        let (first, middle, last) = (name[0], name[name.len() / 2], name[name.len() - 1]);
        let slot = slot(seed, name.len(), first | 0x20, middle | 0x20, last | 0x20);
        if slots[slot] != NO_KEY {
            return None;
        }
        slots[slot] = i as u8;
        i += 1;
    }
    Some(slots)
}

const fn slot(seed: u32, length: usize, first: u8, middle: u8, last: u8) -> usize {
    let mixed = u32::from_le_bytes([first, middle, last, length as u8]).wrapping_mul(seed);
    (mixed >> (u32::BITS - SLOT_COUNT.ilog2())) as usize
}
