//! Every value of every integer argument.

use std::process::{Command, Stdio};

use crate::programs::compile;
use crate::proof::{Form, Proof, Tried, tried};
use xtask::{Error, build};

pub const PROOF: Proof = Proof {
    name: "exhaustive",
    shows: "Every function of one integer is called with all 2^32 values. Every function of two is called with \
        all 2^32 values of one for each valid and four invalid values of the other (-1, one past the end, \
        the smallest and the largest integer), both ways round. Every function of three is called with all \
        2^32 values of one, for each outcome, the first and the last reason and language, for the action \
        the first reason of each recovery, and two invalid values of each. Known codes give what they gave when \
        they were asked first, which the tests hold to the table, or what simpler functions give; every other \
        code gives the answer for unknown ones, by its address. Every text lies, with its NUL, in a segment of \
        the library that cannot be written. Both functions of a row are told each of 8 reports by each kind of \
        row that these lead to, with all 2^32 values of the state, of the reason and of CanResume: the row \
        becomes what it becomes with a plain value of the same meaning, which the tests hold to a model. The \
        short form takes each value within 2^16 of a multiple of 2^24, within 2^12 where there are three, and \
        every 4,099th between.",
    in_short_form: true,
    run,
};

/// A prime, so that no bit stays the same.
const STRIDE: &str = "4099";

fn run(form: Form) -> Result<Vec<Tried>, Error> {
    let program = compile("exhaustive", "tests/proof/exhaustive.c", &["-funroll-loops"], Some(&build::release()?))?;
    let stride = if form == Form::Long { "1" } else { STRIDE };
    Ok(vec![tried(Command::new(program).arg(stride).stderr(Stdio::inherit()), "")?])
}
