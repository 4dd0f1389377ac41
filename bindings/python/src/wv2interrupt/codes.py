"""The codes of wv2interrupt: every type of them is an IntEnum that keeps a number which it does not know.

Generated from codes.py.in by `cargo xtask bindings`: do not edit.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, SupportsInt

from wv2interrupt import _library as library

if TYPE_CHECKING:
    from typing_extensions import Self

    from wv2interrupt.languages import Language


def number(value: object) -> int | None:
    """The number of 32 bits that a value is. None where it is none: a text or a fraction, for example."""
    if isinstance(value, float) or not isinstance(value, SupportsInt):
        return None
    code = int(value)
    return code if -(2**31) <= code < 2**31 else None


class Code(enum.IntEnum):
    """What all codes have in common.

    Call a type with a number, or with a value of the SDK's own enumeration as pythonnet hands it out:
    `Reason(operation.InterruptReason)`. Every number of 32 bits is taken. One that is not listed is kept, has
    the name "UNKNOWN", and has truthful general answers; it is a later WebView2's, or -1, the library's own
    "unknown". Iterating over a type gives those that are listed.
    """

    if TYPE_CHECKING:

        def __new__(cls, value: SupportsInt) -> Self: ...

    @classmethod
    def _missing_(cls, value: object) -> Any:
        code = number(value)
        if code is None:
            return None  # for which Enum raises ValueError
        if code in cls._value2member_map_:
            return cls._value2member_map_[code]
        unknown = int.__new__(cls, code)
        unknown._name_, unknown._value_ = "UNKNOWN", code
        return unknown

    # As every IntEnum has it since Python 3.11.
    def __str__(self) -> str:
        return int.__repr__(self)

    def __format__(self, form: str) -> str:
        return int.__format__(self, form)


class Category(Code):
    """Where an interruption came from."""

    NONE = 0
    """Nowhere: there was no interruption."""
    FILE = 1
    """The file on this computer: the disk, its permissions, the security check."""
    NETWORK = 2
    """The network between this computer and the server."""
    SERVER = 3
    """The server, or what it answered."""
    USER = 4
    """A person or a program stopped it on purpose."""
    PROCESS = 5
    """The process that ran the download."""

    @property
    def id(self) -> str:
        """The stable id: "file". "unknown" for an unknown category."""
        return library.category_name(self)


class Recovery(Code):
    """What `Resume()` does for a reason, when `CanResume` is true."""

    NONE = 0
    """`Resume()` does not help, or there is nothing to recover."""
    RESUME = 1
    """`Resume()` goes on with the partial file."""
    RESTART = 2
    """`Resume()` starts again from zero."""
    AUTO_RESUME = 3
    """As RESUME, but the engine tries by itself first, a limited number of times."""
    AUTO_RESTART = 4
    """As RESTART, but the engine tries by itself first, a limited number of times."""

    @property
    def id(self) -> str:
        """The stable id: "auto_restart". "unknown" for an unknown recovery."""
        return library.recovery_name(self)


class State(Code):
    """The state of a download, in WebView2's numbers. Chromium's own are different ones."""

    IN_PROGRESS = 0
    """The download is in progress."""
    INTERRUPTED = 1
    """The download is interrupted."""
    COMPLETED = 2
    """The download is complete."""


class Direction(Code):
    """How a language is written."""

    LEFT_TO_RIGHT = 0
    """From left to right."""
    RIGHT_TO_LEFT = 1
    """From right to left."""


class Reason(Code):
    """Why a download was interrupted: the values of `CoreWebView2DownloadInterruptReason`."""

    NONE = 0
    """No interrupt reason: the download has not been interrupted."""
    FILE_FAILED = 1
    """Generic file error: no more specific file reason applies."""
    FILE_ACCESS_DENIED = 2
    """Access denied: security restrictions did not allow access to the file."""
    FILE_NO_SPACE = 3
    """The disk is full. The user can free some space or choose another location for the file."""
    FILE_NAME_TOO_LONG = 4
    """The full path of the file, file name included, is too long."""
    FILE_TOO_LARGE = 5
    """The file is too large for the file system."""
    FILE_MALICIOUS = 6
    """Microsoft Defender SmartScreen detected a virus in the file."""
    FILE_TRANSIENT_ERROR = 7
    """Transient file error: the file was in use, too many files were open, or memory ran out."""
    FILE_BLOCKED_BY_POLICY = 8
    """The file was blocked by local policy."""
    FILE_SECURITY_CHECK_FAILED = 9
    """The security check itself failed unexpectedly: Microsoft Defender SmartScreen could not scan the file.
    This is no verdict on the file."""
    FILE_TOO_SHORT = 10
    """While the download was being resumed, a seek went past the end of the partial file: it did not exist or
    was shorter than expected. The partial file was truncated or deleted; the download restarts automatically."""
    FILE_HASH_MISMATCH = 11
    """The partial file did not match the expected hash and was deleted; the download restarts automatically."""
    NETWORK_FAILED = 12
    """Generic network error: no more specific network reason applies. The user can retry the download manually."""
    NETWORK_TIMEOUT = 13
    """A network operation timed out."""
    NETWORK_DISCONNECTED = 14
    """The network connection was lost. The user can retry the download manually."""
    NETWORK_SERVER_DOWN = 15
    """The server has gone down. The user can retry the download manually."""
    NETWORK_INVALID_REQUEST = 16
    """The network request was invalid: the original or a redirected URI is invalid, has an unsupported scheme,
    or is disallowed by network policy."""
    SERVER_FAILED = 17
    """Generic server error: no more specific server reason applies. The user can retry the download manually."""
    SERVER_NO_RANGE = 18
    """The server does not support range requests."""
    SERVER_BAD_CONTENT = 19
    """The server does not have the requested data."""
    SERVER_UNAUTHORIZED = 20
    """The server did not authorize access to the resource."""
    SERVER_CERTIFICATE_PROBLEM = 21
    """There was a problem with the server's certificate."""
    SERVER_FORBIDDEN = 22
    """Access was forbidden by the server."""
    SERVER_UNEXPECTED_RESPONSE = 23
    """The response was unexpected: the server that answered may not be the intended one. The user can retry the
    download manually."""
    SERVER_CONTENT_LENGTH_MISMATCH = 24
    """The server sent fewer bytes than its Content-Length header announced: the header may be invalid, or the
    connection may have closed. According to Microsoft's documentation the download is treated as complete
    unless strong validators (RFC 7232, section 2) are present; Chromium 156 was observed to retry it and then
    to interrupt it without them too."""
    SERVER_CROSS_ORIGIN_REDIRECT = 25
    """There was an unexpected cross-origin redirect."""
    USER_CANCELED = 26
    """According to Microsoft's documentation the user canceled the download. The engine was observed to report
    it too when a program calls Cancel(), and for a download given up before it began."""
    USER_SHUTDOWN = 27
    """The user shut down the WebView. According to Microsoft's documentation, resuming a download after a
    shutdown is not yet supported."""
    USER_PAUSED = 28
    """The user paused the download."""
    DOWNLOAD_PROCESS_CRASHED = 29
    """The WebView crashed."""

    @classmethod
    def from_name(cls, name: str) -> Reason | None:
        """The reason that a name means, in any spelling: .NET's, the SDK's, Chromium's, CEF's or Qt's.

        None where it is no name of a reason.
        """
        found = library.from_name(name)
        return None if found == library.UNKNOWN else cls(found)

    @classmethod
    def from_chromium(cls, code: int) -> Reason | None:
        """The reason for one of Chromium's numbers, as CEF and a History database have them.

        None where Chromium does not use the number, or WebView2 has no such reason.
        """
        found = library.from_chromium(code) if number(code) is not None else library.UNKNOWN
        return None if found == library.UNKNOWN else cls(found)

    def to_chromium(self) -> int | None:
        """Chromium's number. None for an unknown reason, and for USER_PAUSED, which Chromium does not have."""
        found = library.to_chromium(self)
        return None if found == library.UNKNOWN else found

    @property
    def id(self) -> str:
        """The name as .NET and WinRT spell it, stable for ever: "FileNoSpace". "Unknown" for an unknown reason.

        For logs, and for messages between programs. (`name` is Python's name of the member: "FILE_NO_SPACE".)
        """
        return library.name(self)

    @property
    def symbol(self) -> str:
        """The constant of the Win32 SDK. "UNKNOWN" for an unknown reason."""
        return library.symbol(self)

    @property
    def description(self) -> str:
        """What it means, for developers, in English. For an unknown reason, that it is not known."""
        return library.description(self)

    @property
    def category(self) -> Category:
        """Where the interruption came from. -1, which has the name "UNKNOWN", for an unknown reason."""
        return Category(library.category(self))

    @property
    def recovery(self) -> Recovery:
        """What `Resume()` does when `CanResume` is true. -1, which has the name "UNKNOWN", for an unknown reason."""
        return Recovery(library.recovery(self))

    def label(self, language: Language) -> str:
        """One to four words for people: "Disk full". "Download interrupted" for an unknown reason."""
        return library.label(self, language.index)

    def message(self, language: Language) -> str:
        """One sentence for people: what happened. A general one for an unknown reason."""
        return library.message(self, language.index)

    def advice(self, language: Language) -> str:
        """One sentence for people: what can be done. "" where there is nothing to do; general for an unknown reason."""
        return library.advice(self, language.index)


