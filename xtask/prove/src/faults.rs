//! Where little is allowed.

use std::process::Command;

use crate::programs::compile;
use crate::proof::{Form, Proof, Tried, tried};
use xtask::{Error, build};

pub const PROOF: Proof = Proof {
    name: "faults",
    shows: "A C program calls everything where little is allowed, and compares with what was answered in peace: \
        in a signal handler that interrupts the same calls, after `fork`, in a thread with a stack of 16 KiB \
        and nothing below it, and in a seccomp sandbox that kills the process at any system call but `exit` \
        (and is seen to kill one). Another opens, unloads and reopens the library, after which \
        `/proc/self/maps` is as long and as wide as after the first time, and opens it under an `RLIMIT_AS` \
        that leaves its size and a page; one page less than its size, and it is refused.",
    in_short_form: true,
    run,
};

fn run(_: Form) -> Result<Vec<Tried>, Error> {
    let library = build::release()?;
    let faults = compile("faults", "tests/proof/faults.c", &[], Some(&library))?;
    let loading = compile("loading", "tests/proof/loading.c", &["-ldl"], None)?;
    let mut rows = Vec::new();
    for fault in ["signal", "fork", "stack", "sandbox"] {
        rows.push(tried(Command::new(&faults).arg(fault), "")?);
    }
    for fault in ["reopen", "room"] {
        rows.push(tried(Command::new(&loading).arg(fault).arg(&library.shared), "")?);
    }
    Ok(rows)
}
