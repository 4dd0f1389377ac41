//! The look-up page in a browser, opened from disk: what it answers, what it finds, how it looks, what it refuses.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use base64::prelude::{BASE64_STANDARD, Engine};
use generate::causes;
use generate::vocabulary::TYPES;
use packaging::page;
use packaging::page::bundle::{Module, bundle};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::stranger::{alone, api, chromium_only, on_stderr, reasons, root, skip, target, text, tool};

/// The page, as `cargo xtask page` makes it.
fn page() -> &'static Path {
    static PAGE: LazyLock<PathBuf> = LazyLock::new(|| {
        alone();
        page::page().unwrap()
    });
    &PAGE
}

/// Node with a script of `tests/page`; None, which was said, where there is none.
fn node(script: &str) -> Option<Command> {
    let mut node = Command::new(tool("node", "nodejs")?);
    node.arg(root().join("tests/page").join(script));
    Some(node)
}

/// The same with what drives a browser, and a page.
fn driver(script: &str, page: &Path) -> Option<Command> {
    let browser = tool("chromium", "chromium")?;
    let modules = target().join("node_modules");
    for module in ["playwright-core", "axe-core"] {
        if !modules.join(module).exists() {
            skip(&format!("{module} is not in {} (`npm install --prefix target`, see .ci/run)", modules.display()));
            return None;
        }
    }
    let mut node = node(script)?;
    node.env("PAGE", page).env("BROWSER", browser).env("NODE_MODULES", modules);
    Some(node)
}

fn passes(command: Option<Command>) {
    let Some(mut command) = command else { return };
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
}

fn said(output: &Output) -> String {
    text(&output.stdout) + &on_stderr(output)
}

