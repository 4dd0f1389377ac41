//! The Go module: its sources, with the library for each system beside them.

use std::path::Path;

use xtask::platform::LINUX;
use xtask::{Error, root};

use crate::dist::Made;
use crate::package::Package;
use crate::{layout, pack};

/// The folder in the archive. It has no version, so that a newer one takes its place.
const MODULE: &str = "wv2interrupt-go";

/// What Go calls the processors.
const PROCESSORS: [(&str, &str); 3] = [("windows-x64", "amd64"), ("windows-x86", "386"), ("windows-arm64", "arm64")];

pub fn pack(packages: &[Package], folder: &Path) -> Result<Made, Error> {
    let package = |name: &str| packages.iter().find(|package| package.platform.name == name);
    let Some(linux) = package(LINUX.name) else {
        return Ok(Made::LeftOut(format!("it holds the library for {}, which is not made here", LINUX.name)));
    };
    let sources = pack::files(&root().join("bindings/go"))?;
    let is_source = |name: &str| [".go", ".mod", ".md"].iter().any(|ending| name.ends_with(ending));
    let mut files: Vec<_> = sources.into_iter().filter(|(name, _)| is_source(name)).collect();
    for (name, processor) in PROCESSORS {
        let package = package(name).ok_or_else(|| format!("there is no {name}"))?;
        files.push((format!("dll/{processor}/wv2interrupt.dll"), package.folder.join("bin/wv2interrupt.dll")));
    }
    files.push(("libwv2interrupt_linux_amd64.a".into(), linux.folder.join("lib/libwv2interrupt.a")));
    files.push(("wv2interrupt.h".into(), root().join("include/wv2interrupt.h")));
    files.extend(["LICENSE-APACHE", "LICENSE-MIT"].map(|file| (file.into(), root().join(file))));
    files.sort();
    let archive = folder.join(format!("wv2interrupt-go-{}.zip", layout::manifest("version")));
    pack::write_zip(&archive, files.into_iter().map(|(name, file)| (format!("{MODULE}/{name}"), file)))?;
    Ok(Made::Files(vec![archive]))
}
