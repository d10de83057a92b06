"""The full-text index in the store: the words of every strike by their spelling and their sound, made by SQLite's FTS5.

It is filled from the other tables, so it adds nothing to what the store says, and nothing to its data version.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from dashboard.store import search_words
from dashboard.store.frames import ORDER

NAMES = ("place", "words", "place_phrase", "admin1", "claimed_by", "source")  # found by their sound, too
TEXTS = ("quote", "title")
CREATE = "CREATE VIRTUAL TABLE search USING fts5 (spelling, sound, content='')"
WORDS = f"""
    SELECT strike_id, {", ".join(NAMES + TEXTS)} FROM accounts LEFT JOIN reports ON report = report_id
    LEFT JOIN spellings ON accounts.place_id = spellings.place_id
    ORDER BY strike_id
"""


def fill(connection: sqlite3.Connection) -> None:
    """Makes the index in a store whose other tables are written."""
    position = {
        row[0]: number for number, row in enumerate(connection.execute(f"SELECT strike_id FROM strikes {ORDER}"))
    }
    connection.execute(CREATE)
    connection.executemany(
        "INSERT INTO search (rowid, spelling, sound) VALUES (?, ?, ?)",
        ((position[strike_id], *words) for strike_id, words in _words(connection.execute(WORDS))),
    )


def positions(rows: Callable[..., list[tuple[Any, ...]]], text: str) -> list[int]:
    """Where in the strikes frame the strikes stand in which every word of a text begins a word; without words, none.

    `rows` runs a query with its values.
    """
    query = search_words.query(text)
    return [] if query is None else [row[0] for row in rows("SELECT rowid FROM search WHERE search MATCH ?", query)]


def _words(accounts: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, tuple[str, str]]]:
    """What can be searched of each strike, in all of its accounts and their reports."""
    for strike_id, told in groupby(accounts, itemgetter(0)):
        columns = list(zip(*told, strict=True))[1:]
        names, texts = columns[: len(NAMES)], columns[len(NAMES) :]
        yield strike_id, search_words.indexed((one for c in names for one in c), (one for c in texts for one in c))
