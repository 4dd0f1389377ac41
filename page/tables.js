// The column of reasons in tables: what people export from a History database, and what their own programs and shells print, as
// CSV, SQL, or columns between lines or spaces.

import { isAnother, number } from "./fields.js";
import { COLUMN, numbering } from "./questions.js";

const DELIMITERS = ["\t", ",", ";", "|", "\u2502"];
/** How a column of reasons is called, the surest first. */
const NAMES = [/^\w*interrupt[_ ]?reason$/i, /^\w*reason$/i];
const ALONE = NAMES[0];
/** Spares most lines the search. */
const HEADING = /reason"?\s*(?:[\t,;|\u2502]|$)/i;
/** Where some rows have no number, pandas writes those of the others with a fraction. */
const DIGITS = /^(0x[\da-f]{1,16}|\d{1,20})(?:\.0)?$/i;
const CREATE = /^\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?["'`[]?(\w+)["'`\]]?\s*\(/i;
const INSERT = /^\s*INSERT\s+(?:OR\s+\w+\s+)?INTO\s+["'`[]?(\w+)["'`\]]?\s*(?:(\([^()]*\))\s*)?VALUES\s*/i;
const BETWEEN = /[\s,]*/y;
/** The line below a heading. */
const RULE = /^\s*-[- ]*$/;
const EDGE = /[\s"]/;
/** Longer statements and records are no export of this table. */
const LONGEST = 1 << 16;

/** Knows, from the lines before, in which column the next line has its reason. */
export class Tables {
  #header;
  #above = "";
  #created = new Map();
  #unfinished = "";

  /** The values of the column in a line, each as `fields` gives them. */
  find(line, chosen) {
    const found = this.#cells(line).map(({ start, text, column }) => {
      const digits = DIGITS.exec(text)?.[1];
      return digits ? number(start, digits, numbering(column, chosen)) : {};
    });
    return found.filter(({ question }) => question);
  }

  #cells(line) {
    if (this.#unfinished || CREATE.test(line)) return this.#create(line);
    const insert = INSERT.exec(line);
    if (insert) return this.#insert(line, insert);
    const above = this.#above;
    this.#above = line;
    const header = RULE.test(line) ? ruled(above, line) : heading(line);
    if (header) {
      this.#header = header;
      return [];
    }
    if (line.trim() === "") this.#header = undefined;
    return this.#header ? this.#header(line) : [];
  }

  /** A statement that may have several lines. */
  #create(line) {
    this.#unfinished += `${line}\n`;
    const ends = /\)\s*;?$/.test(line.trimEnd());
    if (!ends && this.#unfinished.length < LONGEST) return [];
    const [start, table] = CREATE.exec(this.#unfinished);
    const names = list(this.#unfinished, start.length).map(({ text }) => unquoted(/^\S*/.exec(text)[0]));
    const found = ofReasons(names);
    if (found) this.#created.set(table.toLowerCase(), found);
    this.#unfinished = "";
    return [];
  }

  /** The value in each list of values. */
  #insert(line, [statement, table, columns]) {
    const named = columns && ofReasons(list(columns, 1).map(({ text }) => unquoted(text)));
    const { index, column } = (columns ? named : this.#created.get(table.toLowerCase())) ?? {};
    const cells = [];
    for (let at = statement.length; line[at] === "(";) {
      const values = list(line, at + 1);
      if (values[index]) cells.push({ ...values[index], column });
      BETWEEN.lastIndex = values.end;
      at = values.end + BETWEEN.exec(line)[0].length;
    }
    return cells;
  }
}

/** The column of reasons among columns of these names: `{index, column}`; nothing where there is none. */
function ofReasons(names) {
  for (const NAME of NAMES) {
    const index = names.findIndex((name) => NAME.test(name) && !isAnother(name));
    if (index >= 0) return { index, column: names[index] };
  }
}

/** What finds the cell in the lines below a heading; nothing where the line is none. */
function heading(line) {
  const start = line.indexOf(COLUMN);
  if (start < 0 && !HEADING.test(line)) return;
  const { text: alone } = trimmed(line, 0, line.length);
  if (ALONE.test(alone)) return (below) => [{ ...trimmed(below, 0, below.length), column: alone }];
  for (const delimiter of DELIMITERS) {
    const columns = record(line, delimiter).map(({ text }) => text);
    if (columns.length < 2 || columns.some((text) => /^\d/.test(text))) continue;
    const found = ofReasons(columns);
    if (!found) continue;
    const { index, column } = found;
    return (below) => {
      const cells = record(below, delimiter);
      return cells.length === columns.length ? [{ ...cells[index], column }] : [];
    };
  }
  if (start >= 0 && /^[\w ]+$/.test(line) && / {2}/.test(line)) return aligned(start, start + COLUMN.length, COLUMN);
}

/** The same for a heading whose names are underlined. */
function ruled(above, rule) {
  const columns = [...rule.matchAll(/-+/g)].map(({ 0: { length }, index }) => [index, index + length]);
  const found = ofReasons(columns.map(([start, end]) => above.slice(start, end).trim()));
  return found && aligned(...columns[found.index], found.column);
}

/** Columns that spaces make: the value begins or ends where the heading does. */
function aligned(start, end, column) {
  return (below) => {
    const left = /^\w+(?=\s|$)/.exec(below.slice(start, end + 1));
    if (left && /(?:^|\s)$/.test(below.slice(0, start))) return [{ start, text: left[0], column }];
    const right = /(?<=^|\s)\w+$/.exec(below.slice(0, end));
    return right && below.length >= end && /^(?:\s|$)/.test(below.slice(end)) ? [{ start: right.index, text: right[0], column }] : [];
  };
}

/** The cells of a line, without the quotation marks around them. */
function record(line, delimiter) {
  const cells = [];
  for (let start = 0, end = 0, quoted = false; end <= line.length; end++) {
    if (line[end] === '"') quoted = !quoted;
    if (end < line.length && (quoted || line[end] !== delimiter)) continue;
    cells.push(trimmed(line, start, end));
    start = end + 1;
  }
  return cells;
}

/** What stands between commas up to the bracket that closes, behind which `end` is. */
function list(text, start) {
  const parts = [];
  let [depth, at, quote] = [0, start, ""];
  for (; at < text.length; at++) {
    const unit = text[at];
    if (quote) quote = unit === quote ? "" : quote;
    else if (unit === "'" || unit === '"') quote = unit;
    else if (unit === "(") depth++;
    else if (unit === ")" && depth-- === 0) break;
    else if (unit === "," && depth === 0) {
      parts.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  parts.push(trimmed(text, start, at));
  parts.end = Math.min(at + 1, text.length);
  return parts;
}

function trimmed(line, start, end) {
  while (start < end && EDGE.test(line[start])) start++;
  while (end > start && EDGE.test(line[end - 1])) end--;
  return { start, text: line.slice(start, end) };
}

function unquoted(text) {
  return text.replace(/^["'`[]|["'`\]]$/g, "");
}
