//! `docs/reasons.md`, written from what the built library answers.

use std::fmt::Write;
use std::path::PathBuf;

use library::{Api, UNKNOWN};
use xtask::{Error, build, root};

const ENGLISH: i32 = 0;
const STATES: [(i32, &str); 3] = [(0, "in progress"), (1, "interrupted"), (2, "completed")];

pub fn path() -> PathBuf {
    root().join("docs/reasons.md")
}

pub fn generate() -> Result<String, Error> {
    let api = Api::open(&build::release()?.shared)?;
    let mut page = String::from(
        "# The reasons\n\n\
         Every interrupt reason of WebView2, as wv2interrupt answers for it. Written by `cargo xtask docs`; do not edit.\n\n\
         What a host should know about them is in [hosting.md](hosting.md).\n\n\
         | code | name | category | recovery | Chromium |\n|---:|---|---|---|---:|\n",
    );
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
    page.push_str("\n## What to show\n\n`wv2_interrupt_outcome(state, reason)`:\n\n| reason |");
    for (_, state) in STATES {
        write!(page, " {state} |")?;
    }
    page.push_str("\n|---|---|---|---|\n");
    for reason in api.reasons().chain([UNKNOWN]) {
        write!(page, "| {} |", api.text("name", reason))?;
        for (state, _) in STATES {
            write!(page, " {} |", api.text("outcome_name", api.outcome(state, reason)))?;
        }
        page.push('\n');
    }
    for reason in api.reasons() {
        entry(&mut page, &api, reason, &format!("{reason} {}", api.text("name", reason)))?;
    }
    entry(&mut page, &api, UNKNOWN, "Any other code")?;
    Ok(page)
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
