"""Strikes over time: bars per day, week or month, stacked by type, and the period that a brush selects."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal

import altair as alt
import pandas as pd

from dashboard.views import symbols, wording

Unit = Literal["day", "week", "month"]
BRUSH = "brush"
DAY_MS = 86_400_000
STEP = 35  # pixels of a chart's height, its dates included, for each labelled step
PERIODS: dict[Unit, str] = {"day": "D", "week": "W-SUN", "month": "M"}  # as pandas names them
LONGEST = {"day": 62, "week": 400}  # days a span may have to be shown in this unit; beyond, months


def unit_for(start: date, end: date) -> Unit:
    """The unit in which bars of a span are neither hair-thin nor few."""
    length = (end - start).days
    return "day" if length <= LONGEST["day"] else "week" if length <= LONGEST["week"] else "month"


def extent(frame: pd.DataFrame) -> tuple[date, date] | None:
    """The first and the last day of all dated strikes; `None` without any."""
    days = pd.concat([pd.to_datetime(frame["date_start"]), pd.to_datetime(frame["date_end"])]).dropna()
    return None if days.empty else (days.min().date(), days.max().date())


def rows(frame: pd.DataFrame, unit: Unit, span: tuple[date, date]) -> pd.DataFrame:
    """Bars within a span: `start`, `end` (exclusive), `strike_type`, `dated` ("to the day", "over days"), `strikes`.

    A strike dated over n days counts 1/n on each of them, so that the whole adds up to the number of dated strikes.
    """
    dated = frame[frame["date_start"].notna() | frame["date_end"].notna()]
    first = pd.to_datetime(dated["date_start"]).fillna(pd.to_datetime(dated["date_end"]))
    last = pd.to_datetime(dated["date_end"]).fillna(first)
    length = (last - first).dt.days + 1
    shares = pd.DataFrame(
        {
            "day": [pd.date_range(a, b) for a, b in zip(first, last, strict=True)],
            "strike_type": dated["strike_type"].to_numpy(),
            "dated": ["to the day" if n == 1 else "over days" for n in length],
            "strikes": (1 / length).to_numpy(),
        }
    ).explode("day")
    shares["day"] = pd.to_datetime(shares["day"])
    shares = shares[shares["day"].between(pd.Timestamp(span[0]), pd.Timestamp(span[1]))]
    period = shares["day"].dt.to_period(PERIODS[unit])
    shares["start"] = period.dt.start_time
    shares["end"] = period.dt.end_time.dt.ceil("D")
    bars = shares.groupby(["start", "end", "strike_type", "dated"])["strikes"].sum().reset_index()
    return bars.assign(strikes=bars["strikes"].astype(float).round(3))


def chart(
    bars: pd.DataFrame, unit: Unit, span: tuple[date, date], brushed: tuple[date, date] | None, dark: bool, height: int
) -> alt.Chart:
    """Stacked bars with a brush along time. `brushed` is where the brush stands at first; later it is the reader's."""
    names = [name for name in symbols.TYPES if name in set(bars["strike_type"])]
    brush = alt.selection_interval(
        name=BRUSH,
        encodings=["x"],
        mark=alt.BrushConfig(fill="#8892a0", fillOpacity=0.22, stroke="#8892a0", strokeOpacity=0.9),
        value={"x": [_moment(brushed[0]), _moment(brushed[1] + timedelta(days=1))]} if brushed else alt.Undefined,
    )
    order = bars["strike_type"].map(list(symbols.TYPES).index) * 2 + (bars["dated"] != "to the day")
    named = bars.assign(name=bars["strike_type"].map(wording.TYPES), order=order)
    scale = alt.Scale(
        domain=[wording.TYPES[name] for name in names], range=[symbols.colour(name, dark) for name in names]
    )
    domain = [_moment(span[0]), _moment(span[1] + timedelta(days=1))]
    bars_over_time: alt.Chart = (
        alt.Chart(named, height=height)
        .mark_bar(binSpacing=1)
        .encode(
            x=alt.X(
                "start:T",
                scale=alt.Scale(domain=domain),
                title=None,
                axis=alt.Axis(grid=False, labelOverlap=True, tickMinStep=DAY_MS),
            ),
            x2="end:T",
            y=alt.Y("sum(strikes):Q", title=None, axis=_whole_numbers(bars, height)),
            color=alt.Color("name:N", scale=scale, legend=None),
            opacity=alt.condition("datum.dated == 'to the day'", alt.value(1), alt.value(0.45)),
            order=alt.Order("order:Q"),
            tooltip=[
                alt.Tooltip("start:T", title="From", format="%-d %b %Y"),
                alt.Tooltip("name:N", title="Type"),
                alt.Tooltip("strikes:Q", title="Strikes", format=".2~f"),
                alt.Tooltip("dated:N", title="Dated"),
            ],
        )
        .add_params(brush)
        .configure_view(strokeWidth=0)
    )
    return bars_over_time


def _whole_numbers(bars: pd.DataFrame, height: int) -> alt.Axis:
    """An axis from 0 to the highest bar, labelled in as many whole steps as find room: there is no half strike."""
    highest = max(1, math.ceil(bars.groupby("start")["strikes"].sum().max() - 0.01)) if len(bars) else 1
    step = math.ceil(highest / (height // STEP))
    return alt.Axis(values=list(range(0, highest + 1, step)), format="d", labelOverlap=False, domain=False)


def brushed_days(selection: Mapping[str, Any], span: tuple[date, date]) -> tuple[date, date] | None:
    """The first and last day that a brush covers, within a span; `None` when nothing is brushed.

    The chart gives milliseconds at the reader's midnight: a day counts when at least half of it is covered.
    """
    ends: Sequence[float] | None = next(iter((selection.get(BRUSH) or {}).values()), None)
    if not ends or len(ends) != 2:
        return None
    first, last = (datetime.fromtimestamp(ms / 1000, tz=timezone.utc) for ms in sorted(ends))  # noqa: UP017
    start = (first + timedelta(hours=12)).date()
    end = max(start, (last - timedelta(hours=12)).date())
    start, end = max(start, span[0]), min(end, span[1])
    return (start, end) if start <= end else None


def _moment(day: date) -> alt.DateTime:
    """A day's midnight as Vega-Lite writes dates, in the reader's own time like the bars."""
    return alt.DateTime(year=day.year, month=day.month, date=day.day)
