"""What stands over a passage: headings, and places that open a block."""

import pytest

from dashboard.extract.strikes.headings import heading, opening_place
from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import PUBLISHED, clauses_of

HEADINGS = [
    ("**Sumy**", (["Sumy"], None), "bold"),
    ("# Thursday", ([], "Thursday"), "a mark-down heading with a date"),
    ("What about Kharkiv?", (["Kharkiv"], None), "a question"),
    ("In Sumy", (["Sumy"], None), "a short line without a full stop"),
    ("A drone hit Sumy.", None, "a sentence"),
    ("Two killed in Sumy", None, "a toll is news and no heading"),
    ("**Sumy** was hit by a drone on Thursday, said the governor of the region, and it burned.", None, "too long"),
]
OPENINGS = [
    ("Sumy.", (["Sumy"], None, True), "a place alone"),
    ("KONOTOP: a drone hit a house.", (["KONOTOP"], None, False), "a place before a colon"),
    ("Sumy, 3 July: a drone hit a house.", (["Sumy"], "3 July", False), "a place and a date"),
    ("A drone hit Sumy.", None, "a sentence that names a place"),
    ("A drone fell.", None, "no place"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), HEADINGS, ids=[c[2] for c in HEADINGS])
def test_heading(text: str, expected: tuple[list[str], str | None] | None, reason: str, gazetteer: Gazetteer) -> None:
    found = heading(clauses_of(text, gazetteer), text, PUBLISHED)
    read = found and (
        [p.occurrence.text for p in found.places],
        found.date.reading.phrase if found.date else None,
    )
    assert read == expected


@pytest.mark.parametrize(("text", "expected", "reason"), OPENINGS, ids=[c[2] for c in OPENINGS])
def test_opening_place(
    text: str, expected: tuple[list[str], str | None, bool] | None, reason: str, gazetteer: Gazetteer
) -> None:
    found = opening_place(clauses_of(text, gazetteer), text, PUBLISHED)
    read = found and (
        [p.occurrence.text for p in found.places],
        found.date.reading.phrase if found.date else None,
        found.alone,
    )
    assert read == expected
