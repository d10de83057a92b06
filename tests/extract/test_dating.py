"""Which dates are those of a strike, and which of somebody's words."""

from datetime import date

import pytest

from dashboard.extract.dates import find_dates
from dashboard.extract.strikes.dating import event_dates, same_time
from dashboard.extract.strikes.draft import Dated, Draft, Unit
from dashboard.extract.strikes.event_days import is_event, is_near
from dashboard.extract.strikes.inherited import Calendar
from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import PUBLISHED, clauses_of

EVENTS = [
    ("A drone fell on Thursday.", True, "the plain case"),
    ("The mayor said on Thursday that drones fell.", False, "the day of the words"),
    ("The mayor said in a statement on Thursday", False, "words between"),
    ("On Thursday the mayor of the town said it fell.", False, "who speaks, behind a date that opens"),
    ("On Thursday drones hit the town, the mayor said.", True, "struck first, then spoken of"),
    ("Police on Thursday reported a fire.", False, "speaks right behind the date"),
    ("Since Thursday drones have been falling.", False, "the start of a long time"),
    ("У четвер мер повідомив про удар.", False, "Ukrainian"),
    ("В четверг дрон попал в дом.", True, "Russian"),
]
NEAR = [
    ("on Thursday", True, "the day before"),
    ("on 1 June", False, "more than two weeks before"),
    ("in June", False, "a month is no news"),
    ("on 9 July 2025", False, "after publication"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), EVENTS, ids=[c[2] for c in EVENTS])
def test_is_event(text: str, expected: bool, reason: str) -> None:
    assert is_event(find_dates(text, PUBLISHED)[0], text, PUBLISHED) is expected


@pytest.mark.parametrize(("text", "expected", "reason"), NEAR, ids=[c[2] for c in NEAR])
def test_is_near(text: str, expected: bool, reason: str) -> None:
    assert is_near(find_dates(text, PUBLISHED)[0], PUBLISHED) is expected


def test_a_date_is_near_to_no_unknown_day() -> None:
    assert not is_near(find_dates("on 3 July 2025", None)[0], None)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("On 1 July a drone fell; on 3 July a missile hit Poltava.", ["3 July"], "the date beside the place"),
        ("A drone hit Poltava on Tuesday and Wednesday.", ["Tuesday and Wednesday"], "two ends of a stretch"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_event_dates(text: str, expected: list[str], reason: str, gazetteer: Gazetteer) -> None:
    clauses = clauses_of(text, gazetteer)
    placed = tuple(p for c in clauses for p in c.precise("at"))
    dates = event_dates(Unit(placed, clauses), text, PUBLISHED, None, None)
    assert [d.phrase for d in dates][: len(expected)] == expected


def test_dates_of_one_time_share_a_day() -> None:
    thursday, friday, unknown = (Draft(None) for _ in range(3))
    (reading,) = find_dates("on 3 July", PUBLISHED)
    (other,) = find_dates("on 4 July", PUBLISHED)
    thursday.dates, friday.dates = [Dated(reading, "body")], [Dated(other, "body")]
    thursday.clauses = friday.clauses = []
    assert same_time(thursday, [], PUBLISHED)
    assert same_time(unknown, [reading], PUBLISHED)
    assert same_time(thursday, [other], PUBLISHED), "what the title alone tells may be dated by the body"


def test_a_passage_takes_over_the_date_of_its_block_then_the_lead_s_then_the_title_s() -> None:
    july_3, july_4 = (Dated(find_dates(text, PUBLISHED)[0], "body") for text in ("on 3 July", "on 4 July"))
    calendar = Calendar(title=Dated(july_3.reading, "title"))
    calendar.remember([Draft(None, dates=[july_4])], "body")
    assert (calendar.inherited, calendar.lead) == (july_4, july_4)
    calendar.block = None
    assert calendar.inherited == july_4
    assert Calendar(title=july_3).inherited == july_3
    assert july_3.interval == (date(2025, 7, 3), date(2025, 7, 3))
