//! `docs/causes.tsv`: what was behind each reason, and how that is known.

use std::fs;
use std::path::PathBuf;

use xtask::{Error, root};

pub struct Cause {
    /// The reason's name.
    pub reason: String,
    /// TRUE or FALSE where it was seen, else empty.
    pub can_resume: String,
    pub cause: String,
    /// One of `KNOWN`.
    pub known: String,
    /// An address, or the engine that was looked at.
    pub source: String,
}

pub const KNOWN: [&str; 4] = ["observed", "documented", "read", "reported"];

pub fn path() -> PathBuf {
    root().join("docs/causes.tsv")
}

/// The rows, below a comment and the names of the columns.
pub fn all() -> Result<Vec<Cause>, Error> {
    fs::read_to_string(path())?.lines().skip(2).map(parse).collect()
}

fn parse(line: &str) -> Result<Cause, Error> {
    let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
    let Ok([reason, can_resume, cause, known, source]) = <[String; 5]>::try_from(columns) else {
        return Err(format!("{}: five columns are needed: {line}", path().display()).into());
    };
    Ok(Cause { reason, can_resume, cause, known, source })
}

impl Cause {
    /// What the server answered, where that is the cause: "404", with what else is to be said of it.
    pub fn answer(&self) -> Option<&str> {
        self.cause.strip_prefix("the server answered ")
    }

    /// How it is known, with a link to where.
    pub fn evidence(&self) -> String {
        if self.source.contains("://") {
            format!("[{}]({})", self.known, self.source)
        } else {
            format!("{} in {}", self.known, self.source)
        }
    }
}
