// wv2interrupt @VERSION@: why a WebView2 download was interrupted, what to say to the person, what can be done.
//
// Copyright The wv2interrupt authors. MIT or Apache-2.0, at your choice.
//
// What each member returns, for unknown input too, is said in wv2interrupt.d.ts.
//
// Generated from wv2interrupt.js.in by `cargo xtask bindings`; `cargo xtask dist` puts the library into it.

// The library stands here as it is, not compressed: what decompresses does so later, and an `await` at the top of a module
// is refused in the service worker of an extension and by `require`. Whoever serves or packs this file compresses it.
const LIBRARY = "@WASM@";

// Without `wasm-unsafe-eval` in its Content-Security-Policy a page throws here.
const module = new WebAssembly.Module(Uint8Array.from(atob(LIBRARY), (character) => character.charCodeAt(0)));
const library = new WebAssembly.Instance(module).exports;

// A page of memory behind what the library has: there it reads a name, a tag or a row. It never allocates, so that the
// memory does not move from here on.
const PAGE = 0x10000;
const place = library.memory.grow(1) * PAGE;
const memory = new Uint8Array(library.memory.buffer);

// More units than the library reads.
const ROOM = 0x1000;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The text at an address: static, and it ends with a NUL. */
function read(address) {
  return decoder.decode(memory.subarray(address, memory.indexOf(0, address)));
}

/** Puts a text in its place. The library reads less than this holds, and takes what is longer for unknown. */
function write(text, what) {
  if (typeof text !== "string") throw wanted(what, "a string", text);
  // It would not see what stands behind a NUL.
  const { written } = encoder.encodeInto(text.includes("\0") ? "" : text, memory.subarray(place, place + ROOM));
  memory[place + written] = 0;
  return place;
}

function wanted(what, type, value) {
  const found = value === null ? "null" : typeof value;
  return new TypeError(`${what}: ${type} is wanted, not ${found}`);
}

const UNKNOWN = -1;

/** A number of 32 bits for the library. Any other number is an unknown one, and is not to be cut into a known one. */
function int32(number, what, type = "a number") {
  if (typeof number !== "number") throw wanted(what, type, number);
  return number === (number | 0) ? number | 0 : UNKNOWN;
}

const [LEAST, MOST] = [-(2n ** 63n), 2n ** 63n - 1n];

/** A number of 64 bits for the library: without its fraction, at most the largest, and 0 for what is no number. */
function int64(number, what) {
  if (typeof number !== "bigint") {
    if (typeof number !== "number") throw wanted(what, "a number or a bigint", number);
    if (number >= Number(MOST)) return MOST;
    if (number <= Number(LEAST)) return LEAST;
    return BigInt(Math.trunc(number) || 0);
  }
  if (number > MOST) return MOST;
  return number < LEAST ? LEAST : number;
}

function boolean(value, what) {
  if (typeof value !== "boolean" && typeof value !== "number") throw wanted(what, "a boolean", value);
  return Number(Boolean(value));
}

/** What the types of codes have in common. */
class Code {
  constructor(code) {
    this.code = code;
    Object.freeze(this);
  }

  static from(value) {
    if (value instanceof this) return value;
    const code = int32(value, this.name, "a number or a constant");
    return Object.values(this).find((constant) => constant.code === code) ?? new this(code);
  }

  toJSON() {
    return this.code;
  }
}

export class Reason extends Code {
  static None = new Reason(0);
  static FileFailed = new Reason(1);
  static FileAccessDenied = new Reason(2);
  static FileNoSpace = new Reason(3);
  static FileNameTooLong = new Reason(4);
  static FileTooLarge = new Reason(5);
  static FileMalicious = new Reason(6);
  static FileTransientError = new Reason(7);
  static FileBlockedByPolicy = new Reason(8);
  static FileSecurityCheckFailed = new Reason(9);
  static FileTooShort = new Reason(10);
  static FileHashMismatch = new Reason(11);
  static NetworkFailed = new Reason(12);
  static NetworkTimeout = new Reason(13);
  static NetworkDisconnected = new Reason(14);
  static NetworkServerDown = new Reason(15);
  static NetworkInvalidRequest = new Reason(16);
  static ServerFailed = new Reason(17);
  static ServerNoRange = new Reason(18);
  static ServerBadContent = new Reason(19);
  static ServerUnauthorized = new Reason(20);
  static ServerCertificateProblem = new Reason(21);
  static ServerForbidden = new Reason(22);
  static ServerUnexpectedResponse = new Reason(23);
  static ServerContentLengthMismatch = new Reason(24);
  static ServerCrossOriginRedirect = new Reason(25);
  static UserCanceled = new Reason(26);
  static UserShutdown = new Reason(27);
  static UserPaused = new Reason(28);
  static DownloadProcessCrashed = new Reason(29);
  static Unknown = new Reason(UNKNOWN);

