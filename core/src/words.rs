//! What a Rust program reads: each text as a `str`, and in UTF-16. A language that is out of range reads English.

use crate::codes::*;
use crate::pack::Text;
use crate::reasons::Reason;
use crate::texts;

impl Reason {
    /// The constant of the Win32 SDK: `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE`. ASCII, and stable for
    /// ever. `UNKNOWN` for an unknown reason.
    #[inline]
    pub fn symbol(self) -> &'static str {
        texts::symbol(self).as_str()
    }

    /// [`symbol`](Self::symbol) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn symbol_utf16(self) -> &'static [u16] {
        texts::symbol(self).as_utf16()
    }

    /// What the reason means, for developers and logs, in English. For an unknown reason, a text that says that this
    /// version does not know the code. Source: Microsoft's reference; what was observed otherwise says so.
    #[inline]
    pub fn description(self) -> &'static str {
        texts::description(self).as_str()
    }

    /// [`description`](Self::description) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn description_utf16(self) -> &'static [u16] {
        texts::description(self).as_utf16()
    }

    /// One to four words for people, for a row in a list: "Disk full". "Download interrupted" for an unknown reason.
    #[inline]
    pub fn label(self, language: Language) -> &'static str {
        texts::label(self, language).as_str()
    }

    /// [`label`](Self::label) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn label_utf16(self, language: Language) -> &'static [u16] {
        texts::label(self, language).as_utf16()
    }

    /// One sentence for people: what happened. It says nothing of what happens next. For an unknown reason, a truthful
    /// general sentence.
    #[inline]
    pub fn message(self, language: Language) -> &'static str {
        texts::message(self, language).as_str()
    }

    /// [`message`](Self::message) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn message_utf16(self, language: Language) -> &'static [u16] {
        texts::message(self, language).as_utf16()
    }

    /// One sentence for people: what can be done. `""` where there is nothing to do; general advice for an unknown
    /// reason.
    #[inline]
    pub fn advice(self, language: Language) -> &'static str {
        texts::advice(self, language).as_str()
    }

    /// [`advice`](Self::advice) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn advice_utf16(self, language: Language) -> &'static [u16] {
        texts::advice(self, language).as_utf16()
    }
}

impl Outcome {
    /// A word or two for people for the outcome itself: "Paused". A neutral word for an unknown outcome.
    #[inline]
    pub fn label(self, language: Language) -> &'static str {
        texts::outcome_label(self, language).as_str()
    }

    /// [`label`](Self::label) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn label_utf16(self, language: Language) -> &'static [u16] {
        texts::outcome_label(self, language).as_utf16()
    }

    /// The words of a row: the reason's label where the outcome shows it (RECOVERING, BLOCKED, FAILED), else the
    /// outcome's. For [`Reason::NONE`] the label of an unknown reason; for an unknown outcome its neutral word.
    #[inline]
    pub fn status_label(self, reason: Reason, language: Language) -> &'static str {
        texts::status_label(self, reason, language).as_str()
    }

    /// [`status_label`](Self::status_label) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn status_label_utf16(self, reason: Reason, language: Language) -> &'static [u16] {
        texts::status_label(self, reason, language).as_utf16()
    }

    /// What happened, below the row: the reason's message for BLOCKED and FAILED, FINISHING's own, else `""`. For
    /// [`Reason::NONE`] the message of an unknown reason.
    #[inline]
    pub fn status_message(self, reason: Reason, language: Language) -> &'static str {
        texts::status_message(self, reason, language).as_str()
    }

    /// [`status_message`](Self::status_message) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn status_message_utf16(self, reason: Reason, language: Language) -> &'static [u16] {
        texts::status_message(self, reason, language).as_utf16()
    }

    /// What can be done, below the row: the reason's advice for BLOCKED and FAILED, FINISHING's own, else `""`. For
    /// [`Reason::NONE`] the advice of an unknown reason.
    #[inline]
    pub fn status_advice(self, reason: Reason, language: Language) -> &'static str {
        texts::status_advice(self, reason, language).as_str()
    }

    /// [`status_advice`](Self::status_advice) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn status_advice_utf16(self, reason: Reason, language: Language) -> &'static [u16] {
        texts::status_advice(self, reason, language).as_utf16()
    }

    /// The stable id: `in_progress`; `unknown` for an unknown outcome.
    #[inline]
    pub fn name(self) -> &'static str {
        texts::outcome_name(self).as_str()
    }

    /// [`name`](Self::name) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn name_utf16(self) -> &'static [u16] {
        texts::outcome_name(self).as_utf16()
    }
}

impl Action {
    /// The caption of the button: "Resume". `""` for [`Action::NONE`] and for an unknown action.
    #[inline]
    pub fn label(self, language: Language) -> &'static str {
        texts::action_label(self, language).as_str()
    }

    /// [`label`](Self::label) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn label_utf16(self, language: Language) -> &'static [u16] {
        texts::action_label(self, language).as_utf16()
    }

    /// The stable id: `download_again`; `unknown` for an unknown action.
    #[inline]
    pub fn name(self) -> &'static str {
        texts::action_name(self).as_str()
    }

    /// [`name`](Self::name) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn name_utf16(self) -> &'static [u16] {
        texts::action_name(self).as_utf16()
    }
}

impl Category {
    /// The stable id: `file`; `unknown` for an unknown category.
    #[inline]
    pub fn name(self) -> &'static str {
        texts::category_name(self).as_str()
    }

    /// [`name`](Self::name) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn name_utf16(self) -> &'static [u16] {
        texts::category_name(self).as_utf16()
    }
}

