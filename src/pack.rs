//! Packs texts at compile time: one behind the other, each with its NUL, found by offset. A text that ends another of its
//! group stands there, and is not stored again.
//!
//! An offset needs no relocation, which a pointer would, so the loader has nothing to write. It has 16 bits, which is
//! enough for the texts of one group, and counts from where its group begins.

use core::mem::offset_of;

/// Texts in one encoding, in groups; `Unit` is `u8` for UTF-8 and `u16` for UTF-16.
#[repr(C)]
pub struct Pack<Unit, const TEXTS: usize, const GROUPS: usize, const UNITS: usize> {
    offsets: [u16; TEXTS],
    /// Where each begins. The first is not looked up: its offsets count from the pack itself.
    groups: [u32; GROUPS],
    units: [Unit; UNITS],
}

impl<Unit: Copy + Into<u32>, const TEXTS: usize, const GROUPS: usize, const UNITS: usize>
    Pack<Unit, TEXTS, GROUPS, UNITS>
{
    /// Where the texts begin.
    const BEGIN: usize = offset_of!(Self, units) / size_of::<Unit>();

    pub fn text(&self, group: usize, index: usize) -> *const Unit {
        let begin = if group == 0 { 0 } else { self.groups[group] as usize };
        (&raw const *self).cast::<Unit>().wrapping_add(begin).wrapping_add(self.offsets[index].into())
    }

    /// The units of a text of the first group without its NUL; none for an index that is out of range.
    pub fn units(&self, index: usize) -> &[Unit] {
        let start = self.offsets.get(index).map(|&offset| usize::from(offset) - Self::BEGIN);
        let rest = start.and_then(|start| self.units.get(start..)).unwrap_or_default();
        let end = rest.iter().position(|&unit| unit.into() == 0);
        end.and_then(|end| rest.get(..end)).unwrap_or_default()
    }
}

/// For each text the longest one of its group that ends with it: itself, unless it ends another.
pub const fn hosts<const TEXTS: usize>(texts: &[&str; TEXTS], groups: &[u8; TEXTS]) -> [u16; TEXTS] {
    let order = by_end(texts, groups);
    let mut hosts = [0; TEXTS];
    let mut i = TEXTS;
    while i > 0 {
        i -= 1;
        let text = order[i] as usize;
        // Read backwards, a text comes right before those that begin with it.
        let ends_next = i + 1 < TEXTS && groups[text] == groups[order[i + 1] as usize] && {
            let (text, next) = (texts[text].as_bytes(), texts[order[i + 1] as usize].as_bytes());
            same_end(text, next) == text.len()
        };
        hosts[text] = if ends_next { hosts[order[i + 1] as usize] } else { order[i] };
    }
    hosts
}

/// The texts, group by group, in the order that they have when they are read backwards: a merge sort, since a compiler runs
/// it.
const fn by_end<const TEXTS: usize>(texts: &[&str; TEXTS], groups: &[u8; TEXTS]) -> [u16; TEXTS] {
    let mut order = [0; TEXTS];
    let mut i = 0;
    while i < TEXTS {
        order[i] = i as u16;
        i += 1;
    }
    let mut width = 1;
    while width < TEXTS {
        let (from, mut to) = (order, 0);
        while to < TEXTS {
            let (mut left, mut right) = (to, to + width);
            let (left_end, right_end) = (at_most(right, TEXTS), at_most(right + width, TEXTS));
            while to < right_end {
                let take_left = left < left_end
                    && (right >= right_end || {
                        let (left, right) = (from[left] as usize, from[right] as usize);
                        groups[left] < groups[right]
                            || (groups[left] == groups[right] && !sorts_after(texts[left], texts[right]))
                    });
                let taken = if take_left { &mut left } else { &mut right };
                order[to] = from[*taken];
                *taken += 1;
                to += 1;
            }
        }
        width *= 2;
    }
    order
}

const fn at_most(value: usize, limit: usize) -> usize {
    if value < limit { value } else { limit }
}

const fn sorts_after(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let same = same_end(one, other);
    same < one.len() && (same == other.len() || one[one.len() - 1 - same] > other[other.len() - 1 - same])
}

/// How many bytes are the same, from the end.
const fn same_end(one: &[u8], other: &[u8]) -> usize {
    let mut same = 0;
    while same < one.len() && same < other.len() && one[one.len() - 1 - same] == other[other.len() - 1 - same] {
        same += 1;
    }
    same
}

pub const fn same(one: &[u8], other: &[u8]) -> bool {
    let (mut same, mut i) = (one.len() == other.len(), 0);
    while same && i < one.len() {
        same = one[i] == other[i];
        i += 1;
    }
    same
}

/// How many bytes `utf8` needs.
pub const fn utf8_units<const TEXTS: usize>(texts: &[&str; TEXTS], hosts: &[u16; TEXTS]) -> usize {
    let (mut units, mut i) = (0, 0);
    while i < TEXTS {
        units += if hosts[i] as usize == i { texts[i].len() + 1 } else { 0 };
        i += 1;
    }
    units
}

