//! The table: one row a reason, and the row of every unknown code behind them.
//!
//! Codes, categories and the facts of the meanings: Microsoft's reference of
//! `CoreWebView2DownloadInterruptReason` and the WebView2 SDK. Recoveries: Chromium's resumption
//! policy. Chromium's numbers and names: its `download_interrupt_reason_values.h`.
//!
//! To add a code, add its row here, and its words to each file of `languages/`: whatever else is missing
//! does not compile, or a test names it.

use crate::codes::*;

/// Why a download was interrupted: a value of WebView2's `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON`.
///
/// Every number is accepted and kept. A number without a constant here is unknown to this version, and
/// every answer about it is a truthful general one. Source of the numbers: the WebView2 SDK.
///
/// ```
/// use wv2interrupt::{Language, Reason};
///
/// let reason = Reason::from(3);
/// assert_eq!(reason, Reason::FILE_NO_SPACE);
/// assert_eq!(reason.name(), "FileNoSpace");
/// assert_eq!(reason.label(Language::ENGLISH), "Disk full");
/// assert_eq!(format!("{:?}", Reason::from(57)), "Unknown (57)");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Reason(pub i32);

open!(Reason);

impl Reason {
    /// Every reason that this version knows, from 0.
    ///
    /// ```
    /// # use wv2interrupt::Reason;
    /// assert_eq!(Reason::all().len(), 30);
    /// ```
    #[inline]
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..COUNT as i32).map(Self)
    }

    /// Where the interruption came from. [`Category::UNKNOWN`] for an unknown reason.
    #[inline]
    pub fn category(self) -> Category {
        Category(facts(self).category.into())
    }

    /// What `Resume()` does when `CanResume` is TRUE. [`Recovery::UNKNOWN`] for an unknown reason.
    #[inline]
    pub fn recovery(self) -> Recovery {
        Recovery(facts(self).recovery.into())
    }

    /// The reason for one of Chromium's numbers, which CEF and a `History` database use, too. `None` for a
    /// number that Chromium does not use, and for 15, 32 and 51, for which WebView2 has no reason.
    ///
    /// ```
    /// # use wv2interrupt::Reason;
    /// assert_eq!(Reason::from_chromium(40), Some(Reason::USER_CANCELED));
    /// ```
    #[inline]
    pub fn from_chromium(code: i32) -> Option<Self> {
        Some(from_chromium(code)).filter(|&reason| reason != Self::UNKNOWN)
    }

    /// Chromium's number for the reason. `None` for an unknown reason, and for UserPaused, which Chromium
    /// does not have.
    #[inline]
    pub fn to_chromium(self) -> Option<i32> {
        Some(facts(self).chromium.into()).filter(|&code| code != UNKNOWN)
    }
}

const UNKNOWN: i32 = -1;

/// What is known of a reason.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Row {
    pub reason: Reason,
    /// `FILE_NO_SPACE`, from which the name is made.
    pub constant: &'static str,
    /// Of the SDK: `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE`.
    pub symbol: &'static str,
    pub category: Category,
    pub recovery: Recovery,
    /// What to show when the state is interrupted.
    pub if_interrupted: Outcome,
    /// The same reason in Chromium's numbering.
    pub chromium: i32,
    /// Chromium's name where it is another one than ours; else "".
    pub chromium_name: &'static str,
    /// For developers and logs, in English.
    pub description: &'static str,
}

