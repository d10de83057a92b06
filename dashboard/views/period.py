"""The period: date boxes, presets and timeline, which are three faces of one date range."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.filters import select
from dashboard.views import state, timeline, wording

ENTER = Path(__file__).parent / "served" / "enter.html"
Range = tuple[date, date]


def show_boxes(frame: pd.DataFrame) -> None:
    """Draws the date boxes and the presets."""
    extent = timeline.extent(frame)
    if extent is None:
        return
    chosen = state.period(extent)
    with st.container(horizontal=True, vertical_alignment="center", key="period", gap="small"):
        bounds = date(min(extent[0], chosen[0]).year, 1, 1), date(max(extent[1], chosen[1]).year, 12, 31)
        if len(st.session_state.get("date_range", ())) != 1 and st.session_state.get("date_range") != chosen:
            st.session_state.date_range = chosen
        st.date_input(
            "Dates, from and to",
            key="date_range",
            label_visibility="collapsed",
            min_value=bounds[0],
            max_value=bounds[1],
            format="YYYY-MM-DD",
            on_change=_take_boxes,
            args=(extent,),
            width=260,
        )
        name = next((name for name in state.PRESETS if state.preset(name, extent) == chosen), None)
        st.session_state.preset = name
        st.segmented_control(
            "Part of the data",
            list(state.PRESETS),
            key="preset",
            on_change=_take_preset,
            args=(extent,),
            label_visibility="collapsed",
        )


def take_enter() -> None:
    """Lets Enter take typed dates; drawn last, for it has no height but takes a gap."""
    st.html(ENTER.read_text("utf-8"), unsafe_allow_javascript=True)  # a file of ours, with no text of a report


def show_bars(frame: pd.DataFrame, dark: bool) -> None:
    """Draws the bars of all strikes that pass the other filters."""
    extent = timeline.extent(frame)
    if extent is None:
        return
    others = select(frame, replace(state.filters(), date_from=None, date_to=None))
    with st.container(key="timeline", gap="xsmall"):
        _bars(others, extent, state.period(extent), dark)


def _bars(frame: pd.DataFrame, extent: Range, chosen: Range, dark: bool) -> None:
    """All of the time with a brush; below it, once a short period is chosen, that period in a finer unit."""
    if st.session_state.get("brushed") != chosen:  # chosen elsewhere: only a new chart can show another brush
        st.session_state.brushed = chosen
        st.session_state.brush_at_first = chosen
        st.session_state.brush_number = st.session_state.get("brush_number", 0) + 1
    at_first = st.session_state.brush_at_first
    unit = timeline.unit_for(*extent)
    st.caption(f"Strikes per {unit}. {wording.TIMELINE_HELP}", help=wording.TIMELINE_SHARES)
    key = f"timeline_{st.session_state.brush_number}"
    st.altair_chart(
        timeline.chart(
            timeline.rows(frame, unit, extent), unit, extent, at_first if at_first != extent else None, dark, 110
        ),
        key=key,
        on_select=lambda: _take_brush(key, extent, extent),
        selection_mode=timeline.BRUSH,
        theme="streamlit",
    )
    finer = timeline.unit_for(*chosen)
    if finer != unit and chosen[0] < chosen[1]:
        st.caption(f"{wording.interval(*chosen)}, per {finer}")
        inner = f"timeline_within_{chosen[0]}_{chosen[1]}"
        st.altair_chart(
            timeline.chart(timeline.rows(frame, finer, chosen), finer, chosen, None, dark, 90),
            key=inner,
            on_select=lambda: _take_brush(inner, chosen, extent),
            selection_mode=timeline.BRUSH,
            theme="streamlit",
        )


def _take_boxes(extent: Range) -> None:
    days = st.session_state.date_range
    if len(days) == 2:  # one day only: the reader is still choosing the other
        state.set_period(days[0], days[1], extent)


def _take_preset(extent: Range) -> None:
    state.set_period(*state.preset(st.session_state.preset, extent), extent)


def _take_brush(key: str, span: Range, extent: Range) -> None:
    days = timeline.brushed_days(st.session_state[key]["selection"], span) or span
    if span == extent:
        st.session_state.brushed = days  # the brush stands there already
    state.set_period(*days, extent)
