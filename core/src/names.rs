//! The names of the reasons: where each stands, the SDK's symbol, and every spelling that means one.
//!
//! Each name stands in a cell of its own, all of one size, so that its address is computed from the code and no table
//! is read.

use core::fmt;
use core::str::FromStr;

use crate::pack::Text;
use crate::reasons::{COUNT, ROWS, Reason, row};
use crate::slots;

impl Reason {
    /// The name as .NET and WinRT spell it: `FileNoSpace`. ASCII, and stable for ever: made for logs and
    /// for messages between programs. `Unknown` for an unknown reason.
    #[inline]
    pub fn name(self) -> &'static str {
        name(self).as_str()
    }

    /// [`name`](Self::name) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn name_utf16(self) -> &'static [u16] {
        name(self).as_utf16()
    }

    /// The reason that a name means, in any spelling that WebView2, Chromium, CEF or Qt use: that of
    /// [`name`](Self::name) or of [`symbol`](Self::symbol), with or without a prefix, in any case. `None` for
    /// everything else, and for a text of more than 128 bytes.
    ///
    /// ```
    /// # use wv2interrupt::Reason;
    /// let name = "QWebEngineDownloadRequest::FileVirusInfected";
    /// assert_eq!(Reason::from_name(name), Some(Reason::FILE_MALICIOUS));
    /// assert_eq!(Reason::from_name("out of coffee"), None);
    /// ```
    #[inline]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(find(name.bytes())).filter(|&reason| reason != Self::UNKNOWN)
    }
}

/// The name; `Unknown` for an unknown reason.
impl fmt::Display for Reason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// As [`Reason::from_name`].
impl FromStr for Reason {
    type Err = UnknownName;

    #[inline]
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::from_name(name).ok_or(UnknownName)
    }
}

/// A text that is no name of an interrupt reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownName;

impl fmt::Display for UnknownName {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the name of an interrupt reason")
    }
}

impl core::error::Error for UnknownName {}

/// The name of a reason.
#[derive(Clone, Copy)]
pub struct Name(usize);

/// Where the name of a reason stands.
pub fn name(reason: Reason) -> Name {
    Name(row(reason))
}

// SAFETY: a cell is longer than the ASCII name in it, and filled up with NULs.
unsafe impl Text for Name {
    fn utf8(self) -> *const u8 {
        CELLS.get(self.0).unwrap_or(&CELLS[COUNT]).0.as_ptr().cast()
    }

    fn utf16(self) -> *const u16 {
        WIDE_CELLS.get(self.0).unwrap_or(&WIDE_CELLS[COUNT]).0.as_ptr()
    }
}

/// As many units as a name has, and NULs.
const CELL: usize = 32;

/// A name in words of eight letters, in which it is compared.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Cell([[u8; 8]; CELL / 8]);

impl Cell {
    const EMPTY: Self = Self([[0; 8]; CELL / 8]);
}

#[derive(Clone, Copy)]
#[repr(align(64))]
struct WideCell([u16; CELL]);

/// Other words for a reason, as constants: Chromium's where they differ, Qt's, and a spelling of older headers.
const OTHERS: [(&str, Reason); 7] = {
    let (mut others, mut i, mut row) = ([("", Reason::NONE); 7], 0, 0);
    while row < ROWS.len() {
        if !ROWS[row].chromium_name.is_empty() {
            others[i] = (ROWS[row].chromium_name, ROWS[row].reason);
            i += 1;
        }
        row += 1;
    }
    assert!(i == 5, "a reason has another name in Chromium that has no place here");
    others[5] = ("NO_REASON", Reason::NONE);
    others[6] = ("USER_CANCELLED", Reason::USER_CANCELED);
    others
};

/// The names, one a row, and behind them the other words.
static CELLS: [Cell; ROWS.len() + OTHERS.len()] = {
    let (mut cells, mut i) = ([Cell::EMPTY; ROWS.len() + OTHERS.len()], 0);
    while i < cells.len() {
        cells[i] = camel_case(constant(i));
        i += 1;
    }
    cells
};

static WIDE_CELLS: [WideCell; ROWS.len()] = {
    let (mut cells, mut i) = ([WideCell([0; CELL]); ROWS.len()], 0);
    while i < cells.len() {
        let mut unit = 0;
        while unit < CELL {
            cells[i].0[unit] = CELLS[i].0[unit / 8][unit % 8] as u16;
            unit += 1;
        }
        i += 1;
    }
    cells
};

