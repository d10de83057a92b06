"""The Map page: filters, map, period, details and table over one selection."""

import pandas as pd
import streamlit as st

from dashboard.filters import select, select_mentions
from dashboard.views import (
    counted,
    details,
    filter_panel,
    legend,
    look,
    map_layer,
    period,
    share,
    state,
    strike_map,
    table,
    wording,
)
from dashboard.views.data import Data, current
from dashboard.views.ordering import steps


def show() -> None:
    """Draws the page; what happens within it runs only the fragment again."""
    look.apply()
    data = current()
    state.begin(data.strikes)
    _page()


@st.fragment
def _page() -> None:
    data = current()
    state.settle_on(data.store.strike(state.chosen() or ""))
    dark = look.is_dark()
    shown = select(data.strikes, state.filters())
    with st.container(key="page"):
        left, right = st.columns([1, 4.1], gap="medium")
        with left, st.container(key="filters"):
            filter_panel.show(data.strikes)
        with right:
            _views(data, shown, dark)
    st.caption(wording.CAVEAT)
    period.take_enter()
    state.write_url()


def _views(data: Data, shown: pd.DataFrame, dark: bool) -> None:
    with st.container(key="notices"):  # a place of their own: what comes and goes would make all below it anew
        _notices(data, shown)
    period.show_boxes(data)
    counted.show(data, shown, state.filters())
    order = table.ordered(data, data.strikes.index.isin(shown.index))
    middle, side = st.columns([1.75, 1], gap="medium")
    with middle:
        mentions = None
        if state.shows_mentions():
            mentions = select_mentions(data.mentions, data.tellings, shown, state.filters())
        _map(data, shown, mentions, dark)
        period.show_bars(data, dark)
        _legend(shown, mentions, dark)
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
        st.info(wording.NO_REPORTS, icon=":material/description:")
    elif shown.empty and not state.playing():
        st.info(wording.NO_MATCH, icon=":material/filter_alt_off:")
    if ignored := st.session_state.ignored:
        st.warning(wording.IGNORED.format(parts=wording.as_label(", ".join(ignored))), icon=":material/link_off:")


def _map(data: Data, shown: pd.DataFrame, mentions: pd.DataFrame | None, dark: bool) -> None:
    with st.container(key="map"):
        strike_map.show(shown, data.strikes, mentions, dark)


def _legend(shown: pd.DataFrame, mentions: pd.DataFrame | None, dark: bool) -> None:
    grey = None if mentions is None else len(map_layer.mention_features(mentions, map_layer.positions(shown)))
    st.html(legend.html(shown, grey, dark))
    if st.session_state.get("show_mentions") != state.shows_mentions():
        st.session_state.show_mentions = state.shows_mentions()
    st.toggle("Show places that are only named", key="show_mentions", on_change=_take_mentions)


def _take_mentions() -> None:
    st.session_state.mentions = st.session_state.show_mentions
