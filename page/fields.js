// Numbers beside the word "reason", and beside "Chromium's": `InterruptReason: 26`, `interrupt_reason=40`, `reason 0x1a`.

import { CHROMIUM, named, numbered, numbering } from "./questions.js";

const REASON = /reason/gi;
const OF_A_NAME = /[\w$]/;
const LONGEST_NAME = 64;
/** Other enumerations, two of them WebView2's own, whose numbers mean something else. */
const ANOTHER = /(?:process[_ ]?failed|move[_ ]?focus|exit|close)[_ ]?reason$/i;
const VALUE =
  /(?:[ _-]?(?:code|number|value))?(?!\w)["'`)\]>\\]{0,4}(?:\(\))?\s{0,40}(?:=>|->|:=|==?|[:|\u2502\uff1a\uff1d]|is|was)?\s{0,40}(?:(?:some|just|optional(?:int)?)[ ([])?["'`([{<\\]{0,4}(?:(0x[\da-f]{1,16}|\d{1,20})|([a-z]{1,64}(?: [a-z]{1,64}){0,3}))(?=(?:\.0)?(?![\w%]|[.:/-]\d))/iy;
/** What `python -m wv2interrupt history` writes behind a name. */
const CHROMIUMS = "Chromium's ";
const DIGITS = /\d{1,20}/y;

/** Each field: `{at, start, end, question, read}`. It begins at `at`; `read` is the numbering of a number. */
export function fields(line, chosen) {
  const found = [];
  REASON.lastIndex = 0;
  for (let match; (match = REASON.exec(line));) {
    const [start, end] = [match.index, REASON.lastIndex];
    const value = after(VALUE, line, end);
    if (!value || isAnother(line.slice(Math.max(0, end - LONGEST_NAME), end))) continue;
    found.push({ at: start, ...valued(value, name(line, start, end), chosen) });
  }
  for (let at = -1; (at = line.indexOf(CHROMIUMS, at + 1)) >= 0;) {
    const digits = after(DIGITS, line, at + CHROMIUMS.length);
    if (digits) found.push({ at, ...number(digits.index, digits[0], CHROMIUM) });
  }
  return found.filter(({ question }) => question);
}

/** Whether a name that ends with "reason" is that of something else. */
export function isAnother(name) {
  return ANOTHER.test(name);
}

/** The name of a field that ends with "reason". */
function name(line, start, end) {
  const first = Math.max(0, end - LONGEST_NAME);
  while (start > first && OF_A_NAME.test(line[start - 1])) start--;
  return line.slice(start, end);
}

function after(pattern, line, index) {
  pattern.lastIndex = index;
  return pattern.exec(line);
}

function valued({ 0: whole, 1: digits, 2: words, index }, field, chosen) {
  const end = index + whole.length;
  if (digits) return number(end - digits.length, digits, numbering(field, chosen));
  const start = end - words.length;
  for (let text = words; text; text = text.replace(/ ?[a-z]+$/i, "")) {
    // "None" is a reason where the field says so: the library knows what may stand before it.
    const question = named(`${field}.${text}`);
    if (question) return { start, end: start + text.length, question };
  }
  return {};
}

/** A number at a place in a line. */
export function number(start, digits, read) {
  return { start, end: start + digits.length, question: numbered(Number(digits), read), read };
}
