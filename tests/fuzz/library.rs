//! The library and its C functions, built so that a fuzzer and a sanitizer see into them, and what they must answer.
//!
//! A text is put on the heap with not one unit more than the function may read, so that a sanitizer sees a
//! read past its end.

#[path = "../../src/exports.rs"]
mod exports;
#[path = "../../src/types.rs"]
mod types;

mod model;
mod reference;

pub fn check_from_name(text: &[u8]) {
    let text = as_passed(text, reference::NAME_UNITS);
    // SAFETY: the text ends with a NUL, or is longer than the function may read.
    let answer = unsafe { exports::wv2_interrupt_from_name(text.as_ptr().cast()) };
    assert_eq!(answer, reference::from_name(&text), "{text:x?}");
}

pub fn check_from_name_utf16(text: &[u8]) {
    let text = as_passed(&utf16(text), reference::NAME_UNITS);
    // SAFETY: the text ends with a NUL, or is longer than the function may read.
    let answer = unsafe { exports::wv2_interrupt_from_name_utf16(text.as_ptr()) };
    assert_eq!(answer, reference::from_name(&text), "{text:x?}");
}

pub fn check_language_find(tag: &[u8]) {
    let tag = as_passed(tag, reference::TAG_UNITS);
    // SAFETY: the tag ends with a NUL, or is longer than the function may read.
    let answer = unsafe { exports::wv2_interrupt_language_find(tag.as_ptr().cast()) };
    assert_eq!(answer, reference::language_find(&tag), "{tag:x?}");
}

pub fn check_language_find_utf16(tag: &[u8]) {
    let tag = as_passed(&utf16(tag), reference::TAG_UNITS);
    // SAFETY: the tag ends with a NUL, or is longer than the function may read.
    let answer = unsafe { exports::wv2_interrupt_language_find_utf16(tag.as_ptr()) };
    assert_eq!(answer, reference::language_find(&tag), "{tag:x?}");
}

/// Reports of 21 bytes, each told to a row of the library and to the model.
pub fn check_row(bytes: &[u8]) {
    use model::{Event, Report, Row};
    let (mut row, mut expected) = (Row::default(), Row::default());
    for report in bytes.chunks_exact(21) {
        let number = |at: usize| i64::from_le_bytes(report[at..at + 8].try_into().unwrap());
        // Small numbers are those that mean something.
        let (state, reason) = (i32::from(report[1] as i8), i32::from(report[2] as i8));
        let (received, total) = match report[4] % 3 {
            0 => (i64::from(report[5]) % 4, i64::from(report[13]) % 4),
            1 => (i64::from(report[5] as i8), i64::from(report[13] as i8)),
            _ => (number(5), number(13)),
        };
        let can_resume = i32::from(report[3] & 2);
        let event = if report[0] % 2 == 0 { Event::StateChanged } else { Event::BytesReceivedChanged };
        let ours = (&raw mut row).cast();
        // SAFETY: a row of the model is laid out as one of the library.
        unsafe {
            match event {
                Event::StateChanged => {
                    exports::wv2_interrupt_row_state_changed(ours, state, reason, can_resume, received, total);
                }
                Event::BytesReceivedChanged => {
                    exports::wv2_interrupt_row_bytes_received_changed(ours, state, reason, can_resume, received, total);
                }
            }
        }
        model::tell(&mut expected, event, Report { state, reason, can_resume: can_resume != 0, received, total });
        assert_eq!(row, expected, "{report:x?}");
    }
}

fn utf16(bytes: &[u8]) -> Vec<u16> {
    bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect()
}

/// The text with its NUL; or, where it is longer than `most`, as many units as may be read then, and no NUL.
fn as_passed<U: Copy + Default + PartialEq>(text: &[U], most: usize) -> Box<[U]> {
    let nul = U::default();
    let before_nul = text.iter().copied().take_while(|&unit| unit != nul);
    before_nul.chain([nul]).take(most + 1).collect()
}

/// The languages of the library, lower case.
fn tags() -> Vec<String> {
    let tag = |language| {
        // SAFETY: the library's texts end with a NUL.
        let tag = unsafe { std::ffi::CStr::from_ptr(exports::wv2_interrupt_language_tag(language)) };
        tag.to_str().expect("a tag is ASCII").to_lowercase()
    };
    (0..exports::wv2_interrupt_language_count()).map(tag).collect()
}

/// The kept corpus again, for a checker that is slower than a fuzzer: Miri.
#[cfg(test)]
mod corpus {
    use std::fs;
    use std::path::Path;

    fn replay(target: &str, check: fn(&[u8])) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        let files: Vec<_> = fs::read_dir(folder).unwrap().collect();
        assert!(!files.is_empty());
        for file in files {
            check(&fs::read(file.unwrap().path()).unwrap());
        }
    }

    #[test]
    fn from_name() {
        replay("from_name", super::check_from_name);
    }

    #[test]
    fn from_name_utf16() {
        replay("from_name_utf16", super::check_from_name_utf16);
    }

    #[test]
    fn language_find() {
        replay("language_find", super::check_language_find);
    }

    #[test]
    fn row() {
        replay("row", super::check_row);
    }

    #[test]
    fn language_find_utf16() {
        replay("language_find_utf16", super::check_language_find_utf16);
    }
}
