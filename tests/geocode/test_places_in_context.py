"""What names mean in context: the tables of cases/, one row per text and name, each with the reason it is there.

Columns: text, words (the name as it stands), name (canonical; empty: no place at all), country and admin1 (where they
matter), reason.
"""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Occurrence, Report

CASES = [
    pytest.param(row, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.csv"))
    for number, row in enumerate(csv.DictReader(path.read_text("utf-8").splitlines()), start=2)
]


def occurrences(text: str, gazetteer: Gazetteer) -> dict[str, Occurrence]:
    """The last occurrence of each name's words."""
    return {each.text: each for each in find_places(Report("r", None, text), gazetteer)}


@pytest.mark.parametrize("row", CASES)
def test_name_in_context(row: dict[str, str], gazetteer: Gazetteer) -> None:
    found = occurrences(row["text"], gazetteer)
    if not row["name"]:
        assert not any(row["words"] in words for words in found), row["reason"]
        return
    assert row["words"] in found, f"{row['reason']}; found {sorted(found)}"
    place = found[row["words"]].place
    assert place is not None, f"{row['reason']}; {found[row['words']].reason}"
    assert place.name == row["name"], row["reason"]
    assert row["country"] in ("", place.country), row["reason"]
    assert row["admin1"] in ("", place.admin1), row["reason"]


def test_tables_are_broad_and_every_row_has_its_reason() -> None:
    rows = [case.values[0] for case in CASES]
    assert all(isinstance(row, dict) and row["reason"] and row["words"] in row["text"] for row in rows)
    assert len(rows) >= 150


def test_spans_cover_the_words_in_order_and_never_overlap(gazetteer: Gazetteer) -> None:
    body = "In Kyiv the Svyatoshynskyi and Solomanskyi districts burned; Milove in Kharkiv region, Ukraine, was taken."
    report = Report("r", "Drones over Poltava", body)
    found = find_places(report, gazetteer)
    assert [each.text for each in found] == [report.words(each.span) for each in found]
    assert [each.span.part for each in found][:2] == ["title", "body"]
    starts = [each.span.start for each in found[1:]]
    assert starts == sorted(starts)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found[1:]))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The village of Kamianka was shelled, Ukraine said.", "several villages, and nothing that decides"),
        ("Ukraine said the Shevchenkivskyi district was hit.", "six cities have one, and none is named"),
        ("A missile hit Novoselivka in Ukraine.", "a country named beside it holds them all and decides nothing"),
    ],
)
def test_equal_candidates_stay_ambiguous(text: str, reason: str, gazetteer: Gazetteer) -> None:
    found = [each for each in find_places(Report("r", None, text), gazetteer) if len(each.candidates) > 1]
    assert [each.place for each in found] == [None], reason
    assert found[0].reason.startswith("ambiguous: "), reason


def test_a_stated_region_that_holds_no_such_place_leaves_it_unplaced(gazetteer: Gazetteer) -> None:
    found = occurrences("Drones hit Kramatorsk in Lviv region, Ukraine said.", gazetteer)
    assert found["Kramatorsk"].place is None
    assert "Lviv region" in found["Kramatorsk"].reason


def test_reason_names_what_decided(gazetteer: Gazetteer) -> None:
    found = occurrences("Milove in Kharkiv region was taken.", gazetteer)
    reason = found["Milove"].reason
    assert reason.startswith("chosen because 'Kharkiv Oblast' stands beside it; "), reason
    assert reason.endswith("the next 198 km away"), reason


def test_what_a_parent_said_late_holds_for_later_names_alone(gazetteer: Gazetteer) -> None:
    between = "The council met on Monday and spoke of roads and schools. " * 9
    text = f"A show opened in Paris. {between}A storm hit Paris, Texas. Power failed in Paris."
    paris = [each.place for each in find_places(Report("r", None, text), gazetteer) if each.text == "Paris"]
    assert [place and place.country for place in paris] == ["FR", "US", "US"]


@pytest.mark.parametrize("text", ["", " \n", "\x00Kyiv\x00", "Kyiv " * 2000, "’s ’s ’", "А" * 5000, "Київ-" * 300])
def test_odd_texts_raise_nothing(text: str, gazetteer: Gazetteer) -> None:
    found = find_places(Report("r", None, text), gazetteer)
    assert all(text[each.span.start : each.span.end] == each.text for each in found)
