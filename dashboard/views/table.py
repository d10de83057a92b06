"""The table: the same selection as the map, a page of rows at a time; sorted, paged and chosen on the server."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.filters.columns import UNPLACED
from dashboard.views import state, tongue, wording
from dashboard.views.data import Data
from dashboard.views.ordering import Mask, Positions
from dashboard.views.own_components import component
from dashboard.views.tongue import N_, Message, _

SIZE = 50  # rows of a page
KEY = "table_rows"
OPENER = "place"  # the column whose words are a button, for those who come by keyboard


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the words of a cell for a row of the store's frame, and the frame's column it sorts by."""

    title: Message
    cell: Callable[[Any], object]
    by: str | None
    number: bool = False
    help: Message | None = None


COLUMNS: Mapping[str, Column] = {
    "date": Column(N_("Date"), lambda s: wording.short_interval(s.date_start, s.date_end), "date_start"),
    "place": Column(N_("Place"), lambda s: wording.place_of(s.place, s.precision), "place"),
    "region": Column(N_("Region"), lambda s: s.admin1, "admin1"),
    "type": Column(N_("Type"), lambda s: wording.TYPES.get(s.strike_type, s.strike_type), "strike_type"),
    "by": Column(N_("By"), lambda s: None if s.attacker == "unknown" else tongue.side(s.attacker), "attacker"),
    "killed": Column(N_("Killed"), lambda s: s.killed, "killed", True, wording.EMPTY_IS_UNKNOWN),
    "injured": Column(N_("Injured"), lambda s: s.injured, "injured", True, wording.EMPTY_IS_UNKNOWN),
    "status": Column(N_("Status"), lambda s: wording.STATUSES.get(s.status, s.status), "status"),
    "exactness": Column(N_("Exactness"), lambda s: _exactness(s.precision), "uncertainty_radius_m"),
    "reports": Column(N_("Reports"), lambda s: s.number_of_reports, "number_of_reports", True),
    "sources": Column(N_("Sources"), lambda s: s.sources, "sources"),
    "quote": Column(N_("Quote"), lambda s: s.quote, None),
}


def _exactness(precision: object) -> str:
    return wording.PRECISIONS.get(precision if isinstance(precision, str) else UNPLACED, str(precision))


def ordered(data: Data, passing: Mask) -> Positions:
    """The strikes that pass, as positions in the store's frame, in the order that the reader sorted them by."""
    name, descending = sorting()
    return data.orders.shown(passing, COLUMNS[name].by or "date_start", descending=descending)


def sorting() -> tuple[str, bool]:
    """The column that the table is sorted by, and whether from the highest down."""
    chosen: tuple[str, bool] = st.session_state.get("table_sort", ("date", True))
    return chosen


def columns() -> list[str]:
    """The names of the columns shown, in their order."""
    wanted = st.session_state.get("table_columns", list(COLUMNS))
    return [name for name in COLUMNS if name in wanted or name == OPENER]


def cells(row: Any, names: list[str]) -> list[str | None]:
    """A row of the store's frame in words; `None` for what is not stated."""
    words = (COLUMNS[name].cell(row) for name in names)
    return [None if word is None or pd.isna(word) or word == "" else str(word) for word in words]  # type: ignore[call-overload]


def show(data: Data, order: Positions) -> None:
    """Draws the page of the table that the chosen strike is on, or the one turned to since."""
    chosen = data.orders.position(state.chosen())
    page = _page(order, chosen)
    names = columns()
    written = data.store.strikes_named(data.strikes["strike_id"].iloc[order[page * SIZE : (page + 1) * SIZE]])
    by, descending = sorting()
    with st.container(key="table"):
        component("table")(
            key=KEY,
            data={
                "columns": [
                    {
                        "name": name,
                        "title": _(COLUMNS[name].title),
                        "number": COLUMNS[name].number,
                        "help": _(told) if (told := COLUMNS[name].help) else "",
                        "sortable": COLUMNS[name].by is not None,
                        "sorted": ("descending" if descending else "ascending") if name == by else None,
                    }
                    for name in names
                ],
                "rows": [{"id": str(row.strike_id), "cells": cells(row, names)} for row in written.itertuples()],
                "chosen": state.chosen(),
                "opener": OPENER,
                "page": page,
                "size": SIZE,
                "total": len(order),
                "words": words(_("Table of the strikes")),
                "language": tongue.tag(),
            },
            on_asked_change=_take,
        )


def words(label: str) -> dict[str, str]:
    """What the browser says around the rows of a table with this label."""
    return {
        "label": label,
        "first": _("First rows"),
        "back": _("Rows before"),
        "on": _("Rows after"),
        "last": _("Last rows"),
        "where": _("{first} to {last} of {total}"),
        "none": _(wording.NOT_STATED),
        "again": _("Press Enter again to read it, and Escape to come back"),
    }


def show_columns() -> None:
    """A box to choose the columns in."""
    with st.popover(_("Columns"), icon=":material/view_column:"):
        st.pills(
            _("Columns of the table"),
            [name for name in COLUMNS if name != OPENER],
            selection_mode="multi",
            default=[name for name in columns() if name != OPENER],
            key="table_columns_box",
            format_func=lambda name: _(COLUMNS[name].title),
            on_change=_take_columns,
        )


def _page(order: Positions, chosen: int | None) -> int:
    """The page to show: the first of another selection, that of a strike just chosen, else the one turned to."""
    selection = (state.filters(), sorting())
    if st.session_state.get("table_selection") != selection:
        st.session_state.table_selection, st.session_state.table_page = selection, 0
    if st.session_state.get("table_chosen") != (selection, chosen):
        st.session_state.table_chosen = (selection, chosen)
        at = [] if chosen is None else (order == chosen).nonzero()[0].tolist()
        if at:
            st.session_state.table_page = at[0] // SIZE
    return int(min(max(st.session_state.table_page, 0), max(0, (len(order) - 1) // SIZE)))


def _take() -> None:
    """What the reader did in the table; anything else that a browser may send means nothing."""
    asked = st.session_state[KEY].get("asked")
    match asked:
        case {"choose": str(strike_id)}:
            state.choose(strike_id, move=True)
        case {"page": int(page)}:
            st.session_state.table_page = page
        case {"sort": str(name)} if name in COLUMNS and COLUMNS[name].by:
            now, descending = sorting()
            first = COLUMNS[name].number or name == "date"  # the most, and the newest, first
            st.session_state.table_sort = (name, not descending if name == now else first)


def _take_columns() -> None:
    st.session_state.table_columns = st.session_state.table_columns_box
