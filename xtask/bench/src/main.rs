//! `cargo xtask bench`: how fast and how small the library is, beside what a program would use instead.

mod account;
mod calls;
mod contenders;
mod ffi;
mod instructions;
mod machine;
mod page;
mod start;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use library::Api;
use page::Page;
use xtask::{Error, build, root};

/// How much is measured.
struct Effort {
    rounds: usize,
    /// Processes started for each library.
    starts: usize,
    /// Rounds in each other language, and calls in each of them.
    foreign: (usize, usize),
}

const FULL: Effort = Effort { rounds: 101, starts: 41, foreign: (15, 100_000) };
const SHORT: Effort = Effort { rounds: 9, starts: 9, foreign: (9, 5_000) };

fn path() -> PathBuf {
    root().join("docs/benchmarks.md")
}

fn main() -> ExitCode {
    let (_, arguments) = xtask::asked();
    xtask::exit(match &arguments[..] {
        [] => bench(false),
        [short] if short == "--short" => bench(true),
        other => Err(format!("bench takes --short and nothing else, not {other:?}").into()),
    })
}

/// Prints the figures. The full form writes them to `docs/benchmarks.md`; the short one, for CI, fails if a goal is
/// missed that does not depend on time.
fn bench(short: bool) -> Result<(), Error> {
    if !cfg!(target_os = "linux") {
        return Err("the benchmarks need Linux: dlopen, /proc and valgrind".into());
    }
    let effort = if short { SHORT } else { FULL };
    let library = build::release()?;
    let api = Api::open(&library.shared)?;
    let bench = contenders::all(&library.shared)?;

    let mut page = Page::new(machine::describe(&bench.compilers)?);
    calls::names(&bench, &api, &effort, &mut page)?;
    calls::spoken(&bench, &effort, &mut page)?;
    calls::find(&bench, &effort, &mut page)?;
    calls::spellings(&bench, &api, &effort, &mut page)?;
    instructions::count(&bench, &mut page)?;
    ffi::calls(&bench, &api, &effort, &mut page)?;
    start::measure(&bench, &effort, &mut page)?;
    account::file(&bench.ours, &bench.english, &api, &mut page)?;

    xtask::print(page.text())?;
    if !short {
        fs::write(path(), page.text())?;
        return Ok(());
    }
    match page.certain_failures() {
        failures if failures.is_empty() => Ok(()),
        failures => Err(format!("a goal is missed that does not depend on time: {}", failures.join("; ")).into()),
    }
}

/// Where everything is built.
fn folder() -> PathBuf {
    root().join("target/bench")
}

/// A source of the benchmarks.
fn source(name: &str) -> PathBuf {
    root().join("tests/bench").join(name)
}

/// What a command prints; an error names it.
fn output(command: &mut Command) -> Result<String, Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{program} could not be started: {error}"))?;
    if !output.status.success() {
        let (what, why) = (output.status, String::from_utf8_lossy(&output.stderr).into_owned());
        return Err(format!("{program} failed: {what}\n{why}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a program is there to be started.
fn installed(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// The median of the rounds' ratios: what slows a round down slows both down.
fn ratio(ours: &[f64], theirs: &[f64]) -> f64 {
    median(&ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs).collect::<Vec<_>>())
}
