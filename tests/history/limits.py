"""Reads a database under another limit.

usage: limits.py NAME NUMBER DATABASE
"""

import json
import sys

from wv2interrupt import Language, history

name, number, database = sys.argv[1:]
assert hasattr(history, name)
setattr(history, name, json.loads(number))
try:
    for line in history.report(database, Language()):
        print(line)
except history.Unreadable as error:
    sys.exit(str(error))
