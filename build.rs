//! Link arguments that make a plain `cargo build --release` the product: a library without start files, imports or unwind
//! tables, that says who it is.

use std::env::var;
use std::fs;

#[path = "build/elf.rs"]
mod elf;
#[path = "build/linker.rs"]
mod linker;
#[path = "build/version_info.rs"]
mod version_info;

use linker::Compiler;

/// The name of the files, which the package of the C library does not have.
const LIBRARY: &str = "wv2interrupt";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=layout.ld");
    // What the version resource says.
    println!("cargo:rerun-if-changed=Cargo.toml");
    // Where a linker is named that is not the same any more.
    println!("cargo:rerun-if-changed=.cargo/config.toml");
    println!("cargo:rerun-if-env-changed=CARGO_TARGET_{}_LINKER", env("TARGET").to_uppercase().replace('-', "_"));
    for argument in link_arguments() {
        println!("cargo:rustc-cdylib-link-arg={argument}");
    }
}

fn link_arguments() -> Vec<String> {
    let major = env("CARGO_PKG_VERSION_MAJOR");
    match (env("CARGO_CFG_TARGET_OS").as_str(), env("CARGO_CFG_TARGET_ENV").as_str()) {
        ("windows", "msvc") => {
            let mut arguments = owned(&["/NOENTRY", "/NODEFAULTLIB", "/Brepro", "/MERGE:.pdata=.rdata"]);
            // Without its path, which would differ from folder to folder.
            arguments.push("/PDBALTPATH:wv2interrupt.pdb".to_owned());
            // Shadow stacks are a matter of x64, and a linker refuses the mark elsewhere.
            arguments.extend((env("CARGO_CFG_TARGET_ARCH") == "x86_64").then(|| "/CETCOMPAT".to_owned()));
            arguments.push(version_resource());
            arguments.extend(compiler().runtime());
            arguments
        }
        // MinGW's own start files and libraries: correct, if not as small.
        ("windows", _) => compiler().runtime().into_iter().collect(),
        _ if env("CARGO_CFG_TARGET_VENDOR") == "apple" => {
            vec![format!("-Wl,-install_name,@rpath/libwv2interrupt.{major}.dylib")]
        }
        _ if var("CARGO_CFG_UNIX").is_ok() => elf_arguments(&format!("libwv2interrupt.so.{major}")),
        _ => Vec::new(),
    }
}

fn elf_arguments(soname: &str) -> Vec<String> {
    let compiler = compiler();
    let layout = format!("{}/layout.ld", env("CARGO_MANIFEST_DIR"));
    compiler.elf_arguments(soname, &layout).unwrap_or_else(|said| {
        if let Some(advice) = linker::advice(&compiler, &said) {
            println!("cargo:warning={advice}");
        }
        vec![format!("-Wl,-soname={soname}")]
    })
}

fn compiler() -> Compiler {
    Compiler {
        rustc: env("RUSTC"),
        target: env("TARGET"),
        linker: var("RUSTC_LINKER").ok(),
        flags: env("CARGO_ENCODED_RUSTFLAGS")
            .split('\x1F')
            .filter(|flag| !flag.is_empty())
            .map(str::to_owned)
            .collect(),
        folder: env("OUT_DIR").into(),
    }
}

/// Writes the resource file and returns its path, which is how a linker takes it.
fn version_resource() -> String {
    let part =
        |name: &str| env(&format!("CARGO_PKG_VERSION_{name}")).parse().expect("a part of the version is a number");
    let version = env("CARGO_PKG_VERSION");
    let texts = [
        ("CompanyName", env("CARGO_PKG_AUTHORS")),
        ("FileDescription", env("CARGO_PKG_DESCRIPTION")),
        ("FileVersion", version.clone()),
        ("InternalName", LIBRARY.to_owned()),
        ("LegalCopyright", format!("Copyright {}. {}", env("CARGO_PKG_AUTHORS"), env("CARGO_PKG_LICENSE"))),
        ("OriginalFilename", format!("{LIBRARY}.dll")),
        ("ProductName", LIBRARY.to_owned()),
        ("ProductVersion", version),
    ];
    let texts = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let path = format!("{}/version.res", env("OUT_DIR"));
    let file = version_info::resource_file([part("MAJOR"), part("MINOR"), part("PATCH")], &texts);
    fs::write(&path, file).expect("the build folder can be written");
    path
}

fn env(name: &str) -> String {
    var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

fn owned(arguments: &[&str]) -> Vec<String> {
    arguments.iter().map(|&argument| argument.to_owned()).collect()
}
