// The column of reasons in what people export from a History database: CSV, what `sqlite3` prints, and SQL.

import { number } from "./fields.js";
import { COLUMN, numbering } from "./questions.js";

const DELIMITERS = ["\t", ",", ";", "|", "\u2502"];
const DIGITS = /^\d{1,20}$/;
const CREATE = /^\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?["'`[]?(\w+)["'`\]]?\s*\(/i;
const INSERT = /^\s*INSERT\s+(?:OR\s+\w+\s+)?INTO\s+["'`[]?(\w+)["'`\]]?\s*(?:(\([^()]*\))\s*)?VALUES\s*/i;
const BETWEEN = /[\s,]*/y;
const EDGE = /[\s"]/;
/** Longer statements and records are no export of this table. */
const LONGEST = 1 << 16;

/** Knows, from the lines before, in which column the next line has its reason. */
export class Tables {
  #header;
  #created = new Map();
  #unfinished = "";

  /** The values of the column in a line, each as `fields` gives them. */
  find(line, chosen) {
    const read = numbering(COLUMN, chosen);
    return this.#cells(line)
      .filter(({ text }) => DIGITS.test(text))
      .map(({ start, text }) => number(start, text, read))
      .filter(({ question }) => question);
  }

  #cells(line) {
    if (this.#unfinished || CREATE.test(line)) return this.#create(line);
    const insert = INSERT.exec(line);
    if (insert) return this.#insert(line, insert);
    const header = line.includes(COLUMN) && heading(line);
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
    const columns = list(this.#unfinished, start.length).map(({ text }) => unquoted(/^\S*/.exec(text)[0]));
    if (columns.includes(COLUMN)) this.#created.set(table.toLowerCase(), columns.indexOf(COLUMN));
    this.#unfinished = "";
    return [];
  }

  /** The value in each list of values. */
  #insert(line, [statement, table, columns]) {
    const names = columns && list(columns, 1).map(({ text }) => unquoted(text));
    const column = names ? names.indexOf(COLUMN) : (this.#created.get(table.toLowerCase()) ?? -1);
    const cells = [];
    for (let at = statement.length; line[at] === "(";) {
      const values = list(line, at + 1);
      if (values[column]) cells.push(values[column]);
      BETWEEN.lastIndex = values.end;
      at = values.end + BETWEEN.exec(line)[0].length;
    }
    return cells;
  }
}

/** What finds the cell in the lines below a heading; nothing where the line is none. */
function heading(line) {
  if (line.trim() === COLUMN) return (below) => [trimmed(below, 0, below.length)];
  for (const delimiter of DELIMITERS) {
    const columns = record(line, delimiter);
    const column = columns.findIndex(({ text }) => text === COLUMN);
    if (column < 0 || columns.length < 2) continue;
    return (below) => {
      const cells = record(below, delimiter);
      return cells.length === columns.length ? [cells[column]] : [];
    };
  }
  return aligned(line);
}

/** Columns that spaces make: the value begins or ends where the heading does. */
function aligned(line) {
  if (!/^[\w ]+$/.test(line) || !/ {2}/.test(line)) return undefined;
  const start = line.indexOf(COLUMN);
  const end = start + COLUMN.length;
  return (below) => {
    const left = /^\d+(?=\s|$)/.exec(below.slice(start, end + 1));
    if (left && /(?:^|\s)$/.test(below.slice(0, start))) return [{ start, text: left[0] }];
    const right = /(?<=^|\s)\d+$/.exec(below.slice(0, end));
    return right && /^(?:\s|$)/.test(below.slice(end)) ? [{ start: right.index, text: right[0] }] : [];
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
