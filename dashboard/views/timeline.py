"""Strikes over time: how many per day, week or month, by type; a million strikes are counted in some tens of ms.

A strike dated over several days counts a share on each of them, so that the whole adds up to the dated strikes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.records import STRIKE_TYPES

Unit: TypeAlias = Literal["day", "week", "month"]
Range: TypeAlias = tuple[date, date]
Mask: TypeAlias = npt.NDArray[np.bool_]

LONGEST: Mapping[Unit, int] = {"day": 62, "week": 400}  # days a span may have to be shown in this unit; beyond, months
SHORTEST_VIEW = 14  # days: a single day is shown among its neighbours
EPOCH = date(1970, 1, 1)  # a Thursday
LOOKS = ("exact", "spread", "night")


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the strikes of a frame were, in days since 1970, in the frame's order; `dated` is False where unknown.

    `night` is True for one night over two dates: as exact as a day, though it lies on both. `kind` is the strike
    type's place in STRIKE_TYPES.
    """

    first: npt.NDArray[np.int32]
    last: npt.NDArray[np.int32]
    kind: npt.NDArray[np.int8]
    night: Mask
    dated: Mask

    @property
    def extent(self) -> Range | None:
        """The first and the last day of all dated strikes; `None` without any."""
        if not self.dated.any():
            return None
        return _day(self.first[self.dated].min()), _day(self.last[self.dated].max())


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of a unit: `starts` of each, and after them the end of the last; `counts` by type and look.

    A look is "exact" (the strike lies within the bar), "spread" (it is shared among several bars) or, for days only,
    "night" (the night that begins on that day). Rows without a strike are left out.
    """

    unit: Unit
    starts: list[date]
    counts: dict[str, dict[str, list[float]]]

    @property
    def totals(self) -> list[float]:
        """How many strikes each bar stands for, of whatever type and look."""
        rows = [row for looks in self.counts.values() for row in looks.values()]
        return [round(sum(column), 3) for column in zip(*rows, strict=True)] or [0.0] * (len(self.starts) - 1)

    def to_json(self) -> dict[str, Any]:
        """The bars as the browser takes them."""
        return {"unit": self.unit, "starts": [day.isoformat() for day in self.starts], "counts": self.counts}


def calendar(frame: pd.DataFrame) -> Calendar:
    """The days of a strikes frame. Where one end of an interval is open, the other stands for it."""
    start, end = (pd.to_datetime(frame[name]) for name in ("date_start", "date_end"))
    first, last = start.fillna(end), end.fillna(start)
    dated = first.notna().to_numpy()
    first_day, last_day = _days(first, dated), _days(last, dated)
    exact = (frame["date_prec"] == 1).fillna(False).to_numpy(dtype=bool)
    kinds = pd.Index(STRIKE_TYPES).get_indexer(pd.Index(frame["strike_type"]))  # -1 for a type unknown here
    other = STRIKE_TYPES.index("other")
    return Calendar(
        first=first_day,
        last=np.maximum(first_day, last_day),
        kind=np.where(kinds < 0, other, kinds).astype(np.int8),
        night=exact & (last_day - first_day == 1),
        dated=dated,
    )


def unit_for(start: date, end: date) -> Unit:
    """The unit in which bars of a span are neither hair-thin nor few."""
    length = (end - start).days
    return "day" if length <= LONGEST["day"] else "week" if length <= LONGEST["week"] else "month"


def view_of(chosen: Range, extent: Range) -> Range:
    """The days to draw for a chosen range: those, and around a few days their neighbours, within the data."""
    missing = SHORTEST_VIEW - (chosen[1] - chosen[0]).days - 1
    if missing <= 0:
        return chosen
    start = max(min(extent[0], chosen[0]), chosen[0] - timedelta(days=missing // 2))
    end = min(max(extent[1], chosen[1]), start + timedelta(days=SHORTEST_VIEW - 1))
    return max(min(extent[0], chosen[0]), end - timedelta(days=SHORTEST_VIEW - 1)), end


def bars(days: Calendar, passing: Mask, span: Range, unit: Unit) -> Bars:
    """The bars of the strikes that `passing` lets through, within a span."""
    start, end = since_1970(span[0]), since_1970(span[1])
    touching = passing & days.dated & (days.first <= end) & (days.last >= start)
    first, last, kind, night = (a[touching] for a in (days.first, days.last, days.kind, days.night))
    width = end - start + 1
    unit_of = _units(np.arange(min(first.min(initial=start), start), max(last.max(initial=end), end) + 1), unit)
    base = min(first.min(initial=start), start)
    spread = (unit_of[first - base] != unit_of[last - base]) & ~night
    look = np.where(spread, 1, np.where(night, 2, 0) if unit == "day" else 0)
    share = 1.0 / (last - first + 1)
    if unit == "day":  # a night is a bar of its own, on the day it begins
        last, share = np.where(night, first, last), np.where(night, 1.0, share)
    rows = len(STRIKE_TYPES) * len(LOOKS)
    row = (kind.astype(np.int64) * len(LOOKS) + look) * (width + 1)
    inside = (first <= end) & (last >= start)
    begins = np.bincount((row + np.maximum(first, start) - start)[inside], share[inside], rows * (width + 1))
    stops = np.bincount((row + np.minimum(last, end) + 1 - start)[inside], share[inside], rows * (width + 1))
    daily = np.cumsum((begins - stops).reshape(rows, width + 1), axis=1)[:, :width]
    units = _units(np.arange(start, end + 1), unit)
    edges = np.flatnonzero(np.r_[True, units[1:] != units[:-1]])
    totals = np.add.reduceat(daily, edges, axis=1).round(3) + 0.0  # no -0.0
    counts: dict[str, dict[str, list[float]]] = {}
    for number in np.flatnonzero(totals.any(axis=1)):
        name, drawn = STRIKE_TYPES[number // len(LOOKS)], LOOKS[number % len(LOOKS)]
        counts.setdefault(name, {})[drawn] = totals[number].tolist()
    return Bars(unit, [*(_day(start + edge) for edge in edges), span[1] + timedelta(days=1)], counts)


def _days(moments: "pd.Series[pd.Timestamp]", dated: Mask) -> npt.NDArray[np.int32]:
    days = moments.to_numpy().astype("datetime64[D]").astype(np.int64)
    return np.where(dated, days, 0).astype(np.int32)


def _units(days: npt.NDArray[Any], unit: Unit) -> npt.NDArray[np.int64]:
    """A number for the day, the week from Monday or the month that each day lies in."""
    if unit == "day":
        return days.astype(np.int64)
    if unit == "week":
        return (days.astype(np.int64) + 3) // 7
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def since_1970(day: date) -> int:
    """A day as the number of days since 1970 began."""
    return (day - EPOCH).days


def _day(number: "int | np.integer[Any]") -> date:
    return EPOCH + timedelta(days=int(number))
