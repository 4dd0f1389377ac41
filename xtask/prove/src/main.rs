//! `cargo xtask prove`: tries to make the library misbehave, and counts how often it tried.
//!
//! A proof that cannot be made, for want of a tool or of anything else, has failed: none is skipped.

use std::ffi::OsString;
use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use proof::{Form, Made, Proof};
use xtask::{Error, root};

mod exhaustive;
mod faults;
mod fuzz;
mod gates;
mod miri;
mod mutants;
mod programs;
mod proof;
mod record;
mod report;
mod sanitizers;

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
        match record::all(&PROOFS, &library)? {
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
