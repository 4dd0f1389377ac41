// Every reason that a text mentions. What is kept is little, whatever the size of the text.

import { fields } from "./fields.js";
import { Lines } from "./lines.js";
import { AUTOMATIC } from "./questions.js";
import { Tables } from "./tables.js";
import { visible } from "./visible.js";
import { copy, names } from "./words.js";

/** Of each reason, the first mentions; of all, the first in their order; and how many different ones. */
const LIMITS = { places: 10, mentions: 1000, different: 100 };
const BEFORE = 60;
const AFTER = 120;
const AGAIN = /^[\s(,:=["'-]{1,40}(?:Chromium's )?$/;
/** A colour of a terminal, also where its first character was lost, and what stands for a character in JSON, XML or a string. */
const SIGN = /\p{Cc}?\[[\d;:]{0,20}m|\\(?:u[\da-f]{4}|x[\da-f]{2}|[nrt](?![a-z]))|&(?:quot|apos|lt|gt|#x?[\da-f]{1,5});/gu;

export class Scanner {
  #chosen;
  #lines;
  #tables;
  #file;
  /** By key: `{question, count, read, places}`, where `read` counts how numbers were read. */
  found = new Map();
  /** In order: `{question, file, line, excerpt}`. */
  mentions = [];
  /** All mentions, and those of reasons that are more than are kept. */
  count = 0;
  others = 0;
  lines = 0;

  constructor(numbers = AUTOMATIC) {
    this.#chosen = numbers;
  }

  /** Begins with a text, which has a name where there are several. */
  begin(file) {
    this.#file = file;
    this.#tables = new Tables();
    this.#lines = new Lines((...piece) => this.#take(...piece));
  }

  push(text) {
    this.#lines.push(text);
  }

  end() {
    this.#lines.end();
    this.lines += this.#lines.number;
  }

  #take(line, number, end) {
    // As long as before, so that a mention stands where it stood.
    const plain = line.replace(SIGN, (sign) => " ".repeat(sign.length));
    let last;
    for (const mention of this.#in(plain)) {
      if ((mention.at ?? mention.start) >= end || (last && repeats(plain, last, mention))) continue;
      last = mention;
      this.#keep(mention, line, number);
    }
  }

  /** All that is in a line, in order. */
  #in(line) {
    const found = [...this.#tables.find(line, this.#chosen), ...names(line), ...fields(line, this.#chosen)];
    return found.sort((one, other) => one.start - other.start);
  }

  #keep({ question, read, start, end }, line, number) {
    this.count++;
    let entry = this.found.get(question.key);
    if (!entry) {
      if (this.found.size === LIMITS.different) return void this.others++;
      entry = { question, count: 0, read: {}, places: [] };
      this.found.set(question.key, entry);
    }
    entry.count++;
    if (read) entry.read[read] = (entry.read[read] ?? 0) + 1;
    if (entry.places.length === LIMITS.places && this.mentions.length === LIMITS.mentions) return;
    const place = { question, file: this.#file, line: number, excerpt: excerpt(line, start, end) };
    if (entry.places.length < LIMITS.places) entry.places.push(place);
    if (this.mentions.length < LIMITS.mentions) this.mentions.push(place);
  }
}

/** Whether a mention is in the one before, or says the same again: `3 (FileNoSpace)`, `FileNoSpace (Chromium's 3)`. */
function repeats(line, before, { start, read, question }) {
  if (start < before.end) return true;
  const same = question.key === before.question.key && Boolean(read) !== Boolean(before.read);
  return same && AGAIN.test(line.slice(before.end, start));
}

/** What cutting has left of a character. */
const HALF = /^[\udc00-\udfff]|[\ud800-\udbff]$/g;

/** What stands around a mention, safe to look at. */
function excerpt(line, start, end) {
  const [from, to] = [Math.max(0, start - BEFORE), Math.min(line.length, end + AFTER)];
  const text = visible(copy(line.slice(from, to)).replace(HALF, "")).trim();
  return (from > 0 ? "\u2026" : "") + text + (to < line.length ? "\u2026" : "");
}
