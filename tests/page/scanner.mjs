// What the page finds in a text. MODULES is the folder of the page's modules, as they are before they become one script.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { pathToFileURL } from "node:url";

const module = (name) => import(pathToFileURL(`${process.env.MODULES}/${name}.js`));
const { Scanner } = await module("scanner");
const { LONGEST } = await module("lines");
const { parts, Unreadable } = await module("files");
const { Reason } = await module("wv2interrupt");
const { single, link } = await module("questions");
const { visible } = await module("visible");
const { ticket } = await module("ticket");

/** The mentions as "line name", where a number of Chromium's is called as in a link. */
function found(text, numbers) {
  const scanner = new Scanner(numbers);
  scanner.begin();
  scanner.push(text);
  scanner.end();
  return scanner.mentions.map(({ line, question }) => `${line} ${link(question)}`);
}

test("every name in every spelling is found, whatever stands around it", () => {
  for (const { name, symbol } of Reason.all().filter(({ code }) => code > 0)) {
    for (const spelling of [
      name,
      symbol,
      symbol.replace("COREWEBVIEW2_", ""),
      `k${name}`,
      `CoreWebView2DownloadInterruptReason.${name}`,
    ]) {
      for (const [before, after] of [
        ["", ""],
        ['{"e":"', '"}'],
        ["[12:00:01.5]", ";"],
        ["12:00:01-", ":3"],
        ["a::b::", "."],
        ["(", ")"],
        ["\0", "\0"],
      ]) {
        assert.deepEqual(found(`x\n${before}${spelling}${after}`), [`2 ${name}`], `${before}${spelling}${after}`);
      }
    }
  }
});

test("everyday words are no reasons, unless a field says so", () => {
  const crashed = Reason.fromName("CRASH").name;
  assert.deepEqual(found("error: None, none. tab:Crash Crash! crash\nreason: None\nUnknown Failed File-Server"), []);
  assert.deepEqual(found("InterruptReason: None\nDownloadInterruptReason.None\n'interrupt_reason' = 'Crash'"), [
    "1 None",
    "2 None",
    `3 ${crashed}`,
  ]);
});

test("numbers are reasons beside that word alone", () => {
  const canceled = Reason.from(0x1a).name;
  const taken = [
    "InterruptReason: 26",
    "reason 0x1a",
    "REASON=0X1A",
    '"interruptReason" : "26"',
    "InterruptReason -> 26.",
    "reason (26)",
    "reason code 26",
    "reason_code=26,",
    "get_InterruptReason() == 26",
    "lastReason[26]",
    "reason is 26",
    "reason-code: 26",
    "InterruptReason\uff1a26",
    "<InterruptReason>26</InterruptReason>",
    "<Data Name='InterruptReason'>26</Data>",
    '{"message":"{\\"InterruptReason\\":\\"26\\"}"}',
    "Reason: User Cancelled by somebody",
    "reason: Some(26)",
    "reason = Optional[26]",
    "reason = Just 26",
    "| InterruptReason | 26 |",
    "\u2502 reason \u2502 26 \u2502",
    "reason: 26.0",
    "reason=26.",
  ];
  for (const text of taken) assert.deepEqual(found(text), [`1 ${canceled}`], text);
  const none = [
    "26",
    "error 26",
    "reasonable 26",
    "26 reasons",
    "reason: 26%",
    "reason 26.5",
    "reason 26.05",
    "reason 26.0.1",
    "reason: Timeout(26)",
    "reason at 10:26",
    "reason: 2026-11-29",
    "reason -106",
    "ProcessFailedReason: 26",
    "exit reason 26",
    "0x80004005 reason: 0x80004005",
  ];
  for (const text of none) assert.deepEqual(found(text), [], text);
  assert.deepEqual(found("reason: 57"), ["1 57"]);
});

