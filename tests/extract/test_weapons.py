"""The kind of a strike, from the words for what was fired, nearest to the place first."""

import pytest

from dashboard.extract.weapons import strike_type
from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import clauses_of

CASES = [
    ("A drone hit Poltava.", "", "", False, "drone", "one weapon"),
    ("Drones and missiles hit Poltava.", "", "", False, "mixed", "two kinds"),
    ("Rockets hit Poltava.", "", "", False, "shelling", "bare rockets"),
    ("Rockets hit Poltava; they were missiles.", "", "", False, "missile", "rockets that are named more firmly"),
    ("Poltava was hit.", "It was a glide bomb.", "A drone fell.", True, "airstrike", "told as the report goes on"),
    ("Poltava was hit.", "", "Drones fell.", False, "drone", "an attack of one kind that it is told under"),
    ("Poltava was hit.", "", "Drones and missiles fell.", False, "other", "which of the two is not said"),
    ("Poltava was hit.", "", "Drones and missiles fell.", True, "mixed", "told of the region around it"),
    ("Poltava was hit.", "", "", False, "other", "no weapon"),
]


@pytest.mark.parametrize(("own", "near", "wave", "contained", "kind", "reason"), CASES, ids=[c[5] for c in CASES])
def test_strike_type(
    own: str, near: str, wave: str, contained: bool, kind: str, reason: str, gazetteer: Gazetteer
) -> None:
    named, later, over = (clauses_of(text, gazetteer) for text in (own, near, wave))
    assert strike_type(named, later, over, contained)[0] == kind


def test_the_spans_are_those_of_every_kind(gazetteer: Gazetteer) -> None:
    text = "Drones and missiles hit Poltava."
    spans = strike_type(clauses_of(text, gazetteer), (), (), False)[1]
    assert [text[s.start : s.end] for s in spans] == ["Drones", "missiles"]
