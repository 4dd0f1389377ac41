//! The constants of each binding, from the table and the template that lies beside them.

use std::fs;
use std::path::PathBuf;

use heck::{ToLowerCamelCase, ToUpperCamelCase};
use minijinja::{Environment, UndefinedBehavior, context};
use serde::Serialize;
use xtask::{Error, root};

use crate::vocabulary::{self, Type};

/// The generated files. The template of each has its name, and `.in` behind it.
const FILES: [&str; 6] = [
    "bindings/csharp/Codes.cs",
    "bindings/go/constants.go",
    "bindings/javascript/wv2interrupt.js",
    "bindings/javascript/wv2interrupt.d.ts",
    "bindings/pascal/Wv2Interrupt.pas",
    "bindings/python/src/wv2interrupt/codes.py",
];

/// A type of codes, as a template sees it. `Reason` is the first.
#[derive(Serialize)]
struct Enumeration {
    name: &'static str,
    about: &'static str,
    constants: Vec<Constant>,
}

#[derive(Serialize)]
struct Constant {
    /// `FILE_NO_SPACE`; the filters `pascal` and `camel` write it otherwise.
    name: &'static str,
    code: i32,
    meaning: &'static str,
}

/// Each file, and what it holds.
pub fn files() -> Result<Vec<(PathBuf, String)>, Error> {
    let enumerations = enumerations();
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_trim_blocks(true);
    templates.set_lstrip_blocks(true);
    templates.set_keep_trailing_newline(true);
    templates.add_filter("pascal", |name: &str| name.to_upper_camel_case());
    templates.add_filter("camel", |name: &str| name.to_lower_camel_case());
    templates.add_filter("wrap", wrap);
    templates.add_filter("xml", xml);
    let render = |file: &str| {
        let template = fs::read_to_string(root().join(format!("{file}.in")))?;
        let text = templates.render_named_str(file, &template, context! { enumerations })?;
        Ok((root().join(file), text))
    };
    FILES.into_iter().map(render).collect()
}

fn enumerations() -> Vec<Enumeration> {
    let reasons = vocabulary::reasons().map(|(_, row)| Constant {
        name: row.constant,
        code: row.reason.into(),
        meaning: row.description,
    });
    let reason = Enumeration {
        name: "Reason",
        about: "Why a download was interrupted: the values of `CoreWebView2DownloadInterruptReason`.",
        constants: reasons.collect(),
    };
    let others = vocabulary::TYPES.into_iter().map(|Type { name, about, constants, .. }| Enumeration {
        name,
        about,
        constants: constants
            .iter()
            .map(|it| Constant { name: it.name, code: it.code, meaning: it.meaning.trim_start() })
            .collect(),
    });
    [reason].into_iter().chain(others).collect()
}

/// Lines of at most `width` characters, each behind the first with `indent` before it.
fn wrap(text: &str, width: usize, indent: &str) -> String {
    textwrap::wrap(text, width).join(&format!("\n{indent}"))
}

/// As a documentation comment of .NET has it, with code between `<c>` and `</c>`.
fn xml(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let parts = text.split('`').enumerate();
    parts.map(|(i, part)| if i % 2 == 0 { part.to_owned() } else { format!("<c>{part}</c>") }).collect()
}
