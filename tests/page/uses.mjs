// What people do with the page, from disk and without a network.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { address, ask, close, copied, headings, open, settled, status, using } from "./browser.mjs";

const folder = mkdtempSync(join(tmpdir(), "page-"));
after(() => rmSync(folder, { recursive: true }));

/** Files for the page to read. */
function files(contents) {
  return Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

const CANCELED = "UserCanceled (26, 0x1a)";
const FULL = "FileNoSpace (3, 0x3)";

test("a number or a name is answered as it is typed, and the address becomes a link to it", () =>
  using({}, async (page) => {
    assert.match(page.url(), /^file:/);
    assert.match(await page.textContent("footer"), /^\s*wv2interrupt \d+\.\d+\.\d+\. /);
    for (const [asked, heading, link] of [
      ["0x1a", CANCELED, "#UserCanceled"],
      ["QWebEngineDownloadRequest::FileBlocked", "FileBlockedByPolicy (8, 0x8)", "#FileBlockedByPolicy"],
      ["file no space", FULL, "#FileNoSpace"],
      ["57", "Unknown (57, 0x39)", "#57"],
      ["-1", "Unknown (-1, -0x1)", "#-1"],
      ["chromium=36", "ServerForbidden (22, 0x16)", "#ServerForbidden"],
      ["chromium=15", "FILE_SAME_AS_SOURCE (Chromium\u2019s 15)", "#chromium=15"],
      ["chromium=99", "Unknown (Chromium\u2019s 99)", "#chromium=99"],
    ]) {
      await ask(page, asked);
      assert.deepEqual([await status(page), await headings(page), page.url()], [heading, [heading], address + link], asked);
    }
    await page.evaluate(() => {
      window.changes = 0;
      const replaceState = history.replaceState.bind(history);
      history.replaceState = (...state) => (window.changes++, replaceState(...state));
    });
    await ask(page, "0x80004005");
    assert.deepEqual([await status(page), await headings(page), page.url()], ["No reason has so large a number.", [], address]);
    await ask(page, "nothing of interest");
    assert.match(await status(page), /^No reason in 1 line\. A reason is a name/);
    assert.deepEqual([await headings(page), page.url()], [[], address]);
    assert.equal(await page.evaluate(() => window.changes), 1, "the address changes when it has to");
    await ask(page, "");
    assert.match(await status(page), /^Nothing yet/);
  }));

test("the switch says whose the numbers are, and the page what they would be otherwise", () =>
  using({}, async (page) => {
    await ask(page, "40");
    assert.deepEqual(await headings(page), ["Unknown (40, 0x28)"]);
    assert.equal(
      await page.textContent(".reading"),
      "Read as WebView2\u2019s number. As Chromium\u2019s, 40 is UserCanceled: choose above which it is.",
    );
    await settled(page, () => page.selectOption("#numbers", "chromium"));
    assert.deepEqual(await headings(page), [CANCELED]);
    assert.equal(
      await page.textContent(".reading"),
      "Read as Chromium\u2019s number. As WebView2\u2019s, 40 is not known: choose above which it is.",
    );
    await ask(page, "reason=40\nreason=40");
    assert.deepEqual(await headings(page), [CANCELED]);
    await settled(page, () => page.selectOption("#numbers", "webview2"));
    assert.deepEqual(await headings(page), ["Unknown (40, 0x28)"]);
  }));

test("a link opens its answer", async () => {
  for (const [part, heading] of [
    ["#FileNoSpace", FULL],
    ["#26", CANCELED],
    ["#0x1a", CANCELED],
    ["#chromium=40", CANCELED],
    ["#chromium=36", "ServerForbidden (22, 0x16)"],
    ["#DOWNLOAD_INTERRUPT_REASON_CRASH", "DownloadProcessCrashed (29, 0x1d)"],
    ["#file%20no%20space", FULL],
  ]) {
    await using({ part }, async (page) => assert.deepEqual([await headings(page), await status(page)], [[heading], heading], part));
  }
  await using({ part: "#%" }, async (page) => {
    assert.match(await status(page), /^No reason/);
    await settled(page, () => page.evaluate(() => (location.hash = "#FileNoSpace")));
    assert.equal(await page.inputValue("#question"), "FileNoSpace");
    assert.deepEqual(await headings(page), [FULL]);
    await page.click("#all summary");
    await settled(page, () => page.click("#all >> text=26 UserCanceled"));
    assert.deepEqual(await headings(page), [CANCELED]);
    await settled(page, () => page.goBack());
    assert.deepEqual(await headings(page), [FULL]);
    // What was asked before, though it has no link, is there again.
    await ask(page, LOG);
    await settled(page, () => page.click("#all >> text=26 UserCanceled"));
    await settled(page, () => page.goBack());
    assert.deepEqual([await headings(page), await page.inputValue("#question")], [[CANCELED, FULL], LOG.replaceAll("\r", "")]);
    // A long link does not take the field's time.
    await settled(page, () => page.evaluate(() => (location.hash = `#${"y ".repeat(60_000)}reason: 3`)));
    assert.deepEqual([await headings(page), await page.inputValue("#question")], [[FULL], ""]);
  });
});

const LOG = "start\nInterruptReason: 26\r\nbusy\nreason=FileNoSpace\nUserCanceled again\n";

test("a log is counted, and shown line by line when that is wanted", () =>
  using({}, async (page) => {
    await ask(page, LOG);
    assert.equal(await status(page), "2 reasons in 5 lines, mentioned 3 times.");
    assert.deepEqual(await headings(page), [CANCELED, FULL]);
    assert.deepEqual(await page.$$eval(".places li", (all) => all.map((each) => each.textContent)), [
      "line 2: InterruptReason: 26",
      "line 5: UserCanceled again",
      "line 4: reason=FileNoSpace",
    ]);
    assert.ok(await page.isHidden("#lines"));
    await page.check("#by-line");
    const rows = await page.$$eval("#lines tbody tr", (all) =>
      all.map((row) => [...row.cells].map((cell) => cell.textContent).join("|")),
    );
    assert.deepEqual(rows, [
      "line 2|UserCanceled|InterruptReason: 26",
      "line 4|FileNoSpace|reason=FileNoSpace",
      "line 5|UserCanceled|UserCanceled again",
    ]);
    await ask(page, `reason: 3\n${"UserCanceled\n".repeat(13)}`);
    assert.deepEqual(await headings(page), [CANCELED, FULL], "the most mentioned first");
    assert.equal(await page.locator(".places li").count(), 11);
    assert.equal(await page.textContent(".places + p"), "and 3 more");
    const link = await page.$eval("article a[href^='#']", (link) => [link.textContent, link.href]);
    assert.deepEqual(link, ["#UserCanceled", `${address}#UserCanceled`]);
  }));

/** Gives the page an event with data, as a browser does when something is pasted or dropped. */
function transfer(page, type, { text, ...files }) {
  return settled(page, () =>
    page.evaluate(
      ({ type, text, files }) => {
        const data = new DataTransfer();
        if (text) data.setData("text/plain", text);
        for (const { name, content, ...options } of files) data.items.add(new File([content], name, options));
        const [Kind, key, target] =
          type === "paste"
            ? [ClipboardEvent, "clipboardData", document.getElementById("question")]
            : [DragEvent, "dataTransfer", document.body];
        target.dispatchEvent(new Kind(type, { [key]: data, bubbles: true, cancelable: true }));
      },
      { type, text, files: Object.values(files) },
    ),
  );
}

test("a log is pasted or dropped, as a text or as a file", () =>
  using({}, async (page) => {
    for (const type of ["paste", "drop"]) {
      await transfer(page, type, { text: LOG + "x\n".repeat(100_000) });
      assert.equal(await status(page), "2 reasons in 100,005 lines, mentioned 3 times.", type);
      assert.equal(await page.inputValue("#question"), "");
      await transfer(page, type, { file: { name: "app.log", content: "reason: 3" } });
      assert.equal(await status(page), "1 reason in 1 line of \u2018app.log\u2019, mentioned once.", type);
      assert.equal(await page.$eval("#files", ({ files }) => files[0].name), "app.log");
      // As Excel does it.
      const picture = { name: "image.png", content: "\x01".repeat(99), type: "image/png" };
      await transfer(page, type, { text: LOG + "x\n".repeat(100_000), picture });
      assert.match(await status(page), /^2 reasons in 100,005 lines, /, type);
      await transfer(page, type, { picture });
      assert.match(await page.textContent("#problems"), /^\u2018image\.png\u2019 is no text/, type);
    }
    const drag = (type) =>
      page.evaluate((type) => {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true }));
        return document.body.className;
      }, type);
    assert.deepEqual([await drag("dragover"), await drag("dragleave"), await drag("dragenter")], ["dropping", "", "dropping"]);
    await transfer(page, "drop", { text: "0x1a" });
    assert.equal(await page.evaluate(() => document.body.className), "");
    assert.deepEqual([await page.inputValue("#question"), await headings(page)], ["0x1a", [CANCELED]]);
    // As a person does it.
    await page.evaluate(() => navigator.clipboard.writeText("FileNoSpace"));
    await ask(page, "");
    await page.focus("#question");
    await settled(page, () => page.keyboard.press("Control+V"));
    assert.deepEqual(await headings(page), [FULL]);
  }));

