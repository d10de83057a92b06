"""The table: the same selection as the map, in rows that choose a strike when clicked."""

import hashlib
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.views import state, wording

HEIGHT = 380


def rows(shown: pd.DataFrame) -> pd.DataFrame:
    """What the table shows, in words, newest first; the index is the strike's id."""
    newest = shown.sort_values("date_start", ascending=False, kind="stable", na_position="last")
    return pd.DataFrame(
        {
            "Date": [
                wording.short_interval(a, b) for a, b in zip(newest["date_start"], newest["date_end"], strict=True)
            ],
            "Place": [wording.place_of(p, q) for p, q in zip(newest["place"], newest["precision"], strict=True)],
            "Region": newest["admin1"].to_numpy(),
            "Type": newest["strike_type"].map(wording.TYPES).to_numpy(),
            "By": newest["attacker"].replace("unknown", None).to_numpy(),
            "Killed": newest["killed"].to_numpy(),
            "Injured": newest["injured"].to_numpy(),
            "Status": newest["status"].map(wording.STATUSES).to_numpy(),
            "Exactness": newest["precision"].map(wording.PRECISIONS).fillna("No place found").to_numpy(),
            "Reports": newest["number_of_reports"].to_numpy(),
            "Sources": newest["sources"].to_numpy(),
            "Quote": newest["quote"].to_numpy(),
        },
        index=newest["strike_id"].astype(str),
    )


def show(shown: pd.DataFrame) -> None:
    """Draws the table. A row or a cell that is clicked chooses the strike, and the map goes there."""
    table = rows(shown)
    ids = list(table.index)
    # Streamlit remembers a selection by position: other rows, or a strike chosen elsewhere, make another table.
    content = hashlib.sha256("\n".join(ids).encode()).hexdigest()[:12]
    if st.session_state.get("table_content") != content or st.session_state.get("table_choice") != state.chosen():
        st.session_state.table_content, st.session_state.table_choice = content, state.chosen()
        st.session_state.table_number = st.session_state.get("table_number", 0) + 1
    key = f"table_{st.session_state.table_number}"
    at_first = [ids.index(state.chosen())] if state.chosen() in ids else []
    with st.container(key="table"):
        st.dataframe(
            table.reset_index(drop=True),
            key=key,
            hide_index=True,
            height=min(HEIGHT, 36 * (len(ids) + 1) + 2),
            on_select=lambda: _take(key, ids),
            selection_mode=["single-row", "single-cell"],
            selection_default={"selection": {"rows": at_first}},
            column_config={
                "Date": st.column_config.TextColumn(width=130),
                "Place": st.column_config.TextColumn(width=190),
                "Killed": st.column_config.NumberColumn(help="An empty cell is not stated, not zero", width=70),
                "Injured": st.column_config.NumberColumn(help="An empty cell is not stated, not zero", width=70),
                "Reports": st.column_config.NumberColumn(width=70),
                "Quote": st.column_config.TextColumn(width=420),
            },
            placeholder="–",
        )


def chosen_row(selection: dict[str, Any], before: int | None) -> int | None:
    """The row that was clicked, by its cell or by its box; `before` is the one chosen until then."""
    touched = [cell[0] for cell in selection.get("cells", [])] + list(selection.get("rows", []))
    return next((row for row in touched if row != before), before if touched else None)


def _take(key: str, ids: list[str]) -> None:
    chosen = state.chosen()
    before = ids.index(chosen) if chosen in ids else None
    row = chosen_row(st.session_state[key]["selection"], before)
    state.choose(ids[row] if row is not None else None, move=True)
    st.session_state.table_choice = state.chosen()
