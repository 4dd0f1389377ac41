"""The interrupted and canceled downloads in the History database of Chromium, Edge or a WebView2 program.

Such a file comes from somebody else, and may be made to do harm: SQLite deletes the files that a journal names, and a
view computes for ever. So SQLite gets a copy of the file alone, which it can only read, and may look at nothing in it
but the stored values of two tables. The limits are far above what a browser writes.
"""

from __future__ import annotations

import collections
import contextlib
import datetime
import operator
import os
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from wv2interrupt import UNKNOWN, Language, Outcome, Reason, chromium
from wv2interrupt._terminal import printable

# What the database calls a state; the numbers are not WebView2's. Old browsers wrote 3 for interrupted.
STATES = {0: "in progress", 1: "completed", 2: "canceled", 3: "interrupted", 4: "interrupted"}
SHOWN = ("canceled", "interrupted")

COLUMNS = {
    "state": "INTEGER",
    "danger_type": "INTEGER",
    "interrupt_reason": "INTEGER",
    "start_time": "INTEGER",
    "received_bytes": "INTEGER",
    "total_bytes": "INTEGER",
    "target_path": "TEXT",
}
MAY_LACK = {"danger_type"}
TABLES = {"downloads": ["id", *COLUMNS], "downloads_url_chains": ["id", "chain_index", "url"]}

# Not sorted, so that a row is there as soon as it is read; by no index, which need not know of every row.
DOWNLOADS = """
SELECT {values},
       (SELECT CAST(url AS TEXT) FROM downloads_url_chains AS chain
        WHERE chain.id = downloads.id ORDER BY chain_index DESC LIMIT 1)
FROM downloads NOT INDEXED
"""


class Download(NamedTuple):
    """A row: the columns above, and the last address of the chain."""

    state: int
    danger_type: int
    interrupt_reason: int
    start_time: int
    received_bytes: int
    total_bytes: int
    target_path: str
    url: str | None


PART = (
    "A History database holds only a part of the interrupted downloads: those that were given up, and, until the "
    "browser starts again, few of those that could be resumed."
)

CLOSE = "close the browser or the program that uses it, and try again"


class Unreadable(Exception):  # noqa: N818
    """Why a file cannot be read, in one line."""


def report(name: str, language: Language) -> Iterator[str]:
    """The lines that describe the interrupted and the canceled downloads of a database.

    Labels, messages and advice are in the language that is given, all else is in English. The file and its folder stay
    as they are. The lines, and that of an `Unreadable`, hold nothing that acts on a terminal. Afterwards all of SQLite
    in this process keeps to `MEMORY`.
    """
    try:
        with explained(), tempfile.TemporaryDirectory() as folder:  # noqa: SIM117
            with contextlib.closing(lines(Path(name), Path(folder, "copy"), language)) as found:
                yield from map(printable, found)
    except Unreadable as error:
        raise Unreadable(printable(f"'{name}' {error}")) from error


