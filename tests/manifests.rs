//! What the manifests say of the library, to people who search a registry: the same everywhere, from the workspace's.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use cargo_metadata::MetadataCommand;
use flate2::read::GzDecoder;
use regex::Regex;
use serde_json::Value;

use crate::stranger::root;
use crate::windows::release;
use packaging::layout::manifest;

/// What is said of a package in a registry.
struct Said {
    by: String,
    description: String,
    license: String,
    keywords: Vec<String>,
    version: String,
}

/// More may follow, of the language.
#[track_caller]
fn assert_says_the_same(said: &Said) {
    let by = &said.by;
    assert!(said.description.starts_with(&manifest("description")), "{by}: {}", said.description);
    assert_eq!(said.license, manifest("license"), "{by}");
    assert_eq!(said.version, manifest("version"), "{by}");
    for keyword in words(&manifest("keywords")) {
        assert!(said.keywords.contains(&keyword), "{by} lacks {keyword}: {:?}", said.keywords);
    }
}

fn words(list: &str) -> Vec<String> {
    list.split([',', ' ', '"', '\'']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_crates_say_it() {
    let metadata = MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec().unwrap();
    let names = ["wv2interrupt-capi", "wv2interrupt"];
    for package in metadata.packages.iter().filter(|package| names.contains(&package.name.as_str())) {
        assert!(!package.categories.is_empty() && package.readme.is_some(), "{}", package.name);
        assert_says_the_same(&Said {
            by: package.name.to_string(),
            description: package.description.clone().unwrap(),
            license: package.license.clone().unwrap(),
            keywords: package.keywords.clone(),
            version: package.version.to_string(),
        });
    }
    let publishable = |package: &&cargo_metadata::Package| package.publish.is_none();
    let published: Vec<_> = metadata.packages.iter().filter(publishable).map(|package| package.name.as_str()).collect();
    assert_eq!(published, ["wv2interrupt"]);
}

#[test]
fn conan_says_it() {
    // It reads the rest from Cargo.toml.
    let conan = fs::read_to_string(root().join("conanfile.py")).unwrap();
    let topics = Regex::new(r"topics = \((.*)\)").unwrap().captures(&conan).unwrap()[1].to_owned();
    let [description, license, version] = ["description", "license", "version"].map(manifest);
    assert_says_the_same(&Said {
        by: "conanfile.py".to_owned(),
        description,
        license,
        keywords: words(&topics),
        version,
    });
}

/// Whatever package of a release has a manifest of a kind that is known.
#[test]
fn the_packages_of_a_release_say_it() {
    let said: Vec<Said> = release().packages.iter().filter_map(|package| said(package)).collect();
    assert!(!said.is_empty());
    said.iter().for_each(assert_says_the_same);
}

fn said(package: &Path) -> Option<Said> {
    let by = package.file_name()?.to_str()?.to_owned();
    match package.extension()?.to_str()? {
        "nupkg" => Some(by_nuspec(by, &in_zip(package, ".nuspec"))),
        "whl" => Some(by_wheel(by, &in_zip(package, ".dist-info/METADATA"))),
        "tgz" => Some(by_npm(by, &in_tarball(package, "package/package.json"))),
        _ => None,
    }
}

fn in_zip(package: &Path, ending: &str) -> String {
    let mut zip = zip::ZipArchive::new(File::open(package).unwrap()).unwrap();
    let name = zip.file_names().map(Result::unwrap).find(|name| name.ends_with(ending)).unwrap().into_owned();
    io::read_to_string(zip.by_name(&name).unwrap()).unwrap()
}

fn in_tarball(package: &Path, name: &str) -> String {
    let mut tar = tar::Archive::new(GzDecoder::new(File::open(package).unwrap()));
    let mut text = String::new();
    let entries = tar.entries().unwrap().map(Result::unwrap);
    let mut found = entries.into_iter().find(|entry| entry.path().unwrap() == Path::new(name)).unwrap();
    found.read_to_string(&mut text).unwrap();
    text
}

fn by_nuspec(by: String, nuspec: &str) -> Said {
    let field = |name: &str| {
        let field = Regex::new(&format!("(?s)<{name}(?: [^>]*)?>(.*?)</{name}>")).unwrap();
        field.captures(nuspec).unwrap_or_else(|| panic!("{by} has no {name}"))[1].to_owned()
    };
    let [description, license, tags, version] = ["description", "license", "tags", "version"].map(field);
    Said { by, description, license, keywords: words(&tags), version }
}

/// Core metadata of Python: fields as in a mail.
fn by_wheel(by: String, metadata: &str) -> Said {
    let field = |name: &str| {
        let line = metadata.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        line.unwrap_or_else(|| panic!("{by} has no {name}")).to_owned()
    };
    let [description, license, keywords, version] = ["Summary", "License-Expression", "Keywords", "Version"].map(field);
    Said { by, description, license, keywords: words(&keywords), version }
}

fn by_npm(by: String, package: &str) -> Said {
    let package: Value = serde_json::from_str(package).unwrap();
    let [description, license, version] = ["description", "license", "version"]
        .map(|key| package[key].as_str().unwrap_or_else(|| panic!("{by} has no {key}")).to_owned());
    let keywords = package["keywords"].as_array().into_iter().flatten();
    let keywords = keywords.filter_map(|keyword| keyword.as_str().map(str::to_owned)).collect();
    Said { by, description, license, keywords, version }
}

/// Other kinds of packages are read as they are here.
#[test]
fn manifests_of_every_kind_are_understood() {
    let [description, license, version] = ["description", "license", "version"].map(manifest);
    let [by_wheel, by_npm] = [
        by_wheel(
            "a wheel".to_owned(),
            &format!(
                "Version: {version}\nSummary: {description}\nLicense-Expression: {license}\nKeywords: webview2,download\n\nText"
            ),
        ),
        by_npm(
            "a package of npm".to_owned(),
            &format!(
                r#"{{"version": "{version}", "description": "{description}.", "license": "{license}", "keywords": ["download", "webview2"]}}"#
            ),
        ),
    ];
    assert_says_the_same(&by_wheel);
    assert_says_the_same(&by_npm);
}
