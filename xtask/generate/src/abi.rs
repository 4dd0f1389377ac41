//! The ABI of the last release, as Debian's abigail-tools write and compare it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::NamedTempFile;
use xtask::{Error, build, root, target};

/// Holds the functions and their types, without anything that differs from folder to folder.
pub fn path() -> PathBuf {
    root().join("tests/abi/x86_64-linux.xml")
}

const NEEDED: &str = "needed are Debian's abigail-tools";

/// The ABI of the library that the sources in `folder` make.
pub fn snapshot(folder: &Path) -> Result<String, Error> {
    // The tool reads types from debug information, of a version that it knows.
    let built = if folder == root() { target().to_owned() } else { folder.join("target") };
    let library = build::cargo(&[], |cargo| {
        cargo.arg("--target-dir").arg(built.join("abi"));
        cargo.current_dir(folder).env("CARGO_PROFILE_RELEASE_DEBUG", "2").env("CARGO_PROFILE_RELEASE_STRIP", "none");
    })?;
    let output = Command::new("abidw")
        .args(["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs"])
        .arg(library.shared)
        .output()
        .map_err(|error| format!("abidw: {error}: {NEEDED}"))?;
    if !output.status.success() {
        return Err(format!("abidw: {}: {}", output.status, String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// What `abidiff` objects to in an ABI that follows the released one. Functions may be added.
pub fn objections(snapshot: &str) -> Result<Option<String>, Error> {
    let mut new = NamedTempFile::new()?;
    new.write_all(snapshot.as_bytes())?;
    let output = Command::new("abidiff")
        .arg("--no-added-syms")
        .arg(path())
        .arg(new.path())
        .output()
        .map_err(|error| format!("abidiff: {error}: {NEEDED}"))?;
    let report = String::from_utf8(output.stdout)?;
    Ok(if output.status.success() { None } else { Some(report) })
}
