// The page: what is asked, by whichever way, and what is shown.

import { answer } from "./answer.js";
import { byLine, card, times } from "./cards.js";
import { copyText } from "./clipboard.js";
import { element, find, spoken } from "./element.js";
import { Unreadable, parts } from "./files.js";
import { link, single } from "./questions.js";
import { Scanner } from "./scanner.js";
import { ticket } from "./ticket.js";
import { visible } from "./visible.js";
import { Language, Reason, version } from "./wv2interrupt.js";

/** Longer texts are not put into the field, which would take its time. */
const LONGEST = 100_000;
const MOMENT = 150;
/** How long it is said that something was copied. */
const WHILE = 4000;
const NOTHING = "Nothing yet: type, paste or drop something above.";
const READING = "Reading\u2026";
const TOO_LARGE = "No reason has so large a number.";

const field = find("question");
const [problems, status, answers, lines] = ["problems", "status", "answers", "lines"].map(find);

/**
 * What was asked last, a text or files, and what was found. `unlinked` is what was asked last that has no link, `reading` the scan
 * that goes on.
 */
let source = "";
let unlinked = "";
let shown = { entries: [], count: 0, mentions: [] };
let reading;
/** What waits for a moment: a text that is being typed, and the end of saying that something was copied. */
let later;
let forgotten;

const language = () => Language.find(find("language").value);
const counted = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

// ---- Asking ----

/** Answers a text, or files. */
function ask(asked) {
  clearTimeout(later);
  source = asked;
  reading = undefined;
  problems.replaceChildren();
  find("reading").hidden = true;
  if (typeof asked !== "string") return scan(asked.map((file) => ({ name: file.name, content: file, size: file.size })));
  find("files").value = "";
  const { question, read } = single(asked, find("numbers").value);
  if (!question && !read) return scan([{ content: asked, size: asked.length }]);
  address(question ? `#${link(question)}` : "");
  if (!question) return show({ entries: [] }, TOO_LARGE);
  show({ entries: [{ question, read: read && { [read]: 1 } }] }, answer(question, language()).heading);
}

/** Looks into texts, one after the other, unless something else is asked meanwhile. */
async function scan(texts) {
  const scanner = new Scanner(find("numbers").value);
  const scan = { stopped: false, done: 0, total: texts.reduce((sum, { size }) => sum + size, 0), of: named(texts) };
  reading = scan;
  unlinked = source;
  address("");
  for (const { name, content, size } of texts) {
    scanner.begin(texts.length > 1 ? visible(name) : undefined);
    try {
      for await (const { text, end } of parts(content)) {
        if (reading !== scan) return;
        if (scan.stopped) break;
        scanner.push(text);
        progress((scan.done + end) / scan.total);
      }
    } catch (error) {
      if (reading !== scan) return;
      if (!(error instanceof Unreadable)) throw error;
      problems.append(element("li", {}, `\u2018${visible(name)}\u2019 ${error.message}.`));
    }
    if (reading !== scan) return;
    scanner.end();
    scan.done += size;
  }
  find("reading").hidden = true;
  show({ entries: [...scanner.found.values()].sort((one, other) => other.count - one.count), ...scanner }, summary(scanner, scan));
}

/** Shows how far a text is read, unless it is read in a moment. */
function progress(part) {
  find("reading").hidden = part >= 1;
  find("progress").value = part;
  // Said once, or a screen reader says it again and again.
  if (part < 1 && status.textContent !== READING) status.textContent = READING;
}

function summary({ found, count, lines, others }, { stopped, of }) {
  if (lines === 0) return problems.childElementCount > 0 ? "Nothing was read." : NOTHING;
  const where = `${counted(lines, "line", "lines")}${of}${stopped ? ", where the reading was stopped" : ""}`;
  if (count === 0)
    return `No reason in ${where}. A reason is a name in any spelling, or a number beside the word \u201creason\u201d.`;
  const more = others > 0 ? `; ${counted(others, "mention", "mentions")} of still others are not shown` : "";
  return `${counted(found.size, "reason", "reasons")} in ${where}, mentioned ${times(count)}${more}.`;
}

