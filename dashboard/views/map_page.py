"""The Map page: filters, map, period, details and table over one selection."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.filters import Filters, Sieve
from dashboard.views import (
    counted,
    details,
    filter_panel,
    legend,
    look,
    period,
    share,
    state,
    strike_map,
    table,
    wording,
)
from dashboard.views.data import Data, current
from dashboard.views.ordering import steps
from dashboard.views.tongue import _


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
    named = data.named.counts(sieve.passing(), sieve.filters != Filters()) if state.shows_mentions() else None
    strike_map.show_marks(data, sieve, named, dark)
    with st.container(key="page"):
        left, right = st.columns([1, 4.1], gap="medium")
        with right:
            _views(data, sieve, named, dark)
        with left, st.container(key="filters"):
            filter_panel.show(sieve)
    st.caption(_(wording.CAVEAT))
    period.take_enter()
    state.write_url()


def _views(data: Data, sieve: Sieve, named: Any, dark: bool) -> None:
    head = st.container()
    middle, side = st.columns([1.75, 1], gap="medium")
    with middle, st.container(key="map"):
        strike_map.show(data.settings.carto_key)
    shown = data.strikes[sieve.passing()]
    order = table.ordered(data, sieve.passing())
    with head:
        with st.container(key="notices"):  # a place of their own: what comes and goes would make all below it anew
            _notices(data, shown)
        period.show_boxes(data)
        counted.show(data, sieve)
    with middle:
        period.show_bars(data, sieve, dark)
        legend.show(sieve, None if named is None else int((named > 0).sum()), dark)
    with side, st.container(key="details"):
        details.show(data.store, shown, data.strikes, steps(data.orders, order, state.chosen()), dark)
    with st.container(key="rows"):
        with st.container(horizontal=True, gap="small"):
            share.show(data.store, shown, len(data.strikes))
            table.show_columns()
        if not shown.empty:
            table.show(data, order)


def _notices(data: Data, shown: pd.DataFrame) -> None:
    if data.strikes.empty:
        st.info(_(wording.NO_REPORTS), icon=":material/description:")
    elif shown.empty and not state.playing():
        st.info(_(wording.NO_MATCH), icon=":material/filter_alt_off:")
    if ignored := st.session_state.ignored:
        st.warning(_(wording.IGNORED, parts=wording.as_label(", ".join(ignored))), icon=":material/link_off:")
