"""Filters and what passes them: the one place that decides which strikes are shown, and what a link says of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.filters.area import Area, parse
from dashboard.filters.columns import CODED, UNPLACED, Columns, Mask
from dashboard.records import PRECISIONS, STATUSES, STRIKE_TYPES

QUERY_NAMES = {
    "date_from": "from",
    "date_to": "to",
    "types": "type",
    "attackers": "attacker",
    "statuses": "status",
    "precisions": "precision",
    "sources": "source",
    "regions": "region",
    "text": "q",
    "area": "area",
    "reaching": "reaching",
}
ON = "on"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked for. `None`, an empty tuple or an empty text lets everything through.

    `reaching` takes in, with the strikes of `area`, those that may lie in it: whose disc or ring reaches into it.
    """

    date_from: date | None = None
    date_to: date | None = None
    types: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    text: str = ""
    area: Area | None = None
    reaching: bool = False

    @property
    def dated(self) -> bool:
        """Whether a date range is asked for."""
        return self.date_from is not None or self.date_to is not None


class Sieve:
    """Which strikes pass the filters, and how many would pass others; each filter's own mask is made once.

    A strike is in when its interval touches the range. Without a date it is out as soon as a range is asked for:
    `without_date` counts those. `found` are the rows that the text was found in.
    """

    def __init__(self, columns: Columns, filters: Filters, found: Mask | None = None) -> None:
        self.columns, self.filters = columns, filters
        self._masks: dict[str, Mask] = {}
        self._counted: dict[str, dict[str, int]] = {}  # filter column and legend ask alike
        if filters.date_from:
            self._masks["date_from"] = columns.dated & (columns.last >= _number(filters.date_from))
        if filters.date_to:
            self._masks["date_to"] = columns.dated & (columns.first <= _number(filters.date_to))
        for field in CODED:
            if wanted := getattr(filters, field):
                self._masks[field] = columns.choices[field].among(wanted)
        if filters.sources:
            self._masks["sources"] = self._told_by(filters.sources)
        if filters.text and found is not None:
            self._masks["text"] = found
        if filters.area:
            within = columns.points.within(filters.area)
            self._masks["area"] = within.inside | within.touching if filters.reaching else within.inside

    def passing(self, *but: str) -> Mask:
        """True for the rows that pass every filter, or every one but those named."""
        passing = np.ones(len(self.columns), dtype=bool)
        for name, mask in self._masks.items():
            if name not in but:
                passing &= mask
        return passing

    def counts(self, field: str) -> dict[str, int]:
        """For each value of a filter, how many strikes choosing it alone would leave; its own filter is set aside.

        `field` is a name of `Filters` with several choices: types, attackers, statuses, precisions, regions, sources.
        """
        if field not in self._counted:
            self._counted[field] = self._count(field)
        return self._counted[field]

    def _count(self, field: str) -> dict[str, int]:
        others = self.passing(field)
        if field != "sources":
            values, counts = self.columns.choices[field].values, self.columns.choices[field].counts(others)
        else:
            values, texts, singles = self.columns.single_sources
            told = self.columns.sources.counts(others)[texts]
            counts = np.bincount(singles, weights=told, minlength=len(values)).astype(np.int64)
        return {value: int(count) for value, count in zip(values, counts, strict=True) if count}

    def around(self) -> tuple[int, int]:
        """How many strikes pass all but the area and may lie in it: whose disc or ring reaches in; without a place."""
        if not self.filters.area:
            return 0, 0
        others, points = self.passing("area"), self.columns.points
        touching = points.within(self.filters.area).touching
        return int((others & touching).sum()), int((others & ~points.placed).sum())

    def in_periods(self, periods: Iterable[tuple[date, date] | None]) -> list[int]:
        """How many strikes each date range would leave; `None`, no range, leaves those without a date, too."""
        others, columns = self.passing("date_from", "date_to"), self.columns
        dated = others & columns.dated
        return [
            int(others.sum())
            if period is None
            else int((dated & (columns.last >= _number(period[0])) & (columns.first <= _number(period[1]))).sum())
            for period in periods
        ]

    def without_date(self) -> int:
        """How many strikes pass all but the date range and are left out by it only because they have no date."""
        if not self.filters.dated:
            return 0
        return int((self.passing("date_from", "date_to") & ~self.columns.dated).sum())

    def _told_by(self, sources: tuple[str, ...]) -> Mask:
        names, texts, singles = self.columns.single_sources
        wanted = np.isin(np.array(names, dtype=object), sources)
        holding = np.zeros(len(self.columns.sources.values) + 1, dtype=bool)  # the last is that of -1
        holding[texts[wanted[singles]]] = True
        return holding[self.columns.sources.codes]