const fn constant(cell: usize) -> &'static str {
    if cell < ROWS.len() { ROWS[cell].constant } else { OTHERS[cell - ROWS.len()].0 }
}

/// `FILE_NO_SPACE` gives `FileNoSpace`.
const fn camel_case(constant: &str) -> Cell {
    let (mut cell, mut length, mut i) = (Cell::EMPTY, 0, 0);
    while i < constant.len() {
        let letter = constant.as_bytes()[i];
        if letter != b'_' {
            let begins = i == 0 || constant.as_bytes()[i - 1] == b'_';
            cell.0[length / 8][length % 8] = if begins { letter } else { letter.to_ascii_lowercase() };
            length += 1;
        }
        i += 1;
    }
    assert!(length < CELL, "a name does not fit its cell");
    cell
}

/// More is no name.
pub const MAX_UNITS: usize = 128;

/// As many letters as a text can have, and room to compare a whole cell behind the last of them: as many as a byte
/// counts, which is then a place in it without a check.
type Letters = [u8; 256];

/// A text without its separators, in lower case, and spaces behind it.
struct Folded<'a> {
    letters: &'a Letters,
    length: usize,
    /// Where what stands behind the last `.` or `:` begins.
    tail: usize,
    /// Whether the whole, and its tail, have nothing but letters, 2 and separators.
    is_clean: bool,
    tail_is_clean: bool,
}

/// The reason that a text means; unknown for what is no name, and for more than 128 units. A call, so that it is
/// not there once for each encoding.
#[inline(never)]
pub fn find(text: impl Iterator<Item = u8>) -> Reason {
    let mut letters: Letters = [SKIP; 256];
    let (mut length, mut tail) = (0_u8, 0);
    let (mut is_clean, mut tail_is_clean) = (true, false);
    for (count, byte) in text.enumerate() {
        if count == MAX_UNITS {
            return Reason::UNKNOWN;
        }
        match CLASSES.get(usize::from(byte)).copied().unwrap_or(REJECT) {
            // What is skipped leaves the space that is there, so that separators cost no branch.
            kept @ SKIP.. => {
                if let Some(place) = letters.get_mut(usize::from(length)) {
                    *place = kept;
                }
                length += u8::from(kept != SKIP);
            }
            BREAK => (tail, tail_is_clean) = (usize::from(length), true),
            _ => (is_clean, tail_is_clean) = (false, false),
        }
    }
    Folded { letters: &letters, length: length.into(), tail, is_clean, tail_is_clean }
        .meaning()
        .unwrap_or(Reason::UNKNOWN)
}

impl Folded<'_> {
    /// Of the whole, as it is or behind a prefix, or of what stands behind the last `.` or `:`.
    fn meaning(&self) -> Option<Reason> {
        let plain = if self.is_clean { self.name_at(0) } else { None };
        plain.or_else(|| self.qualified())
    }

    fn qualified(&self) -> Option<Reason> {
        let behind_prefix = self.behind_prefix();
        // A prefix of the tail stands in it whole.
        let tail = if behind_prefix >= self.tail + PREFIX_LENGTH { behind_prefix } else { self.tail };
        // A name of one word is an everyday word, too: "error: None" is no reason.
        let is_word = tail == self.tail && self.length - self.behind_k(tail) <= ONE_WORD;
        let whole = self.is_clean.then_some(behind_prefix);
        let tail = (self.tail_is_clean && !is_word).then_some(tail);
        [whole, tail].into_iter().flatten().find_map(|begin| self.name_at(begin))
    }

    /// Behind the last prefix that something follows; 0 where there is none.
    fn behind_prefix(&self) -> usize {
        let last = self.length.saturating_sub(PREFIX_LENGTH);
        // No name is longer than a cell.
        let first = last.saturating_sub(CELL);
        let begin = (first..last).rev().find(|&begin| {
            self.word(begin) == Some(PREFIX[0]) && self.word(begin + PREFIX_LENGTH - 8) == Some(PREFIX[1])
        });
        begin.map_or(0, |begin| begin + PREFIX_LENGTH)
    }

    fn word(&self, begin: usize) -> Option<u64> {
        self.letters.get(begin..)?.first_chunk().copied().map(u64::from_ne_bytes)
    }

    /// Some write their constants with a `k`: `kFileNoSpace`. No name begins with one.
    fn behind_k(&self, begin: usize) -> usize {
        begin + usize::from(self.letters.get(begin) == Some(&b'k'))
    }

    /// The reason whose name stands from `begin` to the end. A call, so that it is not there twice.
    #[inline(never)]
    fn name_at(&self, begin: usize) -> Option<Reason> {
        let begin = self.behind_k(begin);
        if self.length - begin >= CELL {
            return None;
        }
        let letters: &[u8; CELL] = self.letters.get(begin..)?.first_chunk()?;
        let key = key([letters[TELLING[0]], letters[TELLING[1]], letters[TELLING[2]]]);
        let cell = usize::from(*SLOTS.get(slots::slot::<SLOT_COUNT>(SEED, key))?);
        let words = [self.word(begin)?, self.word(begin + 8)?, self.word(begin + 16)?, self.word(begin + 24)?];
        let is_same = is_same(words, lower_case(CELLS.get(cell)?));
        MEANINGS.get(cell).filter(|_| is_same).map(|&meaning| Reason(meaning.into()))
    }
}

