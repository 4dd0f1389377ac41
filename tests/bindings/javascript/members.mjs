// @ts-check
// Every member of the package: what it answers, to what is odd too. The types are checked strictly, and then it is run.

import {
  Action, Category, DownloadRow, Language, Outcome, Reason, Recovery, State, version, versionNumber,
} from "wv2interrupt";

/** @param {unknown} actual @param {unknown} expected @param {string} [what] */
function is(actual, expected, what = "") {
  if (!Object.is(actual, expected)) throw new Error(`${what}: ${String(actual)} is not ${String(expected)}`);
}

/** @param {() => unknown} call @param {string} message */
function throws(call, message) {
  try {
    call();
  } catch (error) {
    is(error instanceof TypeError ? error.message : error, message);
    return;
  }
  throw new Error(`nothing was thrown: ${message}`);
}

// Constants, and the numbers that there are and are not.
is(Reason.from(3), Reason.FileNoSpace);
is(Reason.from(Reason.FileNoSpace), Reason.FileNoSpace);
is(Reason.from(57).code, 57);
is(Reason.from(57).isKnown, false);
is(Reason.FileNoSpace.isKnown, true);
for (const odd of [NaN, Infinity, -Infinity, 3.5, 2 ** 32 + 3, -(2 ** 31) - 1, 2 ** 31, Number.MAX_VALUE, -1]) {
  is(Reason.from(odd), Reason.Unknown, String(odd));
  is(State.from(odd), State.Unknown, String(odd));
}
is(Object.is(Reason.from(-0).code, 0), true);
is(Reason.all().length, 30);
is(Reason.all()[0], Reason.None);
is(JSON.stringify({ reason: Reason.FileNoSpace, state: State.Interrupted }), '{"reason":3,"state":1}');
is(`${Reason.FileNoSpace} ${Outcome.Failed} ${Action.DownloadAgain}`, "FileNoSpace failed download_again");
is([Category.Unknown, Recovery.Unknown, Outcome.Unknown, Action.Unknown].join(), "unknown,unknown,unknown,unknown");

for (const value of ["3", 3n, null, undefined, {}, [], true, State.Interrupted, Symbol("3")]) {
  const found = value === null ? "null" : typeof value;
  // @ts-expect-error: no number
  throws(() => Reason.from(value), `Reason: a number or a constant is wanted, not ${found}`);
}
// @ts-expect-error: a reason is no state
throws(() => Outcome.of(Reason.FileNoSpace, Reason.FileNoSpace), "State: a number or a constant is wanted, not object");
// @ts-expect-error: an outcome is no action
/** @type {Action} */ (Outcome.Failed);
// @ts-expect-error: the two cannot be swapped
throws(() => Outcome.of(Reason.FileNoSpace, State.Interrupted), "State: a number or a constant is wanted, not object");

// Names, however long and odd.
is(Reason.fromName("FileNoSpace"), Reason.FileNoSpace);
is(Reason.fromName("file-no-space"), Reason.FileNoSpace);
is(Reason.fromName(Reason.FileNoSpace.symbol), Reason.FileNoSpace);
for (const odd of ["", "x", "\0", "FileNoSpace\0", "FileNoSpace\0x", "FileNoSp\ud800ace", "\udc00", "FileNoSpaceé", "ü".repeat(1e6),
  "FileNoSpace".padEnd(1e7, "x"), "FileNoSpace".padEnd(130), "_".repeat(4094) + "é"]) {
  is(Reason.fromName(odd), undefined, odd.slice(0, 20));
  is(Language.find(odd), undefined, odd.slice(0, 20));
  is(Reason.FileNoSpace.label(odd), "Disk full");
}
is(Reason.fromName("FileNoSpace".padEnd(128)), Reason.FileNoSpace);
// @ts-expect-error: no name
throws(() => Reason.fromName(3), "Reason.fromName: a string is wanted, not number");

is(Reason.fromChromium(40), Reason.UserCanceled);
is(Reason.fromChromium(15), undefined);
is(Reason.fromChromium(2 ** 32 + 40), undefined);
is(Reason.UserCanceled.chromium, 40);
is(Reason.UserPaused.chromium, undefined);
// @ts-expect-error: no number
throws(() => Reason.fromChromium("40"), "Reason.fromChromium: a number is wanted, not string");

// What a reason is.
is(Reason.FileNoSpace.symbol, "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE");
is(Reason.FileNoSpace.category, Category.File);
is(Reason.FileNoSpace.category.name, "file");
is(Reason.FileNoSpace.recovery, Recovery.Resume);
is(Reason.FileNoSpace.recovery.name, "resume");
is(Reason.FileNoSpace.description.startsWith("The disk is full."), true);
is(Reason.from(57).category, Category.Unknown);
is(Reason.from(57).name, "Unknown");

