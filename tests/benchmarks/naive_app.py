"""The usual way to show strikes with Streamlit and folium, to measure beside: a marker with a popup for each."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from tests.benchmarks import peers

_, shown = peers.asked()
here = folium.Map(location=(48.5, 31.5), zoom_start=6, tiles=None)
columns = ("latitude", "longitude", "place", "day_text", "quote")
for latitude, longitude, place, day, quote in zip(*(shown[name] for name in columns), strict=True):
    folium.Marker((latitude, longitude), popup=folium.Popup(f"{place}, {day}<br>{quote}")).add_to(here)
with st.container(key="map"):
    st_folium(here, key="map_itself", use_container_width=True, height=500)
