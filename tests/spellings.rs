//! `from_name`, in both encodings, for every spelling and for what is none.

use crate::stranger::{UNKNOWN, api, facts, root};

mod page;
use page::Page;

const PREFIXES: [&str; 5] = [
    "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON",
    "CoreWebView2DownloadInterruptReason",
    "WV2_INTERRUPT_REASON",
    "DOWNLOAD_INTERRUPT_REASON",
    "CEF_DOWNLOAD_INTERRUPT_REASON",
];
const SEPARATORS: [&str; 5] = ["_", "-", ".", ":", " "];

/// The same answer in both encodings.
fn from_name(name: impl AsRef<[u8]>) -> i32 {
    let name = name.as_ref();
    let wide: Vec<u16> = name.iter().map(|&byte| u16::from(byte)).collect();
    let reason = api().find("from_name", name);
    assert_eq!(api().find_utf16("from_name", &wide), reason, "{:?}", String::from_utf8_lossy(name));
    reason
}

/// `FILE_NO_SPACE` of every reason, and what Chromium calls it.
fn words() -> Vec<(String, i32)> {
    let ours = facts().into_iter().map(|fact| (fact.symbol[PREFIXES[0].len() + 1..].to_owned(), fact.code));
    let chromium = facts().into_iter().filter(|fact| fact.chromium_name != "-");
    ours.chain(chromium.map(|fact| (fact.chromium_name, fact.code))).collect()
}

#[test]
fn names_and_symbols_come_back() {
    for fact in facts() {
        assert_eq!(from_name(api().text("name", fact.code)), fact.code);
        assert_eq!(from_name(api().text("symbol", fact.code)), fact.code);
    }
    assert_eq!(from_name("Unknown"), UNKNOWN);
    assert_eq!(from_name("UNKNOWN"), UNKNOWN);
}