/** What was read, for a sentence. */
function named(texts) {
  if (texts.length > 1) return ` of ${texts.length} files`;
  return texts[0]?.name === undefined ? "" : ` of \u2018${visible(texts[0].name)}\u2019`;
}

/** What the address bar has behind the page's own address. */
function address(part) {
  // A browser counts the changes, and refuses too many.
  if (part === location.hash) return;
  history.replaceState(null, "", location.pathname + location.search + part);
}

// ---- Showing ----

function show(found, said) {
  shown = { count: 0, mentions: [], ...found };
  render();
  status.textContent = said;
}

function render() {
  answers.replaceChildren(...shown.entries.map((entry) => card(entry, language())));
  find("tools").hidden = shown.mentions.length === 0;
  lines.hidden = !find("by-line").checked || shown.mentions.length === 0;
  lines.replaceChildren(...(lines.hidden ? [] : [byLine(shown)]));
}

/** All reasons, and the languages there are. */
function offer() {
  const chosen = Language.preferred();
  for (const each of Language.all()) {
    const option = element("option", { value: each.tag, ...spoken(each) }, each.name);
    option.selected = each === chosen;
    find("language").append(option);
  }
  for (const reason of Reason.all()) {
    find("all").lastElementChild.append(
      element("li", {}, element("a", { href: `#${reason.name}` }, `${reason.code} ${reason.name}`)),
    );
  }
  find("version").textContent = version;
}

// ---- What the person does ----

/** A text that may be large, or files. */
function take(data) {
  const text = data.getData("text/plain");
  // With a text that it copies, an office program gives a picture of it.
  const files = [...data.files].filter(({ type }) => text === "" || !type.startsWith("image/"));
  if (files.length === 0 && text.length <= LONGEST) return false;
  field.value = "";
  if (files.length > 0) find("files").files = data.files;
  ask(files.length > 0 ? files : text);
  return true;
}

async function copyOf(button) {
  const key = button.closest("article")?.dataset.key;
  const entries = shown.entries.filter(({ question }) => !key || question.key === key);
  const copied = await copyText(ticket(button.dataset.copy, entries, language()));
  if (!copied) return;
  find("copied").textContent = "Copied.";
  clearTimeout(forgotten);
  forgotten = setTimeout(() => find("copied").replaceChildren(), WHILE);
}

function open() {
  const asked = location.hash.slice(1);
  let text = asked;
  try {
    text = decodeURIComponent(asked);
  } catch {
    // It is taken as it stands.
  }
  put(asked === "" ? unlinked : text);
}

/** Asks what did not come through the field, which shows it where it can. */
function put(asked) {
  field.value = typeof asked === "string" && asked.length <= LONGEST ? asked : "";
  ask(asked);
}

field.addEventListener("input", () => {
  clearTimeout(later);
  later = setTimeout(() => ask(field.value), MOMENT);
});
field.addEventListener("paste", (event) => take(event.clipboardData) && event.preventDefault());
// The same file may be read again, when it has grown.
find("files").addEventListener("click", ({ target }) => (target.value = ""));
find("files").addEventListener("change", ({ target }) => put([...target.files]));
find("numbers").addEventListener("change", () => ask(source));
find("language").addEventListener("change", render);
find("by-line").addEventListener("change", render);
find("stop").addEventListener("click", () => (reading.stopped = true));
addEventListener("hashchange", open);
addEventListener("click", ({ target }) => target.dataset?.copy && copyOf(target));

for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  addEventListener(type, (event) => {
    event.preventDefault();
    document.body.classList.toggle("dropping", type === "dragenter" || type === "dragover");
  });
}
addEventListener("drop", ({ dataTransfer }) => {
  if (take(dataTransfer)) return;
  put(dataTransfer.getData("text/plain"));
});

offer();
open();
