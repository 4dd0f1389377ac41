//! The numbers that every example takes, and what is none.

use std::ffi::OsString;

pub struct Numbers {
    pub taken: Vec<(OsString, i32)>,
    pub refused: Vec<OsString>,
}

/// A whole number of 32 bits, decimal or 0x hexadecimal, with a minus or without, whatever zeros it begins with.
const TAKEN: [(&str, i32); 16] = [
    ("3", 3),
    ("57", 57),
    ("-1", -1),
    ("0", 0),
    ("-0", 0),
    ("011", 11),
    ("-007", -7),
    ("2147483647", i32::MAX),
    ("-2147483648", i32::MIN),
    ("0xb", 11),
    ("0x0B", 11),
    ("0X1c", 28),
    ("-0x5", -5),
    ("0x7FFFffff", i32::MAX),
    ("-0x80000000", i32::MIN),
    ("0x0", 0),
];

const REFUSED: [&str; 71] = [
    // Too large, by one, by a bit, by a word.
    "2147483648",
    "-2147483649",
    "4294967299",
    "-4294967293",
    "9223372036854775808",
    "18446744073709551619",
    "0x80000000",
    "-0x80000001",
    "0xffffffff",
    "0x100000003",
    "0x10000000000000003",
    // No digits.
    "",
    " ",
    "x",
    "0x",
    "-0x",
    "0X",
    "x3",
    // What some language takes.
    "+3",
    "+0x3",
    "0x+3",
    "0x-3",
    "--3",
    "-+3",
    "- 3",
    " 3",
    "3 ",
    "\t3",
    "3\n",
    "\n3",
    "3\r",
    "\u{b}3",
    "\u{c}3",
    "3_0",
    "0x_3",
    "3,000",
    "1 000",
    "3.0",
    "3.",
    ".3",
    "1e1",
    "1E1",
    "0x1p3",
    "0b1",
    "0o7",
    "0d3",
    "0x0x3",
    "00x3",
    "3h",
    "0xg",
    "3f",
    "$3",
    "&3",
    "%11",
    "#3",
    "16#f",
    "3u",
    "3L",
    "3n",
    "3;",
    "nan",
    "infinity",
    "true",
    "null",
    // Digits of other scripts, spaces that are not seen.
    "\u{663}",
    "\u{ff13}",
    "\u{b2}",
    "\u{feff}3",
    "\u{a0}3",
    "3\u{200b}",
    // What would act on a terminal.
    "a\x1b]0;title\x07\x1b[2J\n\u{85}\u{9b}2J\u{202e}\u{2066}\u{200f}",
];

impl Numbers {
    pub fn new(folder: &str) -> Self {
        let zeros = "0".repeat(5000);
        let long = [(format!("{zeros}3"), 3), (format!("-{zeros}3"), -3), (format!("0x{zeros}1c"), 28)];
        let taken = TAKEN.iter().map(|&(text, number)| (text.into(), number));
        let taken = taken.chain(long.into_iter().map(|(text, number)| (text.into(), number))).collect();
        let large = ["9".repeat(5000), format!("-{}", "9".repeat(5000)), format!("0x{}", "f".repeat(5000))];
        let refused = REFUSED.iter().map(OsString::from).chain(large.into_iter().map(OsString::from));
        // Mono does not start a program with such an argument.
        let broken = if folder == "csharp" { vec![] } else { not_unicode() };
        Self { taken, refused: refused.chain(broken).collect() }
    }
}

#[cfg(unix)]
fn not_unicode() -> Vec<OsString> {
    use std::os::unix::ffi::OsStringExt;
    [&b"3\xff"[..], b"\xed\xa0\x80", b"\x9b2J"].into_iter().map(|bytes| OsString::from_vec(bytes.to_vec())).collect()
}

#[cfg(windows)]
fn not_unicode() -> Vec<OsString> {
    use std::os::windows::ffi::OsStringExt;
    vec![OsString::from_wide(&[0xd800])]
}
