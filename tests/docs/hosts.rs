//! The code for hosts in the README and in hosting.md, compiled against a stand-in for the SDK and played to, and the tables
//! of hosting.md.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use library::{ACTIONS, OUTCOMES};
use regex::Regex;
use xtask::c::{self, Language};

use super::{listings, read};
use crate::stranger::{UNKNOWN, api, executable, facts, library, on_stderr, reasons, text};

const HOSTING: &str = "docs/hosting.md";

/// What the listings need of the SDK.
const SDK: &str = r#"
#include <cassert>
#include <cstdint>
#include <string>
typedef int32_t HRESULT;
typedef int BOOL;
typedef int64_t INT64;
#define FALSE 0
#define SUCCEEDED(result) ((result) >= 0)
enum COREWEBVIEW2_DOWNLOAD_STATE {
    COREWEBVIEW2_DOWNLOAD_STATE_IN_PROGRESS,
    COREWEBVIEW2_DOWNLOAD_STATE_INTERRUPTED,
    COREWEBVIEW2_DOWNLOAD_STATE_COMPLETED
};
enum COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON {
    COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_NONE,
    COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_LATER = 63
};
struct ICoreWebView2DownloadOperation {
    int state, reason;
    BOOL can_resume;
    INT64 received, total;
    HRESULT result = 0;
    HRESULT get_State(COREWEBVIEW2_DOWNLOAD_STATE* value)
    { *value = static_cast<COREWEBVIEW2_DOWNLOAD_STATE>(state); return result; }
    HRESULT get_InterruptReason(COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON* value)
    { *value = static_cast<COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON>(reason); return result; }
    HRESULT get_CanResume(BOOL* value) { *value = can_resume; return result; }
    HRESULT get_BytesReceived(INT64* value) { *value = received; return result; }
    HRESULT get_TotalBytesToReceive(INT64* value) { *value = total; return result; }
};
"#;

/// Compiles a page without a warning, runs it, and returns what it prints.
#[track_caller]
fn run(page: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (source, program) = (folder.path().join("page.cpp"), executable(folder.path(), "page"));
    fs::write(&source, format!("{SDK}{page}")).unwrap();
    c::link_shared(&[&source], &program, library(), Language::Cpp17).unwrap();
    let output = Command::new(&program).output().unwrap();
    assert!(output.status.success(), "{}", on_stderr(&output));
    text(&output.stdout)
}

/// Plays reports to a handler and prints its row.
const PLAY: &str = r#"
#include <cstdio>
static std::string narrow(const text& s) { return {s.begin(), s.end()}; }
int main()
{
    Row row{};
    ICoreWebView2DownloadOperation played[] = {
        {0, 13, 0, 0, 9}, {0, 0, 0, 5, 9}, {1, 14, 1, 5, 9}, {1, 26, 0, 5, 9}, {0, 26, 0, 5, 9}, {1, 28, 1, 5, 9}, {0, 28, 0, 9, 9},
        {2, 13, 0, 9, 9}, {1, 57, 1, 5, 9}, {0, 57, 0, 5, 9}, {1, 0, 1, 5, 9}, {0, 0, 0, 5, 9, -1}, {1, 6, 0, 5, 9},
    };
    for (auto& download : played) {
        OnStateChanged(&download, row);
        std::printf("%s|%s|%s|%s\n", narrow(row.label).c_str(), narrow(row.message).c_str(), narrow(row.advice).c_str(),
                    narrow(row.button).c_str());
    }
}
"#;

/// What is shown after each: an outcome or a reason with its texts, and an action.
const SHOWN: [(&str, i32, &str); 13] = [
    ("recovering", 13, "none"),
    ("in_progress", 0, "pause"),
    ("failed", 14, "resume"),
    ("failed", 14, "download_again"),
    ("in_progress", 26, "pause"),
    ("paused", 28, "resume"),
    ("finishing", 28, "show_downloads"),
    ("completed", 13, "open"),
    ("failed", 57, "retry"),
    ("in_progress", 57, "pause"),
    ("failed", 0, "retry"),
    ("failed", 0, "retry"),
    ("blocked", 6, "none"),
];

