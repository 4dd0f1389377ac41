// Names of reasons in a line, word by word. What is a name, the library alone decides.

import { named } from "./questions.js";

const [LETTER, OTHER, JOINT] = [1, 2, 3];
/** What each unit of ASCII is in a word, which begins with a letter and does not end with a joint. */
const KINDS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const text = String.fromCharCode(unit);
  return /[a-z]/i.test(text) ? LETTER : /\w/.test(text) ? OTHER : /[.:-]/.test(text) ? JOINT : 0;
});
const JOINTS = [/[.:]+/g, /-+/g];
/** No spelling of a name does without as many letters in a row: it spares the library most words. */
const LETTERS = 4;
/** The library reads no more. */
const LONGEST = 128;

/** What was said of a word, so that the library is asked but once for the many that come again. */
const remembered = new Array(1 << 15);

/** Each name: `{start, end, question}`. */
export function names(line) {
  const found = [];
  for (let at = 0, start = -1, end = 0, hash = 0, row = 0, longest = 0; at <= line.length; at++) {
    const unit = line.charCodeAt(at);
    const kind = KINDS[unit];
    if (start >= 0 ? kind : kind === LETTER) {
      if (start < 0) start = at;
      if (kind !== JOINT) end = at + 1;
      hash = (Math.imul(hash, 31) + unit) | 0;
      row = kind === LETTER ? row + 1 : 0;
      if (row > longest) longest = row;
    } else if (start >= 0) {
      if (longest >= LETTERS) ask(found, line, start, end, hash);
      start = -1;
      hash = row = longest = 0;
    }
  }
  return found;
}

function ask(found, line, start, end, hash) {
  const place = (hash ^ (hash >>> 15)) & (remembered.length - 1);
  let { word, answers } = remembered[place] ?? {};
  if (word?.length !== end - start || !line.startsWith(word, start)) {
    word = copy(line.slice(start, end));
    answers = parts(word, 0, JOINTS);
    if (word.length <= LONGEST) remembered[place] = { word, answers };
  }
  for (const { from, to, question } of answers) found.push({ start: start + from, end: start + to, question });
}

/** A word as a whole, or else what stands between its joints. */
function parts(word, from, [joint, ...finer]) {
  const question = whole(word);
  if (question) return [{ from, to: from + word.length, question }];
  if (!joint) return [];
  const found = [];
  let start = 0;
  for (const { 0: between, index } of [...word.matchAll(joint), { 0: "", index: word.length }]) {
    found.push(...parts(word.slice(start, index), from + start, finer));
    start = index + between.length;
  }
  return found;
}

function whole(word) {
  if (word.length < LETTERS || word.length > LONGEST) return undefined;
  const question = named(word);
  return question?.reason.isKnown && isEveryday(word) ? undefined : question;
}

/** "None" and "Crash" alone are no reasons: behind a qualifier, the library takes every name but those. */
function isEveryday(word) {
  return !/[.:]/.test(word) && !named(`x:${word}`);
}

/** The same text in memory of its own: a part of a text keeps the whole alive. */
export function copy(text) {
  return ` ${text}`.slice(1);
}
