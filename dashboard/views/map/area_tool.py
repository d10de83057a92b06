"""The area that strikes are chosen by: the tools on the map, what the browser tells of it, and its line of words."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.filters import Sieve
from dashboard.filters.area import MOST_DRAWN, Area, box, lasso
from dashboard.views import state
from dashboard.views.tongue import N_, _, n_

WORDS = {
    "box": N_("Choose an area: draw a box"),
    "lasso": N_("Choose an area: draw around it"),
    "view": N_("Choose the area that the map shows"),
    "clear": N_("Clear the area"),
    "box_how": N_("Drag from corner to corner. Esc or the button ends it."),
    "lasso_how": N_("Drag around what you want. Esc or the button ends it."),
}
RULE = N_(
    "A strike is in the area if its point is; one known by city district, raion or region only, if more than half of "
    "its disc or ring is. One known by its country only is in no area."
)


def drawn() -> dict[str, Any]:
    """What the map needs: the corners of the area, and the words of the tools to draw another."""
    area = state.filters().area
    corners = [list(at) for at in area.outline] if area else None
    return {"corners": corners, "words": {name: _(text) for name, text in WORDS.items()}}


def area_of(told: Mapping[str, Any]) -> Area | None:
    """The area that the browser told, `None` where it is none: what a browser sends is a claim."""
    edges, line = told.get("box"), told.get("line")
    try:
        if edges is not None:
            south, west, north, east = (float(edge) for edge in edges)
            return box(south, west, north, east)
        points = [(float(latitude), float(longitude)) for latitude, longitude in (line or [])[:MOST_DRAWN]]
        return lasso(points)
    except (TypeError, ValueError):
        return None


def take(told: Mapping[str, Any]) -> bool:
    """Takes an area, or that there is none any more, from the browser; whether it meant anything."""
    if told.get("clear") is True:
        state.set_filters(area=None, reaching=False)
        return True
    area = area_of(told)
    if area is not None:
        state.set_filters(area=area)
    return area is not None


def show(sieve: Sieve) -> None:
    """Draws the line of words, while there is an area: how many strikes are in it, how many may be, and the way out."""
    with st.container(key="area", horizontal=True, vertical_alignment="center", gap="small"):
        if sieve.filters.area is None:
            return
        may, nowhere = sieve.around()
        st.markdown(
            said(int(sieve.passing().sum()), may, nowhere, reaching=sieve.filters.reaching),
            width="content",
            help=_(RULE),
        )
        if may:
            label = _("Leave them out") if sieve.filters.reaching else _("Show them too")
            st.button(label, key="area_reaching", type="tertiary", on_click=_take_reaching)
        st.button(_("Clear area"), key="area_clear", type="tertiary", icon=":material/close:", on_click=_clear)


def said(inside: int, may: int, nowhere: int, *, reaching: bool) -> str:
    """The line of words: strikes in the area, those that may be in it, and those that have no place."""
    parts = []
    if reaching:
        parts.append(
            n_("**In or around the area drawn: {n} strike**", "**In or around the area drawn: {n} strikes**", inside)
        )
        parts.append(n_("{n} of them only may lie inside", "{n} of them only may lie inside", may))
    else:
        parts.append(n_("**In the area drawn: {n} strike**", "**In the area drawn: {n} strikes**", inside))
        if may:
            parts.append(n_("{n} more may lie inside", "{n} more may lie inside", may))
    if nowhere:
        parts.append(n_("{n} is known by country or not at all", "{n} are known by country or not at all", nowhere))
    return " · ".join(parts)


def _take_reaching() -> None:
    state.set_filters(reaching=not state.filters().reaching)


def _clear() -> None:
    state.set_filters(area=None, reaching=False)
