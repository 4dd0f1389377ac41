//! The packages for languages whose users unpack them: sources, with the library for each system beside them.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::{Error, root};

use crate::dist::Made;
use crate::package::Package;
use crate::{layout, markdown, pack};

struct Contents {
    /// The folder in `bindings`.
    language: &'static str,
    /// How the names of its sources end.
    sources: &'static [&'static str],
    /// A platform, what it has, and where that goes.
    libraries: &'static [(&'static str, &'static str, &'static str)],
}

const GO: Contents = Contents {
    language: "go",
    sources: &[".go", ".mod", ".md"],
    libraries: &[
        ("windows-x64", DLL, "dll/amd64/wv2interrupt.dll"),
        ("windows-x86", DLL, "dll/386/wv2interrupt.dll"),
        ("windows-arm64", DLL, "dll/arm64/wv2interrupt.dll"),
        // Beside the sources, because `go mod vendor` leaves out folders.
        ("linux-x64", ARCHIVE, "libwv2interrupt_linux_amd64.a"),
        ("linux-x64", "include/wv2interrupt.h", "wv2interrupt.h"),
    ],
};

const PASCAL: Contents = Contents {
    language: "pascal",
    sources: &[".pas", ".md"],
    libraries: &[
        ("windows-x64", DLL, "win64/wv2interrupt.dll"),
        ("windows-x86", DLL, "win32/wv2interrupt.dll"),
        ("windows-arm64", DLL, "winarm64/wv2interrupt.dll"),
        ("linux-x64", ARCHIVE, "linux64/libwv2interrupt.a"),
    ],
};

const DLL: &str = "bin/wv2interrupt.dll";
const ARCHIVE: &str = "lib/libwv2interrupt.a";

pub fn go(packages: &[Package], folder: &Path) -> Result<Made, Error> {
    GO.pack(packages, folder)
}

pub fn pascal(packages: &[Package], folder: &Path) -> Result<Made, Error> {
    PASCAL.pack(packages, folder)
}

impl Contents {
    fn pack(&self, packages: &[Package], folder: &Path) -> Result<Made, Error> {
        let mut files = self.documents()?;
        for &(platform, file, place) in self.libraries {
            let Some(package) = packages.iter().find(|package| package.platform.name == platform) else {
                return Ok(Made::LeftOut(format!("it holds the library for {platform}, which is not made here")));
            };
            files.push((place.to_owned(), package.folder.join(file)));
        }
        // Unpacked, it has no version in its name, so that a newer one takes its place.
        let name = format!("wv2interrupt-{}", self.language);
        let parts = folder.join(&name);
        for (place, file) in files {
            layout::copy(&file, &parts.join(place))?;
        }
        markdown::settle(&parts)?;
        let archive = folder.join(format!("{name}-{}.zip", layout::manifest("version")));
        let inside = |(place, file)| (format!("{name}/{place}"), file);
        pack::write_zip(&archive, pack::files(&parts)?.into_iter().map(inside))?;
        fs::remove_dir_all(parts)?;
        Ok(Made::Files(vec![archive]))
    }

    fn documents(&self) -> Result<Vec<(String, PathBuf)>, Error> {
        let binding = pack::files(&root().join("bindings").join(self.language))?;
        let is_source = |name: &str| self.sources.iter().any(|ending| name.ends_with(ending));
        let sources = binding.into_iter().filter(|(name, _)| is_source(name));
        Ok(sources.chain(["LICENSE-APACHE", "LICENSE-MIT"].map(|file| (file.to_owned(), root().join(file)))).collect())
    }
}
