//! Where each byte of the file goes.

use std::fs;
use std::path::Path;

use goblin::elf::Elf;
use goblin::elf::section_header::{SHT_NOBITS, SectionHeader};

use crate::page::{Goal, Page};
use library::Api;
use xtask::{Error, build};

/// Beside the texts: the code, the cells of the names, the offsets that a text stored once does not pay for, and ELF's skeleton.
const OVERHEAD: usize = 7 * 1024;

const CODE: u64 = 4608;
const WITHOUT_ROW: u64 = 3482;

pub fn file(ours: &Path, api: &Api, page: &mut Page) -> Result<(), Error> {
    let data = fs::read(ours)?;
    let elf = Elf::parse(&data)?;
    let (count, texts) = api.texts();
    let mut parts = vec![
        ("ELF header".to_owned(), usize::from(elf.header.e_ehsize)),
        (
            format!("{} program headers of {}", elf.header.e_phnum, elf.header.e_phentsize),
            usize::from(elf.header.e_phnum) * usize::from(elf.header.e_phentsize),
        ),
    ];
    for section in elf.section_headers.iter().filter(|section| section.sh_type != SHT_NOBITS && section.sh_size > 0) {
        let name = elf.shdr_strtab.get_at(section.sh_name).unwrap_or_default();
        parts.push((format!("`{name}`{}", meaning(name)), section.sh_size as usize));
    }
    parts.push((
        format!(
            "{} section headers of {}, which linkers and debuggers read",
            elf.header.e_shnum, elf.header.e_shentsize
        ),
        usize::from(elf.header.e_shnum) * usize::from(elf.header.e_shentsize),
    ));
    let padding = data.len() - parts.iter().map(|part| part.1).sum::<usize>();
    parts.push(("between them, for alignment".to_owned(), padding));
    parts.push(("**the file**".to_owned(), data.len()));
    parts.push((format!("the {count} texts in both encodings, each with its NUL"), texts));

    page.section(
        "The file, byte by byte",
        "A text that is the end of another is stored once, so the file may hold fewer bytes than its texts have.",
    );
    let rows = parts.into_iter().map(|(part, bytes)| vec![part, bytes.to_string()]);
    page.table(&["part", "bytes"], &rows.collect::<Vec<_>>());
    let overhead = data.len() as i64 - texts as i64;
    page.goal(Goal {
        what: format!("file size at most the texts' bytes + {} KiB", OVERHEAD / 1024),
        measured: format!("{} bytes: the texts' {texts} {overhead:+}", data.len()),
        met: data.len() <= texts + OVERHEAD,
        otherwise: "See the file, byte by byte: what is not a text is offsets, code, and what ELF takes for the exported names.",
        certain: true,
    });
    Ok(())
}

/// The code, and what of it the row takes, seen in a build that keeps its symbols.
pub fn code(page: &mut Page) -> Result<(), Error> {
    let unstripped = build::cargo(&[], |cargo| {
        cargo.arg("--target-dir").arg(xtask::target().join("unstripped")).env("CARGO_PROFILE_RELEASE_STRIP", "none");
    })?;
    let data = fs::read(unstripped.shared)?;
    let elf = Elf::parse(&data)?;
    let name_of = |section: &SectionHeader| elf.shdr_strtab.get_at(section.sh_name).unwrap_or_default();
    let text = elf.section_headers.iter().find(|section| name_of(section) == ".text").ok_or("there is no code")?;
    let of_the_row = elf.syms.iter().filter(|symbol| {
        let name = elf.strtab.get_at(symbol.st_name).unwrap_or_default();
        let parts = ["row", "action", "status", "language_name", "direction"];
        symbol.is_function() && parts.iter().any(|part| name.contains(part))
    });
    // Each begins at a multiple of 16.
    let row: u64 = of_the_row.map(|function| function.st_size.next_multiple_of(16)).sum();
    for (what, measured, most) in
        [("the code", text.sh_size, CODE), ("the code without the row", text.sh_size - row, WITHOUT_ROW)]
    {
        page.goal(Goal {
            what: format!("{what}: at most {most} bytes"),
            measured: measured.to_string(),
            met: measured <= most,
            otherwise: "Read the functions with `nm -S`.",
            certain: true,
        });
    }
    Ok(())
}

fn meaning(section: &str) -> &'static str {
    match section {
        ".dynsym" => ": the exported names, 24 bytes each",
        ".dynstr" => ": their letters, and the SONAME",
        ".gnu.hash" => ": how the loader finds them",
        ".rodata" => ": the texts, their offsets, the tables",
        ".text" => ": the code",
        ".dynamic" => ": what the loader reads first",
        _ => "",
    }
}
