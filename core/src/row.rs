//! What the row of one download shows over time: what a single report cannot tell.

use crate::codes::*;
use crate::reasons::Reason;

/// One download in a list. A new row is all zero: `DownloadRow::default()`.
///
/// Tell it what the operation says of itself: [`state_changed`](Self::state_changed) when the operation begins and
/// at each `StateChanged`, [`bytes_received_changed`](Self::bytes_received_changed) at each `BytesReceivedChanged`.
/// A new operation that takes the place of another gets a new row.
///
/// ```
/// use wv2interrupt::{Action, DownloadRow, Language, Outcome, Reason, State};
///
/// let mut row = DownloadRow::default();
/// row.state_changed(State::IN_PROGRESS, Reason::NONE, false, 0, 9000);
/// row.bytes_received_changed(State::IN_PROGRESS, Reason::NONE, false, 4096, 9000);
/// assert_eq!(row.action(), Action::PAUSE);
///
/// row.state_changed(State::INTERRUPTED, Reason::FILE_NO_SPACE, true, 4096, 9000);
/// assert_eq!(row.outcome(), Outcome::FAILED);
/// assert_eq!(row.status_label(Language::ENGLISH), "Disk full");
/// assert_eq!(row.action().label(Language::ENGLISH), "Resume");
/// ```
// The layout is that of `wv2_interrupt_row_t`, fixed for ever; on the stack of a 32-bit C program it is aligned to 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C, packed(4))]
pub struct DownloadRow {
    received: i64,
    total: i64,
    outcome: Outcome,
    reason: Reason,
    action: Action,
    silent: i32,
}

#[derive(Clone, Copy, PartialEq)]
enum Event {
    StateChanged,
    BytesReceivedChanged,
}

/// What an operation says of itself.
#[derive(Clone, Copy)]
struct Report {
    state: State,
    reason: Reason,
    can_resume: bool,
    received: i64,
    total: i64,
}

impl Report {
    fn is_over(&self) -> bool {
        matches!(self.state, State::INTERRUPTED | State::COMPLETED)
    }

    fn has_all_bytes(&self) -> bool {
        self.total > 0 && self.received >= self.total
    }

    /// After a restart fewer bytes are progress, too.
    fn has_moved(&self, before: &DownloadRow) -> bool {
        self.received > 0 && self.received != before.received
    }
}

impl DownloadRow {
    /// Takes what the operation says of itself when it begins, and at each `StateChanged`.
    ///
    /// [`State::UNKNOWN`] means that the state could not be read: nothing changes. Any other state that is not known
    /// reads as [`State::IN_PROGRESS`], and never as a retry.
    #[inline]
    pub fn state_changed(&mut self, state: State, reason: Reason, can_resume: bool, received: i64, total: i64) {
        self.tell(Event::StateChanged, Report { state, reason, can_resume, received, total });
    }

    /// Takes what the operation says of itself at each `BytesReceivedChanged`. As
    /// [`state_changed`](Self::state_changed) where the state is interrupted or completed: its event may come first, or
    /// alone. In progress, bytes that move make the outcome IN_PROGRESS, or FINISHING when all are there; otherwise it
    /// and the reason stay.
    ///
    /// [`State::UNKNOWN`] means that the state could not be read: nothing changes. Any other state that is not known
    /// reads as [`State::IN_PROGRESS`].
    #[inline]
    pub fn bytes_received_changed(
        &mut self,
        state: State,
        reason: Reason,
        can_resume: bool,
        received: i64,
        total: i64,
    ) {
        self.tell(Event::BytesReceivedChanged, Report { state, reason, can_resume, received, total });
    }

