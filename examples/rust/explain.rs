//! What a WebView2 download interrupt reason means, from Rust as from any other language: through the C functions.

use std::ffi::{CStr, c_char};
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

fn code(argument: String) -> Result<i32, String> {
    argument.parse().map_err(|_| format!("'{argument}' is not a code: a whole number of 32 bits"))
}

fn main() -> ExitCode {
    let codes: Result<Vec<i32>, String> = std::env::args().skip(1).map(code).collect();
    let codes = match codes {
        Ok(codes) if codes.is_empty() => {
            (0..wv2_interrupt_count()).filter(|&reason| category(reason) != Category::Unknown).collect()
        }
        Ok(codes) => codes,
        Err(complaint) => {
            eprintln!("explain: {complaint}");
            return ExitCode::from(2);
        }
    };
    println!("{}", COLUMNS.map(|(name, _)| name.to_owned()).join("\t"));
    for reason in codes {
        println!("{}", COLUMNS.map(|(_, cell)| cell(reason)).join("\t"));
    }
    ExitCode::SUCCESS
}
