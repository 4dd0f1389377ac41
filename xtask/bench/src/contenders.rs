//! What the library is measured against: the same look-ups in C and in Rust, made from one table, and other libraries that say
//! what a code means.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::programs::{folder, installed, output, source};
use xtask::{Error, build, root, run};

/// Everything that is built for the benchmarks.
pub struct Bench {
    pub ours: PathBuf,
    /// Ours, without the other languages.
    pub english: PathBuf,
    pub harness: PathBuf,
    pub compilers: Vec<&'static str>,
    /// What a call costs, by `bench_empty`.
    pub empty: PathBuf,
    /// Code to name, by `bench_name`.
    pub names: Vec<Contender>,
    /// Name to code, by `bench_find`.
    pub find: Vec<Contender>,
    pub std: PathBuf,
}

pub struct Contender {
    pub label: String,
    pub library: PathBuf,
}

/// Another library's function from a code to a text.
pub struct Peer {
    pub symbol: &'static str,
    pub library: &'static str,
    /// Where its codes are.
    pub codes: (i32, i32),
    /// Whether it may be asked for unknown codes: libuv allocates for each of them, and never frees.
    pub unknowns: bool,
}

pub const PEERS: [Peer; 8] = [
    peer("curl_easy_strerror", "libcurl.so.4", (0, 99), true),
    peer("sqlite3_errstr", "libsqlite3.so.0", (0, 28), true),
    peer("uv_strerror", "libuv.so.1", (-140, -1), false),
    peer("uv_err_name", "libuv.so.1", (-140, -1), false),
    peer("ZSTD_getErrorString", "libzstd.so.1", (0, 120), true),
    peer("nghttp2_strerror", "libnghttp2.so.14", (-540, -501), true),
    peer("strerrordesc_np", "libc.so.6", (1, 133), true),
    peer("strerrorname_np", "libc.so.6", (1, 133), true),
];

const fn peer(symbol: &'static str, library: &'static str, codes: (i32, i32), unknowns: bool) -> Peer {
    Peer { symbol, library, codes, unknowns }
}

const COMPILERS: [&str; 2] = ["gcc", "clang-19"];
pub const EMPTY: &str = "a call that does nothing";
pub const SWITCH: &str = "switch";
pub const TABLES: [&str; 2] = ["table of pointers", "table of offsets"];
pub const GPERF: &str = "gperf";
pub const STD: &str = "Rust with std";

const NAMES: [(&str, &str); 3] = [("switch.c", SWITCH), ("pointers.c", TABLES[0]), ("offsets.c", TABLES[1])];
const FIND: [(&str, &str); 3] = [("gperf.c", GPERF), ("linear.c", "linear strcasecmp"), ("binary.c", "binary search")];

pub fn all(ours: &Path) -> Result<Bench, Error> {
    let folder = folder();
    fs::create_dir_all(&folder)?;
    write_tables(&table()?)?;
    let compilers: Vec<&str> = COMPILERS.into_iter().filter(|compiler| installed(compiler)).collect();
    let Some(&first) = compilers.first() else {
        return Err(format!("a C compiler is needed: one of {}", COMPILERS.join(", ")).into());
    };
    let gperf = installed("gperf");
    let hash = output(Command::new("gperf").arg("-m100").arg(folder.join("names.gperf"))).or_else(|error| {
        // Without it, its rows are missing; in CI nothing may be.
        if std::env::var_os("CI").is_some() { Err(error) } else { Ok(String::new()) }
    })?;
    fs::write(folder.join("gperf.h"), hash)?;

    let empty = compile(first, "empty.c", "empty.so")?;
    let std = folder.join("std.so");
    let mut names = Vec::new();
    let mut find = Vec::new();
    for compiler in &compilers {
        let contender = |(file, label): (&str, &str)| {
            let library = compile(compiler, file, &format!("{compiler}-{file}.so"))?;
            Ok::<_, Error>(Contender { label: format!("{label}, {compiler} -O2"), library })
        };
        for name in NAMES {
            names.push(contender(name)?);
        }
        for name in FIND.into_iter().filter(|name| gperf || name.1 != GPERF) {
            find.push(contender(name)?);
        }
    }
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "--crate-type", "cdylib", "-C", "opt-level=3"]);
    rustc.env("BENCH_TABLE", folder.join("table.rs")).arg(source("std.rs")).arg("-o").arg(&std);
    run(&mut rustc, "rustup installs it")?;
    names.push(Contender { label: STD.to_owned(), library: std.clone() });
    find.push(Contender { label: STD.to_owned(), library: std.clone() });

    let harness = folder.join("harness");
    let mut command = Command::new(first);
    // Unrolled, because it is the calls that are measured and not the loop around them.
    command.args(["-O2", "-funroll-loops", "-Wall", "-Wextra", "-Werror"]).arg(source("harness.c"));
    run(command.arg("-o").arg(&harness).arg("-ldl"), "apt-get install gcc")?;
    let english = build::english()?.shared;
    Ok(Bench { ours: ours.to_owned(), english, harness, compilers, empty, names, find, std })
}

