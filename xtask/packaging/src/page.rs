//! `wv2interrupt-explain.html`: the look-up page, one file from the sources in `page/`, the JavaScript binding and what is
//! known besides.

pub mod bundle;
mod facts;

use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use xtask::{Error, root, target};

use crate::javascript;
use bundle::Module;

pub const FILE: &str = "wv2interrupt-explain.html";

/// Where the page begins.
const MAIN: &str = "page";

/// What may be done in the page: run its own script and the library, and show its own style. No connection to anywhere.
const POLICY: &str = "default-src 'none'; script-src 'sha256-@SCRIPT_HASH@' 'wasm-unsafe-eval'; \
                      style-src 'sha256-@STYLE_HASH@'; img-src data:; connect-src 'none'; base-uri 'none'; \
                      form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Writes the page to `target/page`, and returns where it is.
pub fn page() -> Result<PathBuf, Error> {
    write(&target().join("page"))
}

/// Writes it in a folder, and returns where it is.
pub fn write(folder: &Path) -> Result<PathBuf, Error> {
    fs::create_dir_all(folder)?;
    let file = folder.join(FILE);
    fs::write(&file, html()?)?;
    Ok(file)
}

fn html() -> Result<String, Error> {
    let script = bundle::bundle(MAIN, &modules()?)?;
    let style = source("style.css")?;
    let policy = POLICY.replace("@SCRIPT_HASH@", &hash(&script)).replace("@STYLE_HASH@", &hash(&style));
    let page = source("index.html")?;
    Ok(page.replace("@POLICY@", &policy).replace("@STYLE@", &style).replace("@SCRIPT@", &script))
}

/// The modules that the page's script is made of: its sources, and what is made here.
pub fn modules() -> Result<Vec<Module>, Error> {
    let mut modules = vec![facts::module()?, binding()?];
    for file in fs::read_dir(root().join("page"))? {
        let name = file?.file_name().into_string().map_err(|name| format!("{name:?} is no UTF-8"))?;
        if let Some(stem) = name.strip_suffix(".js") {
            modules.push(Module { name: stem.to_owned(), text: source(&name)? });
        }
    }
    Ok(modules)
}

fn binding() -> Result<Module, Error> {
    let made = tempfile::tempdir()?;
    let file = made.path().join("wv2interrupt.js");
    javascript::module(&file)?;
    Ok(Module { name: "wv2interrupt".to_owned(), text: fs::read_to_string(file)? })
}

fn source(name: &str) -> Result<String, Error> {
    Ok(fs::read_to_string(root().join("page").join(name))?)
}

/// How a policy names a text that is allowed.
fn hash(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text))
}
