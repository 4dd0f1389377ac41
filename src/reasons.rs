//! The table: one row a reason, and the row of every unknown code behind them.
//!
//! Codes, categories and the facts of the descriptions: Microsoft's reference of
//! `CoreWebView2DownloadInterruptReason` and the WebView2 SDK. Recoveries: Chromium's resumption
//! policy. Chromium's numbers and names: its `download_interrupt_reason_values.h`.
//!
//! What people read of a reason is in `languages/`, one file a language.
//!
//! To add a code, add its constant to `codes.rs` and its row here: whatever else is missing does not
//! compile or fails a test that names it.

use crate::codes::*;

pub struct Row {
    pub code: Reason,
    /// The .NET and WinRT name. The SDK's symbol is derived from it.
    pub name: &'static str,
    pub category: Category,
    pub recovery: Recovery,
    /// What to show when the state is interrupted.
    pub if_interrupted: Outcome,
    pub chromium: Chromium,
    /// For developers and logs, in English.
    pub description: &'static str,
}

/// The same reason in Chromium's numbering.
pub struct Chromium {
    pub code: i32,
    /// Chromium's name where it is another one than ours, written like ours; else "".
    pub name: &'static str,
}

const fn same(code: i32) -> Chromium {
    Chromium { code, name: "" }
}

const fn renamed(code: i32, name: &'static str) -> Chromium {
    Chromium { code, name }
}

/// How many codes there are: one more than the highest.
pub const COUNT: usize = ROWS.len() - 1;

