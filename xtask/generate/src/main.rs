//! `cargo xtask header`, `docs` and `abi`.

use std::fs;
use std::process::ExitCode;

use generate::{abi, docs, header};
use xtask::{Error, root};

fn main() -> ExitCode {
    let (task, _) = xtask::asked();
    xtask::exit(generate(&task))
}

fn generate(task: &str) -> Result<(), Error> {
    let (path, text) = match task {
        "header" => (header::path(), header::generate()?),
        "docs" => (docs::path(), docs::generate()?),
        "abi" => (abi::path(), abi::snapshot(root())?),
        _ => return Err(xtask::unknown(task)),
    };
    Ok(fs::write(path, text)?)
}
