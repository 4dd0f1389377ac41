//! What the look-ups must answer, written from the words of the header, slowly and plainly, and from the facts
//! that the table was made from.

use std::collections::HashMap;
use std::sync::LazyLock;

pub const NAME_UNITS: usize = 128;
pub const TAG_UNITS: usize = 64;
const UNKNOWN: i32 = -1;

static PREFIXES: LazyLock<[String; 5]> = LazyLock::new(|| {
    let prefixes = [
        "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON",
        "CoreWebView2DownloadInterruptReason",
        "WV2_INTERRUPT_REASON",
        "DOWNLOAD_INTERRUPT_REASON",
        "CEF_DOWNLOAD_INTERRUPT_REASON",
    ];
    prefixes.map(fold)
});

/// The folded names, ours and Chromium's, and their codes.
static NAMES: LazyLock<HashMap<String, i32>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for line in include_str!("../data/reasons.tsv").lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        for name in [columns[1], columns[7]] {
            names.insert(fold(name), columns[0].parse().unwrap());
        }
    }
    // What the table writes for a reason that Chromium does not have is no name.
    names.remove("");
    names
});

static TAGS: LazyLock<Vec<String>> = LazyLock::new(super::tags);

/// What a caller passed, without its NUL. None where it is longer than `most`, or not ASCII.
fn read<U: Copy + Into<u32>>(passed: &[U], most: usize) -> Option<String> {
    let text: Option<String> =
        passed.iter().map(|&unit| char::from_u32(unit.into())).take_while(|&unit| unit != Some('\0')).collect();
    text.filter(|text| text.is_ascii() && text.len() <= most)
}

fn fold(text: &str) -> String {
    let kept = text.chars().filter(|unit| !matches!(unit, '_' | '-' | '.' | ':' | ' '));
    kept.map(|unit| unit.to_ascii_lowercase()).collect()
}

pub fn from_name<U: Copy + Into<u32>>(passed: &[U]) -> i32 {
    let Some(text) = read(passed, NAME_UNITS) else { return UNKNOWN };
    let text = fold(&text);
    let without_prefix = PREFIXES.iter().filter_map(|prefix| text.strip_prefix(prefix.as_str()));
    let mut names = without_prefix.chain([text.as_str()]);
    names.find_map(|name| NAMES.get(name)).copied().unwrap_or(UNKNOWN)
}

pub fn language_find<U: Copy + Into<u32>>(passed: &[U]) -> i32 {
    let end = passed.iter().position(|&unit| ['.', '@'].map(u32::from).contains(&unit.into()));
    let Some(tag) = read(&passed[..end.unwrap_or(passed.len())], TAG_UNITS) else { return UNKNOWN };
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let subtags: Vec<&str> = tag.split('-').collect();
    let (primary, rest) = (subtags[0], &subtags[1..]);
    match primary {
        _ if spoken(&tag) != UNKNOWN => spoken(&tag),
        "zh" => chinese(rest),
        "pt" => or(look_up(&subtags), spoken("pt-br")),
        "iw" => look_up(&[&["he"], rest].concat()),
        "in" => look_up(&[&["id"], rest].concat()),
        "ji" => look_up(&[&["yi"], rest].concat()),
        "no" | "nn" => or(look_up(&subtags), spoken("nb")),
        _ => look_up(&subtags),
    }
}

/// The script decides, else the region. Subtags after a single letter are an extension, or private.
fn chinese(rest: &[&str]) -> i32 {
    let own: Vec<&str> = rest.iter().copied().take_while(|subtag| subtag.len() != 1).collect();
    let script = own.iter().find(|subtag| ["hant", "hans", "cht", "chs"].contains(subtag));
    let traditional = match script {
        Some(script) => ["hant", "cht"].contains(script),
        None => own.iter().any(|subtag| ["tw", "hk", "mo"].contains(subtag)),
    };
    spoken(if traditional { "zh-hant" } else { "zh-hans" })
}

/// RFC 4647, look-up: subtags are dropped from the end.
fn look_up(subtags: &[&str]) -> i32 {
    let lengths = (1..=subtags.len()).rev();
    lengths.map(|length| spoken(&subtags[..length].join("-"))).find(|&language| language != UNKNOWN).unwrap_or(UNKNOWN)
}

fn spoken(tag: &str) -> i32 {
    TAGS.iter().position(|spoken| spoken == tag).map_or(UNKNOWN, |language| language as i32)
}

fn or(first: i32, second: i32) -> i32 {
    if first == UNKNOWN { second } else { first }
}
