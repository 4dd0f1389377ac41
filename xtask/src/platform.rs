//! The platforms that there are release archives for.

use std::path::Path;
use std::process::Command;

use crate::build::{self, Library};
use crate::{Error, run};

/// A platform that there is an archive for.
#[derive(Clone, Copy)]
pub struct Platform {
    pub name: &'static str,
    pub target: &'static str,
}

pub const WINDOWS: [Platform; 3] = [
    Platform { name: "windows-x64", target: "x86_64-pc-windows-msvc" },
    Platform { name: "windows-x86", target: "i686-pc-windows-msvc" },
    Platform { name: "windows-arm64", target: "aarch64-pc-windows-msvc" },
];
pub const LINUX: Platform = Platform { name: "linux-x64", target: "x86_64-unknown-linux-gnu" };

/// The release build for a platform, which needs no more than its standard library from rustup.
pub fn release(platform: Platform) -> Result<Library, Error> {
    add_target(platform.target)?;
    build::cargo(&["--target", platform.target], |command| {
        if cfg!(not(windows)) && platform.name.starts_with("windows") {
            let target = platform.target.to_uppercase().replace('-', "_");
            command.env(format!("CARGO_TARGET_{target}_LINKER"), "rust-lld");
        }
    })
}

fn add_target(target: &str) -> Result<(), Error> {
    let output = Command::new("rustc").args(["--print", "target-libdir", "--target", target]).output()?;
    if Path::new(String::from_utf8(output.stdout)?.trim()).exists() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", target]), "").map_err(|error| {
        format!(
            "the Rust target {target} is not installed, and `rustup target add {target}` does not help ({error}). \
             Debian's packages rustc-web, cargo-web and rust-web-src build without it: \
             `cargo build --release --target {target} -Zbuild-std=core` with RUSTC_BOOTSTRAP=1"
        )
        .into()
    })
}
