"""Reads a database while another process changes all its rows, over and over: every reading must be of one moment.

usage: changing.py DATABASE JOURNAL_MODE SECONDS

Prints how often it was read, read without a journal beside it, and found to be in use. On a busy machine it goes on
until there was one of the first two, but not for ever.
"""

import collections
import re
import sqlite3
import subprocess
import sys
import time

from wv2interrupt import Language, history

database, mode, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
WRITER = """
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
database.execute(f"PRAGMA journal_mode = {sys.argv[2]}")
database.execute("PRAGMA cache_size = 10")
database.execute("PRAGMA wal_autocheckpoint = 50")
number = 0
while True:
    number += 1
    change = "UPDATE downloads SET target_path = ? || substr(target_path, instr(target_path, ' '))"
    database.execute(change, [str(number)])
    time.sleep(0.01)
    if number % 7 == 0:  # the last to close takes the log away
        database.close()
        database = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
        database.execute("PRAGMA cache_size = 10")
"""
with sqlite3.connect(database) as created:
    created.executemany(
        "INSERT INTO downloads VALUES (?, '', '', ?, 0, 0, 0, 4, 0, 3, 0)",
        [(number, "0 " + "x" * 1500) for number in range(300)],
    )
created.close()

writer = subprocess.Popen([sys.executable, "-c", WRITER, database, mode])
results = collections.Counter()
end = time.monotonic() + seconds
try:
    while time.monotonic() < end or not (results["read"] + results["named"] or time.monotonic() > end + 60):
        lines = []
        try:
            lines.extend(history.report(database, Language()))
        except history.Unreadable as error:
            lines.append(str(error))
        if lines[0].startswith("This database is in use"):
            results["named"] += 1
        elif "is being written" in lines[-1]:
            results["in use"] += 1
        else:
            results["read"] += 1
            generations = {found[1] for found in (re.search("interrupted  ([0-9]+) ", line) for line in lines) if found}
            assert len(generations) == 1 and lines[-2] == "Downloads: 300 interrupted", (generations, lines[-2:])
finally:
    writer.kill()
    writer.wait()
assert writer.returncode < 0, "the writer was still at it"
print(*(f"{results[kind]} {kind}" for kind in ("read", "named", "in use")))
