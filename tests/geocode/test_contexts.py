"""What names mean in context, all over the world: the tables of contexts/, one row per text and name, with its reason.

Columns: text, words (the name as it stands), expected ("latitude longitude", "anywhere", "ambiguous" or "not a place"),
precision, reason. The rows of before.csv were written before their author had read the rules, those of after.csv since.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from geopy.distance import great_circle

from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Report

FOLDER = Path(__file__).parent / "contexts"
FAR_KM = {"site": 20.0, "district": 20.0, "settlement": 25.0, "raion": 60.0, "admin1": 200.0, "country": 300.0}


def rows() -> Iterator[dict[str, str]]:
    for path in sorted(FOLDER.glob("*.csv")):
        for number, row in enumerate(csv.DictReader(path.read_text("utf-8").splitlines()), start=2):
            yield row | {"id": f"{path.stem}-{number}"}


ROWS = list(rows())


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_name_in_context(row: dict[str, str], gazetteer: Gazetteer) -> None:
    at = row["text"].rindex(row["words"])
    found = [
        each
        for each in find_places(Report("r", None, row["text"]), gazetteer)
        if each.span.start < at + len(row["words"]) and at < each.span.end
    ]
    told = [(each.text, each.place and (each.place.name, each.place.country), each.reason) for each in found]
    if row["expected"] == "not a place":
        assert not found, f"{row['reason']}; found {told}"
        return
    assert found, row["reason"]
    place = found[0].place
    if row["expected"] == "ambiguous":
        assert place is None, f"{row['reason']}; found {told}"
        return
    assert place is not None, f"{row['reason']}; found {told}"
    same = {"site": "settlement"}
    assert same.get(place.precision, place.precision) == same.get(row["precision"], row["precision"]), told
    if row["expected"] != "anywhere":
        latitude, longitude = map(float, row["expected"].split())
        off = great_circle((latitude, longitude), (place.latitude, place.longitude)).km
        assert off <= FAR_KM.get(place.precision, 400.0), f"{row['reason']}; found {told}"


def test_the_tables_are_broad_and_every_row_has_its_reason() -> None:
    assert len(ROWS) >= 150
    assert all(row["reason"] and row["words"] in row["text"] for row in ROWS)
