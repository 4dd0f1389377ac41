"""What a list of downloads shows.

usage: row.py [TAG]   in the language of that tag, or of the system

Each line of standard input is what a download says of itself, in columns as in tests/data/waiting.tsv; lines with the
same name, one behind the other, are of the same download. Lines that begin with # are passed over, and so is the line
of the columns' names. The exit status is 0; 2 when a line was no report, or the tag of no language (the rest is still
shown); 1 when input or output failed.
"""

from __future__ import annotations

import io
import os
import re
import sys

try:
    from wv2interrupt import DownloadRow, Language
except ImportError as error:
    print(f"row: {error}", file=sys.stderr)
    sys.exit(2)

COLUMNS = "what\tstate\treason\treceived\ttotal\tcan_resume"
REPORT = re.compile(r"([^\t\r\0]*)" + r"\t(-?[0-9]{1,19})" * 5 + r"(?:[\t\r][^\0]*)?")


class Download:
    """One download of the list."""

    def __init__(self, name: str) -> None:
        self.name, self.row = name, DownloadRow()
        self.state: int | None = None

    def tell(self, state: int, reason: int, received: int, total: int, can_resume: int) -> None:
        """A new state comes with StateChanged, all else with BytesReceivedChanged."""
        changed = self.row.state_changed if state != self.state else self.row.bytes_received_changed
        changed(state, reason, bool(can_resume), received, total)
        self.state = state

    def show(self, language: Language) -> str:
        row = self.row
        shown = f"{row.outcome.id}, {row.action.id}{', silent' if row.silent else ''}"
        words = row.label(language), row.message(language), row.advice(language), row.button(language)
        return "\t".join([printable(self.name), shown, *words])


def printable(text: str) -> str:
    """What comes from elsewhere is shown without what would act on a terminal."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


def read(line: str) -> tuple[str, list[int]]:
    """A ValueError for what is no report."""
    found = REPORT.fullmatch(line)
    name, *digits = found.groups() if found else [""]
    numbers = [int(number) for number in digits if -(2**63) <= int(number) < 2**63]
    if len(numbers) != 5:
        raise ValueError(line)
    return name, numbers


def follow(language: Language) -> int:
    """Shows what every line makes of its download."""
    download, status = Download(""), 0
    for number, line in enumerate(sys.stdin, 1):
        line = line.removesuffix("\n")
        if line.startswith(("#", COLUMNS)):
            continue
        try:
            name, numbers = read(line)
            if download.name != name:
                download = Download(name)
            download.tell(*numbers)
            print(download.show(language))
        except ValueError:
            print(f"row: line {number} is no report; its columns are: {COLUMNS}", file=sys.stderr)
            status = 2
    return status


def main(arguments: list[str]) -> int:
    language = Language.find(arguments[0]) if arguments else Language.of_system()
    if language is None:
        accepted = "a language is a tag such as en or de-AT, of one that `wv2interrupt languages` lists"
        print(f"row: {accepted}", file=sys.stderr)
    try:
        if not isinstance(sys.stdin, io.TextIOWrapper) or not isinstance(sys.stdout, io.TextIOWrapper):
            raise OSError  # it was closed
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        status = follow(language or Language())
        sys.stdout.flush()
    except OSError as error:
        if sys.stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more in the end
        if not isinstance(error, BrokenPipeError):
            print("row: the input could not be read, or the output not written", file=sys.stderr)
        return 1
    return status if language else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