pub const fn utf8<const TEXTS: usize, const GROUPS: usize, const UNITS: usize>(
    texts: &[&str; TEXTS],
    groups: &[u8; TEXTS],
    hosts: &[u16; TEXTS],
) -> Pack<u8, TEXTS, GROUPS, UNITS> {
    let (mut begins, mut offsets, mut units) = ([0; GROUPS], [0; TEXTS], [0; UNITS]);
    let (mut end, mut i) = (0, 0);
    while i < TEXTS {
        if hosts[i] as usize == i {
            let group = groups[i] as usize;
            let begin = Pack::<u8, TEXTS, GROUPS, UNITS>::BEGIN + end;
            if group > 0 && begins[group] == 0 {
                begins[group] = begin as u32;
            }
            offsets[i] = offset(begin - begins[group] as usize);
            let (bytes, mut k) = (texts[i].as_bytes(), 0);
            while k < bytes.len() {
                assert!(bytes[k] != 0, "a text has a NUL inside");
                units[end] = bytes[k];
                end += 1;
                k += 1;
            }
            end += 1;
        }
        i += 1;
    }
    while i > 0 {
        i -= 1;
        let host = hosts[i] as usize;
        offsets[i] = offsets[host] + (texts[host].len() - texts[i].len()) as u16;
    }
    Pack { groups: begins, offsets, units }
}

/// How many units `utf16` needs.
pub const fn utf16_units<const TEXTS: usize>(texts: &[&str; TEXTS], hosts: &[u16; TEXTS]) -> usize {
    let (mut units, mut i) = (0, 0);
    while i < TEXTS {
        units += if hosts[i] as usize == i { utf16_length(texts[i]) + 1 } else { 0 };
        i += 1;
    }
    units
}

const fn utf16_length(text: &str) -> usize {
    let (bytes, mut length, mut i) = (text.as_bytes(), 0, 0);
    while i < bytes.len() {
        let continuation = bytes[i] & 0xC0 == 0x80;
        let surrogate_pair = bytes[i] >= 0xF0;
        length += !continuation as usize + surrogate_pair as usize;
        i += 1;
    }
    length
}

pub const fn utf16<const TEXTS: usize, const GROUPS: usize, const UNITS: usize>(
    texts: &[&str; TEXTS],
    groups: &[u8; TEXTS],
    hosts: &[u16; TEXTS],
) -> Pack<u16, TEXTS, GROUPS, UNITS> {
    let (mut begins, mut offsets, mut units) = ([0; GROUPS], [0; TEXTS], [0; UNITS]);
    let (mut end, mut i) = (0, 0);
    while i < TEXTS {
        if hosts[i] as usize == i {
            let group = groups[i] as usize;
            let begin = Pack::<u16, TEXTS, GROUPS, UNITS>::BEGIN + end;
            if group > 0 && begins[group] == 0 {
                begins[group] = begin as u32;
            }
            offsets[i] = offset(begin - begins[group] as usize);
            let (bytes, mut k) = (texts[i].as_bytes(), 0);
            while k < bytes.len() {
                let (code_point, length) = decode(bytes, k);
                if code_point < 0x10000 {
                    units[end] = code_point as u16;
                    end += 1;
                } else {
                    units[end] = (0xD7C0 + (code_point >> 10)) as u16;
                    units[end + 1] = (0xDC00 + (code_point & 0x3FF)) as u16;
                    end += 2;
                }
                k += length;
            }
            end += 1;
        }
        i += 1;
    }
    while i > 0 {
        i -= 1;
        let host = hosts[i] as usize;
        offsets[i] = offsets[host] + (utf16_length(texts[host]) - utf16_length(texts[i])) as u16;
    }
    Pack { groups: begins, offsets, units }
}

const fn offset(units: usize) -> u16 {
    assert!(units <= u16::MAX as usize, "the texts no longer fit a 16-bit offset");
    units as u16
}

/// The code point that begins at `bytes[at]` of valid UTF-8, and how many bytes it takes.
const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let lead = bytes[at] as u32;
    let (mut code_point, length) = match lead {
        0..0x80 => (lead, 1),
        0x80..0xE0 => (lead & 0x1F, 2),
        0xE0..0xF0 => (lead & 0x0F, 3),
        _ => (lead & 0x07, 4),
    };
    let mut i = 1;
    while i < length {
        code_point = code_point << 6 | (bytes[at + i] & 0x3F) as u32;
        i += 1;
    }
    (code_point, length)
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::*;

    const SAMPLE: [&str; 8] = ["full", "Disk full", "", "ñ … 漢", "a😀z", "😀z", "Disk full", "full"];
    const GROUPS: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];
    const HOSTS: [u16; 8] = hosts(&SAMPLE, &GROUPS);

    static UTF8: Pack<u8, 8, 2, { utf8_units(&SAMPLE, &HOSTS) }> = utf8(&SAMPLE, &GROUPS, &HOSTS);
    static UTF16: Pack<u16, 8, 2, { utf16_units(&SAMPLE, &HOSTS) }> = utf16(&SAMPLE, &GROUPS, &HOSTS);

    #[test]
    fn both_encodings_are_those_of_the_standard_library() {
        for (i, text) in SAMPLE.iter().enumerate() {
            let narrow: Vec<u8> = text.bytes().chain([0]).collect();
            // SAFETY: the pack holds the text and its NUL.
            assert_eq!(unsafe { slice::from_raw_parts(UTF8.text(GROUPS[i].into(), i), narrow.len()) }, narrow);
            let wide: Vec<u16> = text.encode_utf16().chain([0]).collect();
            // SAFETY: the pack holds the text and its NUL.
            assert_eq!(unsafe { slice::from_raw_parts(UTF16.text(GROUPS[i].into(), i), wide.len()) }, wide);
        }
    }

    #[test]
    fn a_text_that_ends_another_of_its_group_is_stored_once() {
        let stored = ["Disk full", "ñ … 漢", "a😀z", "full"];
        assert_eq!(size_of_val(&UTF8.units), stored.map(|text| text.len() + 1).iter().sum::<usize>());
        assert_eq!(size_of_val(&UTF16.units), stored.map(|text| 2 * (text.encode_utf16().count() + 1)).iter().sum());
        assert_eq!(UTF8.units(0), b"full");
    }
}
