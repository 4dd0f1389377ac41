//! `cargo xtask site`.

use std::process::ExitCode;

use xtask::{Error, target};

fn main() -> ExitCode {
    xtask::exit(site())
}

fn site() -> Result<(), Error> {
    let folder = target().join("site");
    site::build(&folder)?;
    xtask::print(format_args!("{}\n", folder.join("index.html").display()))
}
