//! The programs that measure: where they are, and what they print.

use std::path::PathBuf;
use std::process::Command;

use xtask::{Error, root, target};

/// Where everything is built.
pub fn folder() -> PathBuf {
    target().join("bench")
}

/// A source of the benchmarks.
pub fn source(name: &str) -> PathBuf {
    root().join("tests/bench").join(name)
}

/// What a command prints; an error names it.
pub fn output(command: &mut Command) -> Result<String, Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{program} could not be started: {error}"))?;
    if !output.status.success() {
        let (what, why) = (output.status, String::from_utf8_lossy(&output.stderr).into_owned());
        return Err(format!("{program} failed: {what}\n{why}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a program is there to be started.
pub fn installed(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}
