//! The C header, generated from the exported functions and from the table.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use wv2interrupt::internals::{Constant, ROWS};
use wv2interrupt::{Action, Category, Direction, Outcome, Reason, Recovery, State};
use xtask::{Error, root};

pub fn path() -> PathBuf {
    root().join("include/wv2interrupt.h")
}

pub fn generate() -> Result<String, Error> {
    let config = cbindgen::Config::from_file(root().join("cbindgen.toml"))?;
    let folder = tempfile::tempdir()?;
    let vocabulary = folder.path().join("vocabulary.rs");
    fs::write(&vocabulary, self::vocabulary()?)?;
    let ours = |file| root().join("src").join(file);
    let sources = cbindgen::Builder::new().with_src(ours("types.rs")).with_src(vocabulary).with_src(ours("exports.rs"));
    let mut header = Vec::new();
    sources.with_config(config).generate()?.write(&mut header);
    Ok(finish(&String::from_utf8(header)?))
}

/// The constants as cbindgen reads them: it drops one that is no literal.
fn vocabulary() -> Result<String, Error> {
    let mut source = String::new();
    let meaning = "The \"unknown\" of every type of this header, and of every function that returns one.";
    constant(&mut source, "i32", "", "UNKNOWN", Reason::UNKNOWN.into(), meaning)?;
    for (i, row) in ROWS.iter().enumerate().filter(|(_, row)| row.reason != Reason::UNKNOWN) {
        let begins = i == 0 || ROWS[i - 1].category != row.category;
        let heading = if begins { group(row.category) } else { "" };
        constant(&mut source, "Reason", heading, row.constant, row.reason.into(), row.description)?;
    }
    for (of_type, heading, constants) in TYPES {
        for (i, Constant { code, name, meaning, .. }) in constants.iter().enumerate() {
            constant(&mut source, of_type, if i == 0 { heading } else { "" }, name, *code, meaning.trim_start())?;
        }
    }
    Ok(source)
}

const TYPES: [(&str, &str, &[Constant]); 6] = [
    ("Category", "Categories: where an interruption came from", Category::CONSTANTS),
    ("Recovery", "Recoveries: what `Resume()` does when `CanResume` is TRUE", Recovery::CONSTANTS),
    ("Outcome", "Outcomes: what to show now; the table is with `wv2_interrupt_outcome()`", Outcome::CONSTANTS),
    ("Action", "Actions: the button to offer", Action::CONSTANTS),
    ("State", "States: the values of `COREWEBVIEW2_DOWNLOAD_STATE`", State::CONSTANTS),
    ("Direction", "Directions: how a language is written", Direction::CONSTANTS),
];

/// The heading above the reasons of a category.
fn group(category: Category) -> &'static str {
    match category {
        Category::FILE => "File: on this computer",
        Category::NETWORK => "Network: on the way to the server",
        Category::SERVER => "Server: in its answer",
        Category::USER => "User: on purpose",
        Category::PROCESS => "Process",
        _ => "No reason",
    }
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
