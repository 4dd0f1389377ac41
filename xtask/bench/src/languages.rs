//! What a host pays for the languages that it speaks.

use std::fs;
use std::time::Instant;

use crate::contenders::Bench;
use crate::page::{Goal, Page};
use library::Api;
use xtask::{Error, build};

const FIVE: &str = "de,es,fr,ja";

/// As many as version 1.0 had, and how long they may take to build.
const OF_VERSION_1: usize = 23;
const SECONDS: f64 = 5.0;

pub fn sizes(bench: &Bench, api: &Api, page: &mut Page) -> Result<(), Error> {
    let five = build::cargo(&["--no-default-features", "--features", FIVE], |cargo| {
        cargo.arg("--target-dir").arg(xtask::target().join("five"));
    })?;
    let mut rows = Vec::new();
    for (label, library) in [
        ("English alone: `--no-default-features`".to_owned(), &bench.english),
        (format!("five: `--no-default-features --features {FIVE}`"), &five.shared),
        ("all".to_owned(), &bench.ours),
    ] {
        let spoken = Api::open(library)?;
        let (count, texts) = spoken.texts();
        let file = fs::metadata(library)?.len();
        let languages = spoken.constant("language_count");
        rows.push([label, languages.to_string(), file.to_string(), count.to_string(), texts.to_string()].to_vec());
    }
    page.section("Languages", "What the shared library takes for the languages that are built in, in bytes.");
    page.table(&["", "languages", "file", "texts", "their bytes"], &rows);

    let tags: Vec<&str> = (1..OF_VERSION_1 as i32).map(|language| api.text("language_tag", language)).collect();
    let seconds = build_seconds(&tags.join(","))?;
    page.goal(Goal {
        what: format!("{OF_VERSION_1} languages build in at most {SECONDS} s"),
        measured: format!("{seconds:.1} s"),
        met: seconds <= SECONDS,
        otherwise: "The compiler packs the texts, and optimises the whole library at once.",
        certain: false,
    });
    Ok(())
}

/// From an empty folder.
fn build_seconds(features: &str) -> Result<f64, Error> {
    let folder = tempfile::tempdir()?;
    let begun = Instant::now();
    build::cargo(&["--no-default-features", "--features", features], |cargo| {
        cargo.arg("--target-dir").arg(folder.path());
    })?;
    Ok(begun.elapsed().as_secs_f64())
}
