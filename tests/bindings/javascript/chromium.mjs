// What the package does in Chromium, under a strict Content-Security-Policy.
//
// usage: node chromium.mjs WHAT FOLDER [ARGUMENT...]
//
// page CODE...     the table of `explain`, from a page with the module
// disk CODE...     the same from one file that is opened from the disk, with the module in it
// worker CODE...   the same from the service worker of an extension
// refused          what is said where the policy does not allow WebAssembly
// list TAG         what the page of examples/webview2-page shows of the messages in standard input, one a line
//
// FOLDER holds wv2interrupt.js and the page of the example. playwright-core is looked for as NODE_PATH says.

import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(import.meta.url)("playwright-core");

const [what, folder, ...rest] = process.argv.slice(2);
// A sandbox needs more than a container allows.
const settings = { executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] };
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript" };

/** What `explain` prints. It runs in a page, where nothing else of this file is known. */
function table({ Outcome, Reason, State }, codes) {
  const columns = {
    code: (reason) => reason.code,
    name: (reason) => reason.name,
    symbol: (reason) => reason.symbol,
    category: (reason) => `${reason.category}`,
    recovery: (reason) => `${reason.recovery}`,
    outcome: (reason) => `${Outcome.of(State.Interrupted, reason)}`,
    chromium: (reason) => reason.chromium ?? -1,
    label: (reason) => reason.label(),
    message: (reason) => reason.message("en"),
    advice: (reason) => reason.advice(null),
    description: (reason) => reason.description,
  };
  const rows = codes.map((code) => Object.values(columns).map((cell) => cell(Reason.from(Number(code)))));
  return [Object.keys(columns), ...rows].map((row) => `${row.join("\t")}\n`).join("");
}

/** Gives a page of a server to a function; what goes wrong in it is an error. */
async function served(policy, options, use) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const made = { "/empty.html": "<!doctype html>", "/table.js": `export ${table}`, "/favicon.ico": "" };
    response.setHeader("Content-Type", TYPES[path.extname(pathname)] ?? "image/png");
    response.setHeader("Content-Security-Policy", policy);
    response.end(made[pathname] ?? readFileSync(path.join(folder, path.basename(pathname))));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await opened(options, (page) => use(page, `http://127.0.0.1:${server.address().port}`));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function opened(options, use) {
  const browser = await chromium.launch(settings);
  try {
    const page = await browser.newPage(options);
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => complaints.push(message.text()));
    const answer = await use(page);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return answer;
  } finally {
    await browser.close();
  }
}

function answer(policy) {
  return served(policy, {}, async (page, address) => {
    await page.goto(`${address}/empty.html`);
    return page.evaluate(async (codes) => {
      const [library, { table }] = await Promise.all([import("/wv2interrupt.js"), import("/table.js")]);
      return table(library, codes);
    }, rest);
  });
}

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

async function disk() {
  const module = readFileSync(path.join(folder, "wv2interrupt.js"), "utf8");
  const script = `${module}\n${table}\ndocument.body.append(table({ Outcome, Reason, State }, ${JSON.stringify(rest)}));`;
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'`;
  const file = path.join(folder, "one.html");
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  writeFileSync(file, `<!doctype html>${head}<body><script type="module">${script}</script>`);
  return opened({}, async (page) => {
    await page.goto(pathToFileURL(file).href);
    return page.evaluate(() => document.body.lastChild.textContent);
  });
}

async function worker() {
  const extension = mkdtempSync(path.join(tmpdir(), "extension-"));
  const manifest = {
    manifest_version: 3,
    name: "wv2interrupt",
    version: "1",
    background: { service_worker: "worker.js", type: "module" },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'" },
  };
  const script = 'import * as library from "./wv2interrupt.js";\nglobalThis.library = library;\n';
  copyFileSync(path.join(folder, "wv2interrupt.js"), path.join(extension, "wv2interrupt.js"));
  writeFileSync(path.join(extension, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(path.join(extension, "worker.js"), `${script}globalThis.table = ${table};`);
  const args = [...settings.args, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const context = await chromium.launchPersistentContext("", { ...settings, args });
  try {
    const [running] = context.serviceWorkers();
    const worker = running ?? (await context.waitForEvent("serviceworker"));
    return await worker.evaluate((codes) => globalThis.table(globalThis.library, codes), rest);
  } finally {
    await context.close();
    rmSync(extension, { recursive: true });
  }
}

async function list() {
  const messages = readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const style = `${STRICT}; style-src 'self'`;
  return served(style, { locale: rest[0] }, async (page, address) => {
    await page.addInitScript(standIn);
    await page.goto(`${address}/downloads.html`);
    return page.evaluate(told, messages);
  });
}

/** What a page sees of its host. */
function standIn() {
  const webview = new EventTarget();
  webview.posted = [];
  webview.postMessage = (message) => webview.posted.push(message);
  window.chrome = { webview };
}

/** Posts each message to the page, presses the button, and says what the page shows and posts then. */
function told(messages) {
  const { webview } = window.chrome;
  const lines = [JSON.stringify(webview.posted.splice(0)), `${document.documentElement.lang} ${document.documentElement.dir}`];
  for (const message of messages) {
    webview.dispatchEvent(new MessageEvent("message", { data: message }));
    const item = document.querySelector("li");
    item.querySelector("button").click();
    const parts = [".file", ".label", ".message", ".advice", "button"].map((part) => item.querySelector(part).textContent);
    lines.push([item.dataset.outcome, ...parts, JSON.stringify(webview.posted.splice(0))].join("\t"));
  }
  return lines.map((line) => `${line}\n`).join("");
}

const tasks = {
  page: () => answer(STRICT),
  disk,
  worker,
  refused: () => answer("script-src 'self'").then(() => "nothing", (error) => error.message),
  list,
};

process.stdout.write(await tasks[what]());
