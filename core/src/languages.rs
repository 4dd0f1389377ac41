//! What each language says to people: words alone, one file a language.

use crate::codes::*;
use crate::reasons::{ROWS, Reason};

/// How many outcomes there are, and one for what is none.
pub const OUTCOMES: usize = Outcome::CONSTANTS.len() + 1;
/// How many actions have a caption: all but the first, which is none.
pub const ACTIONS: usize = Action::CONSTANTS.len() - 1;

/// What people read in one language.
pub struct Texts {
    /// BCP 47.
    pub tag: &'static str,
    /// As the language calls itself.
    pub name: &'static str,
    pub direction: Direction,
    /// In the order of the table.
    pub reasons: [Words; ROWS.len()],
    /// What a row says of the download itself, in the order of the outcomes.
    pub outcomes: [(Outcome, &'static str); OUTCOMES],
    /// What a row says while all bytes are there and the download is not complete.
    pub finishing: Finishing,
    /// The captions of the buttons, in the order of the actions.
    pub actions: [(Action, &'static str); ACTIONS],
}

pub struct Finishing {
    /// One sentence, at most 120 UTF-16 units.
    pub message: &'static str,
    /// One sentence, at most 140.
    pub advice: &'static str,
}

/// What people read of one reason.
pub struct Words {
    pub reason: Reason,
    /// 1 to 4 words, at most 28 UTF-16 units, no full stop.
    pub label: &'static str,
    /// One sentence in the past tense, at most 120.
    pub message: &'static str,
    /// One sentence, at most 140, or nothing.
    pub advice: &'static str,
}

mod en;

/// A file for each language, which is built in with the feature that its tag names.
macro_rules! languages {
    ($($file:ident $tag:literal,)+) => {
        $(#[cfg(feature = $tag)] mod $file;)+

        /// The languages of this build. English comes first, because a language that is not known reads it.
        pub const SPOKEN: &[&Texts] = &[
            checked(&en::TEXTS),
            $(#[cfg(feature = $tag)] checked(&$file::TEXTS),)+
        ];
    };
}

languages! {
    ar "ar",
    bg "bg",
    cs "cs",
    da "da",
    de "de",
    el "el",
    es "es",
    et "et",
    fi "fi",
    fr "fr",
    he "he",
    hi "hi",
    hr "hr",
    hu "hu",
    id "id",
    it "it",
    ja "ja",
    ko "ko",
    lt "lt",
    lv "lv",
    nb "nb",
    nl "nl",
    pl "pl",
    pt_br "pt-BR",
    pt_pt "pt-PT",
    ro "ro",
    ru "ru",
    sk "sk",
    sl "sl",
    sr_latn "sr-Latn",
    sv "sv",
    th "th",
    tr "tr",
    uk "uk",
    vi "vi",
    zh_hans "zh-Hans",
    zh_hant "zh-Hant",
}

/// A row that is missing or one too many does not compile; nor does one in another's place, or without words.
const fn checked(texts: &Texts) -> &Texts {
    assert!(!texts.tag.is_empty() && !texts.name.is_empty(), "a language has no tag or no name");
    let mut i = 0;
    while i < ROWS.len() {
        let Words { reason, label, message, .. } = &texts.reasons[i];
        assert!(reason.0 == ROWS[i].reason.0, "a reason stands in another's place");
        assert!(!label.is_empty() && !message.is_empty(), "a reason has no label or no message");
        i += 1;
    }
    let mut i = 0;
    while i < OUTCOMES {
        let (outcome, label) = texts.outcomes[i];
        let expected = if i < OUTCOMES - 1 { i as i32 } else { Outcome::UNKNOWN.0 };
        assert!(outcome.0 == expected, "an outcome stands in another's place");
        assert!(!label.is_empty(), "an outcome has no label");
        i += 1;
    }
    let mut i = 0;
    while i < ACTIONS {
        let (action, caption) = texts.actions[i];
        assert!(action.0 == i as i32 + 1, "an action stands in another's place");
        assert!(!caption.is_empty(), "an action has no caption");
        i += 1;
    }
    assert!(!texts.finishing.message.is_empty() && !texts.finishing.advice.is_empty(), "finishing has no words");
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Texts)) {
        let mut texts = en::TEXTS;
        change(&mut texts);
        checked(&texts);
    }

    #[test]
    #[should_panic(expected = "a reason stands in another's place")]
    fn reasons_stand_in_order() {
        check(|texts| texts.reasons.swap(29, 30));
    }

    #[test]
    #[should_panic(expected = "a reason has no label or no message")]
    fn a_reason_has_a_label() {
        check(|texts| texts.reasons[30].label = "");
    }

    #[test]
    #[should_panic(expected = "a reason has no label or no message")]
    fn a_reason_has_a_message() {
        check(|texts| texts.reasons[30].message = "");
    }

    #[test]
    #[should_panic(expected = "an outcome stands in another's place")]
    fn outcomes_stand_in_order() {
        check(|texts| texts.outcomes.swap(6, 7));
    }

    #[test]
    #[should_panic(expected = "an action stands in another's place")]
    fn actions_stand_in_order() {
        check(|texts| texts.actions.swap(1, 2));
    }

    #[test]
    #[should_panic(expected = "an action has no caption")]
    fn an_action_has_a_caption() {
        check(|texts| texts.actions[5].1 = "");
    }

    #[test]
    #[should_panic(expected = "finishing has no words")]
    fn finishing_has_words() {
        check(|texts| texts.finishing.advice = "");
    }

    #[test]
    #[should_panic(expected = "an outcome has no label")]
    fn an_outcome_has_a_label() {
        check(|texts| texts.outcomes[7].1 = "");
    }
}
