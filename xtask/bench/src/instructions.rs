//! Instructions a call, counted by callgrind: the same in every run.

use std::process::Command;

use crate::contenders::Bench;
use crate::page::{Goal, Page};
use crate::programs::{folder, installed, output};
use xtask::Error;

/// What a call may take at most.
const GOALS: [(&str, &str, u64); 3] = [("name", "3", 7), ("name", "57", 7), ("language_find", "en-GB", 300)];
const TIMES: u64 = 100;

/// Function and arguments.
const CALLS: [(&str, &str, &str); 20] = [
    ("name", "3", "0"),
    ("name", "57", "0"),
    ("name_utf16", "3", "0"),
    ("symbol", "3", "0"),
    ("description", "3", "0"),
    ("category", "3", "0"),
    ("recovery", "3", "0"),
    ("category_name", "3", "0"),
    ("outcome_name", "3", "0"),
    ("to_chromium", "3", "0"),
    ("from_chromium", "40", "0"),
    ("label", "3", "0"),
    ("label_utf16", "3", "0"),
    ("message", "3", "-1"),
    ("outcome_label", "3", "0"),
    ("outcome", "1", "3"),
    ("from_name", "FileNoSpace", "0"),
    ("from_name", "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE", "0"),
    ("language_find", "en", "0"),
    ("language_find", "en-GB", "0"),
];

pub fn count(bench: &Bench, page: &mut Page) -> Result<(), Error> {
    page.section("Instructions a call", "Counted by callgrind, the return included.");
    if !installed("valgrind") {
        if std::env::var_os("CI").is_some() {
            return Err("valgrind is not installed (Debian: valgrind)".into());
        }
        page.table(&["call", "instructions"], &[vec!["valgrind is not installed".into(), String::new()]]);
        return Ok(());
    }
    let mut rows = Vec::new();
    for (function, first, second) in CALLS {
        let instructions = instructions(bench, function, [first, second])?;
        let arguments = match first.parse::<i32>() {
            Err(_) => format!("\"{first}\""),
            Ok(_) if TWO.contains(&function) => format!("{first}, {second}"),
            Ok(_) => first.to_owned(),
        };
        let call = format!("`{function}({arguments})`");
        if let Some((_, _, most)) = GOALS.iter().find(|goal| (goal.0, goal.1) == (function, first)) {
            page.goal(Goal {
                what: format!("{call}: at most {most} instructions"),
                measured: instructions.to_string(),
                met: instructions <= *most,
                otherwise: "Read the function with `objdump -d`.",
                certain: true,
            });
        }
        rows.push(vec![call, instructions.to_string()]);
    }
    page.table(&["call", "instructions"], &rows);
    Ok(())
}

/// The functions of two numbers.
const TWO: [&str; 5] = ["label", "label_utf16", "message", "outcome_label", "outcome"];

fn instructions(bench: &Bench, function: &str, arguments: [&str; 2]) -> Result<u64, Error> {
    let symbol = format!("wv2_interrupt_{function}");
    let log = folder().join("callgrind.log");
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command.arg(format!("--toggle-collect={symbol}")).arg(format!("--log-file={}", log.display()));
    command.arg(&bench.harness).arg("call").arg(&bench.ours).arg(&symbol).arg(TIMES.to_string()).args(arguments);
    output(&mut command)?;
    let log = std::fs::read_to_string(log)?;
    let collected = log.lines().find_map(|line| line.split_once("Collected : ")).ok_or("callgrind counted nothing")?;
    Ok(collected.1.trim().parse::<u64>()? / TIMES)
}
