/**
 * wv2interrupt: why a WebView2 download was interrupted, what to say to the person, what can be done.
 *
 * Every number has an answer, those of a later WebView2 too: they are kept, and their texts are truthful. An argument of a
 * wrong type throws a `TypeError` that names it; nothing else throws. The library is inside the module as WebAssembly:
 * nothing is fetched, and a page's Content-Security-Policy needs `'wasm-unsafe-eval'` in its `script-src`.
 *
 * Generated from wv2interrupt.d.ts.in by `cargo xtask bindings`.
 *
 * @packageDocumentation
 */

/** Why a download was interrupted: the values of `CoreWebView2DownloadInterruptReason`. */
export class Reason {
  /** No interrupt reason: the download has not been interrupted. */
  static readonly None: Reason;
  /** Generic file error: no more specific file reason applies. */
  static readonly FileFailed: Reason;
  /** Access denied: security restrictions did not allow access to the file. */
  static readonly FileAccessDenied: Reason;
  /** The disk is full. The user can free some space or choose another location for the file. */
  static readonly FileNoSpace: Reason;
  /** The full path of the file, file name included, is too long. */
  static readonly FileNameTooLong: Reason;
  /** The file is too large for the file system. */
  static readonly FileTooLarge: Reason;
  /** Microsoft Defender SmartScreen detected a virus in the file. */
  static readonly FileMalicious: Reason;
  /** Transient file error: the file was in use, too many files were open, or memory ran out. */
  static readonly FileTransientError: Reason;
  /** The file was blocked by local policy. */
  static readonly FileBlockedByPolicy: Reason;
  /** The security check itself failed unexpectedly: Microsoft Defender SmartScreen could not scan the file. This is
   * no verdict on the file. */
  static readonly FileSecurityCheckFailed: Reason;
  /** While the download was being resumed, a seek went past the end of the partial file: it did not exist or was
   * shorter than expected. The partial file was truncated or deleted; the download restarts automatically. */
  static readonly FileTooShort: Reason;
  /** The partial file did not match the expected hash and was deleted; the download restarts automatically. */
  static readonly FileHashMismatch: Reason;
  /** Generic network error: no more specific network reason applies. The user can retry the download manually. */
  static readonly NetworkFailed: Reason;
  /** A network operation timed out. */
  static readonly NetworkTimeout: Reason;
  /** The network connection was lost. The user can retry the download manually. */
  static readonly NetworkDisconnected: Reason;
  /** The server has gone down. The user can retry the download manually. */
  static readonly NetworkServerDown: Reason;
  /** The network request was invalid: the original or a redirected URI is invalid, has an unsupported scheme, or is
   * disallowed by network policy. */
  static readonly NetworkInvalidRequest: Reason;
  /** Generic server error: no more specific server reason applies. The user can retry the download manually. */
  static readonly ServerFailed: Reason;
  /** The server does not support range requests. */
  static readonly ServerNoRange: Reason;
  /** The server does not have the requested data. */
  static readonly ServerBadContent: Reason;
  /** The server did not authorize access to the resource. */
  static readonly ServerUnauthorized: Reason;
  /** There was a problem with the server's certificate. */
  static readonly ServerCertificateProblem: Reason;
  /** Access was forbidden by the server. */
  static readonly ServerForbidden: Reason;
  /** The response was unexpected: the server that answered may not be the intended one. The user can retry the
   * download manually. */
  static readonly ServerUnexpectedResponse: Reason;
  /** The server sent fewer bytes than its Content-Length header announced: the header may be invalid, or the
   * connection may have closed. According to Microsoft's documentation the download is treated as complete unless
   * strong validators (RFC 7232, section 2) are present; Chromium 156 was observed to retry it and then to
   * interrupt it without them too. */
  static readonly ServerContentLengthMismatch: Reason;
  /** There was an unexpected cross-origin redirect. */
  static readonly ServerCrossOriginRedirect: Reason;
  /** According to Microsoft's documentation the user canceled the download. The engine was observed to report it
   * too when a program calls Cancel(), and for a download given up before it began. */
  static readonly UserCanceled: Reason;
  /** The user shut down the WebView. According to Microsoft's documentation, resuming a download after a shutdown
   * is not yet supported. */
  static readonly UserShutdown: Reason;
  /** The user paused the download. */
  static readonly UserPaused: Reason;
  /** The WebView crashed. */
  static readonly DownloadProcessCrashed: Reason;
  /** The answer where there is none; its code is -1. */
  static readonly Unknown: Reason;

