"""Strikes with pydeck, as its documentation has it, to measure beside: one scatterplot layer, clicks select."""

import pydeck
import streamlit as st

from tests.benchmarks import peers

_, shown = peers.asked()
layer = pydeck.Layer(
    "ScatterplotLayer",
    shown[["strike_id", "latitude", "longitude", "place", "day_text", "quote"]],
    id="strikes",
    get_position=["longitude", "latitude"],
    get_fill_color=[0, 114, 178],
    get_radius=2000,
    radius_min_pixels=4,
    pickable=True,
)
view = pydeck.ViewState(latitude=48.5, longitude=31.5, zoom=5)
with st.container(key="map"):
    chosen = st.pydeck_chart(
        pydeck.Deck([layer], initial_view_state=view, map_style=None, map_provider=None),
        on_select="rerun",
        selection_mode="single-object",
        key="deck",
        height=500,
    )
with st.container(key="details"):
    for strike in chosen.selection.get("objects", {}).get("strikes", []):
        st.write(strike["place"], strike["day_text"], strike["quote"])