/// Two words that overlap: `interruptreason`.
const PREFIX: [u64; 2] = [u64::from_ne_bytes(*b"interrup"), u64::from_ne_bytes(*b"ptreason")];
const PREFIX_LENGTH: usize = "interruptreason".len();
const ONE_WORD: usize = "crash".len();

/// What stands behind the letters, and what a NUL becomes where letters become lower case. Letters are more, the others
/// less.
const SKIP: u8 = b' ';
const BREAK: u8 = 1;
const REJECT: u8 = 0;

/// What each unit is, or the letter that it is kept as.
static CLASSES: [u8; 256] = {
    let (mut classes, mut unit) = ([REJECT; 256], 0);
    while unit < classes.len() {
        classes[unit] = match unit as u8 {
            b'_' | b'-' | b' ' => SKIP,
            b'.' | b':' => BREAK,
            letter @ (b'A'..=b'Z' | b'a'..=b'z' | b'2') => letter | SKIP,
            _ => REJECT,
        };
        unit += 1;
    }
    classes
};

/// The words of a cell with all letters in lower case, and spaces for the NULs.
const fn lower_case(Cell([a, b, c, d]): &Cell) -> [u64; 4] {
    const fn word(letters: &[u8; 8]) -> u64 {
        u64::from_ne_bytes(*letters) | u64::from_ne_bytes([SKIP; 8])
    }
    [word(a), word(b), word(c), word(d)]
}

fn is_same([a, b, c, d]: [u64; 4], [e, f, g, h]: [u64; 4]) -> bool {
    (a ^ e) | (b ^ f) | (c ^ g) | (d ^ h) == 0
}

/// The letters that tell the names apart: where they do not, nothing compiles. A letter that was just written is read at
/// once; a word of eight waits for all of them.
const TELLING: [usize; 3] = [2, 7, 11];

const fn key([a, b, c]: [u8; 3]) -> u64 {
    (a as u64) << 16 | (b as u64) << 8 | c as u64
}

/// The key of each cell. That of the unknown reason is no name's: it means what it says.
const KEYS: [u64; CELLS.len()] = {
    let (mut keys, mut i) = ([0; CELLS.len()], 0);
    while i < keys.len() {
        let Cell(words) = camel_case(constant(i));
        let [a, b, c] = TELLING;
        keys[i] = key([words[a / 8][a % 8] | SKIP, words[b / 8][b % 8] | SKIP, words[c / 8][c % 8] | SKIP]);
        i += 1;
    }
    keys
};

const SLOT_COUNT: usize = 128;
const SEED: u64 = slots::seed::<SLOT_COUNT>(&KEYS);
static SLOTS: [u8; SLOT_COUNT] = slots::table(SEED, &KEYS);

/// What the name in each cell means.
static MEANINGS: [i8; CELLS.len()] = {
    let (mut meanings, mut i) = ([0; CELLS.len()], 0);
    while i < meanings.len() {
        meanings[i] = if i < ROWS.len() { ROWS[i].reason.0 as i8 } else { OTHERS[i - ROWS.len()].1.0 as i8 };
        i += 1;
    }
    meanings
};

#[cfg(test)]
mod tests {
    use std::format;
    use std::vec::Vec;

    use super::*;

