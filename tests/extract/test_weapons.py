"""The kind of a strike, from the words for what was fired, nearest to the place first."""

import pytest

from dashboard.extract.accounts.weapons import fired_in, is_loose, kind_of
from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import clauses_of

CASES = [
    ("A drone hit Poltava.", "drone", "one weapon"),
    ("Drones and missiles hit Poltava.", "mixed", "two kinds"),
    ("Rockets hit Poltava.", "shelling", "bare rockets"),
    ("A bomb hit Poltava.", "airstrike", "a bare bomb"),
    ("A drone dropped a bomb on Poltava.", "drone", "a bomb that a drone dropped"),
    ("Rockets hit Poltava; they were missiles.", "missile", "rockets that are named more firmly"),
    ("Унаслідок обстрілів та атак дронів у Полтаві є жертви.", "mixed", "shelling beside drones"),
    ("Ворог обстріляв Полтаву дронами.", "drone", "a loose word for drones"),
    ("A missile hit a drone factory in Poltava.", "missile", "what a struck place makes"),
    ("Ракетами вдарили по складу дронів у Полтаві.", "missile", "what a struck place keeps"),
    ("A drone destroyed two fighter jets in Poltava.", "drone", "aircraft that are struck"),
    ("Drones hit the base in Poltava; several aircraft had caught fire.", "drone", "aircraft that burn"),
    ("Russia hit Poltava with glide bombs.", "airstrike", "what a town is hit with"),
    ("Drones shot down over Poltava fell; a missile hit a school.", "missile", "weapons that were stopped"),
]


@pytest.mark.parametrize(("text", "kind", "reason"), CASES, ids=[c[2] for c in CASES])
def test_kind(text: str, kind: str, reason: str, gazetteer: Gazetteer) -> None:
    assert kind_of(fired_in(clauses_of(text, gazetteer), None, text), "")[0] == kind


def test_each_place_of_a_clause_has_its_own_weapon(gazetteer: Gazetteer) -> None:
    text = "A drone hit a bus in Poltava and a missile hit a port in Odesa."
    clauses = clauses_of(text, gazetteer)
    places = [p.place for c in clauses for p in c.places]
    assert [kind_of(fired_in(clauses, place, text), "")[0] for place in places] == ["drone", "missile"]


def test_words_that_are_also_said_of_other_weapons_are_loose(gazetteer: Gazetteer) -> None:
    texts = ("Rockets hit Poltava.", "Drones and rockets hit Poltava.")
    assert [is_loose(fired_in(clauses_of(text, gazetteer), None, text)) for text in texts] == [True, False]


def test_the_spans_are_those_of_every_kind(gazetteer: Gazetteer) -> None:
    text = "Drones and missiles hit Poltava."
    spans = kind_of(fired_in(clauses_of(text, gazetteer), None, text), "")[1]
    assert [text[s.start : s.end] for s in spans] == ["Drones", "missiles"]