  /**
   * The reason of a number. Known numbers give the constants above, so that `===` compares them; any other whole number
   * of 32 bits is kept in an object of its own, and what is no such number gives `Unknown`.
   *
   * @throws TypeError for what is neither a number nor a `Reason`.
   */
  static from(value: Reason | number): Reason;

  /** The known reasons, by their codes; `None` is the first, and `Unknown` is not among them. */
  static all(): Reason[];

  /**
   * The reason that a name means, in any spelling: `FileNoSpace`, `FILE_NO_SPACE`, `file-no-space`, the constants of the
   * SDK, of Chromium, of CEF and of Qt.
   *
   * @returns `undefined` for what is no name.
   */
  static fromName(name: string): Reason | undefined;

  /**
   * The reason for one of Chromium's numbers, which CEF and the `History` database of a browser use: 40 is `UserCanceled`.
   *
   * @returns `undefined` for a number that Chromium does not use, and for those that WebView2 has no reason for.
   */
  static fromChromium(number: number): Reason | undefined;

  private constructor();
  #private;

  /** WebView2's number. */
  readonly code: number;

  /** Whether this version knows the code. */
  get isKnown(): boolean;

  /** The name as .NET and WinRT spell it, stable for ever: `FileNoSpace`. `Unknown` for an unknown code. */
  get name(): string;

  /** The constant of the Win32 SDK, stable for ever. `UNKNOWN` for an unknown code. */
  get symbol(): string;

  /** What it means, for developers, in English. For an unknown code, that this version does not know it. */
  get description(): string;

  /** Where the interruption came from. `Unknown` for an unknown code. */
  get category(): Category;

  /** What `Resume()` does when `CanResume` is true. `Unknown` for an unknown code. */
  get recovery(): Recovery;

  /** Chromium's number. `undefined` for an unknown code, and for `UserPaused`, which Chromium does not have. */
  get chromium(): number | undefined;

  /** One to four words for people: "Disk full". "Download interrupted" for an unknown code. */
  label(language?: Language | string | null): string;

  /** One sentence for people: what happened. "The download was interrupted." for an unknown code. */
  message(language?: Language | string | null): string;

  /** One sentence for people: what can be done. `""` where there is nothing to do; general advice for an unknown code. */
  advice(language?: Language | string | null): string;

  /** The name. */
  toString(): string;

  /** The code. */
  toJSON(): number;
}

/** The state of a download, in WebView2's numbers. Chromium's own are different ones. */
export class State {
  /** The download is in progress. */
  static readonly InProgress: State;
  /** The download is interrupted. */
  static readonly Interrupted: State;
  /** The download is complete. */
  static readonly Completed: State;
  /** The answer where there is none; its code is -1. */
  static readonly Unknown: State;

  /**
   * The state of a number. Known numbers give the constants above, so that `===` compares them; any other whole number
   * of 32 bits is kept in an object of its own, and what is no such number gives `Unknown`.
   *
   * @throws TypeError for what is neither a number nor a `State`.
   */
  static from(value: State | number): State;

  private constructor();
  #private;

  /** WebView2's number. */
  readonly code: number;

  /** The code. */
  toJSON(): number;
}

/** Where an interruption came from. */
export class Category {
  /** Nowhere: there was no interruption. */
  static readonly None: Category;
  /** The file on this computer: the disk, its permissions, the security check. */
  static readonly File: Category;
  /** The network between this computer and the server. */
  static readonly Network: Category;
  /** The server, or what it answered. */
  static readonly Server: Category;
  /** A person or a program stopped it on purpose. */
  static readonly User: Category;
  /** The process that ran the download. */
  static readonly Process: Category;
  /** The answer where there is none; its code is -1. */
  static readonly Unknown: Category;

  /**
   * The category of a number. Known numbers give the constants above, so that `===` compares them; any other whole number
   * of 32 bits is kept in an object of its own, and what is no such number gives `Unknown`.
   *
   * @throws TypeError for what is neither a number nor a `Category`.
   */
  static from(value: Category | number): Category;

  private constructor();
  #private;

  /** The number that the library uses. */
  readonly code: number;

  /** The stable id: `network`. `unknown` for an unknown one. */
  get name(): string;

