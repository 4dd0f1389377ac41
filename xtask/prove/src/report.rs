//! The table of what was tried, and `docs/proof.md`.

use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::thread;

use crate::programs::output;
use crate::proof::Made;
use library::Api;
use xtask::c::{self, Language};
use xtask::{Error, build};

pub fn table(made: &[Made]) -> String {
    let mut table = String::from("| proof | times | what | seconds |\n|---|---:|---|---:|\n");
    for Made { proof, tried, took } in made {
        for (i, tried) in tried.iter().enumerate() {
            let (name, seconds) = if i == 0 { (proof.name, took.as_secs().to_string()) } else { ("", String::new()) };
            writeln!(table, "| {name} | {} | {} | {seconds} |", thousands(tried.times), tried.what)
                .expect("a string can be written to");
        }
    }
    table
}

/// `library` is the SHA-256 of what the proofs were made for.
pub fn page(made: &[Made], library: &str) -> Result<String, Error> {
    let version = Api::open(&build::release()?.shared)?.version().to_owned();
    let mut page = format!(
        "# Proof\n\n\
         What was tried to make the library misbehave, and how often. Made for the library of version {version}. Written by \
         `cargo xtask prove`; do not edit. CI makes the short form, `cargo xtask prove --short`, with every change. A proof \
         that lacks a tool fails and names it.\n\n",
    );
    page += &table(made);
    page += "\n## Made on\n\n";
    writeln!(page, "- the library: SHA-256 {library}")?;
    for (name, value) in machine()? {
        writeln!(page, "- {name}: {value}")?;
    }
    page += "\n## What each shows\n";
    for Made { proof, .. } in made {
        writeln!(page, "\n### {}\n\n{}", proof.name, proof.shows)?;
    }
    page += UNPROVED;
    Ok(page)
}

const UNPROVED: &str = "\n## What is not shown\n\n\
    - Every value of every integer argument was tried, but not with every value of the others: of two arguments those would \
    be 2^64 calls.\n\
    - `abidiff` sees how wide an integer is, not what it means. Two arguments of one type that change places are seen by \
    the tests of the answers.\n\
    - The ELF file has no CET marks: Rust's stable toolchain has no `-Zcf-protection`. The x64 DLL is marked for shadow \
    stacks.\n\
    - ThreadSanitizer watches the C program, not the library, which has no memory that could be written.\n";

/// What the figures depend on.
fn machine() -> Result<Vec<(&'static str, String)>, Error> {
    let processors = fs::read_to_string("/proc/cpuinfo")?;
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let release = fs::read_to_string("/etc/os-release")?;
    let system = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let cores = thread::available_parallelism()?;
    Ok(vec![
        ("processor", format!("{}, {cores} cores", model.map_or("unknown", |(_, model)| model.trim()))),
        (
            "system",
            format!("{}, Linux {}", system.unwrap_or("unknown").trim_matches('"'), first_line("uname", &["-r"])?),
        ),
        (
            "Rust",
            format!("{}; {}", first_line("rustc", &["--version"])?, first_line("rustc", &["+nightly", "--version"])?),
        ),
        ("C", first_line_of(c::compiler(Language::C99)?.to_command().arg("--version"))?),
        ("valgrind", first_line("valgrind", &["--version"])?),
        ("libabigail", first_line("abidiff", &["--version"])?),
    ])
}

fn first_line(program: &str, arguments: &[&str]) -> Result<String, Error> {
    first_line_of(Command::new(program).args(arguments).env_remove("RUSTUP_TOOLCHAIN"))
}

fn first_line_of(command: &mut Command) -> Result<String, Error> {
    let printed = output(command, "")?.stdout;
    Ok(String::from_utf8(printed)?.lines().next().unwrap_or_default().to_owned())
}

/// 4294967296 as 4,294,967,296.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let separated = digits.char_indices().map(|(i, digit)| {
        let comma = i > 0 && (digits.len() - i).is_multiple_of(3);
        format!("{}{digit}", if comma { "," } else { "" })
    });
    separated.collect()
}
