"""Whether a clause tells of something struck."""

import pytest

from dashboard.extract.strikes.bearing import bears, is_harmless
from dashboard.extract.words.stretch import stretch
from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import clauses_of

BEARS = [
    ("A drone hit a house in Poltava.", True, "something fired that hit something"),
    ("Two people were killed in a strike on Poltava.", True, "a toll and a strike"),
    ("Debris of a downed drone set a roof on fire in Kyiv.", True, "debris that did damage"),
    ("All 12 drones were shot down over Odesa.", False, "shot down without effect"),
    ("Air defence destroyed 12 drones over Odesa.", False, "destroyed drones are no damage"),
    ("Explosions were heard in Kharkiv.", False, "heard, nothing said to be hit"),
    ("An air-raid alert sounded in Kharkiv.", False, "an alarm"),
    ("The army captured a village near Pokrovsk.", False, "fighting on the ground"),
    ("A mine exploded under a car near Izium, killing two people.", False, "a mine"),
    ("Russia could strike Odesa again.", False, "a possible strike"),
    ("Did a drone hit a house in Poltava?", False, "a question"),
    ("A year ago a missile hit a house in Dnipro.", False, "an anniversary"),
    ("The army said it killed 20 officers in a strike on Donetsk.", False, "an army's boast"),
    ("A missile fell near Sumy without any damage.", False, "nothing came of it"),
    ("Railway workers went on strike in Lviv.", False, "a labour dispute"),
    ("Дрон влучив у будинок у Полтаві.", True, "Ukrainian"),
    ("Дрон попал в дом в Белгороде.", True, "Russian"),
    ("Вибухи чули у Харкові.", False, "heard, in Ukrainian"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), BEARS, ids=[c[2] for c in BEARS])
def test_bears(text: str, expected: bool, reason: str, gazetteer: Gazetteer) -> None:
    clauses = clauses_of(text, gazetteer)
    assert any(bears(clause, text, False, clauses) for clause in clauses) is expected


def test_a_bare_effect_bears_only_where_a_strike_is_being_told_of(gazetteer: Gazetteer) -> None:
    text = "The roof was damaged."
    (clause,) = clauses_of(text, gazetteer)
    assert (bears(clause, text, told=True), bears(clause, text, told=False)) == (True, False)


def test_no_casualties_is_no_word_that_nothing_was_damaged() -> None:
    assert not is_harmless(stretch("No casualties, but damage to a school"))
    assert is_harmless(stretch("There was no major damage"))
