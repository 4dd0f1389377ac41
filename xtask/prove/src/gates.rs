//! The tests that guard the ABI, the hardening, the reproducibility and the licences.

use std::process::Command;

use crate::programs::output;
use crate::proof::{Form, Proof, Tried, passed};
use xtask::{Error, root};

pub const PROOF: Proof = Proof {
    name: "gates",
    shows: "Tests that CI makes with `cargo test`, and the long form again. `abidiff` compares the library with \
        the ABI of the last release in `tests/abi`, and is seen to object to a changed signature, a removed \
        function and another SONAME; the exports of the DLLs are compared with `tests/exports.txt`. The ELF \
        file and the DLLs are hardened as `tests/hardening.rs` lists. Builds in two folders give the same \
        bytes. The crates that the tools and tests are built from (the library has none) come from \
        crates.io, under a licence of a short list.",
    in_short_form: false,
    run,
};

const TESTS: [&str; 5] = [
    "abi::",
    "hardening::",
    "licences::",
    "windows::dlls_import_nothing_and_export_the_list",
    "windows::dlls_are_the_same_wherever_they_are_built",
];

fn run(_: Form) -> Result<Vec<Tried>, Error> {
    let mut command = Command::new("cargo");
    command.current_dir(root()).args(["test", "--locked", "--package", "tests", "--"]).args(TESTS);
    // In CI a test does not skip for want of a tool, but fails.
    let output = output(command.env("CI", "true"), "")?;
    Ok(vec![Tried {
        times: passed(&output)?,
        what: "tests of ABI, hardening, reproducibility and licences".to_owned(),
    }])
}
