//! Static libraries without what the library does not need: cargo packs all of the compiler's run-time
//! routines into them, three megabytes of which not one is called.

use std::fs::{self, File};
use std::path::Path;

use ar_archive_writer::{ArchiveKind, DEFAULT_OBJECT_READER, NewArchiveMember, write_archive_to_stream};
use goblin::archive::Archive;

use xtask::Error;

/// Copies the members that are ours. Linking a program against the result shows that nothing is missing.
pub fn slim(archive: &Path, to: &Path) -> Result<(), Error> {
    let data = fs::read(archive)?;
    let parsed = Archive::parse(&data)?;
    let ours = parsed.members().into_iter().filter(|name| name.starts_with("wv2interrupt"));
    let mut members = Vec::new();
    for name in ours {
        let object = parsed.extract(name, &data)?;
        members.push(NewArchiveMember::new(object, &DEFAULT_OBJECT_READER, "wv2interrupt.o".to_owned()));
    }
    if members.is_empty() {
        return Err(format!("{} has no object of ours", archive.display()).into());
    }
    let coff = to.extension().is_some_and(|extension| extension == "lib");
    let kind = if coff { ArchiveKind::Coff } else { ArchiveKind::Gnu };
    write_archive_to_stream(&mut File::create(to)?, &members, kind, false, None)?;
    Ok(())
}
