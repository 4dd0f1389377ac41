"""What the loaded library says of itself."""

from wv2interrupt import _library


def count() -> int:
    """One more than the highest reason that the loaded library knows."""
    return _library.count()


def version() -> str:
    """The version of the loaded library."""
    return _library.version()


def version_number() -> int:
    """The version of the loaded library as 0x00MMmmpp."""
    return _library.version_number()
