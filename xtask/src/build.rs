//! Builds the library with cargo and says where the files are.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{Error, root, target};

/// The package of the C library.
pub const PACKAGE: &str = "wv2interrupt-capi";

/// The package of the Rust library below it.
pub const CORE: &str = "wv2interrupt";

/// A built library.
pub struct Library {
    /// `libwv2interrupt.so`, `wv2interrupt.dll`, `libwv2interrupt.dylib` or `wv2interrupt.wasm`.
    pub shared: PathBuf,
    /// `libwv2interrupt.a` or `wv2interrupt.lib`.
    pub archive: PathBuf,
    /// What a linker for Windows takes for the DLL: `wv2interrupt.dll.lib` or `libwv2interrupt.dll.a`.
    pub import: Option<PathBuf>,
}

/// The release build, as a plain `cargo build --release` makes it.
pub fn release() -> Result<Library, Error> {
    cargo(&[], |_| {})
}

/// The release build that speaks English alone.
pub fn english() -> Result<Library, Error> {
    cargo(&["--no-default-features"], |cargo| {
        cargo.arg("--target-dir").arg(target().join("english"));
    })
}

/// Cargo: the one that runs us.
pub fn command() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What cargo says of its target folder.
pub fn target_folder() -> Result<PathBuf, Error> {
    let mut command = self::command();
    command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root());
    let metadata: Value = serde_json::from_slice(&command.output()?.stdout)?;
    let folder = metadata["target_directory"].as_str().ok_or("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

/// A release build with more arguments for cargo, and changes to its command.
pub fn cargo(arguments: &[&str], change: impl FnOnce(&mut Command)) -> Result<Library, Error> {
    let mut command = self::command();
    command
        .current_dir(root())
        .args(["build", "--quiet", "--release", "--package", PACKAGE])
        .arg("--message-format=json-render-diagnostics")
        .args(arguments)
        .stdout(Stdio::piped());
    change(&mut command);
    let mut child = command.spawn()?;
    let mut files = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let message: Value = serde_json::from_str(&line?)?;
        if strings(&message["target"]["crate_types"]).any(|kind| kind == "cdylib") {
            files = strings(&message["filenames"]).map(PathBuf::from).collect();
        }
    }
    if !child.wait()?.success() {
        return Err("the library could not be built".into());
    }
    Library::of(&files).ok_or_else(|| format!("cargo made {files:?}, which is no library").into())
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

impl Library {
    fn of(files: &[PathBuf]) -> Option<Self> {
        let ends = |file: &Path, endings: &[&str]| {
            endings.iter().any(|ending| file.as_os_str().to_string_lossy().ends_with(ending))
        };
        let (imports, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| ends(file, &[".dll.lib", ".dll.a"]));
        let find = |endings: &[&str]| others.iter().copied().find(|file| ends(file, endings)).cloned();
        Some(Self {
            shared: find(&[".so", ".dll", ".dylib", ".wasm"])?,
            archive: find(&[".a", ".lib"])?,
            import: imports.first().copied().cloned(),
        })
    }

    /// The name under which a program looks for the shared library when it starts.
    pub fn run_time_name(&self) -> &'static str {
        match self.shared.extension().and_then(|extension| extension.to_str()) {
            Some("dll") => "wv2interrupt.dll",
            Some("dylib") => "libwv2interrupt.1.dylib",
            _ => "libwv2interrupt.so.1",
        }
    }
}