impl Recovery {
    /// The stable id: `auto_resume`; `unknown` for an unknown recovery.
    #[inline]
    pub fn name(self) -> &'static str {
        texts::recovery_name(self).as_str()
    }

    /// [`name`](Self::name) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn name_utf16(self) -> &'static [u16] {
        texts::recovery_name(self).as_utf16()
    }
}

impl Language {
    /// English, which is always there.
    pub const ENGLISH: Self = Self(0);

    /// Every language of this build: English, then by tag.
    #[inline]
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..texts::LANGUAGES as i32).map(Self)
    }

    /// The BCP 47 tag: `pt-BR`. `""` for a language that is out of range.
    #[inline]
    pub fn tag(self) -> &'static str {
        texts::language_tag(self).as_str()
    }

    /// [`tag`](Self::tag) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn tag_utf16(self) -> &'static [u16] {
        texts::language_tag(self).as_utf16()
    }

    /// The language's own name: `Deutsch`. `""` for a language that is out of range.
    #[inline]
    pub fn name(self) -> &'static str {
        texts::language_name(self).as_str()
    }

    /// [`name`](Self::name) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn name_utf16(self) -> &'static [u16] {
        texts::language_name(self).as_utf16()
    }

    /// How the language is written. [`Direction::UNKNOWN`] for a language that is out of range.
    #[inline]
    pub fn direction(self) -> Direction {
        texts::language_direction(self)
    }
}

/// The tag; `""` for a language that is out of range.
impl core::fmt::Display for Language {
    #[inline]
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::vec::Vec;

    use super::*;
    use crate::languages::SPOKEN;
    use crate::reasons::ROWS;

    #[track_caller]
    fn are(utf8: &str, utf16: &[u16], text: &str) {
        assert_eq!(utf8, text);
        assert_eq!(utf16, text.encode_utf16().chain([0]).collect::<Vec<_>>());
    }

    #[test]
    fn what_everyone_reads_is_where_it_is_looked_for() {
        for row in &ROWS {
            let reason = row.reason;
            are(reason.symbol(), reason.symbol_utf16(), row.symbol);
            are(reason.description(), reason.description_utf16(), row.description);
        }
        for code in -1..9 {
            let id = |constants: &[Constant]| constants.get(code as usize).map_or("unknown", |constant| constant.id);
            are(Category(code).name(), Category(code).name_utf16(), id(Category::CONSTANTS));
            are(Recovery(code).name(), Recovery(code).name_utf16(), id(Recovery::CONSTANTS));
            are(Outcome(code).name(), Outcome(code).name_utf16(), id(Outcome::CONSTANTS));
            are(Action(code).name(), Action(code).name_utf16(), id(Action::CONSTANTS));
        }
        for (language, texts) in Language::all().zip(SPOKEN) {
            are(language.tag(), language.tag_utf16(), texts.tag);
            are(language.name(), language.name_utf16(), texts.name);
            assert_eq!(language.direction(), texts.direction);
        }
        for none in [Language::UNKNOWN, Language(SPOKEN.len() as i32), Language(i32::MAX)] {
            are(none.tag(), none.tag_utf16(), "");
            are(none.name(), none.name_utf16(), "");
            assert_eq!(none.direction(), Direction::UNKNOWN);
        }
    }

    #[test]
    fn a_language_prints_its_tag() {
        assert_eq!(format!("{:>4}", Language::ENGLISH), "  en");
        assert_eq!(format!("{}", Language::UNKNOWN), "");
    }

    #[test]
    fn what_people_read_is_where_it_is_looked_for() {
        for (language, texts) in Language::all().chain([Language::UNKNOWN]).zip(SPOKEN.iter().chain([&SPOKEN[0]])) {
            for words in &texts.reasons {
                let reason = words.reason;
                are(reason.label(language), reason.label_utf16(language), words.label);
                are(reason.message(language), reason.message_utf16(language), words.message);
                are(reason.advice(language), reason.advice_utf16(language), words.advice);
            }
            for &(outcome, label) in &texts.outcomes {
                are(outcome.label(language), outcome.label_utf16(language), label);
            }
            for &(action, caption) in
                texts.actions.iter().chain(&[(Action::NONE, ""), (Action::UNKNOWN, ""), (Action(7), "")])
            {
                are(action.label(language), action.label_utf16(language), caption);
            }
        }
    }

    #[test]
    fn a_status_is_the_reason_s_where_the_outcome_shows_it() {
        let (english, words) = (Language::ENGLISH, SPOKEN[0]);
        for row in &ROWS {
            let reason = row.reason;
            let shown = if reason == Reason::NONE { Reason::UNKNOWN } else { reason };
            for outcome in Outcome::all().chain([Outcome::UNKNOWN, Outcome(8)]) {
                let (label, message, advice) = match outcome {
                    Outcome::RECOVERING => (shown.label(english), "", ""),
                    Outcome::BLOCKED | Outcome::FAILED => {
                        (shown.label(english), shown.message(english), shown.advice(english))
                    }
                    Outcome::FINISHING => ("Finishing", words.finishing.message, words.finishing.advice),
                    other => (other.label(english), "", ""),
                };
                are(outcome.status_label(reason, english), outcome.status_label_utf16(reason, english), label);
                are(outcome.status_message(reason, english), outcome.status_message_utf16(reason, english), message);
                are(outcome.status_advice(reason, english), outcome.status_advice_utf16(reason, english), advice);
            }
        }
    }
}
