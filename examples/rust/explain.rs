//! What a WebView2 download interrupt reason means, from Rust as from any other language: through the C functions.

#[cfg(not(windows))]
use std::ffi::CString;
use std::ffi::{CStr, c_char};
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::LazyLock;

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
    #[cfg(not(windows))]
    fn wv2_interrupt_language_find(tag: *const c_char) -> i32;
    #[cfg(windows)]
    fn wv2_interrupt_language_find_utf16(tag: *const u16) -> i32;
}

const STATE_INTERRUPTED: i32 = 1;

/// The index of the person's language, or -1, for which the texts read English.
static LANGUAGE: LazyLock<i32> = LazyLock::new(language);

#[cfg(not(windows))]
fn language() -> i32 {
    let mut locales = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(std::env::var_os);
    let locale = locales.find(|locale| !locale.is_empty()).unwrap_or_default();
    let locale = CString::new(locale.into_encoded_bytes()).expect("a variable has no NUL");
    // SAFETY: it ends with a NUL.
    unsafe { wv2_interrupt_language_find(locale.as_ptr()) }
}

/// Of the languages that the person wants Windows to speak, the first that the library speaks, too.
#[cfg(windows)]
fn language() -> i32 {
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn GetUserPreferredUILanguages(flags: u32, count: *mut u32, tags: *mut u16, units: *mut u32) -> i32;
    }
    const MUI_LANGUAGE_NAME: u32 = 8;
    const UNKNOWN: i32 = -1;
    let (mut count, mut tags) = (0, [0; 512]);
    let mut units = tags.len() as u32;
    // SAFETY: it writes as many units as there are, and a NUL behind each tag.
    unsafe { GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &mut count, tags.as_mut_ptr(), &mut units) };
    let tags = tags.split_inclusive(|&unit| unit == 0).take(count as usize);
    // SAFETY: each ends with a NUL.
    let mut found = tags.map(|tag| unsafe { wv2_interrupt_language_find_utf16(tag.as_ptr()) });
    found.find(|&language| language != UNKNOWN).unwrap_or(UNKNOWN)
}

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
    ("label", |reason| text(wv2_interrupt_label(reason, *LANGUAGE))),
    ("message", |reason| text(wv2_interrupt_message(reason, *LANGUAGE))),
    ("advice", |reason| text(wv2_interrupt_advice(reason, *LANGUAGE))),
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
