"""The strikes at the chosen one's point, opened out around it, so that each can be seen and chosen."""

import numpy as np
import pandas as pd

from dashboard.filters.columns import Mask
from dashboard.views.map.layer import Mark, single
from dashboard.views.map.spots import KINDS

MOST = 24  # that find room around a point; those nearest in time to the chosen one


def opened(frame: pd.DataFrame, passing: Mask, selected: int | None, marks: list[Mark]) -> list[Mark]:
    """The marks, with a plate and a leg for each strike where the selected one stands among others at one point.

    A region's strikes stay closed: around its middle their signs would read as places.
    """
    at = next((i for i, mark in enumerate(marks) if mark.get("selected") and mark["n"] > 1), None)
    if selected is None or at is None or marks[at]["kind"] == "ring":
        return marks
    rows = _near(_at_its_point(frame, passing, selected), selected)
    closed = marks[at]
    point = {"lat": closed["lat"], "lng": closed["lng"], "of": len(rows)}
    plate = point | {"kind": "plate", "n": closed["n"], "parts": closed["parts"]}
    legs = [
        single(frame, row) | point | {"kind": "leg", "at": place, "n": 0, "selected": row == selected}
        for place, row in enumerate(rows)
    ]
    wide = [closed | {"n": 0, "selected": False}] if closed["kind"] == "disc" else []  # its true size stays
    return [*marks[:at], *marks[at + 1 :], *wide, plate, *legs]


def _at_its_point(frame: pd.DataFrame, passing: Mask, selected: int) -> list[int]:
    """The strikes that are drawn with the selected one, newest first, the undated last."""
    here = passing.copy()
    for name in ("latitude", "longitude"):
        values = frame[name].to_numpy()
        here &= values == values[selected]
    rows = np.flatnonzero(here)
    kinds = frame["precision"].iloc[rows].astype(object).map(KINDS).to_numpy()
    rows = rows[kinds == KINDS[frame["precision"].iloc[selected]]]
    days = frame["date_start"].iloc[rows].reset_index(drop=True).sort_values(ascending=False, kind="stable")
    found: list[int] = rows[days.index.to_numpy()].tolist()
    return found


def _near(rows: list[int], selected: int) -> list[int]:
    """As many as find room, the selected one among them."""
    first = min(max(rows.index(selected) - MOST // 2, 0), max(len(rows) - MOST, 0))
    return rows[first : first + MOST]
