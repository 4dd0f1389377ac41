//! `find_package` from the unpacked archives, and FetchContent of the repository.

use std::fs;
use std::path::Path;
use std::process::Command;

#[cfg(target_os = "linux")]
mod sources;

use super::{consumer, prints_the_golden_file, repository, unpacked};
use crate::stranger::{api, root, start, tool};
use crate::windows::run;
use tempfile::TempDir;

const BOTH: [&str; 2] = ["c/explain.c", "cpp/explain.cpp"];

/// Configures and builds a project in `build` below it. None where a tool is missing, which was said.
pub fn build(project: &Path, toolchain: Option<&str>, arguments: &[String]) -> Option<()> {
    let (cmake, ninja) = (tool("cmake", "cmake")?, tool("ninja", "ninja-build")?);
    let mut configure = Command::new(&cmake);
    configure.current_dir(project).args(["-S", ".", "-B", "build", "-G", "Ninja"]).args(arguments);
    configure.arg(format!("-DCMAKE_MAKE_PROGRAM={}", ninja.display()));
    if let Some(toolchain) = toolchain {
        let file = root().join("tests/consumers/toolchains").join(toolchain);
        configure.arg(format!("-DCMAKE_TOOLCHAIN_FILE={}", file.display()));
    }
    run(&mut configure);
    run(Command::new(cmake).current_dir(project).args(["--build", "build"]));
    Some(())
}

/// All archives are offered: the right one is to be found.
pub fn offered() -> String {
    let folders = fs::read_dir(unpacked()).unwrap().map(|entry| entry.unwrap().path().display().to_string());
    format!("-DCMAKE_PREFIX_PATH={}", folders.collect::<Vec<_>>().join(";"))
}

fn find_package(toolchain: Option<&str>, sources: &[&str], suffix: &str) {
    let project = consumer("cmake", sources);
    let Some(()) = build(project.path(), toolchain, &[offered()]) else { return };
    for source in sources {
        let language = source.split('/').next().unwrap();
        for kind in ["shared", "static"] {
            let program = project.path().join(format!("build/{language}-{kind}{suffix}"));
            let Some(command) = start(&program) else { return };
            prints_the_golden_file(command, language == "c");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn find_package_on_linux() {
    find_package(None, &BOTH, "");
}

#[test]
fn find_package_with_mingw() {
    let Some(_) = tool("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64") else { return };
    find_package(Some("mingw.cmake"), &BOTH, ".exe");
}

/// Without the C++ example: there is no C++ library for this compiler here.
#[test]
fn find_package_with_clang_cl() {
    for (name, package) in [("clang-cl-19", "clang-tools-19"), ("lld-link-19", "lld-19"), ("llvm-lib-19", "llvm-19")] {
        let Some(_) = tool(name, package) else { return };
    }
    find_package(Some("clang-cl.cmake"), &BOTH[..1], ".exe");
}

/// What find_package says about the version that it is asked for, for a system and a processor.
fn found(version: &str, system: &[&str]) -> Option<bool> {
    let folder = TempDir::new().unwrap();
    let script = "cmake_minimum_required(VERSION 3.20)\nproject(asks LANGUAGES NONE)\n\
        find_package(wv2interrupt ${VERSION} CONFIG)\nmessage(STATUS \"found: ${wv2interrupt_FOUND}\")\n";
    fs::write(folder.path().join("CMakeLists.txt"), script).unwrap();
    let mut command = Command::new(tool("cmake", "cmake")?);
    command.current_dir(&folder).args(["-S", ".", "-B", "build", &offered(), &format!("-DVERSION={version}")]);
    let said = run(command.args(system));
    Some(String::from_utf8_lossy(&said).contains("found: 1"))
}

#[test]
fn find_package_checks_the_version() {
    let [major, minor, patch] = api().version().split('.').collect::<Vec<_>>()[..] else { panic!("three parts") };
    let next_minor = format!("{major}.{}", minor.parse::<u32>().unwrap() + 1);
    let next_major = format!("{}", major.parse::<u32>().unwrap() + 1);
    let exact = format!("{major}.{minor}.{patch}");
    for (version, expected) in [
        ("", true),
        (major, true),
        (&exact, true),
        (&next_minor, false),
        (&next_major, false),
        ("0.9", false),
        (&format!("0.9...<{next_major}"), true),
        (&format!("0.9...<{exact}"), false),
        (&format!("{exact}...{next_minor}"), true),
    ] {
        let Some(found) = found(version, &[]) else { return };
        assert_eq!(found, expected, "asked for {version:?}");
    }
    let windows = "-DCMAKE_SYSTEM_NAME=Windows";
    for (system, expected) in [
        (&[windows, "-DCMAKE_SYSTEM_PROCESSOR=ARM64"][..], true),
        (&[windows, "-DCMAKE_SYSTEM_PROCESSOR=x86"], true),
        (&[windows, "-DCMAKE_SYSTEM_PROCESSOR=ia64"], false),
        (&["-DCMAKE_SYSTEM_NAME=Linux", "-DCMAKE_SYSTEM_PROCESSOR=aarch64"], false),
        (&["-DCMAKE_SYSTEM_NAME=Linux", "-DCMAKE_SYSTEM_PROCESSOR=x86_64", "-DCMAKE_SIZEOF_VOID_P=4"], false),
    ] {
        let Some(found) = found(major, system) else { return };
        assert_eq!(found, expected, "{system:?}");
    }
}

#[test]
fn fetch_content_builds_through_cargo() {
    let mut toolchains = vec![(None, "")];
    if tool("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64").is_some() {
        toolchains.push((Some("mingw.cmake"), ".exe"));
    }
    for (toolchain, suffix) in toolchains {
        let project = consumer("fetch-content", &BOTH);
        let place = format!("-DREPOSITORY={}", repository().display());
        let Some(()) = build(project.path(), toolchain, &[place]) else { return };
        for (program, c) in [("c-shared", true), ("cpp-static", false)] {
            let Some(command) = start(&project.path().join(format!("build/{program}{suffix}"))) else { return };
            prints_the_golden_file(command, c);
        }
    }
}
