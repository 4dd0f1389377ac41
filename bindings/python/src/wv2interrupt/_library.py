"""The library, opened by ctypes: its functions, as include/wv2interrupt.h declares them.

ctypes copies a text that a function returns into bytes of Python's, and frees nothing: the text is static.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any, Callable

from wv2interrupt._error import LibraryError


def _open() -> ctypes.CDLL:
    """The library that WV2INTERRUPT_LIBRARY names, else the one beside this file."""
    file = {"win32": "wv2interrupt.dll", "darwin": "libwv2interrupt.dylib"}.get(sys.platform, "libwv2interrupt.so")
    place = Path(os.environ.get("WV2INTERRUPT_LIBRARY") or Path(__file__).with_name(file)).absolute()
    if not place.is_file():
        raise LibraryError(
            f"the library is not at {place}: install the wheel for this system, or set WV2INTERRUPT_LIBRARY to its path"
        )
    try:
        return ctypes.CDLL(str(place))  # cdecl, on 32-bit Windows too
    except OSError as error:
        raise LibraryError(f"the library at {place} cannot be loaded: {error}") from error


_library = _open()


def _function(name: str, result: Any, arguments: tuple[Any, ...]) -> Callable[..., Any]:
    try:
        function = getattr(_library, f"wv2_interrupt_{name}")
    except AttributeError as error:
        raise LibraryError(f"{_library._name} is not the library, or an older one: {error}") from error
    function.restype, function.argtypes = result, arguments
    return function  # type: ignore[no-any-return]


def _number(name: str, *arguments: Any) -> Callable[..., int]:
    return _function(name, ctypes.c_int32, arguments)


def _text(name: str, *arguments: Any) -> Callable[..., str]:
    function = _function(name, ctypes.c_char_p, arguments)

    def text(*values: int) -> str:
        found: bytes = function(*values)
        return found.decode()

    return text


def _find(name: str) -> Callable[[str], int]:
    function = _number(name, ctypes.c_char_p)

    def find(text: str) -> int:
        # A text with a NUL is no name and no tag; C would read what stands before it.
        return UNKNOWN if "\0" in text else function(text.encode(errors="replace"))

    return find


class Row(ctypes.Structure):
    """wv2_interrupt_row_t."""

    _fields_ = [
        ("received", ctypes.c_int64),
        ("total", ctypes.c_int64),
        ("outcome", ctypes.c_int32),
        ("reason", ctypes.c_int32),
        ("action", ctypes.c_int32),
        ("silent", ctypes.c_int32),
    ]


Tell = Callable[[Any, int, int, int, int, int], None]


def _tell(name: str) -> Tell:
    row, number, bytes_ = ctypes.POINTER(Row), ctypes.c_int32, ctypes.c_int64
    return _function(name, None, (row, number, number, number, bytes_, bytes_))


UNKNOWN = -1
"""The "unknown" of every type."""

_int = ctypes.c_int32

count = _number("count")
name = _text("name", _int)
symbol = _text("symbol", _int)
description = _text("description", _int)
label = _text("label", _int, _int)
message = _text("message", _int, _int)
advice = _text("advice", _int, _int)
category = _number("category", _int)
recovery = _number("recovery", _int)
from_name = _find("from_name")
from_chromium = _number("from_chromium", _int)
to_chromium = _number("to_chromium", _int)

outcome = _number("outcome", _int, _int)
action = _number("action", _int, _int, _int)
row_state_changed = _tell("row_state_changed")
row_bytes_received_changed = _tell("row_bytes_received_changed")
status_label = _text("status_label", _int, _int, _int)
status_message = _text("status_message", _int, _int, _int)
status_advice = _text("status_advice", _int, _int, _int)
outcome_label = _text("outcome_label", _int, _int)
action_label = _text("action_label", _int, _int)

category_name = _text("category_name", _int)
recovery_name = _text("recovery_name", _int)
outcome_name = _text("outcome_name", _int)
action_name = _text("action_name", _int)

language_count = _number("language_count")
language_tag = _text("language_tag", _int)
language_name = _text("language_name", _int)
language_direction = _number("language_direction", _int)
language_find = _find("language_find")

version = _text("version")
version_number = _number("version_number")