class Action(Code):
    """The button to offer beside a download."""

    NONE = 0
    """None."""
    PAUSE = 1
    """Pause the download."""
    RESUME = 2
    """Call `Resume()`: it goes on with the part that is there."""
    RETRY = 3
    """Call `Resume()`: it starts from zero, or may not help."""
    DOWNLOAD_AGAIN = 4
    """Begin a new download of the same address."""
    OPEN = 5
    """Open the file."""
    SHOW_DOWNLOADS = 6
    """Open the web view's own list of downloads, where the person keeps or discards the file."""

    @property
    def id(self) -> str:
        """The stable id: "download_again". "unknown" for an unknown action."""
        return library.action_name(self)

    def label(self, language: Language) -> str:
        """The caption of the button. "" for NONE and for an unknown action."""
        return library.action_label(self, language.index)


class Outcome(Code):
    """What a program shows for a download at this moment."""

    IN_PROGRESS = 0
    """Bytes are moving, or about to."""
    COMPLETED = 1
    """The file is there."""
    RECOVERING = 2
    """Something went wrong and the engine is trying again by itself."""
    PAUSED = 3
    """Paused on purpose; no error."""
    CANCELED = 4
    """Stopped on purpose by a person or a program, or given up before it began; no error."""
    BLOCKED = 5
    """Blocked by security: a virus, a policy, or a security check that could not be made."""
    FAILED = 6
    """It went wrong, and nothing more happens by itself."""
    FINISHING = 7
    """All bytes are there and the download is not complete: the engine checks the file, or waits for somebody to
    keep or discard it."""

    @classmethod
    def of(cls, state: SupportsInt, reason: SupportsInt) -> Outcome:
        """What to show for a download now, from one report. A list wants a `DownloadRow`, which remembers.

        For an unknown reason FAILED when interrupted; -1, which has the name "UNKNOWN", for an unknown state.
        """
        return cls(library.outcome(State(state), Reason(reason)))

    def action(self, reason: SupportsInt, can_resume: bool) -> Action:
        """The button to offer. PAUSE for an unknown outcome, as for IN_PROGRESS."""
        return Action(library.action(self, Reason(reason), bool(can_resume)))

    @property
    def id(self) -> str:
        """The stable id: "in_progress". "unknown" for an unknown outcome."""
        return library.outcome_name(self)

    def label(self, language: Language) -> str:
        """A word or two for the outcome itself: "Paused". A neutral word for an unknown outcome."""
        return library.outcome_label(self, language.index)

    def status_label(self, reason: SupportsInt, language: Language) -> str:
        """The words of a row: the reason's label where the outcome shows it, else the outcome's own."""
        return library.status_label(self, Reason(reason), language.index)

    def status_message(self, reason: SupportsInt, language: Language) -> str:
        """What happened, below the words of the row, or ""."""
        return library.status_message(self, Reason(reason), language.index)

    def status_advice(self, reason: SupportsInt, language: Language) -> str:
        """What can be done, below the words of the row, or ""."""
        return library.status_advice(self, Reason(reason), language.index)
