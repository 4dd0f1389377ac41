//! The vocabulary: every type and every constant of the C header, in its order.
//!
//! The constants are literals because the header generator drops everything else; the comment of a
//! reason is its description in the table, word for word. Tests hold both to the table.

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

/// The state of a download: a value of WebView2's `COREWEBVIEW2_DOWNLOAD_STATE`.
///
/// Chromium's own state numbers are different ones and do not belong here.
pub type State = i32;

/// A language of the texts: an index from 0, which is English, to `wv2_interrupt_language_count() - 1`.
///
/// It is valid for the loaded library only: store the tag, not the index.
pub type Language = i32;

/// One unit of UTF-16.
pub type Char16 = u16;

/// The "unknown" of every type of this header, and of every function that returns one.
pub const UNKNOWN: i32 = -1;

/// ---- No reason ----
///
/// No interrupt reason: the download has not been interrupted.
pub const REASON_NONE: Reason = 0;

/// ---- File: on this computer ----
///
/// Generic file error: no more specific file reason applies.
pub const REASON_FILE_FAILED: Reason = 1;
/// Access denied: security restrictions did not allow access to the file.
pub const REASON_FILE_ACCESS_DENIED: Reason = 2;
/// The disk is full. The user can free some space or choose another location for the file.
pub const REASON_FILE_NO_SPACE: Reason = 3;
/// The full path of the file, file name included, is too long.
pub const REASON_FILE_NAME_TOO_LONG: Reason = 4;
/// The file is too large for the file system.
pub const REASON_FILE_TOO_LARGE: Reason = 5;
/// Microsoft Defender SmartScreen detected a virus in the file.
pub const REASON_FILE_MALICIOUS: Reason = 6;
/// Transient file error: the file was in use, too many files were open, or memory ran out.
pub const REASON_FILE_TRANSIENT_ERROR: Reason = 7;
/// The file was blocked by local policy.
pub const REASON_FILE_BLOCKED_BY_POLICY: Reason = 8;
/// The security check itself failed unexpectedly: Microsoft Defender SmartScreen could not scan the
/// file. This is no verdict on the file.
pub const REASON_FILE_SECURITY_CHECK_FAILED: Reason = 9;
/// While the download was being resumed, a seek went past the end of the partial file: it did not
/// exist or was shorter than expected. The partial file was truncated or deleted; the download
/// restarts automatically.
pub const REASON_FILE_TOO_SHORT: Reason = 10;
/// The partial file did not match the expected hash and was deleted; the download restarts
/// automatically.
pub const REASON_FILE_HASH_MISMATCH: Reason = 11;

/// ---- Network: on the way to the server ----
///
/// Generic network error: no more specific network reason applies. The user can retry the download
/// manually.
pub const REASON_NETWORK_FAILED: Reason = 12;
/// A network operation timed out.
pub const REASON_NETWORK_TIMEOUT: Reason = 13;
/// The network connection was lost. The user can retry the download manually.
pub const REASON_NETWORK_DISCONNECTED: Reason = 14;
/// The server has gone down. The user can retry the download manually.
pub const REASON_NETWORK_SERVER_DOWN: Reason = 15;
/// The network request was invalid: the original or a redirected URI is invalid, has an unsupported
/// scheme, or is disallowed by network policy.
pub const REASON_NETWORK_INVALID_REQUEST: Reason = 16;

