//! The npm package: one module with the library inside.

use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine};
use xtask::{Error, platform, root};

use crate::dist::Made;
use crate::package::Package;
use crate::{layout, markdown, pack};

const BINDING: &str = "bindings/javascript";
const MODULE: &str = "wv2interrupt.js";

/// Packs the binding, which is the same for every platform.
pub fn pack(_: &[Package], folder: &Path) -> Result<Made, Error> {
    let parts = folder.join("npm");
    module(&parts.join(MODULE))?;
    layout::fill_in(&template("package.json.in"), &parts.join("package.json"), &[])?;
    for file in ["README.md", "wv2interrupt.d.ts"] {
        layout::copy(&root().join(BINDING).join(file), &parts.join(file))?;
    }
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        layout::copy(&root().join(license), &parts.join(license))?;
    }
    markdown::settle(&parts)?;
    let path = folder.join(format!("wv2interrupt-{}.tgz", layout::manifest("version")));
    pack::write_tarball(
        &path,
        pack::files(&parts)?.into_iter().map(|(inside, file)| (format!("package/{inside}"), file)),
    )?;
    fs::remove_dir_all(parts)?;
    Ok(Made::Files(vec![path]))
}

/// Writes the ES module, which is whole by itself.
pub fn module(to: &Path) -> Result<(), Error> {
    let source = fs::read_to_string(root().join(BINDING).join(MODULE))?;
    let library = platform::web_assembly(&functions(&source))?;
    layout::fill_in(&template(MODULE), to, &[("WASM", &BASE64_STANDARD.encode(library))])
}

/// The functions of the library that a source names.
pub fn functions(source: &str) -> Vec<&str> {
    let calls = source.split("library.wv2_interrupt_").skip(1);
    let ends = |text: &str| text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    let mut functions: Vec<&str> = calls.map(|text| &text[..ends(text)]).collect();
    functions.sort_unstable();
    functions.dedup();
    functions
}

/// As `layout::fill_in` names it.
fn template(file: &str) -> String {
    format!("../{BINDING}/{file}")
}
