"""Why a WebView2 download was interrupted, what to say to the person, and what can be done.

    >>> from wv2interrupt import Language, Reason
    >>> Reason(3)
    <Reason.FILE_NO_SPACE: 3>
    >>> Reason(3).label(Language.find("de-CH"))
    'Datenträger voll'

Every function is a look-up, may be called from any thread, and has an answer for every number. `DownloadRow` is what a
list of downloads shows for one of them.
"""

from wv2interrupt import _library
from wv2interrupt._library import UNKNOWN, LibraryError
from wv2interrupt.codes import Action, Category, Direction, Outcome, Reason, Recovery, State
from wv2interrupt.languages import Language
from wv2interrupt.row import DownloadRow

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


def count() -> int:
    """One more than the highest reason that the loaded library knows."""
    return _library.count()


def version() -> str:
    """The version of the loaded library."""
    return _library.version()


def version_number() -> int:
    """The version of the loaded library as 0x00MMmmpp."""
    return _library.version_number()
