//! History databases made to do harm: nothing is deleted or written, nothing hangs, nothing lies.

use std::ffi::c_char;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{assert_complains, assert_reports, assert_warns, files, half_changed, read, setup, sql, write};
#[cfg(unix)]
use super::{left_out, reader, waiting};
use crate::stranger::{on_stderr, root, text};

/// A History with the rows of rows.sql, changed by more SQL.
fn changed(python: &Path, folder: &Path, name: &str, change: &str) -> PathBuf {
    let database = folder.join(name);
    write(python, &database, &[&sql("schema.sql"), &sql("rows.sql"), change]);
    database
}

/// Runs a script of tests/history that calls the reader.
fn script(python: &Path, name: &str) -> Command {
    let mut command = Command::new(python);
    command.arg(root().join("tests/history").join(name));
    command
}

#[track_caller]
fn prints(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    text(&output.stdout)
}

/// SQLite, when it undoes what a journal holds, deletes the super-journal that stands at the journal's end.
fn name_a_super_journal(journal: &Path, victim: &Path) {
    let name = victim.to_str().unwrap().as_bytes();
    // SQLite adds up C's `char`s, which have a sign on some processors.
    let sum = name.iter().fold(0_u32, |sum, &byte| sum.wrapping_add_signed(i32::from(byte as c_char)));
    let mut bytes = fs::read(journal).unwrap();
    bytes.extend([0xff; 4]);
    bytes.extend(name);
    bytes.extend(u32::try_from(name.len()).unwrap().to_be_bytes());
    bytes.extend(sum.to_be_bytes());
    bytes.extend(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
    fs::write(journal, bytes).unwrap();
}

#[test]
fn a_journal_deletes_nothing() {
    let Some((python, folder)) = setup() else { return };
    let database = folder.path().join("History");
    let victim = folder.path().join("für mich.txt");
    half_changed(&python, &database);
    fs::write(&victim, "precious").unwrap();
    name_a_super_journal(&folder.path().join("History-journal"), &victim);
    let before = files(folder.path());
    let output = read(&python, &database);
    assert!(files(folder.path()) == before, "the folder stays as it was");
    assert_warns(&output, "History-journal");
    // SQLite itself, to see that this journal would have done it.
    write(&python, &database, &["SELECT count(*) FROM downloads"]);
    assert!(!victim.exists());
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_hides_no_journal() {
    let Some((python, folder)) = setup() else { return };
    let elsewhere = tempfile::tempdir().unwrap();
    half_changed(&python, &elsewhere.path().join("History"));
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(elsewhere.path().join("History"), &link).unwrap();
    assert_warns(&read(&python, &link), "History-journal");
}

/// A log and its index that no SQLite has written; and an index alone, which holds no changes.
#[test]
fn a_log_is_not_opened() {
    let Some((python, folder)) = setup() else { return };
    let database = changed(&python, folder.path(), "History", "PRAGMA journal_mode = WAL");
    fs::write(folder.path().join("History-shm"), [0xff; 32768]).unwrap();
    fs::write(folder.path().join("History-wal"), b"").unwrap();
    let before = files(folder.path());
    assert_reports(&read(&python, &database));
    fs::write(folder.path().join("History-wal"), [0xff; 4096]).unwrap();
    let output = read(&python, &database);
    assert_warns(&output, "History-wal");
    fs::write(folder.path().join("History-wal"), b"").unwrap();
    assert!(files(folder.path()) == before, "the folder stays as it was");
}

#[test]
fn its_own_folder_is_taken_away() {
    let Some((python, folder)) = setup() else { return };
    let temporary = tempfile::tempdir().unwrap();
    for (name, change, complaint) in
        [("sound", "", "holds more than 5 downloads"), ("other", "DROP TABLE downloads", "it has no table downloads")]
    {
        let mut command = script(&python, "limits.py");
        command.args(["ROWS", "5"]).arg(changed(&python, folder.path(), name, change));
        let output = command.env("TMPDIR", temporary.path()).env("TEMP", temporary.path()).output().unwrap();
        assert!(String::from_utf8(output.stderr).unwrap().trim_end().ends_with(complaint), "{name}");
        assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
    }
}

#[test]
fn a_schema_is_not_obeyed() {
    let Some((python, folder)) = setup() else { return };
    let no_table = "is not a History database: it has no table downloads\n";
    let no_chains = "is not a History database: it has no table downloads_url_chains\n";
    let malformed = "is not a History database that can be read: malformed database schema";
    let columns = "id, '' AS target_path, 0 AS start_time, 0 AS received_bytes, 0 AS total_bytes, 4 AS state, 3 AS interrupt_reason";
    let lie =
        |sql: &str| format!("PRAGMA writable_schema = ON; UPDATE sqlite_master SET {sql} WHERE name = 'downloads'");
    let computed = |column: &str, how: &str| {
        let others =
            "id, target_path, start_time, received_bytes, total_bytes, state, interrupt_reason".replace(column, "x");
        format!(
            "DROP TABLE downloads; CREATE TABLE downloads ({others}, {column} AS ({how})); INSERT INTO downloads VALUES (1, 2, 3, 4, 5, 6, 7)"
        )
    };
    for (name, change, complaint) in [
        // Endless, and large.
        (
            "recursive",
            format!("DROP TABLE downloads; CREATE VIEW downloads AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT {columns} FROM n"),
            no_table,
        ),
        (
            "large",
            format!("DROP TABLE downloads; CREATE VIEW downloads AS SELECT {} FROM downloads_url_chains", columns.replace("''", "zeroblob(900000000)")),
            no_table,
        ),
        ("extension", format!("DROP TABLE downloads; CREATE VIEW downloads AS SELECT {} FROM (SELECT 1 AS id)", columns.replace("''", "load_extension('x')")), no_table),
        (
            "chains",
            "DROP TABLE downloads_url_chains; CREATE VIEW downloads_url_chains AS SELECT 1 AS id, 1 AS chain_index, zeroblob(900000000) AS url".into(),
            no_chains,
        ),
        (
            "virtual",
            "DROP TABLE downloads; PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES ('table', 'downloads', 'downloads', 0, 'CREATE VIRTUAL TABLE downloads USING fts5(id)')".into(),
            no_table,
        ),
        // A table by what the schema's row says, something else by its SQL.
        ("a view", lie("sql = 'CREATE VIEW downloads AS SELECT 1 AS id'"), malformed),
        ("a virtual table", lie("sql = 'CREATE VIRTUAL TABLE downloads USING fts5(id)'"), ""),
        ("another table", lie("sql = 'CREATE TABLE other (id)'"), malformed),
        ("a comment", lie("sql = replace(sql, 'CREATE TABLE', 'CREATE /* */ TABLE')"), "is of an unknown kind: its table downloads is no ordinary one\n"),
        // The message would set the title of the terminal.
        (
            "escape",
            lie("name = char(27) || ']0;owned' || char(7) || char(10) || char(8238), rootpage = 99"),
            r"is not a History database that can be read: malformed database schema (\x1b]0;owned\x07\n\u202e)",
        ),
        ("computed", computed("target_path", "printf('%*d', 900000000, 1)"), "is of an unknown kind: its table downloads computes the column target_path\n"),
        ("computed danger", computed("danger_type", "printf('%*d', 900000000, 1)"), "is of an unknown kind: its table downloads computes the column danger_type\n"),
        ("computed and stored", computed("state", "1) STORED CHECK (1"), "is of an unknown kind: its table downloads computes the column state\n"),
        (
            "collation",
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'chain_index INTEGER NOT NULL', 'chain_index COLLATE x') WHERE name = 'downloads_url_chains'".into(),
            "is not a History database that can be read: no such collation sequence: x\n",
        ),
    ] {
        let database = changed(&python, folder.path(), name, &change);
        let output = read(&python, &database);
        let said = on_stderr(&output);
        let start = format!("wv2interrupt: '{}' {complaint}", database.display());
        assert!(said.starts_with(&start) && said.lines().count() == 1, "{name}: {said}");
        assert_eq!((output.stdout.len(), output.status.code()), (0, Some(2)), "{name}");
    }
}

/// Triggers, and views and columns that are not asked for, do nothing.
#[test]
fn what_is_not_asked_for_does_no_harm() {
    let Some((python, folder)) = setup() else { return };
    let change = "CREATE TRIGGER inserted AFTER INSERT ON downloads BEGIN DELETE FROM downloads; END;
        CREATE TRIGGER downloads AFTER UPDATE ON downloads BEGIN SELECT load_extension('x'); END;
        CREATE VIEW endless AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n;
        ALTER TABLE downloads ADD COLUMN large AS (zeroblob(900000000));
        CREATE INDEX some ON downloads (id) WHERE state = 4;
        CREATE INDEX computed ON downloads (hex(target_path));";
    assert_reports(&read(&python, &changed(&python, folder.path(), "History", change)));
}

#[test]
fn a_connection_runs_only_what_the_reader_needs() {
    let Some((python, _folder)) = setup() else { return };
    let ran = ["SELECT id FROM downloads", "SELECT IFNULL(id, url) FROM downloads", "PRAGMA table_xinfo(downloads)"];
    let refused = [
        "SELECT id FROM seen",
        "SELECT id FROM other",
        "ATTACH 'elsewhere' AS other",
        "VACUUM INTO 'elsewhere'",
        "PRAGMA writable_schema = ON",
        "PRAGMA temp_store_directory = 'elsewhere'",
        "INSERT INTO downloads VALUES (1, 2)",
        "DELETE FROM downloads",
        "CREATE TABLE made (id)",
        "CREATE TEMP TABLE made (id)",
        "SELECT load_extension('x') FROM downloads",
        "SELECT zeroblob(100)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "SELECT name FROM pragma_database_list",
    ];
    let said = prints(script(&python, "confined.py").args(ran).args(refused));
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(said[..ran.len()], ran.map(|statement| format!("ran {statement}")));
    assert_eq!(said.len(), ran.len() + refused.len());
    for (statement, said) in refused.iter().zip(&said[ran.len()..]) {
        assert!(
            ["not authorized", "authorization denied", "prohibited"].iter().any(|no| said.contains(no)),
            "{statement}: {said}"
        );
    }
    assert!(!Path::new("elsewhere").exists());
}

#[test]
fn damaged_pages_are_no_trouble() {
    let Some((python, folder)) = setup() else { return };
    let database = changed(&python, folder.path(), "History", "");
    let said = prints(script(&python, "damaged.py").arg(&database).arg("150"));
    let read: usize = said.trim().strip_prefix("read ").unwrap().parse().unwrap();
    assert!((1..150).contains(&read), "some are read, and some are not: {read}");
}

/// Damage that is made on purpose: a page that holds itself, more pages than the file has, a value longer than the file.
#[test]
fn impossible_sizes_are_refused() {
    let Some((python, folder)) = setup() else { return };
    let database = changed(&python, folder.path(), "History", "PRAGMA page_size = 4096");
    let sound = fs::read(&database).unwrap();
    let malformed = "is not a History database that can be read: database disk image is malformed";
    let refused = |bytes: &[u8]| {
        fs::write(&database, bytes).unwrap();
        assert_complains(&read(&python, &database), &database, malformed);
    };
    let mut pages = sound.clone();
    pages[28..32].fill(0xff);
    refused(&pages);
    // The root of downloads becomes an inner page, with itself as its only child.
    let mut looped = sound.clone();
    looped[4096..4108].copy_from_slice(&[5, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 2]);
    refused(&looped);
    // Its last cell, which comes first in the page, claims to have 2 GiB.
    let mut long = sound.clone();
    let cell = 4096 + usize::from(u16::from_be_bytes([sound[4096 + 5], sound[4096 + 6]]));
    long[cell..cell + 5].copy_from_slice(&[0x88, 0x80, 0x80, 0x80, 0x00]);
    fs::write(&database, long).unwrap();
    let output = read(&python, &database);
    assert_eq!((output.status.code(), on_stderr(&output).lines().count()), (Some(2), 1));
}

#[test]
fn there_are_limits() {
    let Some((python, folder)) = setup() else { return };
    let database = changed(&python, folder.path(), "History", "");
    let limited = |database: &Path, name: &str, number: &str, lines: usize, complaint: &str| {
        let output = script(&python, "limits.py").args([name, number]).arg(database).output().unwrap();
        let expected = format!("'{}' {complaint}\n", database.display());
        similar_asserts::assert_eq!(on_stderr(&output), expected);
        let said = text(&output.stdout);
        assert_eq!(said.lines().filter(|line| line.contains("  interrupted  ")).count(), lines, "{said}");
    };
    // What was read before is there.
    limited(&database, "ROWS", "6", 2, "holds more than 6 downloads");
    limited(&database, "FILE_SIZE", "8192", 0, "is no History: it is larger than 8192 bytes");
    let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO";
    let slow = format!(
        "DROP TABLE downloads_url_chains; CREATE TABLE downloads_url_chains (id, chain_index, url);
        {numbers} downloads_url_chains SELECT i, 0, '' FROM n; UPDATE downloads SET state = 1;
        {numbers} downloads SELECT i + 100, '', '', '', 0, 0, 0, 1, 0, 0, 0 FROM n"
    );
    let slow = changed(&python, folder.path(), "slow", &slow);
    limited(&slow, "SECONDS", "0.2", 0, "takes more than 0.2 seconds to read");
}

#[test]
fn large_values_are_cut_or_refused() {
    let Some((python, folder)) = setup() else { return };
    let name = |length: u32| {
        format!("DELETE FROM downloads WHERE id > 1; UPDATE downloads SET target_path = printf('%.*c', {length}, 'x')")
    };
    let output = read(&python, &changed(&python, folder.path(), "long", &name(2_000_000)));
    let said = text(&output.stdout);
    assert!(said.contains(&format!("  interrupted  {}… (2000000 bytes)\n", "x".repeat(2000))), "{}", said.len());
    let large = changed(&python, folder.path(), "large", &name(20_000_000));
    assert_complains(&read(&python, &large), &large, "holds values that are too large to be read");
    // A table with more constraints than could be compared in an hour.
    let change = "PRAGMA writable_schema = ON;
        WITH RECURSIVE a(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM a WHERE i < 1000)
        INSERT INTO sqlite_master SELECT 'table', 't', 't', 2, 'CREATE TABLE t (' || names || constraints || ')' FROM
            (SELECT group_concat('c' || i, ', ') AS names FROM a),
            (SELECT group_concat(', UNIQUE (c' || a.i || ', c' || b.i || ')', '') AS constraints
             FROM a JOIN a AS b WHERE a.i < b.i AND b.i < 300)";
    let database = changed(&python, folder.path(), "schema", change);
    let output = read(&python, &database);
    let said = on_stderr(&output);
    assert!(said.contains("too big") || said.contains("too large"), "{said}");
    assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1));
}

