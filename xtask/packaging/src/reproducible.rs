//! Makes a DLL the same bytes wherever it is built. Its code and data are already; but the linker derives its identity, which
//! ties it to its `.pdb`, from the `.pdb`, and that one holds the paths of the machine. Here the identity is
//! derived from the DLL itself.

use std::fs;
use std::ops::Range;
use std::path::Path;

use goblin::pe::PE;
use goblin::pe::options::ParseOptions;
use goblin::pe::utils::find_offset;
use sha2::{Digest, Sha256};

use xtask::Error;

const GUID_LENGTH: usize = 16;
const STAMP_LENGTH: usize = 4;

pub fn identify(dll: &Path, pdb: &Path) -> Result<(), Error> {
    let (mut image, mut symbols) = (fs::read(dll)?, fs::read(pdb)?);
    let (stamps, guid) = identity(&image)?;
    let old_guid = image[guid.clone()].to_vec();
    let in_symbols = only_occurrence(&symbols, &old_guid).ok_or("the .pdb does not belong to the DLL")?;

    for range in stamps.iter().chain([&guid]) {
        image[range.clone()].fill(0);
    }
    let digest = Sha256::digest(&image);
    let (new_guid, new_stamp) = (&digest[..GUID_LENGTH], &digest[GUID_LENGTH..][..STAMP_LENGTH]);
    for stamp in stamps {
        image[stamp].copy_from_slice(new_stamp);
    }
    image[guid].copy_from_slice(new_guid);
    symbols[in_symbols].copy_from_slice(new_guid);
    fs::write(dll, image)?;
    Ok(fs::write(pdb, symbols)?)
}

/// Where the image says what it is: the stamps of its header and of each debug entry, and the GUID that its `.pdb` shares.
fn identity(image: &[u8]) -> Result<(Vec<Range<usize>>, Range<usize>), Error> {
    const STAMP_IN_HEADER: usize = 8;
    const ENTRY_LENGTH: usize = 28;
    const STAMP_IN_ENTRY: usize = 4;
    const CODE_VIEW: &[u8] = b"RSDS";
    let pe = PE::parse(image)?;
    let optional = pe.header.optional_header.ok_or("the image has no optional header")?;
    let debug = optional.data_directories.get_debug_table().ok_or("the image has no debug directory")?;
    let alignment = optional.windows_fields.file_alignment;
    let rva = debug.virtual_address as usize;
    let start =
        find_offset(rva, &pe.sections, alignment, &ParseOptions::default()).ok_or("the debug directory is outside")?;
    let entries = (start..start + debug.size as usize).step_by(ENTRY_LENGTH).map(|entry| entry + STAMP_IN_ENTRY);
    let header = pe.header.dos_header.pe_pointer as usize + STAMP_IN_HEADER;
    let stamps = [header].into_iter().chain(entries).map(|at| at..at + STAMP_LENGTH).collect();
    let code_view = only_occurrence(image, CODE_VIEW).ok_or("the image has no CodeView entry")?;
    Ok((stamps, code_view.end..code_view.end + GUID_LENGTH))
}

fn only_occurrence(bytes: &[u8], part: &[u8]) -> Option<Range<usize>> {
    let mut found = bytes.windows(part.len()).enumerate().filter(|(_, window)| *window == part);
    let at = found.next()?.0;
    found.next().is_none().then_some(at..at + part.len())
}
