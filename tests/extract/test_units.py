"""The clauses of a sentence, grouped by the places they tell of."""

import pytest

from dashboard.extract.strikes.units import units
from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import clauses_of

CASES = [
    ("A drone hit Sumy; a missile hit Poltava.", ["Sumy", "Poltava"], "a place in each clause"),
    ("A drone hit Sumy; two people died.", ["Sumy"], "a clause without a place goes with the one before"),
    ("Two people died; a drone had hit Sumy.", ["Sumy"], "else with the one behind"),
    ("Two people died there; a drone hit Sumy.", ["", "Sumy"], "unless it points back"),
    ("A drone hit Sumy in Sumy Oblast.", ["Sumy"], "the region of a place named is no place of its own"),
    ("A drone hit Sumy and Poltava.", ["Sumy Poltava"], "two places of one clause"),
    ("Drones flew over Sumy.", [""], "flown over, with no effect"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[c[2] for c in CASES])
def test_units(text: str, expected: list[str], reason: str, gazetteer: Gazetteer) -> None:
    found = units(clauses_of(text, gazetteer), text, telling=True)
    assert [" ".join(p.occurrence.text for p in unit.places) for unit in found] == expected
