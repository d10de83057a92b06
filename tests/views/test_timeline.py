"""Bars and brush: units, shares of strikes dated over several days, and days out of milliseconds."""

from datetime import date, datetime, timezone

import pandas as pd
import pytest

from dashboard.views import timeline

SPAN = (date(2025, 6, 30), date(2025, 8, 1))


def test_the_shares_add_up_to_the_dated_strikes(strikes: pd.DataFrame) -> None:
    dated = strikes["date_start"].notna().sum()
    for unit in ("day", "week", "month"):
        assert timeline.rows(strikes, unit, SPAN)["strikes"].sum() == pytest.approx(dated, abs=0.01)


def test_a_strike_over_several_days_is_shared_among_them(strikes: pd.DataFrame) -> None:
    bars = timeline.rows(strikes, "day", SPAN)
    other = bars[bars["strike_type"] == "other"]
    assert list(other["start"].dt.day) == [30, 1, 2, 3]
    assert set(other["strikes"]) == {0.25}
    assert set(other["dated"]) == {"over days"}
    airstrike = bars[bars["strike_type"] == "airstrike"]
    assert airstrike[["strikes", "dated"]].to_numpy().tolist() == [[1.0, "to the day"]]


def test_bars_of_a_week_begin_on_monday_and_end_before_the_next(strikes: pd.DataFrame) -> None:
    bars = timeline.rows(strikes, "week", SPAN)
    assert set(bars["start"].dt.day_of_week) == {0}
    assert set((bars["end"] - bars["start"]).dt.days) == {7}


def test_days_outside_the_span_are_not_drawn(strikes: pd.DataFrame) -> None:
    bars = timeline.rows(strikes, "day", (date(2025, 7, 4), date(2025, 7, 4)))
    assert bars[["strike_type", "strikes"]].to_numpy().tolist() == [["drone", 0.5]]


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


def ms(*moment: int) -> float:
    return datetime(*moment, tzinfo=timezone.utc).timestamp() * 1000  # type: ignore[arg-type, misc]  # noqa: UP017


@pytest.mark.parametrize(
    ("ends", "expected", "reason"),
    [
        ([ms(2025, 7, 3), ms(2025, 7, 4)], (date(2025, 7, 3), date(2025, 7, 3)), "one whole day"),
        (
            [ms(2025, 7, 3, 14), ms(2025, 7, 6, 10)],
            (date(2025, 7, 4), date(2025, 7, 5)),
            "less than half a day is none",
        ),
        ([ms(2025, 7, 6), ms(2025, 7, 3)], (date(2025, 7, 3), date(2025, 7, 5)), "dragged to the left"),
        ([ms(2025, 7, 3, 13), ms(2025, 7, 3, 15)], (date(2025, 7, 4), date(2025, 7, 4)), "a sliver is one day"),
        ([ms(2020, 1, 1), ms(2030, 1, 1)], SPAN, "beyond both ends"),
        ([], None, "brush taken away"),
    ],
)
def test_a_brush_covers_whole_days(ends: list[float], expected: object, reason: str) -> None:
    assert timeline.brushed_days({"brush": {"start": ends} if ends else {}}, SPAN) == expected, reason


def test_the_chart_says_where_the_brush_stands(strikes: pd.DataFrame) -> None:
    bars = timeline.rows(strikes, "day", SPAN)
    drawn = timeline.chart(bars, "day", SPAN, (date(2025, 7, 3), date(2025, 7, 3)), dark=False, height=90).to_dict()
    (brush,) = [p for p in drawn["params"] if p["name"] == "brush"]
    assert brush["value"]["x"] == [{"year": 2025, "month": 7, "date": 3}, {"year": 2025, "month": 7, "date": 4}]
    plain = timeline.chart(bars, "day", SPAN, None, dark=True, height=90).to_dict()
    assert "value" not in plain["params"][0]


@pytest.mark.parametrize(
    ("strikes", "steps", "reason"),
    [
        ([0.5], [0, 1], "half a strike is a share of one"),
        ([2.0, 0.001], [0, 1, 2], "shares that were rounded are no strike more"),
        ([15.0], [0, 5, 10, 15], "three steps find room"),
        ([7.0, 0.5], [0, 3, 6], "the highest bar may stand above the last step"),
    ],
)
def test_the_axis_counts_in_whole_strikes(strikes: list[float], steps: list[int], reason: str) -> None:
    start = pd.Timestamp(2025, 7, 3)
    bars = pd.DataFrame(
        {
            "start": start,
            "end": start + pd.Timedelta(days=1),
            "strike_type": "drone",
            "dated": "to the day",
            "strikes": strikes,
        }
    )
    drawn = timeline.chart(bars, "day", SPAN, None, dark=False, height=110).to_dict()
    assert drawn["encoding"]["y"]["axis"]["values"] == steps, reason
