"""How many strikes are shown and, always, what is left out; one click away, its names."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard.filters import Sieve
from dashboard.filters.columns import Mask
from dashboard.views.data import Data
from dashboard.views.tongue import _, n_
from dashboard.views.wording import could_not_be_read, interval, place_of

LONGEST = 1000  # strikes that a list here names; the filters lead to the others


def line(data: Data, sieve: Sieve) -> str:
    """One sentence of numbers; parts that are zero are left out."""
    passing = sieve.passing()
    shown = int(passing.sum())
    parts = [n_("**{n} strike of {all}**", "**{n} strikes of {all}**", shown, all=len(data.strikes))]
    country, unplaced = (int((passing & mask).sum()) for mask in _unmarked(data))
    if country:
        parts.append(_("{n} without a marker (country only)", n=country))
    if unplaced:
        parts.append(_("{n} without a place", n=unplaced))
    if data.counts.held_back:
        parts.append(_("{n} held back by names without a place", n=data.counts.held_back))
    if undated := sieve.without_date():
        parts.append(_("{n} left out for want of a date", n=undated))
    reports = n_("{n} report read", "{n} reports read", data.counts.reports)
    if data.counts.without_strike:
        reports += _(", {n} of them without a strike", n=data.counts.without_strike)
    parts.append(reports)
    if data.skipped:
        parts.append(could_not_be_read(len(data.skipped), "report"))
    return "; ".join(parts)


def show(data: Data, sieve: Sieve) -> None:
    """Draws the line, and below it, once opened, the names of all that is left out."""
    with st.container(key="count", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(line(data, sieve), width="content")
        about = st.popover(_("What is left out"), type="tertiary", key="left_out", on_change="rerun")
        if about.open:
            with about:
                _left_out(data, sieve)
        st.html(f'<a class="to-filters" href="#filters">{escape(_("Search and filters"))}</a>')  # seen on a phone


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
        _("**Without a marker** ({n})", n=unmarked.sum()): _strikes(data, unmarked),
        _("**Without a date** ({n})", n=dateless.sum()): _strikes(data, dateless & sieve.filters.dated),
        _("**Reports without a strike** ({n})", n=len(without)): pd.DataFrame(
            {
                _("Published"): [str(r.published or "") for r in without],
                _("Title"): [r.title or r.report_id for r in without],
            }
        ),
        _("**Files that could not be read** ({n})", n=len(data.skipped)): pd.DataFrame(
            {
                _("File"): [s.name for s in data.skipped],
                _("Line"): pd.array([s.line for s in data.skipped], dtype="Int64"),
                _("Reason"): [s.reason for s in data.skipped],
            }
        ),
    }
    hidden = len(data.strikes) - int(passing.sum())
    if hidden:
        st.write(n_("The filters leave out {n} strike.", "The filters leave out {n} strikes.", hidden))
    if data.counts.held_back:
        st.page_link(
            st.session_state.places_page,
            label=n_(
                "Names without a place, which hold back {n} strike",
                "Names without a place, which hold back {n} strikes",
                data.counts.held_back,
            ),
            icon=":material/pin_drop:",
            query_params={"show": ["ambiguous", "unplaced"]},
        )
    for title, table in groups.items():
        if len(table):
            st.write(title)
            st.dataframe(table, hide_index=True, height=min(220, 36 * (len(table) + 1) + 2))
    if not hidden and not data.counts.held_back and not any(len(table) for table in groups.values()):
        st.write(_("Nothing: every strike of every report is on the map."))


def _strikes(data: Data, mask: Mask) -> pd.DataFrame:
    """The newest of them, no more than can be read."""
    frame = data.store.strikes_named(data.strikes["strike_id"][mask].iloc[-LONGEST:])
    return pd.DataFrame(
        {
            _("Date"): [interval(a, b) for a, b in zip(frame["date_start"], frame["date_end"], strict=True)],
            _("Place"): [place_of(p, q) for p, q in zip(frame["place"], frame["precision"], strict=True)],
            _("Quote"): frame["quote"].to_numpy(),
        }
    )