def select(frame: pd.DataFrame, filters: Filters, found: Mask | None) -> pd.DataFrame:
    """The rows of the store's whole strikes frame that pass every filter, in the same order.

    `found` is what `Store.found` says of the filters' text.
    """
    return frame[Sieve(Columns.of(frame), filters, found).passing()]


def to_query(filters: Filters) -> dict[str, list[str]]:
    """The filters as readable query parameters, `from=2025-07-03&type=drone&type=missile`, without what is not set."""
    query: dict[str, list[str]] = {}
    for field, name in QUERY_NAMES.items():
        value = getattr(filters, field)
        if isinstance(value, date):
            query[name] = [value.isoformat()]
        elif isinstance(value, Area):
            query[name] = [value.text]
        elif value is True:
            query[name] = [ON]
        elif value:
            query[name] = [value] if isinstance(value, str) else list(value)
    return query


def from_query(query: Mapping[str, Sequence[str]], columns: Columns) -> Filters:
    """The filters that query parameters name. Values that are none are dropped; ends in the wrong order are swapped."""
    known: dict[str, Iterable[str]] = {
        "types": STRIKE_TYPES,
        "statuses": STATUSES,
        "precisions": (*PRECISIONS, UNPLACED),
        "attackers": columns.choices["attackers"].values,
        "sources": columns.single_sources[0],
        "regions": columns.choices["regions"].values,
    }
    area = parse((query.get(QUERY_NAMES["area"]) or ("",))[-1].strip())
    filters = Filters(
        date_from=_day(query.get(QUERY_NAMES["date_from"], ())),
        date_to=_day(query.get(QUERY_NAMES["date_to"], ())),
        text=" ".join(query.get(QUERY_NAMES["text"], ())[-1:]).strip(),
        area=area,
        reaching=area is not None and list(query.get(QUERY_NAMES["reaching"], ())) == [ON],
        **{
            field: tuple(dict.fromkeys(v for v in query.get(QUERY_NAMES[field], ()) if v in set(values)))
            for field, values in known.items()
        },
    )
    if filters.date_from and filters.date_to and filters.date_from > filters.date_to:
        return replace(filters, date_from=filters.date_to, date_to=filters.date_from)
    return filters


def not_taken(query: Mapping[str, Sequence[str]], filters: Filters) -> list[str]:
    """The parts of a query, as "type=ufo", that name a filter and that its `Filters` could make nothing of."""
    taken = {value for values in to_query(filters).values() for value in values}
    if filters.area:  # it may be written in other digits
        taken |= {value.strip() for value in query[QUERY_NAMES["area"]] if parse(value.strip()) == filters.area}
    asked = [(name, value.strip()) for name in QUERY_NAMES.values() for value in query.get(name, ())]
    return [f"{name}={value}" for name, value in asked if value and value not in taken]


def _number(day: date) -> int:
    return day.toordinal() - date(1970, 1, 1).toordinal()


def _day(values: Sequence[str]) -> date | None:
    try:
        return date.fromisoformat(values[-1])
    except (IndexError, ValueError):
        return None
