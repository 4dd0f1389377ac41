//! `cargo xtask install` and `uninstall`. What was installed is written down, so that exactly that is removed.

use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use lexopt::prelude::*;

use xtask::{Error, TARGET, build, root};

use crate::{layout, pack};

/// The list of what was installed: a line for each file, and with a `/` at its end for each folder that was made.
const LIST: &str = "share/doc/wv2interrupt/installed-files.txt";

const USAGE: &str = "usage: cargo xtask install|uninstall --prefix FOLDER [--destdir FOLDER]";

pub fn install(arguments: Vec<OsString>) -> Result<(), Error> {
    let prefix = prefix(arguments)?;
    let library = build::release()?;
    let staging = tempfile::tempdir()?;
    let staging = staging.path();
    layout::lay_out(&library, TARGET, staging)?;
    let documents = layout::DOCUMENTS.into_iter().chain(["docs/hosting.md", "docs/reasons.md"]);
    for document in documents {
        layout::copy(&root().join(document), &staging.join("share/doc/wv2interrupt").join(document))?;
    }
    if prefix.join(LIST).exists() {
        remove(&prefix)?;
    }
    place(staging, &prefix)?;
    xtask::print(format_args!("installed in {}\n", prefix.display()))
}

pub fn uninstall(arguments: Vec<OsString>) -> Result<(), Error> {
    let prefix = prefix(arguments)?;
    if !prefix.join(LIST).exists() {
        return Err(format!("nothing is installed in {}: there is no {LIST}", prefix.display()).into());
    }
    remove(&prefix)?;
    xtask::print(format_args!("removed from {}\n", prefix.display()))
}

/// Where the files go: below the `--destdir`, which is for those who make packages, at the `--prefix`.
fn prefix(arguments: Vec<OsString>) -> Result<PathBuf, Error> {
    let (mut prefix, mut destdir) = (None, None);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(with_usage)? {
        match argument {
            Long("prefix") => prefix = Some(PathBuf::from(parser.value().map_err(with_usage)?)),
            Long("destdir") => destdir = Some(PathBuf::from(parser.value().map_err(with_usage)?)),
            other => return Err(with_usage(other.unexpected())),
        }
    }
    let prefix =
        prefix.filter(|prefix| !prefix.as_os_str().is_empty()).ok_or("--prefix is missing").map_err(with_usage)?;
    match destdir {
        Some(destdir) => Ok(destdir.join(prefix.components().filter(is_name).collect::<PathBuf>())),
        None => Ok(prefix),
    }
}

fn with_usage(error: impl std::fmt::Display) -> Error {
    format!("{error}; {USAGE}").into()
}

fn is_name(component: &Component) -> bool {
    matches!(component, Component::Normal(_))
}

fn place(staging: &Path, prefix: &Path) -> Result<(), Error> {
    let mut list = Vec::new();
    let files = pack::files(staging)?;
    for inside in files.iter().map(|(inside, _)| inside.as_str()).chain([LIST]) {
        let mut missing = Vec::new();
        for folder in Path::new(inside).ancestors().skip(1).take_while(|folder| !prefix.join(folder).exists()) {
            missing.push(format!("{}/", folder.display()));
        }
        missing.retain(|folder| folder != "/");
        list.extend(missing.into_iter().rev());
        fs::create_dir_all(prefix.join(inside).parent().unwrap_or(prefix))
            .map_err(|error| format!("{} could not be made: {error}", prefix.display()))?;
        list.push(inside.to_owned());
        if inside != LIST {
            replace(&staging.join(inside), &prefix.join(inside))?;
        }
    }
    Ok(fs::write(prefix.join(LIST), list.join("\n") + "\n")?)
}

/// A link stays a link.
fn replace(from: &Path, to: &Path) -> Result<(), Error> {
    if to.is_symlink() || to.exists() {
        fs::remove_file(to)?;
    }
    match fs::read_link(from) {
        Ok(target) => layout::symlink(&target, to),
        Err(_) => layout::copy(from, to),
    }
}

/// Removes what the list names, last first, and leaves a folder in which others have put something.
fn remove(prefix: &Path) -> Result<(), Error> {
    let list = fs::read_to_string(prefix.join(LIST))?;
    for inside in list.lines().rev() {
        if !Path::new(inside).components().all(|component| is_name(&component)) {
            return Err(format!("{LIST} names a path that is not below the prefix: {inside}").into());
        }
        let path = prefix.join(inside);
        if inside.ends_with('/') {
            if fs::read_dir(&path).is_ok_and(|mut entries| entries.next().is_none()) {
                fs::remove_dir(&path)?;
            }
        } else if path.is_symlink() || path.exists() {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
