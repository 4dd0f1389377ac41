//! Builds the library with cargo and says where the files are.

use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cargo_metadata::{CrateType, Message};

use crate::{Error, root};

/// A built library.
pub struct Library {
    /// `libwv2interrupt.so`, `wv2interrupt.dll` or `libwv2interrupt.dylib`.
    pub shared: PathBuf,
    /// `libwv2interrupt.a` or `wv2interrupt.lib`.
    pub archive: PathBuf,
}

/// The release build, as a plain `cargo build --release` makes it.
pub fn release() -> Result<Library, Error> {
    cargo(&[], |_| {})
}

/// The release build that speaks English alone.
pub fn english() -> Result<Library, Error> {
    cargo(&["--no-default-features", "--target-dir", "target/english"], |_| {})
}

/// A release build with more arguments for cargo, and changes to its command.
pub fn cargo(arguments: &[&str], change: impl FnOnce(&mut Command)) -> Result<Library, Error> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(root())
        .args(["build", "--quiet", "--release", "--package", "wv2interrupt"])
        .arg("--message-format=json-render-diagnostics")
        .args(arguments)
        .stdout(Stdio::piped());
    change(&mut command);
    let mut child = command.spawn()?;
    let mut files = Vec::new();
    for message in Message::parse_stream(BufReader::new(child.stdout.take().unwrap())) {
        if let Message::CompilerArtifact(artifact) = message?
            && artifact.target.crate_types.contains(&CrateType::CDyLib)
        {
            files = artifact.filenames;
        }
    }
    if !child.wait()?.success() {
        return Err("the library could not be built".into());
    }
    let find = |extensions: &[&str]| {
        let file = files.iter().find(|file| extensions.contains(&file.extension().unwrap_or_default()));
        file.map(|file| file.clone().into_std_path_buf()).ok_or(format!("cargo built no {extensions:?}"))
    };
    Ok(Library { shared: find(&["so", "dll", "dylib"])?, archive: archive(&find(&["a", "lib"])?) })
}

/// Beside the static `wv2interrupt.lib`, cargo lists `wv2interrupt.dll.lib`, which imports the DLL.
fn archive(found: &Path) -> PathBuf {
    match found.file_name().and_then(|name| name.to_str()) {
        Some("wv2interrupt.dll.lib") => found.with_file_name("wv2interrupt.lib"),
        _ => found.to_owned(),
    }
}

impl Library {
    /// The name under which a program looks for the shared library when it starts.
    pub fn run_time_name(&self) -> &'static str {
        match self.shared.extension().and_then(|extension| extension.to_str()) {
            Some("dll") => "wv2interrupt.dll",
            Some("dylib") => "libwv2interrupt.1.dylib",
            _ => "libwv2interrupt.so.1",
        }
    }
}
