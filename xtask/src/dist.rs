//! The release archives: one zip for each kind of Windows, one tarball for Linux, the NuGet package, and their
//! checksums.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;

use crate::build::{self, Library};
use crate::{Error, layout, nuget, reproducible, root, run};

/// A platform that there is an archive for.
#[derive(Clone, Copy)]
pub struct Platform {
    pub name: &'static str,
    pub target: &'static str,
}

pub const WINDOWS: [Platform; 3] = [
    Platform { name: "windows-x64", target: "x86_64-pc-windows-msvc" },
    Platform { name: "windows-x86", target: "i686-pc-windows-msvc" },
    Platform { name: "windows-arm64", target: "aarch64-pc-windows-msvc" },
];
pub const LINUX: Platform = Platform { name: "linux-x64", target: "x86_64-unknown-linux-gnu" };

/// A folder with the files of an archive, and the archive.
pub struct Package {
    pub platform: Platform,
    pub folder: PathBuf,
    pub archive: PathBuf,
}

/// Makes all archives in `target/dist`.
pub fn dist() -> Result<Vec<Package>, Error> {
    let folder = root().join("target/dist");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut packages = Vec::new();
    for platform in WINDOWS.into_iter().chain([LINUX]) {
        packages.push(package(platform, &folder)?);
    }
    let nuget = nuget::pack(&packages, &folder)?;
    let archives = packages.iter().map(|package| package.archive.as_path()).chain([nuget.as_path()]);
    write_checksums(archives, &folder)?;
    Ok(packages)
}

fn package(platform: Platform, dist: &Path) -> Result<Package, Error> {
    let library = release(platform)?;
    let name = format!("wv2interrupt-{}-{}", version(), platform.name);
    let folder = dist.join(&name);
    layout::lay_out(&library, platform.target, &folder)?;
    for file in layout::DOCUMENTS {
        fs::copy(root().join(file), folder.join(file))?;
    }
    let archive = if platform.name.starts_with("windows") {
        let pdb = folder.join("bin/wv2interrupt.pdb");
        fs::copy(library.shared.with_extension("pdb"), &pdb)?;
        reproducible::identify(&folder.join("bin/wv2interrupt.dll"), &pdb)?;
        zip(&folder, &name)?
    } else {
        tarball(&folder, &name)?
    };
    Ok(Package { platform, folder, archive })
}

/// The release build for a platform, which needs no more than its standard library from rustup.
pub fn release(platform: Platform) -> Result<Library, Error> {
    add_target(platform.target)?;
    build::cargo(&["--target", platform.target], |command| {
        if cfg!(not(windows)) && platform.name.starts_with("windows") {
            let target = platform.target.to_uppercase().replace('-', "_");
            command.env(format!("CARGO_TARGET_{target}_LINKER"), "rust-lld");
        }
    })
}

fn add_target(target: &str) -> Result<(), Error> {
    let output = Command::new("rustc").args(["--print", "target-libdir", "--target", target]).output()?;
    if Path::new(String::from_utf8(output.stdout)?.trim()).exists() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", target]), "").map_err(|error| {
        format!(
            "the Rust target {target} is not installed, and `rustup target add {target}` does not help ({error}). \
             Debian's packages rustc-web, cargo-web and rust-web-src build without it: \
             `cargo build --release --target {target} -Zbuild-std=core` with RUSTC_BOOTSTRAP=1"
        )
        .into()
    })
}

pub fn version() -> String {
    layout::manifest("version")
}

/// Every file below a folder, sorted, with its path inside.
pub fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|name| format!("{name:?} is no UTF-8"))?;
        if entry.file_type()?.is_dir() {
            files.extend(self::files(&entry.path())?.into_iter().map(|(path, file)| (format!("{name}/{path}"), file)));
        } else {
            files.push((name, entry.path()));
        }
    }
    files.sort();
    Ok(files)
}

fn zip(folder: &Path, name: &str) -> Result<PathBuf, Error> {
    let path = folder.with_file_name(format!("{name}.zip"));
    write_zip(&path, files(folder)?.into_iter().map(|(inside, file)| (format!("{name}/{inside}"), file)))?;
    Ok(path)
}

/// A zip of files, each under its name inside.
pub fn write_zip(path: &Path, files: impl Iterator<Item = (String, PathBuf)>) -> Result<(), Error> {
    let mut zip = zip::ZipWriter::new(File::create(path)?);
    for (inside, file) in files {
        // The default time is a constant, so that the same files give the same archive.
        zip.start_file(inside, SimpleFileOptions::DEFAULT)?;
        zip.write_all(&fs::read(file)?)?;
    }
    zip.finish()?;
    Ok(())
}

fn tarball(folder: &Path, name: &str) -> Result<PathBuf, Error> {
    let path = folder.with_file_name(format!("{name}.tar.gz"));
    let gzip = GzBuilder::new().mtime(0).write(File::create(&path)?, Compression::best());
    let mut tar = tar::Builder::new(gzip);
    tar.mode(tar::HeaderMode::Deterministic);
    tar.follow_symlinks(false);
    for (inside, file) in files(folder)? {
        tar.append_path_with_name(file, format!("{name}/{inside}"))?;
    }
    tar.into_inner()?.finish()?;
    Ok(path)
}

fn write_checksums<'a>(archives: impl Iterator<Item = &'a Path>, folder: &Path) -> Result<(), Error> {
    let mut sums = String::new();
    for archive in archives {
        let digest = Sha256::digest(fs::read(archive)?);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = archive.file_name().and_then(|name| name.to_str()).expect("an archive has a name");
        sums += &format!("{hex}  {name}\n");
    }
    Ok(fs::write(folder.join("SHA256SUMS"), sums)?)
}
