// Text that comes in parts, as lines that are never too long.

/** Longer lines are taken in pieces of about this many units. */
export const LONGEST = 1 << 16;

/** How far before its end a piece may be cut; what is looked for is shorter. */
const MARGIN = 1024;

/** A file may have gone through a program that made two of a `\r`. */
const END = /\r{1,2}\n|[\r\n]/g;

const BETWEEN_WORDS = /[^\w.:-]/;

/**
 * Calls `take(line, number, end)` for each line. Of a piece of a long line, only what begins before `end` counts: the rest comes
 * again with the next piece.
 */
export class Lines {
  #rest = "";
  #take;
  number = 0;

  constructor(take) {
    this.#take = take;
  }

  push(text) {
    text = this.#rest + text;
    let start = (END.lastIndex = 0);
    for (let end; (end = END.exec(text)); start = END.lastIndex) {
      // What comes next may belong to it.
      if (end[0] === "\r" && text.length - END.lastIndex < 2 && text.endsWith("\r")) break;
      this.#pieces(text.slice(start, end.index), true);
    }
    this.#rest = this.#pieces(text.slice(start), false);
  }

  end() {
    if (this.#rest !== "") this.push("\n");
  }

  /** Takes what is too long off a line, and the rest where the line ends there; returns what is left. */
  #pieces(line, ends) {
    while (line.length > LONGEST + MARGIN) {
      const end = this.#cut(line);
      this.#take(line.slice(0, end + MARGIN), this.number + 1, end);
      line = line.slice(end);
    }
    if (!ends) return line;
    this.#take(line, ++this.number, line.length);
    return "";
  }

  #cut(line) {
    for (let end = LONGEST; end > LONGEST - MARGIN; end--) {
      if (BETWEEN_WORDS.test(line[end])) return end;
    }
    return LONGEST;
  }
}
