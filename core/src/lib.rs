//! Why a WebView2 download was interrupted, what to say to the person, and what can be done: in the person's
//! language, for every code there is and those that are still to come.
//!
//! ```
//! use wv2interrupt::{Language, Outcome, Reason, State};
//!
//! let german = Language::find("de-CH").unwrap_or_default();
//! assert_eq!(Reason::from(3).label(german), "Datenträger voll");
//!
//! // Not every reason is a failure: the state decides first.
//! assert_eq!(Outcome::of(State::COMPLETED, Reason::NETWORK_FAILED), Outcome::COMPLETED);
//! ```
//!
//! [`DownloadRow`] is what a list of downloads shows for one of them: a handler of `StateChanged` and one of
//! `BytesReceivedChanged` tell it what the operation says of itself, and it knows the words and the button.
//!
//! - Numbers are WebView2's: [`Reason::from`] takes what `InterruptReason` gives, [`State::from`] what `State` does.
//!   A number that is not known is kept, and has a truthful answer.
//! - Texts are `&'static str`; the function of the same name with `_utf16` gives UTF-16 with a NUL at its end, whose
//!   `as_ptr()` is a `PCWSTR`. A [`Language`] that is out of range reads English.
//! - Everything is a pure look-up: no allocation, no I/O, no locale, no state, no `std`.
//! - Each language is a feature (`de`, `pt-BR`); `languages`, on by default, is all of them. English is always there.

#![no_std]
#![deny(missing_docs)]
// The texts are packed at compile time, which takes the compiler some seconds.
#![allow(long_running_const_eval)]

#[cfg(test)]
extern crate std;

/// The examples of the page are compiled, too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

// Read it in this order: `codes` is the vocabulary, `reasons` the table, `outcomes` the judgement, `row` what a
// download shows over time, `languages` what people read; `texts` says where each text stands, `pack` puts it there at
// compile time, `words` hands it out; `names` and `tags` read what others write, with the help of `slots`; `input` is
// how a C caller's text becomes theirs.
mod codes;
mod input;
mod languages;
mod names;
mod outcomes;
#[allow(missing_docs)]
mod pack;
mod reasons;
mod row;
mod slots;
mod tags;
#[allow(missing_docs)]
mod texts;
mod words;

pub use codes::{Action, Category, Direction, Language, Outcome, Recovery, State};
pub use names::UnknownName;
pub use reasons::Reason;
pub use row::DownloadRow;

/// For the C library, and for what is generated from the table: no promise.
#[doc(hidden)]
pub mod internals {
    pub use crate::codes::Constant;
    pub use crate::input::{narrow, until_nul};
    pub use crate::names::{MAX_UNITS as MAX_NAME_UNITS, find as find_name, name};
    pub use crate::pack::Text;
    pub use crate::reasons::{COUNT, ROWS, Row};
    pub use crate::tags::{MAX_UNITS as MAX_TAG_UNITS, find as find_tag};
    pub use crate::texts::*;
}
