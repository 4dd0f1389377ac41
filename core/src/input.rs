//! What a C caller passes: a text that ends with a NUL.

use core::mem::MaybeUninit;

/// The bytes of a text before its NUL.
///
/// # Safety
/// `text` is readable up to its NUL or as far as the iterator is asked, whichever comes first.
pub unsafe fn until_nul(text: *const u8) -> impl Iterator<Item = u8> {
    let mut next = text;
    core::iter::from_fn(move || {
        // SAFETY: no NUL came before it, and the caller promised the rest.
        let byte = unsafe { next.read() };
        next = next.wrapping_add(1);
        (byte != 0).then_some(byte)
    })
}

/// Copies UTF-16 into bytes, up to its NUL or as much as there is room for. What is above 255 becomes 255, which is no
/// ASCII either.
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
