//! Every look-up by number, for every code and for what is none.

use crate::stranger::{UNKNOWN, UNKNOWN_CODES, api, facts, reasons};

#[test]
fn the_table_is_the_facts() {
    let api = api();
    assert_eq!(api.constant("count") as usize, facts().len());
    for fact in facts() {
        let code = fact.code;
        assert_eq!(api.text("name", code), fact.name);
        assert_eq!(api.text("symbol", code), fact.symbol);
        assert_eq!(api.text("category_name", api.number("category", code)), fact.category, "{}", fact.name);
        assert_eq!(api.text("recovery_name", api.number("recovery", code)), fact.recovery, "{}", fact.name);
        assert_eq!(api.text("outcome_name", api.outcome(INTERRUPTED, code)), fact.outcome, "{}", fact.name);
        assert_eq!(api.number("to_chromium", code), fact.chromium_code, "{}", fact.name);
    }
}

#[test]
fn unknown_codes_are_unknown() {
    let api = api();
    for code in UNKNOWN_CODES {
        assert_eq!(api.text("name", code), "Unknown");
        assert_eq!(api.text("symbol", code), "UNKNOWN");
        assert!(api.text("description", code).contains("not known to this version"));
        assert_eq!(api.spoken("label", code, 0), "Download interrupted");
        assert_eq!(api.spoken("message", code, 0), "The download was interrupted.");
        assert_eq!(api.spoken("advice", code, 0), "Try again later.");
        for function in ["category", "recovery", "to_chromium"] {
            assert_eq!(api.number(function, code), UNKNOWN, "{function}({code})");
        }
        for function in ["category_name", "recovery_name", "outcome_name"] {
            assert_eq!(api.text(function, code), "unknown", "{function}({code})");
        }
        assert_eq!(api.spoken("outcome_label", code, 0), "Download");
    }
}

const IN_PROGRESS: i32 = 0;
const INTERRUPTED: i32 = 1;
const COMPLETED: i32 = 2;

#[test]
fn the_state_decides_the_outcome_first() {
    let (api, facts) = (api(), facts());
    let outcome = |state, reason| api.text("outcome_name", api.outcome(state, reason));
    for reason in reasons().into_iter().chain(UNKNOWN_CODES) {
        let fact = facts.iter().find(|fact| fact.code == reason);
        let retried = fact.is_some_and(|fact| fact.recovery.starts_with("auto_"));
        assert_eq!(outcome(COMPLETED, reason), "completed");
        assert_eq!(outcome(IN_PROGRESS, reason), if retried { "recovering" } else { "in_progress" }, "{reason}");
        assert_eq!(outcome(INTERRUPTED, reason), fact.map_or("failed", |fact| &fact.outcome), "{reason}");
        for state in [-1, 3, 4, 256, i32::MIN, i32::MAX] {
            assert_eq!(api.outcome(state, reason), UNKNOWN, "state {state}, reason {reason}");
        }
    }
}

#[test]
fn chromium_numbers_go_both_ways() {
    let (api, facts) = (api(), facts());
    for number in (-70..300).chain([i32::MIN, i32::MAX, 65536 + 40]) {
        let fact = facts.iter().find(|fact| fact.chromium_code == number && number >= 0);
        assert_eq!(api.number("from_chromium", number), fact.map_or(UNKNOWN, |fact| fact.code), "{number}");
    }
    for absent in [15, 32, 51] {
        assert_eq!(api.number("from_chromium", absent), UNKNOWN);
    }
}

#[test]
fn ids_are_the_promised_ones() {
    let ids = |function| (0..).map(move |i| api().text(function, i)).take_while(|id| *id != "unknown");
    assert!(ids("category_name").eq(["none", "file", "network", "server", "user", "process"]));
    assert!(ids("recovery_name").eq(["none", "resume", "restart", "auto_resume", "auto_restart"]));
    let outcomes = ["in_progress", "completed", "recovering", "paused", "canceled", "blocked", "failed", "finishing"];
    assert!(ids("outcome_name").eq(outcomes));
}

#[test]
fn descriptions_hold_every_documented_fact() {
    for fact in facts() {
        let description = api().text("description", fact.code).to_lowercase();
        for word in fact.documented.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
            // Words of four letters and more carry the fact; a stem is enough: "restarts", "restarted".
            let stem = &word[..word.len().min(5)];
            assert!(word.len() < 4 || description.contains(stem), "{}: no {word:?} in {description:?}", fact.name);
        }
    }
}
