//! The History reader of the Python package: sound databases, those in use, and what is none.

mod hostile;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use crate::bindings::python::environment;
use crate::stranger::{api, chromium_only, on_stderr, root, text};
use regex::Regex;
use tempfile::TempDir;

/// A Python with the package, if it is there, and a folder to put a database into.
fn setup() -> Option<(PathBuf, TempDir)> {
    Some((environment()?.to_owned(), tempfile::tempdir().unwrap()))
}

fn sql(name: &str) -> String {
    fs::read_to_string(root().join("tests/history").join(name)).unwrap()
}

/// Runs tests/history/write.py, which says how it ends.
fn writer(python: &Path, database: &Path, end: &str, scripts: &[&str]) -> Child {
    let mut command = Command::new(python);
    command.arg(root().join("tests/history/write.py")).arg(database).arg(end).args(scripts);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
}

fn write(python: &Path, database: &Path, scripts: &[&str]) {
    assert!(writer(python, database, "close", scripts).wait().unwrap().success());
}

/// A writer that has run its SQL, and goes on when it is waited for.
fn waiting(python: &Path, database: &Path, scripts: &[&str]) -> Child {
    let mut child = writer(python, database, "wait", scripts);
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line.trim_end(), "ready");
    child
}

fn read(python: &Path, file: &Path) -> Output {
    reader(Command::new(python)).arg(file).output().unwrap()
}

/// The reader, in English.
fn reader(mut python: Command) -> Command {
    python.args(["-m", "wv2interrupt", "history", "--language", "en", "--"]);
    python
}

/// What is said of rows.sql: report.txt, with the library's texts where it names a reason, and Chromium's own names.
fn report() -> String {
    let texts = |name: &regex::Captures| {
        let code = api().find("from_name", &name[1]);
        let line = |key| match api().spoken(key, code, 0) {
            "" => None,
            text => Some(format!("  {key:<8} {text}")),
        };
        ["label", "message", "advice"].into_iter().filter_map(line).collect::<Vec<_>>().join("\n")
    };
    let named = chromium_only().into_iter().fold(sql("report.txt"), |report, (number, (name, _))| {
        assert!(report.contains(&format!("({number})")), "the report has no {number}");
        report.replace(&format!("({number})"), &format!("(Chromium's {number}, {name})"))
    });
    Regex::new(r"(?m)^\{(\w+)\}$").unwrap().replace_all(&named, texts).into_owned()
}

#[track_caller]
fn assert_reports(output: &Output) {
    similar_asserts::assert_eq!(on_stderr(output), "");
    similar_asserts::assert_eq!(text(&output.stdout), report());
    assert_eq!(output.status.code(), Some(0));
}

#[track_caller]
fn assert_complains(output: &Output, path: &Path, complaint: &str) {
    let expected = format!("wv2interrupt: '{}' {complaint}\n", path.display());
    similar_asserts::assert_eq!(on_stderr(output), expected);
    similar_asserts::assert_eq!(text(&output.stdout), "");
    assert_eq!(output.status.code(), Some(2));
}

/// Every file in a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn it_lists_the_interrupted_and_canceled() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join(if cfg!(windows) { "Übersicht #1.db" } else { "Übersicht #1?.db" });
    write(&python, &database, &[&sql("schema.sql"), &sql("rows.sql")]);
    let before = files(folder.path());
    assert_reports(&read(&python, &database));
    assert!(files(folder.path()) == before, "the folder stays as it was");
}

#[test]
fn an_empty_history_has_no_downloads() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join("History");
    write(&python, &database, &[&sql("schema.sql")]);
    let output = read(&python, &database);
    let text = text(&output.stdout);
    assert!(text.starts_with("Downloads: none\nA History database holds only a part "), "{text}");
    assert_eq!(output.status.code(), Some(0));
}

