"""Filters and select(): the one place that decides which strikes are shown, and what a link says of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import pandas as pd

from dashboard.records import PRECISIONS, STATUSES, STRIKE_TYPES

UNPLACED = "unplaced"  # how a filter and a link name a strike whose place could not be found
SEARCHED = ("place", "place_phrase", "admin1", "quote", "sources", "claimed_by")
SOURCE_SEPARATOR = "; "  # between the sources of one strike in the store's frame

QUERY_NAMES = {
    "date_from": "from",
    "date_to": "to",
    "types": "type",
    "attackers": "attacker",
    "statuses": "status",
    "precisions": "precision",
    "sources": "source",
    "text": "q",
}
COLUMNS = {"types": "strike_type", "attackers": "attacker", "statuses": "status", "precisions": "precision"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked for. `None`, an empty tuple or an empty text lets everything through."""

    date_from: date | None = None
    date_to: date | None = None
    types: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""

    @property
    def dated(self) -> bool:
        """Whether a date range is asked for."""
        return self.date_from is not None or self.date_to is not None


def select(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows of a strikes frame that pass every filter, in the same order.

    A strike is in when its interval touches the range. Without a date it is out as soon as a range is asked for:
    `without_date` counts those.
    """
    return frame[_mask(frame, filters, _names())]


def select_mentions(
    mentions: pd.DataFrame, tellings: pd.DataFrame, shown: pd.DataFrame, filters: Filters
) -> pd.DataFrame:
    """The mentions of the reports that tell of the strikes shown; without filters those of all reports.

    A place named in a report of another month would say nothing of the days asked for. `tellings` pairs `strike_id`
    with `report`.
    """
    if filters == Filters():
        return mentions
    reports = tellings[tellings["strike_id"].isin(shown["strike_id"])]["report"]
    return mentions[mentions["report"].isin(reports)]


def without_date(frame: pd.DataFrame, filters: Filters) -> int:
    """How many strikes pass all but the date range and are left out by it only because they have no date."""
    if not filters.dated:
        return 0
    others = frame[_mask(frame, filters, _names() - {"date_from", "date_to"})]
    return int((others["date_start"].isna() & others["date_end"].isna()).sum())


def counts_by(frame: pd.DataFrame, filters: Filters, field: str) -> dict[str, int]:
    """For each value of a filter, how many strikes choosing it alone would leave; the field's own filter is set aside.

    `field` is a name of `Filters` with several choices: types, attackers, statuses, precisions, sources.
    """
    others = frame[_mask(frame, filters, _names() - {field})]
    values = _sources(others).explode() if field == "sources" else _values(others, field)
    return {str(value): int(count) for value, count in values.dropna().value_counts().items()}


def to_query(filters: Filters) -> dict[str, list[str]]:
    """The filters as readable query parameters, `from=2025-07-03&type=drone&type=missile`, without what is not set."""
    query: dict[str, list[str]] = {}
    for field, name in QUERY_NAMES.items():
        value = getattr(filters, field)
        if isinstance(value, date):
            query[name] = [value.isoformat()]
        elif value:
            query[name] = [value] if isinstance(value, str) else list(value)
    return query


def from_query(query: Mapping[str, Sequence[str]], frame: pd.DataFrame) -> Filters:
    """The filters that query parameters name. Values that are none are dropped; ends in the wrong order are swapped."""
    known: dict[str, Iterable[str]] = {
        "types": STRIKE_TYPES,
        "statuses": STATUSES,
        "precisions": (*PRECISIONS, UNPLACED),
        "attackers": frame["attacker"].dropna().unique(),
        "sources": _sources(frame).explode().dropna().unique(),
    }
    filters = Filters(
        date_from=_day(query.get(QUERY_NAMES["date_from"], ())),
        date_to=_day(query.get(QUERY_NAMES["date_to"], ())),
        text=" ".join(query.get(QUERY_NAMES["text"], ())[-1:]).strip(),
        **{
            field: tuple(dict.fromkeys(v for v in query.get(QUERY_NAMES[field], ()) if v in set(values)))
            for field, values in known.items()
        },
    )
    if filters.date_from and filters.date_to and filters.date_from > filters.date_to:
        return replace(filters, date_from=filters.date_to, date_to=filters.date_from)
    return filters


def _names() -> set[str]:
    return {field.name for field in fields(Filters)}


def _mask(frame: pd.DataFrame, filters: Filters, names: set[str]) -> "pd.Series[bool]":
    """True where a row passes the named filters."""
    mask = pd.Series(True, index=frame.index)
    if "date_from" in names and filters.date_from:
        mask &= _dates(frame, "date_end", "date_start") >= pd.Timestamp(filters.date_from)
    if "date_to" in names and filters.date_to:
        mask &= _dates(frame, "date_start", "date_end") <= pd.Timestamp(filters.date_to)
    for field in COLUMNS:
        if field in names and getattr(filters, field):
            mask &= _values(frame, field).isin(getattr(filters, field))
    if "sources" in names and filters.sources:
        wanted = set(filters.sources)
        mask &= _sources(frame).map(lambda sources: not wanted.isdisjoint(sources)).astype(bool)
    if "text" in names and filters.text:
        found = pd.Series(False, index=frame.index)
        for column in SEARCHED:
            text = frame[column].fillna("").astype(str).str.lower()
            found |= text.str.contains(filters.text.lower(), regex=False)
        mask &= found
    return mask


def _values(frame: pd.DataFrame, field: str) -> "pd.Series[str]":
    values = frame[COLUMNS[field]]
    return values.astype(object).where(values.notna(), UNPLACED) if field == "precisions" else values


def _sources(frame: pd.DataFrame) -> "pd.Series[Any]":
    """The sources of each strike as a list; empty where no report names its source."""
    return frame["sources"].map(lambda text: text.split(SOURCE_SEPARATOR) if isinstance(text, str) and text else [])


def _dates(frame: pd.DataFrame, first: str, otherwise: str) -> "pd.Series[pd.Timestamp]":
    """One end of each strike's interval; where it is open, the other end."""
    return pd.to_datetime(frame[first]).fillna(pd.to_datetime(frame[otherwise]))


def _day(values: Sequence[str]) -> date | None:
    try:
        return date.fromisoformat(values[-1])
    except (IndexError, ValueError):
        return None
