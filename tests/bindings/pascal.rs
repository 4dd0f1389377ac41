//! The Pascal unit: used from its archive with Free Pascal, on Linux, and as Windows code under Wine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use regex::Regex;
use tempfile::TempDir;

use super::zips::{archive, explains, line_of_the_table, tells_what_c_tells, unpack};
use crate::docs::listings;
use crate::stranger::{plain_folder, plain_target, root, skip, start, text, tool};
use crate::windows::run;

/// Hints, notes and warnings are errors.
const CLEAN: [&str; 2] = ["-vewnh", "-Sewnh"];

/// The processor's compiler alone, without what /etc says of it.
const COMPILER: &str = "ppcx64";

/// A folder with the unpacked unit and the examples. None without the compiler, which was said.
fn stranger() -> Option<TempDir> {
    tool("fpc", "fp-compiler")?;
    let folder = plain_folder();
    unpack("pascal", folder.path());
    for source in fs::read_dir(root().join("examples/pascal")).unwrap().map(|source| source.unwrap().path()) {
        fs::copy(&source, folder.path().join(source.file_name().unwrap())).unwrap();
    }
    Some(folder)
}

#[test]
fn programs_on_linux_say_what_c_says() {
    let Some(folder) = stranger() else { return };
    for program in ["explain", "row"] {
        let mut fpc = Command::new("fpc");
        fpc.args(CLEAN).args(["-Fuwv2interrupt-pascal", "-Flwv2interrupt-pascal/linux64", &format!("{program}.pas")]);
        run(fpc.current_dir(folder.path()));
    }
    explains(Command::new(folder.path().join("explain")));
    tells_what_c_tells(|| Command::new(folder.path().join("row")));
}

#[test]
fn programs_for_windows_say_what_c_says_under_wine() {
    let Some(folder) = stranger() else { return };
    let Some(units) = &*UNITS_FOR_WINDOWS else { return };
    for program in ["explain", "row"] {
        let mut compiler = Command::new(COMPILER);
        compiler.args(["-n", "-Twin64"]).args(CLEAN).arg(format!("-Fu{}", units.display()));
        run(compiler.args(["-Fuwv2interrupt-pascal", &format!("{program}.pas")]).current_dir(folder.path()));
    }
    let dll = folder.path().join("wv2interrupt-pascal/win64/wv2interrupt.dll");
    fs::copy(dll, folder.path().join("wv2interrupt.dll")).unwrap();
    let [explain, row] = ["explain.exe", "row.exe"].map(|program| folder.path().join(program));
    let Some(explain) = start(&explain) else { return };
    explains(explain);
    tells_what_c_tells(|| start(&row).unwrap());
}

/// What every program for Windows has of the run-time library, compiled from its sources: Debian has it for Linux alone.
static UNITS_FOR_WINDOWS: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let version = text(&run(Command::new(tool("fpc", "fp-compiler")?).arg("-iV")));
    let sources = Path::new("/usr/share/fpcsrc").join(version.trim()).join("rtl");
    if !sources.exists() || which::which(COMPILER).is_err() {
        skip(&format!("{COMPILER} or {} is not there (Debian: fp-compiler, fpc-source)", sources.display()));
        return None;
    }
    let units = plain_target().join("fpc-win64");
    fs::create_dir_all(&units).unwrap();
    let compile = |unit: &str, option: &str| {
        let mut compiler = Command::new(COMPILER);
        compiler.args(["-n", "-Twin64", "-Sg", "-v0", option]).current_dir(sources.join("win64"));
        for folder in ["inc", "x86_64", "win", "win/wininc", "objpas", "objpas/sysutils"] {
            compiler.args(["-Fi", "-Fu"].map(|kind| format!("{kind}../{folder}")));
        }
        run(compiler.arg(format!("-FU{}", units.display())).arg(unit));
    };
    compile("system.pp", "-Us");
    for unit in ["sysinit.pp", "../win/sysutils.pp", "../inc/fpintres.pp", "windows.pp"] {
        compile(unit, &format!("-Fu{}", units.display()));
    }
    Some(units)
});

