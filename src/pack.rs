//! Packs texts at compile time: one behind the other, each with its NUL, found by offset.
//!
//! An offset needs no relocation, which a pointer would, so the loader has nothing to write.

/// Texts in one encoding; `Unit` is `u8` for UTF-8 and `u16` for UTF-16.
#[repr(C)]
pub struct Pack<Unit, const TEXTS: usize, const UNITS: usize> {
    offsets: [u16; TEXTS],
    units: [Unit; UNITS],
}

impl<Unit, const TEXTS: usize, const UNITS: usize> Pack<Unit, TEXTS, UNITS> {
    /// Where the texts begin: offsets count from the pack itself, which saves an instruction a look-up.
    const BEGIN: usize = size_of::<[u16; TEXTS]>() / size_of::<Unit>();

    pub fn text(&self, index: usize) -> *const Unit {
        (&raw const *self).cast::<Unit>().wrapping_add(self.offsets[index].into())
    }

    /// The units of a text without its NUL; none for an index that is out of range.
    pub fn units(&self, index: usize) -> &[Unit] {
        let offset = |index| self.offsets.get(index).map(|&offset| usize::from(offset) - Self::BEGIN);
        let end = offset(index + 1).unwrap_or(UNITS);
        offset(index).and_then(|start| self.units.get(start..end - 1)).unwrap_or_default()
    }
}

/// How many bytes `utf8` needs.
pub const fn utf8_units(texts: &[&str]) -> usize {
    let (mut units, mut i) = (0, 0);
    while i < texts.len() {
        units += texts[i].len() + 1;
        i += 1;
    }
    units
}

pub const fn utf8<const TEXTS: usize, const UNITS: usize>(texts: &[&str; TEXTS]) -> Pack<u8, TEXTS, UNITS> {
    let (mut offsets, mut units) = ([0; TEXTS], [0; UNITS]);
    let (mut end, mut i) = (0, 0);
    while i < TEXTS {
        offsets[i] = offset(Pack::<u8, TEXTS, UNITS>::BEGIN + end);
        let (bytes, mut k) = (texts[i].as_bytes(), 0);
        while k < bytes.len() {
            assert!(bytes[k] != 0, "a text has a NUL inside");
            units[end] = bytes[k];
            end += 1;
            k += 1;
        }
        end += 1;
        i += 1;
    }
    Pack { offsets, units }
}

/// How many units `utf16` needs.
pub const fn utf16_units(texts: &[&str]) -> usize {
    let (mut units, mut i) = (0, 0);
    while i < texts.len() {
        let (bytes, mut k) = (texts[i].as_bytes(), 0);
        while k < bytes.len() {
            let continuation = bytes[k] & 0xC0 == 0x80;
            let surrogate_pair = bytes[k] >= 0xF0;
            units += !continuation as usize + surrogate_pair as usize;
            k += 1;
        }
        units += 1;
        i += 1;
    }
    units
}

pub const fn utf16<const TEXTS: usize, const UNITS: usize>(texts: &[&str; TEXTS]) -> Pack<u16, TEXTS, UNITS> {
    let (mut offsets, mut units) = ([0; TEXTS], [0; UNITS]);
    let (mut end, mut i) = (0, 0);
    while i < TEXTS {
        offsets[i] = offset(Pack::<u16, TEXTS, UNITS>::BEGIN + end);
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
        i += 1;
    }
    Pack { offsets, units }
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

    const SAMPLE: [&str; 4] = ["Disk full", "", "ñ … 漢", "a😀z"];

    static UTF8: Pack<u8, 4, { utf8_units(&SAMPLE) }> = utf8(&SAMPLE);
    static UTF16: Pack<u16, 4, { utf16_units(&SAMPLE) }> = utf16(&SAMPLE);

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
}