pub const ROWS: [Row; 31] = [
    Row {
        code: REASON_NONE,
        name: "None",
        category: CATEGORY_NONE,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(0),
        description: "No interrupt reason: the download has not been interrupted.",
    },
    Row {
        code: REASON_FILE_FAILED,
        name: "FileFailed",
        category: CATEGORY_FILE,
        recovery: RECOVERY_RESTART,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(1),
        description: "Generic file error: no more specific file reason applies.",
    },
    Row {
        code: REASON_FILE_ACCESS_DENIED,
        name: "FileAccessDenied",
        category: CATEGORY_FILE,
        recovery: RECOVERY_RESTART,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(2),
        description: "Access denied: security restrictions did not allow access to the file.",
    },
    Row {
        code: REASON_FILE_NO_SPACE,
        name: "FileNoSpace",
        category: CATEGORY_FILE,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(3),
        description: "The disk is full. The user can free some space or choose another location for the \
            file.",
    },
    Row {
        code: REASON_FILE_NAME_TOO_LONG,
        name: "FileNameTooLong",
        category: CATEGORY_FILE,
        recovery: RECOVERY_RESTART,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(5),
        description: "The full path of the file, file name included, is too long.",
    },
    Row {
        code: REASON_FILE_TOO_LARGE,
        name: "FileTooLarge",
        category: CATEGORY_FILE,
        recovery: RECOVERY_RESTART,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(6),
        description: "The file is too large for the file system.",
    },
    Row {
        code: REASON_FILE_MALICIOUS,
        name: "FileMalicious",
        category: CATEGORY_FILE,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_BLOCKED,
        chromium: renamed(7, "FileVirusInfected"),
        description: "Microsoft Defender SmartScreen detected a virus in the file.",
    },
    Row {
        code: REASON_FILE_TRANSIENT_ERROR,
        name: "FileTransientError",
        category: CATEGORY_FILE,
        recovery: RECOVERY_AUTO_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(10),
        description: "Transient file error: the file was in use, too many files were open, or memory ran \
            out.",
    },
    Row {
        code: REASON_FILE_BLOCKED_BY_POLICY,
        name: "FileBlockedByPolicy",
        category: CATEGORY_FILE,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_BLOCKED,
        chromium: renamed(11, "FileBlocked"),
        description: "The file was blocked by local policy.",
    },
    Row {
        code: REASON_FILE_SECURITY_CHECK_FAILED,
        name: "FileSecurityCheckFailed",
        category: CATEGORY_FILE,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_BLOCKED,
        chromium: same(12),
        description: "The security check itself failed unexpectedly: Microsoft Defender SmartScreen \
            could not scan the file. This is no verdict on the file.",
    },
    Row {
        code: REASON_FILE_TOO_SHORT,
        name: "FileTooShort",
        category: CATEGORY_FILE,
        recovery: RECOVERY_AUTO_RESTART,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(13),
        description: "While the download was being resumed, a seek went past the end of the partial \
            file: it did not exist or was shorter than expected. The partial file was \
            truncated or deleted; the download restarts automatically.",
    },
    Row {
        code: REASON_FILE_HASH_MISMATCH,
        name: "FileHashMismatch",
        category: CATEGORY_FILE,
        recovery: RECOVERY_AUTO_RESTART,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(14),
        description: "The partial file did not match the expected hash and was deleted; the download \
            restarts automatically.",
    },
    Row {
        code: REASON_NETWORK_FAILED,
        name: "NetworkFailed",
        category: CATEGORY_NETWORK,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(20),
        description: "Generic network error: no more specific network reason applies. The user can retry \
            the download manually.",
    },
    Row {
        code: REASON_NETWORK_TIMEOUT,
        name: "NetworkTimeout",
        category: CATEGORY_NETWORK,
        recovery: RECOVERY_AUTO_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(21),
        description: "A network operation timed out.",
    },
    Row {
        code: REASON_NETWORK_DISCONNECTED,
        name: "NetworkDisconnected",
        category: CATEGORY_NETWORK,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(22),
        description: "The network connection was lost. The user can retry the download manually.",
    },
    Row {
        code: REASON_NETWORK_SERVER_DOWN,
        name: "NetworkServerDown",
        category: CATEGORY_NETWORK,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(23),
        description: "The server has gone down. The user can retry the download manually.",
    },
    Row {
        code: REASON_NETWORK_INVALID_REQUEST,
        name: "NetworkInvalidRequest",
        category: CATEGORY_NETWORK,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(24),
        description: "The network request was invalid: the original or a redirected URI is invalid, has \
            an unsupported scheme, or is disallowed by network policy.",
    },
    Row {
        code: REASON_SERVER_FAILED,
        name: "ServerFailed",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(30),
        description: "Generic server error: no more specific server reason applies. The user can retry \
            the download manually.",
    },
    Row {
        code: REASON_SERVER_NO_RANGE,
        name: "ServerNoRange",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_AUTO_RESTART,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(31),
        description: "The server does not support range requests.",
    },
    Row {
        code: REASON_SERVER_BAD_CONTENT,
        name: "ServerBadContent",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(33),
        description: "The server does not have the requested data.",
    },
    Row {
        code: REASON_SERVER_UNAUTHORIZED,
        name: "ServerUnauthorized",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(34),
        description: "The server did not authorize access to the resource.",
    },
    Row {
        code: REASON_SERVER_CERTIFICATE_PROBLEM,
        name: "ServerCertificateProblem",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_FAILED,
        chromium: renamed(35, "ServerCertProblem"),
        description: "There was a problem with the server's certificate.",
    },
    Row {
        code: REASON_SERVER_FORBIDDEN,
        name: "ServerForbidden",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(36),
        description: "Access was forbidden by the server.",
    },
    Row {
        code: REASON_SERVER_UNEXPECTED_RESPONSE,
        name: "ServerUnexpectedResponse",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: renamed(37, "ServerUnreachable"),
        description: "The response was unexpected: the server that answered may not be the intended one. \
            The user can retry the download manually.",
    },
    Row {
        code: REASON_SERVER_CONTENT_LENGTH_MISMATCH,
        name: "ServerContentLengthMismatch",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_AUTO_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(38),
        description: "The server sent fewer bytes than its Content-Length header announced: the header \
            may be invalid, or the connection may have closed. According to Microsoft's \
            documentation the download is treated as complete unless strong validators (RFC \
            7232, section 2) are present; Chromium 156 was observed to retry it and then to \
            interrupt it without them too.",
    },
    Row {
        code: REASON_SERVER_CROSS_ORIGIN_REDIRECT,
        name: "ServerCrossOriginRedirect",
        category: CATEGORY_SERVER,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(39),
        description: "There was an unexpected cross-origin redirect.",
    },
    Row {
        code: REASON_USER_CANCELED,
        name: "UserCanceled",
        category: CATEGORY_USER,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_CANCELED,
        chromium: same(40),
        description: "According to Microsoft's documentation the user canceled the download. The engine \
            was observed to report it too when a program calls Cancel(), and for a download \
            given up before it began.",
    },
    Row {
        code: REASON_USER_SHUTDOWN,
        name: "UserShutdown",
        category: CATEGORY_USER,
        recovery: RECOVERY_NONE,
        if_interrupted: OUTCOME_CANCELED,
        chromium: same(41),
        description: "The user shut down the WebView. According to Microsoft's documentation, resuming a download \
            after a shutdown is not yet supported.",
    },
    Row {
        code: REASON_USER_PAUSED,
        name: "UserPaused",
        category: CATEGORY_USER,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_PAUSED,
        chromium: same(UNKNOWN),
        description: "The user paused the download.",
    },
    Row {
        code: REASON_DOWNLOAD_PROCESS_CRASHED,
        name: "DownloadProcessCrashed",
        category: CATEGORY_PROCESS,
        recovery: RECOVERY_RESUME,
        if_interrupted: OUTCOME_FAILED,
        chromium: renamed(50, "Crash"),
        description: "The WebView crashed.",
    },
    Row {
        code: UNKNOWN,
        name: "Unknown",
        category: UNKNOWN,
        recovery: UNKNOWN,
        if_interrupted: OUTCOME_FAILED,
        chromium: same(UNKNOWN),
        description: "The code is not known to this version of wv2interrupt. Keep the number, and look it up in \
            the documentation of the WebView2 SDK.",
    },
];

