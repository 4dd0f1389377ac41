"""The interrupted and canceled downloads in the history database of Chromium, Edge or a WebView2 program."""

import collections
import contextlib
import datetime
import shutil
import sqlite3
import tempfile
from pathlib import Path

import wv2interrupt as wv2

# What the database calls a state; the numbers are not WebView2's.
STATES = {0: "in progress", 1: "completed", 2: "canceled", 4: "interrupted"}
CANCELED, INTERRUPTED = 2, 4

COLUMNS = {
    "state": "INTEGER",
    "interrupt_reason": "INTEGER",
    "start_time": "INTEGER",
    "received_bytes": "INTEGER",
    "total_bytes": "INTEGER",
    "target_path": "TEXT",
}
CHAIN = ["id", "chain_index", "url"]

# Whatever the type of the value that a column holds, for SQLite does not insist on its own.
DOWNLOADS = f"""
SELECT {", ".join(f"CAST(IFNULL({column}, '') AS {kind})" for column, kind in COLUMNS.items())},
       (SELECT CAST(url AS TEXT) FROM downloads_url_chains AS chain
        WHERE chain.id = downloads.id ORDER BY chain_index DESC LIMIT 1)
FROM downloads ORDER BY start_time, id
"""

Download = collections.namedtuple("Download", [*COLUMNS, "url"])

PART = (
    "A History database holds only a part of the interrupted downloads: those that were given up, and, until the "
    "browser starts again, few of those that could be resumed."
)

LOCKED = "close the browser or the program that uses it, and try again"


class Unreadable(Exception):
    """Why a file cannot be read, in one line."""


def report(name):
    """The lines that describe the interrupted and the canceled downloads of a database."""
    downloads = read(name)
    for download in downloads:
        if download.state in (CANCELED, INTERRUPTED):
            yield from describe(download)
            yield ""
    counts = collections.Counter(STATES.get(download.state, "of an unknown state") for download in downloads)
    yield f"Downloads: {', '.join(f'{count} {state}' for state, count in sorted(counts.items())) or 'none'}"
    yield PART


# ---- One download ----


def describe(download):
    number = download.interrupt_reason
    reason = wv2.from_chromium(number) if -(2**31) <= number < 2**31 else wv2.UNKNOWN
    yield f"{time(download.start_time)}  {STATES[download.state]}  {printable(download.target_path)}"
    total = download.total_bytes if download.total_bytes > 0 else "an unknown number of"
    lines = {
        "reason": f"{wv2.name(reason)} (Chromium's {number})",
        "address": printable(download.url or ""),
        "saved": f"{download.received_bytes} of {total} bytes",
        **texts(download.state, reason),
    }
    for key, text in lines.items():
        if text:
            yield f"  {key:<8} {text}"


def texts(state, reason):
    """What to tell the person; the number 0 means that no reason was recorded."""
    if reason == wv2.Reason["None"] and state == CANCELED:
        return {"label": wv2.outcome_label(wv2.Outcome.CANCELED, wv2.ENGLISH)}
    shown = wv2.UNKNOWN if reason == wv2.Reason["None"] else reason
    return {
        "label": wv2.label(shown, wv2.ENGLISH),
        "message": wv2.message(shown, wv2.ENGLISH),
        "advice": wv2.advice(shown, wv2.ENGLISH),
    }


def time(microseconds):
    """Chromium counts from 1601, in UTC."""
    with contextlib.suppress(OverflowError):
        if microseconds > 0:
            since = datetime.datetime(1601, 1, 1) + datetime.timedelta(microseconds=microseconds)
            return f"{since:%Y-%m-%d %H:%M:%S} UTC"
    return "at an unknown time"


def printable(text):
    """A name from the web may hold anything, even what would move a terminal's cursor."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


# ---- The file ----


def read(name):
    path = Path(name)
    try:
        if not path.is_file():
            raise Unreadable("is neither a code nor a file; a code is a whole number of 32 bits")
        with tempfile.TemporaryDirectory() as folder:
            with contextlib.closing(open_copy(path, Path(folder, "History"))) as database:
                check(database)
                return [Download(*row) for row in database.execute(DOWNLOADS)]
    except Unreadable as error:
        raise Unreadable(f"'{printable(name)}' {error}") from error
    except PermissionError as error:
        raise Unreadable(f"'{printable(name)}' may not be read: {LOCKED}") from error
    except (OSError, sqlite3.Error, ValueError) as error:
        raise Unreadable(f"'{printable(name)}' is not a History database that can be read: {error}") from error


def open_copy(path, copy):
    """The file is only read, and stays as it is: what SQLite has to tidy up, it tidies up in the copy."""
    with unlocked(path):
        for suffix in ("-journal", "-wal", ""):
            part = path.with_name(path.name + suffix)
            if part.exists():
                shutil.copyfile(part, copy.with_name(copy.name + suffix))
    database = sqlite3.connect(copy)
    database.execute("PRAGMA query_only = ON")
    database.text_factory = lambda text: text.decode(errors="backslashreplace")
    return database


@contextlib.contextmanager
def unlocked(path):
    """Keeps a writer out while the file is copied."""
    with path.open("rb") as file:
        write_ahead = file.read(19)[18:] == b"\2"
    if write_ahead:  # a reader need not wait for a writer, and a connection would leave files beside this one
        yield
        return
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=1)) as database:
        try:
            database.execute("BEGIN")
            database.execute("SELECT * FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):  # anything else that is wrong with it, the copy shows too, or tidies up
                raise Unreadable(f"is locked: {LOCKED}") from error
        yield


def check(database):
    for table, needed in [("downloads", ["id", *COLUMNS]), ("downloads_url_chains", CHAIN)]:
        columns = {row[1] for row in database.execute(f"PRAGMA table_info({table})")}
        missing = [column for column in needed if column not in columns]
        if not columns:
            raise Unreadable(f"is not a History database: it has no table {table}")
        if missing:
            raise Unreadable(f"is of an unknown kind: its table {table} has no column {', '.join(missing)}")
