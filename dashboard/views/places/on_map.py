"""The map of the Places page: a click chooses a place or, while one is being corrected, sets the point."""

from collections.abc import Mapping, Sequence
from typing import Any

import folium
import pandas as pd
import streamlit as st
from branca.element import MacroElement
from folium.template import Template
from folium.utilities import JsCode
from streamlit_folium import st_folium

from dashboard.filters.within import WIDE
from dashboard.geocode.sources.deciding import point
from dashboard.mercator import mercator
from dashboard.records import Candidate, Place
from dashboard.views import state
from dashboard.views.map import backgrounds
from dashboard.views.map.base import base_map, serve_files
from dashboard.views.map.spots import is_drawn
from dashboard.views.map.strike_map import HEIGHT, first_view
from dashboard.views.places import form, layer, selection

KEY = "places_map"
RETURNED = ["last_active_drawing", "last_object_clicked_count", "last_clicked"]  # no more: a pan runs nothing


class Told(MacroElement):
    """Tells the map its background, and to move to a place, once for each new `token`."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "strikemap.background({{ this.background|tojson }});strikemap.focus({{ this.view|tojson }});"
        "setTimeout(strikemap.names.place);"  # once the marks are on the map
        "{% endmacro %}"
    )

    def __init__(self, background: Mapping[str, Any], view: Mapping[str, Any] | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "Told"
        self.background, self.view = background, view


def show(
    shown: pd.DataFrame,
    line: pd.Series | None,
    place: Place | None,
    candidates: Sequence[Candidate],
    dark: bool,
    carto_key: str | None,
) -> None:
    """Draws the places shown and, of the chosen `line`, its size, its candidates, and the point being entered."""
    on_dark = backgrounds.is_dark(state.background(), dark)
    features = layer.features(shown, selection.chosen(), on_dark)
    if line is not None:
        features += layer.chosen_features(place, candidates, str(line["item"]), str(line["status"]), on_dark)
    entered = _entered()
    if entered and selection.correcting():
        features += layer.point_features(*entered, *form.size())
    group = folium.FeatureGroup("places")
    folium.GeoJson(
        layer.collection(features),
        point_to_layer=JsCode("strikemap.mark"),
        on_each_feature=JsCode("strikemap.label"),
    ).add_to(group)
    view = _focus(place, candidates) if selection.moves() else _first_view(shown)
    Told({"name": state.background(), "dark": dark}, view).add_to(group)
    serve_files()
    st_folium(
        base_map(carto_key),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=RETURNED,
        feature_group_to_add=group,
        on_change=_take_click,
    )


def clicked(answer: Mapping[str, Any], clicks_before: int | None) -> str | None:
    """The place of a new click; `None` where nothing new was clicked, or nothing with an id.

    A click counts more than once with layers in groups, so only a change of the count says that there was one.
    """
    drawing = answer.get("last_active_drawing") or {}
    place = (drawing.get("properties") or {}).get("id")
    return str(place) if place and answer.get("last_object_clicked_count") != clicks_before else None


def _take_click() -> None:
    answer: Mapping[str, Any] = st.session_state.get(KEY) or {}
    item = clicked(answer, st.session_state.get("places_clicks"))
    st.session_state.places_clicks = answer.get("last_object_clicked_count")
    spot = answer.get("last_clicked")
    new_spot = spot is not None and spot != st.session_state.get("places_spot")
    st.session_state.places_spot = spot
    if selection.correcting():
        if new_spot and spot:
            form.set_point(spot["lat"], (spot["lng"] + 180) % 360 - 180)
    elif item:
        selection.choose(item, move=False)


def _first_view(shown: pd.DataFrame) -> dict[str, Any] | None:
    here = shown[is_drawn(shown)]
    return first_view(*mercator(here["latitude"].to_numpy(dtype=float), here["longitude"].to_numpy(dtype=float)))


def _entered() -> tuple[float, float] | None:
    try:
        return point(st.session_state.get("place_point") or "")
    except ValueError:
        return None


def _focus(place: Place | None, candidates: Sequence[Candidate]) -> dict[str, Any] | None:
    """Where to go for the chosen place: to its circle, or to all that its words may mean."""
    token = {"token": selection.moves()}
    entered = _entered()
    if entered and selection.correcting():
        precision, radius = form.size()
        return token | {"lat": entered[0], "lng": entered[1], "radius": radius if precision in WIDE else 0.0}
    if place is not None:
        wide = place.radius_m if place.precision in WIDE else 0.0
        return token | {"lat": place.latitude, "lng": place.longitude, "radius": wide}
    spots = [(each.place.latitude, each.place.longitude) for each in candidates]
    around = layer.bounds(spots)
    return None if around is None else token | around
