//! The rules of a row in the words of the header, slowly and plainly, by the names of outcomes and actions, and from the facts
//! that the table was made from.

use std::collections::HashMap;
use std::sync::LazyLock;

/// `wv2_interrupt_row_t`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Row {
    pub received: i64,
    pub total: i64,
    pub outcome: i32,
    pub reason: i32,
    pub action: i32,
    pub silent: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    StateChanged,
    BytesReceivedChanged,
}

/// What an operation says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    pub state: i32,
    pub reason: i32,
    pub can_resume: bool,
    pub received: i64,
    pub total: i64,
}

const COULD_NOT_BE_READ: i32 = -1;
pub const IN_PROGRESS: i32 = 0;
pub const INTERRUPTED: i32 = 1;
pub const COMPLETED: i32 = 2;

const OUTCOMES: [&str; 8] =
    ["in_progress", "completed", "recovering", "paused", "canceled", "blocked", "failed", "finishing"];
const ACTIONS: [&str; 7] = ["none", "pause", "resume", "retry", "download_again", "open", "show_downloads"];

/// What the table of facts says of a reason, in small letters.
struct Fact {
    category: String,
    recovery: String,
    if_interrupted: String,
}

static FACTS: LazyLock<HashMap<i32, Fact>> = LazyLock::new(|| {
    let rows = include_str!("../data/reasons.tsv").lines().skip(1);
    rows.map(|row| {
        let columns: Vec<String> = row.split('\t').map(str::to_lowercase).collect();
        let [category, recovery, if_interrupted] = [3, 4, 5].map(|column: usize| columns[column].clone());
        (columns[0].parse().unwrap(), Fact { category, recovery, if_interrupted })
    })
    .collect()
});

fn code(names: &[&str], name: &str) -> i32 {
    names.iter().position(|known| *known == name).unwrap() as i32
}

fn outcome(state: i32, reason: i32) -> &'static str {
    let fact = FACTS.get(&reason);
    match state {
        COMPLETED => "completed",
        INTERRUPTED => {
            let shown = fact.map_or("failed", |fact| &fact.if_interrupted);
            OUTCOMES[code(&OUTCOMES, shown) as usize]
        }
        IN_PROGRESS if fact.is_some_and(|fact| fact.recovery.starts_with("auto_")) => "recovering",
        _ => "in_progress",
    }
}

/// The number of the action for the name of an outcome.
pub fn action(outcome: &str, reason: i32, can_resume: bool) -> i32 {
    let goes_on = FACTS.get(&reason).is_some_and(|fact| ["resume", "auto_resume"].contains(&fact.recovery.as_str()));
    let action = match outcome {
        "completed" => "open",
        "paused" if can_resume => "resume",
        "paused" | "recovering" | "blocked" => "none",
        "canceled" => "download_again",
        "failed" if can_resume && goes_on => "resume",
        "failed" if can_resume => "retry",
        "failed" => "download_again",
        "finishing" => "show_downloads",
        _ => "pause",
    };
    code(&ACTIONS, action)
}

pub fn tell(row: &mut Row, event: Event, report: Report) {
    if report.state == COULD_NOT_BE_READ {
        return;
    }
    let before = OUTCOMES[row.outcome as usize];
    let is_over = [INTERRUPTED, COMPLETED].contains(&report.state);
    let moved = report.received > 0 && report.received != row.received;
    let mut can_resume = report.can_resume;
    let mut shown = before;
    if event == Event::StateChanged || is_over {
        let judged = outcome(report.state, report.reason);
        if report.state == INTERRUPTED && judged == "canceled" && ["failed", "blocked"].contains(&before) {
            can_resume = false;
        } else {
            shown = judged;
            row.reason = report.reason;
        }
    } else if moved {
        shown = "in_progress";
    }
    if !is_over {
        let all_bytes = report.total > 0 && report.received >= report.total;
        if shown == "finishing" {
            shown = "in_progress";
        }
        if all_bytes && ["in_progress", "recovering"].contains(&shown) {
            shown = "finishing";
        }
    }
    let of_the_user = FACTS.get(&report.reason).is_some_and(|fact| fact.category == "user");
    let falls_silent = event == Event::StateChanged
        && report.state == IN_PROGRESS
        && report.reason > 0
        && !of_the_user
        && !report.can_resume
        && !["paused", "failed", "blocked"].contains(&before);
    if falls_silent {
        row.silent = 1;
    }
    if moved || report.can_resume || report.state != IN_PROGRESS {
        row.silent = 0;
    }
    row.received = report.received;
    row.total = report.total;
    row.outcome = code(&OUTCOMES, shown);
    row.action = action(shown, row.reason, can_resume);
}
