//! Why a WebView2 download was interrupted, what to say to the person and what can be done.
//!
//! Read it in this order: `codes` is the vocabulary, `reasons` the table, `outcomes` the judgement,
//! `languages` what people read; `texts` says which texts there are, `pack` and `symbol` make them ready
//! at compile time; `input` reads what a caller passes, for `spellings` and `languages`; `exports` is
//! what a program sees.

#![cfg_attr(not(any(test, panic = "unwind")), no_std)]
// The texts are packed at compile time, which takes the compiler some seconds.
#![allow(long_running_const_eval)]

mod codes;
mod exports;
mod input;
mod languages;
mod outcomes;
mod pack;
mod reasons;
mod spellings;
mod symbol;
mod texts;

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
