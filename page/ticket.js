// Answers to paste elsewhere: as text, or as Markdown in which nothing but ours is markup.

import { answer } from "./answer.js";
import { evidence, line, more, times } from "./cards.js";

/** `kind` is "text" or "markdown"; `entries` are what was found. */
export function ticket(kind, entries, language) {
  return entries.map((entry) => WRITERS[kind](answer(entry.question, language), entry)).join("\n");
}

const WRITERS = { text, markdown };

function text(it, { count, places = [] }) {
  const lines = [`${it.label} \u2013 ${it.heading}`, it.message, it.advice];
  const indented = (more) => lines.push(`  ${more}`);
  for (const { term, text } of it.facts) indented(`${term}: ${text}`);
  if (it.causes.length > 0) lines.push("What was behind it, as far as is known:");
  for (const cause of it.causes) indented(`${cause.cause} (${evidence(cause)}: ${cause.source})`);
  if (count) lines.push(`Mentioned ${times(count)}:`);
  for (const place of places) indented(`${line(place)}: ${place.excerpt}`);
  if (count > places.length) indented(more(count, places));
  return `${lines.filter(Boolean).join("\n")}\n`;
}

function markdown(it, { count, places = [] }) {
  const lines = [`### ${escaped(it.label)} \u2013 ${escaped(it.heading)}`, "", escaped(it.message), "", escaped(it.advice), ""];
  for (const { term, text, code: exact } of it.facts) lines.push(`- ${escaped(term)}: ${exact ? code(text) : escaped(text)}`);
  if (it.causes.length > 0) lines.push("", "What was behind it, as far as is known:", "");
  for (const cause of it.causes) {
    const [known, { source }] = [evidence(cause), cause];
    const from = source.includes("://") ? `[${known}](${source})` : `${known}: ${escaped(source)}`;
    lines.push(`- ${escaped(cause.cause)} (${from})`);
  }
  if (count) lines.push("", `Mentioned ${times(count)}:`, "");
  for (const place of places)
    lines.push(`- ${place.file ? `${code(place.file)}, ` : ""}${line({ line: place.line })}: ${code(place.excerpt)}`);
  if (count > places.length) lines.push(`- ${more(count, places)}`);
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

/** Our own texts, which no sign in them changes. */
function escaped(text) {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&");
}

/** Code: what is in it is no markup, no link and no mention of anybody, for its fence is longer than any in it. */
function code(text) {
  const fence = "`".repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)));
  const room = fence.length > 1 || text.trim() !== text ? " " : "";
  return `${fence}${room}${text}${room}${fence}`;
}
