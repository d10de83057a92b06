"""The vocabulary of geocoding: every file loads, and a wrong row is refused with its file and line."""

from importlib.resources import files
from pathlib import Path

import pytest

from dashboard.errors import VocabularyError
from dashboard.geocode.names.type_words import KINDS, type_words
from dashboard.geocode.spelling import words
from dashboard.geocode.spelling.words import depth, load_kinds, load_terms

TABLES = {"kinds", "depth", "english_regions", "points", "region_types", "geonames_kinds"}


def test_every_file_of_terms_loads() -> None:
    names = {Path(file.name).stem for file in (files("dashboard.geocode") / "vocabulary").iterdir()}
    assert names > TABLES
    assert all(load_terms(name) for name in names - TABLES)


def test_every_type_word_has_its_kinds_of_places() -> None:
    kinds = set(load_kinds())
    assert {word.sense for word in type_words().values()} <= KINDS.keys()
    assert {kind for groups in KINDS.values() for group in groups for kind in group} <= kinds


def test_villages_are_known_in_every_country() -> None:
    assert max(people for people, _ in depth().values()) == 500
    assert depth()[""] == (500, "")
    assert {country for country, (_, letters) in depth().items() if letters} == {"UA", "RU", "BY", "MD"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("river,en,,,", "a term and a sense are needed"),
        ("river,xx,water,,", "language 'xx' is none of"),
        (" river,en,water,,", "blanks around a cell"),
        ("river,en,water", "3 cells instead of 5"),
        ("lake,en,water,,", "'lake' stands twice as water"),
    ],
)
def test_wrong_term_is_named_by_file_and_line(
    row: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vocabulary").mkdir()
    text = f"term,language,sense,value,note\nlake,en,water,,\n{row}\n"
    (tmp_path / "vocabulary" / "waters.csv").write_text(text, "utf-8")
    monkeypatch.setattr(words, "files", lambda package: tmp_path)
    with pytest.raises(VocabularyError, match=r"waters\.csv, line 3: ") as caught:
        load_terms("waters")
    assert message in str(caught.value)
