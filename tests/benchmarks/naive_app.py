"""The usual way to show strikes with Streamlit and folium, to measure beside: a marker with a popup for each."""

import sys

import folium
import streamlit as st
from streamlit_folium import st_folium

from tests.benchmarks import made_up


@st.cache_data(show_spinner=False)
def strikes(number: int):  # type: ignore[no-untyped-def]  # a frame
    return made_up.strikes(number)


st.set_page_config(layout="wide")
period = st.segmented_control("Period", ["All", "Newest year"], default="All", key="period")
frame = strikes(int(sys.argv[1]))
shown = frame if period == "All" else made_up.newest_year(frame)
here = folium.Map(location=(48.5, 31.5), zoom_start=6, tiles=None)
columns = ("latitude", "longitude", "place", "day", "quote")
for latitude, longitude, place, day, quote in zip(*(shown[name] for name in columns), strict=True):
    folium.Marker((latitude, longitude), popup=folium.Popup(f"{place}, {day:%Y-%m-%d}<br>{quote}")).add_to(here)
with st.container(key="map"):
    st_folium(here, key="map_itself", use_container_width=True, height=500)
