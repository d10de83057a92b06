"""The map: the base map with one layer of strikes and mentions, and the click that chooses a strike."""

from collections.abc import Mapping
from typing import Any

import folium
import pandas as pd
import streamlit as st
from branca.element import MacroElement
from folium.template import Template
from folium.utilities import JsCode
from streamlit_folium import st_folium

from dashboard.views import map_layer, state
from dashboard.views.base_map import base_map, serve_files

KEY = "strike_map"
HEIGHT = 500
MOST = (0.04, 0.96)  # a few strikes far away must not make all the others small
RETURNED = ["last_active_drawing", "last_object_clicked_count"]  # no more, or each pan would run the page again


class Focus(MacroElement):
    """Tells the map to move to a place, once for each new `token`."""

    _template = Template("{% macro script(this, kwargs) %}strikemap.focus({{ this.view|tojson }});{% endmacro %}")

    def __init__(self, view: Mapping[str, Any] | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "Focus"
        self.view = view


def show(shown: pd.DataFrame, strikes: pd.DataFrame, mentions: pd.DataFrame | None, dark: bool) -> None:
    """Draws the strikes shown, and mentions if given; `strikes` are all, for the map may move to one not shown."""
    features = map_layer.strike_features(shown, state.chosen())
    if mentions is not None:
        features += map_layer.mention_features(mentions, map_layer.positions(shown))
    layer = folium.FeatureGroup("strikes")
    folium.GeoJson(
        map_layer.collection(features),
        point_to_layer=JsCode("strikemap.mark"),
        on_each_feature=JsCode("strikemap.label"),
    ).add_to(layer)
    Focus(_focus(strikes) if state.moves() else first_view(shown)).add_to(layer)
    serve_files()
    st_folium(
        base_map(dark),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=RETURNED,
        feature_group_to_add=layer,
        on_change=_take_click,
    )


def clicked(answer: Mapping[str, Any], clicks_before: int | None) -> str | None:
    """The strike of a new click; `None` where nothing new was clicked, or nothing with an id.

    A click counts more than once with layers in groups, so only a change of the count says that there was one.
    """
    drawing = answer.get("last_active_drawing") or {}
    strike = (drawing.get("properties") or {}).get("id")
    return str(strike) if strike and answer.get("last_object_clicked_count") != clicks_before else None


def _take_click() -> None:
    answer = st.session_state.get(KEY) or {}
    strike = clicked(answer, st.session_state.get("clicks"))
    st.session_state.clicks = answer.get("last_object_clicked_count")
    if strike:
        state.choose(strike, move=False)


def first_view(shown: pd.DataFrame) -> dict[str, Any] | None:
    """Where most of the strikes shown are, as south-west and north-east corner, and the middle one's latitude and
    longitude, all in degrees; `None` without any."""
    drawn = shown[map_layer.is_drawn(shown)]
    if drawn.empty:
        return None
    axes = drawn[["latitude", "longitude"]]
    south_west, north_east = (
        axes.quantile(MOST[0], interpolation="lower"),
        axes.quantile(MOST[1], interpolation="higher"),
    )
    return {"token": 0, "bounds": [list(south_west), list(north_east)], "middle": list(axes.median())}


def _focus(strikes: pd.DataFrame) -> dict[str, float] | None:
    """Where the map was last asked to go: degrees, the radius to show in metres, and the token of the request."""
    row = strikes[strikes["strike_id"] == st.session_state.get("move_to")]
    if row.empty or not map_layer.is_drawn(row).iloc[0]:
        return None
    radius = row["uncertainty_radius_m"].fillna(0).iloc[0] if row["precision"].iloc[0] in map_layer.WIDE else 0
    return {
        "token": state.moves(),
        "lat": float(row["latitude"].iloc[0]),
        "lng": float(row["longitude"].iloc[0]),
        "radius": float(radius),
    }
