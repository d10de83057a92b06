"""How well places are found in the marked texts of tests/samples_places: the floors hold what was won."""

import pytest

from dashboard.geocode import Gazetteer
from tests.place_texts import FOLDER, score, texts

FLOORS = {
    "epidemics_first": 0.94,
    "epidemics_second": 0.97,
    "epidemics_third": 0.93,
    "epidemics_fourth": 0.95,
    "lead_fourth": 0.94,
    "local_first": 0.94,
    "local_second": 0.95,
    "local_third": 0.90,
    "local_fourth": 0.96,
    "mixed_third": 0.88,
    "short_first": 0.91,
    "short_second": 0.81,
    "wiki_fourth": 0.90,
    "world_first": 0.95,
    "world_second": 0.94,
    "world_third": 0.96,
    "world_fourth": 0.95,
}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_places_are_found_as_well_as_ever(name: str, floor: float, gazetteer: Gazetteer) -> None:
    result = score(FOLDER / f"{name}.txt", gazetteer)
    assert result.f1 >= floor, "\n".join(result.errors)


def test_every_file_has_its_floor_and_every_mark_its_point() -> None:
    files = {path.stem: list(texts(path)) for path in FOLDER.glob("*.txt")}
    assert files.keys() == FLOORS.keys()
    assert sum(map(len, files.values())) >= 100
    assert all(mark.end <= len(text.body) for group in files.values() for text in group for mark in text.marked)
