//! Which language a BCP 47 tag means.

use crate::codes::Language;
use crate::languages::SPOKEN;
use crate::slots;
use crate::texts::LANGUAGES;

impl Language {
    /// The language that fits one BCP 47 language tag best: `en-GB` gives English, `zh-TW` Traditional Chinese. It
    /// takes what Windows hands out, and POSIX locales. `None` where none fits, and for more than 64 bytes.
    ///
    /// ```
    /// # use wv2interrupt::Language;
    /// assert_eq!(Language::find("de-CH").unwrap().tag(), "de");
    ///
    /// // A list of what the person prefers: the first that is spoken, else English.
    /// let preferred = ["eo", "fr-CA", "en-CA"];
    /// let language = preferred.iter().find_map(|tag| Language::find(tag)).unwrap_or_default();
    /// assert_eq!(language.tag(), "fr");
    /// ```
    #[inline]
    pub fn find(tag: &str) -> Option<Self> {
        Some(find(tag.bytes())).filter(|&language| language != Self::UNKNOWN)
    }
}

/// More is no tag.
pub const MAX_UNITS: usize = 64;

/// The best match; unknown where none fits, and for more than 64 units. A call, as in `names`.
#[inline(never)]
pub fn find(text: impl Iterator<Item = u8>) -> Language {
    let mut tag = Tag::default();
    let mut has_ended = false;
    for (count, byte) in text.enumerate() {
        if count == MAX_UNITS {
            return Language::UNKNOWN;
        }
        match byte {
            // The encoding or the modifier of a POSIX locale.
            b'.' | b'@' => has_ended = true,
            _ if has_ended => {}
            b'-' | b'_' => {
                tag.end_subtag();
                tag.subtag = 0;
                tag.whole = with(tag.whole, b'-');
            }
            1..0x80 => {
                tag.subtag = with(tag.subtag, byte.to_ascii_lowercase());
                tag.whole = with(tag.whole, byte.to_ascii_lowercase());
            }
            _ => return Language::UNKNOWN,
        }
    }
    tag.end_subtag();
    tag.best_match().unwrap_or(Language::UNKNOWN)
}

/// What is known of a tag, as far as it was read.
#[derive(Default)]
struct Tag {
    /// The last of its bytes, and those of its last subtag. No tag of ours has as many as a number holds.
    whole: u64,
    subtag: u64,
    /// The language with this very tag.
    exact: Option<Language>,
    /// RFC 4647, look-up: the language of the longest part that is left when subtags are dropped from the end.
    look_up: Option<Language>,
    /// What a first subtag that is not spoken by itself means, refined by those behind it, where RFC 4647 does not
    /// know.
    meaning: Option<Subtag>,
    has_begun: bool,
}

impl Tag {
    /// A call, so that it is not there twice.
    #[inline(never)]
    fn end_subtag(&mut self) {
        self.exact = spoken(self.whole);
        self.look_up = self.exact.or(self.look_up);
        if !self.has_begun {
            self.has_begun = true;
            if self.exact.is_none() {
                self.meaning = meaning(&PRIMARIES, self.subtag);
            }
        } else if let Some(before) = self.meaning.as_mut().filter(|before| !before.decides) {
            if let Some(refined) = meaning(&REFINEMENTS, of_kind(before.kind, self.subtag)) {
                *before = refined;
            }
            // What follows a single letter is an extension, or private.
            before.decides |= (1..0x80).contains(&self.subtag);
        }
    }

    fn best_match(&self) -> Option<Language> {
        match (self.exact, self.meaning) {
            (None, Some(meaning)) => Some(meaning.language).filter(|&language| language != Language::UNKNOWN),
            (exact, _) => exact.or(self.look_up),
        }
    }
}

/// A subtag that says more than RFC 4647 knows.
#[derive(Clone, Copy)]
struct Subtag {
    key: u64,
    language: Language,
    /// Which of the later subtags refine it.
    kind: u8,
    /// Whether no later one matters.
    decides: bool,
}

const PLAIN: u8 = 0;
const CHINESE: u8 = 1;
const PORTUGUESE: u8 = 2;

const fn primary(subtag: &str, kind: u8, language: Language) -> Subtag {
    Subtag { key: key(subtag.as_bytes()), language, kind, decides: false }
}

const fn refines(subtag: &str, kind: u8, language: Language) -> Subtag {
    Subtag { key: of_kind(kind, key(subtag.as_bytes())), language, kind, decides: false }
}

const fn decides(subtag: &str, kind: u8, language: Language) -> Subtag {
    Subtag { decides: true, ..refines(subtag, kind, language) }
}

/// The key of a subtag behind a primary one.
const fn of_kind(kind: u8, key: u64) -> u64 {
    (kind as u64) << 56 | key
}

/// A call, so that it is not there once for each table.
#[inline(never)]
fn meaning(table: &[Subtag], key: u64) -> Option<Subtag> {
    table.iter().find(|subtag| subtag.key == key).copied()
}

const SIMPLIFIED: Language = either("zh-hans", "zh-hant");
const TRADITIONAL: Language = either("zh-hant", "zh-hans");
const BRAZILIAN: Language = either("pt-br", "pt-pt");
const EUROPEAN: Language = either("pt-pt", "pt-br");