test("colours and what stands for a character hide nothing", () => {
  const name = Reason.from(3).name;
  for (const text of [
    `\x1b[31m${name}\x1b[0m`,
    "reason: \x1b[38;5;45m3\x1b[0m",
    `InterruptReason: \x1b[33m3\x1b[0m (\x1b[1;32m${name}\x1b[0m)`,
    `[31m${name}[0m`,
    `{"message":"Interrupted:\\n${name}\\r\\n\\tat App"}`,
    `\\u001b[31m${name}`,
    '{"message":"{\\u0022InterruptReason\\u0022:3}"}',
    "&lt;Reason&gt;3&lt;/Reason&gt;",
    "reason=&quot;3&quot;",
    "reason=&#34;3&#x22;",
  ])
    assert.deepEqual(found(text), [`1 ${name}`], text);
  // A mention is shown as it stands.
  const scanner = new Scanner();
  scanner.begin();
  scanner.push(`\x1b[31m${name}\x1b[0m\n`);
  assert.equal(scanner.mentions[0].excerpt, `\u241b[31m${name}\u241b[0m`);
});

test("one thing that is said twice counts once", () => {
  const name = Reason.from(3).name;
  for (const text of [`InterruptReason: 3 (${name})`, `reason=3 ${name}`, `reason ${name} (Chromium's 3)`])
    assert.deepEqual(found(text), [`1 ${name}`], text);
  assert.deepEqual(found(`${name}, ${name}`), [`1 ${name}`, `1 ${name}`]);
});

test("Chromium's numbers are Chromium's where the text says so", () => {
  const [ours, theirs] = [Reason.from(3), Reason.fromChromium(40)].map(({ name }) => name);
  const rows = (...values) => values.map((value, index) => `${index + 2} ${value}`);
  const wanted = [theirs, ours, "chromium=15"];
  const exports = {
    CSV: 'id,target_path,interrupt_reason,state\n1,"C:\\a,b ""c""",40,2\n2,x,3,4\n3,y,15,4',
    TSV: "interrupt_reason\tid\n40\t1\n3\t2\n15\t3",
    "the sqlite3 list": "id|interrupt_reason|state\n1|40|4\n2|3|4\n3|15|4",
    "a box":
      "\u2502 id \u2502 interrupt_reason \u2502\n\u2502 1 \u2502 40 \u2502\n\u2502 2 \u2502 3 \u2502\n\u2502 3 \u2502 15 \u2502",
    "aligned columns": "id  interrupt_reason  state\n1   40                4\n2   3                 4\n3   15                4",
    "one column": "interrupt_reason\n40\n3\n15",
    JSON: '[\n{"id":1,"interrupt_reason":40,"state":4},\n{"id":2,"interrupt_reason":3},\n{"interrupt_reason": "15"}]',
    SQL:
      "CREATE TABLE downloads (id INTEGER PRIMARY KEY,guid VARCHAR NOT NULL,interrupt_reason INTEGER NOT NULL,hash BLOB NOT NULL);\n" +
      "INSERT INTO downloads VALUES(1,'it''s (a,b','40',X'00');\nINSERT INTO downloads VALUES(2,'x',3,''); \n" +
      'INSERT INTO "downloads"(id,interrupt_reason) VALUES(3,15);',
    "a report": `\n  reason   ${theirs} (Chromium's 40)\n  reason   ${ours} (Chromium's 3)\n  reason   Unknown (Chromium's 15, FILE_SAME_AS_SOURCE)`,
    "one value a line": "\ninterrupt_reason = 40\ninterrupt_reason = 3\nCHROMIUM_REASON=15",
  };
  for (const [kind, text] of Object.entries(exports)) assert.deepEqual(found(text.replace("'40'", "40")), rows(...wanted), kind);
  assert.deepEqual(found("a,interrupt_reason\n1,40\n\n2,40\n"), [`2 ${theirs}`], "a table ends");
});

