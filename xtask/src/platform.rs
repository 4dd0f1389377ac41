//! The platforms that there are release archives for.

use std::env::consts::EXE_SUFFIX;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::{self, Library};
use crate::{Error, TARGET, run};

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

impl Platform {
    pub fn is_windows(self) -> bool {
        self.name.starts_with("windows")
    }

    /// The variable that tells cargo how to link for it.
    pub fn linker(self) -> String {
        format!("CARGO_TARGET_{}_LINKER", self.target.to_uppercase().replace('-', "_"))
    }

    /// Why `host` cannot make it, where that is so.
    pub fn obstacle(self, host: &str, linker: Option<&OsStr>) -> Option<String> {
        let processor_and_system = |target: &str| {
            let mut parts = target.split('-');
            (parts.next().map(str::to_owned), parts.nth(1).map(str::to_owned))
        };
        let at_home = processor_and_system(host) == processor_and_system(self.target);
        (!self.is_windows() && !at_home && linker.is_none())
            .then(|| format!("{host} has no linker for {}, and {} names none", self.target, self.linker()))
    }
}

/// The release build for a platform. For Windows it needs no more than the standard library from rustup: the linker is
/// everywhere the one that comes with Rust, so that the DLL is the same wherever it is made.
pub fn release(platform: Platform) -> Result<Library, Error> {
    add_target(platform.target)?;
    build::cargo(&["--target", platform.target], |command| {
        if platform.is_windows() {
            command.env(platform.linker(), "rust-lld");
        }
        // What somebody sets for the own machine is not for everybody's.
        command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    })
}

/// What JavaScript runs.
pub const WEB_ASSEMBLY: &str = "wasm32-unknown-unknown";

/// The library as a WebAssembly module, with these functions alone, named without their prefix: the texts that no other
/// function returns are left out.
pub fn web_assembly(functions: &[&str]) -> Result<Vec<u8>, Error> {
    add_target(WEB_ASSEMBLY)?;
    let library = build::cargo(&["--target", WEB_ASSEMBLY], |command| {
        command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    })?;
    link_web_assembly(&library.archive, functions)
}

/// The same, from the library that was built for it.
pub fn link_web_assembly(archive: &Path, functions: &[&str]) -> Result<Vec<u8>, Error> {
    let module = archive.with_file_name("javascript.wasm");
    let mut linker = Command::new(rust_lld()?);
    linker.args(["-flavor", "wasm", "--no-entry", "--gc-sections", "--strip-all"]);
    // A stack that overflowed would trap, and not run into the texts. The functions need little of it.
    linker.args(["--stack-first", "-z", "stack-size=65536"]);
    linker.args(functions.iter().map(|function| format!("--export=wv2_interrupt_{function}")));
    run(linker.arg(archive).arg("-o").arg(&module), "it comes with Rust from rustup")?;
    Ok(fs::read(module)?)
}

/// The linker that comes with Rust.
fn rust_lld() -> Result<PathBuf, Error> {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output()?;
    let sysroot = PathBuf::from(String::from_utf8(output.stdout)?.trim());
    Ok(sysroot.join("lib/rustlib").join(TARGET).join("bin").join(format!("rust-lld{EXE_SUFFIX}")))
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
