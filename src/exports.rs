//! The exported functions, and nothing else. Their comments are the C header's.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use core_::DownloadRow;
use core_::internals::{self as texts, Text, narrow, until_nul};

use crate::types::*;

/// The name of a reason as .NET and WinRT spell it: "FileNoSpace". ASCII, and stable for ever: made for
/// logs and for messages between programs.
///
/// "Unknown" for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_name(reason: Reason) -> *const c_char {
    texts::name(reason.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_name_utf16(reason: Reason) -> *const Char16 {
    texts::name(reason.into()).utf16()
}

/// The constant of the Win32 SDK: "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE". ASCII, and
/// stable for ever.
///
/// "UNKNOWN" for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_symbol(reason: Reason) -> *const c_char {
    texts::symbol(reason.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_symbol()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_symbol_utf16(reason: Reason) -> *const Char16 {
    texts::symbol(reason.into()).utf16()
}

/// What a reason means, for developers and logs, in English. Source: Microsoft's reference of
/// `CoreWebView2DownloadInterruptReason`; what was observed otherwise says so.
///
/// For an unknown reason, a text that says that this version does not know the code.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_description(reason: Reason) -> *const c_char {
    texts::description(reason.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_description()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_description_utf16(reason: Reason) -> *const Char16 {
    texts::description(reason.into()).utf16()
}

/// One to four words for people, for a row in a list: "Disk full".
///
/// "Download interrupted" for an unknown reason. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_label(reason: Reason, language: Language) -> *const c_char {
    texts::label(reason.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_label()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_label_utf16(reason: Reason, language: Language) -> *const Char16 {
    texts::label(reason.into(), language.into()).utf16()
}

/// One sentence for people: what happened. It says nothing of what happens next, so it is true while the
/// engine tries again and after it gave up.
///
/// "The download was interrupted." for an unknown reason. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_message(reason: Reason, language: Language) -> *const c_char {
    texts::message(reason.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_message()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_message_utf16(reason: Reason, language: Language) -> *const Char16 {
    texts::message(reason.into(), language.into()).utf16()
}

/// One sentence for people: what can be done. "" where there is nothing to do.
///
/// General advice for an unknown reason. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_advice(reason: Reason, language: Language) -> *const c_char {
    texts::advice(reason.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_advice()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_advice_utf16(reason: Reason, language: Language) -> *const Char16 {
    texts::advice(reason.into(), language.into()).utf16()
}

/// Where an interruption came from: a `WV2_INTERRUPT_CATEGORY_` constant.
///
/// `WV2_INTERRUPT_UNKNOWN` for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_category(reason: Reason) -> Category {
    core_::Reason(reason).category().into()
}

/// What `Resume()` does when `CanResume` is TRUE: a `WV2_INTERRUPT_RECOVERY_` constant. Source:
/// Chromium's resumption policy.
///
/// `WV2_INTERRUPT_UNKNOWN` for an unknown reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_recovery(reason: Reason) -> Recovery {
    core_::Reason(reason).recovery().into()
}

/// What to show for a download now, from one report: the operation's `State` and `InterruptReason`. A list
/// of downloads wants `wv2_interrupt_row_state_changed()`, which remembers what one report cannot tell.
///
///     outcome       show for the reason          over?   action
///     IN_PROGRESS   nothing                      no      PAUSE
///     COMPLETED     nothing                      yes     OPEN
///     RECOVERING    label                        no      NONE
///     PAUSED        nothing                      no      RESUME if CanResume, else NONE
///     CANCELED      nothing: it is no error      yes     DOWNLOAD_AGAIN
///     BLOCKED       label, message, advice       yes     NONE
///     FAILED        label, message, advice       yes     RESUME or RETRY if CanResume, else DOWNLOAD_AGAIN
///     FINISHING     message, advice of its own   no      SHOW_DOWNLOADS
///     UNKNOWN       as IN_PROGRESS               no      as IN_PROGRESS
///
/// `wv2_interrupt_status_label()`, `_message()` and `_advice()` give what the second column says, and
/// `wv2_interrupt_action()` the last. `Cancel()` is meaningful for IN_PROGRESS, RECOVERING, FINISHING and
/// PAUSED, and with the actions RESUME and RETRY; offer "remove" otherwise.
///
/// - The state decides first: the reason is not cleared when a transfer goes on, and a completed download
///   may still carry one.
/// - (INTERRUPTED, None) is FAILED: ask the texts for `WV2_INTERRUPT_UNKNOWN`, as `status_label` does.
/// - CANCELED means stopped on purpose by a person or a program, or given up before it began. `Cancel()`
///   after a failure replaces the reason by UserCanceled: keep the first reason, as a row does.
/// - "Blocked by security" is BLOCKED, and only that.
/// - RECOVERING: clear it when bytes move again, as a row does. A retry may also come as a new
///   `DownloadStarting` for the same URI, and nothing more from the first operation.
/// - FAILED says what to show now. Where `CanResume` is TRUE, `Resume()` may bring the download back: keep
///   the handlers until the operation is released.
/// - FINISHING comes from a row alone: no state says that all bytes are there.
///
/// For an unknown reason: FAILED when interrupted, IN_PROGRESS when in progress, COMPLETED when completed.
/// `WV2_INTERRUPT_UNKNOWN` for an unknown state, whatever the reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome(state: State, reason: Reason) -> Outcome {
    core_::Outcome::of(state.into(), reason.into()).into()
}

/// Tells a row what the operation says of itself: once when it begins, and when `StateChanged` comes. Give
/// it the operation's `State`, `InterruptReason`, `CanResume` (anything but 0 is TRUE), `BytesReceived` and
/// `TotalBytesToReceive` (0 or less is unknown). A new operation gets a row that is all zero, also when it
/// takes another's place.
///
/// - A state of -1 means that it could not be read: nothing changes. Any other unknown state reads as
///   IN_PROGRESS. The row's outcome is never `WV2_INTERRUPT_UNKNOWN`.
/// - The outcome is that of `wv2_interrupt_outcome()`, and the reason is stored as given.
/// - A `Cancel()` after a failure keeps the failure: outcome and reason stay, and `can_resume` counts as 0.
/// - In progress with all bytes there, the outcome is FINISHING. Show its action and message only after two
///   seconds: most downloads pass through it in a moment.
/// - `silent` becomes 1 when the download is in progress with a reason that is not the user's and cannot be
///   resumed, unless the row showed PAUSED, FAILED or BLOCKED: nothing more may come from this operation.
///   The engine may then try again as another operation for the same address, which may take the row's
///   place; before that read `State` and `CanResume` of the old operation once more. A reason that stayed
///   after healthy bytes can set it, too. Bytes that move, `can_resume` and another state make it 0.
///
/// The row is the caller's memory: nothing is allocated or locked; use one row from one thread at a time. It
/// needs no alignment beyond 4. NULL: nothing happens.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_row_state_changed(
    row: *mut Row,
    state: State,
    reason: Reason,
    can_resume: i32,
    received: i64,
    total: i64,
) {
    // SAFETY: it is NULL, or the caller's own row.
    if let Some(row) = unsafe { row.cast::<DownloadRow>().as_mut() } {
        row.state_changed(state.into(), reason.into(), can_resume != 0, received, total);
    }
}

/// Tells a row what the operation says of itself when `BytesReceivedChanged` comes.
///
/// As `wv2_interrupt_row_state_changed()` where the state is INTERRUPTED or COMPLETED: its event may come
/// first, or alone. In progress, bytes that move make the outcome IN_PROGRESS, whatever it was, or FINISHING
/// when all are there; otherwise outcome and reason stay. Bytes moved when `received` is above 0 and other
/// than before: after a restart fewer are progress, too. NULL: nothing happens.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_row_bytes_received_changed(
    row: *mut Row,
    state: State,
    reason: Reason,
    can_resume: i32,
    received: i64,
    total: i64,
) {
    // SAFETY: it is NULL, or the caller's own row.
    if let Some(row) = unsafe { row.cast::<DownloadRow>().as_mut() } {
        row.bytes_received_changed(state.into(), reason.into(), can_resume != 0, received, total);
    }
}

/// The button to offer: a `WV2_INTERRUPT_ACTION_` constant. `can_resume` is the operation's `CanResume`;
/// anything but 0 is TRUE. The table is with `wv2_interrupt_outcome()`.
///
/// FAILED that can be resumed is RESUME where the recovery is RESUME or AUTO_RESUME, else RETRY: `Resume()`
/// then starts from zero, or may not help.
///
/// `WV2_INTERRUPT_ACTION_PAUSE` for an unknown outcome, as for IN_PROGRESS.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_action(outcome: Outcome, reason: Reason, can_resume: i32) -> Action {
    core_::Outcome(outcome).action(reason.into(), can_resume != 0).into()
}

