//! The enumerations of .NET, from the metadata of the managed assembly, which a package of PyPI carries.

use std::fs::{self, File};
use std::io;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::Command;

use windows_metadata::Value;
use windows_metadata::reader::{self, Index};
use xtask::Error;

use crate::enumerations::{Enumeration, Enumerations};
use crate::printed;

const PACKAGE: &str = "dotnet-webview2-winforms";
const NAMESPACE: &str = "Microsoft.Web.WebView2.Core";

/// Pip takes the newest into the folder; its version is that of the SDK.
pub fn fetch(folder: &Path) -> Result<(String, PathBuf), Error> {
    let mut pip = pip()?;
    pip.args(["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--platform", "win_amd64", "--dest"]);
    printed(pip.arg(folder).arg(PACKAGE), PACKAGE)?;
    let mut wheels = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let wheel = wheels.find(|file| file.extension().is_some_and(|ending| ending == "whl"));
    let wheel = wheel.ok_or_else(|| format!("pip took no wheel of {PACKAGE}"))?;
    let name = wheel.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let version = name.split('-').nth(1).unwrap_or_default();

    let mut zip = zip::ZipArchive::new(File::open(&wheel)?)?;
    let ending = format!("{NAMESPACE}.dll");
    let inside = (0..zip.len()).find(|i| zip.by_index(*i).is_ok_and(|file| has_ending(&file, &ending)));
    let inside = inside.ok_or_else(|| format!("{PACKAGE} {version} has no {ending}"))?;
    let assembly = folder.join(ending);
    io::copy(&mut zip.by_index(inside)?, &mut File::create(&assembly)?)?;
    Ok((format!("{PACKAGE} {version}"), assembly))
}

fn has_ending(file: &zip::read::ZipFile<'_, File>, ending: &str) -> bool {
    file.name().is_ok_and(|name| name.ends_with(ending))
}

/// On Windows it is Python's launcher that is there.
fn pip() -> Result<Command, Error> {
    for python in ["python3", "python", "py"] {
        let pip = || {
            let mut command = Command::new(python);
            command.args(["-m", "pip"]);
            command
        };
        if pip().arg("--version").output().is_ok_and(|output| output.status.success()) {
            return Ok(pip());
        }
    }
    Err(format!("{PACKAGE} could not be fetched: Python 3 with pip is needed").into())
}

pub fn read(file: &Path) -> Result<Enumerations, Error> {
    let bytes = fs::read(file)?;
    // The reader panics at metadata that it does not know.
    panic::set_hook(Box::new(|what| {
        eprintln!("xtask: the assembly's metadata could not be read: {what}");
        std::process::exit(2);
    }));
    let index = Index::new(vec![reader::File::new(bytes).ok_or("it is no .NET assembly")?]);
    let read = Enumerations::found(
        constants(&index, "CoreWebView2DownloadInterruptReason"),
        constants(&index, "CoreWebView2DownloadState"),
    );
    drop(panic::take_hook());
    read
}

/// Empty where the enumeration is not there.
fn constants(index: &Index, enumeration: &str) -> Enumeration {
    let fields = index.get(NAMESPACE, enumeration).flat_map(|found| found.fields().collect::<Vec<_>>());
    let constants = fields.filter_map(|field| match field.constant()?.value() {
        Value::I32(number) => Some((field.name().to_owned(), number)),
        _ => None,
    });
    constants.collect()
}
