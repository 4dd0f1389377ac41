//! The npm package, installed in an empty folder, and used there from Node, from a page and from an extension.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use regex::Regex;
use serde_json::json;
use tempfile::TempDir;
use xtask::build;
use xtask::platform::{self, WEB_ASSEMBLY};

use crate::docs::listings;
use crate::row::{broken_reports, stories, told};
use crate::stranger::{copy, copy_sources, golden, golden_codes, on_stderr, root, skip, target, text, tool};
use crate::windows::{release, run};

fn package() -> &'static Path {
    release().package(".tgz").unwrap()
}

/// A folder with the package and the examples, and nothing else.
fn installed() -> Option<TempDir> {
    let npm = tool("npm", "npm")?;
    let folder = TempDir::new().unwrap();
    run(Command::new(npm)
        .current_dir(folder.path())
        .args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"])
        .arg(package()));
    copy(&root().join("examples/javascript"), folder.path());
    Some(folder)
}

/// Node in that folder, for somebody who speaks English.
fn node(folder: &Path) -> Option<Command> {
    let mut node = Command::new(tool("node", "nodejs")?);
    node.current_dir(folder).env("LC_ALL", "C");
    Some(node)
}

/// The folder of what npm has installed for the tests. None without one of these packages, which was said.
fn modules(needed: &[&str]) -> Option<PathBuf> {
    let folder = target().join("node_modules");
    for name in needed {
        if !folder.join(name).exists() {
            skip(&format!("{name} is not installed: `npm install --prefix target {name}`, of the version in .ci/run"));
            return None;
        }
    }
    Some(folder)
}

#[test]
fn explain_prints_the_golden_file() {
    let Some(folder) = installed() else { return };
    let Some(mut node) = node(folder.path()) else { return };
    let printed = run(node.arg("explain.mjs").args(golden_codes()));
    similar_asserts::assert_eq!(text(&printed), golden());
}

fn as_input(lines: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(lines).unwrap();
    file.rewind().unwrap();
    file
}

fn row(folder: &Path, tag: &str, input: File, output: Stdio) -> Option<Output> {
    let mut node = node(folder)?;
    node.args(["row.mjs", tag]).stdin(input).stdout(output).stderr(Stdio::piped());
    Some(node.spawn().unwrap().wait_with_output().unwrap())
}

#[test]
fn row_tells_the_stories() {
    let Some(folder) = installed() else { return };
    let waiting = fs::read_to_string(root().join("tests/data/waiting.tsv")).unwrap();
    for tag in ["de", "ar", "ja"] {
        for told_of in [&stories(), &waiting] {
            let Some(output) = row(folder.path(), tag, as_input(told_of.as_bytes()), Stdio::piped()) else { return };
            assert_eq!((output.status.code(), &*on_stderr(&output)), (Some(0), ""));
            similar_asserts::assert_eq!(text(&output.stdout), told(tag, told_of));
        }
    }
}

#[test]
fn row_names_what_it_does_not_take() {
    let Some(folder) = installed() else { return };
    let report = "x\t1\t57\t2\t3\t1";
    let Some(well) = row(folder.path(), "en", as_input(report.as_bytes()), Stdio::piped()) else { return };
    for line in broken_reports() {
        let lines = format!("# a comment\n{line}\n{report}");
        let output = row(folder.path(), "en", as_input(lines.as_bytes()), Stdio::piped()).unwrap();
        assert_eq!((output.status.code(), &output.stdout), (Some(2), &well.stdout), "{line:?}");
        let complaint = on_stderr(&output);
        assert!(complaint.starts_with("row: line 2 is no report; its columns are: what\tstate"), "{complaint}");
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
    }
    let output = row(folder.path(), "tlh", as_input(report.as_bytes()), Stdio::piped()).unwrap();
    assert_eq!((output.status.code(), &output.stdout), (Some(2), &well.stdout));
    assert!(on_stderr(&output).starts_with("row: a language is a tag such as en or de-AT, of one of these: en "));
    let acts = "\x1b]0;x\x07\u{9b}2J\u{202e}\t2\t0\t9\t9\t0\n";
    let output = row(folder.path(), "en", as_input(acts.as_bytes()), Stdio::piped()).unwrap();
    assert_eq!(text(&output.stdout), told("en", acts));
}

