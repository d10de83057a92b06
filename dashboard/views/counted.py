"""How many strikes are shown and, always, what is left out; one click away, its names."""

import pandas as pd
import streamlit as st

from dashboard.filters import Filters, select, without_date
from dashboard.views.data import Data
from dashboard.views.wording import interval, many, place_of


def line(data: Data, shown: pd.DataFrame, filters: Filters) -> str:
    """One sentence of numbers; parts that are zero are left out."""
    parts = [f"**{len(shown):,} {'strike' if len(shown) == 1 else 'strikes'} of {len(data.strikes):,}**"]
    country = int((shown["precision"] == "country").sum())
    unplaced = int(shown["latitude"].isna().sum())
    if country:
        parts.append(f"{country} without a marker (country only)")
    if unplaced:
        parts.append(f"{unplaced} without a place")
    if data.counts.held_back:
        parts.append(f"{data.counts.held_back} held back by names without a place")
    if undated := without_date(data.strikes, filters):
        parts.append(f"{undated} left out for want of a date")
    reports = f"{many(data.counts.reports, 'report')} read"
    if data.counts.without_strike:
        reports += f", {data.counts.without_strike} of them without a strike"
    parts.append(reports)
    if data.skipped:
        parts.append(f"{many(len(data.skipped), 'report')} could not be read")
    return "; ".join(parts)


def show(data: Data, shown: pd.DataFrame, filters: Filters) -> None:
    """Draws the line, and below it the names of all that is left out."""
    with st.container(key="count", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(line(data, shown, filters), width="content")
        with st.popover("What is left out", type="tertiary"):
            _left_out(data, shown, filters)


def _left_out(data: Data, shown: pd.DataFrame, filters: Filters) -> None:
    """Texts of reports stand in tables here, where nothing of them is read as markup."""
    unmarked = shown[(shown["precision"] == "country") | shown["latitude"].isna()]
    dateless = data.strikes[data.strikes["date_start"].isna() & data.strikes["date_end"].isna()]
    without = [report for report in data.reports if report.accounts == 0]
    groups = {
        "Without a marker": _strikes(unmarked),
        "Without a date": _strikes(select(dateless, Filters())) if filters.dated else pd.DataFrame(),
        "Reports without a strike": pd.DataFrame(
            {"Published": [str(r.published or "") for r in without], "Title": [r.title or r.report_id for r in without]}
        ),
        "Files that could not be read": pd.DataFrame(
            {
                "File": [s.name for s in data.skipped],
                "Line": pd.array([s.line for s in data.skipped], dtype="Int64"),
                "Reason": [s.reason for s in data.skipped],
            }
        ),
    }
    hidden = len(data.strikes) - len(shown)
    if hidden:
        st.write(f"The filters leave out {many(hidden, 'strike')}.")
    if data.counts.held_back:
        st.page_link(
            st.session_state.places_page,
            label=f"Names without a place, which hold back {many(data.counts.held_back, 'strike')}",
            icon=":material/pin_drop:",
            query_params={"show": ["ambiguous", "unplaced"]},
        )
    for title, table in groups.items():
        if len(table):
            st.write(f"**{title}** ({len(table)})")
            st.dataframe(table, hide_index=True, height=min(220, 36 * (len(table) + 1) + 2))
    if not hidden and not data.counts.held_back and not any(len(table) for table in groups.values()):
        st.write("Nothing: every strike of every report is on the map.")


def _strikes(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Date": [interval(a, b) for a, b in zip(frame["date_start"], frame["date_end"], strict=True)],
            "Place": [place_of(p, q) for p, q in zip(frame["place"], frame["precision"], strict=True)],
            "Quote": frame["quote"].to_numpy(),
        }
    )
