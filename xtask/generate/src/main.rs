//! `cargo xtask header`, `bindings`, `docs` and `abi`.

use std::fs;
use std::process::ExitCode;

use generate::{abi, bindings, c, docs, header};
use xtask::{Error, root};

fn main() -> ExitCode {
    let (task, _) = xtask::asked();
    xtask::exit(generate(&task))
}

fn generate(task: &str) -> Result<(), Error> {
    let files = match task {
        "header" => vec![(header::path(), header::generate()?)],
        "bindings" => bindings::files()?,
        "docs" => vec![(docs::path(), docs::generate()?), (c::path(), c::generate()?)],
        "abi" => vec![(abi::path(), abi::snapshot(root())?)],
        _ => return Err(xtask::unknown(task)),
    };
    for (path, text) in files {
        fs::write(path, text)?;
    }
    Ok(())
}
