//! Which language a BCP 47 tag means.

use crate::codes::Language;
use crate::input::Unit;
use crate::languages::SPOKEN;
use crate::slots;
use crate::texts::LANGUAGES;

impl Language {
    /// The language that fits one BCP 47 language tag best: `en-GB` gives English, `zh-TW` Traditional Chinese. It takes
    /// what Windows hands out, and POSIX locales. `None` where none fits, and for more than 64 bytes.
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

const MAX_UNITS: usize = 64;

/// A tag in lower case, with `-` between its subtags.
struct Tag {
    bytes: [u8; MAX_UNITS],
    length: usize,
}

/// The best match; unknown where none fits, and for more than 64 units.
pub fn find(units: impl Iterator<Item = impl Unit>) -> Language {
    let mut tag = Tag { bytes: [0; MAX_UNITS], length: 0 };
    let mut has_ended = false;
    for (count, unit) in units.enumerate() {
        if count == MAX_UNITS {
            return Language::UNKNOWN;
        }
        match unit.byte() {
            // The encoding or the modifier of a POSIX locale.
            b'.' | b'@' => has_ended = true,
            _ if has_ended => {}
            b'_' => tag.push(b'-'),
            byte @ 1..0x80 => tag.push(byte.to_ascii_lowercase()),
            _ => return Language::UNKNOWN,
        }
    }
    tag.best_match().unwrap_or(Language::UNKNOWN)
}

impl Tag {
    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
        }
        self.length += 1;
    }

    fn up_to(&self, length: usize) -> &[u8] {
        self.bytes.get(..length).unwrap_or_default()
    }

    fn best_match(&self) -> Option<Language> {
        let tag = self.up_to(self.length);
        if let Some(exact) = spoken(key(tag)) {
            return Some(exact);
        }
        // What follows a single letter is an extension, or private.
        let mut subtags = tag.split(|&byte| byte == b'-').take_while(|subtag| subtag.len() != 1).map(key);
        let primary = subtags.next().unwrap_or_default();
        if let Some(language) = meaning(&CHINESE, primary) {
            return known(chinese(subtags, language));
        }
        if primary == PORTUGUESE {
            return portuguese(subtags);
        }
        match meaning(&STAND_INS, primary) {
            Some(language) => known(language),
            None => self.look_up(),
        }
    }

    /// RFC 4647, look-up: what is left of the tag when subtags are dropped from the end.
    fn look_up(&self) -> Option<Language> {
        let mut length = self.length;
        while let Some(last) = self.up_to(length).iter().rposition(|&byte| byte == b'-') {
            length = last;
            let found = spoken(key(self.up_to(length)));
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// The script decides, also under the names that Windows once had for it; else the region, else the kind of Chinese.
fn chinese(subtags: impl Iterator<Item = u64>, mut language: Language) -> Language {
    for subtag in subtags {
        if let Some(decided) = meaning(&SCRIPTS, subtag) {
            return decided;
        }
        language = meaning(&REGIONS, subtag).or(meaning(&CHINESE, subtag)).unwrap_or(language);
    }
    language
}

/// Brazil's, unless a region is named that writes as Portugal does.
fn portuguese(mut subtags: impl Iterator<Item = u64>) -> Option<Language> {
    let (brazilian, european) = (known(BRAZILIAN_PORTUGUESE), known(EUROPEAN_PORTUGUESE));
    if subtags.any(|subtag| AS_IN_PORTUGAL.contains(&subtag)) { european.or(brazilian) } else { brazilian.or(european) }
}

fn meaning(table: &[(u64, Language)], subtag: u64) -> Option<Language> {
    table.iter().find(|(key, _)| *key == subtag).map(|(_, language)| *language)
}

/// A language that may not be spoken.
fn known(language: Language) -> Option<Language> {
    Some(language).filter(|&language| language != Language::UNKNOWN)
}

const SIMPLIFIED: Language = index("zh-hans");
const TRADITIONAL: Language = index("zh-hant");
const BRAZILIAN_PORTUGUESE: Language = index("pt-br");
const EUROPEAN_PORTUGUESE: Language = index("pt-pt");

static CHINESE: [(u64, Language); 6] = [
    (key(b"zh"), SIMPLIFIED),
    (key(b"cmn"), SIMPLIFIED),
    (key(b"yue"), TRADITIONAL),
    (key(b"hak"), TRADITIONAL),
    (key(b"nan"), TRADITIONAL),
    (key(b"lzh"), TRADITIONAL),
];
static SCRIPTS: [(u64, Language); 4] =
    [(key(b"hans"), SIMPLIFIED), (key(b"chs"), SIMPLIFIED), (key(b"hant"), TRADITIONAL), (key(b"cht"), TRADITIONAL)];
static REGIONS: [(u64, Language); 6] = [
    (key(b"cn"), SIMPLIFIED),
    (key(b"sg"), SIMPLIFIED),
    (key(b"my"), SIMPLIFIED),
    (key(b"tw"), TRADITIONAL),
    (key(b"hk"), TRADITIONAL),
    (key(b"mo"), TRADITIONAL),
];

const PORTUGUESE: u64 = key(b"pt");
/// Source: CLDR's parent locales.
static AS_IN_PORTUGAL: [u64; 12] = [
    key(b"pt"),
    key(b"ao"),
    key(b"ch"),
    key(b"cv"),
    key(b"fr"),
    key(b"gq"),
    key(b"gw"),
    key(b"lu"),
    key(b"mo"),
    key(b"mz"),
    key(b"st"),
    key(b"tl"),
];

static STAND_INS: [(u64, Language); 8] = [
    // Codes that ISO 639 gave up, but that Java and old versions of Windows still hand out.
    (key(b"iw"), index("he")),
    (key(b"in"), index("id")),
    (key(b"ji"), index("yi")),
    (key(b"mo"), index("ro")),
    // Norway's two written languages are read by the same people.
    (key(b"no"), index("nb")),
    (key(b"nn"), index("nb")),
    // Serbian is read in both scripts: whoever asks for the other one understands this better than English.
    (key(b"sr"), index("sr-latn")),
    (key(b"sh"), index("sr-latn")),
];

/// A tag or a subtag as one number; 0 for what is longer than any of ours.
const fn key(text: &[u8]) -> u64 {
    let (mut key, mut rest) = (0, text);
    if text.len() > 8 {
        return 0;
    }
    while let [byte, more @ ..] = rest {
        key = key << 8 | byte.to_ascii_lowercase() as u64;
        rest = more;
    }
    key
}

/// The language with this very tag.
fn spoken(key: u64) -> Option<Language> {
    let language = *SLOTS.get(slots::slot::<SLOT_COUNT>(SEED, key))?;
    (*KEYS.get(usize::from(language))? == key).then_some(Language(language.into()))
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
}
