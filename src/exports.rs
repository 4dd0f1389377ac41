//! The exported functions, and nothing else. Their comments are the C header's.

use core::ffi::c_char;

use crate::codes::*;
use crate::{languages, outcomes, reasons, spellings, texts};

/// The name of a reason as .NET and WinRT spell it: "FileNoSpace". ASCII, and stable for ever: made for
/// logs and for messages between programs.
///
/// "Unknown" for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_name(reason: Reason) -> *const c_char {
    texts::name(reason).utf8()
}

/// The same text as `wv2_interrupt_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_name_utf16(reason: Reason) -> *const Char16 {
    texts::name(reason).utf16()
}

/// The constant of the Win32 SDK: "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE". ASCII, and
/// stable for ever.
///
/// "UNKNOWN" for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_symbol(reason: Reason) -> *const c_char {
    texts::symbol(reason).utf8()
}

/// The same text as `wv2_interrupt_symbol()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_symbol_utf16(reason: Reason) -> *const Char16 {
    texts::symbol(reason).utf16()
}

/// What a reason means, for developers and logs, in English. Source: Microsoft's reference of
/// `CoreWebView2DownloadInterruptReason`; what was observed otherwise says so.
///
/// For an unknown reason, a text that says that this version does not know the code.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_description(reason: Reason) -> *const c_char {
    texts::description(reason).utf8()
}

/// The same text as `wv2_interrupt_description()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_description_utf16(reason: Reason) -> *const Char16 {
    texts::description(reason).utf16()
}

/// One to four words for people, for a row in a list: "Disk full".
///
/// "Download interrupted" for an unknown reason. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_label(reason: Reason, language: Language) -> *const c_char {
    texts::label(reason, language).utf8()
}

/// The same text as `wv2_interrupt_label()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_label_utf16(reason: Reason, language: Language) -> *const Char16 {
    texts::label(reason, language).utf16()
}

/// One sentence for people: what happened. It says nothing of what happens next, so it is true while the
/// engine tries again and after it gave up.
///
/// "The download was interrupted." for an unknown reason. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_message(reason: Reason, language: Language) -> *const c_char {
    texts::message(reason, language).utf8()
}

/// The same text as `wv2_interrupt_message()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_message_utf16(reason: Reason, language: Language) -> *const Char16 {
    texts::message(reason, language).utf16()
}

/// One sentence for people: what can be done. "" where there is nothing to do.
///
/// General advice for an unknown reason. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_advice(reason: Reason, language: Language) -> *const c_char {
    texts::advice(reason, language).utf8()
}

/// The same text as `wv2_interrupt_advice()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_advice_utf16(reason: Reason, language: Language) -> *const Char16 {
    texts::advice(reason, language).utf16()
}

/// Where an interruption came from: a `WV2_INTERRUPT_CATEGORY_` constant.
///
/// `WV2_INTERRUPT_UNKNOWN` for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_category(reason: Reason) -> Category {
    reasons::facts(reason).category.into()
}

/// What `Resume()` does when `CanResume` is TRUE: a `WV2_INTERRUPT_RECOVERY_` constant. Source:
/// Chromium's resumption policy.
///
/// `WV2_INTERRUPT_UNKNOWN` for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_recovery(reason: Reason) -> Recovery {
    reasons::facts(reason).recovery.into()
}

/// What to show for a download now: the one call for a `StateChanged` handler. Give it the operation's
/// `State` and `InterruptReason`.
///
///     outcome       show for the reason         over?   button
///     IN_PROGRESS   nothing                     no      Pause, Cancel
///     COMPLETED     nothing                     yes     Open
///     RECOVERING    label                       no      Cancel
///     PAUSED        nothing                     no      Resume, Cancel
///     CANCELED      nothing: it is no error     yes     none, or Download again
///     BLOCKED       label, message, advice      yes     none
///     FAILED        label, message, advice      yes     Resume if CanResume, else Download again
///     UNKNOWN       as IN_PROGRESS              no      as IN_PROGRESS
///
/// - The state decides first: the reason is not cleared when a transfer goes on, and a completed download
///   may still carry one.
/// - (INTERRUPTED, None) is FAILED: ask the texts for `WV2_INTERRUPT_UNKNOWN`.
/// - CANCELED means stopped on purpose by a person or a program, or given up before it began. `Cancel()`
///   after a failure replaces the reason by UserCanceled: keep the first reason.
/// - "Blocked by security" is BLOCKED, and only that.
/// - RECOVERING: clear it when bytes move again. A retry may also come as a new `DownloadStarting` for the
///   same URI, and nothing more from the first operation.
/// - FAILED says what to show now. Where `CanResume` is TRUE, `Resume()` may bring the download back: keep
///   the handlers until the operation is released.
///
/// For an unknown reason: FAILED when interrupted, IN_PROGRESS when in progress, COMPLETED when completed.
/// `WV2_INTERRUPT_UNKNOWN` for an unknown state, whatever the reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome(state: State, reason: Reason) -> Outcome {
    outcomes::outcome(state, reason)
}

