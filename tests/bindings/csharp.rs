//! The assembly of the NuGet package, installed in an empty folder and used there: on Mono, and on .NET for Linux and, under
//! Wine, for Windows, each of which finds the library in its own way.

use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::json;
use tempfile::TempDir;
use zip::ZipArchive;

use crate::docs::listings;
use crate::row;
use crate::stranger::{
    api, golden, golden_codes, on_stderr, plain_folder, plain_target, root, skip, start, target, text, tool,
};
use crate::windows::{release, run};

const README: &str = "bindings/csharp/README.md";

/// What the wheels from PyPI hold: runtimes of .NET, and the SDK of WebView2.
struct Wheels {
    linux: PathBuf,
    windows: PathBuf,
    sdk: PathBuf,
}

/// None without them, which was said.
fn wheels() -> Option<&'static Wheels> {
    static WHEELS: LazyLock<Option<Wheels>> = LazyLock::new(|| {
        let linux = unpacked("dotnetcore2", "manylinux1_x86_64")?;
        let windows = unpacked("dotnetcore2", "win_amd64")?;
        let sdk = unpacked("dotnet_webview2_winforms", "win_amd64")?;
        let [linux, windows] = [(linux, "dotnet"), (windows, "dotnet.exe")]
            .map(|(folder, program)| folder.join("dotnetcore2/bin").join(program));
        #[cfg(unix)]
        fs::set_permissions(&linux, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        Some(Wheels { linux, windows, sdk: sdk.join("WebView2/Microsoft.Web.WebView2.Core.dll") })
    });
    WHEELS.as_ref()
}

/// A wheel of `target/wheels`, unpacked once.
fn unpacked(name: &str, platform: &str) -> Option<PathBuf> {
    let folder = target().join("wheels");
    let is_it = |file: &String| file.starts_with(&format!("{name}-")) && file.ends_with(&format!("-{platform}.whl"));
    let files = fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().file_name());
    let Some(wheel) = files.map(|file| file.into_string().unwrap()).find(is_it) else {
        skip(&format!("{name} for {platform} is not in {}: .ci/run says how it gets there", folder.display()));
        return None;
    };
    let to = plain_target().join("wheels").join(&wheel);
    if !to.exists() {
        let half = plain_target().join("wheels-half");
        ZipArchive::new(File::open(folder.join(wheel)).unwrap()).unwrap().extract(&half).unwrap();
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(half, &to).unwrap();
    }
    Some(to)
}

/// A folder with the installed package, in `packages/wv2interrupt`, and the examples that were compiled with it.
struct Place {
    folder: TempDir,
    mcs: PathBuf,
    mono: PathBuf,
}

const PACKAGE: &str = "packages/wv2interrupt";

/// None where a tool is missing, which was said.
fn place() -> Option<&'static Place> {
    static PLACE: LazyLock<Option<Place>> = LazyLock::new(|| {
        tool("nuget", "nuget")?;
        let (mcs, mono) = (tool("mcs", "mono-mcs")?, tool("mono", "mono-runtime")?);
        let folder = plain_folder();
        let package = release().package(".nupkg").expect("there is mcs");
        fs::copy(package, folder.path().join(package.file_name().unwrap())).unwrap();
        let [install, _] = the_page_s_line();
        let mut shell = Command::new("sh");
        // Its settings and its cache stay here.
        run(shell.args(["-c", &install]).current_dir(folder.path()).env("HOME", folder.path()));
        let place = Place { folder, mcs, mono };
        for (name, source) in [("explain", "Explain.cs"), ("row", "Row.cs")] {
            place.compile(name, &[root().join("examples/csharp").join(source)], &[]);
        }
        for beside in ["lib/net462/Wv2Interrupt.dll", "runtimes/linux-x64/native/libwv2interrupt.so"] {
            let beside = place.path().join(PACKAGE).join(beside);
            fs::copy(&beside, place.path().join(beside.file_name().unwrap())).unwrap();
        }
        Some(place)
    });
    PLACE.as_ref()
}

/// What bindings/README.md says of the installation, and of the use.
fn the_page_s_line() -> [String; 2] {
    let page = fs::read_to_string(root().join("bindings/README.md")).unwrap();
    let row = Regex::new(r"(?m)^\| C#.* \| `(.+)`, then `(.+)` \|$").unwrap();
    let row = row.captures(&page).expect("a row for C#");
    [row[1].to_owned(), row[2].to_owned()]
}

