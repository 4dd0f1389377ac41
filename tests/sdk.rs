//! The table against two copies of the SDK that others made: the constants of `webview2-com-sys`, from the SDK's
//! metadata, and the enumeration in the `WebView2.idl` that `webview2-sys` carries.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::stranger::{api, reasons, root};
use cargo_metadata::MetadataCommand;
use regex::Regex;

#[test]
fn webview2_com_sys_agrees() {
    let source = fs::read_to_string(bindings()).unwrap();
    let constant = Regex::new(
        r"pub const (\w+):\s*COREWEBVIEW2_DOWNLOAD_(?:INTERRUPT_REASON|STATE) =\s*COREWEBVIEW2_\w+\((\d+)i32\)",
    )
    .unwrap();
    let constants = constant.captures_iter(&source).map(|found| (found[1].to_owned(), found[2].parse().unwrap()));
    let (states, reasons): (BTreeMap<String, i32>, BTreeMap<_, _>) =
        constants.partition(|(name, _)| name.contains("_STATE_"));
    assert_eq!(reasons, symbols());
    assert_eq!(states, header_states());
}

#[test]
fn webview2_idl_agrees() {
    let idl = fs::read_to_string(idl()).unwrap();
    assert_eq!(enumeration(&idl, "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON"), symbols());
    assert_eq!(enumeration(&idl, "COREWEBVIEW2_DOWNLOAD_STATE"), header_states());
}

fn symbols() -> BTreeMap<String, i32> {
    reasons().into_iter().map(|code| (api().text("symbol", code).to_owned(), code)).collect()
}

/// The states of our header under the SDK's names.
fn header_states() -> BTreeMap<String, i32> {
    let header = fs::read_to_string(generate::header::path()).unwrap();
    let state = Regex::new(r"#define WV2_INTERRUPT_(STATE_\w+) (\d+)").unwrap();
    let named = |name: &str| format!("COREWEBVIEW2_DOWNLOAD_{name}");
    state.captures_iter(&header).map(|found| (named(&found[1]), found[2].parse().unwrap())).collect()
}

/// The constants of a C enumeration: each is one more than the one before, unless it says otherwise.
fn enumeration(idl: &str, name: &str) -> BTreeMap<String, i32> {
    let start = idl.find(&format!("typedef enum {name} {{")).expect("the enumeration is there");
    let body = &idl[start..start + idl[start..].find('}').unwrap()];
    let constant = Regex::new(&format!(r"(?m)^\s*({name}_\w+)\s*(?:=\s*(\d+))?")).unwrap();
    let mut next = 0;
    let mut constants = BTreeMap::new();
    for found in constant.captures_iter(body) {
        let value = found.get(2).map_or(next, |value| value.as_str().parse().unwrap());
        constants.insert(found[1].to_owned(), value);
        next = value + 1;
    }
    constants
}

/// The constants of the crate `webview2-com-sys`.
pub fn bindings() -> PathBuf {
    package("webview2-com-sys").join("src/bindings.rs")
}

/// The SDK's `WebView2.idl`, which a crate carries.
pub fn idl() -> PathBuf {
    let sdk = fs::read_dir(package("webview2-sys")).unwrap().map(|entry| entry.unwrap().path().join("WebView2.idl"));
    sdk.into_iter().find(|path| path.exists()).expect("the crate carries an IDL")
}

/// The folder of a package that cargo fetched.
fn package(name: &str) -> PathBuf {
    let metadata = MetadataCommand::new().manifest_path(root().join("Cargo.toml")).exec().unwrap();
    let package = metadata.packages.iter().find(|package| package.name == name).expect("the package is a dependency");
    package.manifest_path.parent().unwrap().into()
}
