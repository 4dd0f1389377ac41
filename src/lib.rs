//! The C ABI: `exports` is what a program sees, a line or two each over the Rust library in `core/`, and `types` what crosses.

#![cfg_attr(not(any(test, panic = "unwind")), no_std)]

mod exports;
mod types;

#[cfg(all(panic = "unwind", not(test)))]
compile_error!(
    "the library needs `panic = \"abort\"` in the profile that builds it, as this repository's profiles have"
);

/// Needed to build, never reached: a test looks for it in the binary.
#[cfg(not(any(test, panic = "unwind")))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

// The unwinder's entry, which code of `core` names where it is not inlined. Weak: a Rust program has the real one.
#[cfg(all(any(unix, target_env = "gnu"), not(target_vendor = "apple"), not(test)))]
core::arch::global_asm!(".weak rust_eh_personality", "rust_eh_personality:");
