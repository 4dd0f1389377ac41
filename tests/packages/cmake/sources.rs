//! The repository built by CMake: for the compiler's own processor, as BUILD_SHARED_LIBS says, and installed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use super::super::install;
use super::super::{consumer, copy, prints_the_golden_file, repository};
use super::build;
use crate::stranger::{plain_folder, tool};
use crate::windows::run;

const PROJECT: &str = "cmake_minimum_required(VERSION 3.20)\nproject(app LANGUAGES C)\nadd_subdirectory(third_party)\n\
    add_executable(app explain.c)\ntarget_link_libraries(app PRIVATE wv2interrupt::wv2interrupt)\n";

/// A project with the repository in it.
fn project() -> TempDir {
    let project = consumer("cmake", &["c/explain.c"]);
    fs::write(project.path().join("CMakeLists.txt"), PROJECT).unwrap();
    copy(repository(), &project.path().join("third_party"));
    project
}

fn configure(project: &Path, arguments: &[&str]) -> Option<Output> {
    let mut command = Command::new(tool("cmake", "cmake")?);
    Some(command.current_dir(project).args(["-S", ".", "-B", "build"]).args(arguments).output().unwrap())
}

/// Whatever the user's configuration says that cargo builds for.
#[test]
fn it_is_built_for_what_the_compiler_makes() {
    let Some(_) = tool("aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu") else { return };
    let Some(emulator) = tool("qemu-aarch64", "qemu-user") else { return };
    let project = project();
    fs::create_dir(project.path().join(".cargo")).unwrap();
    let other = "[build]\ntarget = \"wasm32-unknown-unknown\"\ntarget-dir = \"elsewhere\"\n";
    fs::write(project.path().join(".cargo/config.toml"), other).unwrap();
    let Some(output) = configure(project.path(), &["-DCMAKE_C_COMPILER=aarch64-linux-gnu-gcc"]) else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut cmake = Command::new("cmake");
    cmake.current_dir(project.path()).args(["--build", "build"]);
    run(cmake.env("CARGO_BUILD_TARGET", "x86_64-pc-windows-msvc"));
    let mut command = Command::new(emulator);
    command.args(["-L", "/usr/aarch64-linux-gnu"]).arg(project.path().join("build/app"));
    prints_the_golden_file(command, true);
}

#[test]
fn what_is_not_known_is_named_when_it_is_configured() {
    let project = project();
    let compiler = project.path().join("compiler");
    let script = "#!/bin/sh\ncase \"$*\" in *-dumpmachine*) echo ia64-linux-gnu ;; *) exec cc \"$@\" ;; esac\n";
    fs::write(&compiler, script).unwrap();
    fs::set_permissions(&compiler, fs::Permissions::from_mode(0o755)).unwrap();
    for (argument, complaint) in [
        (format!("-DCMAKE_C_COMPILER={}", compiler.display()), "the processor \"ia64\" is not known"),
        ("-DCMAKE_SYSTEM_NAME=Generic".to_owned(), "the system \"Generic\" is not known"),
        ("-DWV2INTERRUPT_RUST_TARGET=sparc-sun".to_owned(), "the processor \"sparc\" is not known"),
    ] {
        let _ = fs::remove_dir_all(project.path().join("build"));
        let Some(output) = configure(project.path(), &[&argument]) else { return };
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(&format!("wv2interrupt: {complaint}")), "{argument}: {said}");
    }
}

/// What a consumer of an installation finds, with and without the shared library.
#[test]
fn cmake_installs_what_find_package_and_pkg_config_find() {
    let Some(pkg_config) = tool("pkg-config", "pkg-config") else { return };
    for (shared, libdir) in [(true, "lib"), (false, "lib/deeper")] {
        let folder = plain_folder();
        let prefix = folder.path().join("a prefix");
        let switch = format!("-DBUILD_SHARED_LIBS={}", if shared { "ON" } else { "OFF" });
        let Some(()) = install_to(&prefix, &[&switch, &format!("-DCMAKE_INSTALL_LIBDIR={libdir}")]) else { return };
        assert_eq!(prefix.join(libdir).join("libwv2interrupt.so.1").exists(), shared);

        let project = consumer("cmake", &["c/explain.c"]);
        let place = format!("-Dwv2interrupt_DIR={}", prefix.join(libdir).join("cmake/wv2interrupt").display());
        let Some(()) = build(project.path(), None, &[place]) else { return };
        for program in ["c-shared", "c-static"] {
            prints_the_golden_file(Command::new(project.path().join("build").join(program)), true);
        }
        let search = prefix.join(libdir).join("pkgconfig");
        let flags = run(Command::new(&pkg_config).args(["--libs", "wv2interrupt"]).env("PKG_CONFIG_PATH", search));
        assert!(String::from_utf8_lossy(&flags).contains("-lwv2interrupt"));
        if shared {
            is_what_xtask_installs(&prefix);
        }
    }
}

fn install_to(prefix: &Path, arguments: &[&str]) -> Option<()> {
    let cmake = tool("cmake", "cmake")?;
    let folder = TempDir::new().unwrap();
    run(Command::new(&cmake).arg("-S").arg(repository()).arg("-B").arg(folder.path()).args(arguments));
    run(Command::new(&cmake).arg("--build").arg(folder.path()));
    run(Command::new(&cmake).arg("--install").arg(folder.path()).arg("--prefix").arg(prefix));
    Some(())
}

/// But for the answers as data and the look-up page, which are made from the built library.
fn is_what_xtask_installs(prefix: &Path) {
    let folder = TempDir::new().unwrap();
    install::install(folder.path(), None);
    let mut expected = install::tree(folder.path());
    expected.retain(|file| !file.starts_with("share/wv2interrupt"));
    expected.remove("share/doc/wv2interrupt/installed-files.txt");
    assert_eq!(install::tree(prefix), expected);
    for file in ["lib/pkgconfig/wv2interrupt.pc", "lib/cmake/wv2interrupt/wv2interrupt-config.cmake"] {
        let [theirs, ours] = [prefix, folder.path()].map(|prefix| fs::read_to_string(prefix.join(file)).unwrap());
        similar_asserts::assert_eq!(theirs, ours, "{file}");
    }
}

/// The one that a project links is the static one then.
#[test]
fn build_shared_libs_is_honoured() {
    let project = project();
    let Some(()) = build(project.path(), None, &["-DBUILD_SHARED_LIBS=OFF".to_owned()]) else { return };
    let program = project.path().join("build/app");
    let data = fs::read(&program).unwrap();
    let needed = goblin::elf::Elf::parse(&data).unwrap().libraries.concat();
    assert!(!needed.contains("wv2interrupt"), "{needed}");
    prints_the_golden_file(Command::new(program), true);
}