/// `CONSTANT = code: category, recovery, outcome if interrupted, Chromium's code [and its own name];`, below the
/// description.
macro_rules! reasons {
    ($(
        $(#[doc = $description:literal])+
        $constant:ident = $code:literal: $category:ident, $recovery:ident, $outcome:ident, $chromium:literal $($name:ident)?;
    )+) => {
        impl Reason {
            $($(#[doc = $description])+ pub const $constant: Self = Self($code);)+
        }

        /// The table, and the unknown row.
        pub const ROWS: [Row; [$($code),+].len() + 1] = [
            $(Row {
                reason: Reason::$constant,
                constant: stringify!($constant),
                symbol: concat!("COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_", stringify!($constant)),
                category: Category::$category,
                recovery: Recovery::$recovery,
                if_interrupted: Outcome::$outcome,
                chromium: $chromium,
                chromium_name: concat!($(stringify!($name))?),
                description: without_first_space(concat!($($description),+)),
            },)+
            Row {
                reason: Reason::UNKNOWN,
                constant: "UNKNOWN",
                symbol: "UNKNOWN",
                category: Category::UNKNOWN,
                recovery: Recovery::UNKNOWN,
                if_interrupted: Outcome::FAILED,
                chromium: UNKNOWN,
                chromium_name: "",
                description: "The code is not known to this version of wv2interrupt. Keep the number, and look it up in \
                    the documentation of the WebView2 SDK.",
            },
        ];
    };
}

reasons! {
    /// No interrupt reason: the download has not been interrupted.
    NONE = 0: NONE, NONE, FAILED, 0;
    /// Generic file error: no more specific file reason applies.
    FILE_FAILED = 1: FILE, RESTART, FAILED, 1;
    /// Access denied: security restrictions did not allow access to the file.
    FILE_ACCESS_DENIED = 2: FILE, RESTART, FAILED, 2;
    /// The disk is full. The user can free some space or choose another location for the file.
    FILE_NO_SPACE = 3: FILE, RESUME, FAILED, 3;
    /// The full path of the file, file name included, is too long.
    FILE_NAME_TOO_LONG = 4: FILE, RESTART, FAILED, 5;
    /// The file is too large for the file system.
    FILE_TOO_LARGE = 5: FILE, RESTART, FAILED, 6;
    /// Microsoft Defender SmartScreen detected a virus in the file.
    FILE_MALICIOUS = 6: FILE, NONE, BLOCKED, 7 FILE_VIRUS_INFECTED;
    /// Transient file error: the file was in use, too many files were open, or memory ran out.
    FILE_TRANSIENT_ERROR = 7: FILE, AUTO_RESUME, FAILED, 10;
    /// The file was blocked by local policy.
    FILE_BLOCKED_BY_POLICY = 8: FILE, NONE, BLOCKED, 11 FILE_BLOCKED;
    /// The security check itself failed unexpectedly: Microsoft Defender SmartScreen could not scan the file. This
    /// is no verdict on the file.
    FILE_SECURITY_CHECK_FAILED = 9: FILE, NONE, BLOCKED, 12;
    /// While the download was being resumed, a seek went past the end of the partial file: it did not exist or was
    /// shorter than expected. The partial file was truncated or deleted; the download restarts automatically.
    FILE_TOO_SHORT = 10: FILE, AUTO_RESTART, FAILED, 13;
    /// The partial file did not match the expected hash and was deleted; the download restarts automatically.
    FILE_HASH_MISMATCH = 11: FILE, AUTO_RESTART, FAILED, 14;
    /// Generic network error: no more specific network reason applies. The user can retry the download manually.
    NETWORK_FAILED = 12: NETWORK, RESUME, FAILED, 20;
    /// A network operation timed out.
    NETWORK_TIMEOUT = 13: NETWORK, AUTO_RESUME, FAILED, 21;
    /// The network connection was lost. The user can retry the download manually.
    NETWORK_DISCONNECTED = 14: NETWORK, RESUME, FAILED, 22;
    /// The server has gone down. The user can retry the download manually.
    NETWORK_SERVER_DOWN = 15: NETWORK, RESUME, FAILED, 23;
    /// The network request was invalid: the original or a redirected URI is invalid, has an unsupported scheme, or
    /// is disallowed by network policy.
    NETWORK_INVALID_REQUEST = 16: NETWORK, NONE, FAILED, 24;
    /// Generic server error: no more specific server reason applies. The user can retry the download manually.
    SERVER_FAILED = 17: SERVER, RESUME, FAILED, 30;
    /// The server does not support range requests.
    SERVER_NO_RANGE = 18: SERVER, AUTO_RESTART, FAILED, 31;
    /// The server does not have the requested data.
    SERVER_BAD_CONTENT = 19: SERVER, NONE, FAILED, 33;
    /// The server did not authorize access to the resource.
    SERVER_UNAUTHORIZED = 20: SERVER, NONE, FAILED, 34;
    /// There was a problem with the server's certificate.
    SERVER_CERTIFICATE_PROBLEM = 21: SERVER, NONE, FAILED, 35 SERVER_CERT_PROBLEM;
    /// Access was forbidden by the server.
    SERVER_FORBIDDEN = 22: SERVER, NONE, FAILED, 36;
    /// The response was unexpected: the server that answered may not be the intended one. The user can retry the
    /// download manually.
    SERVER_UNEXPECTED_RESPONSE = 23: SERVER, RESUME, FAILED, 37 SERVER_UNREACHABLE;
    /// The server sent fewer bytes than its Content-Length header announced: the header may be invalid, or the
    /// connection may have closed. According to Microsoft's documentation the download is treated as complete
    /// unless strong validators (RFC 7232, section 2) are present; Chromium 156 was observed to retry it and then
    /// to interrupt it without them too.
    SERVER_CONTENT_LENGTH_MISMATCH = 24: SERVER, AUTO_RESUME, FAILED, 38;
    /// There was an unexpected cross-origin redirect.
    SERVER_CROSS_ORIGIN_REDIRECT = 25: SERVER, NONE, FAILED, 39;
    /// According to Microsoft's documentation the user canceled the download. The engine was observed to report it
    /// too when a program calls Cancel(), and for a download given up before it began.
    USER_CANCELED = 26: USER, NONE, CANCELED, 40;
    /// The user shut down the WebView. According to Microsoft's documentation, resuming a download after a shutdown
    /// is not yet supported.
    USER_SHUTDOWN = 27: USER, NONE, CANCELED, 41;
    /// The user paused the download.
    USER_PAUSED = 28: USER, RESUME, PAUSED, -1;
    /// The WebView crashed.
    DOWNLOAD_PROCESS_CRASHED = 29: PROCESS, RESUME, FAILED, 50 CRASH;
}

/// How many codes there are: one more than the highest.
pub const COUNT: usize = ROWS.len() - 1;

/// Everything about a reason that is a number, packed for the look-ups.
#[derive(Clone, Copy)]
pub struct Facts {
    category: i8,
    recovery: i8,
    pub if_interrupted: i8,
    chromium: i8,
}

/// The facts of a code; of the unknown row for every code that is not in the table. A negative code is a very large
/// unsigned one.
pub fn facts(reason: Reason) -> Facts {
    FACTS.get(reason.0 as u32 as usize).copied().unwrap_or(UNKNOWN_FACTS)
}

/// The row of a code. A negative code is a very large unsigned one, and so unknown.
pub fn row(reason: Reason) -> usize {
    (reason.0 as u32).min(COUNT as u32) as usize
}

fn from_chromium(code: i32) -> Reason {
    Reason(match FROM_CHROMIUM.get(code as u32 as usize) {
        Some(&reason) => reason.into(),
        None => UNKNOWN,
    })
}

const UNKNOWN_FACTS: Facts = Facts::of(&ROWS[COUNT]);

static FACTS: [Facts; COUNT] = {
    let (mut facts, mut i) = ([UNKNOWN_FACTS; COUNT], 0);
    while i < COUNT {
        facts[i] = Facts::of(&ROWS[i]);
        i += 1;
    }
    facts
};

impl Facts {
    const fn of(row: &Row) -> Self {
        Self {
            category: row.category.0 as i8,
            recovery: row.recovery.0 as i8,
            if_interrupted: row.if_interrupted.0 as i8,
            chromium: row.chromium as i8,
        }
    }
}

static FROM_CHROMIUM: [i8; 51] = {
    let mut reasons = [UNKNOWN as i8; 51];
    let mut i = 0;
    while i < ROWS.len() {
        if ROWS[i].chromium != UNKNOWN {
            reasons[ROWS[i].chromium as usize] = i as i8;
        }
        i += 1;
    }
    reasons
};

/// Each line of a comment begins with a space.
const fn without_first_space(text: &str) -> &str {
    match core::str::from_utf8(text.as_bytes().split_at(1).1) {
        Ok(rest) => rest,
        Err(_) => panic!("a comment begins with a space"),
    }
}

const _: () = check(&ROWS);

const fn check(rows: &[Row]) {
    let mut i = 0;
    while i < rows.len() {
        assert!(rows[i].reason.0 == if i < rows.len() - 1 { i as i32 } else { UNKNOWN }, "row i must have code i");
        i += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "row i must have code i")]
    fn rows_stand_in_order() {
        let mut rows = ROWS;
        rows.swap(28, 29);
        check(&rows);
    }

    #[test]
    #[should_panic(expected = "row i must have code i")]
    fn the_unknown_row_comes_last() {
        check(&ROWS[..COUNT]);
    }

    #[test]
    fn a_meaning_is_one_text() {
        assert_eq!(
            ROWS[3].description,
            "The disk is full. The user can free some space or choose another location for the file."
        );
        assert!(ROWS.iter().all(|row| row.description.ends_with('.') && !row.description.contains("  ")));
    }
}
