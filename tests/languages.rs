//! `language_find`, the tags, and the library that speaks English alone.

use std::fs;
use std::sync::LazyLock;

use crate::stranger::{UNKNOWN, UNKNOWN_CODES, api, english, reasons_and_unknown, root};
use library::Api;

mod pages;
mod terms;
mod words;

/// Every language: its index and its tag.
fn tags() -> impl Iterator<Item = (i32, &'static str)> {
    (0..api().constant("language_count")).map(|language| (language, api().text("language_tag", language)))
}

/// The same answer in both encodings.
#[track_caller]
fn find_in(api: &Api, tag: &str) -> i32 {
    let wide: Vec<u16> = tag.encode_utf16().collect();
    let language = api.find("language_find", tag);
    assert_eq!(api.find_utf16("language_find", &wide), language, "{tag:?}");
    language
}

fn find(tag: &str) -> i32 {
    find_in(api(), tag)
}

/// The tag of the language that is found, "" for none.
fn found(tag: &str) -> &'static str {
    api().text("language_tag", find(tag))
}

#[test]
fn english_comes_first() {
    assert_eq!(api().text("language_tag", 0), "en");
    for tag in ["en", "EN", "en-GB", "en_GB", "EN_us.UTF-8", "en@euro", "en-Latn-US-x-private", "en.UTF-8@euro"] {
        assert_eq!(find(tag), 0, "{tag}");
    }
}

#[test]
fn the_languages_are_those_that_were_promised() {
    let mut tags: Vec<&str> = (0..api().constant("language_count")).map(|i| api().text("language_tag", i)).collect();
    tags.sort();
    let promised = "ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nb nl pl pt-BR pt-PT ro ru sk sl sr-Latn sv th tr uk vi zh-Hans zh-Hant";
    assert_eq!(tags, promised.split(' ').collect::<Vec<_>>());
}

#[test]
fn tags_come_back() {
    for language in 0..api().constant("language_count") {
        let tag = api().text("language_tag", language);
        for same in [tag, &tag.to_uppercase(), &tag.replace('-', "_"), &format!("{}-XX", tag.to_lowercase())] {
            assert_eq!(find(same), language, "{same}");
        }
    }
}