/// A word or two for people for the outcome itself: "Downloading", "Trying again", "Paused", "Blocked".
///
/// A neutral word for an unknown outcome. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_label(outcome: Outcome, language: Language) -> *const c_char {
    texts::outcome_label(outcome, language).utf8()
}

/// The same text as `wv2_interrupt_outcome_label()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_label_utf16(outcome: Outcome, language: Language) -> *const Char16 {
    texts::outcome_label(outcome, language).utf16()
}

/// The stable ASCII id of a category: "none", "file", "network", "server", "user", "process".
///
/// "unknown" for an unknown category.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_category_name(category: Category) -> *const c_char {
    texts::category_name(category).utf8()
}

/// The same text as `wv2_interrupt_category_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_category_name_utf16(category: Category) -> *const Char16 {
    texts::category_name(category).utf16()
}

/// The stable ASCII id of a recovery: "none", "resume", "restart", "auto_resume", "auto_restart".
///
/// "unknown" for an unknown recovery.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_recovery_name(recovery: Recovery) -> *const c_char {
    texts::recovery_name(recovery).utf8()
}

/// The same text as `wv2_interrupt_recovery_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_recovery_name_utf16(recovery: Recovery) -> *const Char16 {
    texts::recovery_name(recovery).utf16()
}

/// The stable ASCII id of an outcome: "in_progress", "completed", "recovering", "paused", "canceled",
/// "blocked", "failed".
///
/// "unknown" for an unknown outcome.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_name(outcome: Outcome) -> *const c_char {
    texts::outcome_name(outcome).utf8()
}

/// The same text as `wv2_interrupt_outcome_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_name_utf16(outcome: Outcome) -> *const Char16 {
    texts::outcome_name(outcome).utf16()
}

/// One more than the highest known reason: loop from 0 to below it to see them all. A code below it whose
/// category is `WV2_INTERRUPT_UNKNOWN` is a gap; today there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_count() -> i32 {
    reasons::COUNT as i32
}

/// The reason that a name means, in any spelling: what `wv2_interrupt_name()` and `wv2_interrupt_symbol()`
/// return, and what Chromium and CEF call it.
///
/// ASCII case is ignored; `_`, `-`, `.`, `:` and space are skipped anywhere. One prefix may stand before
/// the name: `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON`, `CoreWebView2DownloadInterruptReason`,
/// `WV2_INTERRUPT_REASON`, `DOWNLOAD_INTERRUPT_REASON` or `CEF_DOWNLOAD_INTERRUPT_REASON`. At most 128
/// units are read, and then only whether the text ends there; a longer text is unknown.
///
/// `WV2_INTERRUPT_UNKNOWN` for NULL and for everything else. `name` ends with a NUL, or is longer than 128
/// units; it is not kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_from_name(name: *const c_char) -> Reason {
    // SAFETY: the caller's promise is the one that `find` asks for.
    unsafe { spellings::find(name.cast()) }
}

/// The same as `wv2_interrupt_from_name()`, for a name in UTF-16.
///
/// `WV2_INTERRUPT_UNKNOWN` for NULL and for everything that is no name, a lone surrogate included.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_from_name_utf16(name: *const Char16) -> Reason {
    // SAFETY: the caller's promise is the one that `find` asks for.
    unsafe { spellings::find_utf16(name) }
}

/// The reason for one of Chromium's numbers, which CEF and the `interrupt_reason` column of a Chromium or
/// Edge history database use: 40 gives `WV2_INTERRUPT_REASON_USER_CANCELED`. Source: Chromium's
/// `download_interrupt_reason_values.h`.
///
/// `WV2_INTERRUPT_UNKNOWN` for a number that Chromium does not use, and for 15, 32 and 51, for which
/// WebView2 has no reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_from_chromium(code: i32) -> Reason {
    reasons::from_chromium(code)
}

/// Chromium's number for a reason: 40 for `WV2_INTERRUPT_REASON_USER_CANCELED`.
///
/// `WV2_INTERRUPT_UNKNOWN` for an unknown reason, and for UserPaused, which Chromium does not have.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_to_chromium(reason: Reason) -> i32 {
    reasons::facts(reason).chromium.into()
}

/// How many languages the texts for people are in. At least 1: English, at index 0.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_count() -> i32 {
    languages::COUNT as i32
}

/// The BCP 47 tag of a language: "en", "pt-BR", "zh-Hans".
///
/// "" for a language that is out of range.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_tag(language: Language) -> *const c_char {
    texts::language_tag(language).utf8()
}

/// The same text as `wv2_interrupt_language_tag()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_tag_utf16(language: Language) -> *const Char16 {
    texts::language_tag(language).utf16()
}

