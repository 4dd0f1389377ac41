//! The C example, linked against the shared and the static library.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use crate::stranger::{
    self, UNKNOWN, api, chromium_only, executable, golden, golden_codes, library, on_stderr, root, text,
};
use serde_json::Value;
use xtask::c::{self, Language};

fn explain(arguments: &[&str]) -> Output {
    Command::new(stranger::explain()).args(arguments).output().unwrap()
}

fn explain_lines(arguments: &[&str], lines: &[u8]) -> Output {
    let mut command = Command::new(stranger::explain());
    let pipes = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines).unwrap();
    child.wait_with_output().unwrap()
}

#[track_caller]
fn assert_ends(output: &Output, status: i32, stdout: &str, stderr: &str) {
    similar_asserts::assert_eq!(text(&output.stdout), stdout);
    similar_asserts::assert_eq!(on_stderr(output), stderr);
    assert_eq!(output.status.code(), Some(status));
}

/// The header and the given rows of the golden file.
fn rows(codes: &[&str]) -> String {
    let golden = golden();
    let row = |code: &&str| golden.lines().find(|line| line.split('\t').next() == Some(*code)).unwrap();
    golden.lines().take(1).chain(codes.iter().map(row)).map(|line| format!("{line}\n")).collect()
}

#[test]
fn it_prints_the_golden_file() {
    let codes = golden_codes();
    let arguments: Vec<&str> = ["--format", "tsv"].into_iter().chain(codes.iter().map(String::as_str)).collect();
    assert_ends(&explain(&arguments), 0, &golden(), "");
    assert_ends(&explain_lines(&["--format=tsv", "-"], codes.join("\r\n").as_bytes()), 0, &golden(), "");
}

#[test]
fn it_links_against_the_static_library() {
    let folder = tempfile::tempdir().unwrap();
    let program = executable(folder.path(), "explain");
    c::link_static(&[&root().join("examples/c/explain.c")], &program, library(), Language::C99).unwrap();
    let output = Command::new(&program).args(["--format", "tsv"]).args(golden_codes()).output().unwrap();
    assert_ends(&output, 0, &golden(), "");
}

#[test]
fn without_arguments_it_lists_every_reason() {
    let output = explain(&[]);
    let listing = text(&output.stdout);
    for (line, code) in listing.lines().zip(crate::stranger::reasons()) {
        let words = [code.to_string(), api().text("name", code).into(), api().spoken("label", code, 0).into()];
        assert!(words.iter().all(|word| line.contains(word)), "{line}");
    }
    assert_eq!((listing.lines().count(), output.status.code()), (30, Some(0)));
    let all: Vec<String> = crate::stranger::reasons().iter().map(i32::to_string).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    assert_ends(&explain(&["--format", "tsv"]), 0, &rows(&all), "");
}

#[test]
fn text_shows_what_is_known_and_the_number_of_what_is_not() {
    let output = explain(&["0xb", "UserPaused", "57", "-5", "0X1C"]);
    let text = text(&output.stdout);
    let heads: Vec<&str> = text.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        heads,
        [
            "FileHashMismatch (11, 0xb)",
            "UserPaused (28, 0x1c)",
            "Unknown (57, 0x39)",
            "Unknown (-5, 0xfffffffb)",
            "UserPaused (28, 0x1c)",
        ]
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(text.contains("\n  message      The download was interrupted.\n"), "{text}");
}

#[test]
fn numbers_are_decimal_or_hexadecimal() {
    for (argument, code) in [("11", "11"), ("011", "11"), ("0x00b", "11"), ("-0", "0"), ("-2147483648", "-2147483648")]
    {
        assert_ends(&explain(&["--format", "tsv", argument]), 0, &rows(&[code]), "");
    }
}

#[test]
fn chromium_numbers_are_read_on_request() {
    assert_ends(&explain(&["--chromium", "--format", "tsv", "40", "FILE_VIRUS_INFECTED"]), 0, &rows(&["26", "6"]), "");
}

