"""The table of the Places page: a page of the places shown, in rows that choose a place when clicked."""

import hashlib
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.views.places import listing, selection, wording
from dashboard.views.tongue import _

HEIGHT = 380


def show(shown: pd.DataFrame) -> None:
    """Draws the page that the chosen place is on, or the one turned to since."""
    of = listing.pages(len(shown))
    asked = selection.asked()
    if st.session_state.pop("places_turn", False):
        at = listing.page_of(shown, selection.chosen())
        if at is not None and at != asked.page:
            selection.turn_to(at)
    page = min(selection.asked().page, of - 1)
    with st.container(key="rows"):
        _rows(listing.table(shown, page))
        if of > 1:
            _pager(page, of, len(shown))


def chosen_row(selection: dict[str, Any], before: int | None) -> int | None:
    """The row that was clicked, by its cell or by its box; `before` is the one chosen until then."""
    touched = [cell[0] for cell in selection.get("cells", [])] + list(selection.get("rows", []))
    return next((row for row in touched if row != before), before if touched else None)


def _rows(table: pd.DataFrame) -> None:
    items = list(table.index)
    chosen = selection.chosen()
    # Streamlit remembers a selection by position: other rows, or a choice made elsewhere, make another table.
    stands = (hashlib.sha256("\n".join(items).encode()).hexdigest()[:12], chosen)
    if st.session_state.get("places_table_stands") != stands:
        st.session_state.places_table_stands = stands
        st.session_state.places_table_number = st.session_state.get("places_table_number", 0) + 1
    key = f"places_table_{st.session_state.places_table_number}"
    with st.container(key="places_rows"):
        st.dataframe(
            table.reset_index(drop=True),
            key=key,
            hide_index=True,
            height=min(HEIGHT, 36 * (len(items) + 1) + 2),
            on_select=lambda: _take(key, items, stands[0]),
            selection_mode=["single-row", "single-cell"],
            selection_default={"selection": {"rows": [items.index(chosen)] if chosen in items else []}},
            column_config={
                _("Place"): st.column_config.TextColumn(width=190),
                _("Region"): st.column_config.TextColumn(width=190),
                _("Held back"): st.column_config.NumberColumn(help=_(wording.HELD_BACK_HELP), width=80),
                _("Strikes"): st.column_config.NumberColumn(width=70),
                _("Mentions"): st.column_config.NumberColumn(help=_(wording.MENTIONS_HELP), width=80),
                _("Other candidates"): st.column_config.NumberColumn(help=_(wording.CANDIDATES_HELP), width=125),
            },
            placeholder="–",
        )


def _take(key: str, items: list[str], content: str) -> None:
    chosen = selection.chosen()
    row = chosen_row(st.session_state[key]["selection"], items.index(chosen) if chosen in items else None)
    selection.choose(items[row] if row is not None else None, move=True)
    st.session_state.places_table_stands = (content, selection.chosen())


def _pager(page: int, of: int, number: int) -> None:
    first = page * listing.PER_PAGE + 1
    with st.container(horizontal=True, vertical_alignment="center", key="pager"):
        st.button(_("Previous"), disabled=page == 0, on_click=selection.turn_to, args=(page - 1,))
        last = min(first + listing.PER_PAGE - 1, number)
        st.markdown(_("{first} to {last} of {total}", first=first, last=last, total=number), width="content")
        st.button(_("Next"), disabled=page == of - 1, on_click=selection.turn_to, args=(page + 1,))
