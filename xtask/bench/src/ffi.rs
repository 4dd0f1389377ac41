//! What the same call costs from other languages.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::contenders::Bench;
use crate::effort::Effort;
use crate::page::Page;
use crate::programs::{folder, installed, output, source};
use crate::statistics::median;
use library::Api;
use xtask::{Error, run, target};

const KOFFI: &str = "koffi@3.3.4";

pub fn calls(bench: &Bench, api: &Api, effort: &Effort, page: &mut Page) -> Result<(), Error> {
    let folder = folder().join("ffi");
    fs::create_dir_all(&folder)?;
    let beside = folder.join("libwv2interrupt.so");
    xtask::replace(&bench.ours, &beside)?;
    let c = c(bench, api, effort)?;
    let mut rows = vec![vec!["C".to_owned(), format!("{c:.1}"), "1".to_owned(), format!("{c:.1}")]];
    for (label, command) in
        [("Python, ctypes", python()), ("Node, koffi", node()), ("C# on Mono, P/Invoke", mono(&folder))]
    {
        let Some((mut command, path)) = command? else {
            rows.push(vec![label.to_owned(), "not installed".into(), String::new(), String::new()]);
            continue;
        };
        if path {
            command.arg(&beside);
        }
        let (rounds, calls) = effort.foreign;
        command.args([rounds, calls].map(|number| number.to_string()));
        let printed = output(&mut command)?;
        let mut columns = [Vec::new(), Vec::new()];
        for line in printed.lines() {
            for (column, field) in columns.iter_mut().zip(line.split(' ')) {
                column.push(field.parse::<f64>()?);
            }
        }
        let [pointer, text] = columns.each_ref().map(|column| median(column));
        rows.push(vec![label.to_owned(), format!("{pointer:.0}"), format!("{:.0}", pointer / c), format!("{text:.0}")]);
    }
    page.section(
        "From other languages",
        "`wv2_interrupt_name` of random codes, in nanoseconds: the bare pointer, how many times that of C, and the text as a string \
         of the language.",
    );
    page.table(&["", "pointer", "times C", "text"], &rows);
    Ok(())
}

fn c(bench: &Bench, api: &Api, effort: &Effort) -> Result<f64, Error> {
    let mut command = Command::new(&bench.harness);
    command.arg("names").arg(effort.rounds.to_string()).arg("C").arg(&bench.ours);
    let last = (api.constant("count") - 1).to_string();
    let printed = output(command.args(["wv2_interrupt_name", "0", &last, "1"]))?;
    let random = printed.lines().next().ok_or("the harness printed nothing")?;
    let rounds = random.split('\t').skip(2).map(str::parse).collect::<Result<Vec<f64>, _>>()?;
    Ok(median(&rounds))
}

/// A command, and whether it takes the library's path; none where the language is not installed.
type Caller = Result<Option<(Command, bool)>, Error>;

fn python() -> Caller {
    let mut command = Command::new("python3");
    command.arg(source("ffi/call.py"));
    Ok(installed("python3").then_some((command, true)))
}

fn node() -> Caller {
    if !installed("node") || !installed("npm") {
        return Ok(None);
    }
    // Where CI puts it, for the examples.
    let modules = target().join("node_modules");
    if !modules.join("koffi").exists() {
        let mut npm = Command::new("npm");
        npm.args(["install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(target()).arg(KOFFI);
        run(&mut npm, "apt-get install npm")?;
    }
    let mut command = Command::new("node");
    command.env("NODE_PATH", modules).arg(source("ffi/call.js"));
    Ok(Some((command, true)))
}

fn mono(folder: &Path) -> Caller {
    if !installed("mcs") || !installed("mono") {
        return Ok(None);
    }
    let program = folder.join("Call.exe");
    let mut mcs = Command::new("mcs");
    mcs.arg("-optimize+").arg(format!("-out:{}", program.display())).arg(source("ffi/Call.cs"));
    run(&mut mcs, "apt-get install mono-mcs")?;
    let mut command = Command::new("mono");
    command.env("LD_LIBRARY_PATH", folder).arg(program);
    Ok(Some((command, false)))
}