#[test]
fn the_line_of_the_table_installs_it() {
    let Some(_) = tool("fpc", "fp-compiler") else { return };
    let Some(_) = tool("unzip", "unzip") else { return };
    let [install, uses, statements] = line_of_the_table("Pascal").try_into().unwrap();
    let folder = plain_folder();
    fs::copy(archive("pascal"), folder.path().join(archive("pascal").file_name().unwrap())).unwrap();
    let program = format!(
        "{{$mode delphi}}\n{uses}\nvar\n  Reason: TWv2Reason;\n  Text: UnicodeString;\nbegin\n  {statements}\n  \
         WriteLn(UTF8Encode(Text));\nend.\n"
    );
    fs::write(folder.path().join("program.pas"), program).unwrap();
    run(Command::new("sh").args(["-c", &install]).current_dir(folder.path()));
    let mut program = Command::new(folder.path().join("program"));
    assert_eq!(text(&run(program.env("LC_ALL", "C"))), "Disk full\n");
}

#[test]
fn the_program_of_its_readme_runs() {
    let Some(folder) = stranger() else { return };
    fs::write(folder.path().join("usage.pas"), &listings("bindings/pascal/README.md", "pascal")[0]).unwrap();
    let mut fpc = Command::new("fpc");
    fpc.args(CLEAN).args(["-Fuwv2interrupt-pascal", "-Flwv2interrupt-pascal/linux64", "usage.pas"]);
    run(fpc.current_dir(folder.path()));
    let said = text(&run(Command::new(folder.path().join("usage")).env("LC_ALL", "C")));
    assert!(said.starts_with("Disk full: There was not"), "{said}");
    assert!(said.ends_with(" [Resume]\nFileNoSpace: Disk full\n"), "{said}");
}

fn source() -> String {
    fs::read_to_string(root().join("bindings/pascal/Wv2Interrupt.pas")).unwrap()
}

/// Its texts are UTF-16, save the version, which has no other form.
#[test]
fn every_function_is_called() {
    let exports = fs::read_to_string(root().join("tests/exports.txt")).unwrap();
    for export in exports.lines() {
        let utf16 = format!("{}_utf16", export.trim_end_matches("_utf16"));
        let name = if exports.lines().any(|each| each == utf16) { utf16 } else { export.to_owned() };
        let used = Regex::new(&format!(r"\b{name}\b")).unwrap().find_iter(&source()).count();
        assert_eq!(used, 2, "{name} is declared and called");
    }
}

#[test]
fn what_is_public_is_documented_and_begins_as_nothing_else_does() {
    let source = source();
    let public = source.split("implementation").next().unwrap().replace("  private\n", "@").replace("  public\n", "@");
    // Every other part is what is private.
    let public: String = public.split('@').step_by(2).collect();
    let lines: Vec<&str> = public.lines().collect();
    let mut count = 0;
    for pair in lines.windows(2) {
        let declared = pair[1].trim_start();
        let is_constant = pair[1].starts_with("  wv");
        let is_type = declared.contains(" = record");
        let is_function =
            ["function ", "procedure ", "class function ", "property "].iter().any(|it| declared.starts_with(it));
        if is_type || is_constant || is_function {
            assert!(pair[0].trim_start().starts_with("///"), "{declared} is not documented");
            count += 1;
        }
        if pair[1].starts_with("  ") && !pair[1].starts_with("   ") && declared.contains(" = ") {
            assert!(declared.starts_with("wv") || declared.starts_with("TWv2"), "{declared}");
        }
        if pair[1].starts_with("function ") {
            assert!(declared.starts_with("function Wv2"), "{declared}");
        }
    }
    assert!(count > 100, "{count}");
}
