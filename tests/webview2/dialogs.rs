//! The host as clang-cl builds it for Visual C++'s ABI, and what it shows on a screen that nobody sees.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use webview2::{gallery, host};
use xtask::platform::{self, WINDOWS};

use crate::cpp::clang_cl;
use crate::stranger::{api, root, tool};
use crate::windows::{WINE_LIBRARIES, run};

const LIBRARIES: [&str; 9] =
    ["winecrt0", "ucrtbase", "kernel32", "ntdll", "user32", "gdi32", "ole32", "shell32", "shlwapi"];

/// The folder of the host and of the program that watches it. None where a tool is missing, which was said.
fn programs() -> Option<&'static Path> {
    static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
        super::build_tools()?;
        for (name, package) in [("Xvfb", "xvfb"), ("wine", "wine64")] {
            tool(name, package)?;
        }
        let (link, gcc) = (tool("lld-link-19", "lld-19")?, tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")?);
        let folder = host::folder().unwrap().join("dialogs");
        fs::create_dir_all(&folder).unwrap();
        let library = platform::release(WINDOWS[0]).unwrap();
        fs::copy(&library.shared, folder.join("wv2interrupt.dll")).unwrap();
        build(&link, &folder, &library.import.unwrap())?;
        for (source, program, arguments) in
            [("watch.c", "watch.exe", &["-municode"][..]), ("loader.c", "loader.dll", &["-shared"])]
        {
            let mut command = Command::new(&gcc);
            command.args(["-std=c99", "-O2", "-Wall", "-Wextra", "-Werror"]).args(arguments);
            run(command.arg(source_of(source)).arg("-o").arg(folder.join(program)));
        }
        Some(folder)
    });
    FOLDER.as_deref()
}

fn source_of(name: &str) -> PathBuf {
    root().join("tests/webview2").join(name)
}

/// Compiles as the README says for Visual Studio, and links.
fn build(link: &Path, folder: &Path, import: &Path) -> Option<()> {
    let sources = ["main", "list_view", "downloads", "list_row"];
    let doubles = ["msvc", "languages"];
    let mut compiler = clang_cl("x86_64", "/std:c++17")?;
    compiler.args(["/c", "/O2", "/utf-8", "/DUNICODE", "/D_UNICODE", "/DNOMINMAX"]);
    // What stands in for Visual C++'s run-time library has no types at run time, and no cookies on the stack.
    compiler.args(["/GR-", "/clang:-fno-rtti", "/GS-", "/D_LIBCPP_DISABLE_VISIBILITY_ANNOTATIONS"]);
    compiler.args(["/DWINE_UNICODE_NATIVE", "-D_InterlockedCompareExchange128=wine_compare_exchange"]);
    compiler.arg(format!("/FI{}", source_of("msvc.h").display()));
    compiler.arg(format!("/imsvc{}", host::interfaces().unwrap().display()));
    compiler.arg(format!("/Fo{}/", folder.display())).arg("--");
    compiler.args(sources.map(|name| root().join("examples/webview2").join(name).with_extension("cpp")));
    run(compiler.args(doubles.map(|name| source_of(name).with_extension("cpp"))));

    let mut linker = Command::new(link);
    linker.args(["/nologo", "/nodefaultlib", "/subsystem:windows", "/entry:WinMainCRTStartup"]);
    linker.args(sources.iter().chain(&doubles).map(|name| folder.join(name).with_extension("obj"))).arg(import);
    linker.args(LIBRARIES.map(|name| format!("{WINE_LIBRARIES}/lib{name}.a")));
    run(linker.arg(format!("/out:{}", folder.join("host.exe").display())));
    Some(())
}

/// The texts of the host's window of a class, and how it ended, with this WebView2Loader.dll beside it.
fn shown(loader: Option<&Path>, class: &str, arguments: &[&str]) -> Option<Vec<String>> {
    let programs = programs()?;
    let folder = tempfile::tempdir().unwrap();
    for file in ["host.exe", "wv2interrupt.dll"] {
        fs::copy(programs.join(file), folder.path().join(file)).unwrap();
    }
    if let Some(loader) = loader {
        fs::copy(loader, folder.path().join("WebView2Loader.dll")).unwrap();
    }
    let screen = gallery::Screen::open().unwrap();
    let mut watch = screen.wine().unwrap();
    watch.arg(programs.join("watch.exe")).args([class, "host.exe"]).args(arguments);
    let printed = run(watch.current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped()));
    Some(String::from_utf8(printed).unwrap().lines().map(str::to_owned).collect())
}

const MESSAGE_BOX: &str = "#32770";

#[track_caller]
fn assert_gives_up(loader: Option<&Path>, why: &str) {
    let Some(shown) = shown(loader, MESSAGE_BOX, &[]) else { return };
    assert_eq!(shown.first().map(String::as_str), Some("WebView2"), "{shown:?}");
    assert!(shown.iter().any(|text| text == why), "{shown:?}");
    assert_eq!(shown.last().map(String::as_str), Some("ended with 1"));
}

#[test]
fn without_a_runtime_the_host_says_so() {
    let Some(_) = programs() else { return };
    let loader = host::loader().unwrap();
    let why = "The WebView2 Runtime is not installed. Microsoft's site for WebView2 has its installer. (0x80070002)";
    assert_gives_up(Some(&loader), why);
}

#[test]
fn another_failure_shows_its_code() {
    let Some(programs) = programs() else { return };
    assert_gives_up(Some(&programs.join("loader.dll")), "The WebView2 Runtime did not start. (0x80070005)");
    let place = "It belongs beside the program; the NuGet package Microsoft.Web.WebView2 has it.";
    assert_gives_up(None, &format!("WebView2Loader.dll did not load. {place} (0x8007007E)"));
}

#[test]
fn the_host_speaks_the_first_language_that_the_library_speaks() {
    let Some(shown) = shown(None, "wv2interrupt-host", &["--gallery"]) else { return };
    let german = api().text("language_name", api().find("language_find", "de"));
    assert!(shown.iter().any(|text| text == german), "{shown:?}");
    assert_eq!(shown.last().map(String::as_str), Some("ended with 0"));
}
