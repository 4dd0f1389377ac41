//! The constants of the table, as headers and bindings group them.

use wv2interrupt::internals::{Constant, ROWS};
use wv2interrupt::{Action, Category, Direction, Outcome, Reason, Recovery, State};

/// What is said of -1.
pub const UNKNOWN: &str = "The \"unknown\" of every type of this header, and of every function that returns one.";

/// A type of codes: its name, the header's heading above its constants, and what it is.
pub struct Type {
    pub name: &'static str,
    pub heading: &'static str,
    pub about: &'static str,
    pub constants: &'static [Constant],
}

pub const TYPES: [Type; 6] = [
    Type {
        name: "Category",
        heading: "Categories: where an interruption came from",
        about: "Where an interruption came from.",
        constants: Category::CONSTANTS,
    },
    Type {
        name: "Recovery",
        heading: "Recoveries: what `Resume()` does when `CanResume` is TRUE",
        about: "What `Resume()` does for a reason, when `CanResume` is true.",
        constants: Recovery::CONSTANTS,
    },
    Type {
        name: "Outcome",
        heading: "Outcomes: what to show now; the table is with `wv2_interrupt_outcome()`",
        about: "What a program shows for a download at this moment.",
        constants: Outcome::CONSTANTS,
    },
    Type {
        name: "Action",
        heading: "Actions: the button to offer",
        about: "The button to offer beside a download.",
        constants: Action::CONSTANTS,
    },
    Type {
        name: "State",
        heading: "States: the values of `COREWEBVIEW2_DOWNLOAD_STATE`",
        about: "The state of a download, in WebView2's numbers. Chromium's own are different ones.",
        constants: State::CONSTANTS,
    },
    Type {
        name: "Direction",
        heading: "Directions: how a language is written",
        about: "How a language is written.",
        constants: Direction::CONSTANTS,
    },
];

/// A reason of the table, and the heading where a category begins.
pub fn reasons() -> impl Iterator<Item = (&'static str, &'static wv2interrupt::internals::Row)> {
    let known = ROWS.iter().filter(|row| row.reason != Reason::UNKNOWN);
    known.scan(None, |category, row| {
        let begins = category.replace(row.category) != Some(row.category);
        Some((if begins { group(row.category) } else { "" }, row))
    })
}

/// The heading above the reasons of a category.
fn group(category: Category) -> &'static str {
    match category {
        Category::FILE => "File: on this computer",
        Category::NETWORK => "Network: on the way to the server",
        Category::SERVER => "Server: in its answer",
        Category::USER => "User: on purpose",
        Category::PROCESS => "Process",
        _ => "No reason",
    }
}