test("what was asked last is what is answered", () =>
  using({}, async (page) => {
    // Each is asked while the one before is not answered.
    const drop = (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", text);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    };
    await page.evaluate(`window.drop = ${drop}`);
    const answer = async () => {
      await page.waitForTimeout(300);
      return [await headings(page), await page.locator("#problems li").count(), await page.$eval("#files", ({ files }) => files.length)];
    };
    await page.evaluate(async (log) => {
      window.drop(log);
      for (let turn = 0; turn < 99; turn++) await undefined;
      window.drop("26");
    }, LOG);
    assert.deepEqual(await answer(), [[CANCELED], 0, 0], "a text that is read to its end");
    await settled(page, () =>
      page.evaluate((log) => {
        const field = document.getElementById("question");
        field.value = "26";
        field.dispatchEvent(new Event("input"));
        window.drop(log + "x\n".repeat(100_000));
      }, LOG),
    );
    assert.deepEqual(await answer(), [[CANCELED, FULL], 0, 0], "a text that is being typed");
    const [file] = files({ "gone.log": "reason: 3" });
    await settled(page, () => page.setInputFiles("#files", file));
    rmSync(file);
    await page.evaluate(() => {
      document.getElementById("numbers").dispatchEvent(new Event("change"));
      window.drop("26");
    });
    assert.deepEqual(await answer(), [[CANCELED], 0, 0], "a file that cannot be read");
  }));

test("files are read whatever their encoding, and each bad one gets one line", () =>
  using({}, async (page) => {
    const random = Uint8Array.from({ length: 5000 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 255);
    const chosen = files({
      "a.log": LOG,
      "b.log": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("\r\nInterruptReason: 26\r\n", "utf16le")]),
      "c.zip": random,
      History: "SQLite format 3\0" + "\0".repeat(99),
      "d.log": "",
      "e.log": Buffer.concat([Buffer.from([0xfc, 0xff, 0]), Buffer.from("\nUserCanceled")]),
    });
    await settled(page, () => page.setInputFiles("#files", chosen));
    assert.equal(await status(page), "2 reasons in 9 lines of 6 files, mentioned 5 times.");
    assert.deepEqual(await page.$$eval("#problems li", (all) => all.map((each) => each.textContent)), [
      "\u2018c.zip\u2019 is no text: logs, CSV, JSON, SQL and other text files are read.",
      "\u2018History\u2019 is a database: run `python -m wv2interrupt history` with it, and paste what that prints.",
      "\u2018d.log\u2019 is empty, or a folder.",
    ]);
    assert.ok((await page.textContent(".places")).startsWith("a.log, line 2: "));
    await ask(page, "26");
    assert.equal(await page.locator("#problems li").count(), 0);
  }));

