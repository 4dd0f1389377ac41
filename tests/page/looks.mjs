// The page for every eye: axe-core finds nothing, in light, in dark, from right to left, on a small screen; nothing is cut off.
// SCREENSHOTS, if it is set, is a folder for pictures to look at.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { ask, installed, settled, using } from "./browser.mjs";

const axe = readFileSync(installed.resolve("axe-core/axe.min.js"), "utf8");

const LOG =
  "10:01:02 StateChanged InterruptReason: 26\nreason=FileNoSpace (C:\\Users\\Ann\\Downloads\\a very long name of a file that goes on and on.iso)\nid,interrupt_reason\n1,15\nreason: 57\n";

const looks = {
  "en-light": {},
  "en-dark": { colorScheme: "dark" },
  "ar-dark": { locale: "ar", colorScheme: "dark" },
  "de-small": { locale: "de", viewport: { width: 360, height: 740 } },
  "he-small": { locale: "he", viewport: { width: 360, height: 740 } },
};

for (const [name, options] of Object.entries(looks)) {
  test(`${name} is fit for everybody`, () =>
    using(options, async (page) => {
      const check = async (what) => {
        await page.evaluate(axe);
        const { violations, incomplete } = await page.evaluate(() =>
          axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
        );
        const found = [...violations, ...incomplete].map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join("; ")}`,
        );
        assert.deepEqual(found, [], what);
        const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(inner <= outer, `${what}: ${inner} pixels in ${outer}`);
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}-${what}.png`), fullPage: true });
      };
      await check("empty");
      await page.click("#all summary");
      await ask(page, LOG);
      await page.check("#by-line");
      await check("log");
      const [buffer, mimeType] = [Buffer.from("InterruptReason: 26\n"), "text/plain"];
      const logs = ["a", "b"].map((name) => ({ name: `${name.repeat(240)}.log`, mimeType, buffer }));
      await settled(page, () => page.setInputFiles("#files", [...logs, { ...logs[0], buffer: Buffer.from("") }]));
      await check("long names");
      const [room, wide] = await page.$eval("#lines", (lines) => [lines.clientWidth, lines.scrollWidth]);
      assert.ok(wide <= room, `${wide} pixels in ${room}`);
      await ask(page, "FileNoSpace");
      await check("answer");
      if (name === "en-light" && process.env.SCREENSHOTS) {
        await page.selectOption("#language", "de");
        await page.pdf({ path: join(process.env.SCREENSHOTS, "print.pdf"), format: "A4" });
      }
    }));
}

test("what axe-core is for, it finds", () =>
  using({}, async (page) => {
    await page.evaluate(() => document.querySelector("label[for=question]").remove());
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    assert.ok(violations.some(({ id }) => id === "label"));
  }));
