// A list of downloads in a page of WebView2: the host posts what a download says of itself, and the page posts the button that
// was pressed. README.md says what is in the messages.

import { DownloadRow, Language, Outcome } from "./wv2interrupt.js";

const host = window.chrome.webview;
const language = Language.preferred();
document.documentElement.lang = language.tag;
document.documentElement.dir = language.direction;

const list = document.getElementById("downloads");
const template = document.getElementById("download");
const downloads = new Map();

function add(id) {
  const element = template.content.firstElementChild.cloneNode(true);
  const download = { row: new DownloadRow(), element };
  element.querySelector("button").addEventListener("click", () => {
    host.postMessage({ id, action: download.row.action.name });
  });
  list.prepend(element);
  downloads.set(id, download);
  return download;
}

function tell(row, { event, ...report }) {
  if (event === "BytesReceivedChanged") {
    row.bytesReceivedChanged(report);
  } else {
    row.stateChanged(report);
  }
}

function draw({ row, element }, file) {
  element.dataset.outcome = row.outcome.name;
  const words = {
    ".file": file,
    ".label": row.label(language),
    ".message": row.message(language),
    ".advice": row.advice(language),
    button: row.button(language),
  };
  for (const [part, text] of Object.entries(words)) {
    const shown = element.querySelector(part);
    // What did not change is not read out again.
    if (shown.textContent !== text) shown.textContent = text;
  }
  const progress = element.querySelector("progress");
  progress.hidden = row.outcome !== Outcome.InProgress || row.total <= 0;
  if (!progress.hidden) Object.assign(progress, { max: row.total, value: row.received });
}

host.addEventListener("message", ({ data: { id, file, ...report } }) => {
  const download = downloads.get(id) ?? add(id);
  tell(download.row, report);
  draw(download, file);
});

// From now on the host may post; it tells of the downloads that there are.
host.postMessage({ ready: true });