  static all() {
    const all = Array.from({ length: library.wv2_interrupt_count() }, (_, code) => Reason.from(code));
    return all.filter((reason) => reason.isKnown);
  }

  static fromName(name) {
    const code = library.wv2_interrupt_from_name(write(name, "Reason.fromName"));
    return code === UNKNOWN ? undefined : Reason.from(code);
  }

  static fromChromium(number) {
    const code = library.wv2_interrupt_from_chromium(int32(number, "Reason.fromChromium"));
    return code === UNKNOWN ? undefined : Reason.from(code);
  }

  get isKnown() {
    return this.category !== Category.Unknown;
  }

  get name() {
    return read(library.wv2_interrupt_name(this.code));
  }

  get symbol() {
    return read(library.wv2_interrupt_symbol(this.code));
  }

  get description() {
    return read(library.wv2_interrupt_description(this.code));
  }

  get category() {
    return Category.from(library.wv2_interrupt_category(this.code));
  }

  get recovery() {
    return Recovery.from(library.wv2_interrupt_recovery(this.code));
  }

  get chromium() {
    const number = library.wv2_interrupt_to_chromium(this.code);
    return number === UNKNOWN ? undefined : number;
  }

  label(language) {
    return read(library.wv2_interrupt_label(this.code, index(language)));
  }

  message(language) {
    return read(library.wv2_interrupt_message(this.code, index(language)));
  }

  advice(language) {
    return read(library.wv2_interrupt_advice(this.code, index(language)));
  }

  toString() {
    return this.name;
  }
}

export class State extends Code {
  static InProgress = new State(0);
  static Interrupted = new State(1);
  static Completed = new State(2);
  static Unknown = new State(UNKNOWN);
}

export class Category extends Code {
  static None = new Category(0);
  static File = new Category(1);
  static Network = new Category(2);
  static Server = new Category(3);
  static User = new Category(4);
  static Process = new Category(5);
  static Unknown = new Category(UNKNOWN);

  get name() {
    return read(library.wv2_interrupt_category_name(this.code));
  }

  toString() {
    return this.name;
  }
}

export class Recovery extends Code {
  static None = new Recovery(0);
  static Resume = new Recovery(1);
  static Restart = new Recovery(2);
  static AutoResume = new Recovery(3);
  static AutoRestart = new Recovery(4);
  static Unknown = new Recovery(UNKNOWN);

  get name() {
    return read(library.wv2_interrupt_recovery_name(this.code));
  }

  toString() {
    return this.name;
  }
}

export class Outcome extends Code {
  static InProgress = new Outcome(0);
  static Completed = new Outcome(1);
  static Recovering = new Outcome(2);
  static Paused = new Outcome(3);
  static Canceled = new Outcome(4);
  static Blocked = new Outcome(5);
  static Failed = new Outcome(6);
  static Finishing = new Outcome(7);
  static Unknown = new Outcome(UNKNOWN);

  static of(state, reason) {
    return Outcome.from(library.wv2_interrupt_outcome(State.from(state).code, Reason.from(reason).code));
  }

  get name() {
    return read(library.wv2_interrupt_outcome_name(this.code));
  }

  label(language) {
    return read(library.wv2_interrupt_outcome_label(this.code, index(language)));
  }

  statusLabel(reason, language) {
    return read(library.wv2_interrupt_status_label(this.code, Reason.from(reason).code, index(language)));
  }

  statusMessage(reason, language) {
    return read(library.wv2_interrupt_status_message(this.code, Reason.from(reason).code, index(language)));
  }

  statusAdvice(reason, language) {
    return read(library.wv2_interrupt_status_advice(this.code, Reason.from(reason).code, index(language)));
  }

  toString() {
    return this.name;
  }
}

