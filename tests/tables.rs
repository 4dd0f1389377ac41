//! A table with a mistake does not compile.

use std::process::Command;

use crate::stranger::{copy_sources, edit};

#[test]
fn a_wrong_table_does_not_compile() {
    let mistakes = [
        ("core/src/reasons.rs", "FILE_FAILED = 1:", "FILE_FAILED = 2:", "row i must have code i"),
        ("core/src/reasons.rs", "    /// Access was forbidden by the server.\n", "", "no rules expected"),
        ("core/src/reasons.rs", "50 CRASH;", "50;", "a reason has another name in Chromium"),
        ("core/src/codes.rs", "PAUSED = 3 \"paused\"", "PAUSED = 4 \"paused\"", "constant i must have code i"),
        (
            "core/src/languages/de.rs",
            "reason: Reason::FILE_FAILED,",
            "reason: Reason::FILE_TOO_LARGE,",
            "a reason stands in another's place",
        ),
        ("core/src/languages/de.rs", "label: \"Dateifehler\"", "label: \"\"", "a reason has no label or no message"),
        ("core/src/languages/de.rs", "(Outcome::PAUSED, \"Angehalten\"),", "", "expected an array with a size of 9"),
    ];
    let target = tempfile::tempdir().unwrap();
    for (file, old, new, complaint) in mistakes {
        let folder = tempfile::tempdir().unwrap();
        copy_sources(folder.path());
        edit(&folder.path().join(file), old, new);
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["check", "--quiet", "--release", "--package", xtask::build::PACKAGE]);
        let output = cargo.current_dir(folder.path()).env("CARGO_TARGET_DIR", target.path()).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && errors.contains(complaint), "{new}: {errors}");
    }
}
