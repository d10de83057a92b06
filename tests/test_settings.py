"""Where things are: the option, the environment, the checkout, in this order."""

from pathlib import Path

import pytest

from dashboard import settings


def test_the_option_beats_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRIKEMAP_HOME", str(tmp_path / "environment"))
    assert settings.load(tmp_path / "option").home == tmp_path / "option"
    assert settings.load().home == tmp_path / "environment"


def test_without_either_it_is_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STRIKEMAP_HOME")
    assert settings.load().home == settings.CHECKOUT


def test_another_process_gets_the_same_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = settings.Settings(home=tmp_path / "home", cache=tmp_path / "cache", public=True)
    for name, value in given.environment().items():
        monkeypatch.setenv(name, value)
    assert settings.load() == given


def test_a_home_without_places_of_its_own_uses_the_shipped_ones(tmp_path: Path) -> None:
    given = settings.Settings(home=tmp_path, cache=tmp_path)
    assert given.gazetteer == settings.SHIPPED / "geocache" / "gazetteer.csv"
    own = tmp_path / "geocache" / "gazetteer.csv"
    own.parent.mkdir()
    own.write_text("name\n", encoding="utf-8")
    assert given.gazetteer == own