/// What changes while it is copied is copied again; what never rests is not read.
#[test]
fn a_copy_is_of_one_moment() {
    let Some((python, folder)) = setup() else { return };
    let torn = |times: &str| {
        let database = folder.path().join(times);
        write(&python, &database, &[&sql("schema.sql")]);
        (script(&python, "torn.py").arg(&database).arg(times).output().unwrap(), database)
    };
    for times in ["0", "1", "3"] {
        let (output, _) = torn(times);
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), times, "all rows are of the same change");
    }
    let (output, database) = torn("1000");
    let complaint = "is being written: close the browser or the program that uses it, and try again";
    let expected = format!("'{}' {complaint}\n", database.display());
    assert_eq!(on_stderr(&output), expected);
}

#[test]
fn a_busy_writer_is_noticed() {
    let Some((python, folder)) = setup() else { return };
    for mode in ["DELETE", "WAL"] {
        let database = folder.path().join(mode);
        write(&python, &database, &[&sql("schema.sql")]);
        let said = prints(script(&python, "changing.py").arg(&database).args([mode, "1.5"]));
        assert!(!said.starts_with("0 read 0 named"), "{mode}: {said}");
    }
}

/// What is no regular file would be waited for, or never ends.
#[cfg(unix)]
#[test]
fn only_files_are_opened() {
    let Some((python, folder)) = setup() else { return };
    let at = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(at("fifo")).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("zero")).unwrap();
    for path in [at("fifo"), at("socket"), at("zero"), "/dev/zero".into(), "/dev/stdin".into()] {
        assert_complains(&limited_read(&python, &path), &path, "is no file");
    }
    std::os::unix::fs::symlink("nowhere", at("dangling")).unwrap();
    std::os::unix::fs::symlink("loop", at("loop")).unwrap();
    for path in [at("dangling"), at("loop"), at(&"x".repeat(5000))] {
        assert_complains(&limited_read(&python, &path), &path, "is no file");
    }
    // And beside a database they hold no changes.
    let database = changed(&python, folder.path(), "History", "");
    assert!(Command::new("mkfifo").arg(at("History-journal")).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", at("History-wal")).unwrap();
    assert_reports(&limited_read(&python, &database));
}