/// Those that WebView2 has no reason for, and those that nobody knows, are not looked up in its SDK.
#[test]
fn chromium_numbers_have_chromiums_names() {
    for (number, (name, meaning)) in chromium_only() {
        assert_eq!(api().number("from_chromium", number), UNKNOWN);
        let found = chromium(number, &format!("Unknown (Chromium's {number}, {name})\n"));
        assert_eq!(found, format!("Chromium's {name}: {meaning} WebView2 has no such reason."));
    }
    for number in [99, -1, i32::MIN] {
        let found = chromium(number, &format!("Unknown (Chromium's {number})\n"));
        assert!(found.ends_with("look it up in Chromium's download_interrupt_reason_values.h."), "{found}");
    }
}

/// The description of a number of Chromium's, in every format, below that first line.
fn chromium(number: i32, first: &str) -> String {
    let argument = number.to_string();
    let text = stranger::text(&explain(&["--chromium", &argument]).stdout);
    assert!(text.starts_with(first), "{text}");
    let json = explain(&["--chromium", "--format", "json", &argument]);
    let row: Value = serde_json::from_slice(&json.stdout).unwrap();
    let description = row["description"].as_str().unwrap();
    assert_eq!((row["code"].as_i64(), row["chromium"].as_i64()), (Some(-1), Some(number.into())));
    let table = stranger::text(&explain(&["--chromium", "--format", "tsv", &argument]).stdout);
    assert!(table.ends_with(&format!("\t{description}\n")) && text.ends_with(&format!(" {description}\n")), "{text}");
    assert!(!text.contains("SDK"), "{text}");
    description.to_owned()
}

#[test]
fn texts_come_in_the_language_that_was_asked_for() {
    for (asked, tag) in [("ja", "ja"), ("de-AT", "de"), ("zh-TW", "zh-Hant"), ("sr-RS", "sr-Latn"), ("en", "en")] {
        let language = api().find("language_find", tag);
        let output = explain(&["--language", asked, "--format", "json", "3"]);
        let row: Value = serde_json::from_slice(&output.stdout).unwrap();
        for function in ["label", "message", "advice"] {
            assert_eq!(row[function], api().spoken(function, 3, language), "{asked}");
        }
        assert_eq!(row["description"], api().text("description", 3));
    }
}

#[test]
fn it_lists_the_languages() {
    let line =
        |language| [api().text("language_tag", language), api().text("language_name", language)].join("\t") + "\n";
    let lines: String = (0..api().constant("language_count")).map(line).collect();
    assert_ends(&explain(&["--languages"]), 0, &lines, "");
}

#[test]
fn bad_arguments_are_named_and_the_others_explained() {
    let name = "a code is decimal or 0x hexadecimal, a name is one that 'explain' without arguments lists";
    let number = "a number is from -2147483648 to 2147483647";
    let format = "a format is text, tsv or json";
    let option = "the options are --language, --languages, --chromium, --format, --help and --version";
    for (argument, accepted) in [
        ("foo", name),
        ("", name),
        ("12x", name),
        ("0x", name),
        ("Unknown", name),
        ("2147483648", number),
        ("-2147483649", number),
        ("0xffffffff", number),
        ("99999999999999999999999999", number),
        ("--format=xml", format),
        ("--nonsense", option),
        ("-x", option),
        ("--formatted", option),
    ] {
        let named = argument.strip_prefix("--format=").unwrap_or(argument);
        let output = explain(&["3", argument, "--format", "tsv", "28"]);
        assert_ends(&output, 2, &rows(&["3", "28"]), &complaint(named, accepted));
    }
    let output = explain(&["--format", "tsv", "--language", "tlh", "3"]);
    let complaint = on_stderr(&output);
    assert!(complaint.starts_with("explain: 'tlh' is not understood; a language is "), "{complaint}");
    assert_ends(&output, 2, &rows(&["3"]), &complaint);
    let needs_value = "explain: '--language' is not understood; it needs a value: see --help\n";
    assert_ends(&explain(&["--format", "tsv", "3", "--language"]), 2, &rows(&["3"]), needs_value);
}

