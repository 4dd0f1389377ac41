//! Packs texts at compile time: one behind the other, each with its NUL, found by offset. A text that ends another of
//! its group stands there, and is not stored again.
//!
//! An offset needs no relocation, which a pointer would, so the loader has nothing to write. It has 16 bits, which is
//! enough for the texts of one group, and counts from where its group begins.

use core::mem::offset_of;
use core::slice;

/// A text of the library: static, and with a NUL behind it.
///
/// # Safety
/// Both functions give such a text, the first of them in UTF-8.
pub unsafe trait Text: Copy {
    fn utf8(self) -> *const u8;
    fn utf16(self) -> *const u16;

    #[inline]
    fn as_str(self) -> &'static str {
        let text = self.utf8();
        // SAFETY: the text is UTF-8, and a NUL stands behind it.
        unsafe { core::str::from_utf8_unchecked(slice::from_raw_parts(text, units_before_nul(text))) }
    }

    /// With its NUL.
    #[inline]
    fn as_utf16(self) -> &'static [u16] {
        let text = self.utf16();
        // SAFETY: the text has its NUL.
        unsafe { slice::from_raw_parts(text, units_before_nul(text) + 1) }
    }
}

/// How many units stand before the NUL of a text of the library.
///
/// # Safety
/// `text` has a NUL.
#[inline]
unsafe fn units_before_nul<Unit: Copy + Default + PartialEq>(text: *const Unit) -> usize {
    // SAFETY: no NUL came before it.
    (0..).take_while(|&i| unsafe { *text.add(i) } != Unit::default()).count()
}

/// Texts in one encoding, in groups of as many; `Unit` is `u8` for UTF-8 and `u16` for UTF-16.
#[repr(C)]
pub struct Pack<Unit, const TEXTS: usize, const GROUPS: usize, const UNITS: usize> {
    groups: [Group<TEXTS>; GROUPS],
    units: [Unit; UNITS],
}

/// Where the texts of a group stand, counted in units.
#[repr(C)]
#[derive(Clone, Copy)]
struct Group<const TEXTS: usize> {
    /// From where the pack begins; 0 for the first.
    begin: u32,
    /// From there.
    offsets: [u16; TEXTS],
}

impl<Unit, const TEXTS: usize, const GROUPS: usize, const UNITS: usize> Pack<Unit, TEXTS, GROUPS, UNITS> {
    /// Where the units begin.
    const BEGIN: usize = offset_of!(Self, units) / size_of::<Unit>();

    /// The text at an index that is in range.
    pub fn text(&self, group: usize, index: usize) -> *const Unit {
        let (mut begin, mut offset) = (0, 0);
        if let Some(group) = self.groups.get(group) {
            begin = group.begin;
            offset = group.offsets.get(index).copied().unwrap_or_default();
        }
        (&raw const *self).cast::<Unit>().wrapping_add(begin as usize).wrapping_add(offset.into())
    }
}

