"""The strikes that a report's clauses tell of: where each is, by which rule, and on what day."""

from datetime import date

import pytest

from dashboard.extract.strikes.areas import JOINT, WHOLE_COUNTRY
from dashboard.extract.strikes.asides import LISTED
from dashboard.extract.strikes.draft import NAMED, Draft
from dashboard.extract.strikes.walk import drafts_of
from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Report
from tests.extract.read_clauses import PUBLISHED, clauses_of

ABOUT = "the place that the report is about"
PLACES = [
    (None, "A drone hit a house in Sumy. Two people were killed.", [("Sumy", NAMED)], "one strike, gone on about"),
    (
        None,
        "Drones hit houses in Sumy and Poltava, killing three people.",
        [("Sumy", NAMED), ("Poltava", NAMED), ("Ukraine", JOINT)],
        "a toll for two towns goes to the smallest area around them",
    ),
    (
        None,
        "Drones hit houses in Sumy and Poltava. Across the country nine people were killed.",
        [("Sumy", NAMED), ("Poltava", NAMED), ("Ukraine", WHOLE_COUNTRY)],
        "a toll for the country",
    ),
    (
        None,
        "A drone hit a house in Sumy. Across the country nine people were killed.",
        [("Sumy", NAMED)],
        "a toll for the country belongs to the one place told of",
    ),
    (
        None,
        "A drone hit a house in Nikopol. The army attacked the region 42 times.",
        [("Nikopol", NAMED), ("Dnipropetrovsk Oblast", "the region of Nikopol")],
        "a day's fire on the region",
    ),
    (
        None,
        "A missile destroyed a school and a shop. They stood in Sumy and Poltava.",
        [("Sumy", LISTED), ("Poltava", LISTED)],
        "the places come in the next sentence",
    ),
    ("Strike on Sumy", "A missile destroyed a school.", [("Sumy", NAMED)], "the title names the place"),
    ("A day in Sumy", "It rained. A missile destroyed a school.", [("Sumy", ABOUT)], "the title is about the place"),
    (None, "**Sumy**\n\nA missile destroyed a school.", [("Sumy", NAMED)], "a heading names the place"),
    (
        None,
        "A drone hit a house in Sumy Oblast. In the regional capital a missile destroyed a school.",
        [("Sumy", NAMED)],
        "the seat of a region that is not named itself",
    ),
    (
        None,
        "A drone hit a house in Sumy Oblast. In the city itself a missile destroyed a school.",
        [("Sumy", NAMED)],
        "the seat of the region told of, which says more exactly where",
    ),
    (None, "Rail workers in Sumy will strike over pay.", [], "no weapons"),
]
DATES = [
    ("On Wednesday a drone hit a house in Sumy.", [date(2025, 7, 2)], "a date of its own"),
    ("A drone hit a house in Sumy. It happened on Wednesday.", [date(2025, 7, 2)], "told right after"),
    (
        "On Wednesday a drone hit a house in Sumy. A missile hit a house in Poltava.",
        [date(2025, 7, 2), date(2025, 7, 2)],
        "inherited",
    ),
    (
        "A drone hit a house in Sumy on Wednesday. On Thursday another drone hit a school there.",
        [date(2025, 7, 2), date(2025, 7, 3)],
        "a second date makes a second strike",
    ),
    ("A drone hit a house in Sumy at 5 am.", [date(2025, 7, 4)], "a time of the day of publication"),
    ("A drone hit a house in Sumy.", [None], "no date"),
]


def walked(title: str | None, body: str, gazetteer: Gazetteer) -> list[Draft]:
    report = Report("a", title, body, PUBLISHED)
    clauses = clauses_of(body, gazetteer, title)
    parts = [[c for c in clauses if c.part == part] for part in ("title", "body")]
    return drafts_of(report, parts[0], parts[1], find_places(report, gazetteer), gazetteer)


@pytest.mark.parametrize(("title", "body", "expected", "reason"), PLACES, ids=[c[3] for c in PLACES])
def test_places(
    title: str | None, body: str, expected: list[tuple[str, str]], reason: str, gazetteer: Gazetteer
) -> None:
    found = walked(title, body, gazetteer)
    assert [(draft.place.name, draft.place_rule) for draft in found if draft.place] == expected


@pytest.mark.parametrize(("body", "expected", "reason"), DATES, ids=[c[2] for c in DATES])
def test_dates(body: str, expected: list[date | None], reason: str, gazetteer: Gazetteer) -> None:
    found = walked(None, body, gazetteer)
    assert [draft.interval[0] if draft.interval else None for draft in found] == expected
