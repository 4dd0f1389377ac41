// The page in a browser, watched: whatever it asks of the network, and whatever its policy refuses, is remembered.
//
// The environment names the page (PAGE), the browser (BROWSER) and where npm has put Playwright (NODE_MODULES).

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after } from "node:test";
import { pathToFileURL } from "node:url";

export const installed = createRequire(`${process.env.NODE_MODULES}/`);
export const address = pathToFileURL(process.env.PAGE).href;

const browser = await installed("playwright-core").chromium.launch({
  executablePath: process.env.BROWSER,
  args: ["--no-sandbox", "--enable-precise-memory-info"],
});
after(() => browser.close());

const session = await browser.newBrowserCDPSession();

/** The processor's time that the browser has taken, in milliseconds: it does not depend on what else the machine does. */
export async function processorTime() {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Opens the page; `part` is what stands behind its address. */
export async function open({ part = "", init, ...options } = {}) {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  // A machine may be busy; what never comes is noticed all the same.
  context.setDefaultTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.seen = [];
  page.on("request", (request) => request.url().startsWith(address) || page.seen.push(`request: ${request.url()}`));
  page.on("console", (message) => page.seen.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => page.seen.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => page.seen.push(`dialog: ${dialog.message()}`));
  await page.exposeFunction("refused", (what) => page.seen.push(`refused: ${what}`));
  await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => window.refused(event.effectiveDirective)));
  if (init) await page.addInitScript(init);
  await page.goto(address + part);
  return page;
}

/** Nothing was asked of the network, nothing refused, nothing went wrong. */
export async function close(page) {
  assert.deepEqual(page.seen, []);
  await page.context().close();
}

/** A page that is watched to its end. */
export async function using(options, use) {
  const page = await open(options);
  await use(page);
  await close(page);
}

/** Puts a text into the field, and waits for the answer. */
export async function ask(page, text) {
  await settled(page, () => page.fill("#question", text));
}

/** Does something, and waits until the page has said what comes of it. */
export async function settled(page, act) {
  await said(page, "status", act);
}

/** The same for what is said in one of its places. */
async function said(page, place, act) {
  await page.evaluate((place) => {
    window.said = false;
    const said = document.getElementById(place);
    const observer = new MutationObserver(() => {
      if (said.textContent === "" || said.textContent.startsWith("Reading")) return;
      observer.disconnect();
      window.said = true;
    });
    observer.observe(said, { childList: true });
  }, place);
  await act();
  await page.waitForFunction(() => window.said);
}

/** Copies with a button, and waits for the word that it is done; returns the clipboard. */
export async function copied(page, press) {
  await said(page, "copied", press);
  return page.evaluate(() => navigator.clipboard?.readText());
}

/** What was found: the heading of each card. */
export function headings(page) {
  return page.$$eval("article", (cards) => cards.map((card) => card.getAttribute("aria-label")));
}

export function status(page) {
  return page.textContent("#status");
}
