"""Fixtures: the small store of tests/views/small.py, opened, and its frame."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from dashboard.store import Store
from tests.views import small


@pytest.fixture
def small_store(tmp_path: Path) -> Iterator[Store]:
    """The small store in the home folder that the environment names, opened."""
    path = tmp_path / "home" / "data" / "strikes.sqlite"
    small.write(path)
    with Store.open(path) as store:
        yield store


@pytest.fixture
def strikes(small_store: Store) -> pd.DataFrame:
    """Its strikes."""
    return small_store.strikes_frame()
