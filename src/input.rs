//! Reads a caller's NUL-terminated text, of either encoding, into a small buffer.

use core::mem::MaybeUninit;

/// A unit of the caller's text.
pub trait Unit: Copy + Into<u32> {}
impl Unit for u8 {}
impl Unit for u16 {}

/// What to do with a unit that was read.
pub enum Step {
    Keep(u8),
    Skip,
    End,
    Reject,
}

/// Reads `text` up to its NUL, one `step` a unit, and returns what was kept. None for NULL, for more
/// than `N` units, and where `step` rejects one.
///
/// # Safety
/// `text` is NULL, or readable up to its NUL or for `N + 1` units, whichever comes first.
pub unsafe fn read<const N: usize, U: Unit>(
    text: *const U,
    buffer: &mut [u8; N],
    step: impl Fn(u32) -> Step,
) -> Option<&[u8]> {
    if text.is_null() {
        return None;
    }
    let mut length = 0;
    for i in 0..=N {
        // SAFETY: no NUL came before unit i, and i is at most N.
        let unit: u32 = unsafe { text.add(i).read() }.into();
        if unit == 0 {
            return buffer.get(..length);
        }
        match step(unit) {
            Step::Keep(byte) => {
                *buffer.get_mut(length)? = byte;
                length += 1;
            }
            Step::Skip => {}
            Step::End => return buffer.get(..length),
            Step::Reject => return None,
        }
    }
    None
}

/// Whether `text`, letters, digits and `-`, is `folded` when its letters are lower case. Byte by byte: the
/// comparison of slices would call `memcmp`, which would have to be imported.
pub fn is(folded: &[u8], text: &[u8]) -> bool {
    folded.len() == text.len() && folded.iter().zip(text).all(|(&folded, &byte)| folded == byte | 0x20)
}

/// Copies `text`, with its NUL, and says whether it is ASCII and no longer than the buffer.
///
/// # Safety
/// `text` is NULL, or readable up to its NUL or for `N` units, whichever comes first.
pub unsafe fn narrow<const N: usize>(text: *const u16, buffer: &mut [MaybeUninit<u8>; N]) -> bool {
    if text.is_null() {
        return false;
    }
    for (i, byte) in buffer.iter_mut().enumerate() {
        // SAFETY: no NUL came before unit i, and i is less than N.
        let unit = unsafe { text.add(i).read() };
        byte.write(unit as u8);
        if unit == 0 || unit > 0x7F {
            return unit == 0;
        }
    }
    false
}