  /** The name. */
  toString(): string;

  /** The code. */
  toJSON(): number;
}

/** What `Resume()` does for a reason, when `CanResume` is true. */
export class Recovery {
  /** `Resume()` does not help, or there is nothing to recover. */
  static readonly None: Recovery;
  /** `Resume()` goes on with the partial file. */
  static readonly Resume: Recovery;
  /** `Resume()` starts again from zero. */
  static readonly Restart: Recovery;
  /** As RESUME, but the engine tries by itself first, a limited number of times. */
  static readonly AutoResume: Recovery;
  /** As RESTART, but the engine tries by itself first, a limited number of times. */
  static readonly AutoRestart: Recovery;
  /** The answer where there is none; its code is -1. */
  static readonly Unknown: Recovery;

  /**
   * The recovery of a number. Known numbers give the constants above, so that `===` compares them; any other whole number
   * of 32 bits is kept in an object of its own, and what is no such number gives `Unknown`.
   *
   * @throws TypeError for what is neither a number nor a `Recovery`.
   */
  static from(value: Recovery | number): Recovery;

  private constructor();
  #private;

  /** The number that the library uses. */
  readonly code: number;

  /** The stable id: `auto_restart`. `unknown` for an unknown one. */
  get name(): string;

  /** The name. */
  toString(): string;

  /** The code. */
  toJSON(): number;
}

/** What a program shows for a download at this moment. */
export class Outcome {
  /** Bytes are moving, or about to. */
  static readonly InProgress: Outcome;
  /** The file is there. */
  static readonly Completed: Outcome;
  /** Something went wrong and the engine is trying again by itself. */
  static readonly Recovering: Outcome;
  /** Paused on purpose; no error. */
  static readonly Paused: Outcome;
  /** Stopped on purpose by a person or a program, or given up before it began; no error. */
  static readonly Canceled: Outcome;
  /** Blocked by security: a virus, a policy, or a security check that could not be made. */
  static readonly Blocked: Outcome;
  /** It went wrong, and nothing more happens by itself. */
  static readonly Failed: Outcome;
  /** All bytes are there and the download is not complete: the engine checks the file, or waits for somebody to
   * keep or discard it. */
  static readonly Finishing: Outcome;
  /** The answer where there is none; its code is -1. */
  static readonly Unknown: Outcome;

  /**
   * The outcome of a number. Known numbers give the constants above, so that `===` compares them; any other whole number
   * of 32 bits is kept in an object of its own, and what is no such number gives `Unknown`.
   *
   * @throws TypeError for what is neither a number nor a `Outcome`.
   */
  static from(value: Outcome | number): Outcome;

  /**
   * What to show, from one state and reason. A list of downloads wants {@link DownloadRow}, which remembers what one report cannot
   * tell.
   *
   * @returns `Unknown` for an unknown state, whatever the reason.
   */
  static of(state: State | number, reason: Reason | number): Outcome;

  private constructor();
  #private;

  /** The number that the library uses. */
  readonly code: number;

  /** The stable id: `in_progress`. `unknown` for an unknown one. */
  get name(): string;

  /** A word or two for people for the outcome itself: "Paused". A neutral word for an unknown one. */
  label(language?: Language | string | null): string;

  /** The words of a row: the label of the reason where the outcome shows it, else the outcome's own. */
  statusLabel(reason: Reason | number, language?: Language | string | null): string;

  /** What happened, below the words of a row. `""` where there is nothing to say. */
  statusMessage(reason: Reason | number, language?: Language | string | null): string;

  /** What can be done, below the words of a row. `""` where there is nothing to do. */
  statusAdvice(reason: Reason | number, language?: Language | string | null): string;

  /** The name. */
  toString(): string;

  /** The code. */
  toJSON(): number;
}

/** The button to offer beside a download. */
export class Action {
  /** None. */
  static readonly None: Action;
  /** Pause the download. */
  static readonly Pause: Action;
  /** Call `Resume()`: it goes on with the part that is there. */
  static readonly Resume: Action;
  /** Call `Resume()`: it starts from zero, or may not help. */
  static readonly Retry: Action;
  /** Begin a new download of the same address. */
  static readonly DownloadAgain: Action;
  /** Open the file. */
  static readonly Open: Action;
  /** Open the web view's own list of downloads, where the person keeps or discards the file. */
  static readonly ShowDownloads: Action;
  /** The answer where there is none; its code is -1. */
  static readonly Unknown: Action;

