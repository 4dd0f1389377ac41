//! Files in one file: the same files give the same bytes.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};
use xtask::Error;
use zip::write::SimpleFileOptions;

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

pub fn zip(folder: &Path, name: &str) -> Result<PathBuf, Error> {
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

pub fn tarball(folder: &Path, name: &str) -> Result<PathBuf, Error> {
    let path = folder.with_file_name(format!("{name}.tar.gz"));
    write_tarball(&path, files(folder)?.into_iter().map(|(inside, file)| (format!("{name}/{inside}"), file)))?;
    Ok(path)
}

/// A tarball of files, each under its name inside.
pub fn write_tarball(path: &Path, files: impl Iterator<Item = (String, PathBuf)>) -> Result<(), Error> {
    let gzip = GzBuilder::new().mtime(0).write(File::create(path)?, Compression::best());
    let mut tar = tar::Builder::new(gzip);
    tar.mode(tar::HeaderMode::Deterministic);
    tar.follow_symlinks(false);
    for (inside, file) in files {
        tar.append_path_with_name(file, inside)?;
    }
    tar.into_inner()?.finish()?;
    Ok(())
}
