//! Link arguments that make a plain `cargo build --release` the product: a library without start
//! files, imports or unwind tables, with a SONAME.

use std::env::var;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let (os, environment) = (var("CARGO_CFG_TARGET_OS").unwrap(), var("CARGO_CFG_TARGET_ENV").unwrap());
    let major = var("CARGO_PKG_VERSION_MAJOR").unwrap();
    let arguments: &[&str] = match (os.as_str(), environment.as_str()) {
        ("windows", "msvc") => &["/NOENTRY", "/NODEFAULTLIB", "/Brepro"],
        ("windows", _) => &["-nostartfiles", "-Wl,--no-insert-timestamp"],
        ("macos", _) => &[&format!("-Wl,-install_name,@rpath/libwv2interrupt.{major}.dylib")],
        _ => &[
            "-nostartfiles",
            &format!("-Wl,-soname,libwv2interrupt.so.{major}"),
            "-Wl,-z,noseparate-code",
            "-Wl,-z,now",
            "-Wl,-z,defs",
            "-Wl,--hash-style=gnu",
            "-Wl,--build-id=none",
            "-Wl,--no-eh-frame-hdr",
            &format!("-Wl,-T,{}/discard.ld", var("CARGO_MANIFEST_DIR").unwrap()),
        ],
    };
    for argument in arguments {
        println!("cargo:rustc-cdylib-link-arg={argument}");
    }
}
