"""What Streamlit's page lacks for who cannot see it or point at it: its language, names, a way to the table."""

import streamlit as st

from dashboard.views import tongue
from dashboard.views.own_components import component
from dashboard.views.tongue import _


def show() -> None:
    """Draws the link that skips to the table, seen while it has the focus; to be called first on each page."""
    with st.container(key="access"):
        component("access")(
            key="access_link",
            data={
                "language": tongue.language(),
                "skip": _("Skip to the table"),
                "map": _("Map. All that it shows stands in the table below it, too."),
            },
        )
