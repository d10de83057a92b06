"""How many strikes are shown and, always, what is left out; one click away, its names."""

import pandas as pd
import streamlit as st

from dashboard.columns import Mask
from dashboard.filters import Sieve
from dashboard.views.data import Data
from dashboard.views.wording import interval, many, place_of

LONGEST = 1000  # strikes that a list here names; the filters lead to the others


def line(data: Data, sieve: Sieve) -> str:
    """One sentence of numbers; parts that are zero are left out."""
    passing = sieve.passing()
    shown = int(passing.sum())
    parts = [f"**{shown:,} {'strike' if shown == 1 else 'strikes'} of {len(data.strikes):,}**"]
    country, unplaced = (int((passing & mask).sum()) for mask in _unmarked(data))
    if country:
        parts.append(f"{country:,} without a marker (country only)")
    if unplaced:
        parts.append(f"{unplaced:,} without a place")
    if data.counts.held_back:
        parts.append(f"{data.counts.held_back:,} held back by names without a place")
    if undated := sieve.without_date():
        parts.append(f"{undated:,} left out for want of a date")
    reports = f"{many(data.counts.reports, 'report')} read"
    if data.counts.without_strike:
        reports += f", {data.counts.without_strike} of them without a strike"
    parts.append(reports)
    if data.skipped:
        parts.append(f"{many(len(data.skipped), 'report')} could not be read")
    return "; ".join(parts)


def show(data: Data, sieve: Sieve) -> None:
    """Draws the line, and below it, once opened, the names of all that is left out."""
    with st.container(key="count", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(line(data, sieve), width="content")
        about = st.popover("What is left out", type="tertiary", key="left_out", on_change="rerun")
        if about.open:
            with about:
                _left_out(data, sieve)


def _unmarked(data: Data) -> tuple[Mask, Mask]:
    """True for strikes of which only the country is known, and for those without a place."""
    country = data.columns.choices["precisions"].among(("country",))
    return country, data.strikes["latitude"].isna().to_numpy()


def _left_out(data: Data, sieve: Sieve) -> None:
    """Texts of reports stand in tables here, where nothing of them is read as markup."""
    passing = sieve.passing()
    country, unplaced = _unmarked(data)
    dateless = ~data.columns.dated & sieve.passing("date_from", "date_to")
    without = [report for report in data.reports if report.accounts == 0]
    unmarked = passing & (country | unplaced)
    groups = {
        f"Without a marker** ({int(unmarked.sum()):,})": _strikes(data, unmarked),
        f"Without a date** ({int(dateless.sum()):,})": _strikes(data, dateless & sieve.filters.dated),
        f"Reports without a strike** ({len(without):,})": pd.DataFrame(
            {"Published": [str(r.published or "") for r in without], "Title": [r.title or r.report_id for r in without]}
        ),
        f"Files that could not be read** ({len(data.skipped):,})": pd.DataFrame(
            {
                "File": [s.name for s in data.skipped],
                "Line": pd.array([s.line for s in data.skipped], dtype="Int64"),
                "Reason": [s.reason for s in data.skipped],
            }
        ),
    }
    hidden = len(data.strikes) - int(passing.sum())
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
            st.write(f"**{title}")
            st.dataframe(table, hide_index=True, height=min(220, 36 * (len(table) + 1) + 2))
    if not hidden and not data.counts.held_back and not any(len(table) for table in groups.values()):
        st.write("Nothing: every strike of every report is on the map.")


def _strikes(data: Data, mask: Mask) -> pd.DataFrame:
    """The newest of them, no more than can be read."""
    frame = data.store.strikes_named(data.strikes["strike_id"][mask].iloc[-LONGEST:])
    return pd.DataFrame(
        {
            "Date": [interval(a, b) for a, b in zip(frame["date_start"], frame["date_end"], strict=True)],
            "Place": [place_of(p, q) for p, q in zip(frame["place"], frame["precision"], strict=True)],
            "Quote": frame["quote"].to_numpy(),
        }
    )