/// The words of a row: the reason's label where the outcome shows it (RECOVERING, BLOCKED, FAILED), else the
/// outcome's own. For the reason None the label of `WV2_INTERRUPT_UNKNOWN`.
///
/// For an unknown outcome, its neutral word. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_status_label(outcome: Outcome, reason: Reason, language: Language) -> *const c_char {
    texts::status_label(outcome.into(), reason.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_status_label()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_status_label_utf16(
    outcome: Outcome,
    reason: Reason,
    language: Language,
) -> *const Char16 {
    texts::status_label(outcome.into(), reason.into(), language.into()).utf16()
}

/// What happened, below the words of the row: the reason's message for BLOCKED and FAILED, FINISHING's own,
/// else "". For the reason None the message of `WV2_INTERRUPT_UNKNOWN`.
///
/// "" for an unknown outcome. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_status_message(outcome: Outcome, reason: Reason, language: Language) -> *const c_char {
    texts::status_message(outcome.into(), reason.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_status_message()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_status_message_utf16(
    outcome: Outcome,
    reason: Reason,
    language: Language,
) -> *const Char16 {
    texts::status_message(outcome.into(), reason.into(), language.into()).utf16()
}

/// What can be done, below the words of the row: the reason's advice for BLOCKED and FAILED, FINISHING's own,
/// else "". For the reason None the advice of `WV2_INTERRUPT_UNKNOWN`.
///
/// "" for an unknown outcome. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_status_advice(outcome: Outcome, reason: Reason, language: Language) -> *const c_char {
    texts::status_advice(outcome.into(), reason.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_status_advice()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_status_advice_utf16(
    outcome: Outcome,
    reason: Reason,
    language: Language,
) -> *const Char16 {
    texts::status_advice(outcome.into(), reason.into(), language.into()).utf16()
}

/// A word or two for people for the outcome itself: "Downloading", "Trying again", "Paused", "Finishing".
///
/// A neutral word for an unknown outcome. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_label(outcome: Outcome, language: Language) -> *const c_char {
    texts::outcome_label(outcome.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_outcome_label()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_label_utf16(outcome: Outcome, language: Language) -> *const Char16 {
    texts::outcome_label(outcome.into(), language.into()).utf16()
}

/// The caption of the button: "Pause", "Resume", "Retry", "Download again", "Open", "Show downloads".
///
/// "" for NONE and for an unknown action. English for an unknown language.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_action_label(action: Action, language: Language) -> *const c_char {
    texts::action_label(action.into(), language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_action_label()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_action_label_utf16(action: Action, language: Language) -> *const Char16 {
    texts::action_label(action.into(), language.into()).utf16()
}

/// The stable ASCII id of a category: "none", "file", "network", "server", "user", "process".
///
/// "unknown" for an unknown category.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_category_name(category: Category) -> *const c_char {
    texts::category_name(category.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_category_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_category_name_utf16(category: Category) -> *const Char16 {
    texts::category_name(category.into()).utf16()
}

/// The stable ASCII id of a recovery: "none", "resume", "restart", "auto_resume", "auto_restart".
///
/// "unknown" for an unknown recovery.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_recovery_name(recovery: Recovery) -> *const c_char {
    texts::recovery_name(recovery.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_recovery_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_recovery_name_utf16(recovery: Recovery) -> *const Char16 {
    texts::recovery_name(recovery.into()).utf16()
}

/// The stable ASCII id of an outcome: "in_progress", "completed", "recovering", "paused", "canceled",
/// "blocked", "failed", "finishing".
///
/// "unknown" for an unknown outcome.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_name(outcome: Outcome) -> *const c_char {
    texts::outcome_name(outcome.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_outcome_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_outcome_name_utf16(outcome: Outcome) -> *const Char16 {
    texts::outcome_name(outcome.into()).utf16()
}

/// The stable ASCII id of an action: "none", "pause", "resume", "retry", "download_again", "open",
/// "show_downloads".
///
/// "unknown" for an unknown action.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_action_name(action: Action) -> *const c_char {
    texts::action_name(action.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_action_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_action_name_utf16(action: Action) -> *const Char16 {
    texts::action_name(action.into()).utf16()
}

/// One more than the highest known reason: loop from 0 to below it to see them all. A code below it whose
/// category is `WV2_INTERRUPT_UNKNOWN` is a gap; today there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_count() -> i32 {
    texts::COUNT as i32
}

/// The reason that a name means, in any spelling: what `wv2_interrupt_name()` and `wv2_interrupt_symbol()`
/// return, and what Chromium, CEF and Qt WebEngine call it.
///
/// ASCII case is ignored; `_`, `-`, `.`, `:` and space are skipped anywhere. One prefix may stand before the
/// name: everything up to the last `INTERRUPT_REASON` in any of these spellings, and a `k`, as in
/// `kFileNoSpace`. If the whole is no name, what stands behind the last `.` or `:` is tried, so that a
/// qualifier means nothing; there None and Crash alone are everyday words, and no answer. `Cancelled` reads
/// as `Canceled`. At most 128 units are read, and then only whether the text ends there; a longer text is
/// unknown.
///
/// `WV2_INTERRUPT_UNKNOWN` for NULL and for everything else. `name` ends with a NUL, or is longer than 128
/// units; it is not kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_from_name(name: *const c_char) -> Reason {
    if name.is_null() {
        return UNKNOWN;
    }
    // SAFETY: it is not NULL, and the caller promised the rest.
    texts::find_name(unsafe { until_nul(name.cast()) }).into()
}

/// The same as `wv2_interrupt_from_name()`, for a name in UTF-16.
///
/// `WV2_INTERRUPT_UNKNOWN` for NULL and for everything that is no name, a lone surrogate included.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_from_name_utf16(name: *const Char16) -> Reason {
    if name.is_null() {
        return UNKNOWN;
    }
    let mut bytes = [MaybeUninit::uninit(); texts::MAX_NAME_UNITS + 1];
    // SAFETY: it is not NULL, and the caller promised the rest; what was copied ends with a NUL, or is too long.
    unsafe {
        narrow(name, &mut bytes);
        wv2_interrupt_from_name(bytes.as_ptr().cast())
    }
}

/// The reason for one of Chromium's numbers, which CEF and the `interrupt_reason` column of a Chromium or
/// Edge history database use: 40 gives `WV2_INTERRUPT_REASON_USER_CANCELED`. Source: Chromium's
/// `download_interrupt_reason_values.h`.
///
/// `WV2_INTERRUPT_UNKNOWN` for a number that Chromium does not use, and for 15, 32 and 51, for which
/// WebView2 has no reason.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_from_chromium(code: i32) -> Reason {
    core_::Reason::from_chromium(code).map_or(UNKNOWN, i32::from)
}

/// Chromium's number for a reason: 40 for `WV2_INTERRUPT_REASON_USER_CANCELED`.
///
/// `WV2_INTERRUPT_UNKNOWN` for an unknown reason, and for UserPaused, which Chromium does not have.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_to_chromium(reason: Reason) -> i32 {
    core_::Reason(reason).to_chromium().unwrap_or(UNKNOWN)
}

/// How many languages the texts for people are in. At least 1: English, at index 0.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_count() -> i32 {
    texts::LANGUAGES as i32
}

/// The BCP 47 tag of a language: "en", "pt-BR", "zh-Hans".
///
/// "" for a language that is out of range.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_tag(language: Language) -> *const c_char {
    texts::language_tag(language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_language_tag()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_tag_utf16(language: Language) -> *const Char16 {
    texts::language_tag(language.into()).utf16()
}

/// A language's own name, for a menu: "Deutsch".
///
/// "" for a language that is out of range.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_name(language: Language) -> *const c_char {
    texts::language_name(language.into()).utf8().cast()
}

/// The same text as `wv2_interrupt_language_name()`, in UTF-16.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_name_utf16(language: Language) -> *const Char16 {
    texts::language_name(language.into()).utf16()
}

/// How a language is written: a `WV2_INTERRUPT_DIRECTION_` constant. The texts have no control characters: lay
/// the row out in this direction.
///
/// `WV2_INTERRUPT_UNKNOWN` for a language that is out of range.
#[unsafe(no_mangle)]
pub extern "C" fn wv2_interrupt_language_direction(language: Language) -> Direction {
    texts::language_direction(language.into()).into()
}

/// The language that fits one BCP 47 language tag best: "en-GB" gives English. It takes the names that
/// Windows hands out, and POSIX locales: case is ignored, `_` is read as `-`, and what follows `.` or `@` is
/// ignored. Chinese and Portuguese are told apart by script and region, codes that were given up are
/// understood, and subtags are dropped from the end until a language matches (RFC 4647, look-up).
///
/// `WV2_INTERRUPT_UNKNOWN` where none fits, for NULL, and for "", "C", "POSIX", "und" and "*". The texts
/// read English for it, so `wv2_interrupt_label(reason, wv2_interrupt_language_find(tag))` is always safe.
/// At most 64 units are read, and then only whether the tag ends there; a longer tag is unknown. `tag` ends
/// with a NUL, or is longer than 64 units; it is not kept.
///
/// On Windows ask for the languages of `GetUserPreferredUILanguages`, one after the other, and take the
/// first that is found: that is the language of the screen. `GetUserDefaultLocaleName` is that of dates and
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_language_find(tag: *const c_char) -> Language {
    if tag.is_null() {
        return UNKNOWN;
    }
    // SAFETY: it is not NULL, and the caller promised the rest.
    texts::find_tag(unsafe { until_nul(tag.cast()) }).into()
}

/// The same as `wv2_interrupt_language_find()`, for a tag in UTF-16, as `GetUserPreferredUILanguages` writes
/// it.
///
/// `WV2_INTERRUPT_UNKNOWN` where none fits and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wv2_interrupt_language_find_utf16(tag: *const Char16) -> Language {
    if tag.is_null() {
        return UNKNOWN;
    }
    let mut bytes = [MaybeUninit::uninit(); texts::MAX_TAG_UNITS + 1];
    // SAFETY: it is not NULL, and the caller promised the rest; what was copied ends with a NUL, or is too long.
    unsafe {
        narrow(tag, &mut bytes);
        wv2_interrupt_language_find(bytes.as_ptr().cast())
    }
}

/// The version of the loaded library: "1.1.0".
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

const UNKNOWN: i32 = core_::Reason::UNKNOWN.0;

const _: () = assert!(size_of::<Row>() == size_of::<DownloadRow>());

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

    use core_::{Action, Category, Direction, Language, Outcome, Reason, Recovery, State};

    use super::*;

    #[test]
    fn each_function_gives_its_own_text() {
        let (reason, language, outcome, action, category, recovery) = (3, 0, 7, 5, 1, 2);
        #[track_caller]
        fn are(utf8: *const c_char, utf16: *const Char16, text: impl Text) {
            assert_eq!((utf8.cast(), utf16), (text.utf8(), text.utf16()));
        }
        are(wv2_interrupt_name(reason), wv2_interrupt_name_utf16(reason), texts::name(reason.into()));
        are(wv2_interrupt_symbol(reason), wv2_interrupt_symbol_utf16(reason), texts::symbol(reason.into()));
        are(
            wv2_interrupt_description(reason),
            wv2_interrupt_description_utf16(reason),
            texts::description(reason.into()),
        );
        are(
            wv2_interrupt_label(reason, language),
            wv2_interrupt_label_utf16(reason, language),
            texts::label(reason.into(), language.into()),
        );
        are(
            wv2_interrupt_message(reason, language),
            wv2_interrupt_message_utf16(reason, language),
            texts::message(reason.into(), language.into()),
        );
        are(
            wv2_interrupt_advice(reason, language),
            wv2_interrupt_advice_utf16(reason, language),
            texts::advice(reason.into(), language.into()),
        );
        are(
            wv2_interrupt_outcome_label(outcome, language),
            wv2_interrupt_outcome_label_utf16(outcome, language),
            texts::outcome_label(outcome.into(), language.into()),
        );
        are(
            wv2_interrupt_action_label(action, language),
            wv2_interrupt_action_label_utf16(action, language),
            texts::action_label(action.into(), language.into()),
        );
        are(
            wv2_interrupt_status_label(outcome, reason, language),
            wv2_interrupt_status_label_utf16(outcome, reason, language),
            texts::status_label(outcome.into(), reason.into(), language.into()),
        );
        are(
            wv2_interrupt_status_message(outcome, reason, language),
            wv2_interrupt_status_message_utf16(outcome, reason, language),
            texts::status_message(outcome.into(), reason.into(), language.into()),
        );
        are(
            wv2_interrupt_status_advice(outcome, reason, language),
            wv2_interrupt_status_advice_utf16(outcome, reason, language),
            texts::status_advice(outcome.into(), reason.into(), language.into()),
        );
        are(
            wv2_interrupt_category_name(category),
            wv2_interrupt_category_name_utf16(category),
            texts::category_name(category.into()),
        );
        are(
            wv2_interrupt_recovery_name(recovery),
            wv2_interrupt_recovery_name_utf16(recovery),
            texts::recovery_name(recovery.into()),
        );
        are(
            wv2_interrupt_outcome_name(outcome),
            wv2_interrupt_outcome_name_utf16(outcome),
            texts::outcome_name(outcome.into()),
        );
        are(
            wv2_interrupt_action_name(action),
            wv2_interrupt_action_name_utf16(action),
            texts::action_name(action.into()),
        );
        are(
            wv2_interrupt_language_tag(language),
            wv2_interrupt_language_tag_utf16(language),
            texts::language_tag(language.into()),
        );
        are(
            wv2_interrupt_language_name(language),
            wv2_interrupt_language_name_utf16(language),
            texts::language_name(language.into()),
        );
    }

    #[test]
    fn each_function_gives_its_own_number() {
        let canceled = Reason::USER_CANCELED.0;
        assert_eq!(wv2_interrupt_category(canceled), Category::USER.0);
        assert_eq!(wv2_interrupt_recovery(Reason::FILE_NO_SPACE.0), Recovery::RESUME.0);
        assert_eq!(wv2_interrupt_outcome(State::COMPLETED.0, Reason::FILE_NO_SPACE.0), Outcome::COMPLETED.0);
        assert_eq!(wv2_interrupt_outcome(State::INTERRUPTED.0, Reason::USER_PAUSED.0), Outcome::PAUSED.0);
        assert_eq!(wv2_interrupt_action(Outcome::PAUSED.0, Reason::USER_PAUSED.0, 2), Action::RESUME.0);
        assert_eq!(wv2_interrupt_to_chromium(canceled), 40);
        assert_eq!(wv2_interrupt_to_chromium(Reason::USER_PAUSED.0), UNKNOWN);
        assert_eq!(wv2_interrupt_from_chromium(40), canceled);
        assert_eq!(wv2_interrupt_from_chromium(15), UNKNOWN);
        assert_eq!(wv2_interrupt_count(), Reason::all().len() as i32);
        assert_eq!(wv2_interrupt_language_count(), Language::all().len() as i32);
        assert_eq!(wv2_interrupt_language_direction(0), Direction::LEFT_TO_RIGHT.0);
    }

    #[test]
    fn texts_of_a_caller_are_read_up_to_their_nul() {
        let (name, tag) = (c"FileNoSpace", c"en-GB");
        let wide = |text: &CStr| text.to_bytes_with_nul().iter().map(|&byte| byte.into()).collect::<Vec<u16>>();
        // SAFETY: each text ends with a NUL.
        unsafe {
            assert_eq!(wv2_interrupt_from_name(name.as_ptr()), Reason::FILE_NO_SPACE.0);
            assert_eq!(wv2_interrupt_from_name_utf16(wide(name).as_ptr()), Reason::FILE_NO_SPACE.0);
            assert_eq!(wv2_interrupt_language_find(tag.as_ptr()), Language::ENGLISH.0);
            assert_eq!(wv2_interrupt_language_find_utf16(wide(tag).as_ptr()), Language::ENGLISH.0);
            assert_eq!(wv2_interrupt_from_name(core::ptr::null()), UNKNOWN);
            assert_eq!(wv2_interrupt_from_name_utf16(core::ptr::null()), UNKNOWN);
            assert_eq!(wv2_interrupt_language_find(core::ptr::null()), UNKNOWN);
            assert_eq!(wv2_interrupt_language_find_utf16(core::ptr::null()), UNKNOWN);
        }
    }

    #[test]
    fn a_row_needs_no_alignment_beyond_4() {
        let mut memory = [0u32; size_of::<DownloadRow>() / 4 + 1];
        let row = memory[1..].as_mut_ptr().cast::<Row>();
        let mut expected = DownloadRow::default();
        // SAFETY: there is room for a row, and NULL is taken too.
        let changed = unsafe {
            wv2_interrupt_row_state_changed(row, State::INTERRUPTED.0, Reason::FILE_NO_SPACE.0, 1, 5, 9);
            wv2_interrupt_row_bytes_received_changed(row, State::IN_PROGRESS.0, Reason::FILE_NO_SPACE.0, 0, 9, 9);
            wv2_interrupt_row_state_changed(core::ptr::null_mut(), State::COMPLETED.0, Reason::NONE.0, 0, 0, 0);
            wv2_interrupt_row_bytes_received_changed(
                core::ptr::null_mut(),
                State::COMPLETED.0,
                Reason::NONE.0,
                0,
                0,
                0,
            );
            row.cast::<DownloadRow>().read_unaligned()
        };
        expected.state_changed(State::INTERRUPTED, Reason::FILE_NO_SPACE, true, 5, 9);
        expected.bytes_received_changed(State::IN_PROGRESS, Reason::FILE_NO_SPACE, false, 9, 9);
        assert_eq!(changed, expected);
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