#[cfg(target_os = "linux")]
#[test]
fn row_tells_what_cannot_be_read_or_written() {
    let Some(folder) = installed() else { return };
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    let unreadable = (File::open(root()).unwrap(), Stdio::piped());
    for (input, output) in [(as_input(b"x\t1\t57\t2\t3\t1"), full()), unreadable] {
        let Some(ended) = row(folder.path(), "en", input, output) else { return };
        let failed = "row: the input could not be read, or the output not written\n";
        assert_eq!((ended.status.code(), &*on_stderr(&ended)), (Some(1), failed));
        assert!(ended.stdout.is_empty());
    }
}

/// Runs `chromium.mjs` in the folder of the package, with the page of the example.
fn chromium(what: &str, arguments: &[String], input: &str) -> Option<String> {
    let modules = modules(&["playwright-core"])?;
    let program = tool("chromium", "chromium")?;
    let folder = installed()?;
    let inside = folder.path().join("node_modules/wv2interrupt");
    copy(&root().join("examples/webview2-page"), &inside);
    let mut node = node(&inside)?;
    node.arg(root().join("tests/bindings/javascript/chromium.mjs")).args([what, "."]).args(arguments);
    node.env("NODE_PATH", modules).env("CHROMIUM", program).stdin(as_input(input.as_bytes()));
    Some(text(&run(&mut node)))
}

#[test]
fn chromium_prints_the_golden_file() {
    for what in ["page", "disk", "worker"] {
        let Some(printed) = chromium(what, &golden_codes(), "") else { return };
        similar_asserts::assert_eq!(printed, golden(), "{what}");
    }
}

#[test]
fn chromium_says_which_policy_is_needed() {
    let Some(said) = chromium("refused", &[], "") else { return };
    assert!(said.contains("WebAssembly.Module()") && said.contains("Content Security Policy"), "{said}");
}

/// The messages of a host, and what its page shows and posts then.
fn messages(stories: &str, told: &str) -> (String, String) {
    let (mut messages, mut shown) = (String::new(), String::new());
    let (mut id, mut download, mut state_before) = (0, "", "");
    for (report, line) in stories.lines().skip(1).zip(told.lines()) {
        let [file, state, reason, received, total, can_resume] = report.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{report}")
        };
        let is_new = file != download;
        id += i32::from(is_new);
        let event = if is_new || state != state_before { "StateChanged" } else { "BytesReceivedChanged" };
        (download, state_before) = (file, state);
        let [state, reason, received, total] =
            [state, reason, received, total].map(|number| number.parse::<i64>().unwrap());
        let message = json!({
            "event": event, "id": id, "file": file, "state": state, "reason": reason,
            "canResume": can_resume != "0", "received": received, "total": total,
        });
        writeln!(messages, "{message}").unwrap();

        let [file, is, words @ ..] = &line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (outcome, action) = is.split_once(", ").unwrap();
        let action = action.trim_end_matches(", silent");
        writeln!(shown, "{outcome}\t{file}\t{}\t[{{\"id\":{id},\"action\":\"{action}\"}}]", words.join("\t")).unwrap();
    }
    (messages, shown)
}

#[test]
fn the_page_of_a_host_shows_the_stories() {
    let stories = stories();
    for (tag, direction) in [("de", "ltr"), ("ar", "rtl"), ("ja", "ltr")] {
        let (messages, shown) = messages(&stories, &told(tag, &stories));
        let Some(printed) = chromium("list", &[tag.to_owned()], &messages) else { return };
        let expected = format!("[{{\"ready\":true}}]\n{tag} {direction}\n{shown}");
        similar_asserts::assert_eq!(printed, expected);
    }
}

const README: &str = "bindings/javascript/README.md";

/// Each listing prints what it says.
#[test]
fn the_page_s_programs_run() {
    let Some(folder) = installed() else { return };
    let programs = listings(README, "js");
    assert_eq!(programs.len(), 2);
    for program in programs {
        let says = program.trim_end().rsplit_once("; // ").unwrap().1;
        let Some(mut node) = node(folder.path()) else { return };
        let printed = run(node.args(["--input-type=module", "--eval", &program]));
        assert_eq!(text(&printed).trim_end(), says);
    }
}

