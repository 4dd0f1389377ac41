//! The judgement that a host asks for: what to show for a download, and which button to offer.

use crate::codes::*;
use crate::reasons::{Reason, facts};

impl Outcome {
    /// What to show for a download at this moment. The state decides first: a reason is not cleared when
    /// a transfer goes on, and a completed download may still carry one.
    ///
    /// For an unknown reason: FAILED when interrupted, IN_PROGRESS when in progress, COMPLETED when completed.
    /// [`Outcome::UNKNOWN`] for an unknown state, whatever the reason. A list of downloads wants
    /// [`DownloadRow`](crate::DownloadRow), which remembers what one report cannot tell.
    #[inline(never)]
    pub fn of(state: State, reason: Reason) -> Self {
        match state {
            State::COMPLETED => Self::COMPLETED,
            State::INTERRUPTED => Self(facts(reason).if_interrupted.into()),
            State::IN_PROGRESS => match reason.recovery() {
                Recovery::AUTO_RESUME | Recovery::AUTO_RESTART => Self::RECOVERING,
                _ => Self::IN_PROGRESS,
            },
            _ => Self::UNKNOWN,
        }
    }

    /// The button to offer. `can_resume` is the operation's `CanResume`.
    ///
    /// FAILED that can be resumed is [`Action::RESUME`] where the recovery is RESUME or AUTO_RESUME, else
    /// [`Action::RETRY`], for an unknown reason too. [`Action::PAUSE`] for an unknown outcome, as for a download in
    /// progress.
    #[inline(never)]
    pub fn action(self, reason: Reason, can_resume: bool) -> Action {
        match self {
            Self::COMPLETED => Action::OPEN,
            Self::PAUSED if can_resume => Action::RESUME,
            Self::PAUSED | Self::RECOVERING | Self::BLOCKED => Action::NONE,
            Self::FAILED if can_resume => match reason.recovery() {
                Recovery::RESUME | Recovery::AUTO_RESUME => Action::RESUME,
                _ => Action::RETRY,
            },
            Self::FAILED | Self::CANCELED => Action::DOWNLOAD_AGAIN,
            Self::FINISHING => Action::SHOW_DOWNLOADS,
            _ => Action::PAUSE,
        }
    }
}
