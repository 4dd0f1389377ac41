//! Compiles C and C++ programs against the library with the system's compiler.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cc::Tool;

use crate::build::Library;
use crate::{Error, TARGET, rename, replace, root, run};

#[derive(Clone, Copy, PartialEq)]
pub enum Language {
    C99,
    Cpp17,
}

/// What becomes of warnings: they are for us, and not for those who have another compiler.
#[derive(Clone, Copy, PartialEq)]
enum Warnings {
    Ignored,
    Errors,
}

/// The `explain` example, linked against the shared library, with it beside the program. It is made beside the one that is there,
/// which may be running.
pub fn explain(library: &Library) -> Result<PathBuf, Error> {
    let folder = library.shared.with_file_name("explain");
    fs::create_dir_all(&folder)?;
    let [program, new] = ["explain".to_owned(), format!("explain.{}", std::process::id())]
        .map(|name| folder.join(format!("{name}{EXE_SUFFIX}")));
    let source = root().join("examples/c/explain.c");
    shared(&[&source], &new, library, Language::C99, Warnings::Ignored)?;
    rename(&new, &program)?;
    Ok(program)
}

/// The `explain` example as a tool that needs no other file of ours, under the name of the program.
pub fn explain_alone(program: &Path, library: &Library) -> Result<(), Error> {
    let name = program.file_stem().unwrap_or_default().display();
    let source = root().join("examples/c/explain.c");
    let mut command =
        compile(&find(Language::C99, Warnings::Ignored)?, &[&source], program, Language::C99, Warnings::Ignored);
    command.arg("-DWV2_INTERRUPT_STATIC").arg(format!("-DPROGRAM=\"{name}\"")).arg(&library.archive);
    run(command.args(if cfg!(target_os = "linux") { &["-s"][..] } else { &[] }), NEEDED)
}

/// Compiles and links a program without a warning against the shared library, which is copied beside it.
pub fn link_shared(sources: &[&Path], program: &Path, library: &Library, language: Language) -> Result<(), Error> {
    shared(sources, program, library, language, Warnings::Errors)
}

/// Compiles and links a program without a warning against the static library.
pub fn link_static(sources: &[&Path], program: &Path, library: &Library, language: Language) -> Result<(), Error> {
    let mut command = compile(&find(language, Warnings::Errors)?, sources, program, language, Warnings::Errors);
    run(command.arg("-DWV2_INTERRUPT_STATIC").arg(&library.archive), NEEDED)
}

fn shared(
    sources: &[&Path],
    program: &Path,
    library: &Library,
    language: Language,
    warnings: Warnings,
) -> Result<(), Error> {
    let beside = program.with_file_name(library.run_time_name());
    replace(&library.shared, &beside)?;
    let mut command = compile(&find(language, warnings)?, sources, program, language, warnings);
    command.arg(library.import.as_ref().unwrap_or(&beside)).args(RUN_PATH);
    run(&mut command, NEEDED)
}

/// Where a program looks for the library first: beside itself. Windows does so unasked.
pub const RUN_PATH: &[&str] = if cfg!(windows) {
    &[]
} else if cfg!(target_os = "macos") {
    &["-Wl,-rpath,@loader_path"]
} else {
    &["-Wl,-rpath,$ORIGIN"]
};

/// The system's C or C++ compiler, the one that a build script would use. It is more than a path: `CC` may hold arguments,
/// and Visual Studio's needs variables.
pub fn compiler(language: Language) -> Result<Tool, Error> {
    find(language, Warnings::Errors)
}

fn find(language: Language, warnings: Warnings) -> Result<Tool, Error> {
    let mut build = cc::Build::new();
    build.cpp(language == Language::Cpp17).target(TARGET).host(TARGET).opt_level(2);
    build.cargo_metadata(false).cargo_warnings(false);
    let shown = warnings == Warnings::Errors;
    build.warnings(shown).extra_warnings(shown).warnings_into_errors(shown);
    build.try_get_compiler().map_err(|error| format!("{error}: {NEEDED}").into())
}

fn compile(compiler: &Tool, sources: &[&Path], program: &Path, language: Language, warnings: Warnings) -> Command {
    let mut command = compiler.to_command();
    command.current_dir(program.parent().unwrap_or(root()));
    let msvc = compiler.is_like_msvc();
    command.args(dialect(msvc, language)).arg("-I").arg(root().join("include")).args(sources);
    if msvc {
        command.arg(format!("/Fe{}", program.display()));
    } else {
        command.args(if warnings == Warnings::Errors { &WARNINGS[..] } else { &[] }).arg("-o").arg(program);
    }
    command
}

/// What tells a compiler the language. Visual Studio's has no C99 mode: what it knows of it, it knows always.
pub fn dialect(msvc: bool, language: Language) -> &'static [&'static str] {
    match (msvc, language) {
        (true, Language::C99) => &["/utf-8"],
        (true, Language::Cpp17) => &["/utf-8", "/std:c++17", "/EHsc"],
        (false, Language::C99) => &["-std=c99"],
        (false, Language::Cpp17) => &["-std=c++17"],
    }
}

/// Warnings that our C and C++ is held to.
pub const WARNINGS: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"];

/// The advice is for the system that it is read on.
pub const NEEDED: &str = if cfg!(all(windows, target_env = "gnu")) {
    "a C compiler is needed: MinGW-w64, which MSYS2 installs with `pacman -S mingw-w64-x86_64-gcc`, \
     or another that the variable CC names, as in `CC=zig cc`"
} else if cfg!(windows) {
    "a C compiler is needed: the \"Desktop development with C++\" workload of Visual Studio"
} else if cfg!(target_os = "macos") {
    "a C compiler is needed: `xcode-select --install`"
} else {
    "a C compiler is needed: on Debian or Ubuntu `apt-get install gcc`, on Fedora `dnf install gcc`"
};
