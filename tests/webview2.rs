//! The WebView2 host: its own code, under Wine, against a test double of WebView2's interfaces.
//!
//! After a change of what the host shows, read what it prints now, `wine target/webview2/tests/scenarios.exe stories | cut -f1-8`,
//! and put it into `tests/webview2/stories.txt`; so for `matrix`.

mod dialogs;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use library::{ACTIONS, FINISHING, OUTCOMES};
use webview2::host;

use crate::stranger::{UNKNOWN, api, facts, root, skip, start, tool};

/// A row as the list shows it after a step of a story, or a note.
struct Row<'a> {
    outcome: &'a str,
    button: &'a str,
    cross: &'a str,
    bytes: &'a str,
    label: &'a str,
    message: &'a str,
    advice: &'a str,
    caption: &'a str,
}

const NOTHING: (&str, &str) = ("", "");

/// What `scenarios` prints. None where a tool is missing, which was said.
fn play(what: &str) -> Option<String> {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
        let program = host::folder().unwrap().join("tests/scenarios.exe");
        let host = ["downloads.cpp", "list_row.cpp"].map(|name| root().join("examples/webview2").join(name));
        let double = ["scenarios.cpp", "fake_operation.cpp", "fake_webview.cpp"];
        let double = double.map(|name| root().join("tests/webview2").join(name));
        host::build(&[&host[..], &double[..]].concat(), &program, &["-lole32"]).unwrap();
        program
    });
    build_tools()?;
    let output = start(&PROGRAM)?.arg(what).output().unwrap();
    assert!(output.status.success(), "{what}: {}", output.status);
    Some(String::from_utf8(output.stdout).unwrap())
}

/// What it takes to build the host. None where a tool is missing, which was said.
pub fn build_tools() -> Option<()> {
    tool("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64")?;
    tool("x86_64-w64-mingw32-widl", "mingw-w64-tools")?;
    let interfaces = Path::new(host::WINE_INTERFACES).exists();
    if !interfaces {
        skip("Wine's interface definitions are not installed (Debian: libwine-dev)");
    }
    interfaces.then_some(())
}

fn expected(what: &str) -> String {
    fs::read_to_string(root().join(format!("tests/webview2/{what}.txt"))).unwrap()
}

#[test]
fn rows_are_the_expected_ones() {
    for what in ["matrix", "stories"] {
        let Some(printed) = play(what) else { return };
        // The other texts are compared with the library, in the tests below.
        let shown: String = printed.lines().map(|line| columns(line, 8) + "\n").collect();
        similar_asserts::assert_eq!(shown, expected(what), "{what}");
    }
}

fn columns(line: &str, count: usize) -> String {
    line.split('\t').take(count).collect::<Vec<_>>().join("\t")
}

/// The rows of a story by step. Where a step shows two, or is no row, there is only the number of its lines.
fn steps<'a>(printed: &'a str, story: &str) -> HashMap<&'a str, (usize, Option<Row<'a>>)> {
    let mut steps = HashMap::new();
    for line in printed.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        if columns[0] == story {
            let row = match columns[2..] {
                [_, outcome, button, cross, bytes, label, message, advice, caption] => {
                    Some(Row { outcome, button, cross, bytes, label, message, advice, caption })
                }
                _ => None,
            };
            let step = steps.entry(columns[1]).or_insert((0, None));
            *step = (step.0 + 1, row);
        }
    }
    assert!(!steps.is_empty(), "{story}");
    steps
}