test("tables of people's own programs are read", () => {
  const [first, second] = [Reason.from(26), Reason.from(3)].map(({ name }) => name);
  const tables = {
    "PowerShell's, quoted": '"File","InterruptReason"\n"a, b","26"\n"c","3"',
    "PowerShell's, one column": '"InterruptReason"\n"26"\n"3"',
    "a European CSV": "Datei;Interrupt Reason;State\na,b;26;2\nc;3;2",
    "two columns": "reason,interrupt_reason\n0,40\n0,3",
    "a word alone": "time\tReason\n10:26\t26\n10:03\t3",
    Markdown: "| file | reason |\n|---|---:|\n| a | 26 |\n| b | 3 |",
    "psql's": " id | last_reason \n----+-------------\n  1 |          26\n  2 |           3",
    "Node's": "\u2502 (index) \u2502 interruptReason \u2502\n\u2502 0 \u2502 26 \u2502\n\u2502 1 \u2502 3 \u2502",
    "pandas', where some have none": "file,interruptReason\na,26.0\nb,\nc,3.0",
    "hexadecimal numbers": "InterruptReason,State\n0x1a,2\n0x3,2",
    SQL:
      "CREATE TABLE log (file TEXT,\n  InterruptReason INT);\nINSERT INTO log VALUES('a', 26);\n" +
      "INSERT INTO [log] ([Reason], [File]) VALUES (3, 'b');",
    "an underlined heading":
      "Id InterruptReason State\n-- --------------- -----\n 1              26     2\n 2               3     2",
    "a heading of one letter": "N InterruptReason\n- ---------------\n1              26\n2               3",
    "strokes as wide as the column":
      "file     reason         \n-------- ---------------\na.iso                 26\nb.iso    3              ",
    "one column, underlined": "\nReason\n------\n    26\n     3",
  };
  for (const [kind, text] of Object.entries(tables))
    assert.deepEqual(
      found(text).map((mention) => mention.replace(/^\d+ /, "")),
      [first, second],
      kind,
    );
  for (const text of [
    "ExitReason,State\n26,2",
    "file,reason\na,b,26",
    "file,reason\n\na,26",
    "a,reason,3\nb,26,4",
    "Id Reasonable\n-- ----------\n 1         26",
    "Id Reason\n-- ------\n 126  4",
    "The reason is\n26",
    "Reason\n26",
    "the reason, and\n26, and",
    "Reason State\n26 3",
  ])
    assert.deepEqual(found(text), [], text);
});