    #[inline(never)]
    fn tell(&mut self, event: Event, mut report: Report) {
        if report.state == State::UNKNOWN {
            return;
        }
        let before = *self;
        self.silent = before.is_silent_after(event, &report).into();
        // The event for bytes may come before that for the state, or alone.
        if event == Event::StateChanged || report.is_over() {
            report.can_resume &= self.judge(&report);
        } else if report.has_moved(&before) {
            self.outcome = Outcome::IN_PROGRESS;
        }
        if !report.is_over() {
            self.outcome = match self.outcome {
                Outcome::IN_PROGRESS | Outcome::RECOVERING | Outcome::FINISHING if report.has_all_bytes() => {
                    Outcome::FINISHING
                }
                Outcome::FINISHING => Outcome::IN_PROGRESS,
                other => other,
            };
        }
        self.received = report.received;
        self.total = report.total;
        self.action = self.outcome.action(self.reason, report.can_resume);
    }

    /// False where a Cancel came after a failure: it replaces the reason, and the person wants to know of the failure.
    fn judge(&mut self, report: &Report) -> bool {
        let judged = match Outcome::of(report.state, report.reason) {
            Outcome::UNKNOWN => Outcome::IN_PROGRESS,
            judged => judged,
        };
        if judged == Outcome::CANCELED && matches!(self.outcome, Outcome::FAILED | Outcome::BLOCKED) {
            return false;
        }
        self.outcome = judged;
        self.reason = report.reason;
        true
    }

    /// The engine goes quiet when it is in progress with a reason and cannot be resumed: nothing more may come from
    /// this operation, and the retry as another one.
    fn is_silent_after(&self, event: Event, report: &Report) -> bool {
        let is_quiet = report.state == State::IN_PROGRESS && !report.can_resume && !report.has_moved(self);
        let begins = event == Event::StateChanged
            && report.reason.0 > 0
            && report.reason.category() != Category::USER
            && !matches!(self.outcome, Outcome::PAUSED | Outcome::FAILED | Outcome::BLOCKED);
        is_quiet && (begins || self.is_silent())
    }

    /// What to show now. Never [`Outcome::UNKNOWN`].
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The reason to show; that of the failure, where a Cancel came after it. It is not cleared when a transfer goes
    /// on.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// The button to offer.
    pub fn action(&self) -> Action {
        self.action
    }

    /// The bytes received, as last reported.
    pub fn received(&self) -> i64 {
        self.received
    }

    /// The bytes that there will be, as last reported. 0 or less is unknown.
    pub fn total(&self) -> i64 {
        self.total
    }

    /// Whether nothing more may come from this operation: it is in progress with a reason, and cannot be resumed. The
    /// engine may then try again as another operation for the same address, which may take this row's place.
    pub fn is_silent(&self) -> bool {
        self.silent != 0
    }

    /// Whether `Cancel()` is meaningful; where it is not, a list offers to remove the row.
    pub fn can_cancel(&self) -> bool {
        matches!(self.outcome, Outcome::IN_PROGRESS | Outcome::RECOVERING | Outcome::FINISHING | Outcome::PAUSED)
            || matches!(self.action, Action::RESUME | Action::RETRY)
    }

