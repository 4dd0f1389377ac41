//! The examples: the command that examples/README.md gives for each language, run as it stands there.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
#[cfg(target_os = "linux")]
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::numbers::Numbers;
#[cfg(target_os = "linux")]
use crate::stranger::start;
use crate::stranger::{
    api, copy, golden, golden_codes, library, on_stderr, plain_folder, reasons, root, skip, target, text, tool,
    workplace,
};
use crate::windows::release;
#[cfg(target_os = "linux")]
use crate::windows::{run as ran, x64};
use regex::Regex;

/// A row of the table in examples/README.md.
struct Example {
    folder: String,
    needed: String,
    command: String,
}

fn examples() -> Vec<Example> {
    let page = fs::read_to_string(root().join("examples/README.md")).unwrap();
    let row = Regex::new(r"(?m)^\| .+ \| (.+) \| `(.* ?examples/([a-z]+)/.+)` \|$").unwrap();
    let example = |row: regex::Captures| Example {
        needed: row[1].to_owned(),
        command: row[2].to_owned(),
        folder: row[3].to_owned(),
    };
    row.captures_iter(&page).map(example).collect()
}

/// The codes that the commands on the page end with: a known and an unknown one.
const SHOWN: &str = " 3 57";

/// Runs the example of a folder, where the command `probe` finds what it needs.
fn run(folder: &str, probe: &str) {
    let example = examples().into_iter().find(|example| example.folder == folder);
    let example = example.unwrap_or_else(|| panic!("examples/README.md has no command for examples/{folder}"));
    let Some(_) = tool("sh", "dash") else { return };
    if !shell(probe).status.success() {
        return skip(&format!("examples/{folder}: `{probe}` fails; needed: {}", example.needed));
    }
    if names_another_library(&example.command) {
        return;
    }
    assert_eq!(library().shared.parent(), Some(&*target().join("release")), "the commands name this folder");
    if example.command.contains("target/dist") {
        release();
    }
    assert_prints(&example.command, &rows(&["3", "57"]));

    let steps = example.command.strip_suffix(SHOWN).expect("a command ends with the codes that it explains");
    let program = steps.rsplit(" && ").next().unwrap();
    assert_prints(&format!("{program} {}", golden_codes().join(" ")), &golden());
    assert_speaks(folder, program);
    let items = if folder == "c" { format!("{program} --") } else { program.to_owned() };
    assert_takes(&items, Numbers::new(folder));
    if cfg!(target_os = "linux") {
        assert_notices_what_it_cannot_write(program);
    }
    if LOAD.contains(&folder) {
        assert_misses_the_library(program);
    }
}

/// The examples that look for the library when they run. The others have it inside; `bindings/python.rs` tests Python's.
const LOAD: [&str; 6] = ["csharp", "java", "lua", "perl", "php", "ruby"];

/// In a folder where it is not, or a file that is none.
fn assert_misses_the_library(program: &str) {
    let place = plain_folder();
    for folder in ["examples", "include"] {
        copy(&root().join(folder), &place.path().join(folder));
    }
    for file in ["explain.exe", "Wv2Interrupt.dll"].map(|file| format!("target/csharp/{file}")) {
        if program.contains("csharp") {
            fs::create_dir_all(place.path().join("target/csharp")).unwrap();
            fs::copy(workplace().join(&file), place.path().join(file)).unwrap();
        }
    }
    let release = place.path().join("target/release");
    for is_there in [false, true] {
        if is_there {
            fs::create_dir_all(&release).unwrap();
            fs::write(release.join(library().shared.file_name().unwrap()), "no library").unwrap();
        }
        let output = sh(&format!("{program} 3")).current_dir(place.path()).output().unwrap();
        let complaint = on_stderr(&output);
        assert!(complaint.starts_with("explain: the library ") && complaint.lines().count() == 1, "{complaint}");
        assert_eq!((&*output.stdout, output.status.code()), (&b""[..], Some(2)), "{program}");
    }
}

