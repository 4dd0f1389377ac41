//! What is installed below a prefix. It is written down before anything is put there, so that whatever happens, exactly that
//! can be removed.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use xtask::{Error, rename};

use crate::{layout, pack};

/// The list: a line for each file, and with a `/` at its end for each folder that was made. `./` is the prefix itself, and
/// `../` what it is in.
pub const LIST: &str = "share/doc/wv2interrupt/installed-files.txt";

/// Paths below a prefix, as the list has them.
pub struct Installation<'a> {
    prefix: &'a Path,
    entries: BTreeSet<String>,
}

/// Puts the files that are in `staging` below a prefix, all or none, in place of those of an earlier installation.
pub fn place(staging: &Path, prefix: &Path, force: bool) -> Result<(), Error> {
    let old = Installation::read(prefix)?;
    let known = old.as_ref().map_or(BTreeSet::new(), |old| old.entries.clone());
    let files: BTreeSet<String> = pack::files(staging)?.into_iter().map(|(inside, _)| inside).collect();
    refuse_to_replace(prefix, &files, &known, force)?;

    let list = BTreeSet::from([LIST.to_owned()]);
    let folders = missing_folders(prefix, files.union(&list));
    let copies: BTreeSet<String> = files.iter().map(|file| copy_of(file)).collect();
    let of = |parts: &[&BTreeSet<String>]| Installation {
        prefix,
        entries: parts.iter().copied().flatten().cloned().collect(),
    };

    let begun = of(&[&known, &files, &folders, &copies, &list]);
    let copied = make_folders(prefix, &folders).and_then(|()| begun.write()).and_then(|()| {
        files.iter().try_for_each(|file| copy(&staging.join(file), &prefix.join(copy_of(file)), mode(file)))
    });
    if let Err(error) = copied {
        let mut made = of(&[&folders, &copies]);
        made.entries.extend(old.is_none().then(|| LIST.to_owned()));
        made.remove()?;
        old.map_or(Ok(()), |old| old.write())?;
        return Err(error);
    }
    for file in &files {
        let to = prefix.join(file);
        rename(&prefix.join(copy_of(file)), &to).map_err(at(&to))?;
    }
    let kept: BTreeSet<String> = known.into_iter().filter(|entry| is_folder(entry)).collect();
    let new = of(&[&kept, &files, &folders, &list]);
    let obsolete = begun.entries.difference(&new.entries).cloned().collect();
    of(&[&obsolete]).remove()?;
    new.write()
}

/// Where a file is put first, beside its place.
fn copy_of(file: &str) -> String {
    format!("{file}.new")
}

fn is_folder(entry: &str) -> bool {
    entry.ends_with('/')
}

fn refuse_to_replace(
    prefix: &Path,
    files: &BTreeSet<String>,
    known: &BTreeSet<String>,
    force: bool,
) -> Result<(), Error> {
    let places = files.iter().cloned().chain(files.iter().map(|file| copy_of(file)));
    let others = places.filter(|place| !known.contains(place)).map(|place| prefix.join(place));
    let others: Vec<String> = others
        .filter(|place| place.symlink_metadata().is_ok_and(|found| found.is_dir() || !force))
        .map(|place| place.display().to_string())
        .collect();
    match others[..] {
        [] => Ok(()),
        _ => {
            Err(format!("not put there by this command, which replaces files with --force: {}", others.join(", "))
                .into())
        }
    }
}

/// The folders that are not there yet.
fn missing_folders<'a>(prefix: &Path, files: impl Iterator<Item = &'a String>) -> BTreeSet<String> {
    let above = prefix.ancestors().take_while(|folder| !folder.exists()).enumerate();
    let above = above.map(|(steps, _)| if steps == 0 { "./".to_owned() } else { "../".repeat(steps) });
    let inside = files.flat_map(|file| Path::new(file).ancestors().skip(1));
    let inside = inside.filter(|folder| *folder != Path::new("") && !prefix.join(folder).exists());
    above.chain(inside.map(|folder| format!("{}/", folder.display()))).collect()
}