impl Place {
    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Makes a program here, without a warning. What it runs with on .NET lies beside it.
    fn compile(&self, name: &str, sources: &[PathBuf], arguments: &[&str]) {
        let mut mcs = Command::new(&self.mcs);
        mcs.args(["-langversion:7.2", "-warn:4", "-warnaserror+", &format!("-out:{name}.exe")]);
        mcs.arg(format!("-r:{PACKAGE}/lib/net462/Wv2Interrupt.dll")).args(arguments).args(sources);
        run(mcs.current_dir(self.path()));
        let write = |kind, text: serde_json::Value| {
            fs::write(self.path().join(format!("{name}.{kind}.json")), text.to_string()).unwrap()
        };
        write("runtimeconfig", runtime_configuration());
        write("deps", self.dependencies(name));
    }

    /// What the .NET SDK writes of a program and its package.
    fn dependencies(&self, name: &str) -> serde_json::Value {
        let version = api().version();
        let natives = fs::read_dir(self.path().join(PACKAGE).join("runtimes")).unwrap().map(|folder| {
            let rid = folder.unwrap().file_name().into_string().unwrap();
            let library = if rid.starts_with("win") { "wv2interrupt.dll" } else { "libwv2interrupt.so" };
            (format!("runtimes/{rid}/native/{library}"), json!({"rid": rid, "assetType": "native"}))
        });
        let natives: serde_json::Map<_, _> = natives.collect();
        assert_eq!(natives.len(), 4, "{natives:?}");
        let [program, package] = [format!("{name}/1.0.0"), format!("wv2interrupt/{version}")];
        json!({
            "runtimeTarget": {"name": ".NETCoreApp,Version=v3.1"},
            "targets": {".NETCoreApp,Version=v3.1": {
                &program: {"dependencies": {"wv2interrupt": version}, "runtime": {format!("{name}.exe"): {}}},
                &package: {"runtime": {"lib/netstandard2.0/Wv2Interrupt.dll": {}}, "runtimeTargets": natives},
            }},
            "libraries": {
                &program: {"type": "project", "serviceable": false, "sha512": ""},
                &package: {"type": "package", "serviceable": true, "sha512": "", "path": "wv2interrupt"},
            },
        })
    }

    /// A program, started on each runtime.
    fn on_each_runtime(&self, program: &str) -> Option<Vec<(&'static str, Command)>> {
        let wheels = wheels()?;
        let program = format!("{program}.exe");
        let mut mono = Command::new(&self.mono);
        mono.arg(&program);
        // From the package alone, as .NET finds it in the folder of all packages.
        let dotnet = |host: &Path| {
            let mut dotnet = start(host)?;
            dotnet.args(["exec", "--additionalprobingpath", "packages", &program]);
            Some(dotnet)
        };
        let mut runtimes = vec![
            ("Mono", mono),
            (".NET on Linux", dotnet(&wheels.linux)?),
            (".NET on Windows", dotnet(&wheels.windows)?),
        ];
        for (_, command) in &mut runtimes {
            command.current_dir(self.path()).env("LC_ALL", "C");
        }
        Some(runtimes)
    }
}

/// Of .NET Core 3.1, without the cultures that it takes from a library of the system.
fn runtime_configuration() -> serde_json::Value {
    json!({"runtimeOptions": {
        "framework": {"name": "Microsoft.NETCore.App", "version": "3.1.0"},
        "configProperties": {"System.Globalization.Invariant": true},
    }})
}

#[test]
fn the_line_of_the_page_explains_a_code() {
    let Some(place) = place() else { return };
    let [_, usage] = the_page_s_line();
    let source = place.path().join("Line.cs");
    fs::write(&source, format!("using System; static class Line {{ static void Main() {{ {usage} }} }}")).unwrap();
    place.compile("line", &[source], &[]);
    let Some(runtimes) = place.on_each_runtime("line") else { return };
    for (name, mut line) in runtimes {
        assert_eq!(text(&run(&mut line)), format!("{}\n", api().spoken("label", 3, 0)), "{name}");
    }
}

#[test]
fn explain_prints_the_golden_file() {
    let Some(place) = place() else { return };
    let Some(runtimes) = place.on_each_runtime("explain") else { return };
    for (name, mut explain) in runtimes {
        similar_asserts::assert_eq!(text(&run(explain.args(golden_codes()))), golden(), "{name}");
    }
}

