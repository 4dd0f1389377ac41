// What a list of downloads shows, in the language of a tag or in the person's.
//
// usage: node row.mjs [TAG] < REPORTS
//
// Each line of standard input is what a download says of itself, in columns as in tests/data/waiting.tsv; lines with the
// same name, one behind the other, are of the same download. Lines that begin with # are passed over, and so is the line
// of the columns' names.
//
// Exit status: 0; 2 when a line was no report, or the tag of no language (the rest is still shown); 1 when input or output
// failed.

import { createReadStream } from "node:fs";
import { DownloadRow, Language } from "wv2interrupt";

const COLUMNS = "what\tstate\treason\treceived\ttotal\tcan_resume";
const REPORT = /^([^\t\r\n\0]*)\t(-?\d+)\t(-?\d+)\t(-?\d+)\t(-?\d+)\t(-?\d+)(?:[\t\r][^\0]*)?$/;
const LONGEST = 999;

function complain(what) {
  console.error(`row: ${what}`);
  process.exitCode = 2;
}

const [tag] = process.argv.slice(2);
const language = tag === undefined ? Language.preferred() : Language.find(tag);
if (language === undefined) {
  complain(`a language is a tag such as en or de-AT, of one of these: ${Language.all().join(" ")}`);
}

function parse(line) {
  const [, name, ...numbers] = (line.length <= LONGEST && REPORT.exec(line)) || [];
  const [state, reason, received, total, canResume] = numbers.map(BigInt);
  const fit = (bits, ...all) => all.every((number) => BigInt.asIntN(bits, number) === number);
  if (name === undefined || !fit(32, state, reason) || !fit(64, received, total, canResume)) return undefined;
  return { name, state: Number(state), reason: Number(reason), received, total, canResume: canResume !== 0n };
}

let download = { name: "", state: 0, row: new DownloadRow() };

// Tells a row what its download says: a new state comes with StateChanged, all else with BytesReceivedChanged.
function tell({ name, ...report }) {
  const isNew = name !== download.name;
  const row = isNew ? new DownloadRow() : download.row;
  if (isNew || report.state !== download.state) {
    row.stateChanged(report);
  } else {
    row.bytesReceivedChanged(report);
  }
  download = { name, row, state: report.state };
  return row;
}

function show(name, row) {
  // What comes from elsewhere may act on a terminal.
  const shown = name.replace(/[^ -~]/g, "?");
  const is = `${row.outcome}, ${row.action}${row.silent ? ", silent" : ""}`;
  const words = [row.label(language), row.message(language), row.advice(language), row.button(language)];
  process.stdout.write(`${[shown, is, ...words].join("\t")}\n`);
}

async function* lines(input) {
  let rest = "";
  for await (const chunk of input) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    yield* parts;
  }
  if (rest !== "") yield rest;
}

function fail(error) {
  if (error.code !== "EPIPE") { // nobody reads on
    console.error("row: the input could not be read, or the output not written");
  }
  process.exit(1);
}

process.stdout.on("error", fail);
try {
  let number = 0;
  // Where standard input cannot be read, process.stdin is empty.
  for await (const line of lines(createReadStream("", { fd: 0, encoding: "latin1" }))) {
    number += 1;
    if (line.startsWith("#") || line.startsWith(COLUMNS)) continue;
    const report = parse(line);
    if (report) {
      show(report.name, tell(report));
    } else {
      complain(`line ${number} is no report; its columns are: ${COLUMNS}`);
    }
  }
} catch (error) {
  fail(error);
}
