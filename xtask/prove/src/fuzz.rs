//! Texts and reports that nobody thought of.

use std::fs;
use std::process::Command;
use std::thread;

use crate::programs::{folder, nightly, output};
use crate::proof::{Form, Proof, Tried};
use xtask::{Error, root, target};

pub const PROOF: Proof = Proof {
    name: "fuzz",
    shows: "libFuzzer, through `cargo fuzz`, makes texts for the look-ups, and reports for a row, and learns from their branches which \
        are new. Each answer is compared with that of a slow and plain reference, `tests/fuzz/reference.rs` and `model.rs`; \
        AddressSanitizer watches the library, and a text is on the heap with not one unit more than may be \
        read. It begins with the corpus in `tests/fuzz/corpus`. Long form: 10 million executions of each \
        target; short form: 30 seconds.",
    in_short_form: true,
    run,
};

const TARGETS: [&str; 5] = ["from_name", "from_name_utf16", "language_find", "language_find_utf16", "row"];
const NEEDED: &str = "needed are a nightly toolchain with a C++ compiler, and `cargo install cargo-fuzz`";
const EXECUTIONS: u64 = 10_000_000;
const SECONDS: u64 = 30;

fn run(form: Form) -> Result<Vec<Tried>, Error> {
    output(&mut cargo_fuzz("build"), NEEDED)?;
    thread::scope(|scope| {
        let fuzzers = TARGETS.map(|target| scope.spawn(move || fuzz(target, form)));
        fuzzers.into_iter().map(|fuzzer| fuzzer.join().expect("a fuzzer's thread does not panic")).collect()
    })
}

/// Where cargo-fuzz finds the fuzzers, and where it builds them.
fn cargo_fuzz(task: &str) -> Command {
    let mut command = nightly();
    command.args(["fuzz", task, "--fuzz-dir", "tests/fuzz", "--target-dir"]).arg(target().join("fuzz"));
    command
}

fn fuzz(fuzzer: &str, form: Form) -> Result<Tried, Error> {
    // What it finds goes here; the kept corpus stays as it is.
    let found = folder()?.join("corpus").join(fuzzer);
    fs::create_dir_all(&found)?;
    let limit = match form {
        Form::Long => format!("-runs={EXECUTIONS}"),
        Form::Short => format!("-max_total_time={SECONDS}"),
    };
    let mut command = cargo_fuzz("run");
    command.arg(fuzzer).arg(found).arg(root().join("tests/fuzz/corpus").join(fuzzer));
    command.args(["--", "-max_len=320", &limit]);
    let output = output(&mut command, NEEDED)?;
    let printed = String::from_utf8_lossy(&output.stderr);
    let times = printed.lines().find_map(|line| line.strip_prefix("Done ")?.split_once(" runs")?.0.parse().ok());
    let times = times.ok_or(format!("{fuzzer}: libFuzzer does not say how often it ran"))?;
    if form == Form::Long && times < EXECUTIONS {
        return Err(format!("{fuzzer}: {times} executions, {EXECUTIONS} were wanted").into());
    }
    Ok(Tried { times, what: format!("executions of {fuzzer}") })
}
