"""Taking it away: the rows that are shown as a file, the link to this view, the citation of a strike."""

from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

import pandas as pd
import streamlit as st

from dashboard.export import to_csv, to_geojson
from dashboard.records import Strike
from dashboard.store import Store
from dashboard.views import state, tongue, wording
from dashboard.views.tongue import _, n_


def address(base: str, query: dict[str, list[str]]) -> str:
    """The address of a view. `base` is that of the page, whose own query and fragment are set aside."""
    page = urlsplit(base)
    return urlunsplit((page.scheme, page.netloc, page.path or "/", urlencode(query, doseq=True), ""))


def citation(strike: Strike | None, number: int, of: int, link: str, version: str, today: date) -> str:
    """A strike, or a selection of them, as one sentence for a footnote."""
    if strike is None:
        what = n_("{n} strike of {all}", "{n} strikes of {all}", number, all=of)
    else:
        value = {name: choice.value for name, choice in strike.chosen.items()}
        kind = wording.TYPES.get(str(value["strike_type"]), _("Strike"))
        place = wording.place_of(value["place"], value["precision"])
        what = n_(
            "{kind}, {place}, {days}, after {n} report",
            "{kind}, {place}, {days}, after {n} reports",
            len({account.report for account in strike.accounts}),
            kind=kind,
            place=place,
            days=wording.interval(value["date_start"], value["date_end"]),
        )
    return _(
        "Strikemap: {what}. Data version {version}, read on {day}. {link}",
        what=what,
        version=version,
        day=tongue.day(today),
        link=link,
    )


def show(store: Store, shown: pd.DataFrame, total: int) -> None:
    """Two downloads and a box with link and citation."""
    with st.container(horizontal=True, gap="small", key="share"):
        st.download_button(
            "CSV",
            lambda: to_csv(store.strikes_named(shown["strike_id"])),
            "strikes.csv",
            "text/csv",
            on_click="ignore",
            icon=":material/download:",
            help=_("The rows below, as a table"),
        )
        st.download_button(
            "GeoJSON",
            lambda: to_geojson(store.strikes_named(shown["strike_id"])),
            "strikes.geojson",
            "application/geo+json",
            on_click="ignore",
            icon=":material/download:",
            help=_("The rows below, for map programs"),
        )
        with st.popover(_("Copy link or citation"), icon=":material/link:"):
            strike_id = state.chosen()
            strike = store.strike(strike_id) if strike_id else None
            link = address(st.context.url or "", state.query())
            st.caption(_("Copy link: to this view with its filters, dates and chosen strike"))
            st.code(link, language=None, wrap_lines=True)
            st.caption(_("Copy citation"))
            today = date.today()  # noqa: DTZ011  # a citation gives the reader's own day
            st.code(
                citation(strike, len(shown), total, link, store.version, today),
                language=None,
                wrap_lines=True,
            )
