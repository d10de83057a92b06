"""What the store tells of places: counts that add up, the words, the candidates with their scores and reasons."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.merge import merge
from dashboard.records import Candidate, Name, Occurrence, Place, Span
from dashboard.store import Store
from dashboard.store.tables import words_id
from dashboard.store.write import write_store
from tests.factories import SUMY_OBLAST, account, mention, name, report

POLTAVA = Place("Poltava", "city", "settlement", 49.589, 34.551, 6000.0, True, "UA", "Poltava Oblast", None, "GeoNames")
FAR = replace(POLTAVA, admin1="Sumy Oblast", latitude=51.2)
WEIGHED = (Candidate(POLTAVA, 4.5, "the report is about Ukraine"), Candidate(FAR, 2.0))
NAMES = [
    name(mention("a")),
    Name("a", Occurrence(Span(0, 3), "Two", POLTAVA, "the report says so elsewhere", WEIGHED), mention=False),
    Name("a", Occurrence(Span(25, 32), "Poltava", POLTAVA, "chosen because it is the largest", WEIGHED), mention=False),
    Name("b", Occurrence(Span(25, 32), "Poltava", POLTAVA, "the only place of this name"), mention=True),
    Name("b", Occurrence(Span(0, 3), "Two", None, "ambiguous: 1 other candidate", WEIGHED), False, held_back=2),
    Name("b", Occurrence(Span(4, 7), "TWO", None, "me decided on 2025-07-04 that it cannot be placed"), False),
]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    accounts = [account("a#1"), account("a#2", strike_type="drone"), account("b#1", place="Sumy Oblast")]
    places = {"a#1": POLTAVA, "a#2": POLTAVA, "b#1": SUMY_OBLAST}
    strikes = merge(accounts, {})
    path = tmp_path / "s.sqlite"
    write_store(path, reports=[report("a"), report("b")], strikes=strikes, places=places, names=NAMES, skipped=[])
    with Store.open(path) as opened:
        yield opened


def test_every_place_in_use_and_every_name_without_one_is_counted(opened: Store) -> None:
    columns = ["name", "strikes", "mentions", "names", "reports", "held_back", "candidates", "lost", "ambiguous"]
    assert [tuple(row) for row in opened.places.frame()[columns].itertuples(index=False)] == [
        ("TWO", 0, 0, 2, 1, 2, 2, True, True),
        ("Poltava", 2, 1, 3, 2, 0, 2, False, False),
        ("Sumy Oblast", 1, 1, 1, 1, 0, 0, False, False),
    ]
    assert opened.counts().held_back == 2


def test_the_words_come_back_with_candidates_scores_and_reasons(opened: Store) -> None:
    placed = [reading.name for reading in opened.places.readings(POLTAVA.place_id, 10)]
    assert placed == [NAMES[2], NAMES[3]], "where a strike is told of first, by what tells most"
    lost = [reading.name for reading in opened.places.readings(words_id("two"), 10)]
    assert lost == [NAMES[4]], "once for each report, and what holds back first"
    assert opened.places.readings(words_id("two"), 10)[0].times == 2
    assert opened.places.words(POLTAVA.place_id) == ("Poltava", "Two")
    assert len(opened.places.readings(POLTAVA.place_id, 1)) == 1


def test_a_strike_leads_to_its_place_and_to_the_name_it_was_read_from(opened: Store) -> None:
    assert opened.places.of_account("b#1") == SUMY_OBLAST.place_id
    assert opened.places.of_account("z") is None
    assert opened.places.settling("a", POLTAVA.place_id) == NAMES[2], "not the one that points elsewhere"
    assert opened.places.settling("a", "z") is None
    assert opened.places.place(FAR.place_id) == FAR, "a candidate that is in use nowhere"


def test_the_id_of_a_place_outlives_its_correction() -> None:
    assert replace(POLTAVA, latitude=1.0, origin="me", population=5).place_id == POLTAVA.place_id
    assert FAR.place_id != POLTAVA.place_id
    assert words_id(" Leninsky  DISTRICT") == words_id("Leninsky district") != words_id("Leninsky")


def test_an_empty_store_has_an_empty_frame(tmp_path: Path) -> None:
    write_store(tmp_path / "e.sqlite", reports=[], strikes=[], names=[], skipped=[])
    with Store.open(tmp_path / "e.sqlite") as empty:
        assert len(empty.places.frame()) == 0
        assert empty.counts().held_back == 0
