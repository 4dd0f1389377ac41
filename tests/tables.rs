//! A table with a mistake does not compile.

use std::process::Command;

use crate::stranger::{copy_sources, edit};

#[test]
fn a_wrong_table_does_not_compile() {
    let mistakes = [
        ("src/reasons.rs", "code: REASON_FILE_FAILED,", "code: REASON_FILE_TOO_SHORT,", "row i must have code i"),
        ("src/reasons.rs", "name: \"FileFailed\",", "name: \"\",", "a row has no name or description"),
        ("src/outcomes.rs", "(OUTCOME_PAUSED, \"paused\")", "(OUTCOME_BLOCKED, \"paused\")", "id i must have code i"),
        (
            "src/languages/de.rs",
            "reason: REASON_FILE_FAILED,",
            "reason: REASON_FILE_TOO_LARGE,",
            "a reason stands in another's place",
        ),
        ("src/languages/de.rs", "label: \"Dateifehler\"", "label: \"\"", "a reason has no label or no message"),
        ("src/languages/de.rs", "(OUTCOME_PAUSED, \"Pausiert\"),", "", "expected an array with a size of 8"),
    ];
    let target = tempfile::tempdir().unwrap();
    for (file, old, new, complaint) in mistakes {
        let folder = tempfile::tempdir().unwrap();
        copy_sources(folder.path());
        edit(&folder.path().join(file), old, new);
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["check", "--quiet", "--release", "--package", "wv2interrupt"]);
        let output = cargo.current_dir(folder.path()).env("CARGO_TARGET_DIR", target.path()).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && errors.contains(complaint), "{new}: {errors}");
    }
}
