//! What a WebView2 download interrupt reason means, from Rust as from any other language: through the C functions.

use std::ffi::{CStr, c_char};
use std::io::{self, Write};
use std::process::ExitCode;

#[link(name = "wv2interrupt")]
unsafe extern "C" {
    safe fn wv2_interrupt_count() -> i32;
    safe fn wv2_interrupt_name(reason: i32) -> *const c_char;
    safe fn wv2_interrupt_symbol(reason: i32) -> *const c_char;
    safe fn wv2_interrupt_description(reason: i32) -> *const c_char;
    safe fn wv2_interrupt_category(reason: i32) -> i32;
    safe fn wv2_interrupt_recovery(reason: i32) -> i32;
    safe fn wv2_interrupt_recovery_name(recovery: i32) -> *const c_char;
    safe fn wv2_interrupt_outcome(state: i32, reason: i32) -> i32;
    safe fn wv2_interrupt_outcome_name(outcome: i32) -> *const c_char;
    safe fn wv2_interrupt_to_chromium(reason: i32) -> i32;
    safe fn wv2_interrupt_label(reason: i32, language: i32) -> *const c_char;
    safe fn wv2_interrupt_message(reason: i32, language: i32) -> *const c_char;
    safe fn wv2_interrupt_advice(reason: i32, language: i32) -> *const c_char;
}

/// Or what `wv2_interrupt_language_find` finds for the user's language.
const ENGLISH: i32 = 0;
const STATE_INTERRUPTED: i32 = 1;

/// A number from C is looked at before it becomes a Rust enum: a later library may know more of them.
#[derive(Debug, PartialEq)]
enum Category {
    None,
    File,
    Network,
    Server,
    User,
    Process,
    Unknown,
}

fn category(reason: i32) -> Category {
    match wv2_interrupt_category(reason) {
        0 => Category::None,
        1 => Category::File,
        2 => Category::Network,
        3 => Category::Server,
        4 => Category::User,
        5 => Category::Process,
        _ => Category::Unknown,
    }
}

/// A text of the library, copied. It is static, and nobody frees it.
fn text(text: *const c_char) -> String {
    // SAFETY: the header says that a text is never NULL, ends with a NUL and is static.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
}

const COLUMNS: [(&str, fn(i32) -> String); 11] = [
    ("code", |reason| reason.to_string()),
    ("name", |reason| text(wv2_interrupt_name(reason))),
    ("symbol", |reason| text(wv2_interrupt_symbol(reason))),
    ("category", |reason| format!("{:?}", category(reason)).to_lowercase()),
    ("recovery", |reason| text(wv2_interrupt_recovery_name(wv2_interrupt_recovery(reason)))),
    ("outcome", |reason| text(wv2_interrupt_outcome_name(wv2_interrupt_outcome(STATE_INTERRUPTED, reason)))),
    ("chromium", |reason| wv2_interrupt_to_chromium(reason).to_string()),
    ("label", |reason| text(wv2_interrupt_label(reason, ENGLISH))),
    ("message", |reason| text(wv2_interrupt_message(reason, ENGLISH))),
    ("advice", |reason| text(wv2_interrupt_advice(reason, ENGLISH))),
    ("description", |reason| text(wv2_interrupt_description(reason))),
];

/// A number in decimal or 0x hexadecimal.
fn code(argument: &str) -> Option<i32> {
    let digits = argument.strip_prefix('-').unwrap_or(argument);
    let sign = &argument[..argument.len() - digits.len()];
    let hexadecimal = digits.strip_prefix("0x").or(digits.strip_prefix("0X"));
    let digits = hexadecimal.unwrap_or(digits);
    if digits.starts_with(['+', '-']) {
        return None;
    }
    i32::from_str_radix(&format!("{sign}{digits}"), if hexadecimal.is_some() { 16 } else { 10 }).ok()
}

fn explain(out: &mut impl Write, arguments: &[String]) -> io::Result<ExitCode> {
    let mut status = ExitCode::SUCCESS;
    let mut row = |cells: [String; 11]| writeln!(out, "{}", cells.join("\t"));
    row(COLUMNS.map(|(name, _)| name.to_owned()))?;
    if arguments.is_empty() {
        let known = (0..wv2_interrupt_count()).filter(|&reason| category(reason) != Category::Unknown);
        for reason in known {
            row(COLUMNS.map(|(_, cell)| cell(reason)))?;
        }
    }
    for argument in arguments {
        if let Some(reason) = code(argument) {
            row(COLUMNS.map(|(_, cell)| cell(reason)))?;
        } else {
            // Escaped: what comes from elsewhere may act on a terminal.
            let shown = argument.escape_default();
            eprintln!("explain: '{shown}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal");
            status = ExitCode::from(2);
        }
    }
    out.flush()?;
    Ok(status)
}

/// Rust puts `/dev/null`, open for reading too, in the place of a standard output that is closed.
#[cfg(unix)]
fn is_closed() -> io::Result<bool> {
    use std::io::Read;
    use std::os::{fd::AsFd, unix::fs::MetadataExt};

    let mut out = std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let null = std::fs::metadata("/dev/null")?.rdev();
    Ok(out.metadata()?.rdev() == null && out.read(&mut [0]).is_ok())
}

#[cfg(not(unix))]
fn is_closed() -> io::Result<bool> {
    Ok(false)
}

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let written = match is_closed() {
        Ok(false) => explain(&mut io::stdout().lock(), &arguments),
        _ => Err(io::ErrorKind::NotConnected.into()),
    };
    written.unwrap_or_else(|error| {
        if error.kind() != io::ErrorKind::BrokenPipe {
            eprintln!("explain: the output could not be written");
        }
        ExitCode::FAILURE
    })
}
