//! Finds a code by any spelling of its name: `FileNoSpace`, `FILE_NO_SPACE`, `file-no-space`, the
//! SDK's symbol, CEF's or Chromium's.
//!
//! A plain name, in any case, is compared where it stands: a perfect hash of its head, found at compile
//! time, says with which one. Any other spelling is folded to lower case without separators first, and
//! its prefix is taken off.

use core::mem::MaybeUninit;

use crate::codes::*;
use crate::input::{self, Step};
use crate::pack::{self, Pack};
use crate::reasons::{COUNT, ROWS};
use crate::texts;

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
    // Not set to zero: that would call `memset`.
    let mut narrow = [MaybeUninit::uninit(); MAX_UNITS + 1];
    // SAFETY: as the caller promised.
    match unsafe { input::narrow(name, &mut narrow) } {
        // SAFETY: it was copied up to its NUL.
        true => unsafe { any(narrow.as_ptr().cast()) },
        false => UNKNOWN,
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
    let (spelled, length) = (spelled(slot.key), usize::from(slot.length & !SHARED));
    // SAFETY: a key in a slot is no shorter than a head, and `length` is how long it is.
    let letter = |i| unsafe { spelled.add(i).read() };
    // SAFETY: as above.
    if unit(0) | CASE != letter(0) | CASE || head != unsafe { self::head(spelled) } {
        let first_of_a_prefix = PREFIXES.iter().any(|prefix| prefix[0] == unit(0) | CASE);
        return (!first_of_a_prefix && (0..HEAD).all(|i| is_letter(unit(i)))).then_some(UNKNOWN);
    }
    let mut i = HEAD;
    while i < length && letter(i) | CASE == unit(i) | CASE {
        i += 1;
    }
    match unit(i) {
        0 if i == length => Some(code(slot.key)),
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
    let prefix = folded.len() - stripped.len();
    // SAFETY: a prefix is shorter than the buffer, and behind it is a NUL, or more letters than a key has.
    unsafe {
        let name = buffer.as_ptr().add(prefix);
        plain(name).unwrap_or_else(|| (0..KEYS.len() as u8).find(|&key| is(name, spelled(key))).map_or(UNKNOWN, code))
    }
}

fn step(unit: u32) -> Step {
    match u8::try_from(unit) {
        Ok(b'_' | b'-' | b'.' | b':' | b' ') => Step::Skip,
        Ok(kept @ (b'A'..=b'Z' | b'a'..=b'z' | b'2')) => Step::Keep(kept | CASE),
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

/// What follows `prefix` in `folded`.
fn strip<'a>(mut folded: &'a [u8], prefix: &[u8]) -> Option<&'a [u8]> {
    for letter in prefix.iter().take_while(|&&letter| letter != 0) {
        folded = folded.split_first().filter(|(first, _)| *first == letter)?.1;
    }
    Some(folded)
}

/// Whether `folded` is a key in lower case.
///
/// # Safety
/// `folded` ends with a NUL, or is longer than every key.
unsafe fn is(folded: *const u8, key: *const u8) -> bool {
    // SAFETY: asked for only when the letters before it are the same, and no NUL.
    let pair = |i| unsafe { (folded.add(i).read(), key.add(i).read()) };
    let mut i = 0;
    loop {
        match pair(i) {
            (0, 0) => return true,
            (unit, letter) if letter == 0 || unit != letter | CASE => return false,
            _ => i += 1,
        }
    }
}

/// A key as it is spelled, with a NUL behind it.
fn spelled(key: u8) -> *const u8 {
    match usize::from(key).checked_sub(COUNT) {
        None => texts::name(key.into()).utf8().cast(),
        Some(other) => OTHER_NAMES.text(0, other.min(OTHERS - 1)),
    }
}

fn code(key: u8) -> Reason {
    match usize::from(key).checked_sub(COUNT) {
        None => key.into(),
        Some(other) => OTHER_ROWS[other.min(OTHERS - 1)].into(),
    }
}

/// Chromium's names where they are others than ours, and the rows that have them.
static OTHER_NAMES: Pack<u8, OTHERS, 1, { pack::utf8_units(&OTHER_KEYS, &OTHER_HOSTS) }> =
    pack::utf8(&OTHER_KEYS, &[0; OTHERS], &OTHER_HOSTS);
const OTHER_KEYS: [&str; OTHERS] = *KEYS.last_chunk().unwrap();
const OTHER_HOSTS: [u16; OTHERS] = pack::hosts(&OTHER_KEYS, &[0; OTHERS]);
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

/// What a head could mean.
#[derive(Clone, Copy)]
struct Slot {
    key: u8,
    /// Of the key. Read from here it is known sooner than the key's end is found;
    /// `SHARED` is set in it where another key has the same head.
    length: u8,
}

const SHARED: u8 = 0x80;

const SLOT_COUNT: usize = 64;

/// The key of a head; any key with a head where there is none.
static SLOTS: [Slot; SLOT_COUNT] = slots(SEED).unwrap();

/// The first multiplier, of a sequence that spreads well, that gives each head a slot of its own.
const SEED: u64 = {
    const GOLDEN_RATIO: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut seed = GOLDEN_RATIO;
    while slots(seed).is_none() {
        seed = seed.wrapping_mul(GOLDEN_RATIO);
    }
    seed
};

const fn slots(seed: u64) -> Option<[Slot; SLOT_COUNT]> {
    let (mut slots, mut taken) = ([ANY; SLOT_COUNT], [false; SLOT_COUNT]);
    let mut key = 0;
    while key < KEYS.len() {
        let length = KEYS[key].len();
        if length >= HEAD {
            let slot = slot(seed, key_head(key));
            if !taken[slot] {
                slots[slot] = Slot { key: key as u8, length: length as u8 };
            } else if key_head(slots[slot].key as usize) == key_head(key) {
                slots[slot].length |= SHARED;
            } else {
                return None;
            }
            taken[slot] = true;
        }
        key += 1;
    }
    Some(slots)
}

/// Where there is no key: it is not what is looked for there.
const ANY: Slot = {
    let mut key = 0;
    while KEYS[key].len() < HEAD {
        key += 1;
    }
    Slot { key: key as u8, length: KEYS[key].len() as u8 }
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
