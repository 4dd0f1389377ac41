//! The constants of C, as the crate `webview2-com-sys` has them from the SDK's metadata.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;
use serde_json::Value;
use xtask::{Error, build};

use crate::enumerations::{Enumeration, Enumerations};
use crate::printed;

const CRATE: &str = "webview2-com-sys";

/// Cargo takes the newest into its cache.
pub fn fetch(folder: &Path) -> Result<(String, PathBuf), Error> {
    let manifest = folder.join("Cargo.toml");
    let wanted = format!(
        "[package]\nname = \"newest\"\nedition = \"2021\"\n[lib]\npath = \"lib.rs\"\n[dependencies]\n{CRATE} = \"*\"\n"
    );
    fs::write(&manifest, wanted)?;
    fs::write(folder.join("lib.rs"), "")?;
    // What is in the cache already may not be the newest.
    let mut cargo = build::command();
    cargo.args(["metadata", "--quiet", "--format-version", "1", "--config", "net.offline=false", "--manifest-path"]);
    let metadata = printed(cargo.arg(manifest).current_dir(folder), CRATE)?;
    let metadata: Value = serde_json::from_slice(&metadata)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let package = packages.iter().find(|package| package["name"] == CRATE).ok_or("cargo metadata does not name it")?;
    let [version, manifest] = ["version", "manifest_path"].map(|key| package[key].as_str().unwrap_or_default());
    Ok((format!("{CRATE} {version}"), Path::new(manifest).with_file_name("src").join("bindings.rs")))
}

pub fn read(file: &Path) -> Result<Enumerations, Error> {
    let source = fs::read_to_string(file)?;
    let constants = |enumeration: &str| -> Result<Enumeration, Error> {
        let constant =
            Regex::new(&format!(r"pub const (\w+):\s*{enumeration}\s*=\s*{enumeration}\s*\(\s*(-?\d+)_?i32\s*\)"))?;
        let found = constant.captures_iter(&source);
        found.map(|found| Ok((found[1].to_owned(), found[2].parse()?))).collect()
    };
    Enumerations::found(constants("COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON")?, constants("COREWEBVIEW2_DOWNLOAD_STATE")?)
}
