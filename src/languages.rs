//! The languages, and the one that fits a tag.

use crate::codes::*;
use crate::input::{self, Step, Unit, is};
use crate::texts;

pub const TAGS: [&str; COUNT] = ["en"];
pub const COUNT: usize = 1;

const MAX_UNITS: usize = 64;

/// The best match for one BCP 47 tag: RFC 4647 look-up, subtags dropped from the end.
///
/// # Safety
/// `tag` is NULL, or readable up to its NUL or for 65 units, whichever comes first.
pub unsafe fn find<U: Unit>(tag: *const U) -> Language {
    let mut buffer = [0; MAX_UNITS];
    // SAFETY: as the caller promised.
    let tag = unsafe { input::read(tag, &mut buffer, step) };
    tag.map_or(UNKNOWN, look_up)
}

/// Lower case, `-` for `_`, and nothing from the encoding or the modifier of a POSIX locale on.
fn step(unit: u32) -> Step {
    match u8::try_from(unit) {
        Ok(b'.' | b'@') => Step::End,
        Ok(b'_') => Step::Keep(b'-'),
        Ok(ascii @ 0..0x80) => Step::Keep(ascii.to_ascii_lowercase()),
        _ => Step::Reject,
    }
}

fn look_up(mut tag: &[u8]) -> Language {
    loop {
        for language in 0..COUNT as Language {
            if is(tag, texts::language_tag(language).bytes()) {
                return language;
            }
        }
        match tag.iter().rposition(|&unit| unit == b'-') {
            Some(last) => tag = tag.get(..last).unwrap_or_default(),
            None => return UNKNOWN,
        }
    }
}
