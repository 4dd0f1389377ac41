//! The row of a download: what public reports and recordings show, in the C example too, and every sequence of three
//! reports against a plain model of the rules.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use tempfile::TempDir;
use xtask::c::{self, Language};

use crate::stranger::{UNKNOWN, api, executable, library, on_stderr, reasons, root, text};

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

/// Downloads that had all their bytes and did not complete, as they were recorded.
pub const WAITING: &str = "tests/data/waiting.tsv";

fn waiting() -> Vec<[String; 7]> {
    let file = fs::read_to_string(root().join(WAITING)).unwrap();
    let lines = file.lines().filter(|line| !line.starts_with('#')).skip(1);
    let columns = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>().try_into().expect(WAITING);
    let waiting: Vec<_> = lines.map(columns).collect();
    assert!(waiting.len() > 8);
    waiting
}

#[test]
fn downloads_that_wait_are_finishing() {
    for [what, state, reason, received, total, can_resume, shown] in waiting() {
        let number = |text: &str| text.parse::<i64>().unwrap();
        let [state, reason] = [state, reason].map(|text| number(&text) as i32);
        let (received, total) = (number(&received), number(&total));
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

/// `examples/c/row.c`, reading from `input` and writing to `output`: its exit status, and what it wrote.
fn c_host(tag: &str, input: File, output: Stdio) -> (i32, String, String) {
    static PROGRAM: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let program = executable(folder.path(), "row");
        c::link_shared(&[&root().join("examples/c/row.c")], &program, library(), Language::C99).unwrap();
        (folder, program)
    });
    let mut command = Command::new(&PROGRAM.1);
    let ended = command
        .arg(tag)
        .stdin(input)
        .stdout(output)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    (ended.status.code().unwrap(), text(&ended.stdout), on_stderr(&ended))
}

/// Downloads that are told of many times, as `examples/c/row.c` reads them.
pub fn stories() -> String {
    let reports = reports();
    let mut stories = String::from("what\tstate\treason\treceived\ttotal\tcan_resume\n");
    // A step that has no divisor in common with the number of reports, so that each comes, among others each time.
    for (i, step) in (0..reports.len()).map(|i| (i, i * 7919 % reports.len())) {
        let (_, Report { state, reason, can_resume, received, total }) = reports[step];
        writeln!(stories, "story {}\t{state}\t{reason}\t{received}\t{total}\t{}", i / 5, i32::from(can_resume))
            .unwrap();
    }
    stories
}

/// What the list of `examples/c/row.c` shows of them, in the language of a tag.
pub fn told(tag: &str, stories: &str) -> String {
    let (status, shown, complaint) = c_host(tag, as_input(stories), Stdio::piped());
    assert_eq!((status, &*complaint), (0, ""));
    shown
}

fn as_input(lines: &str) -> File {
    let mut input = tempfile::tempfile().unwrap();
    input.write_all(lines.as_bytes()).unwrap();
    input.rewind().unwrap();
    input
}

fn c_host_shows(lines: &str) -> (i32, String, String) {
    c_host("en", as_input(lines), Stdio::piped())
}

#[test]
fn the_c_host_shows_downloads_that_wait() {
    let shown = waiting().into_iter().map(|[what, .., shown]| {
        let (outcome, action) = shown.split_once(", ").unwrap();
        let code = |function, name| (0..9).find(|&code| api().text(function, code) == name).unwrap();
        let status = |function| api().status(function, code("outcome_name", outcome), UNKNOWN, 0);
        let [label, message, advice] = ["status_label", "status_message", "status_advice"].map(status);
        let caption = api().spoken("action_label", code("action_name", action), 0);
        format!("{what}\t{shown}\t{label}\t{message}\t{advice}\t{caption}\n")
    });
    let input = File::open(root().join(WAITING)).unwrap();
    assert_eq!(c_host("en", input, Stdio::piped()), (0, shown.collect(), String::new()));
}

