//! What else is built: the library stands alone, its tools and tests do not.
//!
//! `cargo deny` checks the same from the same expressions, by the same crate; here it needs no tool to be installed.
//! It also looks for published advisories, which takes a database from the network.

use cargo_metadata::{MetadataCommand, Package};
use spdx::{Expression, ParseMode};

use crate::stranger::root;

/// Any of them may also have an exception, which only allows more.
const ACCEPTED: [&str; 7] = ["MIT", "Apache-2.0", "ISC", "MPL-2.0", "NCSA", "Unicode-3.0", "Zlib"];
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn packages() -> Vec<Package> {
    let manifests = ["Cargo.toml", "tests/fuzz/Cargo.toml"].map(|manifest| root().join(manifest));
    let read = |manifest| MetadataCommand::new().manifest_path(manifest).other_options(vec!["--locked".into()]).exec();
    manifests.into_iter().flat_map(|manifest| read(manifest).unwrap().packages).collect()
}

#[test]
fn crates_come_from_crates_io() {
    for package in packages() {
        match package.source {
            Some(source) => assert_eq!(source.repr, CRATES_IO, "{}", package.name),
            None => assert!(package.manifest_path.starts_with(root()), "{}", package.manifest_path),
        }
    }
}

#[test]
fn licences_are_accepted_ones() {
    for package in packages().iter().filter(|package| package.source.is_some()) {
        let licence = package.license.as_ref().unwrap_or_else(|| panic!("{} has no licence", package.name));
        let expression = Expression::parse_mode(licence, ParseMode::LAX).unwrap();
        let accepted = expression.evaluate(|wanted| wanted.license.id().is_some_and(|id| ACCEPTED.contains(&id.name)));
        assert!(accepted, "{}: {licence}", package.name);
    }
}