test("an export of a History database has Chromium's numbers", () =>
  using({}, async (page) => {
    await ask(page, "id,target_path,interrupt_reason\n1,a.zip,40\n2,b.zip,15\n");
    assert.deepEqual(await headings(page), [CANCELED, "FILE_SAME_AS_SOURCE (Chromium\u2019s 15)"]);
    assert.match(await page.textContent("article"), /Read as Chromium\u2019s number/);
  }));

test("nothing in a log does anything", () =>
  using({}, async (page) => {
    const hostile = '<img src=x onerror="window.harm=1"><script>harm=1</script> \u202eFileNoSpace\u0007\x1b[2J <b>&lt;';
    const [file] = files({ "<img src=x onerror=harm=1>.log": `${hostile}\n` });
    await settled(page, () => page.setInputFiles("#files", [file]));
    await page.check("#by-line");
    assert.equal(await page.evaluate(() => window.harm), undefined);
    assert.equal(await page.locator("img, article script, b").count(), 0);
    const shown = '<img src=x onerror="window.harm=1"><script>harm=1</script> \\u{202e}FileNoSpace\u2407\u241b[2J <b>&lt;';
    assert.equal(await page.textContent(".places code"), shown);
    assert.equal(await page.textContent("#lines td code"), shown);
    assert.deepEqual(await page.$$eval("code[dir]", (texts) => texts.map(({ dir }) => dir)), ["auto", "auto"]);
    assert.match(await status(page), /of \u2018<img src=x onerror=harm=1>\.log\u2019/);
    await settled(page, () => page.evaluate(() => (location.hash = "#<img src=x onerror=harm=1>")));
    assert.equal(await page.evaluate(() => window.harm), undefined);
  }));

