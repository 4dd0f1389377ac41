//! What the tests share: the built library, and the tools that some of them need.

use std::collections::BTreeMap;
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX, EXE_SUFFIX};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use library::Api;
use regex::Regex;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use xtask::build::{self, Library};
use xtask::c::{self, Language};

pub use library::UNKNOWN;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    alone();
    xtask::root()
}

/// The folder of what is built.
pub fn target() -> &'static Path {
    alone();
    xtask::target()
}

/// Holds up the tests while others run in the same target folder, until those end: they build and read the same files.
pub fn alone() {
    if prebuilt().is_some() {
        return;
    }
    static LOCK: LazyLock<File> = LazyLock::new(|| {
        let lock = File::create(xtask::target().join("tests.lock")).unwrap();
        if lock.try_lock().is_err() {
            eprintln!("waiting for other tests that run in {}", xtask::target().display());
            lock.lock().unwrap();
        }
        lock
    });
    LazyLock::force(&LOCK);
}

/// An empty folder whose path other people's tools cope with: CMake gives a linker the folder of a library in words that a
/// comma breaks, and a shell breaks at spaces what pkg-config prints.
pub fn plain_folder() -> TempDir {
    if cfg!(windows) || is_plain(&std::env::temp_dir()) { TempDir::new() } else { TempDir::new_in("/tmp") }.unwrap()
}

/// A folder of that kind which the tests share, and which stays.
pub fn plain_target() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    if cfg!(windows) || is_plain(folder) {
        return folder.to_owned();
    }
    let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    Path::new("/tmp").join(format!("wv2interrupt-tests-{:02x}{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2], hash[3]))
}

fn is_plain(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(byte))
}

/// Where the commands of the pages are run as they stand: they name the folder `target`. It is a copy of what they need where
/// cargo builds in another folder.
pub fn workplace() -> &'static Path {
    static PLACE: LazyLock<PathBuf> = LazyLock::new(|| {
        if target() == root().join("target") {
            return root().to_owned();
        }
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workplace");
        if place.exists() {
            fs::remove_dir_all(&place).unwrap();
        }
        for folder in ["examples", "include", "packaging", "tests/data"] {
            copy(&root().join(folder), &place.join(folder));
        }
        link(target(), &place.join("target")).unwrap();
        place
    });
    &PLACE
}

#[cfg(unix)]
fn link(folder: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(folder, link)
}

#[cfg(windows)]
fn link(folder: &Path, link: &Path) -> std::io::Result<()> {
    junction::create(folder, link)
}

/// The release library, built as a plain `cargo build --release` builds it, or prebuilt.
pub fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| match prebuilt() {
        Some(folder) => Library {
            shared: folder.join(format!("{DLL_PREFIX}wv2interrupt{DLL_SUFFIX}")),
            archive: folder.join(if cfg!(windows) { "wv2interrupt.lib" } else { "libwv2interrupt.a" }),
            import: cfg!(windows).then(|| folder.join("wv2interrupt.dll.lib")),
        },
        None => {
            alone();
            build::release().unwrap()
        }
    });
    &LIBRARY
}

/// The folder that `WV2INTERRUPT_PREBUILT` names: see CONTRIBUTING.md.
fn prebuilt() -> Option<PathBuf> {
    std::env::var_os("WV2INTERRUPT_PREBUILT").map(PathBuf::from)
}

/// The C example.
pub fn explain() -> &'static Path {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| match prebuilt() {
        Some(folder) => executable(&folder, "explain"),
        None => c::explain(library()).unwrap(),
    });
    &PROGRAM
}

/// The release library that speaks English alone.
pub fn english() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
        alone();
        build::english().unwrap()
    });
    &LIBRARY
}

/// The release library, opened.
pub fn api() -> &'static Api {
    static API: LazyLock<Api> = LazyLock::new(|| Api::open(&library().shared).unwrap());
    &API
}