/// The language that fits one BCP 47 language tag best: "en-GB" gives English. It takes the names that
/// Windows hands out, and POSIX locales: case is ignored, `_` is read as `-`, and what follows `.` or `@` is
/// ignored. Subtags are dropped from the end until a language matches (RFC 4647, look-up).
///
/// `WV2_INTERRUPT_UNKNOWN` where none fits, for NULL, and for "", "C", "POSIX", "und" and "*". The texts
/// read English for it, so `wv2_interrupt_label(reason, wv2_interrupt_language_find(tag))` is always safe.
/// At most 64 units are read, and then only whether the tag ends there; a longer tag is unknown. `tag` ends
/// with a NUL, or is longer than 64 units; it is not kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_language_find(tag: *const c_char) -> Language {
    // SAFETY: the caller's promise is the one that `find` asks for.
    unsafe { languages::find(tag.cast()) }
}

/// The same as `wv2_interrupt_language_find()`, for a tag in UTF-16, as `GetUserDefaultLocaleName` writes
/// it.
///
/// `WV2_INTERRUPT_UNKNOWN` where none fits and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_language_find_utf16(tag: *const Char16) -> Language {
    // SAFETY: the caller's promise is the one that `find` asks for.
    unsafe { languages::find_utf16(tag) }
}

/// The version of the loaded library: "1.0.0".
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version of the loaded library as a number, 0x00MMmmpp: compare it with
/// `WV2_INTERRUPT_VERSION_NUMBER`, the version of this header.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_version_number() -> i32 {
    VERSION_NUMBER
}

const VERSION_NUMBER: i32 = number([
    part(env!("CARGO_PKG_VERSION_MAJOR")),
    part(env!("CARGO_PKG_VERSION_MINOR")),
    part(env!("CARGO_PKG_VERSION_PATCH")),
]);

const fn number([major, minor, patch]: [u8; 3]) -> i32 {
    i32::from_be_bytes([0, major, minor, patch])
}

const fn part(text: &str) -> u8 {
    match u8::from_str_radix(text, 10) {
        Ok(part) => part,
        Err(_) => panic!("a part of the version does not fit a byte"),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;

    use super::*;
    use crate::texts::{Common, Spoken};

    #[test]
    fn each_function_gives_its_own_text() {
        let common = |utf8, utf16, text: Common| assert_eq!((utf8, utf16), (text.utf8(), text.utf16()));
        common(wv2_interrupt_name(3), wv2_interrupt_name_utf16(3), texts::name(3));
        common(wv2_interrupt_symbol(3), wv2_interrupt_symbol_utf16(3), texts::symbol(3));
        common(wv2_interrupt_description(3), wv2_interrupt_description_utf16(3), texts::description(3));
        common(wv2_interrupt_category_name(3), wv2_interrupt_category_name_utf16(3), texts::category_name(3));
        common(wv2_interrupt_recovery_name(3), wv2_interrupt_recovery_name_utf16(3), texts::recovery_name(3));
        common(wv2_interrupt_outcome_name(3), wv2_interrupt_outcome_name_utf16(3), texts::outcome_name(3));
        common(wv2_interrupt_language_tag(0), wv2_interrupt_language_tag_utf16(0), texts::language_tag(0));

        let spoken = |utf8, utf16, text: Spoken| assert_eq!((utf8, utf16), (text.utf8(), text.utf16()));
        spoken(wv2_interrupt_label(3, 0), wv2_interrupt_label_utf16(3, 0), texts::label(3, 0));
        spoken(wv2_interrupt_message(3, 0), wv2_interrupt_message_utf16(3, 0), texts::message(3, 0));
        spoken(wv2_interrupt_advice(3, 0), wv2_interrupt_advice_utf16(3, 0), texts::advice(3, 0));
        spoken(wv2_interrupt_outcome_label(3, 0), wv2_interrupt_outcome_label_utf16(3, 0), texts::outcome_label(3, 0));
    }

    #[test]
    fn each_function_gives_its_own_number() {
        assert_eq!(wv2_interrupt_category(REASON_USER_CANCELED), CATEGORY_USER);
        assert_eq!(wv2_interrupt_recovery(REASON_FILE_NO_SPACE), RECOVERY_RESUME);
        assert_eq!(wv2_interrupt_outcome(STATE_COMPLETED, REASON_FILE_NO_SPACE), OUTCOME_COMPLETED);
        assert_eq!(wv2_interrupt_outcome(STATE_INTERRUPTED, REASON_USER_PAUSED), OUTCOME_PAUSED);
        assert_eq!(wv2_interrupt_to_chromium(REASON_USER_CANCELED), 40);
        assert_eq!(wv2_interrupt_from_chromium(40), REASON_USER_CANCELED);
        assert_eq!(wv2_interrupt_count(), reasons::COUNT as i32);
        assert_eq!(wv2_interrupt_language_count(), languages::COUNT as i32);
    }

    #[test]
    fn the_version_is_the_manifest_s() {
        // SAFETY: a text ends with a NUL.
        assert_eq!(unsafe { CStr::from_ptr(wv2_interrupt_version()) }.to_str(), Ok(env!("CARGO_PKG_VERSION")));
        assert_eq!(wv2_interrupt_version_number(), VERSION_NUMBER);
        assert_eq!(number([1, 2, 3]), 0x01_02_03);
        assert_eq!(part("250"), 250);
    }
}
