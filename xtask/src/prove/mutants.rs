//! Whether the tests would see a change.

use std::fs;
use std::process::Command;

use super::{Form, Proof, Tried, failure, folder};
use crate::{Error, root};

pub const PROOF: Proof = Proof {
    name: "mutants",
    shows: "`cargo mutants` changes `src/` in one place at a time: an operator, a match arm, a function that \
        returns something else. Each change must be refused by the compiler or seen by a test; an index out \
        of range, which ends in the library's unreachable panic handler, is a loop without end and seen by \
        its time. What is left out, and why, is in `.cargo/mutants.toml`. Long form only.",
    in_short_form: false,
    run,
};

const NEEDED: &str = "needed is `cargo install cargo-mutants`; each mutant that was missed wants a test, or a \
    reason in .cargo/mutants.toml";

/// How `cargo mutants` ends when no mutant was missed, but some made the library run for ever.
const TIMEOUTS: i32 = 3;

fn run(_: Form) -> Result<Vec<Tried>, Error> {
    let folder = folder()?;
    let mut command = Command::new("cargo");
    command.current_dir(root()).args(["mutants", "--package", "wv2interrupt", "--colors", "never"]);
    command.args(["--timeout", "30", "--output"]).arg(&folder);
    let output = command.output()?;
    if !output.status.success() && output.status.code() != Some(TIMEOUTS) {
        return Err(failure(&command, &output, NEEDED));
    }
    let count = |list: &str| -> Result<u64, Error> {
        Ok(fs::read_to_string(folder.join("mutants.out").join(list))?.lines().count() as u64)
    };
    let (caught, endless, unviable) = (count("caught.txt")?, count("timeout.txt")?, count("unviable.txt")?);
    if caught == 0 || count("missed.txt")? != 0 {
        return Err("a mutant was missed, or there was none".into());
    }
    Ok(vec![
        Tried { times: caught, what: "mutants that a test saw".to_owned() },
        Tried { times: endless, what: "mutants that no longer ended".to_owned() },
        Tried { times: unviable, what: "mutants that do not compile".to_owned() },
        Tried { times: 0, what: "mutants that were missed".to_owned() },
    ])
}