/// The command of the table of bindings, in an empty folder with the package alone.
#[cfg(unix)]
#[test]
fn the_table_s_command_runs() {
    let Some(_) = tool("npm", "npm").and(tool("node", "nodejs")) else { return };
    let table = fs::read_to_string(root().join("bindings/README.md")).unwrap();
    let row = table.lines().find(|line| line.starts_with("| JavaScript |")).unwrap();
    let cells: Vec<&str> = row.split(" | ").map(|cell| cell.trim_matches(['|', ' ', '`'])).collect();
    let [_, file, command] = cells[..] else { panic!("{row}") };
    let file = file.trim_start_matches("[`").split('`').next().unwrap();
    let [file, command] = [file, command].map(|text| text.replace("VERSION", &packaging::layout::manifest("version")));
    assert_eq!(package().file_name().unwrap(), &*file);
    let folder = TempDir::new().unwrap();
    fs::copy(package(), folder.path().join(&file)).unwrap();
    let mut shell = Command::new("sh");
    shell.args(["-c", &command]).current_dir(folder.path());
    shell.env("LC_ALL", "C").env("npm_config_offline", "true").env("npm_config_audit", "false");
    let printed = text(&run(&mut shell));
    assert!(printed.ends_with("\nDisk full\n"), "{printed}");
}

/// The sizes that the page names, to a twentieth.
#[test]
fn the_module_is_as_small_as_the_page_says() {
    let page = fs::read_to_string(root().join(README)).unwrap();
    let said = Regex::new(r"It has about (\d+) KB, and about (\d+) KB where it is compressed").unwrap();
    let said = said.captures(&page).unwrap();
    let mut package = tar::Archive::new(GzDecoder::new(File::open(package()).unwrap()));
    let is_module = |entry: &tar::Entry<_>| entry.path().unwrap().ends_with("wv2interrupt.js");
    let mut entry = package.entries().unwrap().map(Result::unwrap).find(is_module).unwrap();
    let mut module = Vec::new();
    entry.read_to_end(&mut module).unwrap();
    let mut compressed = GzEncoder::new(Vec::new(), Compression::best());
    compressed.write_all(&module).unwrap();
    for (size, said) in [(module.len(), &said[1]), (compressed.finish().unwrap().len(), &said[2])] {
        let said = said.parse::<usize>().unwrap() * 1000;
        assert!(size.abs_diff(said) <= said / 20, "{size} bytes, and the page says {said}");
    }
}

/// Builds again in another folder, from the files of the repository alone.
#[test]
fn the_library_in_it_is_the_same_wherever_it_is_built() {
    let folder = TempDir::new().unwrap();
    let clone = folder.path().join("some where else");
    fs::create_dir(&clone).unwrap();
    copy_sources(&clone);
    let arguments = ["--target", WEB_ASSEMBLY, "--target-dir", clone.to_str().unwrap()];
    let built = build::cargo(&arguments, |cargo| {
        cargo.current_dir(&clone);
    });
    let source = fs::read_to_string(root().join("bindings/javascript/wv2interrupt.js")).unwrap();
    let functions = packaging::javascript::functions(&source);
    let there = platform::link_web_assembly(&built.unwrap().archive, &functions).unwrap();
    assert!(there == platform::web_assembly(&functions).unwrap());
}

#[test]
fn every_member_answers_as_its_type_says() {
    let Some(folder) = installed() else { return };
    let Some(mut node) = node(folder.path()) else { return };
    fs::copy(root().join("tests/bindings/javascript/members.mjs"), folder.path().join("members.mjs")).unwrap();
    assert_eq!(text(&run(node.arg("members.mjs"))), "ok\n");
    let Some(modules) = modules(&["typescript"]) else { return };
    let options = ["--strict", "--noEmit", "--allowJs", "--checkJs", "--noUnusedLocals", "--types", ""];
    run(Command::new(modules.join(".bin/tsc")).current_dir(folder.path()).args(options).args([
        "--module",
        "nodenext",
        "--target",
        "es2022",
        "members.mjs",
    ]));
}

