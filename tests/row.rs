//! The row of a download: what public reports and recordings show, and every sequence of three reports against a plain
//! model of the rules.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::stranger::{UNKNOWN, api, reasons, root};

#[path = "fuzz/model.rs"]
mod model;
use model::{COMPLETED, Event, IN_PROGRESS, INTERRUPTED, Report, Row};

type Tell = extern "C" fn(*mut Row, i32, i32, i32, i64, i64);

fn tell(row: &mut Row, event: Event, report: Report) {
    // SAFETY: the header gives both functions this type.
    static FUNCTIONS: LazyLock<[Tell; 2]> = LazyLock::new(|| unsafe {
        [api().function("row_state_changed"), api().function("row_bytes_received_changed")]
    });
    let Report { state, reason, can_resume, received, total } = report;
    FUNCTIONS[event as usize](row, state, reason, can_resume.into(), received, total);
}

/// Every state, reason and answer, bytes that move or not, all there or not, of a known total or not.
fn reports() -> Vec<(Event, Report)> {
    let mut reports = Vec::new();
    for event in [Event::StateChanged, Event::BytesReceivedChanged] {
        for state in [UNKNOWN, IN_PROGRESS, INTERRUPTED, COMPLETED, 3] {
            for reason in reasons().into_iter().chain([UNKNOWN, 57]) {
                for can_resume in [false, true] {
                    for (received, total) in [(0, 0), (0, 9), (5, -1), (5, 9), (9, 9)] {
                        reports.push((event, Report { state, reason, can_resume, received, total }));
                    }
                }
            }
        }
    }
    reports
}

#[test]
fn every_sequence_of_three_reports_ends_as_the_rules_say() {
    let reports = reports();
    let mut rows = HashSet::from([Row::default()]);
    let mut calls = 0;
    for _ in 0..3 {
        let mut next = HashSet::new();
        for before in &rows {
            for &(event, report) in &reports {
                let (mut row, mut expected) = (*before, *before);
                tell(&mut row, event, report);
                model::tell(&mut expected, event, report);
                assert_eq!(row, expected, "{before:?} {event:?} {report:?}");
                calls += 1;
                next.insert(row);
            }
        }
        rows = next;
    }
    assert!(calls > 1_000_000, "{calls} calls");
}

#[test]
fn an_action_is_offered_for_every_outcome() {
    for outcome in (-2..10).chain([i32::MIN, i32::MAX]) {
        for reason in reasons().into_iter().chain([UNKNOWN, 57]) {
            for can_resume in [0, 1, 2, -1, i32::MIN] {
                let expected = model::action(api().text("outcome_name", outcome), reason, can_resume != 0);
                assert_eq!(api().action(outcome, reason, can_resume), expected, "{outcome} {reason} {can_resume}");
            }
        }
    }
}

/// Downloads that had all their bytes and did not complete, as they were recorded: see `data/waiting.tsv`.
#[test]
fn downloads_that_wait_are_finishing() {
    let file = std::fs::read_to_string(root().join("tests/data/waiting.tsv")).unwrap();
    let lines: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
    assert!(lines.len() > 8);
    for line in lines {
        let columns: Vec<&str> = line.split('\t').collect();
        let [what, state, reason, received, total, can_resume, shown] = columns[..] else { panic!("{line}") };
        let number = |text: &str| text.parse::<i64>().unwrap();
        let [state, reason] = [state, reason].map(|text| number(text) as i32);
        let (received, total) = (number(received), number(total));
        let report = Report { state, reason, can_resume: can_resume != "0", received, total };
        for event in [Event::StateChanged, Event::BytesReceivedChanged] {
            let mut row = Row::default();
            tell(&mut row, Event::StateChanged, Report { state: 0, reason: 0, can_resume: false, received: 0, total });
            tell(&mut row, event, report);
            let is = format!("{}, {}", api().text("outcome_name", row.outcome), api().text("action_name", row.action));
            assert_eq!(is, shown, "{what}, {event:?}");
        }
    }
}

#[test]
fn null_is_no_row() {
    for function in ["row_state_changed", "row_bytes_received_changed"] {
        // SAFETY: the header gives both functions this type, and takes NULL.
        let function: Tell = unsafe { api().function(function) };
        function(std::ptr::null_mut(), COMPLETED, 0, 0, 9, 9);
    }
}

/// As on the stack of a 32-bit program; nothing but the row is written.
#[test]
fn a_row_needs_no_alignment_beyond_4() {
    let report = Report { state: INTERRUPTED, reason: 3, can_resume: true, received: 5, total: 9 };
    let mut memory = [0x55_55_55_55_u32; 10];
    memory[1..9].fill(0);
    // SAFETY: the memory has room for a row from its second word on, which is all that is read or written.
    let row = unsafe {
        let function: Tell = api().function("row_state_changed");
        let row = memory.as_mut_ptr().add(1).cast::<Row>();
        function(row, report.state, report.reason, 1, report.received, report.total);
        row.read_unaligned()
    };
    let mut expected = Row::default();
    tell(&mut expected, Event::StateChanged, report);
    assert_eq!(row, expected);
    assert_eq!((memory[0], memory[9]), (0x55_55_55_55, 0x55_55_55_55));
}

#[test]
fn a_status_is_the_reason_s_where_the_outcome_shows_it() {
    for language in [0, 1, UNKNOWN] {
        for reason in reasons().into_iter().chain([UNKNOWN, 57]) {
            let shown = if reason == 0 { UNKNOWN } else { reason };
            for outcome in -1..9 {
                let name = api().text("outcome_name", outcome);
                let shows = ["blocked", "failed"].contains(&name);
                let status = |function| api().status(function, outcome, reason, language);
                let label = match name {
                    "recovering" | "blocked" | "failed" => api().spoken("label", shown, language),
                    _ => api().spoken("outcome_label", outcome, language),
                };
                assert_eq!(status("status_label"), label, "{name} {reason}");
                for (function, of_reason) in [("status_message", "message"), ("status_advice", "advice")] {
                    let text = status(function);
                    match name {
                        "finishing" => {
                            assert!(!text.is_empty() && text == api().status(function, outcome, 3, language))
                        }
                        _ if shows => assert_eq!(text, api().spoken(of_reason, shown, language), "{name} {reason}"),
                        _ => assert_eq!(text, "", "{name} {reason}"),
                    }
                }
            }
        }
    }
}
