"""What the pages measured beside ours share: the strikes asked for, and buttons for the year that is shown of them."""

import sys

import pandas as pd
import streamlit as st

from tests.benchmarks import made_up


@st.cache_data(show_spinner=False)
def strikes(number: int) -> pd.DataFrame:
    """The made-up strikes, with the day as text besides."""
    frame = made_up.strikes(number)
    return frame.assign(day_text=frame["day"].dt.strftime("%Y-%m-%d"))


def asked() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Begins the page: all strikes, as many as the command line says, and those of the year chosen by a button."""
    st.set_page_config(layout="wide")
    frame = strikes(int(sys.argv[1]))
    year = st.segmented_control("Year", range(made_up.YEARS), format_func=made_up.year_name, key="year")
    return frame, frame if year is None else made_up.year(frame, year)