/// The texts of each group.
pub type Texts<const TEXTS: usize, const GROUPS: usize> = [[&'static str; TEXTS]; GROUPS];

/// For each text the one of its group in which it is stored, which is itself unless it ends another.
pub type Hosts<const TEXTS: usize, const GROUPS: usize> = [[u16; TEXTS]; GROUPS];

pub const fn hosts<const TEXTS: usize, const GROUPS: usize>(texts: &Texts<TEXTS, GROUPS>) -> Hosts<TEXTS, GROUPS> {
    let (mut hosts, mut group) = ([[0; TEXTS]; GROUPS], 0);
    while group < GROUPS {
        let (tails, mut i) = (tails(&texts[group]), 0);
        while i < TEXTS {
            hosts[group][i] = host(&texts[group], &tails, i);
            i += 1;
        }
        group += 1;
    }
    hosts
}

/// The longest text that ends with this one, and of several that are the same the last.
const fn host(texts: &[&str], tails: &[u64], index: usize) -> u16 {
    let (mut host, tail, mut i) = (index, tails[index], 0);
    while i < texts.len() {
        if (tail == 0 || tails[i] == tail) && ends_with(texts[i].as_bytes(), texts[index].as_bytes()) {
            host = if texts[i].len() >= texts[host].len() { i } else { host };
        }
        i += 1;
    }
    host as u16
}

/// The last bytes of each text, which tell most of them apart at once and save the compiler seconds; 0 for a shorter
/// one.
const fn tails<const TEXTS: usize>(texts: &[&str; TEXTS]) -> [u64; TEXTS] {
    let (mut tails, mut i) = ([0; TEXTS], 0);
    while i < TEXTS {
        if let Some(last) = texts[i].as_bytes().last_chunk() {
            tails[i] = u64::from_ne_bytes(*last);
        }
        i += 1;
    }
    tails
}

const fn ends_with(text: &[u8], end: &[u8]) -> bool {
    text.len() >= end.len() && same(text.split_at(text.len() - end.len()).1, end)
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let (mut same, mut i) = (one.len() == other.len(), 0);
    while same && i < one.len() {
        same = one[i] == other[i];
        i += 1;
    }
    same
}

#[derive(Clone, Copy)]
pub enum Encoding {
    Utf8,
    Utf16,
}

/// How many units the texts need.
pub const fn units<const TEXTS: usize, const GROUPS: usize>(
    texts: &Texts<TEXTS, GROUPS>,
    hosts: &Hosts<TEXTS, GROUPS>,
    encoding: Encoding,
) -> usize {
    let (mut units, mut i) = (0, 0);
    while i < TEXTS * GROUPS {
        let (group, index) = (i / TEXTS, i % TEXTS);
        if hosts[group][index] as usize == index {
            units += length(texts[group][index], encoding) + 1;
        }
        i += 1;
    }
    units
}

const fn length(text: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => text.len(),
        Encoding::Utf16 => utf16_length(text),
    }
}

const fn utf16_length(text: &str) -> usize {
    let (bytes, mut length, mut i) = (text.as_bytes(), 0, 0);
    while i < bytes.len() {
        length += (bytes[i] & 0xC0 != 0x80) as usize;
        i += 1;
    }
    length
}

/// Where each text stands in a pack whose units begin at `end`.
const fn groups<const TEXTS: usize, const GROUPS: usize>(
    texts: &Texts<TEXTS, GROUPS>,
    hosts: &Hosts<TEXTS, GROUPS>,
    encoding: Encoding,
    mut end: usize,
) -> [Group<TEXTS>; GROUPS] {
    let (mut groups, mut group) = ([Group { begin: 0, offsets: [0; TEXTS] }; GROUPS], 0);
    while group < GROUPS {
        let (texts, hosts, Group { begin, offsets }) = (&texts[group], &hosts[group], &mut groups[group]);
        // A look-up in a single group has nothing to add.
        *begin = if group == 0 { 0 } else { end as u32 };
        let mut i = 0;
        while i < TEXTS {
            if hosts[i] as usize == i {
                let offset = end - *begin as usize;
                assert!(offset <= u16::MAX as usize, "the texts no longer fit a 16-bit offset");
                offsets[i] = offset as u16;
                end += length(texts[i], encoding) + 1;
            }
            i += 1;
        }
        while i > 0 {
            i -= 1;
            let host = hosts[i] as usize;
            if host != i {
                offsets[i] = offsets[host] + (length(texts[host], encoding) - length(texts[i], encoding)) as u16;
            }
        }
        group += 1;
    }
    groups
}

pub const fn utf8<const TEXTS: usize, const GROUPS: usize, const UNITS: usize>(
    texts: &Texts<TEXTS, GROUPS>,
    hosts: &Hosts<TEXTS, GROUPS>,
) -> Pack<u8, TEXTS, GROUPS, UNITS> {
    let groups = groups(texts, hosts, Encoding::Utf8, Pack::<u8, TEXTS, GROUPS, UNITS>::BEGIN);
    let (mut units, mut end, mut i) = ([0; UNITS], 0, 0);
    while i < TEXTS * GROUPS {
        let (group, index) = (i / TEXTS, i % TEXTS);
        if hosts[group][index] as usize == index {
            let bytes = texts[group][index].as_bytes();
            let mut byte = 0;
            while byte < bytes.len() {
                units[end + byte] = bytes[byte];
                byte += 1;
            }
            end += bytes.len() + 1;
        }
        i += 1;
    }
    Pack { groups, units }
}

pub const fn utf16<const TEXTS: usize, const GROUPS: usize, const UNITS: usize>(
    texts: &Texts<TEXTS, GROUPS>,
    hosts: &Hosts<TEXTS, GROUPS>,
) -> Pack<u16, TEXTS, GROUPS, UNITS> {
    let groups = groups(texts, hosts, Encoding::Utf16, Pack::<u16, TEXTS, GROUPS, UNITS>::BEGIN);
    let (mut units, mut end, mut i) = ([0; UNITS], 0, 0);
    while i < TEXTS * GROUPS {
        let (group, index) = (i / TEXTS, i % TEXTS);
        if hosts[group][index] as usize == index {
            let (bytes, mut k) = (texts[group][index].as_bytes(), 0);
            while k < bytes.len() {
                let byte = bytes[k] as u16;
                if byte & 0xC0 == 0x80 {
                    units[end - 1] = units[end - 1] << 6 | byte & 0x3F;
                } else {
                    units[end] = match byte {
                        0..0x80 => byte,
                        0x80..0xE0 => byte & 0x1F,
                        0xE0..0xF0 => byte & 0x0F,
                        _ => panic!("a character needs two units, which no text has needed yet"),
                    };
                    end += 1;
                }
                k += 1;
            }
            end += 1;
        }
        i += 1;
    }
    Pack { groups, units }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    const SAMPLE: Texts<6, 2> = [
        ["full", "Disk full", "", "ñ … 漢", "It is a full disk", "is a full disk"],
        ["a漢z", "漢z", "full", "full", "Nothing at all", "Anything at all"],
    ];
    const HOSTS: Hosts<6, 2> = hosts(&SAMPLE);

    static UTF8: Pack<u8, 6, 2, { units(&SAMPLE, &HOSTS, Encoding::Utf8) }> = utf8(&SAMPLE, &HOSTS);
    static UTF16: Pack<u16, 6, 2, { units(&SAMPLE, &HOSTS, Encoding::Utf16) }> = utf16(&SAMPLE, &HOSTS);

    #[test]
    fn both_encodings_are_those_of_the_standard_library() {
        for (i, text) in SAMPLE.as_flattened().iter().enumerate() {
            let (group, index) = (i / 6, i % 6);
            let narrow: Vec<u8> = text.bytes().chain([0]).collect();
            // SAFETY: the pack holds the text and its NUL.
            assert_eq!(unsafe { slice::from_raw_parts(UTF8.text(group, index), narrow.len()) }, narrow);
            let wide: Vec<u16> = text.encode_utf16().chain([0]).collect();
            // SAFETY: the pack holds the text and its NUL.
            assert_eq!(unsafe { slice::from_raw_parts(UTF16.text(group, index), wide.len()) }, wide);
        }
    }

    #[test]
    fn a_text_that_ends_another_of_its_group_is_stored_once() {
        let stored = ["Disk full", "ñ … 漢", "It is a full disk", "a漢z", "full", "Nothing at all", "Anything at all"];
        assert_eq!(size_of_val(&UTF8.units), stored.map(|text| text.len() + 1).iter().sum::<usize>());
        assert_eq!(size_of_val(&UTF16.units), stored.map(|text| 2 * (text.encode_utf16().count() + 1)).iter().sum());
    }
}