#[test]
fn lines_are_read_one_by_one() {
    let name = "a code is decimal or 0x hexadecimal, a name is one that 'explain' without arguments lists";
    let long = "the line is too long for a code or a name";
    let blanks = " ".repeat(5000);
    for (lines, codes, complaints) in [
        ("\n  3 \t\r\n\nnonsense\nuser-paused", vec!["3", "28"], vec![("nonsense", name)]),
        (&format!("3\n{}\n28\n", "x".repeat(5000)), vec!["3", "28"], vec![(&*"x".repeat(255), long)]),
        (&"x".repeat(256), vec![], vec![(&*"x".repeat(255), long)]),
        (&"x".repeat(255), vec![], vec![(&*"x".repeat(255), name)]),
        (&format!("{blanks}3{blanks}\r\n{blanks}\n28{blanks}"), vec!["3", "28"], vec![]),
        // As editors on Windows write it; and as two such files, one after the other.
        ("\u{feff}3\r\n28\r\n", vec!["3", "28"], vec![]),
        ("\u{feff}3\n\u{feff} 28", vec!["3", "28"], vec![]),
        ("\u{feff}", vec![], vec![]),
        ("", vec![], vec![]),
        // What is no text hides nothing, and does nothing to a terminal.
        ("3\0x\n28\n", vec!["28"], vec![("3?x", name)]),
        ("\0\n\0x3\n28\n", vec!["28"], vec![("?", name), ("?x3", name)]),
        ("FileNoSpace\0\n28", vec!["28"], vec![("FileNoSpace?", name)]),
        ("\x1b]0;x\x07\n\u{202e}3\u{85}\n28", vec!["28"], vec![("?]0;x?", name), ("?3?", name)]),
        ("-3 4\n", vec![], vec![("-3 4", name)]),
    ] {
        let complaints = complaints.iter().map(|(shown, accepted)| complaint(shown, accepted)).collect::<String>();
        let output = explain_lines(&["--format", "tsv", "-"], lines.as_bytes());
        assert_ends(&output, if complaints.is_empty() { 0 } else { 2 }, &rows(&codes), &complaints);
    }
    let output = explain_lines(&["--format", "tsv", "-"], b"\xff3\n\xfe\xff\n28");
    assert_ends(&output, 2, &rows(&["28"]), &(complaint("?3", name) + &complaint("?", name)));
}

fn complaint(shown: &str, accepted: &str) -> String {
    format!("explain: '{shown}' is not understood; {accepted}\n")
}

#[cfg(unix)]
#[test]
fn input_that_cannot_be_read_is_an_error() {
    let unread = "explain: the input could not be read\n";
    let folder = std::fs::File::open(root()).unwrap();
    let output = Command::new(stranger::explain()).args(["--format", "tsv", "3", "-"]).stdin(folder).output().unwrap();
    assert_ends(&output, 1, &rows(&["3"]), unread);
    let mut shell = Command::new("sh");
    let output = shell.args(["-c", "\"$0\" --format tsv - 3 <&-"]).arg(stranger::explain()).output().unwrap();
    assert_ends(&output, 1, &rows(&["3"]), unread);
}

#[test]
fn json_is_one_valid_object_a_line() {
    let codes = golden_codes();
    let arguments: Vec<&str> = ["--format", "json"].into_iter().chain(codes.iter().map(String::as_str)).collect();
    let output = explain(&arguments);
    let objects: Vec<Value> = output
        .stdout
        .split_inclusive(|&byte| byte == b'\n')
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    let golden = golden();
    let columns: Vec<&str> = golden.lines().next().unwrap().split('\t').collect();
    assert_eq!(objects.len(), codes.len());
    for (object, row) in objects.iter().zip(golden.lines().skip(1)) {
        assert_eq!(object.as_object().unwrap().len(), columns.len());
        for (column, cell) in columns.iter().zip(row.split('\t')) {
            match &object[column] {
                Value::String(text) => assert_eq!(text, cell),
                number => assert_eq!(number.to_string(), cell),
            }
        }
    }
}

#[test]
fn help_and_version_are_there() {
    let help = explain(&["3", "--help"]);
    assert!(help.stdout.starts_with(b"usage: explain ") && help.status.success());
    assert_ends(&explain(&["--version"]), 0, &format!("{}\n", api().version()), "");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Command::new(stranger::explain()).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_ends(&output, 1, "", "explain: the output could not be written\n");
}