/// The system's compiler, and clang: each makes a command to which arguments are added.
pub fn compilers(language: Language) -> Vec<Box<dyn Fn() -> Command>> {
    let mut compilers: Vec<Box<dyn Fn() -> Command>> = Vec::new();
    let system = c::compiler(language).unwrap();
    if system.is_like_msvc() {
        skip("the system's compiler does not take gcc's arguments");
    } else if tool(&system.path().to_string_lossy(), "gcc, g++").is_some() {
        compilers.push(Box::new(move || system.to_command()));
    }
    if let Some(clang) = tool(if language == Language::Cpp17 { "clang++-19" } else { "clang-19" }, "clang-19") {
        compilers.push(Box::new(move || Command::new(&clang)));
    }
    compilers
}

/// A program that a test needs. Without it the test says so and ends; in CI it fails.
pub fn tool(name: &str, package: &str) -> Option<PathBuf> {
    let found = which::which(name).ok();
    if found.is_none() {
        skip(&format!("{name} is not installed (Debian: {package})"));
    }
    found
}

/// Says on the terminal, past the capture of a test's output, what is not tested and why. In CI, where the variable of that name
/// is not empty, everything has to be there.
pub fn skip(why: &str) {
    assert!(std::env::var_os("CI").is_none_or(|ci| ci.is_empty()), "nothing is skipped in CI: {why}");
    skip_even_in_ci(why);
}

/// For the few things that CI cannot do.
pub fn skip_even_in_ci(why: &str) {
    let mut stderr = std::io::stderr();
    writeln!(stderr, "skipped: {why}").unwrap();
}

/// Git in a folder. None without git, or where the sources are no checkout of ours, which was said.
pub fn git(folder: &Path) -> Option<Command> {
    let git = tool("git", "git")?;
    let mut in_root = Command::new(&git);
    if !in_root.args(["rev-parse", "--verify", "HEAD"]).current_dir(root()).output().unwrap().status.success() {
        skip("the sources are no git checkout of this user");
        return None;
    }
    let mut command = Command::new(git);
    command.current_dir(folder);
    Some(command)
}

/// Python. On Windows `python3` may be a program that leads to a shop.
pub fn python() -> Option<PathBuf> {
    let names = if cfg!(windows) { ["python", "py"] } else { ["python3", "python"] };
    let runs = |python: &PathBuf| Command::new(python).arg("--version").output().is_ok_and(|it| it.status.success());
    let found = names.iter().filter_map(|name| which::which(name).ok()).find(runs);
    if found.is_none() {
        skip("Python 3 is not installed (Debian: python3)");
    }
    found
}

/// A program in a folder, as its system names it.
pub fn executable(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{EXE_SUFFIX}"))
}

/// Starts a program, one for Windows elsewhere under Wine. None without Wine, which was said.
pub fn start(program: &Path) -> Option<Command> {
    if cfg!(windows) || program.extension().is_none_or(|extension| extension != "exe") {
        return Some(Command::new(program));
    }
    let mut command = wine()?;
    command.arg(program);
    Some(command)
}

/// What a program printed, with the ends of lines that its system has.
pub fn text(printed: &[u8]) -> String {
    String::from_utf8_lossy(printed).replace("\r\n", "\n")
}

/// What a program said on stderr, without what Wine says there of itself: a thread that outlives its process by a moment tells
/// that it does not reach Wine's server any more.
pub fn on_stderr(output: &Output) -> String {
    static OF_WINE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)^wine client error:.*\n?").unwrap());
    OF_WINE.replace_all(&text(&output.stderr), "").into_owned()
}

#[test]
fn what_wine_says_of_itself_is_left_out() {
    for of_wine in ["", "wine client error:114: ", "wine client error:1c: write: Bad file descriptor\n"] {
        let stderr = format!("row: 'wine client error:' is no report\r\n{of_wine}").into_bytes();
        let output = Output { status: Default::default(), stdout: Vec::new(), stderr };
        assert_eq!(on_stderr(&output), "row: 'wine client error:' is no report\n");
    }
}

