//! Every way in which the library is packaged, each used by a project of `tests/consumers` as a stranger would: in a
//! folder of its own, from what was installed or unpacked.

mod cmake;
mod install;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::stranger::{golden, golden_codes, root, wine};
use crate::windows::{copy, packages, run};

/// The project of a consumer with the examples as its sources, in a folder of its own.
fn consumer(name: &str, sources: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&root().join("tests/consumers").join(name), folder.path());
    for source in sources {
        let source = root().join("examples").join(source);
        fs::copy(&source, folder.path().join(source.file_name().unwrap())).unwrap();
    }
    folder
}

/// A program made from an example prints the golden file: the C one when it is asked for a table, the C++ one always.
#[track_caller]
fn prints_the_golden_file(mut command: Command, c: bool) {
    command.args(if c { &["--format", "tsv"][..] } else { &[] }).args(golden_codes());
    similar_asserts::assert_eq!(String::from_utf8_lossy(&run(&mut command)), golden(), "{command:?}");
}

/// Under Wine if it is a program for Windows. None without Wine, which was said.
fn start(program: &Path) -> Option<Command> {
    if program.extension().is_none_or(|extension| extension != "exe") {
        return Some(Command::new(program));
    }
    let mut command = wine()?;
    command.arg(program);
    Some(command)
}

/// All release archives, unpacked in one folder.
fn unpacked() -> &'static Path {
    static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
        let folder = TempDir::new().unwrap();
        for package in packages() {
            if package.archive.extension().is_some_and(|extension| extension == "zip") {
                let mut zip = zip::ZipArchive::new(fs::File::open(&package.archive).unwrap()).unwrap();
                zip.extract(folder.path()).unwrap();
            } else {
                run(Command::new("tar").arg("xf").arg(&package.archive).arg("-C").arg(folder.path()));
            }
        }
        folder
    });
    FOLDER.path()
}
