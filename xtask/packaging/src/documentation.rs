//! The documentation as a site, and the zip of it.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::{Error, target};

use crate::dist::Made;
use crate::package::Package;
use crate::{layout, pack, page};

/// Makes the site in `target/site`, and returns its first page.
pub fn make() -> Result<PathBuf, Error> {
    let folder = target().join("site");
    build(&folder)?;
    Ok(folder.join("index.html"))
}

/// Makes it in a folder, with the look-up page that every page of it leads to.
pub fn build(folder: &Path) -> Result<(), Error> {
    site::build(folder)?;
    page::write(folder)?;
    Ok(())
}

/// Packs it, which is the same for every platform.
pub fn pack(_: &[Package], folder: &Path) -> Result<Made, Error> {
    let name = format!("wv2interrupt-docs-{}", layout::manifest("version"));
    let pages = folder.join(&name);
    build(&pages)?;
    let zip = pack::zip(&pages, &name)?;
    fs::remove_dir_all(pages)?;
    Ok(Made::Files(vec![zip]))
}
