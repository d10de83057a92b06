"""The store as the page reads it: opened read-only, read once for each file that `build` swaps in."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.errors import StoreMissing
from dashboard.records import Skipped
from dashboard.settings import Settings, load
from dashboard.store import Counts, ReportLine, Store
from dashboard.views import wording
from dashboard.views.ordering import Orders
from dashboard.views.timeline import Calendar, calendar


@dataclass(frozen=True, slots=True)
class Data:
    """One store, read. The frames are shared by all sessions: nobody may change them."""

    settings: Settings
    store: Store
    strikes: pd.DataFrame
    calendar: Calendar
    orders: Orders
    mentions: pd.DataFrame
    tellings: pd.DataFrame
    reports: tuple[ReportLine, ...]
    skipped: tuple[Skipped, ...]
    counts: Counts


def current() -> Data:
    """The data as it is now. Without a store the page says what to do, and the run ends here."""
    settings = load()
    try:
        stamp = settings.store.stat()
        return _read(settings, settings.store, stamp.st_mtime_ns, stamp.st_ino)
    except (FileNotFoundError, StoreMissing):
        st.info(wording.NO_STORE, icon=":material/database:")
        st.stop()


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(settings: Settings, path: Path, changed: int, file: int) -> Data:
    """Time of change and file number are part of the key: a swapped-in store is another one."""
    store = Store.open(path)
    strikes = store.strikes_frame()
    return Data(
        settings=settings,
        store=store,
        strikes=strikes,
        calendar=calendar(strikes),
        orders=Orders(strikes),
        mentions=store.mentions_frame(),
        tellings=store.tellings_frame(),
        reports=store.reports(),
        skipped=store.skipped(),
        counts=store.counts(),
    )
