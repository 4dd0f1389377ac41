//! The Go module: used from its archive, on Linux, and as Windows code under Wine.

use std::fs;
use std::path::Path;
use std::process::Command;

use regex::Regex;
use tempfile::TempDir;

use super::zips::{archive, explains, line_of_the_table, tells_what_c_tells, unpack};
use crate::docs::listings;
use crate::stranger::{on_stderr, plain_folder, root, start, target, text, tool};
use crate::windows::run;

const PROGRAMS: [&str; 2] = ["explain", "row"];

/// What Go calls the processors of the DLLs. The first is the one that Wine has.
const PROCESSORS: [&str; 3] = ["amd64", "386", "arm64"];

/// Nothing comes from elsewhere, and the cache goes where everything else goes that is built here.
fn on_its_own(command: &mut Command) -> &mut Command {
    command.env("GOPROXY", "off").env("GOFLAGS", "").env("GOWORK", "off").env("GOCACHE", target().join("go"))
}

/// Go with arguments, in a folder.
fn go(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("go");
    on_its_own(command.args(arguments).current_dir(folder));
    command
}

/// The same, for Windows, where it needs no compiler of C.
fn go_for_windows(processor: &str, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = go(folder, arguments);
    command.env("GOOS", "windows").env("GOARCH", processor).env("CGO_ENABLED", "0");
    command
}

/// A folder with the unpacked module and the examples, which use it as the README says. None without Go, which was said.
fn stranger() -> Option<TempDir> {
    tool("go", "golang-go")?;
    let folder = plain_folder();
    unpack("go", folder.path());
    for program in PROGRAMS {
        let source = format!("{program}.go");
        fs::copy(root().join("examples/go").join(&source), folder.path().join(source)).unwrap();
    }
    run(&mut go(folder.path(), &["mod", "init", "example"]));
    let edit = listings("bindings/go/README.md", "sh")[0].lines().nth(1).unwrap().to_owned();
    run(Command::new("sh").args(["-c", &edit]).current_dir(folder.path()));
    Some(folder)
}

#[test]
fn programs_on_linux_say_what_c_says() {
    let Some(folder) = stranger() else { return };
    for program in PROGRAMS {
        run(&mut go(folder.path(), &["build", &format!("{program}.go")]));
    }
    explains(Command::new(folder.path().join("explain")));
    tells_what_c_tells(|| Command::new(folder.path().join("row")));
}

#[test]
fn programs_for_windows_say_what_c_says_under_wine() {
    let Some(folder) = stranger() else { return };
    let folder = folder.path();
    for processor in PROCESSORS {
        for program in PROGRAMS {
            let (program, source) = (format!("{program}-{processor}.exe"), format!("{program}.go"));
            run(&mut go_for_windows(processor, folder, &["build", "-o", &program, &source]));
        }
    }
    let dll = folder.join("wv2interrupt-go/dll/amd64/wv2interrupt.dll");
    let [explain, row] = PROGRAMS.map(|program| folder.join(format!("{program}-amd64.exe")));
    for (program, name) in [(&explain, "explain"), (&row, "row")] {
        let Some(mut command) = start(program) else { return };
        // The DLL is neither looked for in the current folder nor on the path.
        command.current_dir(dll.parent().unwrap()).env("WINEPATH", dll.parent().unwrap());
        let output = command.output().unwrap();
        assert_eq!((output.status.code(), &*text(&output.stdout)), (Some(2), ""));
        let complaint = on_stderr(&output);
        let said =
            Regex::new(&format!(r"^{name}: wv2interrupt: .:\\.*\\wv2interrupt\.dll could not be loaded: .+\.\n$"));
        assert!(said.unwrap().is_match(&complaint), "{complaint}");
    }
    fs::copy(&dll, folder.join("wv2interrupt.dll")).unwrap();
    explains(start(&explain).unwrap());
    tells_what_c_tells(|| start(&row).unwrap());
}

/// Where a test is made, no DLL is.
#[test]
fn its_own_tests_pass_under_wine() {
    let Some(folder) = stranger() else { return };
    let module = folder.path().join("wv2interrupt-go");
    run(&mut go_for_windows("amd64", &module, &["test", "-c", "-o", "test.exe"]));
    let Some(mut test) = start(&module.join("test.exe")) else { return };
    test.current_dir(&module);
    let without = test.output().unwrap();
    assert_eq!((without.status.code(), on_stderr(&without).contains("panic:")), (Some(1), false), "{without:?}");
    assert_eq!(text(&run(test.env("WV2INTERRUPT_DLL", r"dll\amd64\wv2interrupt.dll"))), "PASS\n");
    // A DLL of Windows, and no file.
    for other in [r"C:\windows\system32\version.dll", "missing.dll"] {
        let output = test.env("WV2INTERRUPT_DLL", other).output().unwrap();
        let complaint = on_stderr(&output);
        assert_eq!((output.status.code(), complaint.lines().count()), (Some(1), 1), "{complaint}");
        assert!(complaint.contains(other.rsplit('\\').next().unwrap()), "{complaint}");
    }
}

