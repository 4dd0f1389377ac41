//! The bindings: what is generated in them, and each package, installed in an empty place and used there.

#[cfg(target_os = "linux")]
mod csharp;
#[cfg(target_os = "linux")]
mod go;
mod javascript;
#[cfg(target_os = "linux")]
mod pascal;
pub mod python;
#[cfg(target_os = "linux")]
mod zips;

use std::fs;

#[test]
fn what_is_generated_is_up_to_date() {
    for (path, text) in generate::bindings::files().unwrap() {
        similar_asserts::assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "cargo xtask bindings");
    }
}