static PRIMARIES: [Subtag; 15] = [
    primary("zh", CHINESE, SIMPLIFIED),
    primary("cmn", CHINESE, SIMPLIFIED),
    primary("yue", CHINESE, TRADITIONAL),
    primary("hak", CHINESE, TRADITIONAL),
    primary("nan", CHINESE, TRADITIONAL),
    primary("lzh", CHINESE, TRADITIONAL),
    primary("pt", PORTUGUESE, BRAZILIAN),
    // Codes that ISO 639 gave up, but that Java and old versions of Windows still hand out.
    primary("iw", PLAIN, index("he")),
    primary("in", PLAIN, index("id")),
    primary("ji", PLAIN, index("yi")),
    primary("mo", PLAIN, index("ro")),
    // Norway's two written languages are read by the same people.
    primary("no", PLAIN, index("nb")),
    primary("nn", PLAIN, index("nb")),
    // Serbian is read in both scripts: whoever asks for the other one understands this better than English.
    primary("sr", PLAIN, index("sr-latn")),
    primary("sh", PLAIN, index("sr-latn")),
];

static REFINEMENTS: [Subtag; 26] = [
    // The script decides, also under the names that Windows once had for it; else the region, else the kind of Chinese.
    decides("hans", CHINESE, SIMPLIFIED),
    decides("chs", CHINESE, SIMPLIFIED),
    decides("hant", CHINESE, TRADITIONAL),
    decides("cht", CHINESE, TRADITIONAL),
    refines("cn", CHINESE, SIMPLIFIED),
    refines("sg", CHINESE, SIMPLIFIED),
    refines("my", CHINESE, SIMPLIFIED),
    refines("tw", CHINESE, TRADITIONAL),
    refines("hk", CHINESE, TRADITIONAL),
    refines("mo", CHINESE, TRADITIONAL),
    refines("yue", CHINESE, TRADITIONAL),
    refines("hak", CHINESE, TRADITIONAL),
    refines("nan", CHINESE, TRADITIONAL),
    refines("lzh", CHINESE, TRADITIONAL),
    // The regions that write as Portugal does. Source: CLDR's parent locales.
    refines("pt", PORTUGUESE, EUROPEAN),
    refines("ao", PORTUGUESE, EUROPEAN),
    refines("ch", PORTUGUESE, EUROPEAN),
    refines("cv", PORTUGUESE, EUROPEAN),
    refines("fr", PORTUGUESE, EUROPEAN),
    refines("gq", PORTUGUESE, EUROPEAN),
    refines("gw", PORTUGUESE, EUROPEAN),
    refines("lu", PORTUGUESE, EUROPEAN),
    refines("mo", PORTUGUESE, EUROPEAN),
    refines("mz", PORTUGUESE, EUROPEAN),
    refines("st", PORTUGUESE, EUROPEAN),
    refines("tl", PORTUGUESE, EUROPEAN),
];

/// A tag or a subtag in lower case as one number.
const fn key(text: &[u8]) -> u64 {
    let (mut key, mut i) = (0, 0);
    while i < text.len() {
        key = with(key, text[i].to_ascii_lowercase());
        i += 1;
    }
    assert!(key >> 56 == 0, "a tag of ours has as many bytes as a number holds");
    key
}

const fn with(key: u64, byte: u8) -> u64 {
    key << 8 | byte as u64
}

/// The language with this very tag.
fn spoken(key: u64) -> Option<Language> {
    let language = *SLOTS.get(slots::slot::<SLOT_COUNT>(SEED, key))?;
    (*KEYS.get(usize::from(language))? == key).then_some(Language(language.into()))
}

/// The first that is spoken of two that the same people read.
const fn either(first: &str, second: &str) -> Language {
    match index(first) {
        Language::UNKNOWN => index(second),
        first => first,
    }
}

/// The language with this very tag; unknown where it is not spoken.
const fn index(tag: &str) -> Language {
    let mut language = 0;
    while language < KEYS.len() {
        if KEYS[language] == key(tag.as_bytes()) {
            return Language(language as i32);
        }
        language += 1;
    }
    Language::UNKNOWN
}

/// The tags of the languages.
static KEYS: [u64; LANGUAGES] = {
    let (mut keys, mut language) = ([0; LANGUAGES], 0);
    while language < LANGUAGES {
        keys[language] = key(SPOKEN[language].tag.as_bytes());
        language += 1;
    }
    keys
};

const SLOT_COUNT: usize = 128;
const SEED: u64 = slots::seed::<SLOT_COUNT>(&KEYS);
static SLOTS: [u8; SLOT_COUNT] = slots::table(SEED, &KEYS);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_very_tag() {
        for (language, texts) in SPOKEN.iter().enumerate() {
            assert_eq!(index(texts.tag), Language(language as i32));
            assert_eq!(find(texts.tag.bytes()), Language(language as i32));
        }
        assert_eq!(index("x"), Language::UNKNOWN);
    }

    #[test]
    fn a_tag_that_fits_none_is_none() {
        assert_eq!(Language::find("en-GB"), Some(Language::ENGLISH));
        assert_eq!(Language::find("tlh"), None);
    }
}
