//! Every value of every integer argument.

use std::process::{Command, Stdio};

use crate::programs::compile;
use crate::proof::{Form, Proof, Tried, tried};
use xtask::{Error, build};

pub const PROOF: Proof = Proof {
    name: "exhaustive",
    shows: "A sweep calls a function with the values of one argument and keeps the others. A whole sweep takes all \
        2^32 values; the others take each value within 2^16 of a multiple of 2^24 (2^12, where a function has \
        three arguments) and every 4,099th between. Functions of one integer are swept whole. Those of two are \
        swept both ways round, with each valid and four invalid values of the other (-1, one past the end, the \
        smallest and the largest integer); those of three with each outcome, the first and the last reason and \
        language, for the action the first reason of each recovery, and two invalid values of each. Of these, \
        the sweeps are whole whose kept arguments are -1, the last reason, action or language, FAILED, any \
        state, FALSE or TRUE: how an argument is looked up depends on no more. Known codes give what they gave \
        when they were asked first, which the tests hold to the table, or what simpler functions give; every \
        other code gives the answer for unknown ones, by its address. Every text lies, with its NUL, in a \
        segment of the library that cannot be written. Both functions of a row are told each of 8 reports by \
        each kind of row that these lead to, with swept state, reason and CanResume, whole where a new row is \
        told of a retry and of a full disk: the row becomes what it becomes with a plain value of the same \
        meaning, which the tests hold to a model. In the short form no sweep is whole.",
    in_short_form: true,
    run,
};

fn run(form: Form) -> Result<Vec<Tried>, Error> {
    let program = compile("exhaustive", "tests/proof/exhaustive.c", &["-funroll-loops"], Some(&build::release()?))?;
    let values = if form == Form::Long { "every" } else { "some" };
    Ok(vec![tried(Command::new(program).arg(values).stderr(Stdio::inherit()), "")?])
}
