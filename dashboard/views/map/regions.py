"""Strikes by first-level region: how many, killed and injured at least, the last one, and where the disc stands."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from dashboard.filters.area import Point
from dashboard.filters.columns import NO_REGION, Coded, Codes, Columns, Mask, region_name
from dashboard.geocode.sources.regions import region_entries
from dashboard.geocode.sources.reviewed import Row
from dashboard.geocode.spelling.words import load_kinds
from dashboard.mercator import Floats, degrees
from dashboard.views.map.spots import Spots

EPOCH = date(1970, 1, 1)
HARMS = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Region:
    """One region with the strikes of a selection. `value` is its name in a filter; `name` is `None` where unknown.

    `killed` and `injured` are sums of what is stated, at least; `None` where no report states any. `at` is the middle
    of the region, `None` where nothing of it is placed.
    """

    value: str
    name: str | None
    country: str | None
    n: int
    killed: int | None
    injured: int | None
    last: date | None
    at: Point | None


class Regions:
    """The strikes of a store by region; made once."""

    def __init__(self, frame: pd.DataFrame, columns: Columns, spots: Spots, middles: dict[str, Point]) -> None:
        self._coded: Coded = columns.choices["regions"]
        codes, size = self._coded.codes, len(self._coded.values)
        self._last, self._dated = columns.last, columns.dated
        self._harm = {name: _least(frame, name) for name in HARMS}
        first = pd.Series(np.arange(len(codes))).groupby(codes).first()
        known = frame.iloc[first.reindex(range(size)).to_numpy()] if size else frame
        self._names = [None if pd.isna(name) else str(name) for name in known["admin1"]]
        self._countries = [None if pd.isna(code) else str(code) for code in known["country"]]
        self._at = [
            None if value == NO_REGION else middles.get(value, mean)
            for value, mean in zip(self._coded.values, _means(codes, size, spots), strict=True)
        ]

    def counted(self, passing: Mask) -> list[Region]:
        """The regions of the strikes of a mask, most strikes first, those of no known region last."""
        n = self._coded.counts(passing)
        codes = self._coded.codes[passing]
        sums = {}
        for name, (values, stated) in self._harm.items():
            least = np.bincount(codes, values[passing], len(n)).astype(np.int64)
            says = np.bincount(codes, stated[passing], len(n)) > 0
            sums[name] = [int(one) if said else None for one, said in zip(least, says, strict=True)]
        last = np.full(len(n), np.iinfo(np.int32).min, dtype=np.int64)
        dated = passing & self._dated
        np.maximum.at(last, self._coded.codes[dated], self._last[dated])
        held = sorted(np.flatnonzero(n), key=lambda at: (self._names[at] is None, -n[at], self._coded.values[at]))
        return [
            Region(
                value=self._coded.values[at],
                name=self._names[at],
                country=self._countries[at] if self._names[at] else None,
                n=int(n[at]),
                killed=sums["killed"][at],
                injured=sums["injured"][at],
                last=None if last[at] < -1_000_000 else EPOCH + timedelta(days=int(last[at])),
                at=self._at[at],
            )
            for at in held
        ]


def middles(reviewed: tuple[Row, ...]) -> dict[str, Point]:
    """The middles of all first-level regions by how a filter names them: reviewed ones before those of iso3166-2."""
    kinds = load_kinds()
    found = {
        region_name(place.admin1 or place.name, place.country): (place.latitude, place.longitude)
        for place in (entry.place for entry in region_entries().values())
    }
    for row in reviewed:
        known = row.status == "accepted" and row.latitude is not None and row.longitude is not None
        if known and row.admin1 and row.name == row.admin1 and kinds[row.kind].precision == "admin1":
            found[region_name(row.admin1, row.country)] = (float(row.latitude or 0), float(row.longitude or 0))
    return found


def _least(frame: pd.DataFrame, name: str) -> tuple[Floats, Mask]:
    """How many killed or injured each strike has at least, 0 where nobody says, and whether anybody does."""
    least = frame[f"{name}_low"].fillna(frame[name])
    return least.fillna(0).to_numpy(dtype=np.float64), least.notna().to_numpy()


def _means(codes: Codes, size: int, spots: Spots) -> list[Point | None]:
    """For each region the middle of its strikes, `None` without any that is placed."""
    here = codes[spots.rows]
    n = np.bincount(here, minlength=size)
    held = np.maximum(n, 1)
    latitude, longitude = degrees(np.bincount(here, spots.x, size) / held, np.bincount(here, spots.y, size) / held)
    return [
        (float(north), float(east)) if count else None
        for count, north, east in zip(n, latitude, longitude, strict=True)
    ]
