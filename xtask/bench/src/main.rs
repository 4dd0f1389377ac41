//! `cargo xtask bench`: how fast and how small the library is, beside what a program would use instead.

mod account;
mod calls;
mod contenders;
mod effort;
mod ffi;
mod instructions;
mod languages;
mod machine;
mod page;
mod programs;
mod start;
mod statistics;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use effort::{FULL, SHORT};
use library::Api;
use page::Page;
use xtask::{Error, build, root};

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
    let plain = calls::find(&bench, &effort, &mut page)?;
    calls::spellings(&bench, &api, &effort, &mut page, plain)?;
    instructions::count(&bench, &mut page)?;
    ffi::calls(&bench, &api, &effort, &mut page)?;
    start::measure(&bench, &effort, &mut page)?;
    account::file(&bench.ours, &api, &mut page)?;
    account::code(&mut page)?;
    languages::sizes(&bench, &api, &mut page)?;

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
