//! The built library, opened as any program would open it, through its C functions alone.

use std::ffi::{CStr, CString, c_char};
use std::path::Path;

use xtask::Error;

/// An argument of a function that answers with a text.
pub type Code = i32;

pub struct Api {
    library: libloading::Library,
}

impl Api {
    pub fn open(shared: &Path) -> Result<Self, Error> {
        // SAFETY: the library has no initialisers.
        Ok(Self { library: unsafe { libloading::Library::new(shared)? } })
    }

    /// The address of an exported function, as a function pointer of type `F`.
    ///
    /// # Safety
    /// `F` is the type that the header gives to `wv2_interrupt_{function}`.
    pub unsafe fn function<F: Copy>(&self, function: &str) -> F {
        let name = format!("wv2_interrupt_{function}");
        // SAFETY: as the caller promised.
        match unsafe { self.library.get::<F>(&name) } {
            Ok(symbol) => *symbol,
            Err(error) => panic!("{name} is not exported: {error}"),
        }
    }

    /// A text in UTF-8 by one number: `name`, `symbol`, `description`, `category_name`, `language_tag`...
    pub fn text(&self, function: &str, code: Code) -> &str {
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn(i32) -> *const c_char = unsafe { self.function(function) };
        utf8(function(code))
    }

    /// A text in UTF-8 by a number and a language: `label`, `message`, `advice`, `outcome_label`.
    pub fn spoken(&self, function: &str, code: Code, language: i32) -> &str {
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn(i32, i32) -> *const c_char = unsafe { self.function(function) };
        utf8(function(code, language))
    }

    /// The UTF-16 twin of `text`.
    pub fn text_utf16(&self, function: &str, code: Code) -> &[u16] {
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn(i32) -> *const u16 = unsafe { self.function(&format!("{function}_utf16")) };
        utf16(function(code))
    }

    /// The UTF-16 twin of `spoken`.
    pub fn spoken_utf16(&self, function: &str, code: Code, language: i32) -> &[u16] {
        let function = format!("{function}_utf16");
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn(i32, i32) -> *const u16 = unsafe { self.function(&function) };
        utf16(function(code, language))
    }

    /// What a row says of an outcome and a reason: `status_label`, `status_message`, `status_advice`.
    pub fn status(&self, function: &str, outcome: i32, reason: Code, language: i32) -> &str {
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn(i32, i32, i32) -> *const c_char = unsafe { self.function(function) };
        utf8(function(outcome, reason, language))
    }

    /// The UTF-16 twin of `status`.
    pub fn status_utf16(&self, function: &str, outcome: i32, reason: Code, language: i32) -> &[u16] {
        let function = format!("{function}_utf16");
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn(i32, i32, i32) -> *const u16 = unsafe { self.function(&function) };
        utf16(function(outcome, reason, language))
    }

    /// The button to offer.
    pub fn action(&self, outcome: i32, reason: Code, can_resume: i32) -> i32 {
        // SAFETY: the header gives the function this type.
        let function: extern "C" fn(i32, i32, i32) -> i32 = unsafe { self.function("action") };
        function(outcome, reason, can_resume)
    }

    /// A number by one number: `category`, `recovery`, `from_chromium`, `to_chromium`.
    pub fn number(&self, function: &str, code: Code) -> i32 {
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn(i32) -> i32 = unsafe { self.function(function) };
        function(code)
    }

    /// A number of the library's own: `count`, `language_count`, `version_number`.
    pub fn constant(&self, function: &str) -> i32 {
        // SAFETY: the header gives every such function this type.
        let function: extern "C" fn() -> i32 = unsafe { self.function(function) };
        function()
    }

    pub fn version(&self) -> &str {
        // SAFETY: the header gives the function this type.
        let function: extern "C" fn() -> *const c_char = unsafe { self.function("version") };
        utf8(function())
    }

    pub fn outcome(&self, state: i32, reason: Code) -> i32 {
        // SAFETY: the header gives the function this type.
        let function: extern "C" fn(i32, i32) -> i32 = unsafe { self.function("outcome") };
        function(state, reason)
    }

