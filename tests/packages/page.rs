//! The listings of docs/packaging.md, run as they stand there.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::cmake::{build, offered};
use super::{consumer, copy, prints_the_golden_file, repository};
use crate::docs::listings;
use crate::stranger::{plain_folder, root, tool};
use crate::windows::run;

const PAGE: &str = "docs/packaging.md";

#[test]
fn the_cmake_listings_of_the_page_work() {
    let listings = listings(PAGE, "cmake");
    assert_eq!(listings.len(), 2);
    for listing in listings {
        let project = consumer("cmake", &["c/explain.c"]);
        let head = "cmake_minimum_required(VERSION 3.20)\nproject(app LANGUAGES C)\nadd_executable(app explain.c)\n";
        fs::write(project.path().join("CMakeLists.txt"), head.to_owned() + &listing).unwrap();
        copy(repository(), &project.path().join("third_party/wv2interrupt"));
        let Some(()) = build(project.path(), None, &[offered()]) else { return };
        prints_the_golden_file(Command::new(project.path().join("build/app")), true);
    }
}

/// Each line in turn, with another prefix; the program that a line made prints the golden file.
#[test]
fn the_pkg_config_listing_of_the_page_works() {
    let Some(_) = tool("pkg-config", "pkg-config") else { return };
    let folder = plain_folder();
    let prefix = folder.path().join("prefix");
    let project = consumer("pkg-config", &["c/explain.c"]);
    let listings = listings(PAGE, "sh");
    let listing = listings.iter().find(|listing| listing.contains("pkg-config")).unwrap();
    for line in listing.replace("/usr/local", prefix.to_str().unwrap()).lines() {
        let folder: &Path = if line.starts_with("cargo xtask") { root() } else { project.path() };
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).current_dir(folder).env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"));
        run(&mut shell);
        if line.starts_with("cc ") {
            prints_the_golden_file(Command::new(project.path().join("explain")), true);
        }
    }
    assert!(!prefix.join("include").exists(), "the last line removes it");
}
