//! Every way in which the library is packaged, each used by a project of `tests/consumers` as a stranger would: in a
//! folder of its own, from what was installed or unpacked.

#[cfg(target_os = "linux")]
mod cargo_c;
mod cmake;
mod conan;
#[cfg(target_os = "linux")]
mod install;
mod links;
mod mingw;
mod nuget;
#[cfg(target_os = "linux")]
mod page;
#[cfg(target_os = "linux")]
mod tool;
mod vcpkg;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::stranger::{alone, copy, golden, golden_codes, plain_folder, plain_target, root, text};
use crate::windows::{packages, run};

/// The project of a consumer with the examples as its sources, in a folder of its own.
pub fn consumer(name: &str, sources: &[&str]) -> TempDir {
    let folder = plain_folder();
    copy(&root().join("tests/consumers").join(name), folder.path());
    for source in sources {
        let source = root().join("examples").join(source);
        fs::copy(&source, folder.path().join(source.file_name().unwrap())).unwrap();
    }
    folder
}

/// A program made from an example prints the golden file: the C one when it is asked for a table, the C++ one always.
#[track_caller]
pub fn prints_the_golden_file(mut command: Command, c: bool) {
    command.args(if c { &["--format", "tsv"][..] } else { &[] }).args(golden_codes());
    similar_asserts::assert_eq!(text(&run(&mut command)), golden(), "{command:?}");
}

/// All release archives, unpacked in one folder.
fn unpacked() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = emptied("unpacked");
        for package in packages() {
            if package.archive.extension().is_some_and(|extension| extension == "zip") {
                let mut zip = zip::ZipArchive::new(fs::File::open(&package.archive).unwrap()).unwrap();
                zip.extract(&folder).unwrap();
            } else {
                run(Command::new("tar").arg("xf").arg(&package.archive).arg("-C").arg(&folder));
            }
        }
        folder
    });
    &FOLDER
}

/// The repository as a clone has it, for the ways that build from it. Without git, all but what is built.
fn repository() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = emptied("repository");
        let mut git = Command::new("git");
        // Of whoever it is that the sources belong to.
        git.args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root());
        let files = match git.output() {
            Ok(output) if output.status.success() => String::from_utf8(output.stdout).unwrap(),
            _ => {
                let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name());
                let entries = entries.filter(|name| name != "target" && name != ".git");
                entries.map(|name| name.into_string().unwrap() + "\0").collect()
            }
        };
        for file in files.split_terminator('\0').filter(|file| root().join(file).exists()) {
            let to = folder.join(file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            copy(&root().join(file), &to);
        }
        folder
    });
    &FOLDER
}

/// An empty folder that several tests share.
fn emptied(name: &str) -> PathBuf {
    alone();
    let folder = plain_target().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}