/// The commands of the page name the static library as it is called everywhere but with Visual Studio. There this says so.
fn names_another_library(command: &str) -> bool {
    let another = command.contains("libwv2interrupt.a") && !library().archive.ends_with("libwv2interrupt.a");
    if another {
        skip(&format!("`{command}` is not for the library of this system"));
    }
    another
}

/// What a system says of the language that a person reads, `{}` being a locale, and the tag of the texts to show then.
const LOCALES: [(&str, &str, &str); 4] = [
    // The small form of I is no i there.
    ("LC_ALL={} LC_MESSAGES=de_DE.UTF-8 LANG=de_DE.UTF-8", "tr_TR.UTF-8", "tr"),
    ("LC_ALL= LC_MESSAGES={} LANG=de_DE.UTF-8", "ja_JP.UTF-8", "ja"),
    ("LC_ALL= LC_MESSAGES= LANG={}", "pt_PT.UTF-8@euro", "pt-PT"),
    ("LC_ALL={} LC_MESSAGES=de_DE.UTF-8 LANG=de_DE.UTF-8", "tlh_AQ.UTF-8", "en"),
];

/// The texts are in the person's language, and all else is the same.
fn assert_speaks(folder: &str, program: &str) {
    let known: Vec<String> = reasons().iter().map(i32::to_string).collect();
    for (variables, locale, tag) in LOCALES {
        let output = shell(&match program.strip_prefix("java ") {
            Some(rest) => format!("java {} {rest}", java_properties(locale)),
            None if folder == "c" => format!("{program} --language {tag}"),
            // Mono passes over LC_MESSAGES, and takes an empty variable for a locale.
            None if folder == "csharp" => format!("export LC_ALL={locale}; {program}"),
            None => format!("export {}; {program}", variables.replace("{}", locale)),
        });
        similar_asserts::assert_eq!(text(&output.stdout), rows_in(tag, &known), "{folder} in {locale}");
    }
}

/// Java takes a locale from the variables where it is installed, and puts it into these.
fn java_properties(locale: &str) -> String {
    let (language, country) = locale.split('.').next().unwrap().split_once('_').unwrap();
    format!("-Duser.language={language} -Duser.country={country}")
}

