//! The vcpkg port. vcpkg itself comes from GitHub alone and is not run: CMake runs the port's recipe here, with
//! stand-ins for the three functions of vcpkg that it calls, and a program is built from the result.

use std::fs;
use std::process::Command;

use super::cmake::build;
use super::{consumer, prints_the_golden_file};
use crate::stranger::{api, plain_folder, root, tool, workplace};
use crate::windows::{packages, run};
use serde_json::Value;
use tempfile::TempDir;

#[test]
fn the_vcpkg_port_agrees_with_the_manifest() {
    let port = fs::read_to_string(root().join("packaging/vcpkg/wv2interrupt/vcpkg.json")).unwrap();
    let port: Value = serde_json::from_str(&port).unwrap();
    assert_eq!(port["version"], api().version());
    // The folder of the port, and not the package that it is built from.
    assert_eq!(port["name"], "wv2interrupt");
    for key in ["version", "description", "license"] {
        assert_eq!(port[key], packaging::layout::manifest(key), "{key}");
    }
}

const STAND_INS: &str = r#"
function(vcpkg_extract_source_archive path kind archive)
    file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${WORK}")
    get_filename_component(name "${archive}" NAME)
    string(REGEX REPLACE "\\.(zip|tar\\.gz)$" "" name "${name}")
    set(${path} "${WORK}/${name}" PARENT_SCOPE)
endfunction()
function(vcpkg_replace_string file from to)
    file(READ "${file}" text)
    string(REPLACE "${from}" "${to}" replaced "${text}")
    if(text STREQUAL replaced)
        message(FATAL_ERROR "${from} is not in ${file}")
    endif()
    file(WRITE "${file}" "${replaced}")
endfunction()
function(vcpkg_install_copyright)
    file(WRITE "${CURRENT_PACKAGES_DIR}/share/${PORT}/copyright" "")
endfunction()
include("${PORTFILE}")
"#;

fn install(system: &str, folder: &TempDir) -> Option<()> {
    packages();
    let script = folder.path().join("vcpkg.cmake");
    fs::write(&script, STAND_INS).unwrap();
    let define = |name: &str, value: &str| format!("-D{name}={value}");
    let path = |inside: &str| folder.path().join(inside).display().to_string();
    let portfile = workplace().join("packaging/vcpkg/wv2interrupt/portfile.cmake").display().to_string();
    let mut command = Command::new(tool("cmake", "cmake")?);
    command.args([define("PORT", "wv2interrupt"), define("VERSION", api().version()), define("PORTFILE", &portfile)]);
    command.args([define("WORK", &path("work")), define("CURRENT_PACKAGES_DIR", &path("installed"))]);
    command.args([define("VCPKG_TARGET_ARCHITECTURE", "x64"), define("VCPKG_TARGET_IS_WINDOWS", system)]);
    run(command.arg("-P").arg(script));
    Some(())
}

#[test]
fn the_vcpkg_port_lays_out_what_find_package_finds() {
    let windows = plain_folder();
    let Some(()) = install("1", &windows) else { return };
    for file in [
        "bin/wv2interrupt.dll",
        "debug/bin/wv2interrupt.dll",
        "debug/lib/wv2interrupt.lib",
        "share/wv2interrupt/usage",
        "share/wv2interrupt/wv2interrupt-explain.html",
        "share/wv2interrupt/wv2interrupt.json",
        "share/wv2interrupt/wv2interrupt.schema.json",
    ] {
        assert!(windows.path().join("installed").join(file).exists(), "{file}");
    }
    if cfg!(target_os = "linux") {
        let linux = plain_folder();
        install("0", &linux);
        let project = consumer("cmake", &["c/explain.c"]);
        let place = format!("-DCMAKE_PREFIX_PATH={}", linux.path().join("installed").display());
        let Some(()) = build(project.path(), None, &[place]) else { return };
        prints_the_golden_file(Command::new(project.path().join("build/c-shared")), true);
    }
}