export class Action extends Code {
  static None = new Action(0);
  static Pause = new Action(1);
  static Resume = new Action(2);
  static Retry = new Action(3);
  static DownloadAgain = new Action(4);
  static Open = new Action(5);
  static ShowDownloads = new Action(6);
  static Unknown = new Action(UNKNOWN);

  static for(outcome, reason, canResume) {
    const codes = [Outcome.from(outcome).code, Reason.from(reason).code];
    return Action.from(library.wv2_interrupt_action(...codes, boolean(canResume, "canResume")));
  }

  get name() {
    return read(library.wv2_interrupt_action_name(this.code));
  }

  label(language) {
    return read(library.wv2_interrupt_action_label(this.code, index(language)));
  }

  toString() {
    return this.name;
  }
}

const RIGHT_TO_LEFT = 1;

export class Language {
  constructor(index) {
    this.tag = read(library.wv2_interrupt_language_tag(index));
    this.name = read(library.wv2_interrupt_language_name(index));
    this.direction = library.wv2_interrupt_language_direction(index) === RIGHT_TO_LEFT ? "rtl" : "ltr";
    Object.freeze(this);
  }

  static all() {
    return LANGUAGES;
  }

  static find(tag) {
    return LANGUAGES[find(tag)];
  }

  static of(tags) {
    const known = (typeof tags === "string" ? [tags] : [...tags]).map(find).filter((index) => index !== UNKNOWN);
    return LANGUAGES[known[0] ?? 0];
  }

  static preferred() {
    // Of the language of a system Node tells less than POSIX's variables, where these are set.
    const { LC_ALL, LC_MESSAGES, LANG } = globalThis.process?.env ?? {};
    const languages = globalThis.navigator?.languages ?? [new Intl.DateTimeFormat().resolvedOptions().locale];
    return Language.of([LC_ALL || LC_MESSAGES || LANG || "", ...languages]);
  }

  toJSON() {
    return this.tag;
  }

  toString() {
    return this.tag;
  }
}

const LANGUAGES = Object.freeze(
  Array.from({ length: library.wv2_interrupt_language_count() }, (_, index) => new Language(index)),
);

/** The library's number of the language that a tag means. */
function find(tag) {
  return library.wv2_interrupt_language_find(write(tag instanceof Intl.Locale ? tag.toString() : tag, "language"));
}

/** The same of a language, or of its tag. */
function index(language) {
  if (language instanceof Language) return LANGUAGES.indexOf(language);
  return language === undefined || language === null ? UNKNOWN : find(language);
}

export class DownloadRow {
  // A `wv2_interrupt_row_t`.
  #row = new DataView(new ArrayBuffer(32));

  stateChanged(report) {
    this.#tell(library.wv2_interrupt_row_state_changed, report);
  }

  bytesReceivedChanged(report) {
    this.#tell(library.wv2_interrupt_row_bytes_received_changed, report);
  }

  get received() {
    return Number(this.#row.getBigInt64(0, true));
  }

  get total() {
    return Number(this.#row.getBigInt64(8, true));
  }

  get outcome() {
    return Outcome.from(this.#row.getInt32(16, true));
  }

  get reason() {
    return Reason.from(this.#row.getInt32(20, true));
  }

  get action() {
    return Action.from(this.#row.getInt32(24, true));
  }

  get silent() {
    return this.#row.getInt32(28, true) !== 0;
  }

  label(language) {
    return this.outcome.statusLabel(this.reason, language);
  }

  message(language) {
    return this.outcome.statusMessage(this.reason, language);
  }

  advice(language) {
    return this.outcome.statusAdvice(this.reason, language);
  }

  button(language) {
    return this.action.label(language);
  }

  #tell(changed, report) {
    if (typeof report !== "object" || report === null) throw wanted("report", "an object", report);
    const { state, reason, canResume, received, total } = report;
    const codes = [State.from(state).code, Reason.from(reason).code, boolean(canResume, "canResume")];
    const bytes = [int64(received, "received"), int64(total, "total")];
    const row = new Uint8Array(this.#row.buffer);
    memory.set(row, place);
    changed(place, ...codes, ...bytes);
    row.set(memory.subarray(place, place + row.length));
  }
}

export const version = read(library.wv2_interrupt_version());
export const versionNumber = library.wv2_interrupt_version_number();

for (const type of [Reason, State, Category, Recovery, Outcome, Action, Language, DownloadRow]) Object.freeze(type);
