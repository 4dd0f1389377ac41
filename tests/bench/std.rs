//! The same look-ups as a Rust programmer would write them with the standard library, built as cargo builds by default.
//! `BENCH_TABLE` is made from tests/golden/explain.tsv.

use std::ffi::{CStr, c_char};

include!(env!("BENCH_TABLE"));

#[unsafe(no_mangle)]
pub extern "C" fn bench_name(code: i32) -> *const c_char {
    text(code, 0)
}

#[unsafe(no_mangle)]
pub extern "C" fn bench_symbol(code: i32) -> *const c_char {
    text(code, 1)
}

#[unsafe(no_mangle)]
pub extern "C" fn bench_label(code: i32) -> *const c_char {
    text(code, 2)
}

#[unsafe(no_mangle)]
pub extern "C" fn bench_message(code: i32) -> *const c_char {
    text(code, 3)
}

#[unsafe(no_mangle)]
pub extern "C" fn bench_advice(code: i32) -> *const c_char {
    text(code, 4)
}

#[unsafe(no_mangle)]
pub extern "C" fn bench_description(code: i32) -> *const c_char {
    text(code, 5)
}

fn text(code: i32, column: usize) -> *const c_char {
    let row = usize::try_from(code).ok().and_then(|code| ROWS.get(code)).unwrap_or(&UNKNOWN);
    row[column].as_ptr()
}

/// # Safety
/// `name` ends with a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bench_find(name: *const c_char) -> i32 {
    // SAFETY: as the caller promised.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes();
    let found = ROWS.iter().position(|row| row[0].to_bytes().eq_ignore_ascii_case(name));
    found.map_or(-1, |code| code as i32)
}
