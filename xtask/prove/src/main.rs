//! `cargo xtask prove`: tries to make the library misbehave, and counts how often it tried.
//!
//! A proof that cannot be made, for want of a tool or of anything else, has failed: none is skipped.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Output};
use std::time::{Duration, Instant};

use xtask::build::Library;
use xtask::c::{self, Language};
use xtask::{Error, root};

mod exhaustive;
mod faults;
mod fuzz;
mod gates;
mod miri;
mod mutants;
mod record;
mod report;
mod sanitizers;

/// How much is tried.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Long,
    /// What CI has time for.
    Short,
}

/// A way to try to refute what the library promises.
struct Proof {
    /// Its name on the command line and in the table.
    name: &'static str,
    /// What it shows and how, for `docs/proof.md`.
    shows: &'static str,
    in_short_form: bool,
    run: fn(Form) -> Result<Vec<Tried>, Error>,
}

/// What was tried, and how often.
struct Tried {
    times: u64,
    what: String,
}

/// A proof that was made.
struct Made {
    proof: &'static Proof,
    tried: Vec<Tried>,
    took: Duration,
}

const PROOFS: [&Proof; 7] = [
    &exhaustive::PROOF,
    &fuzz::PROOF,
    &miri::PROOF,
    &sanitizers::PROOF,
    &faults::PROOF,
    &gates::PROOF,
    &mutants::PROOF,
];

fn main() -> ExitCode {
    let (_, arguments) = xtask::asked();
    xtask::exit(prove(arguments))
}

/// `[--short] [NAME...]`: makes the proofs that are named, or all. `docs/proof.md` is written when all were made in
/// their long form, together or one after the other, for the same library.
fn prove(arguments: Vec<OsString>) -> Result<(), Error> {
    if cfg!(not(target_os = "linux")) {
        return Err("the proofs are made on Linux".into());
    }
    let arguments = arguments.iter().map(|argument| argument.to_string_lossy().into_owned());
    let (flags, names): (Vec<String>, Vec<String>) = arguments.partition(|argument| argument.starts_with('-'));
    let form = match flags.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Form::Long,
        ["--short"] => Form::Short,
        _ => return Err(format!("{} is not understood: --short is, and the name of a proof", flags.join(" ")).into()),
    };
    let chosen = choose(form, &names)?;
    let library = record::library()?;
    let mut made = Vec::new();
    let mut failed = Vec::new();
    for proof in chosen {
        eprintln!("prove: {}", proof.name);
        let begun = Instant::now();
        match (proof.run)(form) {
            Ok(tried) => {
                made.push(Made { proof, tried, took: begun.elapsed() });
                if form == Form::Long {
                    record::save(&made[made.len() - 1], &library)?;
                }
            }
            Err(error) => {
                eprintln!("prove: {} FAILED: {error}", proof.name);
                failed.push(proof.name);
            }
        }
    }
    xtask::print(report::table(&made))?;
    if !failed.is_empty() {
        return Err(format!("not proved: {}", failed.join(", ")).into());
    }
    if form == Form::Long {
        match record::all(&library)? {
            Ok(all) => fs::write(root().join("docs/proof.md"), report::page(&all, &library)?)?,
            Err(wanting) => eprintln!("prove: docs/proof.md is not written, for want of {}", wanting.join(", ")),
        }
    }
    Ok(())
}

fn choose(form: Form, names: &[String]) -> Result<Vec<&'static Proof>, Error> {
    if names.is_empty() {
        return Ok(PROOFS.into_iter().filter(|proof| form == Form::Long || proof.in_short_form).collect());
    }
    let find = |name: &String| {
        let known = || PROOFS.map(|proof| proof.name).join(", ");
        let found = PROOFS.into_iter().find(|proof| proof.name == name);
        found.ok_or_else(|| format!("there is no proof called {name:?}; there are {}", known()).into())
    };
    names.iter().map(find).collect()
}

/// Runs a command to its end without showing what it prints. An error has the end of that, and what is needed.
fn output(command: &mut Command, needed: &str) -> Result<Output, Error> {
    let output = command.output().map_err(|error| format!("{}: {error}; {needed}", name(command)))?;
    if output.status.success() { Ok(output) } else { Err(failure(command, &output, needed)) }
}

fn failure(command: &Command, output: &Output, needed: &str) -> Error {
    let printed = [&output.stdout[..], &output.stderr].map(String::from_utf8_lossy).concat();
    let end = printed.trim_end().lines().rev().take(40).collect::<Vec<_>>();
    let end = end.into_iter().rev().collect::<Vec<_>>().join("\n");
    format!("{}: {}; {needed}\n{end}", name(command), output.status).into()
}

fn name(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// `cargo +nightly`, for what the stable toolchain does not do.
fn nightly() -> Command {
    let mut cargo = Command::new("cargo");
    // What the cargo that runs us was told is not for the other toolchain's.
    cargo
        .current_dir(root())
        .arg("+nightly")
        .env("RUST_BACKTRACE", "0")
        .env_remove("CARGO")
        .env_remove("RUSTUP_TOOLCHAIN");
    cargo
}

/// Where the proofs build and write.
fn folder() -> Result<PathBuf, Error> {
    let folder = root().join("target/prove");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Compiles a C program with the system's compiler and, where there is one, against the shared library.
fn compile(name: &str, source: &str, flags: &[&str], library: Option<&Library>) -> Result<PathBuf, Error> {
    let program = folder()?.join(name);
    let mut command = c::compiler(Language::C99)?.to_command();
    command.args(c::WARNINGS).args(["-std=c11", "-g", "-pthread"]).args(flags);
    command.arg("-I").arg(root().join("include")).arg(root().join(source)).arg("-o").arg(&program);
    if let Some(library) = library {
        let beside = folder()?.join(library.run_time_name());
        fs::copy(&library.shared, &beside)?;
        command.arg(beside).args(c::RUN_PATH);
    }
    output(&mut command, c::NEEDED)?;
    Ok(program)
}

/// Runs one of the programs in `tests/proof`, which print how often they tried what.
fn tried(command: &mut Command, needed: &str) -> Result<Tried, Error> {
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
fn passed(output: &Output) -> Result<u64, Error> {
    let printed = String::from_utf8_lossy(&output.stdout);
    let counts = printed.lines().filter_map(|line| line.strip_prefix("test result: ok. ")?.split_once(" passed"));
    let passed = counts.filter_map(|(count, _)| count.parse::<u64>().ok()).sum();
    if passed == 0 { Err("no test ran".into()) } else { Ok(passed) }
}

/// The codes of the golden file of the C example, and the file.
fn golden() -> Result<(Vec<String>, String), Error> {
    let golden = fs::read_to_string(root().join("tests/golden/explain.tsv"))?;
    let codes = golden.lines().skip(1).filter_map(|line| line.split('\t').next()).map(str::to_owned).collect();
    Ok((codes, golden))
}
