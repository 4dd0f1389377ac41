//! What a release consists of: an archive for each platform, a package for each way to get the library, and their checksums.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use xtask::platform::{LINUX, WINDOWS};
use xtask::{Error, TARGET, rename, target};

use crate::package::{self, Package};
use crate::{data, documentation, javascript, nuget, pack, page, wheel, zips};

/// What was made of a release.
pub struct Release {
    /// For the platforms, each with its archive.
    pub platforms: Vec<Package>,
    /// For package managers, and for those who only look something up.
    pub packages: Vec<PathBuf>,
}

impl Release {
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.platforms.iter().map(|platform| &platform.archive).chain(&self.packages).map(PathBuf::as_path)
    }

    /// The package whose name ends so.
    pub fn package(&self, ending: &str) -> Option<&Path> {
        self.files().find(|file| file.to_string_lossy().ends_with(ending))
    }
}

/// What a package was made to: files, or nothing, and why.
pub enum Made {
    Files(Vec<PathBuf>),
    LeftOut(String),
}

/// Each makes, in a folder and from what the platforms have, what a package manager takes.
const PACKERS: &[(&str, Packer)] = &[
    ("the documentation", documentation::pack),
    ("the Go module", zips::go),
    ("the npm package", javascript::pack),
    ("the NuGet package", nuget::pack),
    ("the Pascal unit", zips::pascal),
    ("the wheels for Python", wheel::pack),
];

type Packer = fn(&[Package], &Path) -> Result<Made, Error>;

/// Makes in `target/dist` what this machine can make, and says what it leaves out. It is made beside that folder, which may be
/// read, and filled by somebody else, meanwhile.
pub fn dist() -> Result<Release, Error> {
    let dist = target().join("dist");
    let made = tempfile::Builder::new().prefix("dist-").tempdir_in(target())?;
    let Release { platforms, packages } = make(made.path())?;
    replace(&dist, made.path()).map_err(|error| format!("{}: {error}", dist.display()))?;
    Ok(Release {
        platforms: platforms.into_iter().map(|platform| platform.moved_to(&dist)).collect(),
        packages: packages.iter().map(|package| dist.join(package.file_name().unwrap_or_default())).collect(),
    })
}

fn make(folder: &Path) -> Result<Release, Error> {
    let mut packages = data::write(folder)?;
    packages.push(page::write(folder)?);
    let mut platforms = Vec::new();
    for platform in WINDOWS.into_iter().chain([LINUX]) {
        match platform.obstacle(TARGET, std::env::var_os(platform.linker()).as_deref()) {
            None => platforms.push(package::make(platform, &packages, folder)?),
            Some(why) => leave_out(platform.name, &why),
        }
    }
    for &(name, pack) in PACKERS {
        match pack(&platforms, folder)? {
            Made::Files(files) => packages.extend(files),
            Made::LeftOut(why) => leave_out(name, &why),
        }
    }
    let release = Release { platforms, packages };
    write_checksums(release.files(), folder)?;
    Ok(release)
}

fn leave_out(what: &str, why: &str) {
    eprintln!("xtask: {what} is left out: {why}");
}

/// Replaces what is in a folder, file by file: each is there whole at any time.
fn replace(folder: &Path, by: &Path) -> Result<(), Error> {
    let new = pack::files(by)?;
    for (inside, file) in &new {
        let to = folder.join(inside);
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        rename(file, &to)?;
    }
    for (_, old) in pack::files(folder)?.iter().filter(|(inside, _)| !new.iter().any(|(new, _)| new == inside)) {
        fs::remove_file(old)?;
        let empty = old.ancestors().skip(1).take_while(|above| *above != folder);
        empty.take_while(|above| fs::remove_dir(above).is_ok()).count();
    }
    Ok(())
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