/// ---- Server: in its answer ----
///
/// Generic server error: no more specific server reason applies. The user can retry the download
/// manually.
pub const REASON_SERVER_FAILED: Reason = 17;
/// The server does not support range requests.
pub const REASON_SERVER_NO_RANGE: Reason = 18;
/// The server does not have the requested data.
pub const REASON_SERVER_BAD_CONTENT: Reason = 19;
/// The server did not authorize access to the resource.
pub const REASON_SERVER_UNAUTHORIZED: Reason = 20;
/// There was a problem with the server's certificate.
pub const REASON_SERVER_CERTIFICATE_PROBLEM: Reason = 21;
/// Access was forbidden by the server.
pub const REASON_SERVER_FORBIDDEN: Reason = 22;
/// The response was unexpected: the server that answered may not be the intended one. The user can
/// retry the download manually.
pub const REASON_SERVER_UNEXPECTED_RESPONSE: Reason = 23;
/// The server sent fewer bytes than its Content-Length header announced: the header may be invalid,
/// or the connection may have closed. According to Microsoft's documentation the download is treated
/// as complete unless strong validators (RFC 7232, section 2) are present; Chromium 156 was observed
/// to retry it and then to interrupt it without them too.
pub const REASON_SERVER_CONTENT_LENGTH_MISMATCH: Reason = 24;
/// There was an unexpected cross-origin redirect.
pub const REASON_SERVER_CROSS_ORIGIN_REDIRECT: Reason = 25;

/// ---- User: on purpose ----
///
/// According to Microsoft's documentation the user canceled the download. The engine was observed to
/// report it too when a program calls Cancel(), and for a download given up before it began.
pub const REASON_USER_CANCELED: Reason = 26;
/// The user shut down the WebView. According to Microsoft's documentation, resuming a download after
/// a shutdown is not yet supported.
pub const REASON_USER_SHUTDOWN: Reason = 27;
/// The user paused the download.
pub const REASON_USER_PAUSED: Reason = 28;

/// ---- Process ----
///
/// The WebView crashed.
pub const REASON_DOWNLOAD_PROCESS_CRASHED: Reason = 29;

/// ---- Categories: where an interruption came from ----
///
/// Nowhere: there was no interruption.
pub const CATEGORY_NONE: Category = 0;
/// The file on this computer: the disk, its permissions, the security check.
pub const CATEGORY_FILE: Category = 1;
/// The network between this computer and the server.
pub const CATEGORY_NETWORK: Category = 2;
/// The server, or what it answered.
pub const CATEGORY_SERVER: Category = 3;
/// A person or a program stopped it on purpose.
pub const CATEGORY_USER: Category = 4;
/// The process that ran the download.
pub const CATEGORY_PROCESS: Category = 5;

/// ---- Recoveries: what `Resume()` does when `CanResume` is TRUE ----
///
/// `Resume()` does not help, or there is nothing to recover.
pub const RECOVERY_NONE: Recovery = 0;
/// `Resume()` goes on with the partial file.
pub const RECOVERY_RESUME: Recovery = 1;
/// `Resume()` starts again from zero.
pub const RECOVERY_RESTART: Recovery = 2;
/// As `WV2_INTERRUPT_RECOVERY_RESUME`, but the engine tries by itself first, a limited number of times.
pub const RECOVERY_AUTO_RESUME: Recovery = 3;
/// As `WV2_INTERRUPT_RECOVERY_RESTART`, but the engine tries by itself first, a limited number of times.
pub const RECOVERY_AUTO_RESTART: Recovery = 4;

/// ---- Outcomes: what to show now; the table is with `wv2_interrupt_outcome()` ----
///
/// Bytes are moving, or about to.
pub const OUTCOME_IN_PROGRESS: Outcome = 0;
/// The file is there.
pub const OUTCOME_COMPLETED: Outcome = 1;
/// Something went wrong and the engine is trying again by itself.
pub const OUTCOME_RECOVERING: Outcome = 2;
/// Paused on purpose; no error.
pub const OUTCOME_PAUSED: Outcome = 3;
/// Stopped on purpose by a person or a program, or given up before it began; no error.
pub const OUTCOME_CANCELED: Outcome = 4;
/// Blocked by security: a virus, a policy, or a security check that could not be made.
pub const OUTCOME_BLOCKED: Outcome = 5;
/// It went wrong, and nothing more happens by itself.
pub const OUTCOME_FAILED: Outcome = 6;

/// ---- States: the values of `COREWEBVIEW2_DOWNLOAD_STATE` ----
///
/// The download is in progress.
pub const STATE_IN_PROGRESS: State = 0;
/// The download is interrupted.
pub const STATE_INTERRUPTED: State = 1;
/// The download is complete.
pub const STATE_COMPLETED: State = 2;