    /// The words of the row: as [`Outcome::status_label`].
    #[inline]
    pub fn status_label(&self, language: Language) -> &'static str {
        self.outcome.status_label(self.reason, language)
    }

    /// [`status_label`](Self::status_label) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn status_label_utf16(&self, language: Language) -> &'static [u16] {
        self.outcome.status_label_utf16(self.reason, language)
    }

    /// What happened, below the row, or `""`: as [`Outcome::status_message`].
    #[inline]
    pub fn status_message(&self, language: Language) -> &'static str {
        self.outcome.status_message(self.reason, language)
    }

    /// [`status_message`](Self::status_message) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn status_message_utf16(&self, language: Language) -> &'static [u16] {
        self.outcome.status_message_utf16(self.reason, language)
    }

    /// What can be done, below the row, or `""`: as [`Outcome::status_advice`].
    #[inline]
    pub fn status_advice(&self, language: Language) -> &'static str {
        self.outcome.status_advice(self.reason, language)
    }

    /// [`status_advice`](Self::status_advice) in UTF-16, with a NUL at its end.
    #[inline]
    pub fn status_advice_utf16(&self, language: Language) -> &'static [u16] {
        self.outcome.status_advice_utf16(self.reason, language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(outcome: Outcome, reason: Reason) -> DownloadRow {
        DownloadRow { outcome, reason, ..DownloadRow::default() }
    }

    #[test]
    fn a_row_is_what_c_has() {
        assert_eq!((size_of::<DownloadRow>(), align_of::<DownloadRow>()), (32, 4));
        assert_eq!(DownloadRow::default().outcome(), Outcome::IN_PROGRESS);
    }

    #[test]
    fn a_state_that_could_not_be_read_changes_nothing() {
        let before = row(Outcome::FAILED, Reason::FILE_NO_SPACE);
        let mut after = before;
        after.state_changed(State::UNKNOWN, Reason::NONE, true, 7, 7);
        after.bytes_received_changed(State::UNKNOWN, Reason::NONE, true, 7, 7);
        assert_eq!(after, before);
    }

    #[test]
    fn a_row_has_the_bytes_and_the_words() {
        let mut row = DownloadRow::default();
        row.state_changed(State::INTERRUPTED, Reason::FILE_NO_SPACE, true, 5, 9);
        assert_eq!((row.received(), row.total()), (5, 9));
        for language in Language::all() {
            let words = |reason: Reason| [reason.label(language), reason.message(language), reason.advice(language)];
            let shown = [row.status_label(language), row.status_message(language), row.status_advice(language)];
            assert_eq!(shown, words(Reason::FILE_NO_SPACE));
        }
    }

    #[test]
    fn a_failure_outlives_a_cancel() {
        let mut row = DownloadRow::default();
        row.state_changed(State::INTERRUPTED, Reason::NETWORK_FAILED, true, 5, 9);
        assert_eq!((row.action(), row.can_cancel()), (Action::RESUME, true));
        row.state_changed(State::INTERRUPTED, Reason::USER_CANCELED, true, 5, 9);
        assert_eq!((row.outcome(), row.reason()), (Outcome::FAILED, Reason::NETWORK_FAILED));
        assert_eq!((row.action(), row.can_cancel()), (Action::DOWNLOAD_AGAIN, false));
    }

    #[test]
    fn all_bytes_and_not_complete_is_finishing() {
        let mut row = DownloadRow::default();
        row.bytes_received_changed(State::IN_PROGRESS, Reason::NONE, false, 9, 9);
        assert_eq!((row.outcome(), row.action()), (Outcome::FINISHING, Action::SHOW_DOWNLOADS));
        row.bytes_received_changed(State::IN_PROGRESS, Reason::NONE, false, 9, 10);
        assert_eq!(row.outcome(), Outcome::IN_PROGRESS);
        row.state_changed(State::COMPLETED, Reason::NONE, false, 10, 10);
        assert_eq!((row.outcome(), row.action()), (Outcome::COMPLETED, Action::OPEN));
    }

    #[test]
    fn silence_begins_with_a_reason_and_ends_with_bytes() {
        let mut row = DownloadRow::default();
        row.state_changed(State::IN_PROGRESS, Reason::NETWORK_TIMEOUT, false, 0, 9);
        assert!(row.is_silent());
        row.bytes_received_changed(State::IN_PROGRESS, Reason::NETWORK_TIMEOUT, false, 0, 9);
        assert!(row.is_silent());
        row.bytes_received_changed(State::IN_PROGRESS, Reason::NETWORK_TIMEOUT, false, 4, 9);
        assert!(!row.is_silent());
    }

    #[test]
    fn a_pause_is_not_silence() {
        for outcome in [Outcome::PAUSED, Outcome::FAILED, Outcome::BLOCKED] {
            let mut row = row(outcome, Reason::NONE);
            row.state_changed(State::IN_PROGRESS, Reason::NETWORK_TIMEOUT, false, 0, 9);
            assert!(!row.is_silent(), "{outcome}");
        }
    }
}
