//! `cargo xtask`: what this repository does besides `cargo build` and `cargo test`. `run` is done here; every other task
//! by a package of its own, so that the first command compiles little.

use std::ffi::{OsStr, OsString};
use std::process::{Command, ExitCode};

use xtask::{Error, build, c, root};

struct Task {
    name: &'static str,
    arguments: &'static str,
    does: &'static str,
    /// Who does it; nobody else for `run`.
    package: Option<&'static str>,
}

const TASKS: &[Task] = &[
    task("run", "[ARGUMENTS...]", "build the library and the C example, and run it", None),
    task("header", "", "write include/wv2interrupt.h", Some("generate")),
    task("bindings", "", "write the constants of bindings/", Some("generate")),
    task("docs", "", "write docs/reasons.md and docs/c.md", Some("generate")),
    task("site", "", "make the documentation a site in target/site", Some("packaging")),
    task("abi", "", "write the ABI of a release to tests/abi", Some("generate")),
    task("dist", "", "make the release archives in target/dist", Some("packaging")),
    task("page", "", "make the look-up page in target/page", Some("packaging")),
    task("install", "--prefix FOLDER [--destdir FOLDER] [--force]", "install the library", Some("packaging")),
    task("uninstall", "--prefix FOLDER [--destdir FOLDER]", "remove exactly that", Some("packaging")),
    task("webview2", "", "build the WebView2 host of examples/webview2 in target/webview2", Some("webview2")),
    task("gallery", "[TAG FILE]", "take the pictures of its gallery for docs, or one in a language", Some("webview2")),
    task("bench", "[--short]", "measure speed and size, write docs/benchmarks.md; --short only looks", Some("bench")),
    task(
        "drift",
        "[--bindings FILE] [--assembly FILE]",
        "say what is new in the newest SDK of WebView2",
        Some("drift"),
    ),
    task("prove", "[--short] [NAME...]", "try to make the library misbehave, write docs/proof.md", Some("prove")),
];

const fn task(name: &'static str, arguments: &'static str, does: &'static str, package: Option<&'static str>) -> Task {
    Task { name, arguments, does, package }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let name = arguments.next();
    let arguments: Vec<OsString> = arguments.collect();
    let result = match name {
        Some(name) if asks_for_help(&name) || name == "help" => help(),
        Some(name) => match TASKS.iter().find(|task| name == task.name) {
            Some(Task { package: None, .. }) => run(arguments),
            Some(_) if arguments.iter().any(|argument| asks_for_help(argument)) => help(),
            Some(Task { arguments: "", .. }) if !arguments.is_empty() => {
                return misunderstood(&format!("{} takes no arguments, not {:?}", name.display(), arguments[0]));
            }
            Some(Task { package: Some(package), .. }) => delegate(package, &name, arguments),
            None => return misunderstood(&format!("there is no task {name:?}")),
        },
        None => return misunderstood("a task is missing"),
    };
    result.unwrap_or_else(|error| xtask::exit(Err(error)))
}

fn asks_for_help(argument: &OsStr) -> bool {
    argument == "--help" || argument == "-h"
}

fn help() -> Result<ExitCode, Error> {
    xtask::print(usage())?;
    Ok(ExitCode::SUCCESS)
}

fn misunderstood(why: &str) -> ExitCode {
    eprint!("xtask: {why}\n{}", usage());
    ExitCode::from(2)
}

fn usage() -> String {
    let mut usage = String::from("usage: cargo xtask TASK [ARGUMENTS...]\n");
    for Task { name, arguments, does, .. } in TASKS {
        usage += &format!("  {:<46}{does}\n", format!("{name} {arguments}"));
    }
    usage
}

/// A `--` before the arguments is cargo's habit, not one of them.
fn run(arguments: Vec<OsString>) -> Result<ExitCode, Error> {
    let program = c::explain(&build::release()?)?;
    let mut arguments = arguments.into_iter().peekable();
    arguments.next_if(|first| first == "--");
    end_as(Command::new(program).args(arguments))
}

fn delegate(package: &str, task: &OsStr, arguments: Vec<OsString>) -> Result<ExitCode, Error> {
    let mut cargo = build::command();
    cargo.args(["run", "--quiet", "--package", package, "--manifest-path"]).arg(root().join("Cargo.toml"));
    end_as(cargo.arg("--").arg(task).args(arguments))
}

/// Ends as the program ends.
fn end_as(program: &mut Command) -> Result<ExitCode, Error> {
    std::process::exit(program.status()?.code().unwrap_or(1))
}