/// Each before what is in it.
fn make_folders(prefix: &Path, folders: &BTreeSet<String>) -> Result<(), Error> {
    let mut paths: Vec<PathBuf> = folders.iter().map(|folder| path(prefix, folder)).collect();
    paths.sort();
    for folder in paths {
        fs::create_dir(&folder).map_err(at(&folder))?;
        set_mode(&folder, 0o755)?;
    }
    Ok(())
}

/// A link stays a link.
fn copy(from: &Path, to: &Path, mode: u32) -> Result<(), Error> {
    // Left behind by an installation that was stopped.
    if to.symlink_metadata().is_ok() {
        fs::remove_file(to).map_err(at(to))?;
    }
    match fs::read_link(from) {
        Ok(target) => layout::symlink(&target, to).map_err(at(to)),
        Err(_) => {
            fs::copy(from, to).map_err(at(to))?;
            set_mode(to, mode)
        }
    }
}

/// What is run or loaded is executable, as a linker makes it.
fn mode(file: &str) -> u32 {
    let name = file.rsplit('/').next().unwrap_or_default();
    let is_executable = file.starts_with("bin/") || name.contains(".so") || name.ends_with(".dylib");
    if is_executable { 0o755 } else { 0o644 }
}

/// Whatever the umask.
#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(at(path))
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> Result<(), Error> {
    Ok(())
}

impl<'a> Installation<'a> {
    /// What is installed below a prefix, if anything.
    pub fn read(prefix: &'a Path) -> Result<Option<Self>, Error> {
        let list = prefix.join(LIST);
        let text = match fs::read_to_string(&list) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            text => text.map_err(at(&list))?,
        };
        let entries: BTreeSet<String> = text.lines().map(str::to_owned).collect();
        match entries.iter().find(|entry| !is_below(entry)) {
            Some(entry) => Err(format!("{}: a path that is not below the prefix: {entry}", list.display()).into()),
            None => Ok(Some(Self { prefix, entries })),
        }
    }

    fn write(&self) -> Result<(), Error> {
        let list = self.prefix.join(LIST);
        let text: String = self.entries.iter().map(|entry| format!("{entry}\n")).collect();
        fs::write(&list, text).map_err(at(&list))?;
        set_mode(&list, 0o644)
    }

    /// Removes the files, and the folders in which there is nothing then. The list goes last: until then it can be done again.
    pub fn remove(&self) -> Result<(), Error> {
        let (folders, files): (Vec<_>, Vec<_>) = self.entries.iter().partition(|entry| is_folder(entry));
        let (list, others): (Vec<&String>, Vec<_>) = files.into_iter().partition(|file| *file == LIST);
        for file in others.into_iter().chain(list).map(|file| self.prefix.join(file)) {
            unless_gone(fs::remove_file(&file)).map_err(at(&file))?;
        }
        let mut folders: Vec<PathBuf> = folders.iter().map(|folder| path(self.prefix, folder)).collect();
        folders.sort();
        for folder in folders.iter().rev() {
            match fs::remove_dir(folder) {
                Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {}
                result => unless_gone(result).map_err(at(folder))?,
            }
        }
        Ok(())
    }
}

fn unless_gone(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(()),
        result => result,
    }
}

/// Whether an entry is of the kind that is written: below the prefix, or a folder above it.
fn is_below(entry: &str) -> bool {
    let above = entry.ends_with("../") && Path::new(entry).components().all(|part| part == Component::ParentDir);
    entry == "./" || above || !entry.is_empty() && Path::new(entry).components().all(|part| is_name(&part))
}

/// Where the list's entry for a folder is.
fn path(prefix: &Path, folder: &str) -> PathBuf {
    match folder.matches("../").count() {
        0 => prefix.join(folder).components().collect(),
        steps => prefix.ancestors().nth(steps).unwrap_or(prefix).to_owned(),
    }
}

pub fn is_name(component: &Component) -> bool {
    matches!(component, Component::Normal(_))
}

fn at<E: Display>(path: &Path) -> impl Fn(E) -> Error {
    move |error| format!("{}: {error}", path.display()).into()
}