/// The members that the module has are those that its types name.
#[test]
fn the_types_name_what_there_is() {
    const PRINT: &str = "
        const module = await import('wv2interrupt');
        for (const [name, value] of Object.entries(module)) {
          console.log(name);
          if (typeof value !== 'function') continue;
          const instance = value.all?.()[0] ?? value.Unknown ?? {};
          const own = [...Object.keys(instance), ...Object.getOwnPropertyNames(value.prototype)];
          for (let type = value; type !== Function.prototype; type = Object.getPrototypeOf(type)) {
            own.push(...Object.getOwnPropertyNames(type), ...Object.getOwnPropertyNames(type.prototype));
          }
          for (const member of own) console.log(`${name}.${member}`);
        }";
    let Some(folder) = installed() else { return };
    let Some(mut node) = node(folder.path()) else { return };
    let printed = text(&run(node.args(["--input-type=module", "--eval", PRINT])));
    let of_the_language = [".constructor", ".length", ".name", ".prototype"];
    let has: BTreeSet<&str> = printed.lines().collect();

    let types = fs::read_to_string(root().join("bindings/javascript/wv2interrupt.d.ts")).unwrap();
    let exported = Regex::new(r"^export (?:class|const) (\w+)").unwrap();
    let member = Regex::new(r"^  (?:static )?(?:readonly |get )?(\w+)[(:]").unwrap();
    let mut named = BTreeSet::new();
    let mut class = String::new();
    for line in types.lines() {
        if line.starts_with("export interface") {
            class.clear();
        } else if let Some(found) = exported.captures(line) {
            class = found[1].to_owned();
            named.insert(class.clone());
        } else if let Some(found) = member.captures(line).filter(|_| !class.is_empty()) {
            named.insert(format!("{class}.{}", &found[1]));
        }
    }
    let missing: Vec<_> = named.iter().filter(|name| !has.contains(&***name)).collect();
    let unnamed = has.iter().filter(|name| !of_the_language.iter().any(|ending| name.ends_with(ending)));
    let unnamed: Vec<_> = unnamed.filter(|name| !named.contains(**name)).collect();
    assert!(missing.is_empty() && unnamed.is_empty(), "not there: {missing:?}, not named: {unnamed:?}");
}

#[test]
fn the_linter_has_nothing_to_say() {
    let Some(modules) = modules(&["eslint", "@eslint/js", "globals"]) else { return };
    let folders = [
        "bindings/javascript",
        "examples/javascript",
        "examples/webview2-page",
        "page",
        "tests/bindings/javascript",
        "tests/page",
    ];
    run(Command::new(modules.join(".bin/eslint"))
        .current_dir(root())
        .env("NODE_PATH", &modules)
        .args(["--max-warnings=0", "--config", "bindings/javascript/eslint.config.cjs"])
        .args(folders));
}

#[test]
fn the_package_holds_what_it_should() {
    let mut tar = tar::Archive::new(GzDecoder::new(File::open(package()).unwrap()));
    let mut names = BTreeSet::new();
    for entry in tar.entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().to_string_lossy().into_owned();
        let mut data = String::new();
        entry.read_to_string(&mut data).unwrap();
        assert!(!data.contains("@VERSION@") && !data.contains("@WASM@"), "{name}");
        names.insert(name);
    }
    let files = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "wv2interrupt.d.ts", "wv2interrupt.js"];
    assert_eq!(names, files.map(|file| format!("package/{file}")).into());
}

/// The functions of the same name in UTF-16 return the same texts.
#[test]
fn every_function_is_used() {
    let source = fs::read_to_string(root().join("bindings/javascript/wv2interrupt.js")).unwrap();
    let exports = fs::read_to_string(root().join("tests/exports.txt")).unwrap();
    let functions = exports.lines().map(|line| line.strip_prefix("wv2_interrupt_").unwrap());
    let functions: Vec<&str> = functions.filter(|function| !function.ends_with("_utf16")).collect();
    assert_eq!(packaging::javascript::functions(&source), functions);
}
