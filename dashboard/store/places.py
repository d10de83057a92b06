"""What the store knows of places: each one in use, the words it was read from, and why it was chosen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.records import Name, Place
from dashboard.store import tables

Ask = Callable[..., list[dict[str, Any]]]

# One row per place that a report names or a strike stands at, and per name that has no place.
_IN_USE = """
WITH named AS (
    SELECT shown_at AS item, MIN(text) AS word, GROUP_CONCAT(DISTINCT text) AS words,
           COUNT(*) AS names, SUM(mention) AS mentions, COUNT(DISTINCT report) AS reports, SUM(held_back) AS held_back,
           MAX(json_array_length(candidates)) AS candidates, MAX(place_id IS NULL) AS lost,
           MAX(place_id IS NULL AND reason LIKE 'ambiguous:%') AS ambiguous
    FROM names GROUP BY shown_at),
struck AS (
    SELECT place_id AS item, COUNT(DISTINCT strike_id) AS strikes FROM accounts WHERE place_id IS NOT NULL GROUP BY 1)
SELECT item, COALESCE(name, word) AS name, words, kind, precision, latitude, longitude, uncertainty_radius_m,
       COALESCE(radius_assumed, 0) AS radius_assumed, country, admin1, parent, origin,
       COALESCE(strikes, 0) AS strikes, COALESCE(mentions, 0) AS mentions, COALESCE(names, 0) AS names,
       COALESCE(reports, 0) AS reports, COALESCE(held_back, 0) AS held_back, COALESCE(candidates, 0) AS candidates,
       COALESCE(lost, 0) AS lost, COALESCE(ambiguous, 0) AS ambiguous
FROM (SELECT item FROM named UNION SELECT item FROM struck)
LEFT JOIN named USING (item) LEFT JOIN struck USING (item) LEFT JOIN places ON place_id = item
ORDER BY held_back DESC, strikes DESC, mentions DESC, 2, item
"""
# "The report says so elsewhere" tells less than what it says there.
_TELLING = "reason LIKE '%says so elsewhere%'"
_READINGS = f"""
SELECT * FROM (
    SELECT names.*, title, source, published, COUNT(*) OVER (PARTITION BY report) AS times,
           ROW_NUMBER() OVER (PARTITION BY report ORDER BY held_back DESC, mention, {_TELLING}, part, start) AS at
    FROM names JOIN reports ON report = report_id WHERE shown_at = ?)
WHERE at = 1 ORDER BY held_back DESC, mention, published DESC, report LIMIT ?
"""
_COLUMNS = (
    *("item", "name", "words", "kind", "precision", "latitude", "longitude", "uncertainty_radius_m", "radius_assumed"),
    *("country", "admin1", "parent", "origin", "strikes", "mentions", "names", "reports", "held_back", "candidates"),
    *("lost", "ambiguous"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A name as it first stands in a report, how often it stands there, and what tells the report."""

    name: Name
    times: int
    title: str | None
    source: str | None
    published: date | None


class PlacesInUse:
    """The places of a store opened for reading. `ask` runs a query on it."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def frame(self) -> pd.DataFrame:
        """One row per place in use, and one per name without a place (`lost`; `ambiguous` where equals remain).

        `item` is its id; `strikes` stand at it, `mentions` name it without a strike, `names` are all words that mean
        it, in so many `reports`; `held_back` strikes are not told for want of a place; `candidates` is the largest
        number of places that its `words` may mean. First what holds back most, then by strikes and mentions.
        """
        frame = pd.DataFrame(self._ask(_IN_USE), columns=list(_COLUMNS))
        flags = ["radius_assumed", "lost", "ambiguous"]
        numbers = ["latitude", "longitude", "uncertainty_radius_m"]
        return frame.astype(dict.fromkeys(flags, bool) | dict.fromkeys(numbers, "float64"))

    def place(self, place_id: str) -> Place | None:
        """A place by its id, candidates included."""
        return self._places([place_id]).get(place_id)

    def readings(self, item: str, most: int) -> tuple[Reading, ...]:
        """The words read as a place, or left without one, once for each report: no more than `most`.

        First those that hold strikes back, then those of strikes, then mentions; the newest reports first.
        """
        rows = self._ask(_READINGS, item, most)
        names = self._names(rows)
        days = [date.fromisoformat(row["published"]) if row["published"] else None for row in rows]
        return tuple(
            Reading(name, row["times"], row["title"], row["source"], day)
            for name, row, day in zip(names, rows, days, strict=True)
        )

    def words(self, item: str) -> tuple[str, ...]:
        """The different words read as a place, the most frequent first."""
        query = "SELECT text FROM names WHERE shown_at = ? GROUP BY text ORDER BY COUNT(*) DESC, text"
        return tuple(row["text"] for row in self._ask(query, item))

    def of_account(self, account_id: str) -> str | None:
        """The id of the place that an account stands at."""
        rows = self._ask("SELECT place_id FROM accounts WHERE account_id = ?", account_id)
        return rows[0]["place_id"] if rows else None

    def settling(self, report_id: str, item: str) -> Name | None:
        """Of a report's names of a place, the first that tells why it is that place."""
        order = f"ORDER BY {_TELLING}, mention, part, start"
        query = f"SELECT * FROM names WHERE report = ? AND shown_at = ? {order} LIMIT 1"
        return next(iter(self._names(self._ask(query, report_id, item))), None)

    def _names(self, rows: Sequence[Mapping[str, Any]]) -> list[Name]:
        named = {row["place_id"] for row in rows if row["place_id"]}
        weighed = {each[0] for row in rows for each in tables.candidates_of(row)}
        places = self._places(named | weighed)
        return [tables.name_from_row(row, places) for row in rows]

    def _places(self, ids: Iterable[str]) -> dict[str, Place]:
        wanted = sorted(ids)
        query = f"SELECT * FROM places WHERE place_id IN ({', '.join('?' * len(wanted))})"
        return {row["place_id"]: tables.place_from_row(row) for row in self._ask(query, *wanted)}
