// Files and pasted texts in parts, so that the page answers meanwhile, and whatever their encoding.

/** So little takes no longer than what nobody notices. */
const PART = 1 << 18;
const SAMPLE = 1 << 16;
/** More than a few and this share of what no text has, and it is none. */
const [FEW, SHARE] = [8, 0.05];
/** A log may be coloured. */
const ESCAPE = "\u001b";
const SQLITE = "SQLite format 3\0";

/** Why a file is not read, in one line that its name stands before. */
export class Unreadable extends Error {}

/** The parts of a text or of a file, each with how much of the whole there was up to its end. */
export async function* parts(source) {
  yield* typeof source === "string" ? partsOfText(source) : partsOfFile(source);
}

async function* partsOfText(text) {
  for (let start = 0; start < text.length; start += PART) {
    yield { text: text.slice(start, start + PART), end: start + PART };
    await new Promise((goOn) => setTimeout(goOn));
  }
}

async function* partsOfFile(file) {
  let [decoder, length] = [new TextDecoder(), 0];
  for (let start = 0; start < file.size; start += PART) {
    const bytes = new Uint8Array(await part(file, start));
    if (start === 0) decoder = decoderOf(bytes.subarray(0, SAMPLE));
    const text = decoder.decode(bytes, { stream: true });
    length += text.length;
    yield { text, end: start + bytes.length };
  }
  const text = decoder.decode();
  // A mark of an encoding is no text; Windows gives a folder no size.
  if (length + text.length === 0) throw new Unreadable("is empty, or a folder");
  yield { text, end: file.size };
}

async function part(file, start) {
  try {
    return await file.slice(start, start + PART).arrayBuffer();
  } catch {
    throw new Unreadable("cannot be read: it is a folder, is gone, has changed meanwhile, or is not open to this browser");
  }
}

function decoderOf(sample) {
  const encoding = encodingOf(sample);
  const text = new TextDecoder(encoding).decode(sample);
  if (text.startsWith(SQLITE)) {
    throw new Unreadable("is a database: run `python -m wv2interrupt history` with it, and paste what that prints");
  }
  if (strange(text) > FEW + SHARE * text.length) {
    throw new Unreadable("is no text: logs, CSV, JSON, SQL and other text files are read");
  }
  return new TextDecoder(encoding);
}

/** By the mark at its beginning, or, as Windows writes without one, by the zeros in every other byte. */
function encodingOf(sample) {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  sample.forEach((byte, index) => byte === 0 && zeros[index % 2]++);
  const many = sample.length / 4;
  if (zeros[1] > many && zeros[0] < many / 16) return "utf-16le";
  return zeros[0] > many && zeros[1] < many / 16 ? "utf-16be" : "utf-8";
}

/** How many control characters a text has that no log has; a crash may leave a log with a run of zeros. */
function strange(text) {
  const controls = text.match(/\0+|(?!\s)\p{Cc}/gu) ?? [];
  return controls.filter((unit) => unit !== ESCAPE).length;
}