/// What is said first of a database with such a file beside it.
fn left_out(file: &str) -> String {
    format!(
        "This database is in use, or was not closed. What {file} may hold is left out, and what is here may be wrong.\n\
        To be sure, let the browser or the program that uses it start and end, and try again.\n\n"
    )
}

#[track_caller]
fn assert_warns(output: &Output, file: &str) {
    let said = text(&output.stdout);
    similar_asserts::assert_eq!(on_stderr(output), "");
    assert!(said.starts_with(&left_out(file)), "{said}");
    assert!(said.contains(&format!("\nDownloads, without {file}: ")), "{said}");
    assert_eq!(output.status.code(), Some(0));
}

/// The rows are in the write-ahead log only, and stay there while the program that wrote them runs.
#[test]
fn a_write_ahead_log_is_named() {
    let Some((python, folder)) = setup() else { return };
    for lock in ["PRAGMA locking_mode = NORMAL", "PRAGMA locking_mode = EXCLUSIVE"] {
        let database = folder.path().join(&lock[22..]);
        write(&python, &database, &["PRAGMA journal_mode = WAL", &sql("schema.sql")]);
        let mut child = waiting(&python, &database, &[lock, &sql("rows.sql")]);
        let before = files(folder.path());
        let output = read(&python, &database);
        assert!(files(folder.path()) == before, "the folder stays as it was");
        drop(child.stdin.take());
        child.wait().unwrap();
        assert_warns(&output, &format!("{}-wal", &lock[22..]));
        assert_reports(&read(&python, &database));
    }
}

/// A database in the middle of a change, and the journal that would undo it.
fn half_changed(python: &Path, database: &Path) {
    write(python, database, &[&sql("schema.sql"), &sql("rows.sql")]);
    // What follows the deletion is more than the cache holds, so that the file has it before the commit that never comes.
    let half = "PRAGMA cache_size = 1; BEGIN; DELETE FROM downloads;
        WITH RECURSIVE numbers(id) AS (SELECT 100 UNION ALL SELECT id + 1 FROM numbers WHERE id < 20000)
        INSERT INTO downloads_url_chains SELECT id, 0, '' FROM numbers;";
    assert!(writer(python, database, "crash", &[half]).wait().unwrap().success());
}

#[test]
fn what_a_crash_left_half_done_is_named() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join("History");
    half_changed(&python, &database);
    let before = files(folder.path());
    assert_eq!(before.len(), 2, "the crash left a journal");
    assert_warns(&read(&python, &database), "History-journal");
    assert!(files(folder.path()) == before, "the folder stays as it was");
}

#[test]
fn a_journal_that_is_done_with_is_not_named() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join("History");
    for mode in ["PERSIST", "TRUNCATE"] {
        let mode = format!(
            "PRAGMA journal_mode = {mode}; DROP TABLE IF EXISTS downloads; DROP TABLE IF EXISTS downloads_url_chains"
        );
        write(&python, &database, &[&mode, &sql("schema.sql"), &sql("rows.sql")]);
        assert_eq!(files(folder.path()).len(), 2, "the journal stays");
        assert_reports(&read(&python, &database));
    }
}

/// Nothing was written yet: what was committed last is there.
#[test]
fn a_locked_one_is_read() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join("History");
    write(&python, &database, &[&sql("schema.sql"), &sql("rows.sql")]);
    let mut child = waiting(&python, &database, &["BEGIN EXCLUSIVE"]);
    let output = read(&python, &database);
    drop(child.stdin.take());
    child.wait().unwrap();
    assert_reports(&output);
}

