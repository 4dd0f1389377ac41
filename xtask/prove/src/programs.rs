//! The programs that try, and where they build and write.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use xtask::build::Library;
use xtask::c::{self, Language};
use xtask::{Error, root, target};

/// Runs a command to its end without showing what it prints. An error has the end of that, and what is needed.
pub fn output(command: &mut Command, needed: &str) -> Result<Output, Error> {
    let output = command.output().map_err(|error| format!("{}: {error}; {needed}", name(command)))?;
    if output.status.success() { Ok(output) } else { Err(failure(command, &output, needed)) }
}

pub fn failure(command: &Command, output: &Output, needed: &str) -> Error {
    let printed = [&output.stdout[..], &output.stderr].map(String::from_utf8_lossy).concat();
    let end = printed.trim_end().lines().rev().take(40).collect::<Vec<_>>();
    let end = end.into_iter().rev().collect::<Vec<_>>().join("\n");
    format!("{}: {}; {needed}\n{end}", name(command), output.status).into()
}

pub fn name(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// `cargo +nightly`, for what the stable toolchain does not do.
pub fn nightly() -> Command {
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
pub fn folder() -> Result<PathBuf, Error> {
    let folder = target().join("prove");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Compiles a C program with the system's compiler and, where there is one, against the shared library.
pub fn compile(name: &str, source: &str, flags: &[&str], library: Option<&Library>) -> Result<PathBuf, Error> {
    let program = folder()?.join(name);
    let mut command = c::compiler(Language::C99)?.to_command();
    command.args(c::WARNINGS).args(["-std=c11", "-g", "-pthread"]).args(flags);
    command.arg("-I").arg(root().join("include")).arg(root().join(source)).arg("-o").arg(&program);
    if let Some(library) = library {
        let beside = folder()?.join(library.run_time_name());
        xtask::replace(&library.shared, &beside)?;
        command.arg(beside).args(c::RUN_PATH);
    }
    output(&mut command, c::NEEDED)?;
    Ok(program)
}

/// The codes of the golden file of the C example, and the file.
pub fn golden() -> Result<(Vec<String>, String), Error> {
    let golden = fs::read_to_string(root().join("tests/golden/explain.tsv"))?;
    let codes = golden.lines().skip(1).filter_map(|line| line.split('\t').next()).map(str::to_owned).collect();
    Ok((codes, golden))
}
