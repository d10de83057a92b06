"""A strike that is not told because its place is in doubt is counted at the name that holds it back."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.records import Report

CASES = [
    ("Ukraine: On Thursday a missile hit Novoselivka, killing three people.", {"Novoselivka": 1}, "five such villages"),
    (
        "Ukraine said a missile hit Novoselivka on Thursday, killing 3. Drones wounded 4 in Novoselivka on Friday.",
        {"Novoselivka": 2},
        "two days, two strikes",
    ),
    ("Novoselivka has a new school, Ukraine said.", {}, "nothing was struck"),
    ("On Thursday a missile hit Poltava, killing three people.", {}, "it has its place"),
    (
        "Poltava saw nothing. On Thursday a Russian missile hit the town of Vyhadanivtsi, killing three.",
        {"Vyhadanivtsi": 1},
        "a name that no source has",
    ),
    (
        "Izium. On Thursday a missile hit the town of Vyhadanivtsi in Kharkiv region, killing three.",
        {},
        "told, at its region",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES)
def test_held_back(text: str, expected: dict[str, int], reason: str, gazetteer: Gazetteer) -> None:
    found = extract(Report("r", None, text, date(2025, 7, 12)), gazetteer)
    counted: dict[str, int] = {}
    for name in found.names:
        if name.held_back:
            counted[name.occurrence.text] = counted.get(name.occurrence.text, 0) + name.held_back
    assert counted == expected, reason


def test_every_account_has_its_place(gazetteer: Gazetteer) -> None:
    text = "On Thursday a missile hit Poltava, killing three. In Sumy region two were killed by drones that day."
    found = extract(Report("r", None, text, date(2025, 7, 5)), gazetteer)
    assert {a.place: found.places[a.account_id].name for a in found.accounts} == {
        "Poltava": "Poltava",
        "Sumy Oblast": "Sumy Oblast",
    }


def test_a_name_that_no_source_has_is_kept_and_means_no_place(gazetteer: Gazetteer) -> None:
    text = "On Thursday a missile hit the town of Vyhadanivtsi in Kharkiv region, killing three."
    found = extract(Report("r", None, text, date(2025, 7, 5)), gazetteer)
    assert [(name.occurrence.text, name.occurrence.place is None, name.mention) for name in found.names] == [
        ("Vyhadanivtsi", True, False),
        ("Kharkiv region", False, False),
    ]
    assert [account.place for account in found.accounts] == ["Kharkiv Oblast"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A drone hit Poltava on Monday, wounding two. On Thursday one hit the town of Vyhadanivtsi.", ["Poltava"]),
        ("Poltava was calm on Friday. On Thursday a missile hit the town of Vyhadanivtsi, killing three.", []),
    ],
)
def test_a_strike_at_an_unknown_town_is_not_told_of_the_town_named_before(
    text: str, places: list[str], gazetteer: Gazetteer
) -> None:
    found = extract(Report("r", None, text, date(2025, 7, 12)), gazetteer)
    assert [account.place for account in found.accounts] == places
    assert found.places.keys() == {account.account_id for account in found.accounts}