    /// A number by a text: `from_name`, `language_find`.
    pub fn find(&self, function: &str, text: impl Into<Vec<u8>>) -> i32 {
        let text = CString::new(text).expect("a C string has no NUL inside");
        // SAFETY: the header gives every such function this type, and the text ends with a NUL.
        unsafe { self.find_at(function, text.as_ptr()) }
    }

    /// The UTF-16 twin of `find`.
    pub fn find_utf16(&self, function: &str, text: &[u16]) -> i32 {
        let text: Vec<u16> = text.iter().copied().chain([0]).collect();
        // SAFETY: the header gives every such function this type, and the text ends with a NUL.
        unsafe { self.find_at(&format!("{function}_utf16"), text.as_ptr()) }
    }

    /// # Safety
    /// `text` is NULL, or what the header asks of the function.
    pub unsafe fn find_at<Unit>(&self, function: &str, text: *const Unit) -> i32 {
        // SAFETY: the header gives every such function this type; the caller chose the unit.
        let function: unsafe extern "C" fn(*const Unit) -> i32 = unsafe { self.function(function) };
        // SAFETY: as the caller promised.
        unsafe { function(text) }
    }

    /// How many texts there are, and their bytes, each with its NUL, in both encodings.
    pub fn texts(&self) -> (usize, usize) {
        let (mut count, mut bytes) = (0, 0);
        let mut add = |utf8: &str, utf16: &[u16]| {
            count += 1;
            bytes += utf8.len() + 1 + 2 * (utf16.len() + 1);
        };
        for function in ["name", "symbol", "description"] {
            for code in self.reasons().chain([UNKNOWN]) {
                add(self.text(function, code), self.text_utf16(function, code));
            }
        }
        for (function, count) in
            [("category_name", 6), ("recovery_name", 5), ("outcome_name", OUTCOMES), ("action_name", ACTIONS)]
        {
            for code in UNKNOWN..count {
                add(self.text(function, code), self.text_utf16(function, code));
            }
        }
        for language in 0..self.constant("language_count") {
            for function in ["language_tag", "language_name"] {
                add(self.text(function, language), self.text_utf16(function, language));
            }
            for function in ["label", "message", "advice"] {
                for code in self.reasons().chain([UNKNOWN]) {
                    add(self.spoken(function, code, language), self.spoken_utf16(function, code, language));
                }
            }
            for (function, codes) in [("outcome_label", UNKNOWN..OUTCOMES), ("action_label", 1..ACTIONS)] {
                for code in codes {
                    add(self.spoken(function, code, language), self.spoken_utf16(function, code, language));
                }
            }
            for function in ["status_message", "status_advice"] {
                let status = |function: &str| self.status(function, FINISHING, 0, language);
                add(status(function), self.status_utf16(function, FINISHING, 0, language));
            }
        }
        (count, bytes)
    }

    /// Every code that the library knows.
    pub fn reasons(&self) -> impl Iterator<Item = Code> {
        let unknown = |reason: &i32| self.number("category", *reason) == UNKNOWN;
        (0..self.constant("count")).filter(move |reason| !unknown(reason))
    }
}

pub const UNKNOWN: i32 = -1;

/// How many outcomes and actions there are.
pub const OUTCOMES: i32 = 8;
pub const ACTIONS: i32 = 7;

pub const FINISHING: i32 = 7;

fn utf8<'a>(text: *const c_char) -> &'a str {
    assert!(!text.is_null(), "a text is never NULL");
    // SAFETY: the header says that a text ends with a NUL and lives as long as the library.
    unsafe { CStr::from_ptr(text) }.to_str().expect("a text is UTF-8")
}

fn utf16<'a>(text: *const u16) -> &'a [u16] {
    assert!(!text.is_null(), "a text is never NULL");
    // SAFETY: the header says that a text ends with a NUL and lives as long as the library.
    unsafe {
        let length = (0..).take_while(|&i| *text.add(i) != 0).count();
        std::slice::from_raw_parts(text, length)
    }
}
