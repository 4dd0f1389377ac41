//! Reads a caller's NUL-terminated text into a small buffer.

use core::mem::MaybeUninit;

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
pub unsafe fn read<const N: usize>(text: *const u8, buffer: &mut [u8; N], step: impl Fn(u8) -> Step) -> Option<&[u8]> {
    if text.is_null() {
        return None;
    }
    let mut length = 0;
    for i in 0..=N {
        // SAFETY: no NUL came before unit i, and i is at most N.
        let unit = unsafe { text.add(i).read() };
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

/// Whether `text`, of letters, digits and `-`, is `folded` when its letters are lower case.
///
/// # Safety
/// `text` ends with a NUL.
pub unsafe fn is(folded: &[u8], text: *const u8) -> bool {
    // SAFETY: asked for only when no unit before it is NUL.
    let unit = |i| unsafe { text.add(i).read() };
    folded.iter().enumerate().all(|(i, &byte)| unit(i) != 0 && unit(i) | 0x20 == byte) && unit(folded.len()) == 0
}

/// Copies UTF-16 into bytes, up to its NUL or as much as there is room for. What is not ASCII becomes a byte that is none.
///
/// # Safety
/// `text` is readable up to its NUL or for as many units as the buffer has, whichever comes first.
#[inline(never)]
pub unsafe fn narrow(text: *const u16, buffer: &mut [MaybeUninit<u8>]) {
    for (i, byte) in buffer.iter_mut().enumerate() {
        // SAFETY: no NUL came before unit i, and the buffer is longer than i.
        let unit = unsafe { text.add(i).read() };
        byte.write(u8::try_from(unit).unwrap_or(u8::MAX));
        if unit == 0 {
            return;
        }
    }
}
