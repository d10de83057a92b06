"""One strike beside the map: its values, who says what, and the words behind each value."""

from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd
import streamlit as st

from dashboard.records import Account, Report, Strike
from dashboard.store import Store
from dashboard.views import state, strike_text, wording
from dashboard.views.ordering import Steps
from dashboard.views.own_components import component
from dashboard.views.places.details import why_here
from dashboard.views.tongue import _, n_

LATEST = 6


def show(store: Store, shown: pd.DataFrame, strikes: pd.DataFrame, ways: Steps, dark: bool) -> None:
    """Draws the chosen strike, or says how to choose one."""
    chosen = state.chosen()
    component("sheet")(key="sheet", data={"chosen": chosen})
    if shown.empty and not strikes.empty and not state.playing():
        st.info(_(wording.NO_MATCH), icon=":material/filter_alt_off:")
        st.button(_("Clear all filters"), key="clear_here", on_click=state.clear_filters, icon=":material/close:")
    if chosen is None:
        if not shown.empty:
            st.html(f'<p class="hint">{escape(wording.NOTHING_CHOSEN[state.way()])}</p>')
            _latest(shown)
        return
    strike = store.strike(chosen)
    if strike is None:
        st.warning(_(wording.GONE))
        st.button(_("Close"), on_click=state.choose, args=(None,), kwargs={"move": False})
        return
    _steps(ways)
    _same_place(strike, shown, strikes)
    reports = {account.report: store.report(account.report) for account in strike.accounts}
    st.html(strike_text.heading_html(strike, dark) + strike_text.facts_html(strike, reports))
    from_account = strike.chosen["place"].account_id
    for account in strike.accounts:
        if account.account_id == from_account:
            why_here(store, account)
    if not (shown["strike_id"] == strike.strike_id).any():
        st.caption(_(wording.FILTERED_OUT))
    first, *others = _newest_first(strike.accounts, reports)
    _heading(_("What the report says"))
    _account(first, reports)
    if others:
        _heading(_("Other reports of it ({n})", n=len(others)))
        for account in others:
            _account(account, reports)
    if strike.merges:
        st.html(strike_text.merges_html(strike, reports))
    for other in told_apart(strike, store, strikes):
        kind = str(other.chosen["strike_type"].value)
        _heading(_(wording.APART, kind=wording.TYPES.get(kind, kind).lower()))
        told = {account.report: store.report(account.report) for account in other.accounts}
        for account in _newest_first(other.accounts, told):
            _account(account, told)


def _heading(text: str) -> None:
    st.html(f'<h4 class="who">{escape(text)}</h4>')


def _newest_first(accounts: Iterable[Account], reports: Mapping[str, Report | None]) -> list[Account]:
    return sorted(accounts, key=lambda a: strike_text.published_text(reports.get(a.report)), reverse=True)


def _account(account: Account, reports: Mapping[str, Report | None]) -> None:
    """What a report says, with the way to its text."""
    report = reports.get(account.report)
    if report is not None:
        st.html(strike_text.account_html(report, account))
        st.page_link(
            st.session_state.reports_page,
            label=_("Open in the report"),
            icon=":material/article:",
            query_params={"report": report.report_id},
        )


def told_apart(strike: Strike, store: Store, strikes: pd.DataFrame) -> list[Strike]:
    """Strikes at the same place whose dates overlap: kept apart, yet perhaps the same one told in another way."""
    start, end = strike.chosen["date_start"].value, strike.chosen["date_end"].value
    if start is None or end is None:
        return []
    there = same_place(strike.strike_id, strikes, strikes)
    near = there[
        (there["strike_id"] != strike.strike_id)
        & (there["date_start"] <= pd.Timestamp(str(end)))
        & (there["date_end"] >= pd.Timestamp(str(start)))
    ]
    return [found for strike_id in near["strike_id"] if (found := store.strike(strike_id))]


