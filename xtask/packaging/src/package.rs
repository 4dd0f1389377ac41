//! The archive for one platform: a zip for a kind of Windows, a tarball for Linux.

use std::path::{Path, PathBuf};

use xtask::platform::{self, Platform};
use xtask::{Error, TARGET, root};

use crate::{layout, markdown, pack, reproducible, tool};

/// A folder with the files of an archive, and the archive.
pub struct Package {
    pub platform: Platform,
    pub folder: PathBuf,
    pub archive: PathBuf,
}

impl Package {
    /// The same, in another folder.
    pub fn moved_to(self, dist: &Path) -> Self {
        let place = |path: &Path| dist.join(path.file_name().unwrap_or_default());
        Self { folder: place(&self.folder), archive: place(&self.archive), ..self }
    }
}

/// `data` is what is the same for every platform, and lies in `share`.
pub fn make(platform: Platform, data: &[PathBuf], dist: &Path) -> Result<Package, Error> {
    let library = platform::release(platform)?;
    let name = format!("wv2interrupt-{}-{}", layout::manifest("version"), platform.name);
    let folder = dist.join(&name);
    layout::lay_out(&library, platform.target, &folder)?;
    // For Windows it would take a C compiler for Windows, where a release is made.
    if !platform.is_windows() && platform.target == TARGET {
        tool::lay_out(&library, &folder)?;
    }
    for file in layout::DOCUMENTS {
        layout::copy(&root().join(file), &folder.join(file))?;
    }
    for file in data {
        layout::copy(file, &folder.join("share/wv2interrupt").join(file.file_name().unwrap_or_default()))?;
    }
    markdown::settle(&folder)?;
    let archive = if platform.is_windows() {
        let pdb = folder.join("bin/wv2interrupt.pdb");
        layout::copy(&library.shared.with_extension("pdb"), &pdb)?;
        reproducible::identify(&folder.join("bin/wv2interrupt.dll"), &pdb)?;
        pack::zip(&folder, &name)?
    } else {
        pack::tarball(&folder, &name)?
    };
    Ok(Package { platform, folder, archive })
}