#[test]
fn what_a_text_mentions_is_found() {
    let folder = TempDir::new().unwrap();
    for module in page::modules().unwrap() {
        fs::write(folder.path().join(format!("{}.js", module.name)), module.text).unwrap();
    }
    fs::write(folder.path().join("package.json"), r#"{"type": "module"}"#).unwrap();
    passes(node("scanner.mjs").map(|mut node| {
        node.env("MODULES", folder.path());
        node
    }));
}

#[test]
fn the_page_does_what_people_want() {
    passes(driver("uses.mjs", page()));
}

#[test]
fn the_page_is_fit_for_everybody() {
    passes(driver("looks.mjs", page()));
}

#[test]
fn a_large_log_takes_bounded_time_and_memory() {
    passes(driver("large.mjs", page()));
}

#[test]
fn every_answer_is_the_librarys() {
    let folder = TempDir::new().unwrap();
    passes(answers(folder.path(), page()));
}

/// One letter of one text of the library in the page.
#[test]
fn a_wrong_answer_is_seen() {
    let folder = TempDir::new().unwrap();
    let changed = folder.path().join("changed.html");
    fs::write(&changed, misspelt("Datenträger voll", "Datenträger toll")).unwrap();
    let Some(mut command) = answers(folder.path(), &changed) else { return };
    let output = command.output().unwrap();
    let said = said(&output);
    assert!(!output.status.success() && said.contains("Datenträger toll"), "{said}");
}

/// The page with another library in it, which its policy allows.
fn misspelt(text: &str, other: &str) -> String {
    let page = fs::read_to_string(page()).unwrap();
    let between = |before: &str, after: &str| page.split_once(before).unwrap().1.split_once(after).unwrap().0;
    let library = between("const LIBRARY = \"", "\"");
    let mut bytes = BASE64_STANDARD.decode(library).unwrap();
    let places: Vec<usize> =
        (0..bytes.len() - text.len()).filter(|&at| bytes[at..].starts_with(text.as_bytes())).collect();
    assert_eq!(places.len(), 1, "{text}");
    bytes[places[0]..][..text.len()].copy_from_slice(other.as_bytes());
    let script = between("<script type=\"module\">", "</script>");
    let changed = script.replace(library, &BASE64_STANDARD.encode(bytes));
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    page.replace(&hash(script), &hash(&changed)).replace(script, &changed)
}

fn answers(folder: &Path, page: &Path) -> Option<Command> {
    let expected = folder.join("answers.json");
    fs::write(&expected, Value::from_iter(languages()).to_string()).unwrap();
    let mut node = driver("answers.mjs", page)?;
    node.env("ANSWERS", expected);
    Some(node)
}

#[test]
fn a_module_that_is_not_understood_is_refused() {
    let bundle = |text: &str| {
        let modules = [("page", text), ("other", "export const one = 1;\n")];
        let module = |(name, text): (&str, &str)| Module { name: name.to_owned(), text: text.to_owned() };
        bundle("page", &modules.map(module)).map_err(|error| error.to_string())
    };
    let script = bundle("import { one as two } from \"./other.js\";\nexport const three = two + 2;\n").unwrap();
    assert!(script.contains("const { one: two } = $other;") && script.contains("return { three };"), "{script}");
    for (text, why) in [
        (
            "import one from \"./other.js\";\n",
            "page.js: `import one from \"./other.js\";` is no form of import or export",
        ),
        ("export default 1;\n", "page.js: `export default 1;` is no form of import or export"),
        ("import { one } from \"./missing.js\";\n", "there is no module missing.js"),
        ("const end = \"</SCRIPT>\";\n", "the script of the page has \"</script\" in it"),
    ] {
        let refused = bundle(text).unwrap_err();
        assert!(refused.starts_with(why), "{refused}");
    }
}

/// What the library says in each of its languages, as the page should show it.
fn languages() -> impl Iterator<Item = Value> {
    let directions = ["ltr", "rtl"];
    (0..api().constant("language_count")).map(move |language| {
        let known = reasons().into_iter().map(|reason| answer(reason, language));
        let later = answer(57, language);
        let only = chromium_only();
        let only = only.iter().map(|(&number, (name, meaning))| {
            let description = format!("{name}: {meaning} WebView2 has no such reason.");
            let facts = json!({"Meaning": description, "Chromium\u{2019}s number": number.to_string()});
            words(language, format!("chromium={number}"), api().text("name", -1), facts)
        });
        json!({
            "tag": api().text("language_tag", language),
            "direction": directions[api().number("language_direction", language) as usize],
            "answers": known.chain([later]).chain(only).collect::<Vec<_>>(),
        })
    })
}

fn answer(reason: i32, language: i32) -> Value {
    let name = api().text("name", reason);
    let category = api().number("category", reason);
    let chromium = api().number("to_chromium", reason);
    let mut facts = BTreeMap::from([
        ("Meaning", api().text("description", reason).to_owned()),
        ("Number", format!("{reason}, {reason:#x}")),
        ("Chromium\u{2019}s number", if chromium < 0 { "none".to_owned() } else { chromium.to_string() }),
    ]);
    if category >= 0 {
        let recovery = api().number("recovery", reason);
        facts.insert("Name", name.to_owned());
        facts.insert("Symbol", api().text("symbol", reason).to_owned());
        facts.insert("Recovery", api().text("recovery_name", recovery).to_owned());
        facts.insert("Resume()", RESUME[recovery as usize].to_owned());
        let categories = TYPES.iter().find(|it| it.name == "Category").unwrap().constants;
        let meaning = categories[category as usize].meaning.trim();
        facts.insert("Category", format!("{}: {meaning}", api().text("category_name", category)));
    }
    words(language, reason.to_string(), name, json!(facts))
}

/// What `Resume()` would do, by recovery.
const RESUME: [&str; 5] = [
    "Resume() does not help, or there is nothing to recover.",
    "Resume() goes on with the partial file.",
    "Resume() starts again from zero.",
    "Resume() goes on with the partial file. But the engine tries by itself first, a limited number of times.",
    "Resume() starts again from zero. But the engine tries by itself first, a limited number of times.",
];

fn words(language: i32, key: String, name: &str, facts: Value) -> Value {
    let reason = key.parse().unwrap_or(-1);
    let causes = causes::all().unwrap();
    let causes = causes.iter().filter(|cause| cause.reason == name).map(|cause| {
        let link = if cause.source.contains("://") { &*cause.source } else { "" };
        json!([cause.cause, link])
    });
    let [label, message, advice] = ["label", "message", "advice"].map(|text| api().spoken(text, reason, language));
    json!({
        "key": key, "label": label, "message": message, "advice": advice, "facts": facts,
        "causes": causes.collect::<Vec<_>>(),
    })
}
