// What WebView2 download interrupt reasons mean.
"use strict";

const koffi = require("koffi");
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

const isCode = (text) => /^[+-]?\d+$/.test(text) && Number(text) === (Number(text) | 0);

function main(texts) {
  const bad = texts.find((text) => !isCode(text));
  if (bad !== undefined) {
    console.error(`explain: '${bad}' is not a code: a whole number of 32 bits`);
    return 2;
  }
  console.log(Object.keys(columns).join("\t"));
  for (const reason of texts.length > 0 ? texts.map(Number) : Object.values(Reason)) {
    console.log(Object.values(columns).map((cell) => cell(reason)).join("\t"));
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
