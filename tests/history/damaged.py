"""Reads a database again and again, each time with other bytes damaged, and says how often it could be read.

usage: damaged.py DATABASE TIMES
"""

import random
import sys
from pathlib import Path

from wv2interrupt import Language, history

database, times = Path(sys.argv[1]), int(sys.argv[2])
sound = database.read_bytes()
read = 0
for seed in range(times):
    chance = random.Random(seed)
    damaged = bytearray(sound)
    for _ in range(chance.choice([1, 1, 4, 50])):
        # In the header, in the schema, or anywhere; one byte, or all from it to the end of a page.
        start = chance.randrange(chance.choice([100, 4096, len(damaged)]))
        for place in range(start, chance.choice([start + 1, start + 8, start // 4096 * 4096 + 4096])):
            if place < len(damaged):
                damaged[place] = chance.choice([0, 1, 5, 13, 0x7F, 0x80, 0xFF, chance.randrange(256)])
    database.write_bytes(damaged)
    lines = []
    try:
        lines.extend(history.report(str(database), Language()))
        read += 1
    except history.Unreadable as error:
        lines.append(str(error))
    for line in lines:
        assert line.isprintable(), (seed, line)
print("read", read)
