//! Tells the crate what it is built for: the `cc` crate asks for it outside build scripts.

fn main() {
    println!("cargo:rustc-env=BUILT_FOR={}", std::env::var("TARGET").unwrap());
}
