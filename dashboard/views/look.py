"""The looks of all pages: one style sheet, and whether the ground is dark."""

from pathlib import Path

import streamlit as st

# Images of our own: an emoji or a named icon would be fetched from another machine.
ICON, LOGO = (str(Path(__file__).with_name(name)) for name in ("icon.svg", "logo.svg"))
STYLE = Path(__file__).with_name("page.css")


def apply() -> None:
    """Adds the style sheet to the page."""
    st.html(STYLE)


def is_dark() -> bool:
    """Whether the reader's theme is dark, as far as the browser has told."""
    return st.context.theme.type == "dark"
