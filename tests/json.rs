//! `wv2interrupt.json`: as its schema says, what the library answers, and looked up as docs/data.md shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use regex::Regex;
use serde_json::{Value, json};

use crate::docs::listings;
use crate::stranger::{
    UNKNOWN, api, chromium_only, facts, python, reasons, reasons_and_unknown, root, skip, text, tool,
};
use crate::windows::{packages, release, run};

const SCHEMA: &str = "wv2interrupt.schema.json";

fn path() -> PathBuf {
    release().package("wv2interrupt.json").expect("a release has it alone").to_owned()
}

fn data() -> Value {
    serde_json::from_slice(&fs::read(path()).unwrap()).unwrap()
}

#[test]
fn it_is_the_same_alone_and_in_every_archive() {
    let (alone, schema) = (fs::read(path()).unwrap(), fs::read(path().with_file_name(SCHEMA)).unwrap());
    assert!(schema == fs::read(root().join("packaging/data").join(SCHEMA)).unwrap());
    for package in packages() {
        let folder = package.folder.join("share/wv2interrupt");
        assert!(fs::read(folder.join("wv2interrupt.json")).unwrap() == alone, "{}", package.platform.name);
        assert!(fs::read(folder.join(SCHEMA)).unwrap() == schema, "{}", package.platform.name);
    }
}

/// Every value in turn is replaced, left out, or given company.
#[test]
fn the_schema_takes_it_and_nothing_broken() {
    let (whole, small) = (data(), small());
    let broken = broken(&small);
    assert!(broken.len() > 1000, "{}", broken.len());
    let documents = [&whole, &small].into_iter().chain(broken.iter().map(|(_, document)| document));
    let Some(said) = validate(documents) else { return };
    assert_eq!(said[..2], ["ok", "ok"]);
    let taken: Vec<&str> = broken.iter().zip(&said[2..]).filter(|(_, said)| *said == "ok").map(|it| &*it.0.0).collect();
    assert_eq!(taken, [""; 0], "the schema takes it");
}

