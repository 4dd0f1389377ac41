//! `cargo xtask drift`: what it says of an SDK that is newer than the table, and of one that it cannot look at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::sdk;
use crate::stranger::{Fact, facts, on_stderr, root, text, tool};
use crate::windows::run;

fn drift(arguments: &[&Path]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["xtask", "drift"]).args(arguments).current_dir(root());
    command
}

#[track_caller]
fn assert_says(output: &Output, status: i32, stdout: &str, stderr: &str) {
    similar_asserts::assert_eq!(text(&output.stdout), stdout);
    similar_asserts::assert_eq!(on_stderr(output), stderr);
    assert_eq!(output.status.code(), Some(status));
}

/// The members of an enumeration of .NET.
fn members(facts: &[Fact]) -> Vec<(String, i32)> {
    facts.iter().map(|fact| (fact.name.clone(), fact.code)).collect()
}

/// A managed assembly with these reasons and states. None without a compiler, which was said.
fn assembly(folder: &Path, reasons: &[(String, i32)], states: &[(&str, i32)]) -> Option<PathBuf> {
    let mcs = tool("mcs", "mono-mcs")?;
    let list = |members: &mut dyn Iterator<Item = (&str, i32)>| {
        members.map(|(name, code)| format!("{name} = {code}, ")).collect::<String>()
    };
    let source = format!(
        "namespace Microsoft.Web.WebView2.Core {{ public enum CoreWebView2DownloadInterruptReason {{ {} }} \
         public enum CoreWebView2DownloadState {{ {} }} }}",
        list(&mut reasons.iter().map(|(name, code)| (name.as_str(), *code))),
        list(&mut states.iter().copied()),
    );
    fs::write(folder.join("core.cs"), source).unwrap();
    run(Command::new(mcs).args(["-target:library", "-out:core.dll", "core.cs"]).current_dir(folder));
    Some(folder.join("core.dll"))
}

const STATES: [(&str, i32); 3] = [("InProgress", 0), ("Interrupted", 1), ("Completed", 2)];

#[test]
fn the_sdk_that_the_table_was_made_from_has_nothing_new() {
    let folder = tempfile::tempdir().unwrap();
    let bindings = sdk::bindings();
    let Some(assembly) = assembly(folder.path(), &members(&facts()), &STATES) else { return };
    let output = drift(&["--bindings".as_ref(), &bindings, "--assembly".as_ref(), &assembly]).output().unwrap();
    let expected = format!("{bindings:?}: {0}\n{assembly:?}: {0}\n", "30 reasons and 3 states, nothing new");
    assert_says(&output, 0, &expected, "");
}

#[test]
fn each_difference_of_a_newer_sdk_is_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let bindings = folder.path().join("bindings.rs");
    let reason = "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON";
    let state = "COREWEBVIEW2_DOWNLOAD_STATE";
    let mut newer = fs::read_to_string(sdk::bindings()).unwrap();
    for (old, new) in [
        (format!("pub const {reason}_FILE_NO_SPACE:"), format!("pub const {reason}_FILE_NO_ROOM:")),
        (format!("{reason}(28i32)"), format!("{reason}(31i32)")),
        (format!("pub const {reason}_DOWNLOAD_PROCESS_CRASHED:"), "pub const OTHER:".to_owned()),
        (format!("{reason}(29i32)"), "OTHER(29i32)".to_owned()),
        (
            format!("pub const {state}_COMPLETED:"),
            format!("pub const {state}_PAUSED: {state} = {state}(3i32);\npub const {state}_COMPLETED:"),
        ),
        (
            format!("pub const {reason}_NONE:"),
            format!("pub const {reason}_FILE_STOLEN: {reason} = {reason}(30i32);\npub const {reason}_NONE:"),
        ),
    ] {
        assert_eq!(newer.matches(&old).count(), 1, "{old}");
        newer = newer.replace(&old, &new);
    }
    fs::write(&bindings, newer).unwrap();

    let mut newer = members(&facts());
    newer[3].0 = "FileNoRoom".to_owned();
    newer[28].1 = 31;
    newer[29] = ("FileStolen".to_owned(), 30);
    let states = [STATES[0], STATES[1], STATES[2], ("Paused", 3)];
    let Some(assembly) = assembly(folder.path(), &newer, &states) else { return };

    let output = drift(&["--assembly".as_ref(), &assembly, "--bindings".as_ref(), &bindings]).output().unwrap();
    let expected = format!(
        "{bindings:?}: 3 is {reason}_FILE_NO_ROOM, and in the table {reason}_FILE_NO_SPACE\n\
         {bindings:?}: {reason}_FILE_STOLEN is 30, which the table does not have\n\
         {bindings:?}: {reason}_USER_PAUSED is 31, and in the table 28\n\
         {bindings:?}: {reason}_DOWNLOAD_PROCESS_CRASHED, in the table 29, is no longer there\n\
         {bindings:?}: {state}_PAUSED is 3, which the table does not have\n\
         {assembly:?}: 3 is FileNoRoom, and in the table FileNoSpace\n\
         {assembly:?}: FileStolen is 30, which the table does not have\n\
         {assembly:?}: UserPaused is 31, and in the table 28\n\
         {assembly:?}: DownloadProcessCrashed, in the table 29, is no longer there\n\
         {assembly:?}: Paused is 3, which the table does not have\n"
    );
    assert_says(&output, 1, &expected, "");
}

