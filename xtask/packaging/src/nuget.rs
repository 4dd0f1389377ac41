//! The NuGet package, from the three Windows builds: `build/native` for Visual C++, `runtimes` for .NET.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use xtask::{Error, root};

use crate::dist::Made;
use crate::package::Package;
use crate::{layout, pack};

/// Packs what `dist` has made, in its folder.
pub fn pack(packages: &[Package], folder: &Path) -> Result<Made, Error> {
    let parts = folder.join("nuget");
    let native = parts.join("build/native");
    let windows =
        packages.iter().filter_map(|package| Some((package, package.platform.name.strip_prefix("windows-")?)));
    for (package, processor) in windows {
        let dll = parts.join(format!("runtimes/win-{processor}/native/wv2interrupt.dll"));
        layout::copy(&package.folder.join("bin/wv2interrupt.dll"), &dll)?;
        for library in ["wv2interrupt.lib", "wv2interrupt_static.lib"] {
            layout::copy(&package.folder.join("lib").join(library), &native.join("lib").join(processor).join(library))?;
        }
    }
    for header in ["wv2interrupt.h", "wv2interrupt.hpp"] {
        layout::copy(&root().join("include").join(header), &native.join("include").join(header))?;
    }
    layout::copy(&root().join("packaging/nuget/wv2interrupt.targets"), &native.join("wv2interrupt.targets"))?;
    layout::copy(&root().join("README.md"), &parts.join("README.md"))?;
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        layout::copy(&root().join(license), &parts.join(format!("{license}.txt")))?;
    }
    layout::fill_in("nuget/wv2interrupt.nuspec.in", &parts.join("wv2interrupt.nuspec"), &[])?;
    describe_parts(&parts)?;

    let path = folder.join(format!("wv2interrupt.{}.nupkg", layout::manifest("version")));
    pack::write_zip(&path, pack::files(&parts)?.into_iter())?;
    fs::remove_dir_all(parts)?;
    Ok(Made::Files(vec![path]))
}

/// What the Open Packaging Conventions ask for: which part is the manifest, and a type for every kind of file.
fn describe_parts(parts: &Path) -> Result<(), Error> {
    const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    let relationship = format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n  \
         <Relationship Type=\"http://schemas.microsoft.com/packaging/2010/07/manifest\" \
         Target=\"/wv2interrupt.nuspec\" Id=\"manifest\" />\n</Relationships>\n"
    );
    fs::create_dir_all(parts.join("_rels"))?;
    fs::write(parts.join("_rels/.rels"), relationship)?;

    let mut types = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n  \
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\" />\n"
    );
    let files = pack::files(parts)?;
    let extensions: BTreeSet<&str> =
        files.iter().filter_map(|(inside, _)| inside.rsplit_once('.')).map(|(_, e)| e).collect();
    for extension in extensions.into_iter().filter(|&extension| extension != "rels") {
        types += &format!("  <Default Extension=\"{extension}\" ContentType=\"application/octet\" />\n");
    }
    Ok(fs::write(parts.join("[Content_Types].xml"), types + "</Types>\n")?)
}
