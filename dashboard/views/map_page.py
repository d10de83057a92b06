"""The Map page: filters, map, period, details and table over one selection."""

import time
from typing import Any

import streamlit as st

from dashboard.filters import Filters, Sieve
from dashboard.views import counted, details, filter_panel, look, period, regions_table, share, state, table, wording
from dashboard.views.data import Data, current
from dashboard.views.map import area_tool, legend, overview, strike_map
from dashboard.views.map.regions import Region
from dashboard.views.ordering import steps
from dashboard.views.tongue import _

# Seconds that the browser has for the marks alone: what follows, arriving at once, would hold up their picture longer.
HEAD_START = 0.03


def show() -> None:
    """Draws the page; what happens within it runs only the fragment again."""
    look.apply()
    data = current()
    state.begin(data.columns)
    _page()


@st.fragment
def _page() -> None:
    data = current()
    state.settle_on(data.store.strike(state.chosen() or ""))
    dark = look.is_dark()
    sieve = data.sieve(state.filters())
    way = state.way()
    names = way == "marks" and state.shows_mentions()
    named = data.named.counts(sieve.passing(), sieve.filters != Filters()) if names else None
    regions = overview.regions_of(data, sieve) if way == "regions" else None
    strike_map.show_marks(data, sieve, named, regions, dark)
    time.sleep(HEAD_START)
    with st.container(key="page"):
        left, right = st.columns([1, 4.1], gap="medium")
        with right:
            _views(data, sieve, named, regions, dark)
        with left, st.container(key="filters"):
            filter_panel.show(sieve)
    st.caption(_(wording.CAVEAT))
    period.take_enter()
    state.write_url()


def _views(data: Data, sieve: Sieve, named: Any, regions: list[Region] | None, dark: bool) -> None:
    """In the order in which it is looked at: after the map what was chosen on it, then all that counts and lists."""
    head = st.container()
    middle, side = st.columns([1.75, 1], gap="medium")
    with middle:
        with st.container(key="map_way"):
            overview.show_switch()
        with st.container(key="map"):
            strike_map.show(data.settings.carto_key)
    shown = data.strikes[sieve.passing()]
    order = table.ordered(data, sieve.passing())
    with side:
        upper, lower = st.container(), st.container()
    with lower if regions is not None and state.chosen() is None else upper, st.container(key="details"):
        details.show(data.store, shown, data.strikes, steps(data.orders, order, state.chosen()), dark)
    with head:
        with st.container(key="notices"):  # a place of their own: what comes and goes would make all below it anew
            _notices(data)
        period.show_boxes(data, sieve)
        counted.show(data, sieve)
    with middle:
        if state.way() != "marks":
            st.html(overview.legend(regions, sieve.filters.regions, dark))
        area_tool.show(sieve)
        period.show_bars(data, sieve, dark)
        if state.way() == "marks":
            legend.show(sieve, None if named is None else int((named > 0).sum()), dark)
    if regions is not None:
        with upper if state.chosen() is None else lower:
            regions_table.show(regions, sieve.filters.regions)
    with st.container(key="rows"):
        with st.container(horizontal=True, gap="small"):
            share.show(data.store, shown, len(data.strikes))
            table.show_columns()
        if not shown.empty:
            table.show(data, order)


def _notices(data: Data) -> None:
    if data.strikes.empty:
        st.info(_(wording.NO_REPORTS), icon=":material/description:")
    if ignored := st.session_state.ignored:
        st.warning(_(wording.IGNORED, parts=wording.as_label(", ".join(ignored))), icon=":material/link_off:")
