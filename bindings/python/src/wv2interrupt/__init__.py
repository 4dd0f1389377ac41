"""Why a WebView2 download was interrupted, what to say to the person, and what can be done.

    >>> from wv2interrupt import Language, Reason
    >>> Reason(3)
    <Reason.FILE_NO_SPACE: 3>
    >>> Reason(3).label(Language.find("de-CH"))
    'Datenträger voll'

Every function is a look-up, may be called from any thread, and has an answer for every number. `DownloadRow` is what a
list of downloads shows for one of them.

Where the library is missing, importing a name of this package fails with `LibraryError`, an `ImportError` of one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wv2interrupt._error import LibraryError

try:
    from wv2interrupt._about import count, version, version_number
    from wv2interrupt._library import UNKNOWN
    from wv2interrupt.codes import Action, Category, Direction, Outcome, Reason, Recovery, State
    from wv2interrupt.languages import Language
    from wv2interrupt.row import DownloadRow
except LibraryError as error:
    _why = str(error)
    if not TYPE_CHECKING:

        def __getattr__(name: str) -> object:
            """Fails here, and not above: `__main__`, which is imported behind this, says why in a line."""
            if name in __all__:
                raise LibraryError(_why)
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "UNKNOWN",
    "Action",
    "Category",
    "Direction",
    "DownloadRow",
    "Language",
    "LibraryError",
    "Outcome",
    "Reason",
    "Recovery",
    "State",
    "count",
    "version",
    "version_number",
]