fn compile(compiler: &str, file: &str, library: &str) -> Result<PathBuf, Error> {
    let library = folder().join(library);
    let mut command = Command::new(compiler);
    command.args(["-O2", "-fPIC", "-shared", "-I"]).arg(folder()).arg(source(file)).arg("-o").arg(&library);
    run(&mut command, "apt-get install gcc clang-19")?;
    Ok(library)
}

/// The golden file: a row for each known reason, in order, and one for an unknown code.
fn table() -> Result<Vec<Vec<String>>, Error> {
    let file = fs::read_to_string(root().join("tests/golden/explain.tsv"))?;
    let rows = file.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect());
    let is_code = |(code, row): &(usize, Vec<String>)| row[0] == code.to_string();
    let mut rows: Vec<(usize, Vec<String>)> = rows.enumerate().collect();
    let known = rows.iter().take_while(|row| is_code(row)).count();
    rows.truncate(known + 1);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Columns of the golden file.
const NAME: usize = 1;
/// Name, symbol, label, message, advice, description.
const TEXTS: [usize; 6] = [NAME, 2, 7, 8, 9, 10];

fn write_tables(table: &[Vec<String>]) -> Result<(), Error> {
    let (unknown, known) = table.split_last().ok_or("the golden file has no rows")?;
    let mut rows = Vec::new();
    let mut offset = 0;
    for (code, row) in known.iter().enumerate() {
        rows.push((row[NAME].to_lowercase(), format!("X({code}, {:?}, {offset})", row[NAME])));
        offset += row[NAME].len() + 1;
    }
    let list = |rows: &[(String, String)]| rows.iter().map(|row| row.1.as_str()).collect::<Vec<_>>().join(" ");
    let mut header = format!("#define COUNT {}\n#define UNKNOWN_NAME {:?}\n", known.len(), unknown[NAME]);
    writeln!(header, "#define UNKNOWN_OFFSET {offset}\n#define REASONS(X) {}", list(&rows))?;
    rows.sort();
    writeln!(header, "#define SORTED(X) {}", list(&rows))?;
    fs::write(folder().join("table.h"), header)?;

    let mut keywords = fs::read_to_string(source("names.gperf"))?;
    for (code, row) in known.iter().enumerate() {
        writeln!(keywords, "{}, {code}", row[NAME])?;
    }
    fs::write(folder().join("names.gperf"), keywords)?;

    let literals = |row: &[String]| TEXTS.map(|column| format!("c{:?}", row[column])).join(", ");
    let mut rust = format!("static UNKNOWN: [&CStr; {}] = [{}];\n", TEXTS.len(), literals(unknown));
    writeln!(rust, "static ROWS: [[&CStr; {}]; {}] = [", TEXTS.len(), known.len())?;
    for row in known {
        writeln!(rust, "    [{}],", literals(row))?;
    }
    rust.push_str("];\n");
    Ok(fs::write(folder().join("table.rs"), rust)?)
}
