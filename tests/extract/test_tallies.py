"""What a stretch counts up: fire, districts, a toll for the whole country."""

import pytest

from dashboard.extract.strikes.tallies import counts_districts, counts_fire, counts_fire_on_region, is_nationwide
from dashboard.extract.words.stretch import stretch

CASES = [
    ("The army attacked the region 42 times.", "fire region", "attacks on the region, counted"),
    ("There were 1,200 strikes.", "fire", "a number with a comma"),
    ("Russia fired 120 attack drones and 3 missiles.", "fire", "things fired, with a word between"),
    ("За добу область обстріляли 42 рази.", "", "a form that the vocabulary does not hold"),
    ("За добу область пережила 42 обстріли.", "fire region", "Ukrainian"),
    ("Drones hit three city districts.", "districts", "districts, with a word between"),
    ("Пошкоджено будинки у чотирьох районах.", "districts", "Ukrainian, by the ending"),
    ("A drone hit the district.", "", "one district"),
    ("Across the country nine people died.", "nationwide", "the whole country"),
]
RULES = {
    "fire": counts_fire,
    "region": counts_fire_on_region,
    "districts": counts_districts,
    "nationwide": is_nationwide,
}


@pytest.mark.parametrize(("words", "expected", "reason"), CASES, ids=[c[2] for c in CASES])
def test_counted(words: str, expected: str, reason: str) -> None:
    assert " ".join(name for name, rule in RULES.items() if rule(stretch(words))) == expected
