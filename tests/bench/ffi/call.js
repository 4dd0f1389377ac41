// A look-up through koffi: prints nanoseconds a call, for the bare pointer and for the text, a line for each round.

const assert = require('node:assert');
const koffi = require('koffi');

const [path, rounds, calls] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const library = koffi.load(path);
const pointer = library.func('void *wv2_interrupt_name(int32_t)');
const text = library.func('const char *wv2_interrupt_name(int32_t)');
assert.strictEqual(text(3), 'FileNoSpace');

function nanoseconds(call, codes) {
  const begin = process.hrtime.bigint();
  for (const code of codes) call(code);
  return Number(process.hrtime.bigint() - begin) / codes.length;
}

for (let round = 0; round < rounds; round++) {
  const codes = Array.from({ length: calls }, () => Math.floor(Math.random() * 33));
  console.log(nanoseconds(pointer, codes), nanoseconds(text, codes));
}
