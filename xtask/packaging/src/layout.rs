//! Where the files of the library are below a prefix: the same in a release archive and in an installation.

use std::fs;
use std::path::Path;

use xtask::build::Library;
use xtask::{Error, root};

use crate::archive;

pub const DOCUMENTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Rust's name of a processor, the size of a pointer and what CMake calls it.
const PROCESSORS: &str = include_str!("../../../packaging/cmake/processors.tsv");

/// What differs from system to system. Paths are below the prefix.
struct System {
    cmake_name: &'static str,
    shared: String,
    /// Names under which the shared library is looked for, each a link to the one before.
    links: Vec<String>,
    archive: &'static str,
    /// What a linker for Windows takes for the DLL.
    import: Option<&'static str>,
}

/// `target` is Rust's name of the platform.
fn system(library: &Library, target: &str) -> System {
    let version = manifest("version");
    let run_time_name = library.run_time_name().to_owned();
    if target.contains("-windows") {
        // The names that the linkers of Visual Studio and of MinGW look for.
        let gnu = target.contains("-gnu");
        System {
            cmake_name: "Windows",
            shared: format!("bin/{run_time_name}"),
            links: Vec::new(),
            archive: if gnu { "lib/libwv2interrupt.a" } else { "lib/wv2interrupt_static.lib" },
            import: Some(if gnu { "lib/libwv2interrupt.dll.a" } else { "lib/wv2interrupt.lib" }),
        }
    } else if target.contains("-apple-") {
        System {
            cmake_name: "Darwin",
            shared: format!("lib/libwv2interrupt.{version}.dylib"),
            links: vec![run_time_name, "libwv2interrupt.dylib".to_owned()],
            archive: "lib/libwv2interrupt.a",
            import: None,
        }
    } else {
        System {
            cmake_name: "Linux",
            shared: format!("lib/libwv2interrupt.so.{version}"),
            links: vec![run_time_name, "libwv2interrupt.so".to_owned()],
            archive: "lib/libwv2interrupt.a",
            import: None,
        }
    }
}

/// Puts headers, libraries and what build systems read below `prefix`.
pub fn lay_out(library: &Library, target: &str, prefix: &Path) -> Result<(), Error> {
    let system = system(library, target);
    for header in ["wv2interrupt.h", "wv2interrupt.hpp"] {
        copy(&root().join("include").join(header), &prefix.join("include").join(header))?;
    }
    copy(&library.shared, &prefix.join(&system.shared))?;
    let mut linked = Path::new(&system.shared).file_name().unwrap_or_default().to_owned();
    for link in &system.links {
        symlink(Path::new(&linked), &prefix.join("lib").join(link))?;
        linked = link.into();
    }
    fs::create_dir_all(prefix.join("lib"))?;
    archive::slim(&library.archive, &prefix.join(system.archive))?;
    if let (Some(from), Some(to)) = (&library.import, system.import) {
        copy(from, &prefix.join(to))?;
    }
    if !target.ends_with("-msvc") {
        fill_in("pkgconfig/wv2interrupt.pc.in", &prefix.join("lib/pkgconfig/wv2interrupt.pc"), &[("UP", "../..")])?;
    }
    for_cmake(&system, target, &prefix.join("lib/cmake/wv2interrupt"))
}

fn for_cmake(system: &System, target: &str, folder: &Path) -> Result<(), Error> {
    let processor = target.split('-').next().unwrap_or_default();
    let row = PROCESSORS.lines().map(|row| row.split('\t').collect::<Vec<_>>()).find(|row| row[0] == processor);
    let row = row.ok_or_else(|| format!("how CMake calls the processor of {target} is not known"))?;
    let inside = |file: &str| format!("${{_wv2interrupt_prefix}}/{file}");
    let values = [
        ("SYSTEM", system.cmake_name),
        ("SHARED", &inside(&system.shared)),
        ("STATIC", system.archive),
        ("IMPORT", &system.import.map_or(String::new(), inside)),
        ("POINTER_SIZE", row[1]),
        ("PROCESSORS", row[2]),
    ];
    for file in ["wv2interrupt-config.cmake", "wv2interrupt-config-version.cmake"] {
        fill_in(&format!("cmake/{file}.in"), &folder.join(file), &values)?;
    }
    copy(&root().join("packaging/cmake/wv2interrupt-targets.cmake"), &folder.join("wv2interrupt-targets.cmake"))
}

/// Writes a template of `packaging` with the values for its `@NAME@`s, which what Cargo.toml says is part of.
pub fn fill_in(template: &str, to: &Path, values: &[(&str, &str)]) -> Result<(), Error> {
    let [version, description, authors, license] = ["version", "description", "authors", "license"].map(manifest);
    let major = version.split('.').next().unwrap_or_default();
    let own = [
        ("VERSION", version.as_str()),
        ("MAJOR", major),
        ("DESCRIPTION", &description),
        ("AUTHORS", &authors),
        ("LICENSE", &license),
        ("UP", "../../.."),
        ("LIBDIR", "lib"),
        ("INCLUDEDIR", "include"),
    ];
    let mut text = fs::read_to_string(root().join("packaging").join(template))?;
    for (name, value) in values.iter().chain(&own) {
        text = text.replace(&format!("@{name}@"), value);
    }
    fs::create_dir_all(to.parent().ok_or("a file is in a folder")?)?;
    Ok(fs::write(to, text)?)
}

/// What Cargo.toml says of the library: the workspace's tools have another version.
pub fn manifest(key: &str) -> String {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the workspace has a manifest");
    let line = manifest.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    line.unwrap_or_else(|| panic!("Cargo.toml has no {key}")).trim_matches(['"', '[', ']']).to_owned()
}

pub fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to.parent().ok_or("a file is in a folder")?)?;
    fs::copy(from, to).map_err(|error| format!("{} could not be copied: {error}", from.display()))?;
    Ok(())
}

#[cfg(unix)]
pub fn symlink(to: &Path, link: &Path) -> Result<(), Error> {
    Ok(std::os::unix::fs::symlink(to, link)?)
}

/// Links need a privilege on Windows; a copy serves there.
#[cfg(not(unix))]
pub fn symlink(to: &Path, link: &Path) -> Result<(), Error> {
    copy(&link.with_file_name(to), link)
}
