//! ES modules as one script, each in a scope of its own. It takes the few forms of `import` and `export` that the sources have,
//! and refuses any other.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use heck::ToLowerCamelCase;
use regex::{Captures, Regex};
use xtask::Error;

/// A module, by the name of its file without `.js`.
pub struct Module {
    pub name: String,
    pub text: String,
}

/// What ends or changes a script in a page.
const FORBIDDEN: [&str; 3] = ["</script", "<script", "<!--"];

static IMPORT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?m)^import \{([^}]*)\} from "\./([\w-]+)\.js";\n"#).unwrap());
static EXPORT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?m)^export ((?:async )?function\*? |class |const )(\w+)").unwrap());
static OTHER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)^(?:import|export)\b.*").unwrap());

/// The script that does what the module `main` does.
pub fn bundle(main: &str, modules: &[Module]) -> Result<String, Error> {
    let mut bundle = Bundle {
        modules: modules.iter().map(|it| (it.name.as_str(), it.text.as_str())).collect(),
        ..Bundle::default()
    };
    bundle.add(main)?;
    if let Some(forbidden) = FORBIDDEN.iter().find(|forbidden| bundle.script.to_lowercase().contains(**forbidden)) {
        return Err(format!("the script of the page has {forbidden:?} in it").into());
    }
    Ok(format!("\"use strict\";\n{}", bundle.script))
}

#[derive(Default)]
struct Bundle<'a> {
    modules: BTreeMap<&'a str, &'a str>,
    /// Those that were begun, in the order in which they run.
    begun: Vec<&'a str>,
    script: String,
}

impl<'a> Bundle<'a> {
    /// Adds a module behind those that it imports.
    fn add(&mut self, name: &str) -> Result<(), Error> {
        let (&name, &text) = self.modules.get_key_value(name).ok_or_else(|| format!("there is no module {name}.js"))?;
        if self.begun.contains(&name) {
            return Ok(());
        }
        self.begun.push(name);
        for import in IMPORT.captures_iter(text) {
            self.add(&import[2])?;
        }
        self.script.push_str(&scope(name, text)?);
        Ok(())
    }
}

/// A module as a scope that returns what it exports.
fn scope(name: &str, text: &str) -> Result<String, Error> {
    let import = |it: &Captures| format!("const {{{}}} = {};\n", it[1].replace(" as ", ": "), variable(&it[2]));
    let exports: Vec<&str> = EXPORT.captures_iter(text).map(|it| it.get(2).unwrap().as_str()).collect();
    let body = IMPORT.replace_all(text, import);
    let body = EXPORT.replace_all(&body, "$1$2");
    if let Some(other) = OTHER.find(&body) {
        return Err(format!("{name}.js: `{}` is no form of import or export that is understood", other.as_str()).into());
    }
    let mut scope = String::new();
    writeln!(scope, "const {} = (() => {{\n{body}\nreturn {{ {} }};\n}})();", variable(name), exports.join(", "))?;
    Ok(scope)
}

fn variable(name: &str) -> String {
    format!("${}", name.to_lower_camel_case())
}
