//! What the page says besides the library's answers, from where it is written: the module `facts.js`.

use std::collections::BTreeMap;
use std::fs;

use generate::causes;
use generate::vocabulary::TYPES;
use serde_json::{Value, json};
use xtask::{Error, root};

use super::Module;

pub fn module() -> Result<Module, Error> {
    let facts = [
        ("causes", causes()?),
        ("chromiumOnly", chromium_only()?),
        ("recoveries", json!(meanings("Recovery"))),
        ("categories", json!(meanings("Category"))),
    ];
    let text = facts.map(|(name, value)| format!("export const {name} = {value};\n")).concat();
    Ok(Module { name: "facts".to_owned(), text })
}

fn causes() -> Result<Value, Error> {
    let cause = |it: causes::Cause| json!({"reason": it.reason, "canResume": it.can_resume, "cause": it.cause, "known": it.known, "source": it.source});
    Ok(causes::all()?.into_iter().map(cause).collect())
}

/// Chromium's reasons that WebView2 has none for.
fn chromium_only() -> Result<Value, Error> {
    let table = fs::read_to_string(root().join("tests/data/chromium-only.tsv"))?;
    let row = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
        [number, name, meaning] => Ok(json!({"number": number.parse::<i32>()?, "name": name, "meaning": meaning})),
        _ => Err(format!("chromium-only.tsv: three columns are needed: {line}").into()),
    };
    table.lines().skip(2).map(row).collect()
}

/// What the constants of a type mean, by their codes.
fn meanings(name: &str) -> BTreeMap<i32, String> {
    let constants = TYPES.iter().find(|it| it.name == name).expect("the vocabulary has this type").constants;
    let meaning = |name: &str| constants.iter().find(|it| it.name == name).map_or("", |it| it.meaning.trim());
    let whole = |text: &str| match text.strip_prefix("As ").and_then(|rest| rest.split_once(", but ")) {
        Some((other, more)) => format!("{} But {more}", meaning(other)),
        None => text.to_owned(),
    };
    constants.iter().map(|it| (it.code, whole(it.meaning.trim()).replace('`', ""))).collect()
}
