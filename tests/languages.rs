//! `language_find` and the tags.

use crate::stranger::{UNKNOWN, UNKNOWN_CODES, api};

/// The same answer in both encodings.
fn find(tag: &str) -> i32 {
    let wide: Vec<u16> = tag.encode_utf16().collect();
    let language = api().find("language_find", tag);
    assert_eq!(api().find_utf16("language_find", &wide), language, "{tag:?}");
    language
}

#[test]
fn english_comes_first() {
    assert_eq!(api().text("language_tag", 0), "en");
    for tag in ["en", "EN", "en-GB", "en_GB", "EN_us.UTF-8", "en@euro", "en-Latn-US-x-private", "en.UTF-8@euro"] {
        assert_eq!(find(tag), 0, "{tag}");
    }
}

#[test]
fn tags_come_back() {
    for language in 0..api().constant("language_count") {
        let tag = api().text("language_tag", language);
        assert_eq!(find(tag), language);
        assert_eq!(find(&tag.to_uppercase()), language);
        assert_eq!(find(&format!("{}-XX", tag.to_lowercase())), language);
    }
}

#[test]
fn what_is_no_language_is_unknown() {
    for tag in [
        "",
        "C",
        "POSIX",
        "C.UTF-8",
        "und",
        "*",
        "eng",
        "e",
        "-",
        "-en",
        "x-private",
        "i-klingon",
        "анг",
        "en ",
        "engl-GB",
    ] {
        assert_eq!(find(tag), UNKNOWN, "{tag:?}");
    }
    // SAFETY: NULL is allowed.
    unsafe {
        assert_eq!(api().find_at("language_find", std::ptr::null::<u8>()), UNKNOWN);
        assert_eq!(api().find_at("language_find_utf16", std::ptr::null::<u16>()), UNKNOWN);
    }
    for unit in [0xd800, 0xdfff, 0x165] {
        assert_eq!(api().find_utf16("language_find", &[unit, b'n'.into()]), UNKNOWN, "{unit:#x}");
    }
}

#[test]
fn only_64_units_are_read() {
    let fits = format!("en-{}", "a".repeat(61));
    assert_eq!((fits.len(), find(&fits)), (64, 0));
    assert_eq!(find(&format!("{fits}a")), UNKNOWN);
    assert_eq!(find(&"a".repeat(1_000_000)), UNKNOWN);
}

#[test]
fn an_index_out_of_range_has_no_tag() {
    let count = api().constant("language_count");
    for language in UNKNOWN_CODES.into_iter().chain([count]).filter(|language| !(0..count).contains(language)) {
        assert_eq!(api().text("language_tag", language), "");
    }
}
