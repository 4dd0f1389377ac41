//! The two enumerations that the table repeats, and how others differ from them.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;
use wv2interrupt::{Category, Reason, State};
use xtask::Error;

/// Numbers by name.
pub type Enumeration = BTreeMap<String, i32>;

pub struct Enumerations {
    pub reasons: Enumeration,
    pub states: Enumeration,
}

#[derive(Clone, Copy)]
pub enum Spelling {
    /// The constants of C.
    Native,
    /// The members of .NET.
    Managed,
}

impl Enumerations {
    /// What the table and the vocabulary say.
    pub fn ours(spelling: Spelling) -> Self {
        let reason = |reason: Reason| match spelling {
            Spelling::Native => reason.symbol().to_owned(),
            Spelling::Managed => reason.name().to_owned(),
        };
        let state = |name: &str| match spelling {
            Spelling::Native => format!("COREWEBVIEW2_DOWNLOAD_STATE_{name}"),
            Spelling::Managed => name.to_upper_camel_case(),
        };
        let known = Reason::all().filter(|reason| reason.category() != Category::UNKNOWN);
        Self {
            reasons: known.map(|code| (reason(code), code.into())).collect(),
            states: State::CONSTANTS.iter().map(|constant| (state(constant.name), constant.code)).collect(),
        }
    }

    /// Neither is empty: else something else was read.
    pub fn found(reasons: Enumeration, states: Enumeration) -> Result<Self, Error> {
        if reasons.is_empty() || states.is_empty() {
            return Err("the enumerations of interrupt reasons and of states are not in it".into());
        }
        Ok(Self { reasons, states })
    }
}

/// What is new in theirs, a line each.
pub fn news(theirs: &Enumerations, ours: &Enumerations) -> Vec<String> {
    [(&theirs.reasons, &ours.reasons), (&theirs.states, &ours.states)]
        .into_iter()
        .flat_map(|(theirs, ours)| differences(theirs, ours))
        .collect()
}

fn differences(theirs: &Enumeration, ours: &Enumeration) -> Vec<String> {
    // Of those that the other does not have under any number.
    let only_in = |these: &Enumeration, others: &Enumeration, code: i32| {
        these.iter().find(|&(name, number)| *number == code && !others.contains_key(name)).map(|(name, _)| name.clone())
    };
    let mut lines = Vec::new();
    for (name, code) in theirs {
        let shown = name.escape_debug();
        lines.extend(match (ours.get(name), only_in(ours, theirs, *code)) {
            (Some(number), _) if number == code => None,
            (Some(number), _) => Some(format!("{shown} is {code}, and in the table {number}")),
            (None, Some(named)) => Some(format!("{code} is {shown}, and in the table {named}")),
            (None, None) => Some(format!("{shown} is {code}, which the table does not have")),
        });
    }
    for (name, code) in ours {
        if !theirs.contains_key(name) && only_in(theirs, ours, *code).is_none() {
            lines.push(format!("{name}, in the table {code}, is no longer there"));
        }
    }
    lines
}
