//! `conan create`, as it is called in a clone of the repository, in a cache of its own.

use std::path::Path;
use std::process::Command;

use super::repository;
use crate::stranger::{api, plain_folder, skip, text};

/// What conan says, which it says on both streams.
fn conan(cache: &Path, arguments: &[&str]) -> Option<String> {
    let Ok(conan) = which::which("conan") else {
        skip("conan is not installed (pip install conan)");
        return None;
    };
    let mut command = Command::new(conan);
    let output = command.env("CONAN_HOME", cache).current_dir(repository()).args(arguments).output().unwrap();
    let said = text(&[output.stdout, output.stderr].concat());
    assert!(output.status.success(), "{command:?}\n{said}");
    Some(said)
}

#[cfg(target_os = "linux")]
#[test]
fn conan_creates_shared_and_static() {
    let cache = plain_folder();
    let Some(_) = conan(cache.path(), &["profile", "detect"]) else { return };
    let reference = format!("wv2interrupt/{}", api().version());
    for (shared, alias) in [("True", "wv2interrupt::wv2interrupt"), ("False", "wv2interrupt::static")] {
        let option = format!("&:shared={shared}");
        // Without a remote: nothing comes from the network.
        let Some(said) = conan(cache.path(), &["create", ".", "--no-remote", "-o", &option]) else { return };
        let printed = format!("wv2interrupt {}: {}\n", api().version(), api().spoken("label", 3, 0));
        assert!(said.contains(&printed), "{said}");

        let files = cache.path().join(shared);
        let install = ["install", "--requires", &reference, "--no-remote", "-o", &format!("*:shared={shared}")];
        let generate = ["-g", "CMakeDeps", "--output-folder", files.to_str().unwrap()];
        conan(cache.path(), &[&install[..], &generate].concat());
        let targets = std::fs::read_dir(&files).unwrap().map(|entry| entry.unwrap().path());
        let targets: String = targets.map(|file| std::fs::read_to_string(file).unwrap_or_default()).collect();
        assert!(targets.contains(alias), "{alias}");
    }
}

#[test]
fn conan_packages_for_windows() {
    let cache = plain_folder();
    let Some(_) = conan(cache.path(), &["profile", "detect"]) else { return };
    let reference = format!("wv2interrupt/{}", api().version());
    for (arch, shared, expected) in [
        ("x86_64", "True", &["bin/wv2interrupt.dll", "lib/wv2interrupt.lib"][..]),
        ("x86", "False", &["lib/wv2interrupt.lib"]),
        ("armv8", "True", &["bin/wv2interrupt.dll", "lib/wv2interrupt.lib"]),
    ] {
        let settings = ["-s:h", "os=Windows", "-s:h", &format!("arch={arch}")];
        let option = ["-o", &format!("*:shared={shared}"), "--no-remote"];
        conan(cache.path(), &[&["create", ".", "--test-folder="][..], &settings, &option].concat());
        let folder = cache.path().join(arch);
        let deploy = ["--deployer", "direct_deploy", "--deployer-folder", folder.to_str().unwrap()];
        conan(cache.path(), &[&["install", "--requires", &reference][..], &settings, &option, &deploy].concat());
        let package = folder.join("direct_deploy/wv2interrupt");
        for file in
            expected.iter().chain(&["include/wv2interrupt.h", "include/wv2interrupt.hpp", "licenses/LICENSE-MIT"])
        {
            assert!(package.join(file).exists(), "{arch}: {file}");
        }
        assert_eq!(package.join("bin").exists(), shared == "True", "{arch}");
    }
}
