//! Undefined behaviour, as Rust defines it.

use std::thread;

use crate::programs::{nightly, output};
use crate::proof::{Form, Proof, Tried, passed};
use xtask::build::{CORE, PACKAGE};
use xtask::{Error, target};

pub const PROOF: Proof = Proof {
    name: "miri",
    shows: "Miri interprets the unit tests, in English alone, and the look-ups and rows with the fuzzers' corpus, and would \
        stop at undefined behaviour: a read out of bounds, a wrong alignment, a pointer without provenance.",
    in_short_form: true,
    run,
};

const NEEDED: &str = "needed is Miri: `rustup toolchain install nightly --component miri,rust-src`";

fn run(_: Form) -> Result<Vec<Tried>, Error> {
    // All languages would take minutes, and are looked up in the same way.
    let unit = test(&["--package", PACKAGE, "--package", CORE, "--lib", "--no-default-features"], "miri")?;
    let corpus = |tests| test(&["--manifest-path", "tests/fuzz/Cargo.toml", "--lib", tests], "miri-fuzz");
    // Miri is slow and takes one core.
    let (names, others) = thread::scope(|scope| {
        let names = scope.spawn(|| corpus("corpus::from_name"));
        let others = corpus("corpus::language_find").and_then(|languages| Ok(languages + corpus("corpus::row")?));
        (others, names.join().expect("a thread of Miri's does not panic"))
    });
    Ok(vec![
        Tried { times: unit, what: "unit tests".to_owned() },
        Tried { times: names? + others?, what: "look-ups and rows, each with its corpus".to_owned() },
    ])
}

fn test(arguments: &[&str], folder: &str) -> Result<u64, Error> {
    let mut command = nightly();
    command.args(["miri", "test", "--locked", "--target-dir"]).arg(target().join(folder)).args(arguments);
    // The corpus is read from its files.
    command.env("MIRIFLAGS", "-Zmiri-disable-isolation");
    passed(&output(&mut command, NEEDED)?)
}
