//! The gate before a release: nothing that a program was compiled against may change.

use std::fs;
use std::thread;

use generate::abi;

use crate::stranger::{copy_sources, edit, root, tool};

#[test]
fn the_abi_is_that_of_the_last_release() {
    let Some(_) = tool("abidiff", "abigail-tools") else { return };
    let objections = abi::objections(&abi::snapshot(root()).unwrap()).unwrap();
    assert_eq!(objections.as_deref(), None, "a new function alone is no change: `cargo xtask abi` takes it up");
}

#[test]
fn changes_are_seen() {
    let Some(_) = tool("abidiff", "abigail-tools") else { return };
    let exports = "src/exports.rs";
    let from = |ty| format!("wv2_interrupt_from_chromium(code: {ty}) -> Reason {{");
    assert_seen(exports, &from("i32"), &(from("i64") + " let code = code as i32;"), "'i32' to 'i64'");
    assert_seen(exports, "fn wv2_interrupt_count()", "fn wv2_interrupt_number()", "[D] 'function i32");
    assert_seen("build.rs", "libwv2interrupt.so.{major}", "libwv2interrupt.so.2", "SONAME changed");
}

#[test]
fn comparisons_side_by_side_do_not_meet() {
    let Some(_) = tool("abidiff", "abigail-tools") else { return };
    let released = fs::read_to_string(abi::path()).unwrap();
    let without = released.replace("wv2_interrupt_count", "wv2_interrupt_number");
    thread::scope(|scope| {
        for (snapshot, objects) in [(&released, false), (&without, true)] {
            scope.spawn(move || {
                for _ in 0..50 {
                    assert_eq!(abi::objections(snapshot).unwrap().is_some(), objects);
                }
            });
        }
    });
}

/// Edits a copy of the sources and looks for the objection.
fn assert_seen(file: &str, old: &str, new: &str, objection: &str) {
    let folder = tempfile::tempdir().unwrap();
    copy_sources(folder.path());
    edit(&folder.path().join(file), old, new);
    let objections = abi::objections(&abi::snapshot(folder.path()).unwrap()).unwrap().unwrap_or_default();
    assert!(objections.contains(objection), "{new}: {objections}");
}
