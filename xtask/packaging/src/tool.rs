//! The `explain` example as a tool that is installed, and its manual page.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::Path;

use xtask::build::Library;
use xtask::{Error, c};

use crate::layout;

const NAME: &str = "wv2interrupt-explain";

/// Puts both below `prefix`. Without a C compiler for this system it says that they are left out: the library is whole
/// without them.
pub fn lay_out(library: &Library, prefix: &Path) -> Result<(), Error> {
    let bin = prefix.join("bin");
    fs::create_dir_all(&bin)?;
    if let Err(why) = c::explain_alone(&bin.join(format!("{NAME}{EXE_SUFFIX}")), library) {
        eprintln!("xtask: {NAME} is left out: {why}");
        return Ok(());
    }
    if cfg!(windows) {
        return Ok(());
    }
    let page = format!("{NAME}.1");
    layout::fill_in(&format!("man/{page}.in"), &prefix.join("share/man/man1").join(page), &[])
}
