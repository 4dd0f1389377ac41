//! The NuGet package: its parts, its installation from a folder, its targets evaluated, a program from it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::process::Command;

use regex::Regex;

use super::{consumer, prints_the_golden_file};
use crate::stranger::{api, root, start, tool};
use crate::windows::{packages, release, run, windows};

/// The parts of the package by name. None without its compiler, which was said.
fn parts() -> Option<Vec<(String, Vec<u8>)>> {
    tool("mcs", "mono-mcs")?;
    let package = release().package(".nupkg").unwrap();
    let mut zip = zip::ZipArchive::new(fs::File::open(package).unwrap()).unwrap();
    let mut parts = Vec::new();
    for i in 0..zip.len() {
        let mut file = zip.by_index(i).unwrap();
        let mut data = Vec::new();
        file.read_to_end(&mut data).unwrap();
        parts.push((file.name().unwrap().into_owned(), data));
    }
    Some(parts)
}

#[test]
fn the_nuget_package_has_the_libraries_of_every_platform() {
    let Some(parts) = parts() else { return };
    let part = |name: &str| &parts.iter().find(|(part, _)| part == name).unwrap_or_else(|| panic!("{name}")).1;
    for package in windows() {
        let processor = package.platform.name.strip_prefix("windows-").unwrap();
        for (inside, file) in [
            (format!("runtimes/win-{processor}/native/wv2interrupt.dll"), "bin/wv2interrupt.dll"),
            (format!("build/native/lib/{processor}/wv2interrupt.lib"), "lib/wv2interrupt.lib"),
            (format!("build/native/lib/{processor}/wv2interrupt_static.lib"), "lib/wv2interrupt_static.lib"),
        ] {
            assert!(*part(&inside) == fs::read(package.folder.join(file)).unwrap(), "{inside}");
        }
    }
    for name in ["build/native/include/wv2interrupt.h", "build/native/include/wv2interrupt.hpp", "LICENSE-MIT.txt"] {
        part(name);
    }
    assert!(*part("README.md") == fs::read(root().join("bindings/csharp/README.md")).unwrap());
    for folder in ["build", "buildTransitive"] {
        part(&format!("{folder}/net462/wv2interrupt.targets"));
    }
    for kind in ["dll", "xml"] {
        let [older, newer] = ["net462", "netstandard2.0"].map(|it| part(&format!("lib/{it}/Wv2Interrupt.{kind}")));
        assert!(older == newer, "one assembly for both");
    }
    let nuspec = String::from_utf8_lossy(part("wv2interrupt.nuspec"));
    assert!(nuspec.contains(&format!("<version>{}</version>", api().version())), "{nuspec}");
    // NuGet warns of a framework that has files and no group, for which its users would find the package unfit.
    let folders = parts.iter().filter_map(|(name, _)| name.strip_prefix("lib/")?.split('/').next());
    assert_eq!(folders.collect::<BTreeSet<_>>(), BTreeSet::from(["net462", "netstandard2.0"]));
    let groups = Regex::new("<group targetFramework=\"(.*?)\" />").unwrap();
    let groups: Vec<&str> = groups.captures_iter(&nuspec).map(|found| found.get(1).unwrap().as_str()).collect();
    assert_eq!(groups, [".NETFramework4.6.2", ".NETStandard2.0", "native0.0"]);
    assert!(!nuspec.contains('@'), "{nuspec}");
    let relationships = String::from_utf8_lossy(part("_rels/.rels"));
    assert!(relationships.contains("Target=\"/wv2interrupt.nuspec\""), "{relationships}");

    let types = String::from_utf8_lossy(part("[Content_Types].xml")).into_owned();
    let typed = Regex::new("Extension=\"(.*?)\"").unwrap();
    let typed: BTreeSet<&str> = typed.captures_iter(&types).map(|found| found.get(1).unwrap().as_str()).collect();
    let used: BTreeSet<&str> =
        parts.iter().filter(|(name, _)| name != "[Content_Types].xml").map(|(name, _)| extension(name)).collect();
    assert_eq!(typed, used);
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').unwrap_or_else(|| panic!("{name} has no extension, and so no type")).1
}

#[test]
fn a_program_is_built_from_the_installed_nuget_package() {
    let Some(nuget) = tool("nuget", "nuget") else { return };
    let Some(_) = tool("mcs", "mono-mcs") else { return };
    let Some(xbuild) = tool("xbuild", "mono-xbuild") else { return };
    let Some(mingw) = tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64") else { return };
    let project = consumer("nuget", &["c/explain.c"]);
    let source = packages()[0].archive.parent().unwrap();
    let mut install = Command::new(nuget);
    install.args(["install", "wv2interrupt", "-NonInteractive", "-OutputDirectory", "packages", "-Source"]).arg(source);
    // Its settings and its cache stay here.
    run(install.current_dir(project.path()).env("HOME", project.path()));

    let build = |arguments: &[String]| {
        let mut command = Command::new(&xbuild);
        command.args(["/nologo", "/verbosity:minimal", "consumer.proj"]).args(arguments);
        run(command.arg(format!("/p:Version={}", api().version())).current_dir(project.path()));
    };
    let compiler = format!("/p:Compiler={}", mingw.display());
    build(&["/p:Platform=x64".into(), compiler.clone()]);
    build(&["/p:Platform=x64".into(), compiler, "/p:WV2InterruptLinkage=static".into()]);
    for platform in ["Win32", "ARM64", "ARM64EC"] {
        build(&[format!("/p:Platform={platform}")]);
    }
    for (platform, built_for) in
        [("x64", "windows-x64"), ("Win32", "windows-x86"), ("ARM64", "windows-arm64"), ("ARM64EC", "windows-x64")]
    {
        let copied = fs::read(project.path().join(platform).join("wv2interrupt.dll")).unwrap();
        let package = windows().find(|package| package.platform.name == built_for).unwrap();
        assert!(copied == fs::read(package.folder.join("bin/wv2interrupt.dll")).unwrap(), "{platform}");
    }
    assert!(!project.path().join("x64static/wv2interrupt.dll").exists(), "a static program needs no DLL");
    for folder in ["x64", "x64static"] {
        let Some(program) = start(&project.path().join(folder).join("explain.exe")) else { return };
        prints_the_golden_file(program, true);
    }
}