#[test]
fn what_is_no_history_is_refused() {
    let Some((python, folder)) = setup() else { return };
    let unreadable = "is not a History database that can be read:";
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    };
    let no_table = "is not a History database: it has no table downloads";
    assert_complains(&read(&python, &file("empty", b"")), &folder.path().join("empty"), no_table);
    let text = file("text", &b"no database\n".repeat(100));
    assert_complains(&read(&python, &text), &text, &format!("{unreadable} file is not a database"));
    let whole = folder.path().join("History");
    write(&python, &whole, &[&sql("schema.sql"), &sql("rows.sql")]);
    let cut = file("cut", &fs::read(&whole).unwrap()[..8192]);
    assert_complains(&read(&python, &cut), &cut, &format!("{unreadable} database disk image is malformed"));

    for path in [&*folder.path().join("missing"), folder.path(), Path::new("x"), Path::new("--help"), Path::new("")] {
        assert_complains(&read(&python, path), path, "is no file");
    }
}

#[test]
fn other_tables_and_columns_are_named() {
    let Some((python, folder)) = setup() else { return };
    for (name, change, complaint) in [
        ("a", "DROP TABLE downloads", "is not a History database: it has no table downloads"),
        ("b", "DROP TABLE downloads_url_chains", "is not a History database: it has no table downloads_url_chains"),
        (
            "c",
            "ALTER TABLE downloads RENAME COLUMN interrupt_reason TO reason",
            "is of an unknown kind: its table downloads has no column interrupt_reason",
        ),
        (
            "d",
            "ALTER TABLE downloads_url_chains RENAME COLUMN url TO address",
            "is of an unknown kind: its table downloads_url_chains has no column url",
        ),
    ] {
        let database = folder.path().join(name);
        write(&python, &database, &[&sql("schema.sql"), change]);
        assert_complains(&read(&python, &database), &database, complaint);
    }
}

#[test]
fn a_table_without_danger_is_read() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join("History");
    write(&python, &database, &[&sql("schema.sql"), &sql("rows.sql"), "ALTER TABLE downloads RENAME danger_type TO x"]);
    let output = read(&python, &database);
    let without = Regex::new(r"(?m)^  note     Its danger_type .+\n| Its danger_type .+$").unwrap();
    similar_asserts::assert_eq!(text(&output.stdout), without.replace_all(&report(), ""));
    assert_eq!(output.status.code(), Some(0));
}

/// Labels, messages and advice are the library's, in the language that is asked for or in the system's.
#[test]
fn it_speaks_the_language_of_the_person() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join("History");
    write(&python, &database, &[&sql("schema.sql"), &sql("rows.sql")]);
    let german = |text| api().spoken(text, 3, api().find("language_find", "de"));
    let mut commands = vec![(["--language", "de-AT"], "C")];
    if cfg!(target_os = "linux") {
        commands.push((["--language=de", "--"], "tr_TR.UTF-8"));
    }
    for (arguments, locale) in commands {
        let mut command = Command::new(&python);
        command.args(["-m", "wv2interrupt", "history"]).args(arguments).arg(&database).env("LC_ALL", locale);
        let said = text(&command.output().unwrap().stdout);
        for text in ["label", "message", "advice"].map(german) {
            assert!(said.contains(&format!(" {text}\n")), "{said}");
        }
        assert!(said.contains("  reason   FileNoSpace (Chromium's 3)\n"), "{said}");
    }
}

#[test]
fn it_takes_one_file() {
    let Some((python, _folder)) = setup() else { return };
    let run = |arguments: &[&str]| {
        let output = Command::new(&python).args(["-m", "wv2interrupt", "history"]).args(arguments).output().unwrap();
        (output.status.code(), text(&output.stdout), on_stderr(&output))
    };
    let takes =
        "wv2interrupt: history takes one FILE: a History database of Chromium, Edge or a program that hosts WebView2\n";
    for arguments in [&[][..], &["a", "b"], &["--", "--language", "de"]] {
        assert_eq!(run(arguments), (Some(2), String::new(), takes.to_owned()), "{arguments:?}");
    }
    let refused = "wv2interrupt: '--x' is not understood; the options are --language\n";
    assert_eq!(run(&["--x"]), (Some(2), String::new(), format!("{refused}{takes}")));
}