    #[track_caller]
    fn means(text: &str, reason: Reason) {
        assert_eq!(find(text.bytes()), reason, "{text}");
    }

    #[test]
    fn a_name_is_made_from_its_constant() {
        assert_eq!(camel_case("FILE_NO_SPACE").0, [*b"FileNoSp", *b"ace\0\0\0\0\0", [0; 8], [0; 8]]);
        for row in &ROWS {
            assert_eq!(row.constant.replace('_', "").to_lowercase(), row.reason.name().to_lowercase());
            let wide: Vec<u16> = row.reason.name().encode_utf16().chain([0]).collect();
            assert_eq!(row.reason.name_utf16(), wide);
        }
    }

    #[test]
    fn names_are_found_in_every_spelling() {
        let others = OTHERS.iter().map(|&(constant, reason)| (constant, reason));
        for (constant, reason) in ROWS[..COUNT].iter().map(|row| (row.constant, row.reason)).chain(others) {
            let name = constant.replace('_', "");
            means(&name, reason);
            means(constant, reason);
            means(&name.to_lowercase(), reason);
            let (head, tail) = name.split_at(name.len() - 1);
            for separator in ['_', '-', '.', ':', ' '] {
                means(&format!("{head}{separator}{tail}"), reason);
            }
            for prefix in ["CoreWebView2DownloadInterruptReason.", "WV2_INTERRUPT_REASON_", "InterruptReason::k"] {
                means(&format!("{prefix}{name}"), reason);
            }
            means(head, Reason::UNKNOWN);
            means(&format!("{name}x"), Reason::UNKNOWN);
            means(&format!("{head}q"), Reason::UNKNOWN);
            means(&format!("q{name}"), Reason::UNKNOWN);
            means(&format!("{name}!"), Reason::UNKNOWN);
        }
        means("Unknown", Reason::UNKNOWN);
    }

    #[test]
    fn a_reason_is_read_from_its_name_and_printed_as_it() {
        assert_eq!(Reason::from_name("file no space"), Some(Reason::FILE_NO_SPACE));
        assert_eq!(Reason::from_name("out of coffee"), None);
        assert_eq!("FileNoSpace".parse(), Ok(Reason::FILE_NO_SPACE));
        assert_eq!("out of coffee".parse::<Reason>(), Err(UnknownName));
        assert_eq!(format!("{:>12}", Reason::FILE_NO_SPACE), " FileNoSpace");
        assert_eq!(format!("{UnknownName}"), "not the name of an interrupt reason");
    }

    #[test]
    fn two_wrong_letters_do_not_make_up_for_one_another() {
        means("EileNoSpbce", Reason::UNKNOWN);
        means("ServerCrnssOrigioRedirect", Reason::UNKNOWN);
        means("ServerCrossOrigioRedirecu", Reason::UNKNOWN);
    }

    #[test]
    fn a_qualifier_means_nothing() {
        means("some! thing: FileNoSpace", Reason::FILE_NO_SPACE);
        means("a.b::DOWNLOAD_INTERRUPT_REASON_NONE", Reason::NONE);
        means("error: None", Reason::UNKNOWN);
        means("error: kCrash", Reason::UNKNOWN);
        means("InterruptReason is: FileNoSpace", Reason::FILE_NO_SPACE);
        means("FileNoSpace.", Reason::FILE_NO_SPACE);
        means("x.FileNoSpace.", Reason::UNKNOWN);
        means("x.File!NoSpace", Reason::UNKNOWN);
        means("x! y.InterruptReason_FileNoSpace", Reason::FILE_NO_SPACE);
        means("x! Inter.ruptReason_FileNoSpace", Reason::UNKNOWN);
        means("x! InterruptReason.FileNoSpace", Reason::FILE_NO_SPACE);
        means("InterruptsOften_FileNoSpace", Reason::UNKNOWN);
        means("WhatCorruptReason_FileNoSpace", Reason::UNKNOWN);
    }

    #[test]
    fn a_text_has_at_most_128_units() {
        let name = |units: usize| format!("{}FileNoSpace", "_".repeat(units - 11));
        means(&name(128), Reason::FILE_NO_SPACE);
        means(&name(129), Reason::UNKNOWN);
        means(&format!("{}.FileNoSpace", "x".repeat(116)), Reason::FILE_NO_SPACE);
        means(&"x".repeat(128), Reason::UNKNOWN);
    }
}
