//! `wv2interrupt.json`: what the library says, for programs that look it up and call nothing. Its schema, which is
//! `packaging/data/wv2interrupt.schema.json`, says what each member is.

use std::fs;
use std::path::{Path, PathBuf};

use library::{Api, FINISHING, UNKNOWN};
use serde::{Serialize, Serializer};
use wv2interrupt::internals::{Constant, ROWS, Row};
use wv2interrupt::{Action, Category, Direction, Outcome, Recovery, State};
use xtask::{Error, build, root};

use crate::layout;

const SCHEMA: &str = "wv2interrupt.schema.json";

/// The key of what a look-up falls back to.
const OTHER: &str = "unknown";

#[derive(Serialize)]
struct Data<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    reasons: Object<Reason<'a>>,
    from_name: Object<i32>,
    from_chromium: Object<i32>,
    categories: Object<Meaning>,
    recoveries: Object<Meaning>,
    outcomes: Object<Meaning>,
    actions: Object<Meaning>,
    states: Object<Meaning>,
    languages: Object<Language<'a>>,
}

#[derive(Serialize)]
struct Reason<'a> {
    number: i32,
    name: &'a str,
    symbol: &'a str,
    category: &'a str,
    recovery: &'a str,
    outcome: Object<&'a str>,
    chromium: Option<Chromium<'a>>,
    description: &'a str,
}

#[derive(Serialize)]
struct Chromium<'a> {
    number: i32,
    name: &'a str,
}

#[derive(Serialize)]
struct Meaning {
    number: i32,
    meaning: &'static str,
}

#[derive(Serialize)]
struct Language<'a> {
    name: &'a str,
    direction: &'static str,
    reasons: Object<Texts<'a>>,
    outcomes: Object<&'a str>,
    actions: Object<&'a str>,
    finishing: Status<'a>,
}

#[derive(Serialize)]
struct Texts<'a> {
    label: &'a str,
    message: &'a str,
    advice: &'a str,
}

#[derive(Serialize)]
struct Status<'a> {
    message: &'a str,
    advice: &'a str,
}

/// What is looked up by a key, in an order that stays.
struct Object<Value>(Vec<(String, Value)>);

impl<Value> FromIterator<(String, Value)> for Object<Value> {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

impl<Value: Serialize> Serialize for Object<Value> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Writes the file and its schema into a folder.
pub fn write(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let (json, schema) = (folder.join("wv2interrupt.json"), folder.join(SCHEMA));
    let api = Api::open(&build::release()?.shared)?;
    fs::create_dir_all(folder)?;
    fs::write(&json, serde_json::to_string_pretty(&data(&api))? + "\n")?;
    layout::copy(&root().join("packaging/data").join(SCHEMA), &schema)?;
    Ok(vec![json, schema])
}

fn data(api: &Api) -> Data<'_> {
    let reasons = || api.reasons().chain([UNKNOWN]);
    Data {
        schema: SCHEMA,
        version: api.version(),
        reasons: reasons().map(|code| (key(code), reason(api, code))).collect(),
        from_name: api.reasons().map(|code| (api.text("name", code).to_owned(), code)).collect(),
        from_chromium: from_chromium(api),
        categories: meanings(Category::CONSTANTS),
        recoveries: meanings(Recovery::CONSTANTS),
        outcomes: meanings(Outcome::CONSTANTS),
        actions: meanings(Action::CONSTANTS),
        states: meanings(State::CONSTANTS),
        languages: (0..api.constant("language_count"))
            .map(|index| (api.text("language_tag", index).to_owned(), language(api, index)))
            .collect(),
    }
}

fn key(code: i32) -> String {
    if code == UNKNOWN { OTHER.to_owned() } else { code.to_string() }
}

fn from_chromium(api: &Api) -> Object<i32> {
    let mut numbers: Vec<i32> = api.reasons().map(|code| api.number("to_chromium", code)).collect();
    numbers.retain(|&number| number != UNKNOWN);
    numbers.sort();
    numbers.into_iter().map(|number| (number.to_string(), api.number("from_chromium", number))).collect()
}

fn meanings(constants: &'static [Constant]) -> Object<Meaning> {
    let unknown = (OTHER.to_owned(), Meaning { number: UNKNOWN, meaning: "Not known to this version." });
    let known = constants.iter().map(|it| (it.id.to_owned(), Meaning { number: it.code, meaning: it.meaning.trim() }));
    known.chain([unknown]).collect()
}

fn reason(api: &Api, code: i32) -> Reason<'_> {
    let outcome = |state| api.text("outcome_name", api.outcome(state, code));
    let number = api.number("to_chromium", code);
    Reason {
        number: code,
        name: api.text("name", code),
        symbol: api.text("symbol", code),
        category: api.text("category_name", api.number("category", code)),
        recovery: api.text("recovery_name", api.number("recovery", code)),
        outcome: State::CONSTANTS.iter().map(|state| (state.id.to_owned(), outcome(state.code))).collect(),
        chromium: (number != UNKNOWN).then(|| Chromium { number, name: chromium_name(code) }),
        description: api.text("description", code),
    }
}

/// The same words as ours, save where the table says otherwise.
fn chromium_name(code: i32) -> &'static str {
    let row: &Row = ROWS.iter().find(|row| i32::from(row.reason) == code).expect("the table has every reason");
    if row.chromium_name.is_empty() { row.constant } else { row.chromium_name }
}

fn language(api: &Api, index: i32) -> Language<'_> {
    let spoken = |function, code| api.spoken(function, code, index);
    let texts =
        |code| Texts { label: spoken("label", code), message: spoken("message", code), advice: spoken("advice", code) };
    let captions = |function, constants: &'static [Constant]| {
        let known = constants.iter().map(|it| (it.id.to_owned(), spoken(function, it.code)));
        known.chain([(OTHER.to_owned(), spoken(function, UNKNOWN))]).collect()
    };
    let is_rtl = api.number("language_direction", index) == i32::from(Direction::RIGHT_TO_LEFT);
    let finishing = |function| api.status(function, FINISHING, UNKNOWN, index);
    Language {
        name: api.text("language_name", index),
        direction: if is_rtl { "rtl" } else { "ltr" },
        reasons: api.reasons().chain([UNKNOWN]).map(|code| (key(code), texts(code))).collect(),
        outcomes: captions("outcome_label", Outcome::CONSTANTS),
        actions: captions("action_label", Action::CONSTANTS),
        finishing: Status { message: finishing("status_message"), advice: finishing("status_advice") },
    }
}