test("the policy refuses every connection, and any other script", async (it) => {
  let requests = 0;
  const server = createServer((_, response) => (requests++, response.end()));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  it.after(() => (server.close(), server.closeAllConnections()));
  const elsewhere = `http://127.0.0.1:${server.address().port}/`;
  const page = await open();
  const tries = {
    "connect-src": (elsewhere) => fetch(elsewhere).catch(() => {}),
    "script-src-elem": () => import("data:text/javascript,").catch(() => {}),
    "img-src": (elsewhere) => document.body.append(Object.assign(document.createElement("img"), { src: elsewhere })),
    "frame-src": (elsewhere) => document.body.append(Object.assign(document.createElement("iframe"), { src: elsewhere })),
    "style-src-attr": () => document.body.setAttribute("style", "color: red"),
    "form-action": (elsewhere) =>
      document.body.appendChild(Object.assign(document.createElement("form"), { action: elsewhere })).submit(),
    "require-trusted-types-for": () => {
      try {
        document.body.innerHTML = "<p>";
      } catch {
        // The policy makes it throw, too.
      }
    },
  };
  for (const [directive, act] of Object.entries(tries)) {
    page.seen.length = 0;
    await page.evaluate(act, elsewhere);
    const refused = () => page.seen.includes(`refused: ${directive}`);
    for (let tries = 0; !refused() && tries < 600; tries++) await page.waitForTimeout(100);
    assert.ok(refused(), `${directive}: ${page.seen}`);
  }
  assert.equal(requests, 0);
  await fetch(elsewhere);
  assert.equal(requests, 1, "who asks is seen");
  await assert.rejects(close(page), /refused/, "whoever closes a page sees what was refused");
  await page.context().close();
});

