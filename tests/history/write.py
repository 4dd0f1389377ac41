"""Runs SQL on a database, and then closes it, crashes, or waits with what is open until its standard input ends.

usage: write.py DATABASE close|crash|wait SQL...
"""

import os
import sqlite3
import sys

database, end, *scripts = sys.argv[1:]
connection = sqlite3.connect(database, isolation_level=None)
for script in scripts:
    connection.executescript(script)
if end == "crash":
    os._exit(0)
if end == "wait":
    print("ready", flush=True)
    sys.stdin.read()
connection.close()
