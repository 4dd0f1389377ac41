"""The languages of the texts for people."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass

from wv2interrupt import _library as library
from wv2interrupt.codes import Direction


@dataclass(frozen=True)
class Language:
    """A language of the texts: an index from 0, which is English. One that is out of range reads English.

    The index is valid for the loaded library only: store the tag.
    """

    index: int = 0

    @staticmethod
    def all() -> list[Language]:
        """All that the library speaks."""
        return [Language(index) for index in range(library.language_count())]

    @staticmethod
    def find(tag: str) -> Language | None:
        """The one that fits a language tag best: "de-CH" finds German. None where none fits.

        It takes BCP 47 tags, the names that Windows hands out, and POSIX locales.
        """
        found = library.language_find(tag)
        return None if found == library.UNKNOWN else Language(found)

    @staticmethod
    def of_system() -> Language:
        """The first of the person's preferred languages that the library speaks, else English.

        On Windows those are the languages of the screen, elsewhere that of LC_ALL, LC_MESSAGES or LANG.
        """
        return next(filter(None, map(Language.find, _preferred())), Language())

    @property
    def tag(self) -> str:
        """The BCP 47 tag: "de". "" where it is out of range."""
        return library.language_tag(self.index)

    @property
    def name(self) -> str:
        """What it calls itself: "Deutsch". "" where it is out of range."""
        return library.language_name(self.index)

    @property
    def direction(self) -> Direction:
        """How it is written. -1, which has the name "UNKNOWN", where it is out of range."""
        return Direction(library.language_direction(self.index))


if sys.platform == "win32":

    def _preferred() -> list[str]:
        """What GetUserPreferredUILanguages says; nothing where it fails."""
        names, count, size = 8, ctypes.c_ulong(), ctypes.c_ulong()
        ask = ctypes.windll.kernel32.GetUserPreferredUILanguages
        if not ask(names, ctypes.byref(count), None, ctypes.byref(size)):
            return []
        languages = ctypes.create_unicode_buffer(size.value)
        if not ask(names, ctypes.byref(count), languages, ctypes.byref(size)):
            return []
        return ctypes.wstring_at(languages, size.value).split("\0")

else:

    def _preferred() -> list[str]:
        """The first variable that is set decides, as in every POSIX program."""
        variables = map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))
        return [next(filter(None, variables), "")]
