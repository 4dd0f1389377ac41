//! What a release consists of: an archive for each platform, the NuGet package, and their checksums.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use xtask::platform::{LINUX, WINDOWS};
use xtask::{Error, TARGET, target};

use crate::package::{self, Package};
use crate::{nuget, pack};

/// Makes in `target/dist` what this machine can make, and says what it leaves out. It is made beside that folder, which may be
/// read, and filled by somebody else, meanwhile.
pub fn dist() -> Result<Vec<Package>, Error> {
    let dist = target().join("dist");
    let made = tempfile::Builder::new().prefix("dist-").tempdir_in(target())?;
    let packages = make(made.path())?;
    replace(&dist, made.path()).map_err(|error| format!("{}: {error}", dist.display()))?;
    Ok(packages.into_iter().map(|package| package.moved_to(&dist)).collect())
}

fn make(folder: &Path) -> Result<Vec<Package>, Error> {
    let mut packages = Vec::new();
    for platform in WINDOWS.into_iter().chain([LINUX]) {
        match platform.obstacle(TARGET, std::env::var_os(platform.linker()).as_deref()) {
            None => packages.push(package::make(platform, folder)?),
            Some(why) => eprintln!("xtask: {} is left out: {why}", platform.name),
        }
    }
    let nuget = nuget::pack(&packages, folder)?;
    let archives = packages.iter().map(|package| package.archive.as_path()).chain([nuget.as_path()]);
    write_checksums(archives, folder)?;
    Ok(packages)
}

/// Replaces what is in a folder, file by file: each is there whole at any time.
fn replace(folder: &Path, by: &Path) -> Result<(), Error> {
    let new = pack::files(by)?;
    for (inside, file) in &new {
        let to = folder.join(inside);
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        fs::rename(file, to)?;
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
