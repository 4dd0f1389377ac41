// What WebView2 download interrupt reasons mean.
"use strict";

const koffi = require("koffi");
const fs = require("node:fs");
const path = require("node:path");

const file = `${process.platform === "win32" ? "" : "lib"}wv2interrupt${koffi.extension}`;
const library = koffi.load(path.join(__dirname, "../../target/release", file));

// koffi copies a returned `const char *` into a string, and never frees it.
const wv2 = {
  count: library.func("int32_t wv2_interrupt_count()"),
  name: library.func("const char *wv2_interrupt_name(int32_t reason)"),
  symbol: library.func("const char *wv2_interrupt_symbol(int32_t reason)"),
  description: library.func("const char *wv2_interrupt_description(int32_t reason)"),
  category: library.func("int32_t wv2_interrupt_category(int32_t reason)"),
  categoryName: library.func("const char *wv2_interrupt_category_name(int32_t category)"),
  recovery: library.func("int32_t wv2_interrupt_recovery(int32_t reason)"),
  recoveryName: library.func("const char *wv2_interrupt_recovery_name(int32_t recovery)"),
  outcome: library.func("int32_t wv2_interrupt_outcome(int32_t state, int32_t reason)"),
  outcomeName: library.func("const char *wv2_interrupt_outcome_name(int32_t outcome)"),
  toChromium: library.func("int32_t wv2_interrupt_to_chromium(int32_t reason)"),
  label: library.func("const char *wv2_interrupt_label(int32_t reason, int32_t language)"),
  message: library.func("const char *wv2_interrupt_message(int32_t reason, int32_t language)"),
  advice: library.func("const char *wv2_interrupt_advice(int32_t reason, int32_t language)"),
};

// An index; wv2_interrupt_language_find finds that of the user's language.
const ENGLISH = 0;
const UNKNOWN = -1;
const State = Object.freeze({ IN_PROGRESS: 0, INTERRUPTED: 1, COMPLETED: 2 });

// Reason.FileNoSpace is 3: the constants are the library's own.
const codes = Array.from({ length: wv2.count() }, (_, reason) => reason);
const known = codes.filter((reason) => wv2.category(reason) !== UNKNOWN);
const Reason = Object.freeze(Object.fromEntries(known.map((reason) => [wv2.name(reason), reason])));

const columns = {
  code: (reason) => reason,
  name: wv2.name,
  symbol: wv2.symbol,
  category: (reason) => wv2.categoryName(wv2.category(reason)),
  recovery: (reason) => wv2.recoveryName(wv2.recovery(reason)),
  outcome: (reason) => wv2.outcomeName(wv2.outcome(State.INTERRUPTED, reason)),
  chromium: wv2.toChromium,
  label: (reason) => wv2.label(reason, ENGLISH),
  message: (reason) => wv2.message(reason, ENGLISH),
  advice: (reason) => wv2.advice(reason, ENGLISH),
  description: wv2.description,
};

// A number in decimal or 0x hexadecimal, or undefined.
function parse(text) {
  const [, sign, digits] = /^(-?)(0x[\da-f]+|\d+)$/i.exec(text) ?? [];
  const number = sign === "-" ? -Number(digits) : Number(digits);
  return number === (number | 0) ? number | 0 : undefined;
}

function explain(text) {
  const reason = parse(text);
  if (reason === undefined) {
    // What comes from elsewhere may act on a terminal.
    const shown = text.replace(/[^ -~]+/g, "?");
    console.error(`explain: '${shown}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal`);
    process.exitCode = 2;
    return [];
  }
  return [Object.values(columns).map((cell) => cell(reason))];
}

// Node puts /dev/null, open for reading too, in the place of a standard output that is closed.
function isClosed() {
  try {
    const isNull = fs.fstatSync(1).rdev === fs.statSync("/dev/null").rdev;
    return isNull && fs.readSync(1, Buffer.alloc(1)) === 0;
  } catch {
    return false;
  }
}

function fail(error) {
  if (error.code !== "EPIPE") { // nobody reads on
    console.error("explain: the output could not be written");
  }
  process.exitCode = 1;
}

const texts = process.argv.slice(2);
const rows = (texts.length > 0 ? texts : Object.values(Reason).map(String)).flatMap(explain);
process.stdout.on("error", fail);
process.stdout.write([Object.keys(columns), ...rows].map((row) => `${row.join("\t")}\n`).join(""));
if (isClosed()) {
  fail({});
}
