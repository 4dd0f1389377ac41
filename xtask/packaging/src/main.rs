//! `cargo xtask dist`, `page`, `site`, `install` and `uninstall`.

use std::process::ExitCode;

use packaging::{dist, documentation, install, page};
use xtask::Error;

fn main() -> ExitCode {
    let (task, arguments) = xtask::asked();
    xtask::exit(match task.as_str() {
        "dist" => dist(),
        "page" => page(),
        "site" => site(),
        "install" => install::install(arguments),
        "uninstall" => install::uninstall(arguments),
        _ => Err(xtask::unknown(&task)),
    })
}

fn dist() -> Result<(), Error> {
    for file in dist::dist()?.files() {
        xtask::print(format_args!("{}\n", file.display()))?;
    }
    Ok(())
}

fn site() -> Result<(), Error> {
    xtask::print(format_args!("{}\n", documentation::make()?.display()))
}

fn page() -> Result<(), Error> {
    xtask::print(format_args!("{}\n", page::page()?.display()))
}
