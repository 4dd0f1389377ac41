//! The Rust library, packaged, and used from the package alone by a program in a folder of its own.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use flate2::read::GzDecoder;
use tempfile::TempDir;
use xtask::build;

use crate::stranger::{api, reasons, root};

/// The crate as a registry would have it, unpacked.
fn unpack(folder: &Path) {
    let mut cargo = build::command();
    cargo.current_dir(root()).args(["package", "--quiet", "--offline", "--allow-dirty", "--no-verify", "--package"]);
    let status = cargo.arg(build::CORE).arg("--target-dir").arg(folder.join("target")).status().unwrap();
    assert!(status.success());
    let name = format!("{}-{}", build::CORE, api().version());
    let file = File::open(folder.join(format!("target/package/{name}.crate"))).unwrap();
    tar::Archive::new(GzDecoder::new(file)).unpack(folder).unwrap();
    fs::rename(folder.join(name), folder.join("crate")).unwrap();
}

/// What a program prints that depends on the unpacked crate with these features.
fn run(folder: &Path, features: &str, main: &str) -> String {
    let manifest = format!(
        "[package]\nname = \"consumer\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nwv2interrupt = {{ path = \"../crate\", {features} }}\n"
    );
    let consumer = folder.join("consumer");
    fs::create_dir_all(consumer.join("src")).unwrap();
    fs::write(consumer.join("Cargo.toml"), manifest).unwrap();
    fs::write(consumer.join("src/main.rs"), main).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    let target = folder.join("consumer-target");
    let output = cargo.args(["run", "--quiet", "--offline", "--target-dir"]).arg(target).current_dir(consumer).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_package_builds_alone_and_answers_as_the_c_library_does() {
    let folder = TempDir::new().unwrap();
    unpack(folder.path());
    let printed = run(
        folder.path(),
        "default-features = true",
        r#"
        use wv2interrupt::{Language, Reason};
        fn main() {
            let language = Language::find("de-CH").unwrap_or_default();
            for reason in Reason::all().chain([Reason::from(57)]) {
                println!("{reason:?} {} {} {}", reason.symbol(), reason.label(language), reason.message(language));
            }
        }
        "#,
    );
    let german = api().find("language_find", "de-CH");
    let mut expected = String::new();
    for reason in reasons().into_iter().chain([57]) {
        let [name, symbol] = ["name", "symbol"].map(|function| api().text(function, reason));
        let [label, message] = ["label", "message"].map(|function| api().spoken(function, reason, german));
        expected += &format!("{name} ({reason}) {symbol} {label} {message}\n");
    }
    similar_asserts::assert_eq!(printed, expected);

    // A host pays for what it speaks.
    let printed = run(
        folder.path(),
        r#"default-features = false, features = ["fr", "pt-PT"]"#,
        r#"
        fn main() {
            for language in wv2interrupt::Language::all() {
                println!("{} {}", language.tag(), language.name());
            }
            println!("{:?}", ["de", "fr-CA", "pt-BR"].map(|tag| wv2interrupt::Language::find(tag).map(|found| found.tag())));
        }
        "#,
    );
    let expected = "en English\nfr Français\npt-PT Português (Portugal)\n[None, Some(\"fr\"), Some(\"pt-PT\")]\n";
    similar_asserts::assert_eq!(printed, expected);
}
