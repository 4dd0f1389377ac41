"""Why a WebView2 download was interrupted: the functions of the library, by ctypes, and its constants."""

import ctypes
import enum
import itertools
import os
import sys
from pathlib import Path


def printable(text):
    """A text from elsewhere may hold anything, even what would move a terminal's cursor or turn a name around."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


class LibraryError(ImportError):
    """Why the library cannot be used, in one line."""

    def __init__(self, text):
        super().__init__(printable(text))


def _open():
    """The library that WV2INTERRUPT_LIBRARY names, else the one beside this file, else the one that cargo built."""
    named = os.environ.get("WV2INTERRUPT_LIBRARY")
    here = Path(__file__).resolve().parent
    file = {"win32": "wv2interrupt.dll", "darwin": "libwv2interrupt.dylib"}.get(sys.platform, "libwv2interrupt.so")
    places = [os.path.abspath(named)] if named else [here / file, here.parent.parent / "target" / "release" / file]
    for place in filter(os.path.isfile, places):
        try:
            return ctypes.CDLL(str(place))
        except OSError as error:
            raise LibraryError(f"the library at {place} cannot be loaded: {error}") from error
    raise LibraryError(
        f"the library is not at {' or '.join(map(str, places))}: build it with `cargo build --release`, "
        "or set WV2INTERRUPT_LIBRARY to its path"
    )


_library = _open()


def _function(name, result, arguments):
    try:
        function = getattr(_library, f"wv2_interrupt_{name}")
    except AttributeError as error:
        raise LibraryError(f"{_library._name} is not the library, or an older one: {error}") from error
    function.restype, function.argtypes = result, arguments
    return function


def _number(name, *arguments):
    return _function(name, ctypes.c_int32, arguments)


def _text(name, *arguments):
    """ctypes copies the text, which is static, into bytes of Python's, and frees nothing."""
    function = _function(name, ctypes.c_char_p, arguments)
    return lambda *values: function(*values).decode()


_int = ctypes.c_int32

count = _number("count")
category = _number("category", _int)
recovery = _number("recovery", _int)
outcome = _number("outcome", _int, _int)
from_chromium = _number("from_chromium", _int)
to_chromium = _number("to_chromium", _int)

name = _text("name", _int)
symbol = _text("symbol", _int)
description = _text("description", _int)
category_name = _text("category_name", _int)
recovery_name = _text("recovery_name", _int)
outcome_name = _text("outcome_name", _int)
label = _text("label", _int, _int)
message = _text("message", _int, _int)
advice = _text("advice", _int, _int)
outcome_label = _text("outcome_label", _int, _int)

UNKNOWN = -1
ENGLISH = 0  # an index; wv2_interrupt_language_find finds that of the user's language


class State(enum.IntEnum):
    """WebView2's states of a download. A history database has other numbers: see history.py."""

    IN_PROGRESS = 0
    INTERRUPTED = 1
    COMPLETED = 2


# Reason.FileNoSpace is 3, Outcome.CANCELED is 4: the library's own. A number that is in neither is unknown, and
# every function takes it as it is.
Reason = enum.IntEnum("Reason", [(name(code), code) for code in range(count()) if category(code) != UNKNOWN])
_outcomes = itertools.takewhile(lambda each: each != outcome_name(UNKNOWN), map(outcome_name, itertools.count()))
Outcome = enum.IntEnum("Outcome", [each.upper() for each in _outcomes], start=0)
