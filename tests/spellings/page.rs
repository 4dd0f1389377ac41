//! A text that ends where readable memory ends.

use std::ptr::null_mut;

pub struct Page<Unit> {
    memory: *mut libc::c_void,
    text: *const Unit,
}

/// Larger than a page of any system that the tests run on.
const SIZE: usize = 64 * 1024;

impl<Unit: Copy> Page<Unit> {
    pub fn ending_with(text: &[Unit]) -> Self {
        // SAFETY: a fresh mapping of two blocks, of which the second becomes unreadable; the copy ends where the
        // first one does.
        unsafe {
            let protection = libc::PROT_READ | libc::PROT_WRITE;
            let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
            let memory = libc::mmap(null_mut(), 2 * SIZE, protection, flags, -1, 0);
            assert_ne!(memory, libc::MAP_FAILED);
            let end = memory.byte_add(SIZE);
            assert_eq!(libc::mprotect(end, SIZE, libc::PROT_NONE), 0);
            let at = end.cast::<Unit>().sub(text.len());
            at.copy_from_nonoverlapping(text.as_ptr(), text.len());
            Self { memory, text: at }
        }
    }

    pub fn text(&self) -> *const Unit {
        self.text
    }
}

impl<Unit> Drop for Page<Unit> {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours, and nothing else points into it.
        unsafe { libc::munmap(self.memory, 2 * SIZE) };
    }
}
