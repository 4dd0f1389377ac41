//! The hardening that is checked in every file that is shipped: one list for ELF, one for the DLLs.

use std::fs;

use goblin::elf::Elf;
use goblin::elf::dynamic::{DF_1_NOW, DF_BIND_NOW, DF_TEXTREL, DT_FLAGS, DT_FLAGS_1, DT_TEXTREL};
use goblin::elf::program_header::{PF_R, PF_W, PF_X, PT_DYNAMIC, PT_GNU_RELRO, PT_GNU_STACK, ProgramHeader};
use goblin::elf::section_header::SHF_WRITE;
use goblin::pe::PE;

use crate::stranger::{api, library};
use crate::windows::{dll, windows};

#[test]
fn the_files_are_hardened() {
    let shared = fs::read(&library().shared).unwrap();
    elf(&shared);
    texts_are_apart(&shared);
    for package in windows() {
        pe(package.platform.name, &fs::read(dll(package)).unwrap());
    }
}

/// No text is in a segment that is mapped executable.
pub fn texts_are_apart(data: &[u8]) {
    let text = api().spoken("message", 3, 0);
    let at = data.windows(text.len()).position(|bytes| bytes == text.as_bytes()).expect("the text is in the file");
    let elf = Elf::parse(data).unwrap();
    let executed = elf.program_headers.iter().filter(|segment| segment.is_executable());
    assert!(!executed.map(ProgramHeader::file_range).any(|range| range.contains(&at)), "texts are executable");
}

/// Without CET marks (IBT, shadow stacks): the stable toolchain has no `-Zcf-protection`.
fn elf(data: &[u8]) {
    let elf = Elf::parse(data).unwrap();
    let segments = |kind| elf.program_headers.iter().filter(move |segment| segment.p_type == kind);
    for segment in &elf.program_headers {
        assert!(segment.p_flags & (PF_W | PF_X) != PF_W | PF_X, "a segment is writable and executable");
    }
    let [stack] = segments(PT_GNU_STACK).collect::<Vec<_>>()[..] else { panic!("one PT_GNU_STACK is needed") };
    assert_eq!(stack.p_flags, PF_R | PF_W, "the stack is executable");

    // Full RELRO: all is bound when it is loaded, and then nothing stays writable.
    let entries = &elf.dynamic.as_ref().unwrap().dyns;
    let flags = |tag| entries.iter().filter(|entry| entry.d_tag == tag).fold(0, |flags, entry| flags | entry.d_val);
    assert!(flags(DT_FLAGS) & DF_BIND_NOW != 0 && flags(DT_FLAGS_1) & DF_1_NOW != 0, "it is bound lazily");
    let [relro] = segments(PT_GNU_RELRO).collect::<Vec<_>>()[..] else { panic!("one PT_GNU_RELRO is needed") };
    for section in elf.section_headers.iter().filter(|section| section.sh_flags & u64::from(SHF_WRITE) != 0) {
        let protected = relro.vm_range().contains(&(section.sh_addr as usize));
        assert!(protected, "{:?} stays writable", elf.shdr_strtab.get_at(section.sh_name));
    }
    assert!(segments(PT_DYNAMIC).all(|segment| relro.vm_range().contains(&(segment.p_vaddr as usize))));

    assert!(flags(DT_FLAGS) & DF_TEXTREL == 0, "code is relocated");
    assert!(entries.iter().all(|entry| entry.d_tag != DT_TEXTREL), "code is relocated");
}

fn pe(name: &str, data: &[u8]) {
    const DYNAMIC_BASE: u16 = 0x40;
    const NX_COMPAT: u16 = 0x100;
    const HIGH_ENTROPY_VA: u16 = 0x20;
    const NO_SEH: u16 = 0x400;
    const WRITE: u32 = 0x8000_0000;
    const EXECUTE: u32 = 0x2000_0000;
    let pe = PE::parse(data).unwrap();
    let optional = pe.header.optional_header.unwrap();
    let marks = optional.windows_fields.dll_characteristics;
    let wanted = DYNAMIC_BASE | NX_COMPAT | if pe.is_64 { HIGH_ENTROPY_VA } else { NO_SEH };
    assert_eq!(marks & wanted, wanted, "{name}: {marks:#x}");
    let relocations = optional.data_directories.get_base_relocation_table().map_or(0, |table| table.size);
    // Only x86 has no addresses relative to the instruction.
    assert!(relocations == 0 || (!pe.is_64 && relocations < 512), "{name}: {relocations} bytes of relocations");
    for section in &pe.sections {
        let (flags, section) = (section.characteristics, section.name().unwrap());
        assert!(flags & WRITE == 0, "{name}: {section} is writable");
        assert!(flags & EXECUTE == 0 || section == ".text", "{name}: {section} is executable");
    }
    let shadow_stacks = has_debug_entry(data, &pe, EX_DLL_CHARACTERISTICS);
    assert_eq!(shadow_stacks, name == "windows-x64", "{name}: the mark of shadow stacks (CET)");
}

const EX_DLL_CHARACTERISTICS: u32 = 20;

fn has_debug_entry(data: &[u8], pe: &PE, kind: u32) -> bool {
    let debug = pe.header.optional_header.unwrap().data_directories.get_debug_table().copied().unwrap();
    let start = debug.virtual_address;
    let section = pe.sections.iter().find(|section| {
        (section.virtual_address..).contains(&start) && start < section.virtual_address + section.virtual_size
    });
    let section = section.unwrap();
    let at = (start - section.virtual_address + section.pointer_to_raw_data) as usize;
    let entries = data[at..at + debug.size as usize].chunks(28);
    entries.into_iter().any(|entry| entry[12..16] == kind.to_le_bytes())
}
