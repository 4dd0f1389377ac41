//! Packs texts at compile time: one behind the other, each with its NUL, found by offset. A text that was
//! said before is not stored again.
//!
//! An offset needs no relocation, which a pointer would, so the loader has nothing to write.

/// All languages together need more than 16 bits, English alone does not.
#[cfg(feature = "languages")]
type Offset = u32;
#[cfg(not(feature = "languages"))]
type Offset = u16;

/// Texts in one encoding; `Unit` is `u8` for UTF-8 and `u16` for UTF-16.
#[repr(C)]
pub struct Pack<Unit, const TEXTS: usize, const UNITS: usize> {
    offsets: [Offset; TEXTS],
    units: [Unit; UNITS],
}

impl<Unit: Copy + Into<u32>, const TEXTS: usize, const UNITS: usize> Pack<Unit, TEXTS, UNITS> {
    /// Where the texts begin: offsets count from the pack itself, which saves an instruction a look-up.
    const BEGIN: usize = size_of::<[Offset; TEXTS]>() / size_of::<Unit>();

    pub fn text(&self, index: usize) -> *const Unit {
        (&raw const *self).cast::<Unit>().wrapping_add(self.offsets[index] as usize)
    }

    /// The units of a text without its NUL; none for an index that is out of range.
    pub fn units(&self, index: usize) -> &[Unit] {
        let start = self.offsets.get(index).map(|&offset| offset as usize - Self::BEGIN);
        let rest = start.and_then(|start| self.units.get(start..)).unwrap_or_default();
        let end = rest.iter().position(|&unit| unit.into() == 0);
        end.and_then(|end| rest.get(..end)).unwrap_or_default()
    }
}

/// For each text the one that stands for it: itself, or one before that says the same. In one language they are near;
/// comparing each with all would take the compiler a minute.
pub const fn firsts<const TEXTS: usize>(texts: &[&str; TEXTS]) -> [usize; TEXTS] {
    const NEAR: usize = 128;
    let (mut firsts, mut lengths, mut i) = ([0; TEXTS], [0; TEXTS], 0);
    while i < TEXTS {
        lengths[i] = texts[i].len();
        let mut k = i.saturating_sub(NEAR);
        while lengths[k] != lengths[i] || !same(texts[k].as_bytes(), texts[i].as_bytes()) {
            k += 1;
        }
        firsts[i] = if k < i { firsts[k] } else { i };
        i += 1;
    }
    firsts
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
pub const fn utf8_units<const TEXTS: usize>(texts: &[&str; TEXTS], firsts: &[usize; TEXTS]) -> usize {
    let (mut units, mut i) = (0, 0);
    while i < TEXTS {
        units += if firsts[i] == i { texts[i].len() + 1 } else { 0 };
        i += 1;
    }
    units
}

pub const fn utf8<const TEXTS: usize, const UNITS: usize>(
    texts: &[&str; TEXTS],
    firsts: &[usize; TEXTS],
) -> Pack<u8, TEXTS, UNITS> {
    let (mut offsets, mut units) = ([0; TEXTS], [0; UNITS]);
    let (mut end, mut i) = (0, 0);
    while i < TEXTS {
        if firsts[i] == i {
            offsets[i] = offset(Pack::<u8, TEXTS, UNITS>::BEGIN + end);
            let length = texts[i].len();
            units.split_at_mut(end).1.split_at_mut(length).0.copy_from_slice(texts[i].as_bytes());
            end += length + 1;
        } else {
            offsets[i] = offsets[firsts[i]];
        }
        i += 1;
    }
    Pack { offsets, units }
}

/// How many units `utf16` needs.
pub const fn utf16_units<const TEXTS: usize>(texts: &[&str; TEXTS], firsts: &[usize; TEXTS]) -> usize {
    let (mut units, mut i) = (0, 0);
    while i < TEXTS {
        units += if firsts[i] == i { utf16_length(texts[i]) + 1 } else { 0 };
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

pub const fn utf16<const TEXTS: usize, const UNITS: usize>(
    texts: &[&str; TEXTS],
    firsts: &[usize; TEXTS],
) -> Pack<u16, TEXTS, UNITS> {
    let (mut offsets, mut units) = ([0; TEXTS], [0; UNITS]);
    let (mut end, mut i) = (0, 0);
    while i < TEXTS {
        if firsts[i] == i {
            offsets[i] = offset(Pack::<u16, TEXTS, UNITS>::BEGIN + end);
            let (bytes, mut k) = (texts[i].as_bytes(), 0);
            while k < bytes.len() {
                let (code_point, length) = decode(bytes, k);
                assert!(code_point != 0, "a text has a NUL inside");
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
        } else {
            offsets[i] = offsets[firsts[i]];
        }
        i += 1;
    }
    Pack { offsets, units }
}

const fn offset(units: usize) -> Offset {
    assert!(units <= Offset::MAX as usize, "the texts no longer fit an offset");
    units as Offset
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

    const SAMPLE: [&str; 5] = ["Disk full", "", "ñ … 漢", "Disk full", "a😀z"];
    const FIRSTS: [usize; 5] = firsts(&SAMPLE);

    static UTF8: Pack<u8, 5, { utf8_units(&SAMPLE, &FIRSTS) }> = utf8(&SAMPLE, &FIRSTS);
    static UTF16: Pack<u16, 5, { utf16_units(&SAMPLE, &FIRSTS) }> = utf16(&SAMPLE, &FIRSTS);

    #[test]
    fn both_encodings_are_those_of_the_standard_library() {
        for (i, text) in SAMPLE.iter().enumerate() {
            let narrow: Vec<u8> = text.bytes().chain([0]).collect();
            // SAFETY: the pack holds the text and its NUL.
            assert_eq!(unsafe { slice::from_raw_parts(UTF8.text(i), narrow.len()) }, narrow);
            let wide: Vec<u16> = text.encode_utf16().chain([0]).collect();
            // SAFETY: the pack holds the text and its NUL.
            assert_eq!(unsafe { slice::from_raw_parts(UTF16.text(i), wide.len()) }, wide);
        }
    }

    #[test]
    fn a_text_is_stored_once() {
        let stored = ["Disk full", "", "ñ … 漢", "a😀z"];
        assert_eq!(size_of_val(&UTF8.units), stored.map(|text| text.len() + 1).iter().sum::<usize>());
        assert_eq!(size_of_val(&UTF16.units), stored.map(|text| 2 * (text.encode_utf16().count() + 1)).iter().sum());
        assert_eq!(UTF8.text(0), UTF8.text(3));
    }
}
