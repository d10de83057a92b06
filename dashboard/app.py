"""The page: its frame and its navigation, no more."""

import streamlit as st

from dashboard.views import coverage_page, look, map_page, reports_page

st.set_page_config(page_title="Strikemap", page_icon=look.ICON, layout="wide")
st.logo(look.LOGO)
pages = {
    "map": st.Page(map_page.show, title="Map", icon=":material/map:", url_path="map", default=True),
    "reports": st.Page(reports_page.show, title="Reports", icon=":material/article:", url_path="reports"),
    "coverage": st.Page(coverage_page.show, title="Coverage", icon=":material/fact_check:", url_path="coverage"),
}
st.session_state.map_page, st.session_state.reports_page = pages["map"], pages["reports"]
st.navigation(list(pages.values()), position="top").run()
