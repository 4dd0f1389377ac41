//! Builds with other linkers, in other profiles, for other targets and in a folder with an odd name; in English alone, to be
//! quick. Each gives the golden answers, needs nothing, and has its texts where nothing is executed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use goblin::elf::Elf;
use packaging::archive;
use tempfile::TempDir;
use xtask::build::{self, Library};
use xtask::c::{self, Language};

use crate::hardening::texts_are_apart;
use crate::packages::prints_the_golden_file;
use crate::stranger::{copy_sources, golden, golden_codes, root, skip, tool};
use crate::windows::run;

/// The names that docs/environments.md has for what is tried here.
const LINKERS: [(&str, &str, &str, &str); 4] = [
    ("GNU ld", "bfd", "ld.bfd", "binutils"),
    ("gold", "gold", "ld.gold", "binutils"),
    ("lld", "lld", "cc", "gcc"),
    ("mold", "mold", "mold", "mold"),
];

const PROFILES: [(&str, &[(&str, &str)]); 3] = [
    ("`RUSTFLAGS` set to nothing", &[("RUSTFLAGS", "")]),
    ("LTO off, 16 codegen units", &[LTO_OFF, UNITS]),
    ("LTO off, 16 codegen units, `opt-level = 0`", &[LTO_OFF, UNITS, ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")]),
];
const LTO_OFF: (&str, &str) = ("CARGO_PROFILE_RELEASE_LTO", "off");
const UNITS: (&str, &str) = ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");

/// Debian's cross compilers, whose names begin with the second word, and QEMU's processors.
const PROCESSORS: [(&str, &str, &str); 3] = [
    ("aarch64-unknown-linux-gnu", "aarch64-linux-gnu", "qemu-aarch64"),
    ("i686-unknown-linux-gnu", "i686-linux-gnu", "qemu-i386"),
    ("riscv64gc-unknown-linux-gnu", "riscv64-linux-gnu", "qemu-riscv64"),
];
const MUSL: &str = "x86_64-unknown-linux-musl";
const FREEBSD: &str = "x86_64-unknown-freebsd";
const WASM: &str = "wasm32-unknown-unknown";
const ODD_FOLDER: &str = "a comma, a space, 'quotes\" and ü";

/// Builds in a folder of the test's own, and returns the one in which the files are.
fn build(test: &str, target: Option<&str>, variables: &[(&str, &str)]) -> PathBuf {
    build_in(root(), &Path::new(env!("CARGO_TARGET_TMPDIR")).join("environments").join(test), target, variables)
}

fn build_in(sources: &Path, folder: &Path, target: Option<&str>, variables: &[(&str, &str)]) -> PathBuf {
    run(&mut cargo(sources, folder, target, variables));
    folder.join(target.unwrap_or_default()).join("release")
}

fn cargo(sources: &Path, folder: &Path, target: Option<&str>, variables: &[(&str, &str)]) -> Command {
    let mut cargo = build::command();
    cargo.args(["build", "--release", "--no-default-features", "--package", build::PACKAGE]);
    // What the user has set, or the cargo that runs us, is another environment.
    for variable in ["CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "CARGO_BUILD_TARGET"] {
        cargo.env_remove(variable);
    }
    // What it says is read here, and the user may want it colored.
    cargo.current_dir(sources).env("CARGO_TERM_COLOR", "never").arg("--target-dir").arg(folder);
    if let Some(target) = target {
        cargo.args(["--target", target]).env(linker_variable(target), "rust-lld");
    }
    cargo.envs(variables.iter().copied());
    cargo
}

fn linker_variable(target: &str) -> String {
    format!("CARGO_TARGET_{}_LINKER", target.to_uppercase().replace('-', "_"))
}

/// A program with each kind of the library, both of which print the golden file. The static one is as `install` leaves it.
fn answers(built: &Path) {
    let folder = TempDir::new().unwrap();
    let [shared, fixed, slim] = ["shared", "static", "slim.a"].map(|name| folder.path().join(name));
    archive::slim(&built.join("libwv2interrupt.a"), &slim).unwrap();
    let library = Library { shared: built.join("libwv2interrupt.so"), archive: slim, import: None };
    let source = root().join("examples/c/explain.c");
    c::link_shared(&[&source], &shared, &library, Language::C99).unwrap();
    c::link_static(&[&source], &fixed, &library, Language::C99).unwrap();
    for program in [shared, fixed] {
        prints_the_golden_file(Command::new(program), true);
    }
}

/// What holds for an ELF file wherever it was linked, and where the compiler optimises as it does by default.
fn is_sound(built: &Path, relocated: bool) {
    let data = fs::read(built.join("libwv2interrupt.so")).unwrap();
    let elf = Elf::parse(&data).unwrap();
    assert_eq!(elf.soname, Some("libwv2interrupt.so.1"));
    assert!(elf.libraries.is_empty(), "{:?}", elf.libraries);
    assert!(elf.dynsyms.iter().skip(1).all(|symbol| !symbol.is_import()), "something is imported");
    let relocations = elf.dynrelas.len() + elf.dynrels.len() + elf.pltrelocs.len();
    assert!(relocated || relocations == 0, "{relocations} relocations");
    texts_are_apart(&data);
}

#[test]
fn any_linker_serves() {
    for (_, linker, program, package) in LINKERS {
        let Some(_) = tool(program, package) else { continue };
        let built = build("linkers", None, &[("RUSTFLAGS", &format!("-Clink-arg=-fuse-ld={linker}"))]);
        is_sound(&built, false);
        answers(&built);
    }
}

#[test]
fn any_profile_serves() {
    for (_, variables) in PROFILES {
        let built = build("profiles", None, variables);
        is_sound(&built, true);
        answers(&built);
    }
}

#[test]
fn any_folder_serves() {
    let folder = TempDir::new().unwrap();
    let sources = folder.path().join(ODD_FOLDER);
    fs::create_dir(&sources).unwrap();
    copy_sources(&sources);
    let built = build_in(&sources, &sources.join("target"), None, &[]);
    is_sound(&built, false);
    answers(&built);
}

/// False, which was said, where the standard library of a target is not installed.
fn has(target: &str) -> bool {
    let folder = run(Command::new("rustc").args(["--print", "target-libdir", "--target", target]));
    let found = Path::new(String::from_utf8(folder).unwrap().trim()).exists();
    if !found {
        skip(&format!("there is no standard library for {target} (`rustup target add {target}`)"));
    }
    found
}

/// With the linker that comes with Rust, and then with GNU ld, which is not taken for the one before.
#[test]
fn other_processors_give_the_golden_answers() {
    for (target, prefix, emulator) in PROCESSORS {
        let gcc = format!("{prefix}-gcc");
        let (Some(_), Some(emulator)) = (tool(&gcc, &format!("gcc-{prefix}")), tool(emulator, "qemu-user")) else {
            continue;
        };
        if !has(target) {
            continue;
        }
        for linker in ["rust-lld", &gcc] {
            let built = build("targets", Some(target), &[(&linker_variable(target), linker)]);
            is_sound(&built, false);
            for (library, flags) in [("libwv2interrupt.so", &[][..]), ("libwv2interrupt.a", &["-static"])] {
                let folder = TempDir::new().unwrap();
                let program = compile(&gcc, &built.join(library), flags, folder.path());
                let mut command = Command::new(&emulator);
                command.args(["-L", &format!("/usr/{prefix}")]).arg(program);
                prints_the_golden_file(command, true);
            }
        }
    }
}

/// The C example, beside a library that it looks for there.
fn compile(compiler: &str, library: &Path, flags: &[&str], folder: &Path) -> PathBuf {
    let (program, beside) = (folder.join("explain"), folder.join("libwv2interrupt.so.1"));
    fs::copy(library, &beside).unwrap();
    let mut command = Command::new(compiler);
    command.arg("-I").arg(root().join("include")).arg(root().join("examples/c/explain.c"));
    run(command.arg(library).args(flags).arg("-Wl,-rpath,$ORIGIN").arg("-o").arg(&program));
    program
}

#[test]
fn musl_takes_the_static_library() {
    let Some(_) = tool("musl-gcc", "musl-tools") else { return };
    if !has(MUSL) {
        return;
    }
    let built = build("targets", Some(MUSL), &[]);
    let folder = TempDir::new().unwrap();
    let program = compile("musl-gcc", &built.join("libwv2interrupt.a"), &["-static"], folder.path());
    prints_the_golden_file(Command::new(program), true);
    // The target is for static programs until it is told otherwise.
    let variable = "CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS";
    is_sound(&build("targets", Some(MUSL), &[(variable, "-Ctarget-feature=-crt-static")]), false);
}

#[test]
fn it_links_for_freebsd() {
    if has(FREEBSD) {
        is_sound(&build("targets", Some(FREEBSD), &[]), false);
    }
}

#[test]
fn webassembly_gives_the_golden_answers() {
    let Some(node) = tool("node", "nodejs") else { return };
    if !has(WASM) {
        return;
    }
    let module = build("targets", Some(WASM), &[]).join("wv2interrupt.wasm");
    let script = root().join("tests/environments/answers.mjs");
    let printed = run(Command::new(node).arg(script).arg(module).args(golden_codes()));
    similar_asserts::assert_eq!(String::from_utf8_lossy(&printed), golden());
}

#[test]
fn what_cannot_be_built_says_what_is_needed() {
    let failed = |target: Option<&str>, variables: &[(&str, &str)]| {
        let folder = TempDir::new().unwrap();
        let mut cargo = cargo(root(), folder.path(), target, variables);
        let output = cargo.output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let said = failed(None, &[("CARGO_PROFILE_RELEASE_PANIC", "unwind")]);
    assert!(said.contains("error: the library needs `panic = \"abort\"`"), "{said}");
    assert_eq!(said.lines().filter(|line| line.starts_with("error")).count(), 2, "the second is cargo's: {said}");
    if has("riscv64gc-unknown-linux-gnu") {
        let target = "riscv64gc-unknown-linux-gnu";
        let said = failed(Some(target), &[(&linker_variable(target), "cc")]);
        assert!(said.contains("cc links nothing for riscv64gc-unknown-linux-gnu; "), "{said}");
        assert!(said.contains("CARGO_TARGET_RISCV64GC_UNKNOWN_LINUX_GNU_LINKER=rust-lld"), "{said}");
    }
}

/// Every environment that is tried here is on the page, and said to be tried here.
#[test]
fn the_page_has_what_is_tried() {
    let page = fs::read_to_string(root().join("docs/environments.md")).unwrap();
    let linkers = LINKERS.map(|(name, ..)| name);
    let profiles = PROFILES.map(|(name, _)| name);
    let targets = PROCESSORS.map(|(target, ..)| target);
    let names = [&linkers[..], &profiles, &targets, &[MUSL, FREEBSD, WASM, ODD_FOLDER]].concat();
    for name in &names {
        let row = page.lines().find(|line| line.starts_with(&format!("| {name} |")));
        assert!(row.is_some_and(|row| row.ends_with("| in CI |")), "docs/environments.md has no row for {name}");
    }
    assert_eq!(page.matches("| in CI |").count(), names.len(), "docs/environments.md says more than is tried here");
}
