//! Whether the tests would see a change.

use std::fs;
use std::process::Command;

use crate::programs::{failure, folder};
use crate::proof::{Form, Proof, Tried};
use crate::record;
use xtask::build::{CORE, PACKAGE};
use xtask::{Error, root};

pub const PROOF: Proof = Proof {
    name: "mutants",
    shows: "`cargo mutants` changes `core/src/` and `src/` in one place at a time: an operator, a match arm, a \
        function that returns something else. Each change must be refused by the compiler or seen by a test, first by the \
        unit tests and then by those of the built library. With some, the tables are computed for ever, or are \
        a thousand times as large: the compiler is given up after 30 seconds, 300 with those tests, and the tests \
        after 90. What is left out, and why, is in `.cargo/mutants.toml`. A mutant that was seen is not tried again after \
        a run that missed others, and the seconds are those of the last run. Long form only.",
    in_short_form: false,
    run,
};

const NEEDED: &str = "needed is `cargo install cargo-mutants`; each mutant that was missed wants a test, or a \
    reason in .cargo/mutants.toml";

/// How `cargo mutants` ends when it tried all mutants: none was missed, some were, or some made the library run for ever.
const TRIED_ALL: [i32; 3] = [0, 2, 3];

fn run(_: Form) -> Result<Vec<Tried>, Error> {
    let folder = folder()?;
    let lists = folder.join("mutants.out");
    let library = record::library()?;
    // After a run that missed some, a test is written, and those that were seen for this library are not tried again.
    let unfinished = folder.join("mutants.unfinished");
    if lists.exists() && fs::read_to_string(&unfinished).ok().as_ref() != Some(&library) {
        fs::remove_dir_all(&lists)?;
    }
    fs::write(&unfinished, library)?;
    let list = |name: &str| -> Result<Vec<String>, Error> {
        let file = lists.join(name);
        let lines = if file.exists() { fs::read_to_string(file)? } else { String::new() };
        Ok(lines.lines().map(str::to_owned).collect())
    };

    // The unit tests are built in seconds, the release library in many: it is for what they miss.
    mutate("30", &format!("{PACKAGE},{CORE}"), &[])?;
    let endless = list("timeout.txt")?;
    mutate("300", &format!("{PACKAGE},{CORE},tests"), &endless)?;

    let mut seen = 0;
    for name in ["previously_caught.txt", "caught.txt", "unviable.txt"] {
        seen += list(name)?.len();
    }
    let missed = list("missed.txt")?.len();
    if seen == 0 || missed != 0 {
        return Err(format!("{missed} mutants were missed, {seen} seen; {NEEDED}").into());
    }
    fs::remove_file(unfinished)?;
    let endless = endless.len() + list("timeout.txt")?.len();
    Ok(vec![
        Tried { times: seen as u64, what: "mutants that a test saw or the compiler refused".to_owned() },
        Tried {
            times: endless as u64,
            what: "mutants with which the compiler or the tests no longer ended".to_owned(),
        },
        Tried { times: 0, what: "mutants that were missed".to_owned() },
    ])
}

/// Tries the mutants that were not seen yet, but for those with which the compiler did not end in so many seconds.
fn mutate(build_seconds: &str, packages: &str, endless: &[String]) -> Result<(), Error> {
    let mut command = Command::new("cargo");
    command.current_dir(root()).args(["mutants", "--package", PACKAGE, "--package", CORE, "--colors", "never"]);
    command.args(["--iterate", "--jobs", "2", "--timeout", "90", "--build-timeout", build_seconds]);
    command.args(["--test-package", packages, "--output"]).arg(folder()?);
    // Each begins with its file, line and column.
    let places = endless.iter().filter_map(|mutant| mutant.split_once(": "));
    command.args(places.flat_map(|(place, _)| ["--exclude-re".to_owned(), format!("^{place}:")]));
    let output = command.output().map_err(|error| format!("cargo mutants: {error}; {NEEDED}"))?;
    match output.status.code() {
        Some(code) if TRIED_ALL.contains(&code) => Ok(()),
        _ => Err(failure(&command, &output, NEEDED)),
    }
}