test("an answer is copied as text, or as Markdown in which the log is no markup", async () => {
  await using({ locale: "de-DE" }, async (page) => {
    await ask(page, "`UserCanceled` <img src=x> @somebody [x](https://example.com)\nreason: 3\nreason: 3\n");
    assert.match(
      await copied(page, () => page.click('article >> text="Copy as text"')),
      /^Datenträger voll \u2013 FileNoSpace \(3, 0x3\)\n[^]*Mentioned twice:\n {2}line 2: reason: 3\n/,
    );
    await page.clock.install();
    const all = await copied(page, () => page.click("text=Copy all as Markdown"));
    assert.match(all, /^### Datenträger voll \u2013 FileNoSpace \(3, 0x3\)\n/);
    assert.ok(all.includes("\n### Abgebrochen \u2013 UserCanceled (26, 0x1a)\n"), all);
    assert.ok(all.includes("- line 1: `` `UserCanceled` <img src=x> @somebody [x](https://example.com) ``\n"), all);
    assert.ok(all.includes("- Symbol: `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE`\n"), all);
    // It is said in sight, wherever the button is, and for a while; what was found stays said.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const { y, height } = await page.locator("#copied").boundingBox();
    assert.ok(y > 0 && y + height <= page.viewportSize().height);
    assert.equal(await status(page), "2 reasons in 3 lines, mentioned 3 times.");
    await page.clock.fastForward(5000);
    assert.equal(await page.textContent("#copied"), "");
  });
});

test("without a clipboard the old way serves, and then a person's hand", async () => {
  const without = () => Object.defineProperty(navigator, "clipboard", { value: undefined });
  await using({ init: without, part: "#FileNoSpace" }, async (page) => {
    await copied(page, () => page.click('article >> text="Copy as text"'));
    await ask(page, "");
    await page.focus("#question");
    await settled(page, () => page.keyboard.press("Control+V"));
    assert.match(await page.inputValue("#question"), /^Disk full \u2013 FileNoSpace/);
    await page.evaluate(() => (document.execCommand = () => false));
    await page.click('article >> text="Copy as text"');
    assert.match(await page.inputValue("#by-hand-text"), /^Disk full/);
    assert.ok(await page.isVisible("#by-hand"));
    await page.keyboard.press("Escape");
    assert.ok(await page.isHidden("#by-hand"));
  });
});

test("everything is done from the keyboard", () =>
  using({}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
    const stops = [];
    const tab = async () => (await page.keyboard.press("Tab"), stops.push(await focused()));
    await tab();
    await page.keyboard.type("reason: 3");
    await page.waitForSelector(`article[aria-label="${FULL}"]`);
    for (let count = 0; count < 9; count++) await tab();
    assert.deepEqual(stops, [
      "question",
      "files",
      "numbers",
      "language",
      "Copy all as text",
      "Copy all as Markdown",
      "by-line",
      "learn.microsoft.com",
      "Copy as text",
      "Copy as Markdown",
    ]);
    assert.match(await copied(page, () => page.keyboard.press("Enter")), /^### Disk full/);
    await page.focus("#by-line");
    await page.keyboard.press("Space");
    assert.ok(await page.isVisible("#lines"));
    await page.focus("#language");
    // A list forgets what was typed more than a second ago: two letters, and no more.
    await page.keyboard.type("De");
    assert.equal(await page.textContent("h3"), "Datenträger voll");
  }));

test("a screen reader hears what each thing is, and in which language", () =>
  using({ locale: "ar-EG", part: "#FileNoSpace" }, async (page) => {
    assert.equal(await page.getAttribute("html", "lang"), "en");
    for (const [role, name] of [
      ["textbox", "Number, name, export of a History database, or log"],
      ["combobox", "Numbers are"],
      ["combobox", "Texts for people are in"],
      ["button", "Copy as Markdown: FileNoSpace (3, 0x3)"],
      ["article", FULL],
      ["heading", "Why was this download interrupted?"],
      ["heading", "What was found"],
    ]) {
      assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, `${role} ${name}`);
    }
    assert.equal(await page.getByRole("status").first().textContent(), FULL);
    const spoken = await page.$$eval("h3, .person", (parts) => parts.map(({ lang, dir }) => `${lang} ${dir}`));
    assert.deepEqual(spoken, ["ar rtl", "ar rtl"]);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".person")).direction), "rtl");
    assert.equal(await page.$eval("#language option:checked", (option) => `${option.lang} ${option.dir}`), "ar rtl");
  }));

test("the browser's language is the first choice, by the names that languages call themselves", async () => {
  for (const [locale, name] of [
    ["de-AT", "Deutsch"],
    ["pt-PT", "português (Portugal)"],
    ["zh-TW", "中文（繁體）"],
    ["tlh", "English"],
  ]) {
    await using({ locale, part: "#3" }, async (page) => {
      const chosen = await page.$eval("#language", (list) => list.selectedOptions[0].textContent);
      assert.equal(chosen.toLowerCase(), name.toLowerCase(), locale);
    });
  }
});

test("on paper there is the answer alone", () =>
  using({ locale: "de-DE", part: "#FileNoSpace" }, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.isHidden("#form"));
    assert.ok(await page.isHidden("article button"));
    assert.ok(await page.isVisible("article .message"));
    const after = await page.$eval(".causes a", (link) => getComputedStyle(link, "::after").content);
    assert.ok(after.includes("https://learn.microsoft.com/"), after);
    assert.ok((await page.pdf()).length > 10_000);
  }));
