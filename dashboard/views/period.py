"""The period: date boxes, presets and timeline, which are three faces of one date range."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.filters import Sieve
from dashboard.records import STRIKE_TYPES
from dashboard.views import state, symbols, timeline, tongue, wording
from dashboard.views.data import Data
from dashboard.views.own_components import component
from dashboard.views.timeline import Range
from dashboard.views.tongue import _

ENTER = Path(__file__).parent / "served" / "enter.html"
KEY = "timeline_bars"


def show_boxes(data: Data, sieve: Sieve) -> None:
    """Draws the date boxes, and the presets with how many strikes each would leave."""
    extent = data.calendar.extent
    if extent is None:
        return
    chosen = state.period(extent)
    with st.container(horizontal=True, vertical_alignment="center", key="period", gap="small"):
        bounds = date(min(extent[0], chosen[0]).year, 1, 1), date(max(extent[1], chosen[1]).year, 12, 31)
        if len(st.session_state.get("date_range", ())) != 1 and st.session_state.get("date_range") != chosen:
            st.session_state.date_range = chosen
        st.date_input(
            _("Dates, from and to"),
            key="date_range",
            label_visibility="collapsed",
            min_value=bounds[0],
            max_value=bounds[1],
            format="YYYY-MM-DD",
            on_change=_take_boxes,
            args=(extent,),
            width=260,
        )
        presets = {name: state.preset(name, extent) for name in state.PRESETS}
        st.session_state.preset = next((name for name, days in presets.items() if days == chosen), None)
        left = sieve.in_periods(None if days == extent else days for days in presets.values())
        counts = dict(zip(presets, left, strict=True))
        st.segmented_control(
            _("Part of the data"),
            list(state.PRESETS),
            key="preset",
            format_func=lambda name: f"{wording.PRESETS[name]} {tongue.number(counts[name])}",
            on_change=_take_preset,
            args=(extent,),
            label_visibility="collapsed",
        )


def take_enter() -> None:
    """Lets Enter take typed dates; drawn last, for it has no height but takes a gap."""
    st.html(ENTER.read_text("utf-8"), unsafe_allow_javascript=True)  # a file of ours, with no text of a report


def show_bars(data: Data, sieve: Sieve, dark: bool) -> None:
    """Draws the timeline: bars of all strikes that pass the other filters, and the brush on the dates chosen."""
    extent = data.calendar.extent
    if extent is None:
        return
    with st.container(key="timeline"):
        component("timeline")(
            key=KEY,
            data=_drawn(data, sieve, extent, dark),
            on_range_change=lambda: _take_brush(extent),
        )


def _drawn(data: Data, sieve: Sieve, extent: Range, dark: bool) -> dict[str, Any]:
    """All that the browser needs, in a size that does not grow with the number of strikes."""
    passing = sieve.passing("date_from", "date_to")
    chosen = state.period(extent)
    whole = min(extent[0], chosen[0]), max(extent[1], chosen[1])
    view = timeline.view_of(chosen, whole)
    everything = timeline.bars(data.calendar, passing, whole, timeline.unit_for(*whole))
    drawn = timeline.bars(data.calendar, passing, view, timeline.unit_for(*view)) if view != whole else everything
    return {
        "extent": [day.isoformat() for day in whole],
        "chosen": [day.isoformat() for day in chosen],
        "all": {"starts": everything.to_json()["starts"], "totals": everything.totals},
        "bars": drawn.to_json(),
        "types": {name: {"name": wording.TYPES[name], "colour": symbols.colour(name, dark)} for name in STRIKE_TYPES},
        "words": _words(),
        "language": tongue.tag(),
        "playing": state.playing(),
        "number": st.session_state.get("timeline_number", 0),
    }


def _words() -> dict[str, str | dict[str, str]]:
    """What the timeline says, and what it fills in itself: {from}, {to}, {days}, {most}."""
    return {
        "per": {"day": _("Strikes per day"), "week": _("Strikes per week"), "month": _("Strikes per month")},
        "summary": {
            "day": _("Strikes per day, {from} to {to}. Most: {most}"),
            "week": _("Strikes per week, {from} to {to}. Most: {most}"),
            "month": _("Strikes per month, {from} to {to}. Most: {most}"),
        },
        "chosen": tongue.forms("{from} to {to}, {n} day", "{from} to {to}, {n} days"),
        "span": _("{from} to {to}"),
        "night": _("Night of {from} to {to}"),
        "from": _("First day"),
        "to": _("Last day"),
        "earlier": _("The same length of time before"),
        "later": _("The same length of time after"),
        "play": _("Play: let the dates walk from first to last"),
        "pause": _("Pause"),
        "speed": _("Speed"),
        "hatched": _("Hatched: dated over a longer time, shared evenly among the bars"),
        "nights": _("Shaded: nights, with the strikes of one night"),
    }


def _take_boxes(extent: Range) -> None:
    days = st.session_state.date_range
    if len(days) == 2:  # one day only: the reader is still choosing the other
        state.set_period(days[0], days[1], extent)


def _take_preset(extent: Range) -> None:
    state.set_period(*state.preset(st.session_state.preset, extent), extent)


def _take_brush(extent: Range) -> None:
    sent = st.session_state[KEY].get("range")
    days = brushed(sent)
    if days:
        st.session_state.timeline_number = sent["number"]
        state.set_period(*days, extent, playing=bool(sent.get("playing")))


def brushed(sent: object) -> Range | None:
    """The days that the timeline sent, `None` where they are none: what a browser sends is a claim."""
    if not isinstance(sent, Mapping) or not isinstance(sent.get("number"), int):
        return None
    try:
        days = date.fromisoformat(str(sent.get("from"))), date.fromisoformat(str(sent.get("to")))
    except ValueError:
        return None
    return min(days), max(days)
