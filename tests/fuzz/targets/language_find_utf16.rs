#![no_main]

libfuzzer_sys::fuzz_target!(|text: &[u8]| fuzz::check_language_find_utf16(text));
