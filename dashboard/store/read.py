"""data/strikes.sqlite: read, never changed, by page, command line and exports."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.errors import StoreMissing
from dashboard.records import Account, Mention, Report, Skipped, Strike
from dashboard.store import frames, search_index, tables
from dashboard.store.places import PlacesInUse


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report as a list shows it, without its text: `accounts` is the number of strikes it tells of."""

    report_id: str
    title: str | None
    published: date | None
    source: str | None
    url: str | None
    language: str | None
    accounts: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What the store holds, and what is left out of the map: strikes of a country only, and strikes without a place.

    `held_back` counts the strikes that no report is taken to tell of because a name in it has no place.
    """

    reports: int
    without_strike: int
    skipped: int
    accounts: int
    strikes: int
    country_only: int
    unplaced: int
    undated: int
    mentions: int
    held_back: int


class Store:
    """A store opened for reading: it stays as it was when opened, even after a newer one is swapped in."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.places = PlacesInUse(self._all)
        self.version = str(self._all("SELECT value FROM meta WHERE key = 'version'")[0]["value"])

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in a file. Raises StoreMissing where there is none, or one of another version of the program."""
        if not path.is_file():
            raise StoreMissing(f"there is no store at {path}; run `strikemap build`")
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.row_factory = _as_dict
        try:
            schema = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
            if schema != {"value": tables.SCHEMA}:
                raise StoreMissing(f"{path.name} is of another version of strikemap; run `strikemap build`")
            return cls(connection)
        except sqlite3.DatabaseError as error:
            connection.close()
            raise StoreMissing(f"{path.name} cannot be read ({error}); delete it and run `strikemap build`") from error
        except StoreMissing:
            connection.close()
            raise

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def strikes_frame(self) -> pd.DataFrame:
        """One row per strike, by date: strike_id, the chosen Account fields, number_of_reports, sources, urls,
        n_accounts.

        Dates are datetime64, whole numbers nullable Int64, sources and urls text joined by "; ". Unknown is missing.
        """
        columns = [name for name in tables.STRIKE_COLUMNS if name not in {"choices", "merges"}]
        return frames.frame(columns, self._rows(f"SELECT {', '.join(columns)} FROM strikes {frames.ORDER}"))

    def strikes_named(self, ids: Iterable[str]) -> pd.DataFrame:
        """The rows of `strikes_frame` of these strikes, in this order; the page asks for those it writes out."""
        wanted = list(ids)
        columns = [name for name in tables.STRIKE_COLUMNS if name not in {"choices", "merges"}]
        query = f"SELECT {', '.join(columns)} FROM strikes WHERE strike_id IN (SELECT value FROM json_each(?))"
        found = frames.frame(columns, self._rows(query, json.dumps(wanted)))
        return found.set_index("strike_id", drop=False).loc[wanted].reset_index(drop=True)

    def counted_frame(self) -> pd.DataFrame:
        """The strikes in the same order, with the columns `store_frames.COUNTED`; repeated texts are categories."""
        return self._unpacked("strikes")

    def mentions_frame(self) -> pd.DataFrame:
        """One row per mention: report, its `published`, text, start, end, part, and the place's fields."""
        return self._unpacked("mentions")

    def tellings_frame(self) -> pd.DataFrame:
        """Which report tells of which strike: `strike` is its place in the strikes frames, `report` the report's id."""
        return self._unpacked("tellings")

    def found(self, text: str) -> npt.NDArray[np.bool_] | None:
        """True for the rows of the strikes frame whose places, sources or quotes hold all words; `None` for no text.

        A word is found by its beginning, in Cyrillic and Latin spellings alike; nothing in the text is syntax.
        """
        if not text:
            return None
        rows = np.zeros(self._all("SELECT COUNT(*) AS n FROM strikes")[0]["n"], dtype=bool)
        rows[search_index.positions(self._rows, text)] = True
        return rows

    def strike(self, any_id: str) -> Strike | None:
        """The strike of an id, its own or that of any of its accounts."""
        rows = self._all("SELECT * FROM strikes WHERE strike_id = ?", any_id) or self._all(
            "SELECT strikes.* FROM accounts JOIN strikes USING (strike_id) WHERE account_id = ?", any_id
        )
        if not rows:
            return None
        strike_id = rows[0]["strike_id"]
        order = "ORDER BY reports.published, report, account_id"
        query = f"SELECT accounts.* FROM accounts LEFT JOIN reports ON report = report_id WHERE strike_id = ? {order}"
        return tables.strike_from_row(rows[0], map(tables.account_from_row, self._all(query, strike_id)))

    def report(self, report_id: str) -> Report | None:
        """A report with its text."""
        rows = self._all("SELECT * FROM reports WHERE report_id = ?", report_id)
        return tables.report_from_row(rows[0]) if rows else None

    def reports(self) -> tuple[ReportLine, ...]:
        """All reports without their texts, newest first, those without a date last."""
        rows = self._all(
            """SELECT report_id, title, published, source, url, language,
                      (SELECT COUNT(*) FROM accounts WHERE report = report_id) AS accounts,
                      (SELECT COUNT(*) FROM names WHERE report = report_id AND mention) AS mentions
               FROM reports ORDER BY published DESC, report_id"""
        )
        return tuple(
            ReportLine(**row | {"published": date.fromisoformat(row["published"]) if row["published"] else None})
            for row in rows
        )

    def accounts_of(self, report_id: str) -> tuple[Account, ...]:
        """What a report says, in the order of its text."""
        accounts = map(tables.account_from_row, self._all("SELECT * FROM accounts WHERE report = ?", report_id))
        return tuple(sorted(accounts, key=_first_span))

    def strike_ids_of(self, report_id: str) -> Mapping[str, str]:
        """The strike that each account of a report belongs to, by account id."""
        rows = self._all("SELECT account_id, strike_id FROM accounts WHERE report = ?", report_id)
        return {row["account_id"]: row["strike_id"] for row in rows}

    def mentions_of(self, report_id: str) -> tuple[Mention, ...]:
        """The places that a report merely names, in the order of its text."""
        query = "SELECT * FROM names JOIN places USING (place_id) WHERE report = ? AND mention ORDER BY names.rowid"
        return tuple(map(tables.mention_from_row, self._all(query, report_id)))

    def skipped(self) -> tuple[Skipped, ...]:
        """The files that could not be read, with line and reason."""
        return tuple(Skipped(**row) for row in self._all("SELECT * FROM skipped"))

    def counts(self) -> Counts:
        """What there is and what is left out."""
        conditions = {
            "reports": "reports",
            "without_strike": "reports WHERE report_id NOT IN (SELECT report FROM accounts)",
            "skipped": "skipped",
            "accounts": "accounts",
            "strikes": "strikes",
            "country_only": "strikes WHERE precision = 'country'",
            "unplaced": "strikes WHERE latitude IS NULL",
            "undated": "strikes WHERE date_start IS NULL",
            "mentions": "names WHERE mention",
        }
        counted = ", ".join(f"(SELECT COUNT(*) FROM {what}) AS {name}" for name, what in conditions.items())
        held_back = "(SELECT COALESCE(SUM(held_back), 0) FROM names) AS held_back"
        return Counts(**self._all(f"SELECT {counted}, {held_back}")[0])

    def _all(self, query: str, *values: object) -> list[dict[str, Any]]:
        return self._connection.execute(query, values).fetchall()

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(query, values).fetchall()

    def _unpacked(self, name: str) -> pd.DataFrame:
        return frames.unpack(self._rows("SELECT packed FROM frames WHERE name = ?", name)[0][0])


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> dict[str, Any]:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def _first_span(account: Account) -> tuple[int, str]:
    starts = [span.start for spans in account.spans.values() for span in spans if span.part == "body"]
    return min(starts, default=0), account.account_id
