//! The NuGet package: `lib` and `runtimes` for .NET, what .NET Framework wants besides in `build/net462`, and `build/native`
//! for Visual C++.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use xtask::{Error, root};

use crate::dist::Made;
use crate::package::Package;
use crate::{layout, managed, pack};

/// The frameworks whose projects get the assembly: the older one's need more, see `framework.targets`.
const FRAMEWORKS: [&str; 2] = ["net462", "netstandard2.0"];

/// Packs what `dist` has made, in its folder.
pub fn pack(packages: &[Package], folder: &Path) -> Result<Made, Error> {
    let Ok(mcs) = which::which("mcs") else {
        return Ok(Made::LeftOut("mcs, Mono's C# compiler, is not installed (Debian: mono-mcs)".to_owned()));
    };
    let parts = folder.join("nuget");
    for package in packages {
        native(package, &parts)?;
    }
    let made = tempfile::tempdir_in(folder)?;
    for file in managed::compile(&mcs, made.path())? {
        for framework in FRAMEWORKS {
            layout::copy(&file, &parts.join("lib").join(framework).join(file.file_name().unwrap_or_default()))?;
        }
    }
    for (from, to) in [
        ("include/wv2interrupt.h", "build/native/include/wv2interrupt.h"),
        ("include/wv2interrupt.hpp", "build/native/include/wv2interrupt.hpp"),
        ("packaging/nuget/wv2interrupt.targets", "build/native/wv2interrupt.targets"),
        ("packaging/nuget/framework.targets", "build/net462/wv2interrupt.targets"),
        ("packaging/nuget/framework.targets", "buildTransitive/net462/wv2interrupt.targets"),
        ("bindings/csharp/README.md", "README.md"),
        ("LICENSE-MIT", "LICENSE-MIT.txt"),
        ("LICENSE-APACHE", "LICENSE-APACHE.txt"),
    ] {
        layout::copy(&root().join(from), &parts.join(to))?;
    }
    layout::fill_in("nuget/wv2interrupt.nuspec.in", &parts.join("wv2interrupt.nuspec"), &[])?;
    describe_parts(&parts)?;

    let path = folder.join(format!("wv2interrupt.{}.nupkg", layout::manifest("version")));
    pack::write_zip(&path, pack::files(&parts)?.into_iter())?;
    fs::remove_dir_all(parts)?;
    Ok(Made::Files(vec![path]))
}

/// What there is of a platform: the library for .NET, and those that Visual C++ links.
fn native(package: &Package, parts: &Path) -> Result<(), Error> {
    let Some(processor) = package.platform.name.strip_prefix("windows-") else {
        let library = pack::files(&package.folder)?.into_iter().find(|(name, _)| name.ends_with("/libwv2interrupt.so"));
        let (_, library) = library.ok_or("the Linux archive has no shared library")?;
        return layout::copy(&library, &parts.join("runtimes/linux-x64/native/libwv2interrupt.so"));
    };
    let dll = parts.join(format!("runtimes/win-{processor}/native/wv2interrupt.dll"));
    layout::copy(&package.folder.join("bin/wv2interrupt.dll"), &dll)?;
    for library in ["wv2interrupt.lib", "wv2interrupt_static.lib"] {
        let to = parts.join("build/native/lib").join(processor).join(library);
        layout::copy(&package.folder.join("lib").join(library), &to)?;
    }
    Ok(())
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
