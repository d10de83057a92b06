"""Which drafts become accounts: not history, not statistics, not an area whose nearer places tell all of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.extract.accounts.keeping import kept
from dashboard.extract.casualties import Figure, find_casualties
from dashboard.extract.dates import find_dates
from dashboard.extract.strikes.draft import Dated, Draft
from dashboard.geocode import Gazetteer
from dashboard.records import Part, Place
from tests.extract.read_clauses import PUBLISHED, clauses_of
from tests.factories import SUMY_OBLAST, report

SUMY = replace(SUMY_OBLAST, name="Sumy", kind="city", precision="settlement")
RAION = replace(SUMY_OBLAST, name="Sumy Raion", kind="raion", precision="raion")
UKRAINE = replace(SUMY_OBLAST, name="Ukraine", kind="country", precision="country", admin1=None)
TOLD = "A drone hit a house in Sumy."


def draft(place: Place | None, gazetteer: Gazetteer, toll: str = "", days: tuple[date, date] | None = None) -> Draft:
    (reading,) = find_dates("on 3 July", PUBLISHED)
    if days:
        reading = replace(reading, date_start=days[0], date_end=days[1])
    figures: list[tuple[Figure, Part]] = [(figure, "body") for figure in find_casualties(toll)]
    return Draft(place, clauses=list(clauses_of(TOLD, gazetteer)), dates=[Dated(reading, "body")], figures=figures)


CASES = [
    ([(SUMY, "")], [0], "a town"),
    ([(None, "")], [], "no place"),
    ([(UKRAINE, "")], [], "a country without a toll"),
    ([(UKRAINE, "Two people were killed.")], [0], "a country with a toll"),
    ([(SUMY_OBLAST, ""), (SUMY, "")], [1], "a region of which a town tells all"),
    ([(SUMY_OBLAST, "Three people were killed."), (SUMY, "")], [0, 1], "a region with a toll of its own"),
    ([(SUMY_OBLAST, "Two people were killed."), (SUMY, "Two people were killed.")], [1], "a toll that is the town's"),
    ([(RAION, "Two people were killed."), (SUMY, "Two people were killed.")], [1], "a raion with the town's toll"),
]
DAYS = [
    (1, 1, True, "the day before"),
    (200, 200, False, "history"),
    (40, 2, False, "no better than a month"),
    (-1, -1, False, "after publication"),
]


@pytest.mark.parametrize(("given", "expected", "reason"), CASES, ids=[c[2] for c in CASES])
def test_kept(given: list[tuple[Place | None, str]], expected: list[int], reason: str, gazetteer: Gazetteer) -> None:
    drafts = [draft(place, gazetteer, toll) for place, toll in given]
    found = kept(report(body=TOLD, published=PUBLISHED), drafts, drafts[0].clauses)
    assert [drafts.index(d) for d in found] == expected


@pytest.mark.parametrize(("first", "last", "expected", "reason"), DAYS, ids=[c[3] for c in DAYS])
def test_only_what_is_recent_is_kept(first: int, last: int, expected: bool, reason: str, gazetteer: Gazetteer) -> None:
    days = (PUBLISHED - timedelta(days=first), PUBLISHED - timedelta(days=last))
    found = draft(SUMY, gazetteer, days=days)
    assert bool(kept(report(body=TOLD, published=PUBLISHED), [found], found.clauses)) is expected


def test_a_report_of_nothing_hit_has_no_strike(gazetteer: Gazetteer) -> None:
    launched = draft(SUMY, gazetteer)
    launched.clauses = list(clauses_of("Drones were launched at Sumy.", gazetteer))
    assert kept(report(published=PUBLISHED), [launched], launched.clauses) == []