#[test]
fn tags_of_windows_and_posix_are_understood() {
    for (tag, language) in [
        ("de-AT", "de"),
        ("de-CH", "de"),
        ("de-DE_phoneb", "de"),
        ("de_DE.UTF-8", "de"),
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("es-ES_tradnl", "es"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-CHS", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh_TW.Big5", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-CHT", "zh-Hant"),
        // The script decides, wherever it stands.
        ("zh-Hans-TW", "zh-Hans"),
        ("zh-Hant-CN", "zh-Hant"),
        ("zh-cmn-Hant-CN", "zh-Hant"),
        ("zh-cmn-Hans-TW", "zh-Hans"),
        ("zh-TW-Hans", "zh-Hans"),
        // Private: it says nothing about the script.
        ("zh-x-hant", "zh-Hans"),
        ("zh-u-co-tw", "zh-Hans"),
        ("pt", "pt-BR"),
        ("pt-BR", "pt-BR"),
        ("pt-US", "pt-BR"),
        ("pt-PT", "pt-PT"),
        ("pt_PT.UTF-8", "pt-PT"),
        ("pt-Latn-PT", "pt-PT"),
        ("pt-AO", "pt-PT"),
        ("pt-MO", "pt-PT"),
        ("pt-x-pt", "pt-BR"),
        ("iw", "he"),
        ("iw-IL", "he"),
        ("in", "id"),
        ("in_ID", "id"),
        ("ar-SA", "ar"),
        ("uk-UA", "uk"),
        ("ja-JP-u-ca-japanese", "ja"),
        ("ko-Kore-KR", "ko"),
        ("hi-Deva-IN", "hi"),
        ("sr-Latn-RS", "sr-Latn"),
        ("sr-RS", "sr-Latn"),
        ("sr-Latn", "sr-Latn"),
        ("sr-Cyrl-RS", "sr-Latn"),
        ("sr", "sr-Latn"),
        ("sh", "sr-Latn"),
        ("sh-BA", "sr-Latn"),
        ("hr-HR", "hr"),
        ("hr-BA", "hr"),
        ("mo", "ro"),
        ("mo-MD", "ro"),
        ("ro-MD", "ro"),
        ("bg-BG", "bg"),
        ("el-GR", "el"),
        ("hu-HU", "hu"),
        ("sk-SK", "sk"),
        ("sl-SI", "sl"),
        ("nb-NO", "nb"),
        ("nn-NO", "nb"),
        ("no", "nb"),
        ("no_NO", "nb"),
        ("da-DK", "da"),
        ("fi-FI", "fi"),
        ("et-EE", "et"),
        ("lv-LV", "lv"),
        ("lt-LT", "lt"),
        ("ji", ""),
        ("tlh", ""),
        ("zha", ""),
        ("pto", ""),
        ("inh", ""),
    ] {
        assert_eq!(found(tag), language, "{tag}");
        assert_eq!(found(&tag.to_uppercase()), language, "{tag}");
        assert_eq!(found(&tag.replace('-', "_")), language, "{tag}");
    }
}

/// RFC 4647, section 3.4: from the longest to the shortest, and what it falls back on is the host's affair.
#[test]
fn subtags_are_dropped_from_the_end() {
    for tag in ["zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant"] {
        assert_eq!(found(tag), "zh-Hant", "{tag}");
    }
    for tag in ["de-1996", "de-Latn-1996-x-a-b", "de-a-bcd"] {
        assert_eq!(found(tag), "de", "{tag}");
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
        "und-DE",
        "*",
        "*-DE",
        "eng",
        "deu",
        "e",
        "-",
        "-en",
        "_de",
        ".de",
        "x-private",
        "x-de",
        "i-klingon",
        "анг",
        "en ",
        " en",
        "en;q=0.8",
        "en,de",
        "engl-GB",
    ] {
        assert_eq!(find(tag), UNKNOWN, "{tag:?}");
    }
    // SAFETY: NULL is allowed.
    unsafe {
        assert_eq!(api().find_at("language_find", std::ptr::null::<u8>()), UNKNOWN);
        assert_eq!(api().find_at("language_find_utf16", std::ptr::null::<u16>()), UNKNOWN);
    }
    // Lone surrogates, and a unit that is an ASCII letter when cut to a byte.
    for unit in [0xd800, 0xdfff, 0x165] {
        assert_eq!(api().find_utf16("language_find", &[unit, b'n'.into()]), UNKNOWN, "{unit:#x}");
        assert_eq!(api().find_utf16("language_find", &[b'd'.into(), b'e'.into(), unit]), UNKNOWN, "{unit:#x}");
    }
}

#[test]
fn only_64_units_are_read() {
    let fits = format!("de-{}", "a".repeat(61));
    assert_eq!((fits.len(), found(&fits)), (64, "de"));
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

#[test]
fn arabic_and_hebrew_alone_are_written_from_the_right() {
    for (language, tag) in tags() {
        assert_eq!(api().number("language_direction", language), i32::from(["ar", "he"].contains(&tag)), "{tag}");
    }
    let count = api().constant("language_count");
    for language in UNKNOWN_CODES.into_iter().chain([count]).filter(|language| !(0..count).contains(language)) {
        assert_eq!(api().number("language_direction", language), UNKNOWN);
    }
}

/// A host pays for what it speaks, in Rust and in C.
#[test]
fn each_language_is_a_feature_of_both_packages() {
    let [core, capi] = ["core/Cargo.toml", "Cargo.toml"].map(|file| fs::read_to_string(root().join(file)).unwrap());
    let has = |manifest: &str, feature: &str| manifest.lines().any(|line| line == feature);
    for (_, tag) in tags().skip(1) {
        assert!(has(&core, &format!("{tag} = []")), "core/Cargo.toml has no feature {tag}");
        assert!(has(&capi, &format!("{tag} = [\"core_/{tag}\"]")), "Cargo.toml does not hand {tag} on");
    }
    let all: Vec<String> = tags().skip(1).map(|(_, tag)| format!("\"{tag}\"")).collect();
    assert!(has(&core, &format!("languages = [{}]", all.join(", "))), "core/Cargo.toml: {all:?}");
}

/// The library built without the feature `languages`.
fn english_alone() -> &'static Api {
    static API: LazyLock<Api> = LazyLock::new(|| Api::open(&english().shared).unwrap());
    &API
}

#[test]
fn without_the_feature_it_speaks_english_alone() {
    let alone = english_alone();
    assert_eq!(alone.constant("language_count"), 1);
    assert_eq!((alone.text("language_tag", 0), alone.text("language_tag", 1)), ("en", ""));
    for tag in ["en", "en-GB", "EN_us.UTF-8"] {
        assert_eq!(find_in(alone, tag), 0, "{tag}");
    }
    for tag in ["de", "zh-TW", "pt", "iw", "in", "no", "", "C", "eng"] {
        assert_eq!(find_in(alone, tag), UNKNOWN, "{tag}");
    }
    for code in reasons_and_unknown() {
        for function in ["label", "message", "advice", "outcome_label"] {
            for language in [0, 1, UNKNOWN] {
                assert_eq!(alone.spoken(function, code, language), api().spoken(function, code, 0));
            }
        }
        assert_eq!(alone.text("description", code), api().text("description", code));
    }
}

#[test]
fn without_the_feature_it_exports_the_same() {
    assert_eq!(crate::binary::exports(&english().shared), crate::binary::exports(&crate::stranger::library().shared));
}