/// Off Windows a text is not a `wchar_t` string, so the listing's type is put there as it is on Windows.
#[test]
fn the_handler_in_c_does_what_it_says() {
    let handler = listings(HOSTING, "cpp").pop().unwrap().replace("std::wstring", "text");
    let include = "#include \"wv2interrupt.h\"\ntypedef std::basic_string<wv2_interrupt_char16_t> text;\n";
    similar_asserts::assert_eq!(run(&format!("{include}{handler}{PLAY}")), shown());
}

/// What the README's handler calls.
const SHOWS: &str = r#"
#include <wv2interrupt.hpp>
typedef std::basic_string<wv2_interrupt_char16_t> text;
struct Row { text label, message, advice, button; };
static Row* drawn;
static void Show(wv2::interrupt::utf16_view label, wv2::interrupt::utf16_view message, wv2::interrupt::utf16_view advice)
{
    drawn->label = label;
    drawn->message = message;
    drawn->advice = advice;
}
static void ShowButton(wv2::interrupt::action, wv2::interrupt::utf16_view caption) { drawn->button = caption; }
"#;

const DRAWS: &str = r#"
static void OnStateChanged(ICoreWebView2DownloadOperation* download, Row& shown)
{
    drawn = &shown;
    OnStateChanged(download, wv2::interrupt::language::english);
}
"#;

#[test]
fn the_readme_handler_does_what_it_says() {
    let handler = listings("README.md", "cpp")[0].replace("#include <WebView2.h>\n", "");
    similar_asserts::assert_eq!(run(&format!("{SHOWS}{handler}{DRAWS}{PLAY}")), shown());
}

/// What both show of what is played to them.
fn shown() -> String {
    let rows = SHOWN.map(|(outcome, reason, action)| {
        let (outcome, action) = (code("outcome_name", outcome), code("action_name", action));
        let status = ["status_label", "status_message", "status_advice"];
        let [label, message, advice] = status.map(|function| api().status(function, outcome, reason, 0));
        format!("{label}|{message}|{advice}|{}\n", api().spoken("action_label", action, 0))
    });
    rows.concat()
}

fn code(function: &str, name: &str) -> i32 {
    (0..OUTCOMES.max(ACTIONS)).find(|&code| api().text(function, code) == name).unwrap()
}

/// Plays a download that falls silent and another one that takes its place, one that waits, and one that was stored.
const HOSTED: &str = r#"
int main()
{
    using namespace std::chrono_literals;
    ICoreWebView2DownloadOperation first{0, 0, 0, 0, 9}, second{0, 0, 0, 1, 9};
    Download download{&first, {}, {}};
    OnStateChanged(download);
    assert(!MakesRoom(download));
    first = {0, 12, 0, 4, 9};
    OnBytesReceivedChanged(download);
    OnStateChanged(download);
    assert(download.row.is_silent() && MakesRoom(download));
    first.can_resume = 1;
    assert(!MakesRoom(download));
    first = {1, 12, 0, 4, 9};
    assert(!MakesRoom(download));
    first = {0, 12, 0, 4, 9, -1};
    assert(!MakesRoom(download));
    TakePlace(download, &second);
    assert(download.operation == &second && !download.row.is_silent() && download.row.received() == 1);

    const Clock::time_point start{};
    assert(SpeaksUp(download, start));
    second.received = 9;
    OnBytesReceivedChanged(download);
    assert(download.row.action() == wi::action::show_downloads);
    assert(!SpeaksUp(download, start + 1s) && !SpeaksUp(download, start + 2999ms) && SpeaksUp(download, start + 3s));
    second = {0, 0, 0, 9, 9, -1};
    OnStateChanged(download);
    assert(download.row.outcome() == wi::outcome::finishing);
    second = {2, 0, 0, 9, 9};
    OnStateChanged(download);
    assert(SpeaksUp(download, start + 4s) && !download.finishing_since);

    wv2_interrupt_row_t stored{};
    wv2_interrupt_row_state_changed(&stored, WV2_INTERRUPT_STATE_INTERRUPTED, WV2_INTERRUPT_REASON_FILE_NO_SPACE, 1, 5, 9);
    assert(stored.action == WV2_INTERRUPT_ACTION_RESUME);
    program_started(&stored);
    assert(stored.reason == WV2_INTERRUPT_REASON_FILE_NO_SPACE && stored.action == WV2_INTERRUPT_ACTION_DOWNLOAD_AGAIN);
    stored = {};
    program_started(&stored);
    assert(stored.outcome == WV2_INTERRUPT_OUTCOME_CANCELED && stored.action == WV2_INTERRUPT_ACTION_DOWNLOAD_AGAIN);
    wv2_interrupt_row_state_changed(&stored, WV2_INTERRUPT_STATE_COMPLETED, WV2_INTERRUPT_REASON_NONE, 0, 9, 9);
    program_started(&stored);
    assert(stored.outcome == WV2_INTERRUPT_OUTCOME_COMPLETED);
}
"#;

