//! What `cargo xtask` does, for the command and for the tests.

pub mod abi;
pub mod archive;
pub mod bench;
pub mod build;
pub mod c;
pub mod dist;
pub mod docs;
pub mod gallery;
pub mod header;
pub mod install;
pub mod layout;
pub mod library;
pub mod nuget;
pub mod prove;
pub mod reproducible;
pub mod webview2;

use std::path::Path;
use std::process::Command;

pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Runs a command to its end; an error names it and what is needed.
pub fn run(command: &mut Command, needed: &str) -> Result<(), Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} failed: {status}").into()),
        Err(error) => Err(format!("{program} could not be started ({error}): {needed}").into()),
    }
}
