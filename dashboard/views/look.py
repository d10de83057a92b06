"""The looks of all pages: one style sheet, and whether the ground is dark."""

from pathlib import Path

import streamlit as st

# Images of our own: an emoji or a named icon would be fetched from another machine.
ICON, LOGO = (str(Path(__file__).with_name(name)) for name in ("icon.svg", "logo.svg"))
STYLE = Path(__file__).with_name("page.css")


def apply() -> None:
    """Adds the style sheet to the page: as text, whose part of Streamlit is there at once; that for HTML is fetched."""
    st.markdown(f"<style>{STYLE.read_text('utf-8')}</style>", unsafe_allow_html=True)  # a file of ours


def is_dark() -> bool:
    """Whether the reader's theme is dark, as far as the browser has told."""
    return st.context.theme.type == "dark"
