"""What a report as a whole is about."""

import pytest

from dashboard.extract.strikes.frames import is_dull, is_past, opens_with_attack, tells_of_weapons
from dashboard.geocode import Gazetteer
from dashboard.records import Report
from tests.extract.read_clauses import PUBLISHED, clauses_of

ATTACK = "Drones hit a depot in Poltava on Thursday."
FRAMES = [
    (None, ATTACK, "weapons attack", "an attack"),
    (
        None,
        "The refinery in Poltava has stood still since the attack on Monday.",
        "weapons attack",
        "an attack on a works at war",
    ),
    (None, "A tram hit a tree in Poltava on Monday.", "dull", "an accident in a country at war"),
    (None, "The rail union will strike on Friday over pay. Trains in Lviv will not run.", "dull", "a labour dispute"),
    (None, "In the drill a missile hits a town. The drill ends today.", "", "a drill"),
    (None, "A court jailed a man for two years. " + ATTACK, "weapons attack past", "a trial in the first sentence"),
    ("A memorial on a strike's anniversary", ATTACK, "weapons attack past", "two words of remembrance in the title"),
    ("Three dead on the anniversary", ATTACK, "weapons attack", "one word of remembrance may be the day's name"),
    (None, "Grain prices rose in Poltava on Monday. " * 4 + ATTACK, "weapons dull", "an attack told only in passing"),
    (None, "It rained in Poltava on Monday. " * 4 + ATTACK, "weapons", "an opening about nothing in particular"),
    (None, "Sappers cleared a mine near Izium. " + ATTACK, "weapons attack dull", "an accident or a mine first"),
]


@pytest.mark.parametrize(("title", "body", "expected", "reason"), FRAMES, ids=[c[3] for c in FRAMES])
def test_frame(title: str | None, body: str, expected: str, reason: str, gazetteer: Gazetteer) -> None:
    clauses = clauses_of(body, gazetteer, title)
    rules = {"attack": opens_with_attack, "past": is_past, "dull": is_dull}
    weapons = ["weapons"] if tells_of_weapons(clauses, Report("a", title, body, PUBLISHED)) else []
    assert " ".join([*weapons, *(name for name, rule in rules.items() if rule(clauses))]) == expected
