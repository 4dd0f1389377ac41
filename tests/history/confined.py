"""Prints which of the statements a connection to an untrusted database would run."""

import sqlite3
import sys

from wv2interrupt import history

for statement in sys.argv[1:]:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(
        """
        CREATE TABLE downloads (id, url);
        CREATE VIEW seen AS SELECT id FROM downloads;
        CREATE TABLE other (id);
        """
    )
    history.confine(database)
    try:
        database.execute(statement).fetchall()
        print("ran", statement)
    except sqlite3.DatabaseError as error:
        print(error)