#[test]
fn row_tells_the_stories() {
    let Some(place) = place() else { return };
    let waiting = fs::read_to_string(root().join("tests/data/waiting.tsv")).unwrap();
    for lines in [row::stories(), waiting] {
        for tag in ["de", "ar", "ja"] {
            let told = row::told(tag, &lines);
            let Some(runtimes) = place.on_each_runtime("row") else { return };
            for (name, mut row) in runtimes {
                similar_asserts::assert_eq!(text(&run(row.arg(tag).stdin(as_input(&lines)))), told, "{name}, {tag}");
            }
        }
    }
}

fn as_input(lines: &str) -> File {
    let mut input = tempfile::tempfile().unwrap();
    input.write_all(lines.as_bytes()).unwrap();
    input.rewind().unwrap();
    input
}

#[test]
fn row_names_what_is_no_report_and_no_language() {
    let Some(place) = place() else { return };
    let shown = row::told("en", "x\t1\t57\t2\t3\t1\n");
    // It reads a line of any length.
    for line in row::broken_reports().iter().filter(|line| line.len() < 1000) {
        let Some(runtimes) = place.on_each_runtime("row") else { return };
        let (_, mut row) = runtimes.into_iter().next().unwrap();
        let output =
            row.arg("tlh").stdin(as_input(&format!("# a comment\n{line}\nx\t1\t57\t2\t3\t1"))).output().unwrap();
        assert_eq!((text(&output.stdout), output.status.code()), (shown.clone(), Some(2)), "{line:?}");
        let complaints = on_stderr(&output);
        let complaints: Vec<&str> = complaints.lines().collect();
        assert!(complaints[0].starts_with("row: a language is a tag such as en"), "{complaints:?}");
        assert!(complaints[1].starts_with("row: line 2 is no report; its columns are: what\tstate"), "{complaints:?}");
        assert_eq!(complaints.len(), 2, "{complaints:?}");
    }
}

#[test]
fn row_tells_what_cannot_be_read_or_written() {
    let Some(place) = place() else { return };
    let failed = "row: the input could not be read, or the output not written\n";
    let lines = "x\t1\t57\t2\t3\t1\n";
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let Some(runtimes) = place.on_each_runtime("row") else { return };
    let (_, mut row) = runtimes.into_iter().next().unwrap();
    let output = row.stdin(as_input(lines)).stdout(full()).output().unwrap();
    assert_eq!((on_stderr(&output).as_str(), output.status.code()), (failed, Some(1)));
    // A folder can be opened, and not read.
    let output = row.stdin(File::open(root()).unwrap()).stdout(full()).output().unwrap();
    assert_eq!((on_stderr(&output).as_str(), output.status.code()), (failed, Some(1)));
}

#[test]
fn programs_say_that_the_library_is_missing() {
    let (Some(place), Some(wheels)) = (place(), wheels()) else { return };
    let folder = plain_folder();
    let assembly = ["Wv2Interrupt.dll".to_owned()];
    let files = ["explain", "row"].map(|name| [format!("{name}.exe"), format!("{name}.runtimeconfig.json")]);
    for file in files.as_flattened().iter().chain(&assembly) {
        fs::copy(place.path().join(file), folder.path().join(file)).unwrap();
    }
    for (host, name) in [&place.mono, &wheels.linux].into_iter().flat_map(|host| [(host, "explain"), (host, "row")]) {
        let mut command = Command::new(host);
        command.arg(format!("{name}.exe")).current_dir(folder.path()).stdin(as_input("x\t1\t57\t2\t3\t1\n"));
        let output = command.output().unwrap();
        let complaint = format!("{name}: the library wv2interrupt is not beside this program, or is not for it\n");
        assert_eq!((on_stderr(&output), output.status.code()), (complaint, Some(2)), "{}", host.display());
    }
}

/// What is asked, and how it must be answered, is in `csharp/Answers.cs`.
#[test]
fn answers_are_right_at_every_edge() {
    let Some(place) = place() else { return };
    place.compile("answers", &[root().join("tests/bindings/csharp/Answers.cs")], &[]);
    let Some(runtimes) = place.on_each_runtime("answers") else { return };
    for (name, mut answers) in runtimes {
        let asked: u32 = text(&run(answers.arg(api().version()))).trim().parse().unwrap();
        assert!(asked > 100, "{name}: {asked}");
    }
}

