// Each answer of the page is the library's: for a log of all reasons, in every language. ANSWERS is a JSON file with those of the
// library, `{tag, direction, answers: [{key, label, message, advice, facts, causes}]}` for each language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ask, using } from "./browser.mjs";

const languages = JSON.parse(readFileSync(process.env.ANSWERS, "utf8"));

/** A line of a log that mentions the question. */
function mention({ key }) {
  return key.includes("=") ? key.replace("chromium", "interrupt_reason") : `InterruptReason: ${key}`;
}

test("every answer is the library's", () =>
  using({}, async (page) => {
    await ask(page, languages[0].answers.map(mention).join("\n"));
    for (const { tag, direction, answers } of languages) {
      await page.selectOption("#language", tag);
      const shown = await page.$$eval("article", (cards) =>
        cards.map((card) => {
          const text = (selector) => card.querySelector(selector)?.textContent ?? "";
          const person = card.querySelector(".person");
          const facts = [...card.querySelectorAll("dt")].map((term) => [term.textContent, term.nextElementSibling.textContent]);
          return {
            key: card.dataset.key,
            languages: [card.querySelector("h3"), person].map((part) => `${part.lang} ${part.dir}`),
            label: text("h3"),
            message: text(".message"),
            advice: text(".advice"),
            facts: Object.fromEntries(facts),
            causes: [...card.querySelectorAll(".causes li")].map((cause) => [
              cause.firstChild.textContent,
              cause.querySelector("a")?.href ?? "",
            ]),
          };
        }),
      );
      const expected = answers.map((answer) => ({ ...answer, languages: Array(2).fill(`${tag} ${direction}`) }));
      const sorted = (list) => Object.fromEntries(list.map(({ key, ...rest }) => [key, rest]));
      assert.equal(shown.length, expected.length, tag);
      assert.deepEqual(sorted(shown), sorted(expected), tag);
    }
  }));