/// The reader, ended after a while.
#[cfg(unix)]
fn limited_read(python: &Path, file: &Path) -> std::process::Output {
    let mut command = Command::new("timeout");
    command.arg("60").arg(python);
    reader(command).arg(file).stdin(std::process::Stdio::piped()).output().unwrap()
}

/// A name, a folder's name, what stands beside: each may hold anything.
#[cfg(unix)]
#[test]
fn names_do_nothing_to_a_terminal() {
    use std::os::unix::ffi::OsStrExt;
    let Some((python, folder)) = setup() else { return };
    let name = std::ffi::OsStr::from_bytes(b"a\x1b]0;x\x07\n\xe2\x80\xae\xc2\x85\xff");
    let shown = r"a\x1b]0;x\x07\n\u202e\x85\udcff";
    let there = folder.path().join(name);
    fs::write(&there, "no database, but longer than what SQLite takes for an empty one").unwrap();
    let complaint = "is not a History database that can be read: file is not a database";
    assert_complains(&read(&python, &there), &folder.path().join(shown), complaint);
    assert_complains(&read(&python, Path::new(name)), Path::new(shown), "is no file");
    fs::remove_file(&there).unwrap();
    // So long that no name of a journal fits beside it.
    let long = changed(&python, folder.path(), &"x".repeat(240), "");
    fs::rename(&long, folder.path().join("x".repeat(250))).unwrap();
    assert_reports(&read(&python, &folder.path().join("x".repeat(250))));
    write(&python, &there, &["PRAGMA journal_mode = WAL", &sql("schema.sql")]);
    let mut child = waiting(&python, &there, &[&sql("rows.sql")]);
    let output = read(&python, &there);
    drop(child.stdin.take());
    child.wait().unwrap();
    let said = text(&output.stdout);
    assert!(said.starts_with(&left_out(&format!("{shown}-wal"))), "{said}");
}