/// Every state, reason and CanResume, against the facts: the expected file alone could be wrong.
#[test]
fn rows_follow_the_facts() {
    let Some(printed) = play("matrix") else { return };
    let facts = facts();
    let mut seen = 0;
    for state in 0..3 {
        for reason in (0..30).chain([30, 57]) {
            for can_resume in [false, true] {
                let story = format!("{state} {reason} {}", i32::from(can_resume));
                let steps = steps(&printed, &story);
                let row = steps["starts"].1.as_ref().unwrap();
                let fact = facts.iter().find(|fact| fact.code == reason);
                let recovery = fact.map_or("unknown", |fact| &fact.recovery);
                let outcome = match state {
                    0 if recovery.starts_with("auto_") => "recovering",
                    0 => "in_progress",
                    1 => fact.map_or("failed", |fact| &fact.outcome),
                    _ => "completed",
                };
                assert_eq!(row.outcome, outcome, "{story}");
                let button = match outcome {
                    "in_progress" => "pause",
                    "completed" => "open",
                    "paused" if can_resume => "resume",
                    "failed" if can_resume => match recovery {
                        "resume" | "auto_resume" => "resume",
                        _ => "retry",
                    },
                    "canceled" | "failed" => "download_again",
                    _ => "-",
                };
                assert_eq!(row.button, button, "{story}");
                let over =
                    ["completed", "canceled", "blocked"].contains(&outcome) || outcome == "failed" && !can_resume;
                assert_eq!(row.cross, if over { "remove" } else { "cancel" }, "{story}");
                check_texts(row, outcome, reason, &story);
                seen += 1;
            }
        }
    }
    assert_eq!((seen, printed.lines().count()), (192, 193));
    check_end(&printed, "matrix");
}

/// The texts of a reason for a failure, its label for a retry, else nothing that alarms; and the button's caption.
fn check_texts(row: &Row, outcome: &str, reason: i32, story: &str) {
    let shown = if reason == 0 { UNKNOWN } else { reason };
    let mut label = api().spoken("label", shown, 0).to_owned();
    if reason >= 30 {
        label += &format!(" ({reason})");
    }
    let details = (api().spoken("message", shown, 0), api().spoken("advice", shown, 0));
    let known = (0..OUTCOMES).find(|&code| api().text("outcome_name", code) == outcome).unwrap();
    let texts = match outcome {
        "failed" | "blocked" => (label.as_str(), details),
        "recovering" => (label.as_str(), NOTHING),
        _ => (api().spoken("outcome_label", known, 0), NOTHING),
    };
    assert_eq!((row.label, (row.message, row.advice)), texts, "{story}");
    assert_eq!(row.caption, caption(row.button), "{story}");
}

fn caption(button: &str) -> &'static str {
    let action = (1..ACTIONS).find(|&code| api().text("action_name", code) == button);
    action.map_or("", |action| api().spoken("action_label", action, 0))
}

fn check_end(printed: &str, story: &str) {
    let end = printed.lines().find_map(|line| line.strip_prefix(&format!("{story}\tend\t"))).unwrap();
    assert_eq!(end, "0 operations, 0 references to the web view, 0 leaked handlers, not watched", "{story}");
}

#[test]
fn nothing_is_left_when_the_host_is_gone() {
    let Some(printed) = play("stories") else { return };
    let stories: Vec<&str> =
        printed.lines().filter_map(|line| line.split_once("\tend\t").map(|(name, _)| name)).collect();
    assert_eq!(stories.len(), 27);
    for story in stories {
        check_end(&printed, story);
    }
}

