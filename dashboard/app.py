"""The page: its frame and its navigation, no more."""

import streamlit as st

from dashboard.views import access, coverage_page, look, map_page, reports_page, tongue
from dashboard.views.places import page as places_page
from dashboard.views.tongue import _

st.set_page_config(page_title="Strikemap", page_icon=look.ICON, layout="wide")
st.logo(look.LOGO)
tongue.begin()
pages = {
    "map": st.Page(map_page.show, title=_("Map"), icon=":material/map:", url_path="map", default=True),
    "reports": st.Page(reports_page.show, title=_("Reports"), icon=":material/article:", url_path="reports"),
    "places": st.Page(places_page.show, title=_("Places"), icon=":material/pin_drop:", url_path="places"),
    "coverage": st.Page(coverage_page.show, title=_("Coverage"), icon=":material/fact_check:", url_path="coverage"),
}
for name, page in pages.items():
    st.session_state[f"{name}_page"] = page
page = st.navigation(list(pages.values()), position="top")
access.show()
tongue.show_switch()
page.run()