// Languages.
const german = Language.find("de-CH");
is(german?.tag, "de");
is(german?.name, "Deutsch");
is(german?.direction, "ltr");
is(Language.find(new Intl.Locale("ar-EG"))?.direction, "rtl");
is(Language.all().length > 30, true);
is(Language.of(["tlh", "de-AT", "fr"]), german);
is(Language.of("de"), german);
is(Language.of([]).tag, "en");
is(Language.of(new Set(["tlh"])), Language.all()[0]);
is(Language.preferred().tag, "en");
is(JSON.stringify([german, `${german}`]), '["de","de"]');
for (const language of [german, "de", "de-AT", "de_DE.UTF-8"]) {
  is(Reason.FileNoSpace.label(language), "Datenträger voll");
  is(Reason.FileNoSpace.message(language).startsWith("Auf dem Datenträger"), true);
  is(Reason.FileNoSpace.advice(language).length > 20, true);
}
for (const language of [undefined, null, "", "tlh", "C"]) is(Reason.FileNoSpace.label(language), "Disk full");
for (const value of [0, {}, true]) {
  // @ts-expect-error: no language
  throws(() => Reason.FileNoSpace.label(value), `language: a string is wanted, not ${typeof value}`);
}

// The judgement.
is(Outcome.of(1, 3), Outcome.Failed);
is(Outcome.of(State.Completed, Reason.NetworkFailed), Outcome.Completed);
is(Outcome.of(57, 3), Outcome.Unknown);
is(Outcome.Paused.label("de"), "Angehalten");
is(Outcome.Failed.statusLabel(3), "Disk full");
is(Outcome.Failed.statusMessage(Reason.FileNoSpace, "en"), Reason.FileNoSpace.message());
is(Outcome.Failed.statusAdvice(3, german), Reason.FileNoSpace.advice(german));
is(Action.for(Outcome.Failed, Reason.FileNoSpace, true), Action.Resume);
is(Action.for(Outcome.Failed, 3, 0), Action.DownloadAgain);
is(Action.Resume.label("en"), "Resume");
is(Action.None.label(), "");

// A row.
const row = new DownloadRow();
is(`${row.outcome} ${row.reason} ${row.action} ${row.silent} ${row.received} ${row.total}`, "in_progress None none false 0 0");
const report = { state: 1, reason: 3, canResume: true, received: 5, total: 9 };
row.stateChanged(report);
is(row.outcome, Outcome.Failed);
is(row.reason, Reason.FileNoSpace);
is(row.action, Action.Resume);
is([row.label("de"), row.message(), row.advice(german), row.button("en")].join(),
  ["Datenträger voll", Reason.FileNoSpace.message(), Reason.FileNoSpace.advice("de"), "Resume"].join());
const other = new DownloadRow();
other.bytesReceivedChanged({ state: State.InProgress, reason: Reason.None, canResume: 0, received: 9, total: 9 });
is(other.outcome, Outcome.Finishing);
is(row.outcome, Outcome.Failed, "a row of its own");
row.stateChanged({ ...report, state: -1 });
is(row.outcome, Outcome.Failed);
const silent = new DownloadRow();
silent.stateChanged({ ...report, state: 0, canResume: false, received: 0 });
is(silent.silent, true);

/** @type {[number | bigint, number][]} */
const bytes = [
  [0, 0], [-0, 0], [NaN, 0], [1.9, 1], [-1.9, -1], [-7, -7], [2 ** 53, 2 ** 53], [2 ** 62, 2 ** 62],
  [2 ** 63, 2 ** 63], [Infinity, 2 ** 63], [-Infinity, -(2 ** 63)], [-1e300, -(2 ** 63)], [1e300, 2 ** 63],
  [5n, 5], [-5n, -5], [2n ** 53n + 1n, 2 ** 53], [2n ** 63n, 2 ** 63], [2n ** 80n, 2 ** 63], [-(2n ** 80n), -(2 ** 63)],
];
for (const [given, kept] of bytes) {
  row.stateChanged({ ...report, received: given, total: given });
  is(row.received, kept, String(given));
  is(row.total, kept, String(given));
}
const before = JSON.stringify([row.received, row.outcome]);
// @ts-expect-error: no number
throws(() => row.stateChanged({ ...report, received: "5" }), "received: a number or a bigint is wanted, not string");
// @ts-expect-error: no number
throws(() => row.stateChanged({ ...report, total: null }), "total: a number or a bigint is wanted, not null");
// @ts-expect-error: no answer
throws(() => row.stateChanged({ ...report, canResume: "false" }), "canResume: a boolean is wanted, not string");
// @ts-expect-error: a part is missing
throws(() => row.stateChanged({ state: 1 }), "Reason: a number or a constant is wanted, not undefined");
// @ts-expect-error: no report
throws(() => row.stateChanged(), "report: an object is wanted, not undefined");
// @ts-expect-error: no report
throws(() => row.bytesReceivedChanged(null), "report: an object is wanted, not null");
is(JSON.stringify([row.received, row.outcome]), before, "nothing was written");

is(/^\d+\.\d+\.\d+$/.test(version), true);
is(versionNumber, version.split(".").reduce((number, part) => number * 256 + Number(part), 0));

console.log("ok");
