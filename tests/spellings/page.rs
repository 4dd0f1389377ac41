//! A text that ends where readable memory ends.

use region::{Allocation, Protection};

pub struct Page<Unit> {
    text: *const Unit,
    /// Freed when the page is gone.
    _memory: Allocation,
}

impl<Unit: Copy> Page<Unit> {
    pub fn ending_with(text: &[Unit]) -> Self {
        let size = size_of_val(text).next_multiple_of(region::page::size()).max(region::page::size());
        let mut memory = region::alloc(size + region::page::size(), Protection::READ_WRITE).unwrap();
        // SAFETY: the allocation is ours, and has one page more than the text needs. That one becomes unreadable; the copy
        // ends where it begins, and before it there is room for all of the text.
        unsafe {
            let end = memory.as_mut_ptr::<u8>().add(size);
            region::protect(end, region::page::size(), Protection::NONE).unwrap();
            let at = end.cast::<Unit>().sub(text.len());
            at.copy_from_nonoverlapping(text.as_ptr(), text.len());
            Self { text: at, _memory: memory }
        }
    }

    pub fn text(&self) -> *const Unit {
        self.text
    }
}
