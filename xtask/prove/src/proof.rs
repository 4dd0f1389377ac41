//! What a proof is, and what it counts.

use std::process::{Command, Output};
use std::time::Duration;

use xtask::Error;

use crate::programs::{name, output};

/// How much is tried.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Long,
    /// What CI has time for.
    Short,
}

/// A way to try to refute what the library promises.
pub struct Proof {
    /// Its name on the command line and in the table.
    pub name: &'static str,
    /// What it shows and how, for `docs/proof.md`.
    pub shows: &'static str,
    pub in_short_form: bool,
    pub run: fn(Form) -> Result<Vec<Tried>, Error>,
}

/// What was tried, and how often.
pub struct Tried {
    pub times: u64,
    pub what: String,
}

/// A proof that was made.
pub struct Made {
    pub proof: &'static Proof,
    pub tried: Vec<Tried>,
    pub took: Duration,
}

/// Runs one of the programs in `tests/proof`, which print how often they tried what.
pub fn tried(command: &mut Command, needed: &str) -> Result<Tried, Error> {
    let printed = output(command, needed)?.stdout;
    parse(std::str::from_utf8(&printed)?.trim()).ok_or_else(|| format!("{} printed no count", name(command)).into())
}

/// "1000 signals".
fn parse(line: &str) -> Option<Tried> {
    let (times, what) = line.split_once(' ')?;
    let times = times.parse().ok().filter(|&times| times > 0)?;
    Some(Tried { times, what: what.to_owned() })
}

/// How many tests a `cargo test` says that passed, over all its programs.
pub fn passed(output: &Output) -> Result<u64, Error> {
    let printed = String::from_utf8_lossy(&output.stdout);
    let counts = printed.lines().filter_map(|line| line.strip_prefix("test result: ok. ")?.split_once(" passed"));
    let passed = counts.filter_map(|(count, _)| count.parse::<u64>().ok()).sum();
    if passed == 0 { Err("no test ran".into()) } else { Ok(passed) }
}
