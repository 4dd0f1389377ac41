//! The types of the C header. Their constants come from the table in core/: `cargo xtask header` puts them below these.
//!
//! What crosses is a plain `i32`, whose number is made a type of the library behind the border.

/// Why a download was interrupted: a value of WebView2's `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON`.
///
/// Every number is accepted. A number that is not listed here is "unknown", as is
/// `WV2_INTERRUPT_UNKNOWN`. Source of the numbers: the WebView2 SDK.
pub type Reason = i32;

/// Where an interruption came from.
pub type Category = i32;

/// What `Resume()` does for a reason, when `CanResume` is TRUE.
///
/// `CanResume` decides at run time; this only foretells. Source: Chromium's resumption policy.
pub type Recovery = i32;

/// What a program shows for a download at this moment, see `wv2_interrupt_outcome()`.
pub type Outcome = i32;

/// The button to offer beside a download, see `wv2_interrupt_action()`.
pub type Action = i32;

/// The state of a download: a value of WebView2's `COREWEBVIEW2_DOWNLOAD_STATE`.
///
/// Chromium's own state numbers are different ones and do not belong here.
pub type State = i32;

/// One unit of UTF-16.
pub type Char16 = u16;

/// How a language is written.
pub type Direction = i32;

/// A language of the texts: an index from 0, which is English, to `wv2_interrupt_language_count() - 1`.
///
/// It is valid for the loaded library only: store the tag, not the index.
pub type Language = i32;

/// What a list shows for one download: the caller's memory, all zero for a new download. The two functions whose
/// names begin with `wv2_interrupt_row_` keep it; read it, and leave the writing to them. The layout is fixed for ever.
#[repr(C)]
#[allow(dead_code)] // Its users are C programs.
pub struct Row {
    /// The bytes received, as last reported.
    pub received: i64,
    /// The bytes that there will be, as last reported; 0 or less is unknown.
    pub total: i64,
    /// What to show: a `WV2_INTERRUPT_OUTCOME_` constant, never `WV2_INTERRUPT_UNKNOWN`.
    pub outcome: Outcome,
    /// The reason to show; that of the failure, where a Cancel came after it.
    pub reason: Reason,
    /// The button to offer: a `WV2_INTERRUPT_ACTION_` constant.
    pub action: Action,
    /// 1 when nothing more may come from this operation, else 0.
    pub silent: i32,
}
