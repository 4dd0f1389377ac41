//! What a caller passes: units of UTF-8 or UTF-16.

/// The NUL-terminated text of a C caller, without its NUL.
///
/// # Safety
/// `text` is not NULL, and readable up to its NUL or as far as the iterator is asked, whichever comes first.
#[doc(hidden)]
pub unsafe fn until_nul<U: Unit>(text: *const U) -> impl Iterator<Item = U> {
    let mut next = text;
    core::iter::from_fn(move || {
        // SAFETY: no NUL came before it, and the caller promised the rest.
        let unit = unsafe { next.read() };
        next = next.wrapping_add(1);
        (unit.byte() != 0).then_some(unit)
    })
}

/// A unit of UTF-8 or UTF-16.
pub trait Unit: Copy {
    /// The unit where it is ASCII; else a byte that is none.
    fn byte(self) -> u8;
}

impl Unit for u8 {
    fn byte(self) -> u8 {
        self
    }
}

impl Unit for u16 {
    fn byte(self) -> u8 {
        if self < 0x80 { self as u8 } else { 0xFF }
    }
}
