//! The C header, generated from the exported functions and from the table.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use wv2interrupt::Reason;
use wv2interrupt::internals::Constant;
use xtask::{Error, root};

use crate::vocabulary::{self, Type};

pub fn path() -> PathBuf {
    root().join("include/wv2interrupt.h")
}

pub fn generate() -> Result<String, Error> {
    let config = cbindgen::Config::from_file(root().join("cbindgen.toml"))?;
    let folder = tempfile::tempdir()?;
    let vocabulary = folder.path().join("vocabulary.rs");
    fs::write(&vocabulary, constants()?)?;
    let ours = |file| root().join("src").join(file);
    let sources = cbindgen::Builder::new().with_src(ours("types.rs")).with_src(vocabulary).with_src(ours("exports.rs"));
    let mut header = Vec::new();
    sources.with_config(config).generate()?.write(&mut header);
    Ok(finish(&String::from_utf8(header)?))
}

/// The constants as cbindgen reads them: it drops one that is no literal.
fn constants() -> Result<String, Error> {
    let mut source = String::new();
    constant(&mut source, "i32", "", "UNKNOWN", Reason::UNKNOWN.into(), vocabulary::UNKNOWN)?;
    for (heading, row) in vocabulary::reasons() {
        constant(&mut source, "Reason", heading, row.constant, row.reason.into(), row.description)?;
    }
    for Type { name: of_type, heading, constants, .. } in vocabulary::TYPES {
        for (i, Constant { code, name, meaning, .. }) in constants.iter().enumerate() {
            constant(&mut source, of_type, if i == 0 { heading } else { "" }, name, *code, meaning.trim_start())?;
        }
    }
    Ok(source)
}

fn constant(
    source: &mut String,
    of_type: &str,
    heading: &str,
    name: &str,
    code: i32,
    meaning: &str,
) -> Result<(), Error> {
    if !heading.is_empty() {
        writeln!(source, "\n/// ---- {heading} ----\n///")?;
    }
    for line in textwrap::wrap(meaning, 100) {
        writeln!(source, "/// {line}")?;
    }
    let prefix = if of_type == "i32" { String::new() } else { of_type.to_uppercase() + "_" };
    Ok(writeln!(source, "pub const {prefix}{name}: {of_type} = {code};")?)
}

/// What cbindgen has no setting for.
fn finish(header: &str) -> String {
    // A long prototype is broken behind the macro, and its parameters are indented as far as its name is long.
    let header = header.replace("\nWV2_INTERRUPT_API\n", "\nWV2_INTERRUPT_API ");
    header.lines().map(|line| finish_line(line) + "\n").collect()
}

fn finish_line(line: &str) -> String {
    const INDENT: &str = "    ";
    // A calling convention stands between the returned type and the name.
    if line.starts_with("WV2_INTERRUPT_API ")
        && let Some(bracket) = line.find('(')
    {
        let name = line[..bracket].rfind([' ', '*']).map_or(0, |before| before + 1);
        let (result, prototype) = line.split_at(name);
        let prototype = match prototype.split_once('(') {
            Some((name, parameter)) if parameter.ends_with(',') => format!("{name}(\n{INDENT}{parameter}"),
            _ => prototype.to_owned(),
        };
        return format!("{result}WV2_INTERRUPT_CALL {prototype}");
    }
    if line.starts_with("        ") {
        return INDENT.to_owned() + line.trim_start();
    }
    // A strict reader of C89 takes no `//`, and nothing at all behind a directive.
    if line.starts_with("#endif") || line.starts_with('}') {
        return line.split('/').next().unwrap_or_default().trim_end().to_owned();
    }
    line.to_owned()
}
