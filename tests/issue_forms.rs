//! The forms of `.github/ISSUE_TEMPLATE`, held to the published schemas of what GitHub takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use regex::Regex;

use crate::stranger::{root, tool};

fn forms() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join(".github/ISSUE_TEMPLATE")).unwrap().map(|entry| entry.unwrap().path());
    let mut forms: Vec<PathBuf> = files.filter(|file| !file.ends_with("config.yml")).collect();
    forms.sort();
    forms
}

/// None without the program, which was said.
fn check(schema: &str, files: &[PathBuf]) -> Option<Output> {
    let mut command = Command::new(tool("check-jsonschema", "none; pip install check-jsonschema")?);
    Some(command.arg("--builtin-schema").arg(format!("vendor.{schema}")).args(files).output().unwrap())
}

#[test]
fn github_takes_the_forms() {
    assert_eq!(forms().len(), 3);
    let Some(output) = check("github-issue-forms", &forms()) else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let output = check("github-issue-config", &[root().join(".github/ISSUE_TEMPLATE/config.yml")]).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));

    // It would say so.
    let folder = tempfile::tempdir().unwrap();
    let misspelt = folder.path().join("form.yml");
    let text = fs::read_to_string(&forms()[0]).unwrap();
    fs::write(&misspelt, text.replacen("type: dropdown", "type: dropdwn", 1)).unwrap();
    let output = check("github-issue-forms", &[misspelt]).unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stdout).contains("dropdwn"), "{output:?}");
}

/// What no schema says: GitHub refuses a form with two fields of one name, and with answers that YAML reads as truth values.
#[test]
fn fields_differ_and_answers_are_words() {
    let field = Regex::new(r"(?m)^ +(id|label): (.+)$").unwrap();
    let truth = Regex::new(r"(?m)^ +- (yes|no|true|false|on|off)$").unwrap();
    for form in forms() {
        let text = fs::read_to_string(&form).unwrap();
        let mut seen = BTreeSet::new();
        for found in field.captures_iter(&text) {
            assert!(seen.insert(found[0].to_owned()), "{}: {}", form.display(), &found[0]);
        }
        assert!(!seen.is_empty() && !truth.is_match(&text), "{}", form.display());
    }
}

/// One for each kind of fault of which `SECURITY.md` says that it is an ordinary one.
#[test]
fn each_form_says_what_it_is_for() {
    let names: Vec<String> = forms()
        .iter()
        .map(|form| fs::read_to_string(form).unwrap().lines().next().unwrap().replace("name: ", ""))
        .collect();
    assert_eq!(names, ["A code is unknown", "A text is wrong", "A download behaves otherwise"]);
}
