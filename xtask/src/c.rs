//! Compiles C programs against the library with the system's compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::Library;
use crate::{Error, root, run};

pub const HOST: &str = env!("HOST_TARGET");

/// The `explain` example, linked against the shared library, with it beside the program.
pub fn explain(library: &Library) -> Result<PathBuf, Error> {
    let folder = root().join("target/explain");
    fs::create_dir_all(&folder)?;
    let program = folder.join(format!("explain{}", std::env::consts::EXE_SUFFIX));
    link_shared(&[&root().join("examples/c/explain.c")], &program, library, "c99", false)?;
    Ok(program)
}

/// Compiles and links a program against the shared library, which is copied beside it.
pub fn link_shared(
    sources: &[&Path],
    program: &Path,
    library: &Library,
    standard: &str,
    cpp: bool,
) -> Result<(), Error> {
    let folder = program.parent().ok_or("a program needs a folder")?;
    let beside = folder.join(library.run_time_name());
    fs::copy(&library.shared, &beside)?;
    let compiler = compiler(cpp)?;
    let mut command = compile(&compiler, sources, program, standard);
    if compiler.is_like_msvc() {
        command.args(&library.import);
    } else {
        command.arg(&beside).arg("-Wl,-rpath,$ORIGIN").arg("-Wl,-rpath,@loader_path");
    }
    run(&mut command, NEEDED)
}

/// Compiles and links a program against the static library.
pub fn link_static(
    sources: &[&Path],
    program: &Path,
    library: &Library,
    standard: &str,
    cpp: bool,
) -> Result<(), Error> {
    let compiler = compiler(cpp)?;
    let mut command = compile(&compiler, sources, program, standard);
    command.arg(if compiler.is_like_msvc() { "/DWV2_INTERRUPT_STATIC" } else { "-DWV2_INTERRUPT_STATIC" });
    command.arg(&library.archive);
    run(&mut command, NEEDED)
}

/// The system's C or C++ compiler, the one that a build script would use.
pub fn compiler(cpp: bool) -> Result<cc::Tool, Error> {
    let mut build = cc::Build::new();
    build.cpp(cpp).target(HOST).host(HOST).opt_level(2).cargo_metadata(false).warnings(false);
    build.try_get_compiler().map_err(|error| format!("{error}: {NEEDED}").into())
}

fn compile(compiler: &cc::Tool, sources: &[&Path], program: &Path, standard: &str) -> Command {
    let mut command = Command::new(compiler.path());
    command.envs(compiler.get_envs());
    command.current_dir(program.parent().unwrap_or(root()));
    if compiler.is_like_msvc() {
        command.args(["/nologo", "/W4", "/WX", "/utf-8", "/O2"]);
        command.arg(format!("/I{}", root().join("include").display()));
        command.args(sources).arg(format!("/Fe{}", program.display()));
    } else {
        command.args(WARNINGS).args(["-O2", &format!("-std={standard}")]);
        command.arg("-I").arg(root().join("include"));
        command.args(sources).arg("-o").arg(program);
    }
    command
}

/// Warnings that our C and C++ is held to.
pub const WARNINGS: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"];

const NEEDED: &str = "a C compiler is needed: on Debian or Ubuntu `apt-get install gcc`, on Fedora `dnf install gcc`, \
    on macOS `xcode-select --install`, on Windows the \"Desktop development with C++\" workload of Visual Studio";