  /**
   * The action of a number. Known numbers give the constants above, so that `===` compares them; any other whole number
   * of 32 bits is kept in an object of its own, and what is no such number gives `Unknown`.
   *
   * @throws TypeError for what is neither a number nor a `Action`.
   */
  static from(value: Action | number): Action;

  /** The button for an outcome. `Pause` for an unknown outcome, as for `InProgress`. */
  static for(outcome: Outcome | number, reason: Reason | number, canResume: boolean | number): Action;

  private constructor();
  #private;

  /** The number that the library uses. */
  readonly code: number;

  /** The stable id: `download_again`. `unknown` for an unknown one. */
  get name(): string;

  /** The caption of the button: "Download again". `""` for `None` and for an unknown one. */
  label(language?: Language | string | null): string;

  /** The name. */
  toString(): string;

  /** The code. */
  toJSON(): number;
}

/**
 * A language of the texts. Where a language is an argument, its tag will do; without one, and for a tag that fits none, the texts
 * are English.
 */
export class Language {
  /** The languages there are; English is the first. */
  static all(): readonly Language[];

  /**
   * The language that fits a BCP 47 tag best: `de-CH` gives German. It takes the names that Windows hands out and POSIX locales,
   * too.
   *
   * @returns `undefined` where none fits.
   */
  static find(tag: string | Intl.Locale): Language | undefined;

  /** The language for the first of these tags that fits one, as of `navigator.languages`. English where none does. */
  static of(tags: Iterable<string | Intl.Locale> | string): Language;

  /** The language of the person: of the browser's, or of the system's in Node. English where none fits. */
  static preferred(): Language;

  private constructor();
  #private;

  /** The BCP 47 tag: `pt-BR`. */
  readonly tag: string;

  /** What the language calls itself, for a menu: "Deutsch". */
  readonly name: string;

  /** How it is written: for the attribute `dir`. */
  readonly direction: "ltr" | "rtl";

  /** The tag. */
  toString(): string;

  /** The tag. */
  toJSON(): string;
}

/** What a download operation says of itself, in the values of its members. */
export interface Report {
  /** `State`; -1 where it could not be read. */
  readonly state: State | number;

  /** `InterruptReason`. */
  readonly reason: Reason | number;

  /** `CanResume`; a number other than 0 is true. */
  readonly canResume: boolean | number;

  /** `BytesReceived`. `NaN` is read as 0, a fraction is cut off, and what has no room in 64 bits is the nearest that has. */
  readonly received: number | bigint;

  /** `TotalBytesToReceive`, read in the same way; 0 or less is unknown. */
  readonly total: number | bigint;
}

/**
 * What a list shows for one download: tell it what the operation says of itself. A new operation gets a new row, also when it takes
 * another's place.
 *
 * @example
 * const row = new DownloadRow();
 * row.stateChanged({ state: 1, reason: 3, canResume: true, received: 5, total: 9 });
 * row.label("de"); // "Datenträger voll"
 */
export class DownloadRow {
  #private;

  /** Call it once when the operation begins, and when `StateChanged` comes. A state of -1 changes nothing. */
  stateChanged(report: Report): void;

  /** Call it when `BytesReceivedChanged` comes. */
  bytesReceivedChanged(report: Report): void;

  /** The bytes received, as last reported; above 2^53 the nearest number. */
  get received(): number;

  /** The bytes that there will be, as last reported; 0 or less is unknown. */
  get total(): number;

  /** What to show; never `Unknown`. */
  get outcome(): Outcome;

  /** The reason to show; that of the failure, where a Cancel came after it. */
  get reason(): Reason;

  /** The button to offer. */
  get action(): Action;

  /** Whether nothing more may come from this operation: another may go on for the same address. */
  get silent(): boolean;

  /** The words of the row: "Disk full". */
  label(language?: Language | string | null): string;

  /** What happened. `""` where there is nothing to say. */
  message(language?: Language | string | null): string;

  /** What can be done. `""` where there is nothing to do. */
  advice(language?: Language | string | null): string;

  /** The caption of the button. `""` where there is none. */
  button(language?: Language | string | null): string;
}

/** The version of the library: `1.2.3`. */
export const version: string;

/** The same as a number, 0x00MMmmpp. */
export const versionNumber: number;