#[test]
fn it_may_be_vendored_or_in_a_workspace() {
    let Some(folder) = stranger() else { return };
    let run = |arguments: &[&str]| run(go(folder.path(), arguments).env_remove("GOWORK"));
    run(&["mod", "vendor"]);
    run(&["build", "-mod=vendor", "-o", "vendored", "explain.go"]);
    fs::remove_dir_all(folder.path().join("vendor")).unwrap();
    run(&["mod", "edit", "-dropreplace=wv2interrupt", "-droprequire=wv2interrupt"]);
    run(&["work", "init", "."]);
    run(&["work", "use", "./wv2interrupt-go"]);
    run(&["build", "-o", "in-a-workspace", "explain.go"]);
    for program in ["vendored", "in-a-workspace"] {
        explains(Command::new(folder.path().join(program)));
    }
}

#[test]
fn the_line_of_the_table_installs_it() {
    let Some(_) = tool("go", "golang-go") else { return };
    let Some(_) = tool("unzip", "unzip") else { return };
    let [install, import, answer] = line_of_the_table("Go").try_into().unwrap();
    let folder = plain_folder();
    fs::copy(archive("go"), folder.path().join(archive("go").file_name().unwrap())).unwrap();
    run(&mut go(folder.path(), &["mod", "init", "example"]));
    run(Command::new("sh").args(["-c", &install]).current_dir(folder.path()));
    let program = format!("package main\n\nimport \"fmt\"\n{import}\n\nfunc main() {{ fmt.Println({answer}) }}\n");
    fs::write(folder.path().join("main.go"), program).unwrap();
    let mut program = go(folder.path(), &["run", "."]);
    program.env_remove("LANGUAGE").env("LC_ALL", "de_DE.UTF-8");
    assert_eq!(text(&run(&mut program)), "Datenträger voll\n");
}

#[test]
fn the_program_of_its_readme_runs() {
    let Some(folder) = stranger() else { return };
    fs::write(folder.path().join("main.go"), &listings("bindings/go/README.md", "go")[0]).unwrap();
    let said = text(&run(go(folder.path(), &["run", "main.go"]).env("LC_ALL", "C")));
    assert!(
        said.starts_with("Disk full There was not") && said.ends_with("Resume\nFileNoSpace true Disk full\n"),
        "{said}"
    );
}

#[test]
fn go_s_own_tools_find_nothing() {
    let Some(folder) = stranger() else { return };
    let Some(gofmt) = tool("gofmt", "golang-go") else { return };
    let ill = run(Command::new(gofmt).arg("-l").args(["bindings/go", "examples/go"]).current_dir(root()));
    assert_eq!(text(&ill), "", "gofmt -w");
    let module = folder.path().join("wv2interrupt-go");
    run(&mut go(&module, &["test", "."]));
    run(&mut go(&module, &["vet", "."]));
    for processor in PROCESSORS {
        run(&mut go_for_windows(processor, &module, &["vet", "."]));
    }
    for program in PROGRAMS {
        run(&mut go(folder.path(), &["vet", &format!("{program}.go")]));
        run(&mut go_for_windows("amd64", folder.path(), &["vet", &format!("{program}.go")]));
    }
}

fn sources() -> Vec<(String, String)> {
    let files = fs::read_dir(root().join("bindings/go")).unwrap().map(|file| file.unwrap().path());
    let sources = files.filter(|file| file.extension().is_some_and(|extension| extension == "go"));
    sources.map(|file| (file.display().to_string(), fs::read_to_string(&file).unwrap())).collect()
}

#[test]
fn every_function_is_called_on_every_system() {
    let source = |name: &str| fs::read_to_string(root().join("bindings/go").join(name)).unwrap();
    let (windows, cgo) = (source("library_windows.go"), source("library_cgo.go"));
    for export in fs::read_to_string(root().join("tests/exports.txt")).unwrap().lines() {
        // Go's texts are UTF-8.
        let name = export.strip_prefix("wv2_interrupt_").unwrap().trim_end_matches("_utf16");
        assert!(windows.contains(&format!("newProc(\"{name}\")")), "{name}");
        assert!(cgo.contains(&format!("C.wv2_interrupt_{name}(")), "{name}");
    }
}

#[test]
fn what_is_public_is_documented_and_has_no_type_of_c() {
    let public = Regex::new(r"^(\t|type |const |var |func (\(.*?\) )?)([A-Z][A-Za-z]*)( |\()").unwrap();
    let mut count = 0;
    for (file, source) in sources().iter().filter(|(file, _)| !file.ends_with("_test.go")) {
        let lines: Vec<&str> = source.lines().collect();
        for pair in lines.windows(2) {
            let Some(found) = public.captures(pair[1]) else { continue };
            assert!(pair[0].trim_start().starts_with("//"), "{file}: {} is not documented", &found[3]);
            assert!(!pair[1].split('{').next().unwrap().contains("C."), "{file}: {}", pair[1]);
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}