def lines(path: Path, copy: Path, language: Language) -> Generator[str]:
    changes = snapshot(path, copy)
    if changes:
        yield (
            f"This database is in use, or was not closed. What {changes} may hold is left out, and what is here may be "
            "wrong."
        )
        yield "To be sure, let the browser or the program that uses it start and end, and try again."
        yield ""
    counts: collections.Counter[str] = collections.Counter()
    for download in downloads(copy):
        state = STATES.get(download.state, "of an unknown state")
        counts[state] += 1
        if state in SHOWN:
            yield from describe(download, state, language)
            yield ""
    found = ", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "none"
    yield f"Downloads{f', without {changes}' if changes else ''}: {found}"
    yield PART


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Says in a line why something failed."""
    try:
        yield
    except PermissionError as error:
        raise Unreadable(f"may not be read: {CLOSE}") from error
    except MemoryError as error:
        raise Unreadable("holds values that are too large to be read") from error
    except sqlite3.Error as error:
        raise Unreadable(f"is not a History database that can be read: {str(error)[:TEXT_SIZE]}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise Unreadable(f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


# ---- One download ----


def describe(download: Download, state: str, language: Language) -> Iterator[str]:
    number = download.interrupt_reason
    known = Reason.from_chromium(number)
    reason = Reason(UNKNOWN) if known is None else known
    names = ", ".join(filter(None, [f"Chromium's {number}", chromium.name(number)]))
    yield f"{when(download.start_time)}  {state}  {download.target_path or '(no path)'}"
    total = download.total_bytes if download.total_bytes > 0 else "an unknown number of"
    keys = {
        "reason": f"{reason.id} ({names})",
        "address": download.url,
        "saved": f"{download.received_bytes} of {total} bytes",
        **texts(state, reason, language),
        "note": note(download, reason),
    }
    for key, text in keys.items():
        if text:
            yield f"  {key:<8} {text}"


def texts(state: str, reason: Reason, language: Language) -> dict[str, str]:
    """What to tell the person; the number 0 means that no reason was recorded."""
    if reason == Reason.NONE and state == "canceled":
        return {"label": Outcome.CANCELED.label(language)}
    shown = Reason(UNKNOWN) if reason == Reason.NONE else reason
    return {"label": shown.label(language), "message": shown.message(language), "advice": shown.advice(language)}


def note(download: Download, reason: Reason) -> str:
    """What is known of a download that was canceled, or that the browser ended with itself. No verdict on the file."""
    if reason not in (Reason.USER_CANCELED, Reason.USER_SHUTDOWN):
        return ""
    notes = []
    if not download.target_path:
        notes.append(
            "It ended before a path was chosen: so does an insecure download that the browser refuses, and one "
            "canceled early."
        )
    if download.danger_type:
        notes.append(
            f"Its danger_type is {download.danger_type} in Chromium's download_constants.h: what the browser held of "
            "the kind of file or its address then. It may have waited to be kept or discarded."
        )
    return " ".join(notes)


def when(microseconds: int) -> str:
    """Chromium counts from 1601, in UTC."""
    with contextlib.suppress(OverflowError):
        if microseconds > 0:
            since = datetime.datetime(1601, 1, 1) + datetime.timedelta(microseconds=microseconds)
            return f"{since:%Y-%m-%d %H:%M:%S} UTC"
    return "at an unknown time"


# ---- The database ----

ROWS = 100_000
TEXT_SIZE = 2_000  # bytes that are shown of one value
SQL_SIZE = 100_000
MEMORY = 8 * 2**20  # for all of SQLite in this process
SECONDS = 10  # of the processor's time


def downloads(copy: Path) -> Iterator[Download]:
    end = time.process_time() + SECONDS

    def late() -> bool:
        return time.process_time() > end

    with contextlib.closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        database.set_progress_handler(late, 10_000)
        try:
            confine(database)
            lacking = check(database)
            for number, row in enumerate(database.execute(DOWNLOADS.format(values=values(lacking)))):
                if number == ROWS:
                    raise Unreadable(f"holds more than {ROWS} downloads")
                yield Download(*row)
        except sqlite3.OperationalError as error:
            if late():
                raise Unreadable(f"takes more than {SECONDS} seconds to read") from error
            raise


def confine(database: sqlite3.Connection) -> None:
    """Before SQLite has looked into the file. Old versions know only a part of this."""
    if sys.version_info >= (3, 11):
        database.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, SQL_SIZE)
    for setting in [
        f"hard_heap_limit = {MEMORY}",
        "mmap_size = 0",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "query_only = ON",
    ]:
        database.execute(f"PRAGMA {setting}")
    database.text_factory = text
    database.set_authorizer(allowed)


def allowed(action: int, subject: str | None, detail: str | None, _database: str | None, view: str | None) -> int:
    """Values of the two tables, and what `check` asks; no function that a schema could call, no other statement."""
    if action == sqlite3.SQLITE_READ:
        fine = view is None and subject in (*TABLES, "sqlite_master")
    elif action == sqlite3.SQLITE_FUNCTION:
        fine = detail == "ifnull"
    elif action == sqlite3.SQLITE_PRAGMA:
        fine = subject == "table_xinfo"
    else:
        fine = action == sqlite3.SQLITE_SELECT
    return sqlite3.SQLITE_OK if fine else sqlite3.SQLITE_DENY


def values(lacking: set[str]) -> str:
    """Whatever the type of the value that a column holds, for SQLite does not insist on its own."""
    columns = {column: "NULL" if column in lacking else column for column in COLUMNS}
    return ", ".join(f"CAST(IFNULL({columns[column]}, '') AS {kind})" for column, kind in COLUMNS.items())


def check(database: sqlite3.Connection) -> set[str]:
    """The columns that are not there, and need not be."""
    lacking: set[str] = set()
    for table, needed in TABLES.items():
        # A view and a virtual table have no page of their own.
        sql = "SELECT CAST(sql AS TEXT) FROM sqlite_master WHERE name = ? AND type = 'table' AND rootpage > 1"
        created = [sql for (sql,) in database.execute(sql, [table])]
        if not created:
            raise Unreadable(f"is not a History database: it has no table {table}")
        if len(created) > 1 or not re.match(rf"CREATE TABLE [\"'`\[]?{table}[\"'`\]]?\s*\(", created[0] or ""):
            raise Unreadable(f"is of an unknown kind: its table {table} is no ordinary one")
        stored = {column[1]: column[6] == 0 for column in database.execute(f"PRAGMA table_xinfo({table})")}
        missing = [column for column in needed if column not in {*stored, *MAY_LACK}]
        if missing:
            raise Unreadable(f"is of an unknown kind: its table {table} has no column {', '.join(missing)}")
        computed = [column for column in needed if not stored.get(column, True)]
        if computed:
            raise Unreadable(f"is of an unknown kind: its table {table} computes the column {', '.join(computed)}")
        lacking.update(column for column in needed if column not in stored)
    return lacking


def text(value: bytes) -> str:
    shown = value[:TEXT_SIZE].decode(errors="backslashreplace")
    return shown if len(value) <= TEXT_SIZE else f"{shown}… ({len(value)} bytes)"


# ---- The file ----

FILE_SIZE = 512 * 2**20
ATTEMPTS = 5


def snapshot(path: Path, copy: Path) -> str:
    """Copies a file as it stood at one moment; returns the names of those beside it that may hold changes to it.

    SQLite's locks would keep a writer out, but SQLite would look into the file, and into what stands beside it.
    """
    with regular(path) as file, copy.open("w+b") as target:
        for _ in range(ATTEMPTS):
            before = size, _, changes = status(file, path.resolve())
            if size > FILE_SIZE:
                raise Unreadable(f"is no History: it is larger than {FILE_SIZE} bytes")
            target.seek(0)
            target.truncate()
            target.writelines(chunks(file, size))
            is_same = all(map(operator.eq, chunks(file, size), chunks(target, size)))
            if is_same and status(file, path.resolve()) == before:
                return changes
            time.sleep(0.1)
    raise Unreadable(f"is being written: {CLOSE}")


def status(file: BinaryIO, path: Path) -> tuple[int, int, str]:
    """Its size and time, and the names."""
    found = os.fstat(file.fileno())
    journal, log = (path.with_name(path.name + suffix) for suffix in ("-journal", "-wal"))
    changes = [journal.name] if first_byte(journal) > b"\0" else []  # a zero says that it is done with
    changes += [log.name] if first_byte(log) else []
    return found.st_size, found.st_mtime_ns, " and ".join(changes)


def first_byte(path: Path) -> bytes:
    try:
        with regular(path) as file:
            return file.read(1) or b""
    except (FileNotFoundError, Unreadable):  # it is gone by now
        return b""


def regular(path: Path) -> BinaryIO:
    """Opens a file, but not what would wait for somebody to write to it."""
    if not os.path.isfile(path):  # noqa: PTH113  (Path's raises where the name is too long for one)
        raise Unreadable("is no file")
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0)))


def chunks(file: BinaryIO, size: int) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(min(size, 2**20)):
        yield chunk
        size -= len(chunk)
