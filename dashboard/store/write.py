"""data/strikes.sqlite written whole and swapped in: never changed in place."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from dashboard.errors import StoreMissing
from dashboard.records import Name, Place, Report, Skipped, Strike
from dashboard.store import Store, frames, search_index, tables
from dashboard.swapping import swapped_in


def write_store(
    path: Path,
    *,
    reports: Sequence[Report],
    strikes: Sequence[Strike],
    names: Sequence[Name],
    skipped: Sequence[Skipped],
    places: Mapping[str, Place] | None = None,
    spellings: Callable[[Place], Iterable[str]] = lambda _: (),
) -> str:
    """Writes the store beside `path`, swaps it in, and returns its data version: the hash of all rows.

    `places` is the place of each account by its id, `spellings` gives the other names by which one can be searched. The
    same records give the same version. A store that has that version already is left as it is.
    """
    places = places or {}
    by_id = {report.report_id: report for report in reports}
    rows: dict[str, list[tuple[Any, ...]]] = {
        "reports": sorted(tables.report_row(report) for report in reports),
        "accounts": [
            tables.account_row(account, strike.strike_id, places.get(account.account_id))
            for strike in strikes
            for account in strike.accounts
        ],
        "strikes": [tables.strike_row(strike, by_id) for strike in strikes],
        "places": [tables.place_row(place) for place in _distinct(places.values(), names)],
        "spellings": sorted({(place.place_id, " ".join(spellings(place))) for place in places.values()}),
        "names": [tables.name_row(name) for name in names],
        "skipped": [tables.skipped_row(one) for one in skipped],
    }
    return write_rows(path, rows)


def write_rows(path: Path, rows: Mapping[str, list[tuple[Any, ...]]]) -> str:
    """The same from rows of the tables, by name of the table, each row in the order of `store_tables`' columns."""
    version = _version(rows)
    if _version_of(path) == version:
        return version
    written = {**rows, "meta": [("schema", tables.SCHEMA), ("version", version)]}
    path.parent.mkdir(parents=True, exist_ok=True)
    with swapped_in(path) as beside, closing(sqlite3.connect(beside)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + tables.create_script())
        for table, columns in tables.TABLES.items():
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", written.get(table, ()))
        packed = frames.pack(lambda query: connection.execute(query).fetchall())
        connection.executemany("INSERT INTO frames VALUES (?, ?)", packed)
        search_index.fill(connection)
        connection.executescript(tables.index_script() + "ANALYZE;")
        connection.commit()
    return version


def _distinct(first: Iterable[Place], names: Sequence[Name]) -> list[Place]:
    """Every place once, by id: those of accounts, those that names mean, and their candidates."""
    found = {place.place_id: place for place in (each.place for n in names for each in n.occurrence.candidates)}
    found |= {name.occurrence.place.place_id: name.occurrence.place for name in names if name.occurrence.place}
    found |= {place.place_id: place for place in first}
    return [found[place_id] for place_id in sorted(found)]


def _version(rows: Mapping[str, list[tuple[Any, ...]]]) -> str:
    """The first 16 hex digits of the SHA-256 of schema and rows."""
    digest = hashlib.sha256(tables.SCHEMA.encode())
    for table, content in rows.items():
        digest.update(table.encode())
        for row in content:
            digest.update(json.dumps(row).encode())
    return digest.hexdigest()[:16]


def _version_of(path: Path) -> str | None:
    try:
        with Store.open(path) as store:
            return store.version
    except StoreMissing:
        return None