/// Wine, with a prefix of its own that is made once.
fn wine() -> Option<Command> {
    static PREFIX: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
        let prefix = target().join("wine");
        let made = wine_in(&prefix)?.args(["wineboot", "--init"]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Some(prefix)
    });
    wine_in(PREFIX.as_ref()?)
}

fn wine_in(prefix: &Path) -> Option<Command> {
    let mut command = Command::new(tool("wine", "wine64")?);
    // Without the offers to install Mono and Gecko.
    command.env("WINEPREFIX", prefix).env("WINEDEBUG", "-all").env("WINEDLLOVERRIDES", "mscoree,mshtml=");
    Some(command)
}

/// Copies what the library is built from.
pub fn copy_sources(to: &Path) {
    for file in
        ["Cargo.toml", "Cargo.lock", "build.rs", "build", ".cargo", "layout.ld", "core", "src", "tests", "xtask"]
    {
        copy(&root().join(file), &to.join(file));
    }
}

pub fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        // Without its mode: what is copied is changed, also where the sources are for reading only.
        fs::write(to, fs::read(from).unwrap()).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// Changes the one place in a file where `old` is.
pub fn edit(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{old}");
    fs::write(file, text.replace(old, new)).unwrap();
}

/// Codes that no version of WebView2 will use, at every edge.
pub const UNKNOWN_CODES: [i32; 8] = [-1, 30, 31, 128, 256, 65536, i32::MIN, i32::MAX];

pub fn reasons() -> Vec<i32> {
    api().reasons().collect()
}

/// Every reason, and one unknown code.
pub fn reasons_and_unknown() -> Vec<i32> {
    api().reasons().chain([UNKNOWN]).collect()
}

/// What `explain --format tsv` prints for `golden_codes`.
pub fn golden() -> String {
    std::fs::read_to_string(root().join("tests/golden/explain.tsv")).unwrap()
}

pub fn golden_codes() -> Vec<String> {
    reasons().into_iter().chain([-1, 30, i32::MIN, i32::MAX]).map(|code| code.to_string()).collect()
}

/// The facts behind the table, by code, as they were gathered: see `data/reasons.tsv`.
pub fn facts() -> Vec<Fact> {
    let file = std::fs::read_to_string(root().join("tests/data/reasons.tsv")).unwrap();
    let facts: Vec<Fact> = file.lines().skip(1).map(Fact::parse).collect();
    assert_eq!(facts.len(), 30);
    facts
}

/// The reasons that Chromium alone has, by number, each with its name and what it means: see `data/chromium-only.tsv`.
pub fn chromium_only() -> BTreeMap<i32, (String, String)> {
    let file = std::fs::read_to_string(root().join("tests/data/chromium-only.tsv")).unwrap();
    let rows = file.lines().skip(2).map(|line| line.split('\t').collect::<Vec<_>>());
    let reasons: BTreeMap<_, _> =
        rows.map(|row| (row[0].parse().unwrap(), (row[1].to_owned(), row[2].to_owned()))).collect();
    assert_eq!(reasons.len(), 3);
    reasons
}

pub struct Fact {
    pub code: i32,
    pub name: String,
    pub symbol: String,
    pub category: String,
    pub recovery: String,
    pub outcome: String,
    pub chromium_code: i32,
    pub chromium_name: String,
    pub documented: String,
}

impl Fact {
    fn parse(line: &str) -> Self {
        let columns: Vec<&str> = line.split('\t').collect();
        let [code, name, symbol, category, recovery, outcome, chromium_code, chromium_name, documented] = columns[..]
        else {
            panic!("nine columns are needed: {line}");
        };
        Self {
            code: code.parse().unwrap(),
            name: name.into(),
            symbol: symbol.into(),
            category: category.to_lowercase(),
            recovery: recovery.to_lowercase(),
            outcome: outcome.to_lowercase(),
            chromium_code: chromium_code.parse().unwrap(),
            chromium_name: chromium_name.into(),
            documented: documented.into(),
        }
    }
}