def _latest(shown: pd.DataFrame) -> None:
    """The newest strikes of the selection, as a first way in."""
    newest = shown.loc[shown["date_end"].nlargest(LATEST).index]
    if newest.empty:
        return
    _heading(_("Newest in this selection"))
    with st.container(key="latest", gap=None):
        for row in newest.itertuples():
            place = wording.place_of(row.place, row.precision)
            st.button(
                f"{wording.short_interval(row.date_start, row.date_end)}  {wording.as_label(place)}",
                key=f"latest_{row.strike_id}",
                type="tertiary",
                on_click=state.choose,
                args=(row.strike_id,),
                kwargs={"move": True},
            )


def _steps(ways: Steps) -> None:
    """The way to the strikes before and after in the table's order, and out."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="steps"):
        _step("previous", _("Previous"), ways.before, ":material/chevron_left:")
        here = _("Not in this selection") if ways.number is None else _("{n} of {all}", n=ways.number, all=ways.of)
        st.html(f'<span class="where">{escape(here)}</span>', width="content")
        _step("next", _("Next"), ways.after, ":material/chevron_right:")
        st.button(
            _("Close"),
            key="close_details",
            icon=":material/close:",
            type="tertiary",
            on_click=state.choose,
            args=(None,),
            kwargs={"move": False},
        )


def _step(way: str, label: str, strike_id: str | None, icon: str) -> None:
    st.button(
        label,
        key=f"step_{way}",
        icon=icon,
        icon_position="right" if way == "next" else "left",
        type="tertiary",
        disabled=strike_id is None,
        on_click=state.choose,
        args=(strike_id,),
        kwargs={"move": True},
    )


def _same_place(strike: Strike, shown: pd.DataFrame, strikes: pd.DataFrame) -> None:
    """Where several strikes stand at one point, all of them to choose from."""
    same = same_place(strike.strike_id, shown, strikes)
    if len(same) < 2:
        return
    names = {
        row.strike_id: f"{i}. {wording.interval(row.date_start, row.date_end)} · "
        f"{wording.TYPES.get(str(row.strike_type), '')}"
        for i, row in enumerate(same.itertuples(), start=1)
    }
    if st.session_state.get("same_place") != strike.strike_id:
        st.session_state.same_place = strike.strike_id
    ids = [str(strike_id) for strike_id in names]
    at = ids.index(strike.strike_id)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key="same_place_steps"):
        st.selectbox(
            n_("{n} strike at this place", "{n} strikes at this place", len(same)),
            ids,
            key="same_place",
            format_func=lambda strike_id: names.get(strike_id, ""),
            on_change=_take_same_place,
        )
        before, after = ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
        _step_here("here_before", _("The one before, at this place"), before, "chevron_left")
        _step_here("here_after", _("The next, at this place"), after, "chevron_right")


def _step_here(key: str, words: str, strike_id: str | None, icon: str) -> None:
    """A way to another strike at the same point, which moves no map."""
    st.button(
        "",
        key=key,
        icon=f":material/{icon}:",
        help=words,
        disabled=strike_id is None,
        on_click=state.choose,
        args=(strike_id,),
        kwargs={"move": False},
    )


def same_place(strike_id: str, shown: pd.DataFrame, strikes: pd.DataFrame) -> pd.DataFrame:
    """The shown strikes drawn at the same point, newest first, and the strike itself even if it is not shown."""
    row = strikes[strikes["strike_id"] == strike_id]
    if row.empty:
        return row
    latitude, longitude, precision = (row[name].iloc[0] for name in ("latitude", "longitude", "precision"))
    here = (shown["latitude"] == latitude) & (shown["longitude"] == longitude) & (shown["precision"] == precision)
    there: pd.DataFrame = shown[here]
    if not (there["strike_id"] == strike_id).any():
        there = pd.concat([row, there])
    return there.sort_values("date_start", ascending=False, kind="stable")


def _take_same_place() -> None:
    state.choose(st.session_state.same_place, move=False)
