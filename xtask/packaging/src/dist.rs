//! What a release consists of: an archive for each platform, the NuGet package, and their checksums.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use xtask::platform::{LINUX, WINDOWS};
use xtask::{Error, TARGET, root};

use crate::nuget;
use crate::package::{self, Package};

/// Makes in `target/dist` what this machine can make, and says what it leaves out.
pub fn dist() -> Result<Vec<Package>, Error> {
    let folder = root().join("target/dist");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{} could not be removed: {error}", folder.display()))?;
    }
    let mut packages = Vec::new();
    for platform in WINDOWS.into_iter().chain([LINUX]) {
        match platform.obstacle(TARGET, std::env::var_os(platform.linker()).as_deref()) {
            None => packages.push(package::make(platform, &folder)?),
            Some(why) => eprintln!("xtask: {} is left out: {why}", platform.name),
        }
    }
    let nuget = nuget::pack(&packages, &folder)?;
    let archives = packages.iter().map(|package| package.archive.as_path()).chain([nuget.as_path()]);
    write_checksums(archives, &folder)?;
    Ok(packages)
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
