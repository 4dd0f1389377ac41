//! Where each byte of the file goes.

use std::fs;
use std::path::Path;

use goblin::elf::Elf;
use goblin::elf::section_header::SHT_NOBITS;

use crate::page::{Goal, Page};
use library::Api;
use xtask::Error;

const OVERHEAD: usize = 4 * 1024;

pub fn file(ours: &Path, english: &Path, api: &Api, page: &mut Page) -> Result<(), Error> {
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
    let (count, of_english) = Api::open(english)?.texts();
    parts.push(("**the file that speaks English alone**".to_owned(), fs::metadata(english)?.len() as usize));
    parts.push((format!("its {count} texts"), of_english));
    let rows = parts.into_iter().map(|(part, bytes)| vec![part, bytes.to_string()]);
    page.table(&["part", "bytes"], &rows.collect::<Vec<_>>());
    let overhead = data.len() as i64 - texts as i64;
    page.goal(Goal {
        what: "file size at most the texts' bytes + 4 KiB".to_owned(),
        measured: format!("{} bytes: the texts' {texts} {overhead:+}", data.len()),
        met: data.len() <= texts + OVERHEAD,
        otherwise: "See the file, byte by byte: what is not a text is offsets, code, and what ELF takes for the exported names.",
        certain: true,
    });
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
