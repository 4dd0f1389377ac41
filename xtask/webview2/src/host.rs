//! The WebView2 host of `examples/webview2`, built with MinGW against WebView2's own interfaces.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use xtask::platform::{self, WINDOWS};
use xtask::{Error, build, root, run, target};

use crate::later;

/// Where Debian's libwine-dev has the interfaces that WebView2's own are made of.
pub const WINE_INTERFACES: &str = "/usr/include/wine/wine/windows";
const WARNINGS: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"];
const NEEDED: &str = "MinGW is needed: on Debian or Ubuntu \
    `apt-get install g++-mingw-w64-x86-64 mingw-w64-tools libwine-dev`; for Visual Studio see examples/webview2/README.md";

/// Builds the host in `target/webview2`, with the DLLs that it needs beside it.
pub fn host() -> Result<PathBuf, Error> {
    let program = folder()?.join("host.exe");
    let sources = ["main.cpp", "list_view.cpp", "downloads.cpp", "list_row.cpp"];
    let sources = sources.map(|name| root().join("examples/webview2").join(name));
    build(&sources, &program, &["-mwindows", "-lgdi32", "-lole32", "-lshlwapi"])?;
    xtask::replace(&loader()?, &program.with_file_name("WebView2Loader.dll"))?;
    Ok(program)
}

/// The SDK's `WebView2Loader.dll`.
pub fn loader() -> Result<PathBuf, Error> {
    Ok(sdk()?.join("build/native/x64/WebView2Loader.dll"))
}

/// Compiles and links a C++ program for Windows on x64 with the sources of the host and the library.
pub fn build(sources: &[PathBuf], program: &Path, more: &[&str]) -> Result<(), Error> {
    // Tests build at the same time, and share the interfaces.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    fs::create_dir_all(program.parent().ok_or("a program needs a folder")?)?;
    let library = platform::release(WINDOWS[0])?;
    xtask::replace(&library.shared, &program.with_file_name("wv2interrupt.dll"))?;
    let mut compiler = Command::new("x86_64-w64-mingw32-g++");
    compiler
        .args(["-std=c++17", "-O2", "-static", "-DUNICODE", "-D_UNICODE", "-DNOMINMAX"])
        .args(WARNINGS)
        // What widl writes is not held to our warnings.
        .arg("-isystem")
        .arg(interfaces()?)
        .arg("-I")
        .arg(root().join("include"))
        .arg("-I")
        .arg(root().join("examples/webview2"))
        .args(sources)
        .args(library.import)
        .args(more)
        .arg("-o")
        .arg(program);
    run(&mut compiler, NEEDED)
}

/// The folder of everything here.
pub fn folder() -> Result<PathBuf, Error> {
    let folder = target().join("webview2");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Makes `WebView2.h` of the interface definitions, and returns its folder.
pub fn interfaces() -> Result<PathBuf, Error> {
    // Once: tests that run at the same time read it.
    static MADE: Mutex<Option<PathBuf>> = Mutex::new(None);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(match &*made {
        Some(folder) => folder.clone(),
        None => made.insert(make_interfaces()?).clone(),
    })
}

fn make_interfaces() -> Result<PathBuf, Error> {
    let folder = folder()?.join("interfaces");
    fs::create_dir_all(&folder)?;
    // WebView2 imports it under this name, and Wine has it in small letters.
    let token = folder.join("EventToken.idl");
    fs::copy(Path::new(WINE_INTERFACES).join("eventtoken.idl"), &token)
        .map_err(|error| format!("{WINE_INTERFACES}/eventtoken.idl: {error}: {NEEDED}"))?;
    let webview = folder.join("WebView2.idl");
    let bindings = read(&package("webview2-com-sys")?.join("src/bindings.rs"))?;
    fs::write(&webview, later::complete(&read(&sdk()?.join("WebView2.idl"))?, &bindings)?)?;
    for idl in [token, webview] {
        let header = folder.join(idl.file_name().ok_or("an IDL is a file")?).with_extension("h");
        let mut widl = Command::new("x86_64-w64-mingw32-widl");
        widl.args(["-m64", "-h", "-I", WINE_INTERFACES, "-I"]).arg(&folder).arg("-o").arg(header).arg(idl);
        run(&mut widl, NEEDED)?;
    }
    Ok(folder)
}

/// The part of the WebView2 SDK that the crate `webview2-sys` carries.
fn sdk() -> Result<PathBuf, Error> {
    let folder = package("webview2-sys")?;
    for entry in fs::read_dir(&folder)? {
        let sdk = entry?.path();
        if sdk.join("WebView2.idl").exists() {
            return Ok(sdk);
        }
    }
    Err(format!("{} has no WebView2.idl", folder.display()).into())
}

/// The folder of a crate on which the tests depend.
fn package(name: &str) -> Result<PathBuf, Error> {
    let mut cargo = build::command();
    cargo.args(["metadata", "--format-version", "1", "--manifest-path"]).arg(root().join("Cargo.toml"));
    let metadata: Value = serde_json::from_slice(&cargo.stderr(Stdio::inherit()).output()?.stdout)?;
    let mut packages = metadata["packages"].as_array().into_iter().flatten();
    let package = packages.find(|package| package["name"] == name);
    let manifest = package.and_then(|package| package["manifest_path"].as_str()).map(Path::new);
    Ok(manifest.and_then(Path::parent).ok_or_else(|| format!("{name} is not a dependency"))?.to_owned())
}

fn read(file: &Path) -> Result<String, Error> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()).into())
}
