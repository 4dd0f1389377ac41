//! `cargo xtask drift`: whether a newer SDK of WebView2 has reasons or states that the table has not, or has otherwise. It
//! looks at two copies that others make of the SDK, each from another part of it. Exit status: 0 when nothing is new, 1 when
//! something is, 2 when one of them could not be looked at.

mod assembly;
mod bindings;
mod enumerations;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use lexopt::prelude::*;
use xtask::Error;

use enumerations::{Enumerations, Spelling};

const USAGE: &str = "usage: cargo xtask drift [--bindings FILE] [--assembly FILE]";

/// A copy of the SDK.
struct Source {
    option: &'static str,
    spelling: Spelling,
    /// Gets the newest, into a folder: what it is called, and the file.
    fetch: fn(&Path) -> Result<(String, PathBuf), Error>,
    read: fn(&Path) -> Result<Enumerations, Error>,
}

const SOURCES: [Source; 2] = [
    Source { option: "bindings", spelling: Spelling::Native, fetch: bindings::fetch, read: bindings::read },
    Source { option: "assembly", spelling: Spelling::Managed, fetch: assembly::fetch, read: assembly::read },
];

fn main() -> ExitCode {
    let (_, arguments) = xtask::asked();
    match drift(arguments) {
        Ok(status) => status,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::from(2)
        }
    }
}

fn drift(arguments: Vec<OsString>) -> Result<ExitCode, Error> {
    let files = files(arguments)?;
    let (mut is_new, mut is_unread) = (false, false);
    for (source, file) in SOURCES.iter().zip(files) {
        match news(source, file) {
            Ok(news) => {
                is_new |= news.iter().any(|line| line.is_news);
                news.iter().try_for_each(|line| xtask::print(format_args!("{}\n", line.text)))?;
            }
            Err(error) => {
                is_unread = true;
                eprintln!("xtask: {error}");
            }
        }
    }
    Ok(ExitCode::from(if is_unread { 2 } else { is_new.into() }))
}

/// The copies that stand in for the newest, in the order of the sources.
fn files(arguments: Vec<OsString>) -> Result<[Option<PathBuf>; 2], Error> {
    let with_usage = |error: lexopt::Error| format!("{error}; {USAGE}");
    let mut files = [None, None];
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(with_usage)? {
        let position = SOURCES.iter().position(|source| argument == Long(source.option));
        let position = position.ok_or_else(|| with_usage(argument.unexpected()))?;
        files[position] = Some(parser.value().map_err(with_usage)?.into());
    }
    Ok(files)
}

struct Line {
    text: String,
    is_news: bool,
}

fn news(source: &Source, file: Option<PathBuf>) -> Result<Vec<Line>, Error> {
    let folder = tempfile::tempdir()?;
    let (name, file) = match file {
        Some(file) => (format!("{file:?}"), std::path::absolute(file)?),
        None => (source.fetch)(folder.path())?,
    };
    let theirs = (source.read)(&file).map_err(|error| format!("{name} could not be read: {error}"))?;
    let news = enumerations::news(&theirs, &Enumerations::ours(source.spelling));
    if news.is_empty() {
        let Enumerations { reasons, states } = theirs;
        let text = format!("{name}: {} reasons and {} states, nothing new", reasons.len(), states.len());
        return Ok(vec![Line { text, is_news: false }]);
    }
    Ok(news.into_iter().map(|news| Line { text: format!("{name}: {news}"), is_news: true }).collect())
}

/// What a command prints. An error is the last line of its complaint, which names the cause.
fn printed(command: &mut Command, wanted: &str) -> Result<Vec<u8>, Error> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    let cause = complaint.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it says nothing").trim();
    Err(format!("{wanted} could not be fetched: {}", cause.escape_debug()).into())
}
