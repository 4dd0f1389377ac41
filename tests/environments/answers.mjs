// Runs the functions of the library as a WebAssembly module, and prints what `explain --format tsv` would.
//
// usage: node answers.mjs MODULE CODE...

import { readFileSync } from "node:fs";

const [file, ...codes] = process.argv.slice(2);
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
const { memory } = exports;

const call = (name, ...values) => exports[`wv2_interrupt_${name}`](...values);

function text(name, ...values) {
  const [utf8, utf16] = [read(call(name, ...values), 1, "utf-8"), read(call(`${name}_utf16`, ...values), 2, "utf-16le")];
  if (utf8 !== utf16) throw new Error(`${name}: ${utf8} is not ${utf16}`);
  return utf8;
}

function read(address, width, encoding) {
  const bytes = new Uint8Array(memory.buffer);
  let end = address;
  while (bytes.subarray(end, end + width).some((byte) => byte !== 0)) end += width;
  return new TextDecoder(encoding).decode(bytes.slice(address, end));
}

function find(name) {
  const input = exports.__heap_base.value;
  if (memory.buffer.byteLength < input + 256) memory.grow(1);
  const bytes = new Uint8Array(memory.buffer, input, 256).fill(0);
  bytes.set(new TextEncoder().encode(name));
  return call("from_name", input);
}

const INTERRUPTED = 1;
const ENGLISH = 0;

console.log("code name symbol category recovery outcome chromium label message advice description".replaceAll(" ", "\t"));
for (const code of codes.map(Number)) {
  const category = call("category", code);
  const row = [
    code,
    text("name", code),
    text("symbol", code),
    text("category_name", category),
    text("recovery_name", call("recovery", code)),
    text("outcome_name", call("outcome", INTERRUPTED, code)),
    call("to_chromium", code),
    ...["label", "message", "advice"].map((name) => text(name, code, ENGLISH)),
    text("description", code),
  ];
  if (find(row[1]) !== (category < 0 ? -1 : code)) throw new Error(`${row[1]} is not found`);
  console.log(row.join("\t"));
}
