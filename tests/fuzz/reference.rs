//! What the look-ups must answer, written from the words of the header, slowly and plainly, and from the facts
//! that the table was made from.

use std::collections::HashMap;
use std::sync::LazyLock;

pub const NAME_UNITS: usize = 128;
pub const TAG_UNITS: usize = 64;
const UNKNOWN: i32 = -1;

/// What a prefix ends with.
const PREFIX: &str = "interruptreason";

/// The folded names, ours, Chromium's and Qt's, a spelling of older headers, and their codes.
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
    names.insert("noreason".to_owned(), 0);
    names.insert("usercancelled".to_owned(), names["usercanceled"]);
    names
});

static TAGS: LazyLock<Vec<String>> = LazyLock::new(super::tags);

/// What a caller passed, without its NUL. None where it is longer than `most`.
fn read<U: Copy + Into<u32>>(passed: &[U], most: usize) -> Option<String> {
    let units = passed.iter().map(|&unit| unit.into()).take_while(|&unit| unit != 0);
    // A lone surrogate, and a byte that is not ASCII, are no name and no tag.
    let text: Vec<char> = units.map(|unit| if unit < 0x80 { char::from(unit as u8) } else { '\u{FFFD}' }).collect();
    (text.len() <= most).then(|| text.into_iter().collect())
}

fn fold(text: &str) -> String {
    let kept = text.chars().filter(|unit| !matches!(unit, '_' | '-' | '.' | ':' | ' '));
    kept.map(|unit| unit.to_ascii_lowercase()).collect()
}

pub fn from_name<U: Copy + Into<u32>>(passed: &[U]) -> i32 {
    let Some(text) = read(passed, NAME_UNITS) else { return UNKNOWN };
    let whole = meaning(&text);
    let tail = text.rfind(['.', ':']).map(|last| &text[last + 1..]);
    // None and Crash alone are everyday words, with the k of a constant, too.
    let is_word = |tail: &&str| ["none", "crash"].contains(&without_k(&fold(tail)));
    whole.or_else(|| tail.filter(|tail| !is_word(tail)).and_then(meaning)).unwrap_or(UNKNOWN)
}

fn meaning(text: &str) -> Option<i32> {
    if !text.chars().all(|unit| unit.is_ascii_alphabetic() || "2_-.: ".contains(unit)) {
        return None;
    }
    let folded = fold(text);
    let name = folded.rfind(PREFIX).map_or(folded.as_str(), |last| &folded[last + PREFIX.len()..]);
    NAMES.get(name).or_else(|| NAMES.get(without_k(name))).copied()
}

fn without_k(name: &str) -> &str {
    name.strip_prefix('k').unwrap_or(name)
}

pub fn language_find<U: Copy + Into<u32>>(passed: &[U]) -> i32 {
    let Some(text) = read(passed, TAG_UNITS) else { return UNKNOWN };
    let tag = text.split(['.', '@']).next().unwrap().to_ascii_lowercase().replace('_', "-");
    if !tag.is_ascii() {
        return UNKNOWN;
    }
    if spoken(&tag) != UNKNOWN {
        return spoken(&tag);
    }
    let subtags: Vec<&str> = tag.split('-').collect();
    // Subtags after a single letter are an extension, or private.
    let own: Vec<&str> = subtags[1..].iter().copied().take_while(|subtag| subtag.len() != 1).collect();
    match subtags[0] {
        "zh" | "cmn" => chinese(&own, false),
        "yue" | "hak" | "nan" | "lzh" => chinese(&own, true),
        "pt" => portuguese(&own),
        "iw" => spoken("he"),
        "in" => spoken("id"),
        "ji" => spoken("yi"),
        "mo" => spoken("ro"),
        "no" | "nn" => spoken("nb"),
        "sr" | "sh" => spoken("sr-latn"),
        _ => look_up(&subtags),
    }
}

/// The script decides, else what was said last of region and kind.
fn chinese(own: &[&str], mut traditional: bool) -> i32 {
    for subtag in own {
        match *subtag {
            "hans" | "chs" => return either("zh-hans", "zh-hant"),
            "hant" | "cht" => return either("zh-hant", "zh-hans"),
            "tw" | "hk" | "mo" | "yue" | "hak" | "nan" | "lzh" => traditional = true,
            "cn" | "sg" | "my" => traditional = false,
            _ => {}
        }
    }
    if traditional { either("zh-hant", "zh-hans") } else { either("zh-hans", "zh-hant") }
}

fn portuguese(own: &[&str]) -> i32 {
    let as_in_portugal = ["pt", "ao", "ch", "cv", "fr", "gq", "gw", "lu", "mo", "mz", "st", "tl"];
    if own.iter().any(|subtag| as_in_portugal.contains(subtag)) {
        either("pt-pt", "pt-br")
    } else {
        either("pt-br", "pt-pt")
    }
}

fn either(first: &str, second: &str) -> i32 {
    if spoken(first) == UNKNOWN { spoken(second) } else { spoken(first) }
}

/// RFC 4647, look-up: subtags are dropped from the end.
fn look_up(subtags: &[&str]) -> i32 {
    let lengths = (1..=subtags.len()).rev();
    lengths.map(|length| spoken(&subtags[..length].join("-"))).find(|&language| language != UNKNOWN).unwrap_or(UNKNOWN)
}

fn spoken(tag: &str) -> i32 {
    TAGS.iter().position(|spoken| spoken == tag).map_or(UNKNOWN, |language| language as i32)
}
