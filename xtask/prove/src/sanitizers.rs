//! C programs under AddressSanitizer, UndefinedBehaviorSanitizer, ThreadSanitizer and valgrind.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::programs::{compile, failure, folder, golden, name, output};
use crate::proof::{Form, Proof, Tried, tried};
use xtask::build::Library;
use xtask::{Error, build};

pub const PROOF: Proof = Proof {
    name: "sanitizers",
    shows: "The C example, built with AddressSanitizer and UndefinedBehaviorSanitizer, prints the golden file \
        and understands none of a list of bad inputs. It does the same under valgrind's memcheck, without an \
        error. A program that calls everything and nothing else allocates nothing under valgrind, where the \
        C example is seen to allocate. Eight threads that call everything at once, under ThreadSanitizer, \
        get what a single one gets.",
    in_short_form: true,
    run,
};

const EXAMPLE: &str = "examples/c/explain.c";
const VALGRIND: &str = "needed is valgrind (Debian: valgrind, libc6-dbg)";
const SANITIZERS: &str = "needed are the compiler's sanitizers (in Debian's gcc they are)";

/// What `explain` must refuse.
const BAD_INPUT: [&str; 13] = [
    "",
    " ",
    "0x",
    "0xg",
    "--1",
    "1e3",
    "2147483648",
    "-2147483649",
    "99999999999999999999999999",
    "FileFailedx",
    "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_",
    "File\tFailed",
    "\u{fffd}",
];

fn run(form: Form) -> Result<Vec<Tried>, Error> {
    let library = build::release()?;
    let mut rows = example(&library)?;
    rows.extend(memcheck(&library)?);
    rows.push(threads(&library, form)?);
    Ok(rows)
}

fn example(library: &Library) -> Result<Vec<Tried>, Error> {
    let flags = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    let program = compile("explain-sanitized", EXAMPLE, &flags, Some(library))?;
    let codes = print_golden(&mut Command::new(&program), SANITIZERS)?;
    let long = "FileFailed".repeat(10_000);
    for input in BAD_INPUT.into_iter().chain([long.as_str()]) {
        refuse(Command::new(&program).args(["--", input]))?;
    }
    let every_byte = folder()?.join("every-byte");
    fs::write(&every_byte, (1..=u8::MAX).flat_map(|byte| [byte; 300]).collect::<Vec<u8>>())?;
    refuse(Command::new(&program).arg("-").stdin(fs::File::open(every_byte)?))?;
    let refused = BAD_INPUT.len() as u64 + 2;
    Ok(vec![
        Tried { times: codes, what: "codes explained by the C example under ASan and UBSan".to_owned() },
        Tried { times: refused, what: "bad inputs refused by the C example under ASan and UBSan".to_owned() },
    ])
}

/// Runs `explain` over the golden codes. Returns how many there are.
fn print_golden(explain: &mut Command, needed: &str) -> Result<u64, Error> {
    let (codes, golden) = golden()?;
    let printed = output(explain.args(["--format", "tsv"]).args(&codes), needed)?.stdout;
    if printed != golden.as_bytes() {
        return Err(format!("{} did not print the golden file", name(explain)).into());
    }
    Ok(codes.len() as u64)
}

/// What a sanitizer ends with is another status than what `explain` ends with.
fn refuse(explain: &mut Command) -> Result<(), Error> {
    const NOT_UNDERSTOOD: i32 = 2;
    let output = explain.output()?;
    if output.status.code() == Some(NOT_UNDERSTOOD) { Ok(()) } else { Err(failure(explain, &output, SANITIZERS)) }
}

fn memcheck(library: &Library) -> Result<Vec<Tried>, Error> {
    let example = compile("explain", EXAMPLE, &[], Some(library))?;
    let calls = compile("calls", "tests/proof/calls.c", &[], Some(library))?;
    let codes = print_golden(&mut valgrind(&example), VALGRIND)?;
    if allocations(&example)? == 0 {
        return Err("valgrind does not see that the C example allocates".into());
    }
    let allocated = allocations(&calls)?;
    if allocated != 0 {
        return Err(format!("{allocated} allocations by the library").into());
    }
    Ok(vec![
        Tried { times: codes, what: "codes explained by the C example under valgrind".to_owned() },
        Tried { times: 1, what: "program that calls everything under valgrind: 0 allocations".to_owned() },
    ])
}

fn valgrind(program: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command.args(["--error-exitcode=9", "--leak-check=full", "--errors-for-leak-kinds=all"]).arg(program);
    command
}

fn allocations(program: &Path) -> Result<u64, Error> {
    let output = output(&mut valgrind(program), VALGRIND)?;
    let printed = String::from_utf8_lossy(&output.stderr);
    let count = printed.split_once("total heap usage: ").and_then(|(_, rest)| rest.split_once(" allocs"));
    Ok(count.ok_or("valgrind does not say how often was allocated")?.0.replace(',', "").parse()?)
}

fn threads(library: &Library, form: Form) -> Result<Tried, Error> {
    let program = compile("threads", "tests/proof/threads.c", &["-fsanitize=thread"], Some(library))?;
    let rounds = if form == Form::Long { "10000" } else { "500" };
    tried(Command::new(program).arg(rounds), SANITIZERS)
}
