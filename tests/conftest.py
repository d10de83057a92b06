"""Fixtures: a home folder of a test's own, and the gazetteer, whose index is made once for all tests."""

from pathlib import Path

import pytest

from dashboard.geocode import Gazetteer
from dashboard.settings import CHECKOUT, Settings


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that all tests share, in place of the user's."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def gazetteer(cache: Path) -> Gazetteer:
    """The shipped places."""
    return Gazetteer.load(CHECKOUT / "geocache" / "gazetteer.csv", cache)


@pytest.fixture
def settings(tmp_path: Path, cache: Path) -> Settings:
    """A home folder with an empty reports folder."""
    settings = Settings(home=tmp_path / "home", cache=cache)
    settings.reports.mkdir(parents=True)
    return settings


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: Path) -> None:
    """Keeps tests out of the user's own folders, whatever the machine's environment says."""
    monkeypatch.setenv("STRIKEMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("STRIKEMAP_CACHE", str(cache))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("STRIKEMAP_PUBLIC", raising=False)
    monkeypatch.delenv("STRIKEMAP_CONTACT", raising=False)
