//! The C header, generated from the library's sources.

use std::path::PathBuf;

use xtask::{Error, root};

pub fn path() -> PathBuf {
    root().join("include/wv2interrupt.h")
}

pub fn generate() -> Result<String, Error> {
    let config = cbindgen::Config::from_file(root().join("cbindgen.toml"))?;
    let bindings = cbindgen::Builder::new().with_src(root().join("src/lib.rs")).with_config(config).generate()?;
    let mut header = Vec::new();
    bindings.write(&mut header);
    Ok(finish(&String::from_utf8(header)?))
}

/// What cbindgen has no setting for.
fn finish(header: &str) -> String {
    header.lines().map(|line| finish_line(line) + "\n").collect()
}

fn finish_line(line: &str) -> String {
    // A calling convention stands between the returned type and the name.
    if line.starts_with("WV2_INTERRUPT_API ")
        && let Some(bracket) = line.find('(')
    {
        let name = line[..bracket].rfind([' ', '*']).map_or(0, |before| before + 1);
        return format!("{}WV2_INTERRUPT_CALL {}", &line[..name], &line[name..]);
    }
    // A strict reader of C89 takes no `//`, and nothing at all behind a directive.
    if line.starts_with("#endif") || line.starts_with('}') {
        return line.split('/').next().unwrap_or_default().trim_end().to_owned();
    }
    line.to_owned()
}
