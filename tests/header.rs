//! The header: generated from the sources, true to the table, and clean for every compiler.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::stranger::{api, compilers, reasons, root, tool};
use regex::Regex;
use xtask::c::{self, Language};

fn header() -> String {
    fs::read_to_string(generate::header::path()).unwrap()
}

#[test]
fn it_is_generated_from_the_sources() {
    let generated = generate::header::generate().unwrap();
    similar_asserts::assert_eq!(generated, header(), "`cargo xtask header` writes it");
}

/// Every constant whose name begins so: its name without that, its value and its comment.
fn constants(prefix: &str) -> BTreeMap<i32, (String, String)> {
    let header = header();
    let constant = Regex::new(&format!(r"/\*\*((?s:.*?))\*/\n#define WV2_INTERRUPT_{prefix}_(\w+) (-?\d+)\n")).unwrap();
    let found = constant.captures_iter(&header);
    found.map(|found| (found[3].parse().unwrap(), (found[2].to_owned(), comment(&found[1])))).collect()
}

/// A comment without its stars, its group's heading and its line breaks.
fn comment(text: &str) -> String {
    let text = text.rsplit("/**").next().unwrap();
    let lines = text.lines().map(|line| line.trim().trim_start_matches('*').trim());
    lines.filter(|line| !line.is_empty() && !line.starts_with("----")).collect::<Vec<_>>().join(" ")
}

#[test]
fn it_has_a_constant_and_the_description_of_every_reason() {
    let constants = constants("REASON");
    assert_eq!(constants.keys().copied().collect::<Vec<_>>(), reasons());
    for (code, (name, comment)) in constants {
        assert_eq!(format!("COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_{name}"), api().text("symbol", code));
        assert_eq!(comment, api().text("description", code), "the comment of {name}");
    }
}

#[test]
fn it_has_a_constant_and_a_sentence_for_every_id() {
    for (prefix, function) in [
        ("CATEGORY", "category_name"),
        ("RECOVERY", "recovery_name"),
        ("OUTCOME", "outcome_name"),
        ("ACTION", "action_name"),
    ] {
        let constants = constants(prefix);
        let count = (0..).take_while(|&code| api().text(function, code) != "unknown").count();
        assert_eq!(constants.len(), count, "{prefix}");
        for (code, (name, comment)) in constants {
            assert_eq!(name.to_lowercase(), api().text(function, code));
            assert!(comment.ends_with('.'), "{name}: {comment:?}");
        }
    }
    assert_eq!(constants("STATE").len(), 3);
    assert_eq!(constants("DIRECTION").len(), 2);
}

#[test]
fn it_has_no_other_constants() {
    let macros = "UNKNOWN|H|API|CALL|STATIC|VERSION_(MAJOR|MINOR|PATCH|NUMBER)|(REASON|CATEGORY|RECOVERY|OUTCOME|ACTION|STATE|DIRECTION)_\\w+";
    let ours = Regex::new(&format!("^WV2_INTERRUPT_({macros})$")).unwrap();
    let define = Regex::new(r"#define (\w+)").unwrap();
    for found in define.captures_iter(&header()) {
        assert!(ours.is_match(&found[1]), "{}", &found[1]);
    }
}

#[test]
fn it_speaks_no_rust() {
    let rust = Regex::new(r"\b(i32|u16|u8|crate|unsafe|trait|None\(|Option|&str|static str|# Safety)\b|::").unwrap();
    // The prefix and separator rules name `:`; the only Rust word is where the header says how it is made.
    let header = header().replace("`cargo xtask header`", "");
    assert!(!rust.is_match(&header), "{:?}", rust.find(&header));
}

#[test]
fn prototypes_export_list_and_library_are_one_set() {
    let prototype = Regex::new(r"(?m)^WV2_INTERRUPT_API .*[ *]WV2_INTERRUPT_CALL (wv2_interrupt_\w+)\(").unwrap();
    let prototypes: BTreeSet<String> = prototype.captures_iter(&header()).map(|found| found[1].to_owned()).collect();
    let list = fs::read_to_string(root().join("tests/exports.txt")).unwrap();
    let list: BTreeSet<String> = list.lines().map(str::to_owned).collect();
    similar_asserts::assert_eq!(prototypes, list, "include/wv2interrupt.h and tests/exports.txt");
    similar_asserts::assert_eq!(
        crate::binary::exports(&crate::stranger::library().shared),
        list,
        "the library and tests/exports.txt"
    );
    assert_eq!(list.len(), 51);
}

