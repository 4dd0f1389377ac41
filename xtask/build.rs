//! Tells the crate what machine it is built on: the `cc` crate asks for it outside build scripts.

fn main() {
    println!("cargo:rustc-env=HOST_TARGET={}", std::env::var("HOST").unwrap());
}
