//! Static libraries without what the library does not need: cargo packs all of the compiler's run-time
//! routines into them, three megabytes of which not one is called.

use std::fs::{self, File};
use std::path::Path;

use ar_archive_writer::{ArchiveKind, DEFAULT_OBJECT_READER, NewArchiveMember, write_archive_to_stream};
use goblin::Object;
use goblin::archive::Archive;
use goblin::mach::Mach;
use goblin::pe::symbol::IMAGE_SYM_UNDEFINED;

use xtask::Error;

/// Copies the members that are ours, and those that they call, which in a plain release build are none. Linking a program
/// against the result shows that nothing is missing.
pub fn slim(archive: &Path, to: &Path) -> Result<(), Error> {
    let data = fs::read(archive)?;
    let parsed = Archive::parse(&data)?;
    let mut wanted: Vec<&str> = parsed.members().into_iter().filter(|name| name.starts_with("wv2interrupt")).collect();
    if wanted.is_empty() {
        return Err(format!("{} has no object of ours", archive.display()).into());
    }
    let mut members = Vec::new();
    while let Some(name) = wanted.get(members.len()) {
        let object = parsed.extract(name, &data)?;
        members.push(NewArchiveMember::new(object, &DEFAULT_OBJECT_READER, "wv2interrupt.o".to_owned()));
        for called in undefined(object)?.iter().filter_map(|symbol| parsed.member_of_symbol(symbol)) {
            if !wanted.contains(&called) {
                wanted.push(called);
            }
        }
    }
    let coff = to.extension().is_some_and(|extension| extension == "lib");
    let kind = if coff { ArchiveKind::Coff } else { ArchiveKind::Gnu };
    write_archive_to_stream(&mut File::create(to)?, &members, kind, false, None)?;
    Ok(())
}

/// The symbols that an object refers to and does not have.
fn undefined(object: &[u8]) -> Result<Vec<String>, Error> {
    Ok(match Object::parse(object)? {
        Object::Elf(elf) => {
            let missing = elf.syms.iter().filter(|symbol| symbol.is_import());
            missing.filter_map(|symbol| elf.strtab.get_at(symbol.st_name)).map(str::to_owned).collect()
        }
        Object::COFF(coff) => {
            let strings = coff.strings.unwrap_or_default();
            let symbols = coff.symbols.iter().flat_map(|symbols| symbols.iter());
            let missing = symbols.filter(|(_, _, symbol)| symbol.section_number == IMAGE_SYM_UNDEFINED);
            missing
                .map(|(_, name, symbol)| Ok(name.map_or_else(|| symbol.name(&strings), Ok)?.to_owned()))
                .collect::<Result<_, goblin::error::Error>>()?
        }
        Object::Mach(Mach::Binary(object)) => {
            let symbols = object.symbols().collect::<Result<Vec<_>, _>>()?;
            symbols.into_iter().filter(|(_, symbol)| symbol.is_undefined()).map(|(name, _)| name.to_owned()).collect()
        }
        _ => Vec::new(),
    })
}