#[test]
fn every_spelling_is_understood() {
    for (word, code) in words() {
        let lower = word.to_lowercase();
        let every_where: String = word.chars().flat_map(|letter| ['_', letter, ' ']).collect();
        let mut spellings = vec![word.clone(), lower.clone(), every_where, word.replace('_', "")];
        spellings.extend(SEPARATORS.map(|separator| lower.replace('_', separator)));
        for spelling in spellings {
            assert_eq!(from_name(&spelling), code, "{spelling:?}");
            for prefix in PREFIXES {
                for separator in ["", "_", ".", "::", " - "] {
                    for full in [
                        format!("{prefix}{separator}{spelling}"),
                        format!(" {}{separator}{spelling}:", prefix.to_lowercase()),
                    ] {
                        let expected = if full.len() <= 128 { code } else { UNKNOWN };
                        assert_eq!(from_name(&full), expected, "{full:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn near_misses_are_unknown() {
    for (word, code) in words() {
        let word = word.replace('_', "");
        for i in 0..word.len() {
            let (before, after) = word.split_at(i);
            let dropped = format!("{before}{}", &after[1..]);
            for near in [dropped, format!("{before}j{}", &after[1..]), format!("{before}2{after}")] {
                assert_eq!(from_name(&near), UNKNOWN, "{near:?}");
            }
        }
        for near in [format!("{word}x"), format!("{word}{word}"), format!("x{word}"), format!("{word}\t")] {
            assert_eq!(from_name(&near), UNKNOWN, "{near:?} is not {code}");
        }
    }
}

#[test]
fn a_prefix_ends_whole_and_before_something() {
    for prefix in PREFIXES {
        assert_eq!(from_name(prefix), UNKNOWN);
        assert_eq!(from_name(format!("{prefix}_")), UNKNOWN);
        for second in PREFIXES {
            assert_eq!(from_name(format!("{prefix}_{second}_FILE_FAILED")), 1);
        }
        assert_eq!(from_name(format!("FILE_FAILED_{prefix}")), UNKNOWN);
        assert_eq!(from_name(format!("{}_FILE_FAILED", &prefix[1..])), 1);
        assert_eq!(from_name(format!("{}_FILE_FAILED", &prefix[..prefix.len() - 1])), UNKNOWN);
    }
    assert_eq!(from_name("INTERRUPT_REASON_FILE_FAILED"), 1);
}

/// What public programs write: see `data/spellings.tsv`.
#[test]
fn spellings_of_public_programs_are_understood() {
    let file = std::fs::read_to_string(root().join("tests/data/spellings.tsv")).unwrap();
    let rows: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
    assert!(rows.len() > 20);
    for row in rows {
        let [text, code, _] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {row}") };
        assert_eq!(from_name(text), code.parse::<i32>().unwrap(), "{text:?}");
    }
}

#[test]
fn only_128_units_are_read() {
    for padding in SEPARATORS {
        let fits = format!("FileFailed{}", padding.repeat(118));
        assert_eq!((fits.len(), from_name(&fits)), (128, 1));
        assert_eq!(from_name(format!("{fits}{padding}")), UNKNOWN);
        assert_eq!(from_name(format!("{}FileFailed", padding.repeat(118))), 1);
        assert_eq!(from_name(format!("{}FileFailed", padding.repeat(119))), UNKNOWN);
    }
    assert_eq!(from_name("a".repeat(10_000_000)), UNKNOWN);
}

#[test]
fn what_is_no_name_is_unknown() {
    // SAFETY: NULL is allowed.
    unsafe {
        assert_eq!(api().find_at("from_name", std::ptr::null::<u8>()), UNKNOWN);
        assert_eq!(api().find_at("from_name_utf16", std::ptr::null::<u16>()), UNKNOWN);
    }
    for text in ["", "_", " ", "1", "0xb", "File\tFailed", "FileFailed\n", "Файл", "FileFa\u{0131}led", "ＦileFailed"]
    {
        assert_eq!(from_name(text), UNKNOWN, "{text:?}");
        let wide: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(api().find_utf16("from_name", &wide), UNKNOWN, "{text:?}");
    }
    for byte in 0x80..=0xff {
        assert_eq!(from_name([b"FileFailed".as_slice(), &[byte]].concat()), UNKNOWN);
        assert_eq!(from_name([&[byte], b"FileFailed".as_slice()].concat()), UNKNOWN);
    }
    // A lone surrogate; and units that are an ASCII letter when cut to a byte.
    for unit in [0xd800, 0xdfff, 0xffff, 0x100, 0x146] {
        let mut wide: Vec<u16> = "FileFailed".encode_utf16().collect();
        wide[0] = if unit < 0xd800 { unit | u16::from(b'F') } else { unit };
        assert_eq!(api().find_utf16("from_name", &wide), UNKNOWN, "{unit:#x}");
    }
}

#[test]
fn nothing_is_read_past_the_end() {
    for (word, code) in words() {
        assert_eq!(at_page_end("from_name", &word, true), code);
    }
    assert_eq!(at_page_end("from_name", "", true), UNKNOWN);
    assert_eq!(at_page_end("from_name", &"a".repeat(128), true), UNKNOWN);
    // Longer than it may read: 129 units without a NUL, and then nothing.
    assert_eq!(at_page_end("from_name", &"a".repeat(129), false), UNKNOWN);
    assert_eq!(at_page_end("language_find", &"a".repeat(65), false), UNKNOWN);
    assert_eq!(at_page_end("language_find", "en", true), 0);
}

/// The answer for a text that ends right before a page that cannot be read.
fn at_page_end(function: &str, text: &str, nul: bool) -> i32 {
    let narrow: Vec<u8> = text.bytes().chain(nul.then_some(0)).collect();
    let wide: Vec<u16> = text.encode_utf16().chain(nul.then_some(0)).collect();
    let (narrow, wide) = (Page::ending_with(&narrow), Page::ending_with(&wide));
    // SAFETY: the text ends with its NUL, or is longer than the function may read.
    unsafe {
        let answer = api().find_at(function, narrow.text());
        assert_eq!(api().find_at(&format!("{function}_utf16"), wide.text()), answer);
        answer
    }
}
