"""The filters but the dates: each choice with the number of strikes that it would leave."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.filters import Filters, Sieve
from dashboard.filters.columns import NO_REGION, UNPLACED
from dashboard.records import PRECISIONS, STATUSES, STRIKE_TYPES
from dashboard.views import state, tongue, wording
from dashboard.views.tongue import N_, Labels, _

LABELS: Mapping[str, Mapping[str, str]] = {
    "types": wording.TYPES,
    "attackers": Labels({"unknown": N_("Unknown")}),
    "statuses": wording.STATUSES,
    "precisions": wording.PRECISIONS,
}
TITLES = Labels(
    {
        "types": N_("Type"),
        "attackers": N_("Attacker"),
        "statuses": N_("Status"),
        "precisions": N_("How exact the place is"),
    }
)


def show(sieve: Sieve) -> None:
    """Draws the filters; a change goes into the state before the page is drawn again."""
    filters, columns = sieve.filters, sieve.columns
    st.html(f'<h2 id="filters">{escape(_("Search and filters"))}</h2>')
    _set("text", filters.text)
    st.text_input(
        _("Search"),
        key="text",
        on_change=_take_text,
        placeholder=_("Place, source, quote"),
        icon=":material/search:",
        max_chars=200,
    )
    options = {
        "types": STRIKE_TYPES,
        "statuses": STATUSES,
        "attackers": sorted(columns.choices["attackers"].values, key=lambda name: (name == "unknown", name)),
        "precisions": (*PRECISIONS, UNPLACED),
    }
    for field, values in options.items():
        _choices(sieve, field, list(values))
    _regions(sieve)
    _sources(sieve)
    if filters != Filters():
        st.button(_("Clear all filters"), on_click=state.clear_filters, icon=":material/close:", type="tertiary")


def _choices(sieve: Sieve, field: str, values: list[str]) -> None:
    """One row of choices; those that occur nowhere in the data are left out."""
    present = sieve.columns.choices[field].values
    counts = sieve.counts(field)
    chosen = getattr(sieve.filters, field)
    offered = [value for value in values if value in present or value in chosen]
    names = {
        value: f"{LABELS[field].get(value) or tongue.side(value)} {tongue.number(counts.get(value, 0))}"
        for value in offered
    }
    _set(field, list(chosen))
    st.pills(
        TITLES[field],
        offered,
        selection_mode="multi",
        key=field,
        format_func=lambda value: names.get(value, value),
        on_change=_take,
        args=(field,),
    )


def _sources(sieve: Sieve) -> None:
    counts = sieve.counts("sources")
    _set("sources", list(sieve.filters.sources))
    st.multiselect(
        _("Source"),
        sieve.columns.single_sources[0],
        key="sources",
        format_func=lambda source: f"{source} ({tongue.number(counts.get(source, 0))})",
        on_change=_take,
        args=("sources",),
        placeholder=_("All sources"),
    )


def _regions(sieve: Sieve) -> None:
    """All regions, those that have a name first."""
    counts = sieve.counts("regions")
    values = sieve.columns.choices["regions"].values
    _set("regions", list(sieve.filters.regions))
    st.multiselect(
        _("Region"),
        sorted(values, key=lambda name: (name == NO_REGION, name.casefold())),
        key="regions",
        format_func=lambda region: f"{_region(region, values)} ({tongue.number(counts.get(region, 0))})",
        on_change=_take,
        args=("regions",),
        placeholder=_("All regions"),
    )


def _region(value: str, values: Sequence[str]) -> str:
    """A region's name; with the code of its country where another country has one of that name."""
    if value == NO_REGION:
        return _("Region not known")
    name = value.rpartition(", ")[0] or value
    return value if sum(other.startswith(f"{name}, ") for other in values) > 1 else name


def _set(key: str, value: object) -> None:
    """Sets a widget from the state where it differs: it may be new, or the state was changed elsewhere."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _take(field: str) -> None:
    state.set_filters(**{field: tuple(st.session_state[field])})


def _take_text() -> None:
    state.set_filters(text=(st.session_state.text or "").strip())
