//! The C header, generated from the library's sources.

use std::path::PathBuf;

use crate::{Error, root};

pub fn path() -> PathBuf {
    root().join("include/wv2interrupt.h")
}

pub fn generate() -> Result<String, Error> {
    let config = cbindgen::Config::from_file(root().join("cbindgen.toml"))?;
    let bindings = cbindgen::Builder::new().with_src(root().join("src/lib.rs")).with_config(config).generate()?;
    let mut header = Vec::new();
    bindings.write(&mut header);
    Ok(String::from_utf8(header)?)
}
