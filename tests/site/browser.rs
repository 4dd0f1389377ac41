//! The site in Chromium, in which axe-core looks for what keeps somebody from reading it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use super::{npm, pages, site};
use crate::stranger::{on_stderr, text, tool};

#[derive(Clone, Copy)]
enum Colors {
    Dark = 0,
    Light = 1,
}

/// What is wrong with pages on a screen of so many pixels. None without Chromium or axe-core, which was said.
fn faults(pages: &[PathBuf], width: u32, colors: Colors) -> Option<Vec<String>> {
    let (chromium, axe) = (tool("chromium", "chromium")?, npm("axe-core/axe.min.js", "axe-core")?);
    let folder = tempfile::tempdir().unwrap();
    let settings = json!({ "pages": pages, "width": width, "axe": axe });
    let viewer = format!(
        "<!DOCTYPE html><body><script>window.settings = {settings}</script><script type=\"module\">{}</script>",
        include_str!("viewer.js")
    );
    let file = folder.path().join("viewer.html");
    fs::write(&file, viewer).unwrap();
    let mut command = Command::new(chromium);
    // Its sandbox is not for root, who runs CI.
    command.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom"]);
    command
        .arg("--virtual-time-budget=600000")
        .arg(format!("--user-data-dir={}", folder.path().join("user").display()));
    command.arg(format!("--blink-settings=preferredColorScheme={}", colors as i32));
    let output = command.arg(file).output().unwrap();
    let seen = text(&output.stdout);
    assert!(seen.contains("<title>seen</title>"), "{seen}{}", on_stderr(&output));
    let said = seen.split_once("<body>").unwrap().1.split("</body>").next().unwrap();
    Some(said.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect())
}

/// The pages of the languages are alike: one of them, from right to left, stands for all.
fn every_page() -> Vec<PathBuf> {
    let pages = pages().into_keys().filter(|page| !page.starts_with("docs/languages/") || page.ends_with("/ar.html"));
    pages.map(|page| site().join(page)).collect()
}

#[test]
fn everybody_can_read_it_on_a_phone() {
    let Some(found) = faults(&every_page(), 360, Colors::Light) else { return };
    assert_eq!(found, [""; 0]);
}

#[test]
fn everybody_can_read_it_in_the_dark() {
    let Some(found) = faults(&every_page(), 1280, Colors::Dark) else { return };
    assert_eq!(found, [""; 0]);
}

#[test]
fn what_cannot_be_read_is_found() {
    let page = site().join("../faulty.html");
    for (style, fault) in
        [("color: #aaa; background: #fff", "color-contrast at "), ("width: 400px", "wider than the screen")]
    {
        let words = format!(
            "<!DOCTYPE html><html lang=\"en\"><title>words</title><main><h1 style=\"{style}\">words</h1></main>"
        );
        fs::write(&page, words).unwrap();
        let Some(found) = faults(std::slice::from_ref(&page), 360, Colors::Light) else { return };
        assert!(found.len() == 1 && found[0].contains(fault), "{found:?}");
    }
}
