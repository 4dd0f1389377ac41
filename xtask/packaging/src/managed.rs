//! The assembly for .NET, compiled by Mono's compiler, which makes the same bytes from the same sources.

use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::{Error, root};

use crate::{layout, pack};

/// The assembly's name, as programs refer to it.
pub const NAME: &str = "Wv2Interrupt";

const SOURCES: &str = "bindings/csharp";

/// Compiles `Wv2Interrupt.dll` in a folder, with `Wv2Interrupt.xml`, which documents it, beside it.
pub fn compile(mcs: &Path, folder: &Path) -> Result<[PathBuf; 2], Error> {
    let [assembly, documentation] = ["dll", "xml"].map(|kind| folder.join(format!("{NAME}.{kind}")));
    let identity = folder.join("AssemblyInfo.cs");
    layout::fill_in("nuget/AssemblyInfo.cs.in", &identity, &[])?;
    let sources = pack::files(&root().join(SOURCES))?.into_iter().filter(|(name, _)| name.ends_with(".cs"));
    let compiled = Command::new(mcs)
        .args(["-noconfig", "-langversion:7.2", "-target:library", "-optimize+", "-warn:4", "-warnaserror+"])
        .arg(format!("-doc:{}", documentation.display()))
        .arg(format!("-out:{}", assembly.display()))
        .args(sources.map(|(_, source)| source))
        .arg(identity)
        .output()?;
    if !compiled.status.success() {
        return Err(format!("mcs: {}", String::from_utf8_lossy(&compiled.stderr)).into());
    }
    Ok([assembly, documentation])
}