/// What must be so in the stories, said once more without the expected file.
#[test]
fn stories_end_as_they_must() {
    let Some(printed) = play("stories") else { return };
    let check = |story: &str, step: &str, outcome: &str, button: &str, reason: Option<i32>| {
        let steps = steps(&printed, story);
        let (lines, row) = steps.get(step).unwrap_or_else(|| panic!("{story}: {step}"));
        let row = row.as_ref().unwrap();
        assert_eq!((*lines, row.outcome, row.button), (1, outcome, button), "{story}: {step}");
        assert_eq!(row.caption, caption(button), "{story}: {step}");
        if let Some(reason) = reason {
            assert_eq!(row.label, api().spoken("label", reason, 0), "{story}: {step}");
        }
        if outcome != "finishing" {
            let alarming = ["failed", "blocked"].contains(&outcome);
            assert_eq!((!row.message.is_empty(), !row.advice.is_empty()), (alarming, alarming), "{story}: {step}");
            if !alarming && reason.is_none() {
                let outcome = (0..OUTCOMES).find(|&code| api().text("outcome_name", code) == outcome).unwrap();
                assert_eq!(row.label, api().spoken("outcome_label", outcome, 0), "{story}: {step}");
            }
        }
        row.bytes.to_owned()
    };
    let well = "a download that goes well";
    check(well, "completes", "completed", "open", None);
    let paused = "pause and resume";
    check(paused, "Pause is pressed", "paused", "resume", None);
    check(paused, "Resume is pressed", "in_progress", "pause", None);
    check("a cancel", "the cross is pressed", "canceled", "download_again", None);
    check("a cancel after a failure", "the disk is full", "failed", "resume", Some(3));
    check("a cancel after a failure", "the cross is pressed", "failed", "download_again", Some(3));
    let retried = "a retry that the engine makes by itself";
    check(retried, "times out and is tried again", "recovering", "-", Some(13));
    check(retried, "has 500 bytes", "in_progress", "pause", None);
    check(retried, "times out for good", "failed", "resume", Some(13));
    check(retried, "Resume is pressed", "recovering", "-", Some(13));
    check(retried, "has 600 bytes", "in_progress", "pause", None);
    let restarted = "a restart from zero";
    check(restarted, "has 0 bytes", "recovering", "-", Some(11));
    check(restarted, "has 100 bytes", "in_progress", "pause", None);
    let sticky = "an old reason on a healthy and on a completed transfer";
    for (step, outcome, button) in [
        ("Resume is pressed", "in_progress", "pause"),
        ("still has the reason", "in_progress", "pause"),
        ("completes", "completed", "open"),
    ] {
        check(sticky, step, outcome, button, None);
    }
    check("interrupted without a reason", "is interrupted", "failed", "retry", Some(UNKNOWN));
    check("a code of a later WebView2", "goes on", "in_progress", "pause", None);
    check("a state of a later WebView2", "is in state 9", "in_progress", "pause", None);
    check("a reason that cannot be read", "is interrupted", "failed", "retry", Some(UNKNOWN));
    check("CanResume that cannot be read", "is interrupted", "failed", "download_again", Some(14));
    check("a state that cannot be read", "completes", "failed", "resume", Some(14));
    check("a failure that cannot be resumed", "the connection is lost", "failed", "download_again", Some(14));
    check("blocked by security", "a virus is found", "blocked", "-", Some(6));
    check("refused before it began", "starts", "canceled", "download_again", None);
    // Where another operation takes the row's place, there is one row; else two.
    for (story, step) in [("a dead attempt", "has 500 bytes"), ("a failure that cannot be resumed", "has 500 bytes")] {
        assert_eq!(check(story, step, "in_progress", "pause", None), "500");
    }
    for story in [
        "the same address twice",
        "a silent attempt that has failed without a word",
        "a silent attempt that can be resumed after all",
        "a silent attempt that goes on",
        "a failure that cannot be resumed, and the same link once more",
    ] {
        let both = &steps(&printed, story)["starts"];
        assert_eq!(both.0, 3, "{story}: one row after the first start, two after the second");
    }
    check("all bytes in passing", "completes", "completed", "open", None);
    check("all bytes there, waiting, then kept", "completes", "completed", "open", None);
    check("all bytes there, waiting, then canceled", "the cross is pressed", "canceled", "download_again", None);
}

/// There is something to say and to press after two seconds, where the web view can show its own list.
#[test]
fn what_is_finishing_speaks_up_when_it_lasts() {
    let Some(printed) = play("stories") else { return };
    let [message, advice] = ["status_message", "status_advice"].map(|function| api().status(function, FINISHING, 0, 0));
    let kept = "all bytes there, waiting, then kept";
    for (story, step, button, said) in [
        (kept, "has 1000 bytes", "-", NOTHING),
        (kept, "two seconds later", "show_downloads", (message, advice)),
        ("all bytes in passing", "almost two seconds later", "-", NOTHING),
        ("all bytes there twice", "two seconds later", "show_downloads", (message, advice)),
        ("all bytes there twice", "almost two seconds later", "-", NOTHING),
        ("all bytes there in a web view that has no list", "two seconds later", "-", (message, "")),
    ] {
        let steps = steps(&printed, story);
        let row = steps[step].1.as_ref().unwrap();
        let shown = (row.outcome, row.button, row.cross, (row.message, row.advice), row.caption);
        assert_eq!(shown, ("finishing", button, "cancel", said, caption(button)), "{story}: {step}");
        assert_eq!(row.label, api().spoken("outcome_label", FINISHING, 0), "{story}: {step}");
    }
}