#[test]
fn every_public_member_is_described() {
    let Some(place) = place() else { return };
    let libraries = ["-r:System.Core.dll", "-r:System.Xml.dll", "-r:System.Xml.Linq.dll"];
    place.compile("documentation", &[root().join("tests/bindings/csharp/Documentation.cs")], &libraries);
    for framework in ["net462", "netstandard2.0"] {
        let mut mono = Command::new(&place.mono);
        mono.arg("documentation.exe").arg(format!("{PACKAGE}/lib/{framework}/Wv2Interrupt.xml"));
        let described: u32 = text(&run(mono.current_dir(place.path()))).trim().parse().unwrap();
        assert!(described > 100, "{described}");
    }
}

/// The SDK is of a program that has it beside itself, as here.
fn with_sdk() -> Option<(&'static Place, &'static str)> {
    // Once: another test may be reading it.
    static PLACE: LazyLock<Option<&Place>> = LazyLock::new(|| {
        let place = place()?;
        fs::copy(&wheels()?.sdk, place.path().join("Microsoft.Web.WebView2.Core.dll")).unwrap();
        Some(place)
    });
    Some(((*PLACE)?, "-r:Microsoft.Web.WebView2.Core.dll"))
}

/// Each value is compared in `csharp/Sdk.cs`.
#[test]
fn the_sdk_s_own_enumerations_are_taken() {
    let Some((place, sdk)) = with_sdk() else { return };
    place.compile("sdk", &[root().join("tests/bindings/csharp/Sdk.cs")], &[sdk]);
    let expected = api().reasons().count() + 3;
    let mono = Command::new(&place.mono).arg("sdk.exe").current_dir(place.path()).output().unwrap();
    assert_eq!(text(&mono.stdout).trim(), expected.to_string(), "{}", on_stderr(&mono));
}

/// Against the SDK, and with an operation in its place that can be told what to say.
#[test]
fn the_listings_of_the_readme_do_what_they_say() {
    let Some((place, sdk)) = with_sdk() else { return };
    let [handler, one] = &listings(README, "csharp")[..] else { panic!("two listings") };
    let window = format!(
        "using System;\nusing System.Collections.Generic;\nusing Microsoft.Web.WebView2.Core;\nusing Wv2Interrupt;\n\
         class Shown {{ internal string Text; }}\n\
         class Window {{\n\
         Shown label = new Shown(), message = new Shown(), advice = new Shown(), button = new Shown();\n\
         public override string ToString() => label.Text + \"|\" + message.Text + \"|\" + advice.Text + \"|\" + button.Text;\n\
         {}\nvoid Explain(CoreWebView2DownloadOperation download) {{\n{one}\n}}\n}}\n",
        handler.replace("void OnDownloadStarting", "internal void OnDownloadStarting")
    );
    let source = place.path().join("Window.cs");
    fs::write(&source, window).unwrap();
    let unused = "static class Program { static void Main() => new Window().ToString(); }";
    let main = place.path().join("Main.cs");
    fs::write(&main, unused).unwrap();
    place.compile("window", &[source.clone(), main], &[sdk]);

    // The SDK's enumerations, and not its operation.
    place.compile("handler", &[source, root().join("tests/bindings/csharp/Handler.cs")], &[sdk, "-nowarn:436"]);
    let mut mono = Command::new(&place.mono);
    let shown = text(&run(mono.arg("handler.exe").current_dir(place.path()).env("LC_ALL", "C")));
    let code = |function, name| (0..9).find(|&code| api().text(function, code) == name).unwrap();
    let [label, message, advice] = ["label", "message", "advice"].map(|text| api().spoken(text, 3, 0));
    let outcome = |name| api().spoken("outcome_label", code("outcome_name", name), 0);
    let action = |name| api().spoken("action_label", code("action_name", name), 0);
    let expected = [
        format!("{}|||{}\n", outcome("in_progress"), action("pause")),
        format!("{label}|{message}|{advice}|{}\n", action("resume")),
        format!("{}|||{}\n", outcome("in_progress"), action("pause")),
        format!("{}|||{}\n", outcome("completed"), action("open")),
    ];
    similar_asserts::assert_eq!(shown, expected.concat());
}

#[test]
fn the_handler_of_the_main_readme_compiles() {
    let Some((place, sdk)) = with_sdk() else { return };
    let [handler] = &listings("README.md", "csharp")[..] else { panic!("one listing") };
    let (using, members) = handler.split_once("\n\n").unwrap();
    let page = format!(
        "using System;\nusing Microsoft.Web.WebView2.Core;\n{using}\n\
         class Page {{\n\
         void Show(string label, string message, string advice) => Console.WriteLine(label + message + advice);\n\
         void ShowButton(DownloadAction action, string caption) => Console.WriteLine(action + caption);\n\
         {members}\nstatic void Main() => new Page().OnStateChanged(null);\n}}\n"
    );
    let source = place.path().join("Page.cs");
    fs::write(&source, page).unwrap();
    place.compile("page", &[source], &[sdk]);
}

