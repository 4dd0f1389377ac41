"""The package's error, which must be there also where the library is not."""

from __future__ import annotations

from wv2interrupt._terminal import printable


class LibraryError(ImportError):
    """Why the library cannot be used, in one line."""

    def __init__(self, text: str) -> None:
        super().__init__(printable(text), name=__package__)
