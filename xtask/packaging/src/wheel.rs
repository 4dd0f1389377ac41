//! The wheels for Python: the package of `bindings/python` with the library inside, one for each platform.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use xtask::{Error, root};

use crate::dist::Made;
use crate::package::Package;
use crate::{layout, pack};

const SOURCES: &str = "bindings/python/src/wv2interrupt";

/// What a platform of a release is to Python: its tags, and the library in the archive.
///
/// The shared library for Linux imports nothing at all, not even from a C library, and its hash table is GNU's, so that the
/// loaders of glibc 2.5 and of musl 1.1 take it: the oldest for which there is a tag. Old installers know one of them by its
/// first name alone.
fn tags(platform: &str) -> Option<(&'static [&'static str], &'static str)> {
    const LINUX: [&str; 3] = ["manylinux1_x86_64", "manylinux_2_5_x86_64", "musllinux_1_1_x86_64"];
    const DLL: &str = "bin/wv2interrupt.dll";
    Some(match platform {
        "windows-x64" => (&["win_amd64"], DLL),
        "windows-x86" => (&["win32"], DLL),
        "windows-arm64" => (&["win_arm64"], DLL),
        "linux-x64" => (&LINUX, "lib/libwv2interrupt.so"),
        _ => return None,
    })
}

/// Packs what `dist` has made, in its folder.
pub fn pack(packages: &[Package], folder: &Path) -> Result<Made, Error> {
    let wheels = packages.iter().map(|package| {
        let (tags, library) =
            tags(package.platform.name).ok_or_else(|| format!("Python has no tag for {}", package.platform.name))?;
        wheel(tags, &package.folder.join(library), folder)
    });
    Ok(Made::Files(wheels.collect::<Result<_, Error>>()?))
}

/// The layout is that of <https://packaging.python.org/en/latest/specifications/binary-distribution-format/>.
fn wheel(tags: &[&str], library: &Path, folder: &Path) -> Result<PathBuf, Error> {
    let name = format!("wv2interrupt-{}", layout::manifest("version"));
    let parts = folder.join("wheel");
    let package = parts.join("wv2interrupt");
    for (inside, file) in pack::files(&root().join(SOURCES))? {
        // Neither the templates of what is generated, nor what Python has compiled.
        if inside.ends_with(".py") || inside == "py.typed" {
            layout::copy(&file, &package.join(inside))?;
        }
    }
    layout::copy(library, &package.join(library.file_name().unwrap_or_default()))?;

    let information = parts.join(format!("{name}.dist-info"));
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        layout::copy(&root().join(licence), &information.join("licenses").join(licence))?;
    }
    let readme = fs::read_to_string(root().join("bindings/python/README.md"))?;
    layout::fill_in("wheel/METADATA.in", &information.join("METADATA"), &[("README", &readme)])?;
    let tag_lines: Vec<String> = tags.iter().map(|tag| format!("Tag: py3-none-{tag}")).collect();
    layout::fill_in("wheel/WHEEL.in", &information.join("WHEEL"), &[("TAGS", &tag_lines.join("\n"))])?;
    layout::copy(&root().join("packaging/wheel/entry_points.txt"), &information.join("entry_points.txt"))?;

    let record = format!("{name}.dist-info/RECORD");
    let files = pack::files(&parts)?;
    fs::write(parts.join(&record), self::record(&files, &record)?)?;
    let path = folder.join(format!("{name}-py3-none-{}.whl", tags.join(".")));
    pack::write_zip(&path, files.into_iter().chain([(record.clone(), parts.join(record))]))?;
    fs::remove_dir_all(parts)?;
    Ok(path)
}

/// What installers compare the files with: a line for each, and one without a hash for the record itself.
fn record(files: &[(String, PathBuf)], itself: &str) -> Result<String, Error> {
    let mut record = String::new();
    for (inside, file) in files {
        let bytes = fs::read(file)?;
        record +=
            &format!("{inside},sha256={},{}\n", BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes)), bytes.len());
    }
    Ok(record + itself + ",,\n")
}
