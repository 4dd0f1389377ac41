// What is asked: a reason, or one of Chromium's numbers that WebView2 has no reason for.

import { chromiumOnly } from "./facts.js";
import { Reason } from "./wv2interrupt.js";

const LARGEST = 2 ** 31 - 1;
const NUMBER = /^-?(?:0x[\da-f]+|\d+)$/i;
const AROUND = /^["'`([{<#\s]+|["'`)\]}>.,;:!?\s]+$/g;
/** Longer texts are no question: the library reads no longer name. */
const LONGEST = 128;
const PREFIX = /^(?:.*INTERRUPTREASON|K)(?=.)/;

/** How numbers are read. `AUTOMATIC`: as WebView2's, but as Chromium's where a text says that they are. */
export const AUTOMATIC = "automatic";
export const WEBVIEW2 = "webview2";
export const CHROMIUM = "chromium";

/** The column of a History database in which Chromium's numbers are. */
export const COLUMN = "interrupt_reason";

/** The numbering of a field with this name. */
export function numbering(field, chosen) {
  if (chosen !== AUTOMATIC) return chosen;
  return field === COLUMN || /chromium|cef/i.test(field) ? CHROMIUM : WEBVIEW2;
}

/** What a name asks, in any spelling that the library takes. */
export function named(text) {
  const reason = Reason.fromName(text);
  if (reason) return { key: String(reason.code), reason };
  const number = NUMBERS.get(letters(text).replace(PREFIX, ""));
  return number === undefined ? undefined : numbered(number, CHROMIUM);
}

/** Chromium's numbers that have names of their own. */
const NUMBERS = new Map(chromiumOnly.map(({ number, name }) => [letters(name), number]));

function letters(text) {
  return text.toUpperCase().replace(/[_\-.: ]/g, "");
}

/** What a number asks. The number that was asked for stays where WebView2 has no reason for it. */
export function numbered(number, numbering) {
  if (!Number.isInteger(number) || Math.abs(number) > LARGEST) return undefined;
  if (numbering !== CHROMIUM) return { key: String(number), reason: Reason.from(number) };
  const reason = Reason.fromChromium(number);
  if (reason) return { key: String(reason.code), reason };
  return { key: `${CHROMIUM}=${number}`, reason: Reason.Unknown, chromium: number };
}

/**
 * What a text asks that is one number or one name and nothing else, and how a number was read. A number that is too large for a
 * reason asks nothing.
 */
export function single(text, chosen) {
  text = text.trim();
  if (text.length > LONGEST) return {};
  // A keyboard for Chinese or Japanese writes wide digits.
  text = text.normalize("NFKC").replace(AROUND, "");
  const [, field, number] = /^(chromium|cef)\s*[=:]?\s*(.+)$/i.exec(text) ?? [null, "", text];
  if (!NUMBER.test(number)) return { question: named(text) };
  const read = field ? CHROMIUM : numbering("", chosen);
  return { question: numbered(value(number), read), read };
}

function value(text) {
  return text.startsWith("-") ? -Number(text.slice(1)) : Number(text);
}

/** The part of a link behind `#` that asks this. */
export function link({ key, reason }) {
  return reason.isKnown ? reason.name : key;
}

/** The other numbering, for a number that may have been meant so. */
export function otherwise({ reason, chromium }, read) {
  if (read === CHROMIUM) return numbered(chromium ?? reason.chromium, WEBVIEW2);
  return numbered(reason.code, CHROMIUM);
}
