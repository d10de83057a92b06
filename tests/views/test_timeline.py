"""Bars over time: units, shares of strikes dated over several days, nights, and what the browser sends back."""

import json
from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.views import period, timeline
from dashboard.views.timeline import Bars, Range, Unit

SPAN = (date(2025, 6, 30), date(2025, 8, 1))


def bars_of(strikes: pd.DataFrame, unit: Unit, span: Range = SPAN) -> Bars:
    return timeline.bars(timeline.calendar(strikes), np.ones(len(strikes), dtype=bool), span, unit)


@pytest.mark.parametrize("unit", ["day", "week", "month"])
def test_the_shares_add_up_to_the_dated_strikes(strikes: pd.DataFrame, unit: Unit) -> None:
    assert sum(bars_of(strikes, unit).totals) == pytest.approx(strikes["date_start"].notna().sum(), abs=0.01)


def test_each_look_of_a_day(strikes: pd.DataFrame) -> None:
    counts = bars_of(strikes, "day", (date(2025, 6, 30), date(2025, 7, 4))).counts
    assert counts == {
        "airstrike": {"exact": [0, 0, 0, 1, 0]},
        "missile": {"exact": [0, 0, 1, 0, 0]},
        "drone": {"spread": [0, 0, 0, 0.5, 0.5]},
        "other": {"spread": [0.25, 0.25, 0.25, 0.25, 0]},
    }


def test_a_night_is_a_bar_of_its_own_between_two_days(strikes: pd.DataFrame) -> None:
    strikes.loc[strikes["strike_id"] == "first-2", "date_prec"] = 1
    assert bars_of(strikes, "day", (date(2025, 7, 2), date(2025, 7, 5))).counts["drone"] == {"night": [0, 1, 0, 0]}
    assert bars_of(strikes, "month").counts["drone"] == {"exact": [0, 1, 2]}, "in a month it is a strike like any"


def test_a_strike_within_one_bar_is_not_spread(strikes: pd.DataFrame) -> None:
    weeks = bars_of(strikes, "week")
    assert weeks.starts[:2] == [date(2025, 6, 30), date(2025, 7, 7)], "weeks begin on Mondays"
    assert weeks.starts[-1] == date(2025, 8, 2), "after the last bar stands the end"
    assert weeks.counts["other"] == {"exact": [1, 0, 0, 0, 0]}
    assert bars_of(strikes, "month").counts["other"] == {"spread": [0.25, 0.75, 0]}, "it began in June"


def test_days_outside_the_span_are_not_drawn(strikes: pd.DataFrame) -> None:
    assert bars_of(strikes, "day", (date(2025, 7, 4), date(2025, 7, 4))).counts == {"drone": {"spread": [0.5]}}


def test_only_what_passes_the_filters_is_counted(strikes: pd.DataFrame) -> None:
    passing = (strikes["strike_type"] == "missile").to_numpy()
    assert timeline.bars(timeline.calendar(strikes), passing, SPAN, "month").counts == {"missile": {"exact": [0, 1, 0]}}


def test_an_interval_open_at_one_end_and_a_type_unknown_here() -> None:
    frame = pd.DataFrame(
        {
            "date_start": pd.to_datetime(pd.Series([None, "2025-07-02", None])),
            "date_end": pd.to_datetime(pd.Series(["2025-07-01", None, None])),
            "date_prec": pd.array([1, 1, None], dtype="Int64"),
            "strike_type": ["drone", "new", "drone"],
        }
    )
    days = timeline.calendar(frame)
    assert days.extent == (date(2025, 7, 1), date(2025, 7, 2))
    drawn = timeline.bars(days, np.ones(3, dtype=bool), (date(2025, 7, 1), date(2025, 7, 2)), "day")
    assert drawn.counts == {"drone": {"exact": [1, 0]}, "other": {"exact": [0, 1]}}
    none = timeline.calendar(frame.iloc[2:])
    assert none.extent is None
    assert timeline.bars(none, np.ones(1, dtype=bool), SPAN, "day").totals == [0.0] * 33


def test_what_is_sent_does_not_grow_with_the_strikes(strikes: pd.DataFrame) -> None:
    many = pd.concat([strikes] * 5000, ignore_index=True)
    few, lots = (json.dumps(bars_of(frame, "day").to_json()) for frame in (strikes, many))
    assert len(lots) < 1.5 * len(few)
    assert sum(bars_of(many, "day").totals) == pytest.approx(5000 * sum(bars_of(strikes, "day").totals), rel=1e-3)


@pytest.mark.parametrize(
    ("start", "end", "unit"),
    [
        (date(2025, 7, 1), date(2025, 7, 31), "day"),
        (date(2025, 1, 1), date(2025, 12, 31), "week"),
        (date(2022, 1, 1), date(2025, 12, 31), "month"),
        (date(2025, 7, 3), date(2025, 7, 3), "day"),
    ],
)
def test_the_unit_follows_the_span(start: date, end: date, unit: str) -> None:
    assert timeline.unit_for(start, end) == unit


@pytest.mark.parametrize(
    ("chosen", "view", "reason"),
    [
        ((date(2025, 7, 10), date(2025, 7, 10)), (date(2025, 7, 4), date(2025, 7, 17)), "a day among its neighbours"),
        ((date(2025, 6, 30), date(2025, 6, 30)), (date(2025, 6, 30), date(2025, 7, 13)), "at the first day"),
        ((date(2025, 8, 1), date(2025, 8, 1)), (date(2025, 7, 19), date(2025, 8, 1)), "at the last day"),
        ((date(2025, 7, 1), date(2025, 7, 20)), (date(2025, 7, 1), date(2025, 7, 20)), "long enough by itself"),
    ],
)
def test_a_short_range_is_seen_among_its_neighbours(chosen: Range, view: Range, reason: str) -> None:
    assert timeline.view_of(chosen, SPAN) == view, reason


@pytest.mark.parametrize(
    ("sent", "days", "reason"),
    [
        ({"from": "2025-07-03", "to": "2025-07-05", "number": 1}, (date(2025, 7, 3), date(2025, 7, 5)), "a range"),
        ({"from": "2025-07-05", "to": "2025-07-03", "number": 1}, (date(2025, 7, 3), date(2025, 7, 5)), "backwards"),
        ({"from": "soon", "to": "2025-07-03", "number": 1}, None, "no date"),
        ({"from": "2025-07-03", "to": "2025-07-05"}, None, "without a number"),
        ({"from": None, "to": 3, "number": 1}, None, "no text"),
        (None, None, "nothing sent"),
        (["2025-07-03"], None, "no mapping"),
    ],
)
def test_what_a_browser_sends_is_only_a_claim(sent: object, days: Range | None, reason: str) -> None:
    assert period.brushed(sent) == days, reason
