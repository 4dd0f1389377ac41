// What WebView2 download interrupt reasons mean, in the person's language.
//
// usage: node explain.mjs [CODE...]

import { fstatSync, readSync, statSync } from "node:fs";
import { Language, Outcome, Reason, State } from "wv2interrupt";

const language = Language.preferred();

const columns = {
  code: (reason) => reason.code,
  name: (reason) => reason.name,
  symbol: (reason) => reason.symbol,
  category: (reason) => reason.category.name,
  recovery: (reason) => reason.recovery.name,
  outcome: (reason) => Outcome.of(State.Interrupted, reason).name,
  chromium: (reason) => reason.chromium ?? -1,
  label: (reason) => reason.label(language),
  message: (reason) => reason.message(language),
  advice: (reason) => reason.advice(language),
  description: (reason) => reason.description,
};

// A number in decimal or 0x hexadecimal, or undefined.
function parse(text) {
  const [, sign, digits] = /^(-?)(0x[\da-f]+|\d+)$/i.exec(text) ?? [];
  const number = sign === "-" ? -Number(digits) : Number(digits);
  return number === (number | 0) ? number | 0 : undefined;
}

function explain(text) {
  const code = parse(text);
  if (code === undefined) {
    // What comes from elsewhere may act on a terminal.
    const shown = text.replace(/[^ -~]+/g, "?");
    console.error(`explain: '${shown}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal`);
    process.exitCode = 2;
    return [];
  }
  return [Reason.from(code)];
}

// Node puts /dev/null, open for reading too, in the place of a standard output that is closed.
function isClosed() {
  try {
    const isNull = fstatSync(1).rdev === statSync("/dev/null").rdev;
    return isNull && readSync(1, Buffer.alloc(1)) === 0;
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
const reasons = texts.length > 0 ? texts.flatMap(explain) : Reason.all();
const rows = reasons.map((reason) => Object.values(columns).map((cell) => cell(reason)));
process.stdout.on("error", fail);
process.stdout.write([Object.keys(columns), ...rows].map((row) => `${row.join("\t")}\n`).join(""));
if (isClosed()) {
  fail({});
}