/// What the schema has against each document.
fn validate<'a>(documents: impl Iterator<Item = &'a Value>) -> Option<Vec<String>> {
    let python = python()?;
    if !Command::new(&python).args(["-c", "import jsonschema"]).output().unwrap().status.success() {
        skip("jsonschema is not installed (pip install jsonschema)");
        return None;
    }
    let mut command = Command::new(python);
    command.arg(root().join("tests/json/validate.py")).arg(path().with_file_name(SCHEMA));
    let lines: Vec<String> = documents.map(|document| format!("{document}\n")).collect();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let count = lines.len();
    let writer = thread::spawn(move || lines.iter().try_for_each(|line| input.write_all(line.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let said: Vec<String> = text(&output.stdout).lines().map(str::to_owned).collect();
    assert!(output.status.success() && said.len() == count, "{said:?}");
    Some(said)
}

/// Three reasons, one without a number in Chromium, in two languages.
fn small() -> Value {
    const KEPT: [&str; 5] = ["3", "28", "unknown", "en", "ar"];
    let mut data = data();
    let mut keep = |pointer: &str| {
        data.pointer_mut(pointer).unwrap().as_object_mut().unwrap().retain(|key, _| KEPT.contains(&&**key))
    };
    for pointer in ["/reasons", "/from_chromium", "/languages", "/languages/en/reasons", "/languages/ar/reasons"] {
        keep(pointer);
    }
    data["from_name"] = json!({ "FileNoSpace": 3 });
    data
}

/// The document with one fault each, and what the fault is.
fn broken(document: &Value) -> Vec<(String, Value)> {
    let mut broken = Vec::new();
    for pointer in pointers(document, "") {
        let value = document.pointer(&pointer).unwrap();
        let mut add = |fault: &str, value: Value| {
            let mut document = document.clone();
            *document.pointer_mut(&pointer).unwrap() = value;
            broken.push((format!("{pointer} {fault}"), document));
        };
        add("is a list", json!([value]));
        add("is true", json!(true));
        match value {
            Value::Object(members) => {
                let mut more = members.clone();
                more.insert("sur plus".into(), members.values().next().unwrap().clone());
                add("has one more", more.into());
                for member in members.keys().filter(|member| must_be_there(&pointer, member)) {
                    let mut fewer = members.clone();
                    fewer.remove(member);
                    add(&format!("lacks {member}"), fewer.into());
                }
            }
            Value::Number(_) => ["3", "1.5", "2147483648"].map(|number| {
                add(number, if number == "3" { json!("3") } else { serde_json::from_str(number).unwrap() });
            })[0],
            Value::String(_) => ["two\nlines", "\u{1b}[2J"].map(|text| add(text, json!(text)))[0],
            _ => add("is a text", json!("none")),
        }
    }
    broken
}

fn pointers(value: &Value, pointer: &str) -> Vec<String> {
    let members = value.as_object().into_iter().flatten();
    let below = members.flat_map(|(key, value)| pointers(value, &format!("{pointer}/{key}")));
    [pointer.to_owned()].into_iter().chain(below).collect()
}

/// Of what is looked up, there may be more or less; but not of what a look-up falls back to.
fn must_be_there(pointer: &str, member: &str) -> bool {
    const LOOKED_UP: [&str; 10] = [
        "reasons",
        "from_name",
        "from_chromium",
        "categories",
        "recoveries",
        "outcomes",
        "actions",
        "states",
        "languages",
        "outcome",
    ];
    let is_looked_up = LOOKED_UP.contains(&pointer.rsplit('/').next().unwrap());
    !is_looked_up || ["unknown", "en"].contains(&member)
}

/// By the functions for UTF-16, the header and the facts, none of which made it.
#[test]
fn every_value_is_the_library_s() {
    let data = data();
    let header = Header::read();
    let mut values = 0;
    for pointer in pointers(&data, "") {
        let value = data.pointer(&pointer).unwrap();
        let path: Vec<&str> = pointer.split('/').skip(1).collect();
        match value {
            Value::Object(members) => {
                let keys: BTreeSet<String> = members.keys().cloned().collect();
                if let Some(expected) = keys_of(&path, &header) {
                    assert_eq!(keys, expected, "{pointer}");
                }
            }
            _ => {
                assert_eq!(*value, value_of(&path, &header), "{pointer}");
                values += 1;
            }
        }
    }
    assert!(values > 4000, "{values}");
}

/// What the C header says of its constants: of CATEGORY and FILE the number and the meaning.
struct Header(BTreeMap<(String, String), (i32, String)>);

impl Header {
    fn read() -> Self {
        let header = fs::read_to_string(root().join("include/wv2interrupt.h")).unwrap();
        let constant =
            Regex::new(r"/\*\*\n((?: \*[^/\n]*(?:/[^\n]*)?\n)+) \*/\n#define WV2_INTERRUPT_([A-Z]+)_(\w+) (\d+)\n")
                .unwrap();
        let constants = constant.captures_iter(&header).map(|found| {
            let lines = found[1]
                .lines()
                .map(|line| line.trim_start_matches(" *").trim())
                .filter(|line| !line.starts_with("----"));
            let meaning = lines.collect::<Vec<_>>().join(" ").trim().to_owned();
            ((found[2].to_owned(), found[3].to_lowercase()), (found[4].parse().unwrap(), meaning))
        });
        Self(constants.collect())
    }

    /// The ids of a type's constants.
    fn ids(&self, member: &str) -> BTreeSet<String> {
        self.0.keys().filter(|(of, _)| of == kind(member)).map(|(_, id)| id.clone()).collect()
    }

    fn code(&self, member: &str, id: &str) -> i32 {
        if id == "unknown" { UNKNOWN } else { self.0[&(kind(member).to_owned(), id.to_owned())].0 }
    }
}

/// The header's word for what a member of the file has.
fn kind(member: &str) -> &'static str {
    match member {
        "categories" => "CATEGORY",
        "recoveries" => "RECOVERY",
        "outcomes" => "OUTCOME",
        "actions" => "ACTION",
        "states" => "STATE",
        _ => panic!("{member}"),
    }
}

fn code(key: &str) -> i32 {
    if key == "unknown" { UNKNOWN } else { key.parse().unwrap() }
}

/// What there is to look up; of other objects the schema says what they have.
fn keys_of(path: &[&str], header: &Header) -> Option<BTreeSet<String>> {
    let unknown = || ["unknown".to_owned()];
    Some(match path {
        ["reasons"] | ["languages", _, "reasons"] => reasons().iter().map(i32::to_string).chain(unknown()).collect(),
        ["reasons", _, "outcome"] => header.ids("states"),
        ["from_name"] => reasons().iter().map(|&reason| api().text("name", reason).to_owned()).collect(),
        ["from_chromium"] => facts().iter().filter(|it| it.code != 28).map(|it| it.chromium_code.to_string()).collect(),
        ["languages"] => {
            (0..api().constant("language_count")).map(|it| api().text("language_tag", it).into()).collect()
        }
        [member] | ["languages", _, member @ ("outcomes" | "actions")] => {
            header.ids(member).into_iter().chain(unknown()).collect()
        }
        _ => return None,
    })
}

fn value_of(path: &[&str], header: &Header) -> Value {
    match path {
        ["$schema"] => SCHEMA.into(),
        ["version"] => api().version().into(),
        ["reasons", key, rest @ ..] => reason(code(key), rest, header),
        ["from_name", name] => api().find("from_name", *name).into(),
        ["from_chromium", number] => api().number("from_chromium", number.parse().unwrap()).into(),
        [member, id, "number"] => header.code(member, id).into(),
        [_, "unknown", "meaning"] => "Not known to this version.".into(),
        [member, id, "meaning"] => header.0[&(kind(member).to_owned(), (*id).to_owned())].1.clone().into(),
        ["languages", tag, rest @ ..] => spoken(api().find("language_find", *tag), rest, header).into(),
        _ => panic!("{path:?} is not expected"),
    }
}

fn utf16(units: &[u16]) -> String {
    String::from_utf16(units).unwrap()
}

fn reason(code: i32, path: &[&str], header: &Header) -> Value {
    let fact = facts().into_iter().find(|fact| fact.code == code);
    let word = |of: fn(&crate::stranger::Fact) -> &str| fact.as_ref().map_or("unknown".into(), |fact| of(fact).into());
    match path {
        ["number"] => code.into(),
        [function @ ("name" | "symbol" | "description")] => utf16(api().text_utf16(function, code)).into(),
        ["category"] => word(|fact| &fact.category),
        ["recovery"] => word(|fact| &fact.recovery),
        ["outcome", state] => {
            let outcome = api().outcome(header.code("states", state), code);
            utf16(api().text_utf16("outcome_name", outcome)).into()
        }
        ["chromium"] => {
            assert!(fact.is_none_or(|fact| fact.chromium_code == UNKNOWN), "{code}");
            Value::Null
        }
        ["chromium", "number"] => fact.unwrap().chromium_code.into(),
        ["chromium", "name"] => fact.unwrap().chromium_name.into(),
        _ => panic!("{path:?} is not expected"),
    }
}

fn spoken(language: i32, path: &[&str], header: &Header) -> String {
    match path {
        ["name"] => utf16(api().text_utf16("language_name", language)),
        ["direction"] => if api().number("language_direction", language) == 1 { "rtl" } else { "ltr" }.into(),
        ["reasons", key, text] => utf16(api().spoken_utf16(text, code(key), language)),
        ["outcomes", id] => utf16(api().spoken_utf16("outcome_label", header.code("outcomes", id), language)),
        ["actions", id] => utf16(api().spoken_utf16("action_label", header.code("actions", id), language)),
        ["finishing", text] => {
            let finishing = header.code("outcomes", "finishing");
            utf16(api().status_utf16(&format!("status_{text}"), finishing, 0, language))
        }
        _ => panic!("{path:?} is not expected"),
    }
}

/// WebView2 has no reason for these, and so neither has the file.
#[test]
fn numbers_of_chromium_alone_lead_nowhere() {
    let data = data();
    assert!(chromium_only().keys().all(|number| data["from_chromium"].get(number.to_string()).is_none()));
}

#[test]
fn the_page_looks_up_what_it_says() {
    let german = api().find("language_find", "de");
    let disk_full = api().spoken("label", 3, german);
    let folder = tempfile::tempdir().unwrap();
    fs::copy(path(), folder.path().join("wv2interrupt.json")).unwrap();

    let Some(python) = python() else { return };
    let mut command = Command::new(python);
    command.args(["-X", "utf8", "-c", &listings("docs/data.md", "python")[0]]).current_dir(folder.path());
    let unknown = api().spoken("label", 57, 0);
    assert_eq!(text(&run(&mut command)), format!("{disk_full}\n{unknown} 57\n{}\n", api().text("name", 26)));

    let (Some(_), Some(_)) = (tool("jq", "jq"), tool("sh", "dash")) else { return };
    let mut command = Command::new("sh");
    command.args(["-c", &listings("docs/data.md", "sh")[0]]).current_dir(folder.path());
    let said = text(&run(&mut command));
    let (first, table) = said.split_once('\n').unwrap();
    assert_eq!(first, disk_full);
    let row = |code| {
        let outcome = api().text("outcome_name", api().outcome(1, code));
        let category = api().text("category_name", api().number("category", code));
        format!("{code}\t{}\t{category}\t{outcome}\n", api().text("name", code))
    };
    similar_asserts::assert_eq!(table, reasons_and_unknown().into_iter().map(row).collect::<String>());
}
