//! `cargo xtask install` and `uninstall`: the commands.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use lexopt::prelude::*;

use xtask::{Error, TARGET, build, root};

use crate::installation::{Installation, LIST};
use crate::{data, installation, layout, markdown, page, tool};

const USAGE: &str =
    "usage: cargo xtask install --prefix FOLDER [--destdir FOLDER] [--force], and uninstall without --force";

struct Options {
    /// Where the files go: below the `--destdir`, which is for those who make packages, at the `--prefix`.
    prefix: PathBuf,
    /// Files that somebody else has put there are replaced.
    force: bool,
}

pub fn install(arguments: Vec<OsString>) -> Result<(), Error> {
    let Options { prefix, force } = options(arguments, true)?;
    let library = build::release()?;
    let staging = tempfile::tempdir()?;
    layout::lay_out(&library, TARGET, staging.path())?;
    let share = staging.path().join("share/wv2interrupt");
    data::write(&share)?;
    // The library is whole without it, and its target may not be there where distributions build.
    if let Err(why) = page::write(&share) {
        eprintln!("xtask: {} is left out: {why}", page::FILE);
    }
    tool::lay_out(&library, staging.path())?;
    let documents = layout::DOCUMENTS.into_iter().chain([
        "docs/hosting.md",
        "docs/reasons.md",
        "docs/causes.tsv",
        "docs/troubleshooting.md",
    ]);
    for document in documents {
        layout::copy(&root().join(document), &staging.path().join("share/doc/wv2interrupt").join(document))?;
    }
    markdown::settle(staging.path())?;
    installation::place(staging.path(), &prefix, force)?;
    xtask::print(format_args!("installed in {}\n", prefix.display()))
}

pub fn uninstall(arguments: Vec<OsString>) -> Result<(), Error> {
    let Options { prefix, .. } = options(arguments, false)?;
    let nothing = || format!("nothing is installed in {}: there is no {LIST}", prefix.display());
    Installation::read(&prefix)?.ok_or_else(nothing)?.remove()?;
    xtask::print(format_args!("removed from {}\n", prefix.display()))
}

fn options(arguments: Vec<OsString>, may_be_forced: bool) -> Result<Options, Error> {
    let (mut prefix, mut destdir, mut force) = (None, None, false);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(with_usage)? {
        match argument {
            Long("prefix") => prefix = Some(PathBuf::from(parser.value().map_err(with_usage)?)),
            Long("destdir") => destdir = Some(PathBuf::from(parser.value().map_err(with_usage)?)),
            Long("force") if may_be_forced => force = true,
            other => return Err(with_usage(other.unexpected())),
        }
    }
    let prefix =
        prefix.filter(|prefix| !prefix.as_os_str().is_empty()).ok_or("--prefix is missing").map_err(with_usage)?;
    let prefix = match destdir {
        Some(destdir) => destdir.join(below_root(&prefix)),
        None => prefix,
    };
    Ok(Options { prefix: std::path::absolute(prefix)?, force })
}

fn below_root(prefix: &Path) -> PathBuf {
    prefix.components().filter(installation::is_name).collect()
}

fn with_usage(error: impl std::fmt::Display) -> Error {
    format!("{error}; {USAGE}").into()
}
