// What is said of a question: the words for the person in their language, and the facts in English.

import { categories, causes, chromiumOnly, recoveries } from "./facts.js";
import { otherwise } from "./questions.js";

const NUMBERINGS = { webview2: "WebView2\u2019s", chromium: "Chromium\u2019s" };
const UNKNOWN_CHROMIUM =
  "This number of Chromium\u2019s is not known to this version. Keep it, and look it up in Chromium\u2019s download_interrupt_reason_values.h.";

/** `label`, `message`, `advice` are in `language`, and the rest is English. */
export function answer(question, language) {
  const { reason } = question;
  return {
    question,
    language,
    heading: `${name(question)}${number(question)}`,
    label: reason.label(language),
    message: reason.message(language),
    advice: reason.advice(language),
    facts: facts(question),
    causes: causes.filter((cause) => cause.reason === reason.name),
  };
}

/** Chromium's own name where WebView2 has none. */
export function name({ reason, chromium }) {
  return only(chromium)?.name ?? reason.name;
}

function only(chromium) {
  return chromiumOnly.find(({ number }) => number === chromium);
}

function number({ reason, chromium }) {
  return chromium === undefined ? ` (${reason.code}, ${hexadecimal(reason.code)})` : ` (Chromium\u2019s ${chromium})`;
}

function hexadecimal(code) {
  return code < 0 ? `-0x${(-code).toString(16)}` : `0x${code.toString(16)}`;
}

/** Terms and what they are; `code` is to be copied as it stands. */
function facts({ reason, chromium }) {
  const rows = [{ term: "Meaning", text: meaning(reason, chromium) }];
  const add = (term, text, code) => rows.push({ term, text, code });
  if (reason.isKnown) {
    add("Resume()", recoveries[reason.recovery.code]);
    add("Recovery", reason.recovery.name, true);
    add("Category", `${reason.category.name}: ${categories[reason.category.code]}`);
    add("Name", reason.name, true);
    add("Symbol", reason.symbol, true);
  }
  if (chromium === undefined) add("Number", `${reason.code}, ${hexadecimal(reason.code)}`, true);
  add("Chromium\u2019s number", String(chromium ?? reason.chromium ?? "none"), true);
  return rows;
}

function meaning(reason, chromium) {
  if (chromium === undefined) return reason.description;
  const found = only(chromium);
  return found ? `${found.name}: ${found.meaning} WebView2 has no such reason.` : UNKNOWN_CHROMIUM;
}

/** How a number was read, and what it is in the other numbering. */
export function reading(question, read) {
  const other = otherwise(question, read);
  const numberings = Object.keys(NUMBERINGS);
  const another = NUMBERINGS[numberings.find((one) => one !== read)];
  const said = other && (other.reason.isKnown || only(other.chromium)) ? `${name(other)}` : "not known";
  const number = read === "chromium" ? (question.chromium ?? question.reason.chromium) : question.reason.code;
  return `Read as ${NUMBERINGS[read]} number. As ${another}, ${number} is ${said}: choose above which it is.`;
}
