"""Which side holds a place, and which side attacked."""

from dataclasses import replace

import pytest

from dashboard.extract.accounts.attackers import attacker
from dashboard.extract.clauses.sides import enemy_of, holder
from dashboard.geocode import Gazetteer
from dashboard.records import Place
from tests.extract.read_clauses import clauses_of
from tests.factories import SUMY_OBLAST

SUMY = replace(SUMY_OBLAST, name="Sumy", kind="city", precision="settlement")
HOLDERS = [
    (SUMY, False, "Ukraine", "the side of the country"),
    (SUMY, True, "Russia", "occupied, as the report says: the enemy's"),
    (replace(SUMY, name="Mariupol", admin1="Donetsk Oblast"), False, "Russia", "listed as held by another side"),
    (replace(SUMY, name="X District, Mariupol", parent="Mariupol"), False, "Russia", "a district of such a city"),
    (replace(SUMY_OBLAST, name="Crimea", admin1="Crimea"), False, "Russia", "a region that is listed"),
    (replace(SUMY, country="FR"), True, None, "a country that is at war with nobody we know"),
    (replace(SUMY, country=None), False, None, "no country"),
]
ATTACKERS = [
    ("Russian drones hit Sumy.", "Ukraine", "Russia", "Russian", "the side before what it fired"),
    ("Drones hit Sumy. Russia denied it.", "Ukraine", "Russia", "Russia", "the enemy is named elsewhere"),
    ("Drones hit Sumy.", "Ukraine", "Russia", None, "the enemy is not named, weapons are"),
    ("A blast shook Sumy. Russia was silent.", "Ukraine", "unknown", None, "an explosion may have been anybody's"),
    ("Drones hit Paris.", "France", "unknown", None, "no enemy is known"),
    ("Israeli missiles hit Sumy.", "Ukraine", "Israel", "Israeli", "any side that fires"),
]


@pytest.mark.parametrize(("place", "occupied", "expected", "reason"), HOLDERS, ids=[c[3] for c in HOLDERS])
def test_holder(place: Place, occupied: bool, expected: str | None, reason: str) -> None:
    assert holder(place, occupied) == expected


def test_enemies_are_each_other_s() -> None:
    assert (enemy_of("Russia"), enemy_of("Ukraine"), enemy_of("France")) == ("Ukraine", "Russia", None)


@pytest.mark.parametrize(("text", "held_by", "name", "words", "reason"), ATTACKERS, ids=[c[4] for c in ATTACKERS])
def test_attacker(text: str, held_by: str, name: str, words: str | None, reason: str, gazetteer: Gazetteer) -> None:
    clauses = clauses_of(text, gazetteer)
    found = attacker(clauses[:1], clauses, held_by)
    assert (found.name, [text[s.start : s.end] for s in found.spans]) == (name, [words] if words else [])