#[test]
fn the_listings_of_hosting_do_what_they_say() {
    let mut cpp = listings(HOSTING, "cpp");
    cpp.pop(); // the handler in C
    let listings = [cpp, listings(HOSTING, "c")].concat();
    assert_eq!(listings.len(), 4);
    assert_eq!(run(&(listings.concat() + HOSTED)), "");
}

/// The rows of a table: its cells, by the words of its heading.
fn table(page: &str, heading: &str) -> Vec<Vec<String>> {
    let page = read(page);
    let rows =
        page.split(heading).nth(1).unwrap_or_else(|| panic!("no table begins with {heading}")).split("\n\n").next();
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rows.unwrap().lines().skip(2).map(cells).collect()
}

#[test]
fn hosting_tells_the_action_of_each_outcome() {
    let word = Regex::new("`([a-z_]+)`").unwrap();
    let mut outcomes = Vec::new();
    for row in table(HOSTING, "| outcome | texts | over? | action |") {
        let code = (UNKNOWN..OUTCOMES).find(|&code| api().text("outcome_name", code) == row[0]).unwrap();
        let said: BTreeSet<&str> = word.captures_iter(&row[3]).map(|found| found.get(1).unwrap().as_str()).collect();
        let offered = |&reason: &i32| [0, 1].map(|can_resume| api().action(code, reason, can_resume));
        let offered = reasons().iter().flat_map(offered).map(|action| api().text("action_name", action)).collect();
        assert_eq!(said, offered, "{}", row[0]);
        outcomes.push(code);
    }
    assert_eq!(outcomes, (0..OUTCOMES).chain([UNKNOWN]).collect::<Vec<_>>());
}

#[test]
fn hosting_has_the_caption_of_each_action() {
    let said = table(HOSTING, "| action | in English | what a press does |");
    let said: Vec<[String; 2]> = said.into_iter().map(|row| [row[0].clone(), row[1].clone()]).collect();
    let caption = |action| {
        let (name, caption) = (api().text("action_name", action), api().spoken("action_label", action, 0));
        [format!("`{name}`"), format!("\"{caption}\"")]
    };
    assert_eq!(said, (1..ACTIONS).map(caption).collect::<Vec<_>>());
}

#[test]
fn hosting_names_the_reasons_that_are_retried() {
    let hosting = read(HOSTING);
    let paragraph = hosting.split("Six reasons are retried").nth(1).unwrap().split("(their recovery").next().unwrap();
    let name = Regex::new("`([A-Za-z]+)`").unwrap();
    let named: Vec<&str> = name.captures_iter(paragraph).map(|found| found.get(1).unwrap().as_str()).collect();
    let retried = facts().into_iter().filter(|fact| fact.recovery.starts_with("auto_"));
    assert_eq!(named, retried.map(|fact| fact.name).collect::<Vec<_>>());
}