/// All programs take the same numbers, and name each other argument on a line of its own that does nothing to a terminal.
fn assert_takes(program: &str, numbers: Numbers) {
    let mut command = sh(&format!("{program} \"$@\""));
    command.arg("sh").args(numbers.taken.iter().map(|(text, _)| text)).args(&numbers.refused);
    let output = command.output().unwrap();
    let taken: Vec<String> = numbers.taken.iter().map(|(_, number)| number.to_string()).collect();
    similar_asserts::assert_eq!(text(&output.stdout), rows(&taken));
    assert_eq!(output.status.code(), Some(2));
    let complaints = on_stderr(&output);
    assert_eq!(complaints.lines().count(), numbers.refused.len(), "{complaints}");
    for (complaint, refused) in complaints.lines().zip(&numbers.refused) {
        let plain = refused.to_str().filter(|text| text.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
        let start = plain.map_or("explain: '".to_owned(), |text| format!("explain: '{text}' is not "));
        assert!(complaint.starts_with(&start) && complaint.contains("' is not "), "{refused:?}: {complaint}");
        let acts = |each: char| each.is_control() || DIRECTIONS.contains(&each) || each == char::REPLACEMENT_CHARACTER;
        assert!(!complaint.contains(acts), "{complaint:?}");
    }
}

/// What turns around the text that follows.
const DIRECTIONS: [char; 11] = [
    '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}',
    '\u{2068}', '\u{2069}',
];

/// A full disk and a closed output are an error of one line; a reader who goes away is none to speak of.
fn assert_notices_what_it_cannot_write(program: &str) {
    let many = " 3".repeat(1000);
    for ending in ["3 57 >&-", "3 57 >/dev/full", &format!("{many} >/dev/full")] {
        let output = shell(&format!("{program} {ending}"));
        let complaint = on_stderr(&output);
        assert_eq!(complaint, "explain: the output could not be written\n", "{program} {ending}");
        assert_eq!((output.stdout.len(), output.status.code()), (0, Some(1)), "{program} {ending}");
    }
    // More than fits into a pipe.
    let mut child = sh(&format!("{program}{many}"));
    // Where the system's errors are in another language, too.
    child.env("LC_ALL", "C.UTF-8").env("LANGUAGE", "de").stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().unwrap();
    let mut line = String::new();
    BufReader::with_capacity(1, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((&*line, &*on_stderr(&output)), (golden().split_inclusive('\n').next().unwrap(), ""));
    assert!(!output.status.success());
}

fn shell(command: &str) -> Output {
    sh(command).output().expect("a POSIX shell runs the commands")
}

fn sh(command: &str) -> Command {
    let mut shell = Command::new("sh");
    // Its cache goes where everything else goes that is built here.
    shell.args(["-c", command]).current_dir(workplace()).env("GOCACHE", target().join("go"));
    // What the person at this machine prefers comes before what is said here, and names errors in another language.
    shell.env_remove("LANGUAGE");
    // In plain C Java finds no file in a folder with an ü.
    shell.env("LC_ALL", if command.contains("java ") { "C.UTF-8" } else { "C" });
    shell
}

#[track_caller]
fn assert_prints(command: &str, expected: &str) {
    let output = shell(command);
    let complaint = on_stderr(&output);
    assert!(output.status.success(), "{command}\n{complaint}");
    similar_asserts::assert_eq!(text(&output.stdout), expected);
    assert_eq!(complaint, "", "{command}");
}

/// The header and the rows of these codes from the golden file, where one unknown code stands for all.
fn rows(codes: &[impl AsRef<str>]) -> String {
    rows_in("en", codes)
}

/// The same with the texts for people in another language, as the library has them.
fn rows_in(tag: &str, codes: &[impl AsRef<str>]) -> String {
    let language = api().find("language_find", tag);
    let golden = golden();
    let (header, rows) = golden.split_once('\n').unwrap();
    let columns: Vec<&str> = header.split('\t').collect();
    let row = |code: &str| {
        let texts_of = |code: &str| rows.lines().find(|row| row.split('\t').next() == Some(code));
        let cells = texts_of(code).or(texts_of("30")).unwrap().split('\t').zip(&columns);
        let cells: Vec<&str> = cells
            .map(|(cell, &column)| match column {
                "code" => code,
                "label" | "message" | "advice" => api().spoken(column, code.parse().unwrap(), language),
                _ => cell,
            })
            .collect();
        cells.join("\t") + "\n"
    };
    format!("{header}\n{}", codes.iter().map(|code| row(code.as_ref())).collect::<String>())
}

/// What it prints is looked at in `row.rs`.
#[test]
fn the_row_is_shown_as_the_page_says() {
    let command = &crate::docs::listings("examples/README.md", "sh")[1];
    assert!(command.contains("examples/c/row.c"), "{command}");
    let Some(_) = tool("sh", "dash") else { return };
    if names_another_library(command) {
        return;
    }
    let output = shell(command);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.starts_with(b"http page, http .zip"), "{}", String::from_utf8_lossy(&output.stdout));
}

/// The commands for Windows, with compilers that make programs for it here, from what a zip holds. The language of the screen
/// is under Wine that of the variables.
#[cfg(target_os = "linux")]
#[test]
fn programs_for_windows_run_under_wine() {
    let Some(gcc) = tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64") else { return };
    let Some(gxx) = tool("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64") else { return };
    let rustc_options = ["--target=x86_64-pc-windows-gnu", "-Clinker=x86_64-w64-mingw32-gcc"];
    let place = as_on_windows();
    crate::wine::wants(&gcc, &place.path().join("target/release"));
    let page = fs::read_to_string(root().join("examples/README.md")).unwrap();
    for (compiler, here, options, locales) in [
        ("gcc", gcc, &[][..], &[("C", "en")][..]),
        ("g++", gxx, &[], &[("C", "en"), ("tr_TR.UTF-8", "tr")]),
        ("rustc", "rustc".into(), &rustc_options, &[("C", "en"), ("tr_TR.UTF-8", "tr")]),
    ] {
        let row = |row: &str| Some(row.split_once(&format!("`{compiler} "))?.1.strip_suffix("` |")?.to_owned());
        let command = page.lines().filter(|line| line.contains('\\')).find_map(row).expect(compiler);
        let (build, program) = command.split_once(" && ").unwrap();
        let build = build.replace('\\', "/");
        ran(Command::new(here).args(options).args(build.split(' ')).current_dir(place.path()));
        for (locale, tag) in locales {
            let Some(mut cmd) = start(Path::new("cmd.exe")) else { return };
            let printed = ran(cmd.args(["/c", program]).current_dir(place.path()).env("LC_ALL", locale));
            similar_asserts::assert_eq!(text(&printed), rows_in(tag, &["3", "57"]), "{program} in {locale}");
        }
    }
}

/// The examples, and what is copied out of a zip as the page says.
#[cfg(target_os = "linux")]
fn as_on_windows() -> tempfile::TempDir {
    let place = plain_folder();
    for folder in ["examples", "include"] {
        copy(&root().join(folder), &place.path().join(folder));
    }
    let release = place.path().join("target/release");
    fs::create_dir_all(&release).unwrap();
    for (file, name) in [
        ("bin/wv2interrupt.dll", "wv2interrupt.dll"),
        ("lib/wv2interrupt.lib", "wv2interrupt.dll.lib"),
        ("lib/wv2interrupt_static.lib", "wv2interrupt.lib"),
    ] {
        fs::copy(x64().folder.join(file), release.join(name)).unwrap();
    }
    place
}

#[test]
fn c() {
    run("c", "cc --version");
}

#[test]
fn cpp() {
    run("cpp", "c++ --version");
}

#[test]
fn csharp() {
    run("csharp", "mcs --version && mono --version && unzip -v");
}

#[test]
fn d() {
    run("d", "ldc2 --version");
}

#[test]
fn go() {
    run("go", "go version && cc --version && unzip -v");
}

#[test]
fn java() {
    run("java", "javac --version && test -e /usr/share/java/jna.jar");
}

#[test]
fn javascript() {
    crate::windows::release();
    run("javascript", "node --version && npm --version");
}

#[test]
fn lua() {
    run("lua", "luajit -v");
}

#[test]
fn pascal() {
    run("pascal", "fpc -iV && unzip -v");
}

#[test]
fn perl() {
    run("perl", "perl -MFFI::Platypus -e 1");
}

#[test]
fn php() {
    run("php", "php -r 'exit(extension_loaded(\"ffi\") ? 0 : 1);'");
}

#[test]
fn python() {
    run("python", "python3 -c 'import ensurepip' && uname -sm | grep -qx 'Linux x86_64'");
}

#[test]
fn ruby() {
    run("ruby", "ruby -r fiddle/import -e 1");
}

#[test]
fn rust() {
    run("rust", "rustc --version");
}

#[test]
fn zig() {
    run("zig", "python3 -m ziglang version");
}

/// The folders that another test runs.
const ELSEWHERE: [&str; 2] = [
    "webview2-page", // tests/bindings/javascript.rs
    "webview2",      // tests/webview2.rs
];

#[test]
fn every_folder_is_run() {
    let entries = fs::read_dir(root().join("examples")).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap());
    let folders: BTreeSet<String> = folders.filter(|folder| !ELSEWHERE.contains(&folder.as_str())).collect();
    let run = Regex::new(r#"#\[test\]\nfn [a-z]+\(\) \{\n(?:    .+;\n)*    run\("([a-z]+)""#).unwrap();
    let run = run.captures_iter(include_str!("examples.rs")).map(|found| found[1].to_owned());
    assert_eq!(run.collect::<BTreeSet<_>>(), folders, "each folder has a test here");
    assert_eq!(examples().into_iter().map(|example| example.folder).collect::<BTreeSet<_>>(), folders);
}