/// The rows that have another name in Chromium.
pub const RENAMED: [u8; 5] = {
    let (mut renamed, mut i, mut row) = ([0; 5], 0, 0);
    while row < ROWS.len() {
        if !ROWS[row].chromium.name.is_empty() {
            renamed[i] = row as u8;
            i += 1;
        }
        row += 1;
    }
    assert!(i == renamed.len(), "a row with another name is missing here");
    renamed
};

/// Everything about a reason that is a number, packed for the look-ups.
#[derive(Clone, Copy)]
pub struct Facts {
    pub category: i8,
    pub recovery: i8,
    pub if_interrupted: i8,
    pub chromium: i8,
}

/// The facts of a code; of the unknown row for every code that is not in the table.
pub fn facts(reason: Reason) -> Facts {
    FACTS[row(reason)]
}

/// The row of a code. A negative code is a very large unsigned one, and so unknown.
pub fn row(reason: Reason) -> usize {
    (reason as u32).min(COUNT as u32) as usize
}

pub fn from_chromium(code: i32) -> Reason {
    match FROM_CHROMIUM.get(code as u32 as usize) {
        Some(&reason) => reason.into(),
        None => UNKNOWN,
    }
}

static FACTS: [Facts; ROWS.len()] = {
    let unknown = Facts { category: -1, recovery: -1, if_interrupted: -1, chromium: -1 };
    let mut facts = [unknown; ROWS.len()];
    let mut i = 0;
    while i < ROWS.len() {
        facts[i] = Facts {
            category: ROWS[i].category as i8,
            recovery: ROWS[i].recovery as i8,
            if_interrupted: ROWS[i].if_interrupted as i8,
            chromium: ROWS[i].chromium.code as i8,
        };
        i += 1;
    }
    facts
};

static FROM_CHROMIUM: [i8; 51] = {
    let mut reasons = [UNKNOWN as i8; 51];
    let mut i = 0;
    while i < ROWS.len() {
        if ROWS[i].chromium.code != UNKNOWN {
            reasons[ROWS[i].chromium.code as usize] = i as i8;
        }
        i += 1;
    }
    reasons
};

const _: () = check(&ROWS);

const fn check(rows: &[Row]) {
    let mut i = 0;
    while i < rows.len() {
        let row = &rows[i];
        assert!(row.code == if i < rows.len() - 1 { i as i32 } else { UNKNOWN }, "row i must have code i");
        assert!(!row.name.is_empty() && !row.description.is_empty(), "a row has no name or description");
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
    #[should_panic(expected = "a row has no name or description")]
    fn a_row_has_a_name() {
        let mut rows = ROWS;
        rows[COUNT].name = "";
        check(&rows);
    }

    #[test]
    #[should_panic(expected = "a row has no name or description")]
    fn a_row_has_a_description() {
        let mut rows = ROWS;
        rows[COUNT].description = "";
        check(&rows);
    }
}
