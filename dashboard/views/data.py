"""The store as the page reads it: opened read-only, read once for each file that `build` swaps in."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.errors import StoreMissing
from dashboard.filters import Filters, Sieve
from dashboard.filters.columns import Columns, Mask
from dashboard.records import Skipped
from dashboard.settings import Settings, load
from dashboard.store import Counts, ReportLine, Store
from dashboard.views import wording
from dashboard.views.map.named import Named
from dashboard.views.map.spots import Spots
from dashboard.views.ordering import Orders
from dashboard.views.timeline import Calendar, calendar
from dashboard.views.tongue import _


@dataclass(frozen=True, eq=False)
class Data:
    """One store, read. All is shared by all sessions: nobody may change it.

    `strikes` holds what is counted and drawn; `store.strikes_named` has all of the strikes that are written out.
    """

    settings: Settings
    store: Store
    strikes: pd.DataFrame
    calendar: Calendar
    orders: Orders
    columns: Columns
    spots: Spots
    named: Named
    skipped: tuple[Skipped, ...]
    counts: Counts

    @cached_property
    def reports(self) -> tuple[ReportLine, ...]:
        """All reports without their texts, read once they are asked for: the map does without them."""
        return self.store.reports()

    def sieve(self, filters: Filters) -> Sieve:
        """The filters over all strikes."""
        return Sieve(self.columns, filters, _found(self.store, self.store.version, filters.text))


def current() -> Data:
    """The data as it is now. Without a store the page says what to do, and the run ends here."""
    settings = load()
    try:
        stamp = settings.store.stat()
        return _read(settings, settings.store, stamp.st_mtime_ns, stamp.st_ino)
    except (FileNotFoundError, StoreMissing):
        st.info(_(wording.NO_STORE), icon=":material/database:")
        st.stop()


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(settings: Settings, path: Path, changed: int, file: int) -> Data:
    """Time of change and file number are part of the key: a swapped-in store is another one."""
    store = Store.open(path)
    strikes = store.counted_frame()
    return Data(
        settings=settings,
        store=store,
        strikes=strikes,
        calendar=calendar(strikes),
        orders=Orders(strikes),
        columns=Columns.of(strikes),
        spots=Spots.of(strikes),
        named=Named.of(store.mentions_frame(), store.tellings_frame(), strikes),
        skipped=store.skipped(),
        counts=store.counts(),
    )


@st.cache_resource(max_entries=20, show_spinner=False)
def _found(_store: Store, version: str, text: str) -> Mask | None:
    """The strikes that a text was found in, `None` without a text."""
    return _store.found(text)
