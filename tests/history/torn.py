"""Reads a database of which all rows are changed after half of it was copied, TIMES times.

usage: torn.py DATABASE TIMES
"""

import sqlite3
import sys

from wv2interrupt import Language, history

database, times = sys.argv[1], int(sys.argv[2])
writer = sqlite3.connect(database, isolation_level=None)
writer.executemany(
    "INSERT INTO downloads VALUES (?, '', '', ?, 0, 0, 0, 4, 0, 3, 0)",
    [(number, "0 " + "x" * 1500) for number in range(100)],
)
copies = 0


def chunks(file, size):
    global copies
    file.seek(0)
    for place in range(0, size, 4096):
        yield file.read(min(4096, size - place))
        if place == size // 8192 * 4096 and file.name == database:
            copies += 1
            if copies <= times:
                writer.execute("UPDATE downloads SET target_path = ? || substr(target_path, 2)", [copies])


history.chunks = chunks
try:
    lines = list(history.report(database, Language()))
except history.Unreadable as error:
    sys.exit(str(error))
print(*sorted({line.split("  ")[2][:2] for line in lines if "  interrupted  " in line}))
