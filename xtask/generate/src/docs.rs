//! `docs/reasons.md`, written from what the built library answers and `docs/causes.tsv`.

use std::fmt::Write;
use std::path::PathBuf;

use library::{Api, UNKNOWN};
use wv2interrupt::{DownloadRow, State};
use xtask::{Error, build, root};

use crate::causes;

const ENGLISH: i32 = 0;

pub fn path() -> PathBuf {
    root().join("docs/reasons.md")
}

pub fn generate() -> Result<String, Error> {
    let api = Api::open(&build::release()?.shared)?;
    let causes = causes::all()?;
    let mut page = String::from(INTRODUCTION);
    for reason in api.reasons() {
        let name = api.text("name", reason);
        writeln!(
            page,
            "| {reason} | [{name}](#{reason}-{}) | {} | {} | {} |",
            name.to_lowercase(),
            category(&api, reason),
            recovery(&api, reason),
            chromium(&api, reason),
        )?;
    }
    page.push_str(WHAT_TO_SHOW);
    for reason in api.reasons().chain([UNKNOWN]) {
        let outcome = |state, received| fresh(state, reason, false, received).outcome().name();
        writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} |",
            api.text("name", reason),
            outcome(State::IN_PROGRESS, 1),
            outcome(State::IN_PROGRESS, TOTAL),
            outcome(State::INTERRUPTED, 1),
            buttons(reason),
            outcome(State::COMPLETED, TOTAL),
        )?;
    }
    page.push_str(ANSWERS);
    for cause in &causes {
        if let Some(answer) = cause.answer() {
            let name = &cause.reason;
            let link = format!("{}-{}", api.find("from_name", name.as_str()), name.to_lowercase());
            writeln!(page, "| {answer} | [{name}](#{link}) | {} |", cause.can_resume)?;
        }
    }
    for reason in api.reasons() {
        entry(&mut page, &api, reason, &format!("{reason} {}", api.text("name", reason)))?;
        page.push_str("\n| what was behind it | `CanResume` | known |\n|---|---|---|\n");
        for cause in causes.iter().filter(|cause| cause.reason == api.text("name", reason)) {
            writeln!(page, "| {} | {} | {} |", cause.cause, cause.can_resume, cause.evidence())?;
        }
    }
    entry(&mut page, &api, UNKNOWN, "Any other code")?;
    Ok(page)
}

const INTRODUCTION: &str = "\
# The reasons

Every interrupt reason of WebView2, as wv2interrupt answers for it. Written by `cargo xtask docs`; do not edit.

What a host should know about them is in [Hosting WebView2 downloads](hosting.md), and what people ask in [Troubleshooting](troubleshooting.md).

What was behind a reason comes from [causes.tsv](causes.tsv). It was *observed* in the engine that is named, which is what the WebView2 runtime is made of but was not that
runtime; or it is *documented* by Microsoft, was *read* in Chromium's source, or was *reported* by others and not tried here. There may be other causes. `CanResume` is given where it was seen.

| code | name | category | recovery | Chromium |
|---:|---|---|---|---:|
";

const WHAT_TO_SHOW: &str = "
## What to show

For a new row of a list, after `wv2_interrupt_row_state_changed()`. `wv2_interrupt_outcome()` says the same from state and reason, but does not know of the bytes. The button is that for
`interrupted`, and its name the one of `wv2_interrupt_action_name()`.

| reason | in progress | in progress, all bytes there | interrupted | button | completed |
|---|---|---|---|---|---|
";

const ANSWERS: &str = "
## What a server's answer becomes

Observed in Chromium 156, for `<a download>`. No member of the operation tells the number: see [which HTTP status was it?](troubleshooting.md#which-http-status-was-it)

| the server answers | reason | `CanResume` |
|---|---|---|
";

const TOTAL: i64 = 2;

/// A new row, told of a download once.
fn fresh(state: State, reason: i32, can_resume: bool, received: i64) -> DownloadRow {
    let mut row = DownloadRow::default();
    row.state_changed(state, reason.into(), can_resume, received, TOTAL);
    row
}

/// What is offered for an interrupted download.
fn buttons(reason: i32) -> String {
    let button = |can_resume| fresh(State::INTERRUPTED, reason, can_resume, 1).action().name();
    match (button(true), button(false)) {
        (same, other) if same == other => same.to_owned(),
        (resumed, other) => format!("{resumed} if `CanResume`, else {other}"),
    }
}

fn entry(page: &mut String, api: &Api, reason: i32, heading: &str) -> Result<(), Error> {
    writeln!(page, "\n## {heading}\n\n{}\n\n| | |\n|---|---|", api.text("description", reason))?;
    if reason != UNKNOWN {
        writeln!(page, "| number | {reason}, {reason:#x} |")?;
    }
    let mut row = |name: &str, value: &str| writeln!(page, "| {name} | {value} |");
    row("name", &format!("`{}`", api.text("name", reason)))?;
    row("symbol", &format!("`{}`", api.text("symbol", reason)))?;
    row("category", category(api, reason))?;
    row("recovery", recovery(api, reason))?;
    row("button", &buttons(reason))?;
    row("Chromium", &chromium(api, reason))?;
    row("label", api.spoken("label", reason, ENGLISH))?;
    row("message", api.spoken("message", reason, ENGLISH))?;
    row(
        "advice",
        match api.spoken("advice", reason, ENGLISH) {
            "" => "none",
            advice => advice,
        },
    )?;
    Ok(())
}

fn category(api: &Api, reason: i32) -> &str {
    api.text("category_name", api.number("category", reason))
}

fn recovery(api: &Api, reason: i32) -> &str {
    api.text("recovery_name", api.number("recovery", reason))
}

fn chromium(api: &Api, reason: i32) -> String {
    match api.number("to_chromium", reason) {
        UNKNOWN => "none".to_owned(),
        code => code.to_string(),
    }
}
