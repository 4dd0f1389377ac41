//! `cargo xtask dist`, `install` and `uninstall`.

use std::process::ExitCode;

use packaging::{dist, install};
use xtask::Error;

fn main() -> ExitCode {
    let (task, arguments) = xtask::asked();
    xtask::exit(match task.as_str() {
        "dist" => dist(),
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