/// And the other is looked at.
#[test]
fn what_cannot_be_read_is_named_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let bindings = sdk::bindings();
    let file = |name: &str, bytes: &[u8]| {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        file
    };
    let is_well = format!("{bindings:?}: 30 reasons and 3 states, nothing new\n");
    let none = file("none", b"");
    let missing = folder.path().join("missing");
    for (assembly, complaint) in
        [(&none, "it is no .NET assembly\n"), (&bindings, "it is no .NET assembly\n"), (&missing, "")]
    {
        let output = drift(&["--bindings".as_ref(), &bindings, "--assembly".as_ref(), assembly]).output().unwrap();
        let said = on_stderr(&output);
        assert!(said.starts_with(&format!("xtask: {assembly:?} could not be read: {complaint}")), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert_says(&output, 2, &is_well, &said);
    }

    let Some(assembly) = assembly(folder.path(), &members(&facts()), &STATES) else { return };
    let empty = "the enumerations of interrupt reasons and of states are not in it";
    let output = drift(&["--bindings".as_ref(), &none, "--assembly".as_ref(), &assembly]).output().unwrap();
    let is_well = format!("{assembly:?}: 30 reasons and 3 states, nothing new\n");
    assert_says(&output, 2, &is_well, &format!("xtask: {none:?} could not be read: {empty}\n"));

    // Metadata that the reader does not know.
    let mut bytes = fs::read(&assembly).unwrap();
    let guid = bytes.windows(5).position(|bytes| bytes == b"#GUID").unwrap();
    bytes[guid + 4] = b'X';
    let odd = file("odd.dll", &bytes);
    let output = drift(&["--bindings".as_ref(), &bindings, "--assembly".as_ref(), &odd]).output().unwrap();
    let said = on_stderr(&output);
    assert!(said.starts_with("xtask: the assembly's metadata could not be read: "), "{said}");
    assert_eq!(output.status.code(), Some(2), "{said}");
}

#[test]
fn without_a_network_it_says_so() {
    let mut command = drift(&[]);
    // Nobody listens there.
    command.env("CARGO_HTTP_PROXY", "http://127.0.0.1:9").env("CARGO_NET_RETRY", "0");
    let output = command.env("PIP_PROXY", "http://127.0.0.1:9").env("PIP_RETRIES", "0").output().unwrap();
    let said = on_stderr(&output);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    for (line, wanted) in lines.into_iter().zip(["webview2-com-sys", "dotnet-webview2-winforms"]) {
        assert!(line.starts_with(&format!("xtask: {wanted} could not be fetched: ")), "{said}");
    }
    assert_says(&output, 2, "", &said);
}

#[test]
fn bad_arguments_are_named() {
    for (arguments, complaint) in [
        (&["--bindings"][..], "missing argument for option '--bindings'"),
        (&["--nonsense"], "invalid option '--nonsense'"),
        (&["7"], "unexpected argument \"7\""),
    ] {
        let arguments: Vec<&Path> = arguments.iter().map(Path::new).collect();
        let output = drift(&arguments).output().unwrap();
        let usage = "usage: cargo xtask drift [--bindings FILE] [--assembly FILE]";
        assert_says(&output, 2, "", &format!("xtask: {complaint}; {usage}\n"));
    }
}
