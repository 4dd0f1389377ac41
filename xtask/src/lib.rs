//! What `cargo xtask run` needs, and with it everything else that builds the library or a C program.

pub mod build;
pub mod c;
pub mod platform;

use std::ffi::OsString;
use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// Rust's name of the platform that these tools run on, and that cargo builds the library for unless it is told otherwise.
pub const TARGET: &str = env!("BUILT_FOR");

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The folder of what is built, which is `target` in the workspace unless cargo was told otherwise.
pub fn target() -> &'static Path {
    static TARGET: LazyLock<PathBuf> = LazyLock::new(|| build::target_folder().expect("cargo knows its target folder"));
    &TARGET
}

/// Runs a command to its end; an error names it and what is needed.
pub fn run(command: &mut Command, needed: &str) -> Result<(), Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} failed: {status}").into()),
        Err(error) => Err(format!("{program} could not be started ({error}): {needed}").into()),
    }
}

/// Copies a file to where a running program may have loaded the one that is there: that one stays what it is.
pub fn replace(from: &Path, to: &Path) -> Result<(), Error> {
    // What replaces it has a name that no other thread and no other process takes.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let mut new = to.as_os_str().to_owned();
    new.push(format!(".{}.{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
    fs::copy(from, &new)?;
    rename(new.as_ref(), to).map_err(|error| {
        let _ = fs::remove_file(&new);
        format!("{}: {error}", to.display()).into()
    })
}

/// Renames a file, over another where there is one. Windows refuses for a moment while somebody reads that one, as what looks for
/// viruses does, or replaces it too.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    const MOMENT: Duration = Duration::from_millis(20);
    let last = Instant::now() + 250 * MOMENT;
    loop {
        match fs::rename(from, to) {
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied && Instant::now() < last => {
                thread::sleep(MOMENT);
            }
            result => return result,
        }
    }
}

/// Writes to standard output; if that cannot be done, it is an error like any other.
pub fn print(text: impl Display) -> Result<(), Error> {
    let mut stdout = std::io::stdout();
    write!(stdout, "{text}").and_then(|()| stdout.flush()).map_err(|error| format!("standard output: {error}").into())
}

/// What a package was asked to do, and with which arguments: it is `cargo xtask` that asks.
pub fn asked() -> (String, Vec<OsString>) {
    let mut arguments = std::env::args_os().skip(1);
    let task = arguments.next().unwrap_or_default();
    (task.to_string_lossy().into_owned(), arguments.collect())
}

/// `cargo xtask` names every task that a package is asked for, so that only a person who runs the package gets here.
pub fn unknown(task: &str) -> Error {
    format!("there is no task {task:?} here: run `cargo xtask`").into()
}

/// Says what went wrong, in a line that begins with the name of the command.
pub fn exit(result: Result<(), Error>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