/// Of those that exist in UTF-16 too, that one.
#[test]
fn each_exported_function_is_used() {
    let folder = root().join("bindings/csharp");
    let sources =
        ["Native.cs", "Reason.cs", "CodeExtensions.cs", "DownloadRow.cs", "LoadedLibrary.cs", "TextLanguage.cs"];
    let [native, others] = [&sources[..1], &sources[1..]]
        .map(|files| files.iter().map(|file| fs::read_to_string(folder.join(file)).unwrap()).collect::<String>());
    let exports = fs::read_to_string(root().join("tests/exports.txt")).unwrap();
    for export in exports.lines().filter(|export| !exports.lines().any(|other| other == format!("{export}_utf16"))) {
        assert!(native.contains(&format!(" {export}(")), "{export} is not declared");
        assert!(others.contains(&format!("Native.{export}(")), "{export} is not used");
    }
}

/// Wherever and whenever that is done.
#[test]
fn the_assembly_is_compiled_to_the_same_bytes() {
    let Some(place) = place() else { return };
    let folder = tempfile::tempdir().unwrap();
    for file in packaging::managed::compile(&place.mcs, folder.path()).unwrap() {
        for framework in ["net462", "netstandard2.0"] {
            let packed = place.path().join(PACKAGE).join("lib").join(framework).join(file.file_name().unwrap());
            assert!(fs::read(&file).unwrap() == fs::read(&packed).unwrap(), "{} differs", packed.display());
        }
    }
}

/// A program of .NET Framework with packages.config. What was built for any processor then runs on .NET, which is told nothing of
/// packages: so the assembly looks for its library as it does on .NET Framework.
#[test]
fn a_program_for_any_processor_takes_the_library_of_its_own() {
    let Some(place) = place() else { return };
    let Some(wheels) = wheels() else { return };
    let Some(xbuild) = tool("xbuild", "mono-xbuild") else { return };
    let project = crate::packages::consumer("framework", &["csharp/Explain.cs"]);
    crate::stranger::copy(&place.path().join("packages"), &project.path().join("packages"));
    let libraries = |platform: &str| {
        let mut found = fs::read_dir(project.path().join(platform).join("runtimes")).unwrap();
        let mut names = Vec::new();
        while let Some(Ok(folder)) = found.next() {
            let name = folder.file_name().into_string().unwrap();
            let inside = format!("runtimes/{name}/native/wv2interrupt.dll");
            let [built, packed] = [project.path().join(platform), place.path().join(PACKAGE)]
                .map(|it| fs::read(it.join(&inside)).unwrap());
            assert!(built == packed, "{platform}: {inside}");
            names.push(name);
        }
        names.sort();
        names
    };
    for (platform, expected) in [
        ("AnyCPU", &["win-arm64", "win-x64", "win-x86"][..]),
        ("x86", &["win-x86"]),
        ("x64", &["win-x64"]),
        ("ARM64", &["win-arm64"]),
    ] {
        // Mono's compiler knows no ARM64.
        let goal = if platform == "ARM64" { "_CopyDeployFilesToOutputDirectory" } else { "Build" };
        let mut build = Command::new(&xbuild);
        build.args(["/nologo", "/verbosity:minimal", "consumer.csproj", "/p:NoCompilerStandardLib=false"]);
        run(build.args([format!("/p:PlatformTarget={platform}"), format!("/t:{goal}")]).current_dir(project.path()));
        assert_eq!(libraries(platform), expected, "{platform}");
    }
    let any = project.path().join("AnyCPU");
    fs::write(any.join("explain.runtimeconfig.json"), runtime_configuration().to_string()).unwrap();
    // As .NET's SDK puts one there for a program of .NET Framework that is for no processor.
    for beside in [None, Some("win-x86"), Some("win-x64")] {
        if let Some(rid) = beside {
            let library = any.join(format!("runtimes/{rid}/native/wv2interrupt.dll"));
            fs::copy(library, any.join("wv2interrupt.dll")).unwrap();
        }
        let Some(mut explain) = start(&wheels.windows) else { return };
        let printed = run(explain.arg("explain.exe").args(golden_codes()).current_dir(&any).env("LC_ALL", "C"));
        similar_asserts::assert_eq!(text(&printed), golden(), "{beside:?}");
    }
}