#[test]
fn the_c_host_tells_stories() {
    let stories = stories();
    let mut shown = String::new();
    let (mut download, mut row, mut state_before) = ("", Row::default(), UNKNOWN);
    for line in stories.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [state, reason, can_resume] = [1, 2, 5].map(|i: usize| columns[i].parse().unwrap());
        let [received, total] = [3, 4].map(|i: usize| columns[i].parse().unwrap());
        let is_new = columns[0] != download;
        if is_new {
            (download, row) = (columns[0], Row::default());
        }
        let is_state = is_new || state != state_before;
        let event = if is_state { Event::StateChanged } else { Event::BytesReceivedChanged };
        model::tell(&mut row, event, Report { state, reason, can_resume: can_resume != 0, received, total });
        state_before = state;
        let german = api().find("language_find", "de");
        let status = |function| api().status(function, row.outcome, row.reason, german);
        let silent = if row.silent == 0 { "" } else { ", silent" };
        let [outcome, action] =
            [("outcome_name", row.outcome), ("action_name", row.action)].map(|(f, c)| api().text(f, c));
        let [label, message, advice] = ["status_label", "status_message", "status_advice"].map(status);
        let caption = api().spoken("action_label", row.action, german);
        writeln!(shown, "{download}\t{outcome}, {action}{silent}\t{label}\t{message}\t{advice}\t{caption}").unwrap();
    }
    similar_asserts::assert_eq!(told("de", &stories), shown);
}

/// Lines that are no report of a download.
pub fn broken_reports() -> Vec<String> {
    let lines = [
        "",
        "x",
        "x\t1\t57\t2\t3",
        "x\t1\t57\t2\t3\t",
        "x\t1\t\t57\t2\t3",
        "x\t1\t57\t2\t3\t-",
        "x\t1\t57\t2\t3\t1x",
        "x\t1\t 57\t2\t3\t1",
        "x\t1\t2147483648\t2\t3\t1",
        "x\t-2147483649\t57\t2\t3\t1",
        "x\t1\t57\t9223372036854775808\t3\t1",
        "x\0\t1\t57\t2\t3\t1",
        "x\t1\t57\t2\t3\t1\0",
        "\0",
    ];
    let long = format!("{}\t1\t57\t2\t3\t1", "x".repeat(5000));
    lines.into_iter().map(str::to_owned).chain([long]).collect()
}

#[test]
fn the_c_host_names_lines_that_are_no_downloads() {
    let [label, message, advice] = ["label", "message", "advice"].map(|text| api().spoken(text, 57, 0));
    let failed = format!("x\tfailed, retry\t{label}\t{message}\t{advice}\t{}\n", api().spoken("action_label", 3, 0));
    for line in ["x\t1\t57\t2\t3\t1", "x\t1\t57\t2\t3\t-1\r\n", "x\t1\t57\t2\t3\t1\tand more\n"] {
        assert_eq!(c_host_shows(line), (0, failed.clone(), String::new()), "{line:?}");
    }
    for line in broken_reports() {
        let (status, shown, complaint) = c_host_shows(&format!("# a comment\n{line}\nx\t1\t57\t2\t3\t1"));
        assert_eq!((status, &shown), (2, &failed), "{line:?}");
        assert!(complaint.starts_with("row: line 2 is no report; its columns are: what\tstate"), "{complaint}");
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
    }
}

#[test]
fn the_c_host_does_nothing_to_a_terminal() {
    let (status, shown, _) = c_host_shows("\x1b]0;x\x07\u{9b}2J\u{202e}\t2\t0\t9\t9\t0\n");
    assert!(shown.starts_with("?]0;x???2J???\tcompleted, open\t"), "{shown}");
    assert_eq!(status, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn the_c_host_tells_what_cannot_be_read_or_written() {
    let failed = "row: the input could not be read, or the output not written\n";
    let full = File::options().write(true).open("/dev/full").unwrap();
    let ended = c_host("en", File::open(root().join(WAITING)).unwrap(), full.into());
    assert_eq!(ended, (1, String::new(), failed.to_owned()));
    // A folder can be opened, and not read.
    assert_eq!(c_host("en", File::open(root()).unwrap(), Stdio::piped()), (1, String::new(), failed.to_owned()));
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
