// Copies a text, in whichever way the browser lets a page do it.

import { find } from "./element.js";

/** Whether it was copied; otherwise the page shows the text to be copied by hand. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byCommand(text);
  }
}

/** The old way, which needs no permission: a page opened from disk may have none. */
function byCommand(text) {
  const [dialog, field] = [find("by-hand"), find("by-hand-text")];
  dialog.showModal();
  field.value = text;
  field.select();
  const copied = document.execCommand("copy");
  if (copied) dialog.close();
  return copied;
}
