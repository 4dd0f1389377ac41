//! The VERSIONINFO resource of the DLL, which Windows Explorer shows, as a `.res` file. Written here because a
//! resource compiler comes with the Windows SDK, and this library builds without one.
//!
//! Source of the format: Microsoft's documentation of VS_VERSIONINFO and of the resource file format.

const ENGLISH_US: u16 = 0x0409;
const UTF16: u16 = 0x04B0;

/// A `.res` file with the version `[major, minor, patch]` and the texts that Explorer shows.
pub fn resource_file(version: [u16; 3], texts: &[(&str, &str)]) -> Vec<u8> {
    let info = version_info(version, texts);
    let mut file = resource(0, 0, 0, &[]);
    file.extend(resource(16, 1, ENGLISH_US, &info));
    file
}

/// One resource, with numbers for its type and its name.
fn resource(kind: u16, name: u16, language: u16, data: &[u8]) -> Vec<u8> {
    const HEADER_SIZE: u32 = 32;
    const IS_NUMBER: u16 = 0xFFFF;
    let mut bytes = Vec::new();
    bytes.extend((data.len() as u32).to_le_bytes());
    bytes.extend(HEADER_SIZE.to_le_bytes());
    // Type, name, version of the data (two halves), memory flags, language.
    push(&mut bytes, &[IS_NUMBER, kind, IS_NUMBER, name, 0, 0, 0, language]);
    bytes.resize(HEADER_SIZE as usize, 0);
    bytes.extend(data);
    pad(&mut bytes);
    bytes
}

fn version_info([major, minor, patch]: [u16; 3], texts: &[(&str, &str)]) -> Vec<u8> {
    let (high, low) = (u32::from(major) << 16 | u32::from(minor), u32::from(patch) << 16);
    const SIGNATURE: u32 = 0xFEEF_04BD;
    const STRUCT_VERSION: u32 = 0x0001_0000;
    const WINDOWS_NT: u32 = 0x0004_0004;
    const DLL: u32 = 2;
    // File version, product version, mask and flags, system, type, subtype, date.
    let fixed = [SIGNATURE, STRUCT_VERSION, high, low, high, low, 0x3F, 0, WINDOWS_NT, DLL, 0, 0, 0];
    let fixed: Vec<u8> = fixed.iter().flat_map(|value| value.to_le_bytes()).collect();

    let strings: Vec<Vec<u8>> = texts.iter().map(|(name, text)| string(name, text)).collect();
    let table = block(&format!("{ENGLISH_US:04X}{UTF16:04X}"), &[], 0, true, &strings);
    let strings = block("StringFileInfo", &[], 0, true, &[table]);
    let mut languages = Vec::new();
    push(&mut languages, &[ENGLISH_US, UTF16]);
    let translation = block("Translation", &languages, languages.len(), false, &[]);
    let languages = block("VarFileInfo", &[], 0, true, &[translation]);
    block("VS_VERSION_INFO", &fixed, fixed.len(), false, &[strings, languages])
}

fn string(name: &str, text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().chain([0]).collect();
    let mut value = Vec::new();
    push(&mut value, &units);
    block(name, &value, units.len(), true, &[])
}

/// A node of the tree: its length, its value's length, its type, its key, its value and its children.
fn block(key: &str, value: &[u8], value_length: usize, is_text: bool, children: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    push(&mut bytes, &[0, value_length as u16, is_text.into()]);
    push(&mut bytes, &key.encode_utf16().chain([0]).collect::<Vec<_>>());
    pad(&mut bytes);
    bytes.extend(value);
    for child in children {
        pad(&mut bytes);
        bytes.extend(child);
    }
    let length = bytes.len() as u16;
    bytes[..2].copy_from_slice(&length.to_le_bytes());
    bytes
}

fn push(bytes: &mut Vec<u8>, units: &[u16]) {
    bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}
