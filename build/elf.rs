//! As much of ELF as it takes to see what is mapped executable.

use std::ops::Range;

/// Where in the file the segments are that may be executed. None for what is no ELF file.
pub fn executable_segments(file: &[u8]) -> Option<Vec<Range<usize>>> {
    const LOAD: usize = 1;
    const EXECUTE: usize = 1;
    let [is_64, is_big] = [*file.get(4)? == 2, *file.get(5)? == 2];
    let number = |at: usize, length: usize| {
        let mut bytes = file.get(at..at.checked_add(length)?)?.to_vec();
        if is_big {
            bytes.reverse();
        }
        Some(bytes.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
    };
    // Where each field is, and how long an address.
    let (table, entry_size, count, offset, size, flags, word) =
        if is_64 { (0x20, 0x36, 0x38, 0x08, 0x20, 0x04, 8) } else { (0x1C, 0x2A, 0x2C, 0x04, 0x10, 0x18, 4) };
    let (table, entry_size, count) = (number(table, word)?, number(entry_size, 2)?, number(count, 2)?);
    let mut segments = Vec::new();
    for entry in (0..count).map(|index| table + index * entry_size) {
        if number(entry, 4)? == LOAD && number(entry + flags, 4)? & EXECUTE != 0 {
            let start = number(entry + offset, word)?;
            segments.push(start..start + number(entry + size, word)?);
        }
    }
    file.starts_with(b"\x7FELF").then_some(segments)
}