test("what the reader of History databases prints is read", () => {
  const report = readFileSync(new URL("../history/report.txt", import.meta.url), "utf8")
    .replace(/\{\w+\}/g, "")
    .replace(/Unknown \((\d+)\)/g, "Unknown (Chromium's $1)");
  const expected = [];
  report.split("\n").forEach((line, index) => {
    const [, name, number] = /^ {2}reason +(\w+) \(Chromium's (\d+)\)/.exec(line) ?? [];
    // What has no room in 32 bits is no reason.
    if (name && number < 2 ** 31) expected.push(`${index + 1} ${name === "Unknown" ? `chromium=${number}` : name}`);
  });
  assert.ok(expected.length > 10);
  assert.deepEqual(found(report), expected);
});

test("numbers are read as the person says", () => {
  assert.deepEqual(found("reason: 40", "chromium"), ["1 UserCanceled"]);
  assert.deepEqual(found("interrupt_reason\n26\n", "webview2"), ["2 UserCanceled"]);
  assert.deepEqual(found("reason: 40", "webview2"), ["1 40"]);
});

test("a question alone is a number or a name", () => {
  const asks = (text, numbers = "automatic") => {
    const { question } = single(text, numbers);
    return question && link(question);
  };
  for (const text of ["26", "0x1a", " 0X1A\n", "026", "user cancelled", "UserCanceled", "chromium=40", "Chromium 40", "CEF: 40"])
    assert.equal(asks(text), "UserCanceled", text);
  const wide = ["\uff12\uff16", "\uff10\uff58\uff11\uff41", "\u300026\u3000"];
  for (const text of ["26.", "26,", "(26)", '"0x1a"', "#26", '"UserCanceled",', ...wide])
    assert.equal(asks(text), "UserCanceled", text);
  assert.equal(asks("40", "chromium"), "UserCanceled");
  assert.equal(asks("crash"), "DownloadProcessCrashed");
  assert.equal(asks("none"), "None");
  assert.equal(asks("57"), "57");
  assert.equal(asks("-1"), "-1");
  assert.equal(asks("FILE_SAME_AS_SOURCE"), "chromium=15");
  assert.equal(asks("chromium=99"), "chromium=99");
  for (const text of ["", "x", "4294967299", "1e1", "+3", "3 4"]) assert.equal(asks(text), undefined, text);
  // What is a number, but of no reason.
  assert.deepEqual(single("0x80004005", "automatic"), { question: undefined, read: "webview2" });
});

test("lines end where they end, in parts of any size and however long they are", () => {
  const name = Reason.from(3).name;
  const long = `${"x".repeat(3 * LONGEST)} ${name} ${"y ".repeat(LONGEST)}${name}`;
  const text = `a\r\n${name}\n\n${long}\nInterruptReason: 26\r\n${name}`;
  const expected = [`2 ${name}`, `4 ${name}`, `4 ${name}`, "5 UserCanceled", `6 ${name}`];
  for (const size of [1000, 4096, LONGEST + 7, text.length]) {
    const scanner = new Scanner();
    scanner.begin();
    for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
    scanner.end();
    assert.deepEqual(
      scanner.mentions.map(({ line, question }) => `${line} ${link(question)}`),
      expected,
      `${size}`,
    );
    assert.equal(scanner.lines, 6);
  }
  // However a line ends, and wherever a part does.
  for (const end of ["\n", "\r\n", "\r\r\n", "\r"]) {
    for (const last of ["", end]) {
      const rows = ["id,interrupt_reason", "1,40", "2,3"].join(end) + last;
      for (let at = 0; at <= rows.length; at++) {
        const scanner = new Scanner();
        scanner.begin();
        for (const part of [rows.slice(0, at), rows.slice(at)]) scanner.push(part);
        scanner.end();
        const lines = scanner.mentions.map(({ line, question }) => `${line} ${link(question)}`);
        assert.deepEqual(lines, ["2 UserCanceled", `3 ${name}`], JSON.stringify([end, rows.slice(0, at)]));
        assert.equal(scanner.lines, 3);
      }
    }
  }
  // Wherever a long line is cut.
  for (let before = LONGEST - 40; before < LONGEST + 40; before++)
    assert.deepEqual(
      found(`${"x ".repeat(before / 2)}InterruptReason: 26, ${name}${" y".repeat(LONGEST)}`),
      ["1 UserCanceled", `1 ${name}`],
      `${before}`,
    );
});

test("what is kept has a limit, and what is left out is counted", () => {
  const scanner = new Scanner();
  scanner.begin();
  for (let number = 1000; number < 3000; number++) scanner.push(`reason: ${number}\n`);
  scanner.end();
  assert.deepEqual([scanner.count, scanner.found.size, scanner.others, scanner.mentions.length], [2000, 100, 1900, 100]);
  scanner.begin();
  for (let line = 0; line < 5000; line++) scanner.push("UserCanceled".padEnd(500, "-") + "\n" + "reason: 1000\n");
  scanner.end();
  assert.equal(scanner.mentions.length, 1000);
  for (const { places } of scanner.found.values()) assert.ok(places.length <= 10);
  for (const { excerpt } of scanner.mentions) assert.ok(excerpt.length < 250);
  for (const before of ["", "x"]) {
    const scanner = new Scanner();
    scanner.begin();
    scanner.push(`${"\u{1f600}".repeat(99)}${before}reason: 3${"\u{1f600}".repeat(99)}\n`);
    assert.match(scanner.mentions[0].excerpt, /^\u2026\u{1f600}+x?reason: 3\u{1f600}+\u2026$/u, "no half of a character");
  }
});

test("hostile lines take no longer than others", () => {
  const size = 1 << 20;
  /** The processor's milliseconds, in which nothing else on the machine counts. */
  const time = (act) => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const usual = Math.max(time(() => found("a quick line of some words\n".repeat(size / 27))), 50);
  for (const unit of [
    "reason",
    "reason ",
    "reason:",
    'reason="',
    ".",
    "a.",
    "a-",
    "_",
    "k",
    "InterruptReason.",
    '"',
    "interrupt_reason,",
    "reason,",
    "reason|",
    "reason\t \n",
    "a;reason;b\n1;2;3\n",
    "- ",
    "Reason\n------\n",
    "reason Some(",
    "Chromium's ",
    "INSERT INTO a VALUES(",
    "CREATE TABLE a(",
    "reason" + " ".repeat(99),
    "FileNoSpace:",
    "\r",
    "(",
    ",",
    `word${".".repeat(LONGEST)}x `,
    `CREATE TABLE a()${" ".repeat(LONGEST)}x\n`,
    `INSERT INTO a${" ".repeat(LONGEST)}x\n`,
    `[${"1;".repeat(99)}`,
  ]) {
    const taken = time(() => found(unit.repeat(size / unit.length)));
    assert.ok(taken < 30 * usual, `${JSON.stringify(unit.slice(0, 30))}: ${taken} ms, and usual text ${usual} ms`);
  }
  assert.ok(time(() => single(`chromium${" ".repeat(3000)}x\ny`, "automatic")) < 30 * usual, "a link");
});

async function read(bytes) {
  let text = "";
  for await (const part of parts(new Blob([bytes]))) text += part.text;
  return text;
}

test("text is read in every encoding that Windows writes", async () => {
  const text = `Größe 概要\r\nInterruptReason: 26\r\n`.repeat(40_000);
  const little = Buffer.from(text, "utf16le");
  const big = Buffer.from(little).swap16();
  for (const [bytes, name] of [
    [Buffer.from(text), "UTF-8"],
    [Buffer.from(`\ufeff${text}`), "UTF-8 with a mark"],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), little]), "UTF-16 with a mark"],
    [Buffer.concat([Buffer.from([0xfe, 0xff]), big]), "UTF-16, the larger byte first"],
  ])
    assert.equal(await read(bytes), text, name);
  const plain = "InterruptReason: 26\r\n".repeat(100);
  assert.equal(await read(Buffer.from(plain, "utf16le")), plain);
  assert.equal(await read(Buffer.from(plain, "utf16le").swap16()), plain);
  // What is no UTF-8, and zeros that a crash has left, spoil nothing else.
  const torn = await read(
    Buffer.concat([Buffer.from([0xfc, 0x20, 0xff]), Buffer.alloc(5000), Buffer.from("\nInterruptReason: 26\n")]),
  );
  assert.deepEqual(found(torn), ["2 UserCanceled"]);
});

