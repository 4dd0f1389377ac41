//! `cargo xtask`: what this repository does besides `cargo build` and `cargo test`.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use xtask::{Error, abi, bench, build, c, dist, docs, gallery, header, install, nuget, prove, root, webview2};

const USAGE: &str = "usage: cargo xtask run [ARGUMENTS...]   build the library and the C example, and run it
       cargo xtask header               write include/wv2interrupt.h
       cargo xtask docs                 write docs/reasons.md
       cargo xtask dist                 make the release archives in target/dist
       cargo xtask bench [--short]      measure speed and size, and write docs/benchmarks.md (--short: only look)
       cargo xtask install --prefix FOLDER [--destdir FOLDER]
       cargo xtask uninstall --prefix FOLDER [--destdir FOLDER]
       cargo xtask webview2             build the WebView2 host of examples/webview2 in target/webview2
       cargo xtask gallery [TAG FILE]   take the pictures of its gallery for docs, or one in a language for FILE
       cargo xtask abi                  write the ABI of a release to tests/abi
       cargo xtask prove [NAME...]      try to make the library misbehave, write docs/proof.md; --short as CI does";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next();
    let result = match task.as_deref() {
        Some("run") => run(arguments),
        Some("header") => header::generate().and_then(|text| Ok(fs::write(header::path(), text)?)),
        Some("dist") => dist(),
        Some("bench") => match arguments.next().as_deref() {
            None => bench::bench(false),
            Some("--short") => bench::bench(true),
            Some(other) => Err(format!("bench takes --short and nothing else, not {other}").into()),
        },
        Some("install") => install::install(arguments),
        Some("uninstall") => install::uninstall(arguments),
        Some("webview2") => webview2::host().map(|program| println!("{}", program.display())),
        Some("prove") => prove::prove(arguments),
        Some("gallery") => gallery(&arguments.collect::<Vec<_>>()),
        Some("abi") => abi::snapshot(root()).and_then(|text| Ok(fs::write(abi::path(), text)?)),
        Some("docs") => docs::generate().and_then(|text| Ok(fs::write(docs::path(), text)?)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Ends as the example ends. A `--` before the arguments is cargo's habit, not one of them.
fn run(arguments: impl Iterator<Item = String>) -> Result<(), Error> {
    let program = c::explain(&build::release()?)?;
    let mut arguments = arguments.peekable();
    arguments.next_if(|first| first == "--");
    let status = Command::new(program).args(arguments).status()?;
    std::process::exit(status.code().unwrap_or(1))
}

fn dist() -> Result<(), Error> {
    for package in dist::dist()? {
        println!("{}", package.archive.display());
    }
    println!("{}", nuget::path().display());
    Ok(())
}

fn gallery(arguments: &[String]) -> Result<(), Error> {
    match arguments {
        [] => gallery::PICTURES.iter().try_for_each(|(tag, file)| gallery::write(tag, &root().join(file))),
        [tag, file] => gallery::write(tag, Path::new(file)),
        _ => Err("gallery takes a language and a file, or nothing".into()),
    }
}
