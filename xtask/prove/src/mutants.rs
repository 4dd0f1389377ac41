//! Whether the tests would see a change.

use std::fs;
use std::process::Command;

use crate::programs::{failure, folder};
use crate::proof::{Form, Proof, Tried};
use xtask::build::{CORE, PACKAGE};
use xtask::{Error, root};

pub const PROOF: Proof = Proof {
    name: "mutants",
    shows: "`cargo mutants` changes `core/src/` and `src/` in one place at a time: an operator, a match arm, a \
        function that returns something else. Each change must be refused by the compiler or seen by a test, first by the \
        unit tests and then by those of the built library. With some, the tables are computed for ever, or are \
        a thousand times as large: the compiler is given up after a minute, and the tests after a minute and a \
        half. What is left out, and why, is in `.cargo/mutants.toml`. Long form only.",
    in_short_form: false,
    run,
};

const NEEDED: &str = "needed is `cargo install cargo-mutants`; each mutant that was missed wants a test, or a \
    reason in .cargo/mutants.toml";

/// How `cargo mutants` ends when it tried all mutants: none was missed, some were, or some made the library run for ever.
const TRIED_ALL: [i32; 3] = [0, 2, 3];

fn run(_: Form) -> Result<Vec<Tried>, Error> {
    let folder = folder()?;
    if folder.join("mutants.out").exists() {
        fs::remove_dir_all(folder.join("mutants.out"))?;
    }
    // The unit tests are built in a second, the release library in ten: it is for what they miss.
    mutate(&["--test-package", &format!("{PACKAGE},{CORE}")])?;
    mutate(&["--test-package", &format!("{PACKAGE},{CORE},tests"), "--iterate"])?;

    let count = |list: &str| -> Result<u64, Error> {
        let file = folder.join("mutants.out").join(list);
        Ok(if file.exists() { fs::read_to_string(file)?.lines().count() as u64 } else { 0 })
    };
    let (seen, missed) = (count("previously_caught.txt")? + count("caught.txt")?, count("missed.txt")?);
    if seen == 0 || missed != 0 {
        return Err(format!("{missed} mutants were missed, {seen} seen; {NEEDED}").into());
    }
    Ok(vec![
        Tried { times: seen, what: "mutants that a test saw or the compiler refused".to_owned() },
        Tried {
            times: count("timeout.txt")?,
            what: "mutants with which the compiler or the tests no longer ended".to_owned(),
        },
        Tried { times: 0, what: "mutants that were missed".to_owned() },
    ])
}

fn mutate(arguments: &[&str]) -> Result<(), Error> {
    let mut command = Command::new("cargo");
    command.current_dir(root()).args(["mutants", "--package", PACKAGE, "--package", CORE, "--colors", "never"]);
    command.args(["--jobs", "2", "--timeout", "90", "--build-timeout", "60", "--output"]).arg(folder()?);
    let output = command.args(arguments).output().map_err(|error| format!("cargo mutants: {error}; {NEEDED}"))?;
    match output.status.code() {
        Some(code) if TRIED_ALL.contains(&code) => Ok(()),
        _ => Err(failure(&command, &output, NEEDED)),
    }
}
