// Answers as the page shows them.

import { answer, name, reading } from "./answer.js";
import { element, spoken } from "./element.js";
import { link } from "./questions.js";

/** One reason: `found` has how often it was mentioned, and where first; a question that was asked by itself has neither. */
export function card({ question, count, read = {}, places = [] }, language) {
  const it = answer(question, language);
  return element(
    "article",
    { "data-key": question.key, "aria-label": it.heading },
    element("h3", spoken(language), it.label),
    element("p", { class: "quiet" }, it.heading, count ? ` \u2013 ${times(count)}` : ""),
    element(
      "div",
      { class: "person", ...spoken(language) },
      element("p", { class: "message" }, it.message),
      it.advice && element("p", { class: "advice" }, it.advice),
    ),
    Object.keys(read).map((numbering) => element("p", { class: "quiet reading" }, reading(question, numbering))),
    element("dl", {}, it.facts.map(fact)),
    it.causes.length > 0 ? [element("h4", {}, "What was behind it"), element("ul", { class: "causes" }, it.causes.map(cause))] : [],
    places.length > 0
      ? [element("h4", {}, "Where"), element("ul", { class: "places" }, places.map(place)), rest(count, places)]
      : [],
    element(
      "div",
      { class: "tools screen-only" },
      element("button", { type: "button", "data-copy": "text", "aria-label": `Copy as text: ${it.heading}` }, "Copy as text"),
      element(
        "button",
        { type: "button", "data-copy": "markdown", "aria-label": `Copy as Markdown: ${it.heading}` },
        "Copy as Markdown",
      ),
      count ? element("a", { href: `#${link(question)}`, target: "_blank" }, `#${link(question)}`) : "",
    ),
  );
}

/** "once", "twice", "12 times". */
export function times(count) {
  return ["never", "once", "twice"][count] ?? `${count.toLocaleString("en")} times`;
}

function fact({ term, text, code }) {
  return [element("dt", {}, term), element("dd", {}, code ? element("code", {}, text) : text)];
}

function cause({ cause, known, canResume, source }) {
  const from = source.includes("://")
    ? element("a", { href: source, rel: "noreferrer" }, element("span", { class: "screen-only" }, new URL(source).host))
    : source;
  return element(
    "li",
    {},
    cause,
    " ",
    element("span", { class: "quiet" }, `(${evidence({ known, canResume })}: `, from, ")"),
  );
}

/** How a cause is known. */
export function evidence({ known, canResume }) {
  return `${known}${canResume && `, CanResume was ${canResume}`}`;
}

export function line({ file, line }) {
  return `${file ? `${file}, ` : ""}line ${line.toLocaleString("en")}`;
}

function place(where) {
  return element("li", {}, `${line(where)}: `, element("code", { dir: "auto" }, where.excerpt));
}

function rest(count, places) {
  const text = more(count, places);
  return text && element("p", { class: "quiet" }, text);
}

/** How many mentions there are besides those in these places. */
export function more(count, places) {
  const left = count - places.length;
  return left > 0 ? `and ${left.toLocaleString("en")} more` : "";
}

/** The mentions in the order of their lines. */
export function byLine({ mentions, count }) {
  const left = count - mentions.length;
  const caption =
    left > 0
      ? `The first ${mentions.length.toLocaleString("en")} mentions; ${left.toLocaleString("en")} more are counted above.`
      : "All mentions, in their order.";
  const row = (mention) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, line(mention)),
      element("td", {}, name(mention.question)),
      element("td", {}, element("code", { dir: "auto" }, mention.excerpt)),
    );
  const heads = ["Line", "Reason", "Text"].map((head) => element("th", { scope: "col" }, head));
  return element(
    "table",
    {},
    element("caption", { class: "quiet" }, caption),
    element("thead", {}, element("tr", {}, heads)),
    element("tbody", {}, mentions.map(row)),
  );
}
