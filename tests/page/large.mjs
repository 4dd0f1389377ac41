// A log of 50 MB: in a time of the processor that is measured beside the one for reading its bytes alone, in little memory, and
// with a page that answers meanwhile.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, openSync, writeSync, closeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { processorTime, status, using } from "./browser.mjs";

const SIZE = 50_000_000;
const folder = mkdtempSync(join(tmpdir(), "page-"));
after(() => rmSync(folder, { recursive: true }));

/** Lines as programs write them, no two alike; every thousandth names a reason. */
function log() {
  const path = join(folder, "large.log");
  const file = openSync(path, "w");
  let [size, lines, named] = [0, 0, 0];
  while (size < SIZE) {
    let text = "";
    for (let count = 0; count < 1000; count++, lines++) {
      text += `2026-11-29T10:${lines % 60}:00.${lines}Z [INFO ] DownloadOperation ${Math.imul(lines, 2654435761) >>> 0} url=https://example.com/files/setup-${lines}.exe state=Interrupted\n`;
    }
    text += `InterruptReason: ${named++ % 30}\n`;
    lines++;
    size += writeSync(file, text);
  }
  closeSync(file);
  return { path, lines, named };
}

const { path, lines, named } = log();

/** Gives the file to the page without the driver's own copy of it, and waits for the end. */
async function choose(page) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#files" });
  await session.send("DOM.setFileInputFiles", { nodeId, files: [path] });
  return session;
}

test("a large file is read in a bounded time and memory, and the page answers", () =>
  using({}, async (page) => {
    const used = async (session) => {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    };
    const session = await page.context().newCDPSession(page);
    const before = await used(session);
    await page.evaluate(() => {
      window.longest = 0;
      window.most = 0;
      window.told = [];
      const status = document.getElementById("status");
      new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true });
      let last = performance.now();
      setInterval(() => {
        window.longest = Math.max(window.longest, performance.now() - last);
        window.most = Math.max(window.most, performance.memory.usedJSHeapSize);
        last = performance.now();
      }, 5);
    });
    const [start, begun] = [performance.now(), await processorTime()];
    await choose(page);
    await page.waitForFunction(() => Number(document.getElementById("progress").value) > 0.1);
    // Somebody does something else meanwhile.
    const clicked = performance.now();
    await page.click("#all summary");
    assert.ok(await page.isVisible("#all li"));
    assert.ok(await page.isVisible("#progress"));
    const answered = performance.now() - clicked;
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("mentioned"), undefined, {
      timeout: 120_000,
    });
    const [wall, taken] = [performance.now() - start, (await processorTime()) - begun];
    assert.equal(
      await status(page),
      `30 reasons in ${lines.toLocaleString("en")} lines of \u2018large.log\u2019, mentioned ${named} times.`,
    );
    assert.equal(await page.evaluate(() => window.told.join()), `Reading\u2026,${await status(page)}`, "each is said once");
    const [longest, most] = await page.evaluate(() => [window.longest, window.most]);
    const kept = (await used(session)) - before;

    // Reading alone, in the same page: its bytes, and as text.
    const before_alone = await processorTime();
    await page.evaluate(async () => {
      const [file] = document.getElementById("files").files;
      const decoder = new TextDecoder();
      for (let at = 0; at < file.size; at += 1 << 18)
        decoder.decode(await file.slice(at, at + (1 << 18)).arrayBuffer(), { stream: true });
    });
    const alone = (await processorTime()) - before_alone;
    // What others do on the machine meanwhile is not the page's fault.
    const slowness = Math.max(1, wall / taken);
    const figures = `${(taken / alone).toFixed(1)} times the ${alone.toFixed(0)} ms of reading alone; at most ${(most / 1e6).toFixed(0)} MB, ${(kept / 1e6).toFixed(1)} MB kept; longest pause ${longest.toFixed(0)} ms; a click took ${answered.toFixed(0)} ms; slowness ${slowness.toFixed(1)}`;
    console.log(`# ${figures}`);
    assert.ok(taken < 25 * alone, figures);
    assert.ok(kept < 10e6 && most < 100e6, figures);
    assert.ok(longest < 2000 * slowness && answered < 5000 * slowness, figures);
  }));

test("reading is stopped, and what was found until then stays", () =>
  using({}, async (page) => {
    await choose(page);
    await page.waitForFunction(() => Number(document.getElementById("progress").value) > 0.05);
    await page.click("#stop");
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("stopped"));
    const [, read] = /^\d+ reasons? in ([\d,]+) lines of \u2018large\.log\u2019, where the reading was stopped, /.exec(await status(page));
    assert.ok(Number(read.replaceAll(",", "")) < lines, read);
    assert.ok((await page.locator("article").count()) > 0);
    // And what is asked meanwhile comes first.
    await page.evaluate(() => document.getElementById("numbers").dispatchEvent(new Event("change")));
    await page.waitForFunction(() => Number(document.getElementById("progress").value) > 0.05);
    await page.fill("#question", "26");
    await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("UserCanceled"));
    await page.waitForTimeout(500);
    assert.equal(await page.locator("article").count(), 1);
    assert.ok(await page.isHidden("#reading"));
    assert.match(await status(page), /^UserCanceled/);
  }));