test("a file that is no text is refused with one line", async () => {
  const random = Uint8Array.from({ length: 50_000 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 255);
  await assert.rejects(read(random), (error) => error instanceof Unreadable && /^is no text: [^\n]+$/.test(error.message));
  await assert.rejects(read("SQLite format 3\0" + "\0".repeat(999)), /^Error: is a database: run `python -m wv2interrupt history`/);
  for (const empty of ["", "\ufeff"]) await assert.rejects(read(empty), /is empty/);
});

test("what acts or cannot be seen is shown as a sign", () => {
  assert.equal(visible("a\x1b[2J\0\x7f\t"), "a\u241b[2J\u2400\u2421\u2409");
  assert.equal(visible("\u202ecod.exe\u200b\ufeff\ud800\u2028\x9b"), "\\u{202e}cod.exe\\u{200b}\\u{feff}\\u{d800}\\u{2028}\\u{9b}");
  assert.equal(visible("Größe 概要 😀"), "Größe 概要 😀");
});

test("a ticket has nothing of the log as markup", () => {
  const scanner = new Scanner();
  scanner.begin("a`b``.log");
  scanner.push("`FileNoSpace` ``` <img src=x> @somebody #1 [x](https://example.com) \u202e | **b**\n");
  scanner.end();
  const markdown = ticket("markdown", [...scanner.found.values()], "en");
  const line = markdown.split("\n").find((each) => each.includes("img"));
  assert.equal(
    line,
    "- ``` a`b``.log ```, line 1: ```` `FileNoSpace` ``` <img src=x> @somebody #1 [x](https://example.com) \\u{202e} | **b** ````",
  );
  assert.match(markdown, /^### Disk full \u2013 FileNoSpace \(3, 0x3\)\n\nThere was /);
  const text = ticket("text", [...scanner.found.values()], "de");
  assert.match(text, /^Datenträger voll \u2013 FileNoSpace \(3, 0x3\)\n/);
  assert.match(text, /Mentioned once:\n {2}a`b``\.log, line 1: `FileNoSpace`/);
  scanner.push("ServerNoRange\n".repeat(13));
  const last = [...scanner.found.values()].slice(-1);
  for (const kind of ["text", "markdown"]) {
    const said = ticket(kind, last, "en");
    assert.match(said, /Mentioned 13 times:\n+(?:[- ] .*, line \d+: `?ServerNoRange`?\n){10}[- ] and 3 more\n$/, kind);
    assert.match(said, /observed, CanResume was TRUE: Chromium 156/, kind);
  }
});