#[test]
fn versions_agree_everywhere() {
    let part = |name: &str| {
        let part = Regex::new(&format!(r"#define WV2_INTERRUPT_VERSION_{name} (\d+)")).unwrap();
        part.captures(&header()).unwrap()[1].parse::<i32>().unwrap()
    };
    let (major, minor, patch) = (part("MAJOR"), part("MINOR"), part("PATCH"));
    let version = format!("{major}.{minor}.{patch}");
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains(&format!("\nversion = \"{version}\"\n")), "Cargo.toml is not {version}");
    assert_eq!(api().version(), version);
    assert_eq!(api().constant("version_number"), major << 16 | minor << 8 | patch);
    #[cfg(target_os = "linux")]
    assert_eq!(crate::binary::soname(), format!("libwv2interrupt.so.{major}"));
    let changes = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(changes.contains(&format!("## {version}")), "CHANGELOG.md has no heading for {version}");
}

/// A translation unit that includes the header twice and uses all of it.
pub const EVERYTHING: &str = r#"
#include "wv2interrupt.h"
#include "wv2interrupt.h"

const wv2_interrupt_char16_t *texts(wv2_interrupt_reason_t reason, wv2_interrupt_language_t language);
const wv2_interrupt_char16_t *texts(wv2_interrupt_reason_t reason, wv2_interrupt_language_t language)
{
    wv2_interrupt_outcome_t outcome = wv2_interrupt_outcome(WV2_INTERRUPT_STATE_INTERRUPTED, reason);
    if (wv2_interrupt_version_number() < WV2_INTERRUPT_VERSION_NUMBER || outcome == WV2_INTERRUPT_UNKNOWN)
        return wv2_interrupt_name_utf16(wv2_interrupt_from_name(wv2_interrupt_name(WV2_INTERRUPT_REASON_FILE_FAILED)));
    if (wv2_interrupt_category(reason) == WV2_INTERRUPT_CATEGORY_FILE)
        return wv2_interrupt_label_utf16(reason, language);
    return wv2_interrupt_outcome_label_utf16(outcome, wv2_interrupt_language_find("en"));
}
"#;

#[test]
fn it_compiles_without_a_warning_as_c_and_cpp() {
    let folder = tempfile::tempdir().unwrap();
    for (language, file, standards) in [
        (Language::C99, "everything.c", &["c89", "c99", "c11", "c17", "c2x"][..]),
        (Language::Cpp17, "everything.cpp", &["c++98", "c++11", "c++14", "c++17", "c++20", "c++2b"][..]),
    ] {
        let source = folder.path().join(file);
        fs::write(&source, EVERYTHING).unwrap();
        for compiler in compilers(language) {
            for standard in standards {
                compile(compiler(), &source, &[&format!("-std={standard}")]);
            }
            // On Windows a text is an LPCWSTR; the header is read elsewhere with its macros set as there.
            if !cfg!(windows) {
                compile(compiler(), &source, &["-D_WIN32", "-D__cdecl=", "-DWV2_INTERRUPT_STATIC"]);
            }
        }
    }
}

fn compile(mut compiler: Command, source: &Path, arguments: &[&str]) {
    let output = compiler
        .args(c::WARNINGS)
        .args(arguments)
        .arg("-c")
        .arg("-o")
        .arg(source.with_extension("o"))
        .arg("-I")
        .arg(root().join("include"))
        .arg(source)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && errors.is_empty(), "{compiler:?} {arguments:?}:\n{errors}");
}

/// Some readers of C89 stop there.
#[test]
fn nothing_stands_behind_else_and_endif() {
    let header = header();
    let mut ends = header.lines().filter(|line| line.starts_with("#else") || line.starts_with("#endif")).peekable();
    assert!(ends.peek().is_some());
    assert!(ends.all(|line| line == "#else" || line == "#endif"));
}

/// By itself it takes those that are not negative for u32.
#[test]
fn bindgen_types_constants_as_the_functions_take_them() {
    let Some(bindgen) = tool("bindgen", "bindgen") else { return };
    let output = Command::new(bindgen)
        .args(["--default-macro-constant-type", "signed", "--allowlist-file", ".*wv2interrupt.h"])
        .arg(generate::header::path())
        .output()
        .unwrap();
    let bindings = String::from_utf8(output.stdout).unwrap();
    let constants = Regex::new(r"#define (WV2_INTERRUPT_\w+) -?\d").unwrap();
    for found in constants.captures_iter(&header()) {
        assert!(bindings.contains(&format!("pub const {}: i32 = ", &found[1])), "{}", &found[1]);
    }
    assert!(bindings.contains("pub type wv2_interrupt_reason_t = i32;"), "{bindings}");
}
