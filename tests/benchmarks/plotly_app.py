"""Strikes with plotly, as its documentation has it, to measure beside: one scattermap trace, clicks select."""

import plotly.graph_objects as go
import streamlit as st

from tests.benchmarks import peers

frame, shown = peers.asked()
figure = go.Figure(
    go.Scattermap(
        lat=shown["latitude"],
        lon=shown["longitude"],
        customdata=shown[["strike_id"]],
        mode="markers",
        marker={"size": 8, "color": "#0072b2"},
    )
)
figure.update_layout(
    map={"style": "white-bg", "center": {"lat": 48.5, "lon": 31.5}, "zoom": 5},
    margin={"l": 0, "r": 0, "t": 0, "b": 0},
    height=500,
    uirevision="same",
)
with st.container(key="map"):
    chosen = st.plotly_chart(
        figure, on_select="rerun", selection_mode="points", key="plot", config={"scrollZoom": True}
    )
with st.container(key="details"):
    for point in chosen.selection.get("points", []):
        strike = frame[frame["strike_id"] == point["customdata"][0]].iloc[0]
        st.write(strike["place"], strike["day_text"], strike["quote"])
