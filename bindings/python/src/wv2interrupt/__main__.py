"""`python -m wv2interrupt`, and the command `wv2interrupt`: the program, or a line that says why it has no library."""

import sys

from wv2interrupt import LibraryError


def main() -> int:
    """The program's exit status."""
    try:
        from wv2interrupt import _program
    except LibraryError as error:
        print("wv2interrupt:", error, file=sys.stderr)
        return 2
    return _program.main()


if __name__ == "__main__":
    sys.exit(main())
