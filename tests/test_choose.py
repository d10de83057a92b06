"""Which value a strike shows, by which rule, and who says otherwise."""

from datetime import date
from typing import Any

import pytest

from dashboard.choose import CHOSEN_FIELDS, choose
from tests.factories import account

NIGHT = {"date_start": date(2025, 7, 3), "date_end": date(2025, 7, 4)}
CITY, SITE = {"uncertainty_radius_m": 6000.0}, {"uncertainty_radius_m": 300.0, "latitude": 49.6, "precision": "site"}


@pytest.mark.parametrize(
    ("stated", "field", "value", "rule", "otherwise", "why"),
    [
        (
            [{"killed": 2}, {"killed": 4}],
            "killed",
            4,
            "newest report",
            ((2, ("a#1",)),),
            "never added up, never the largest",
        ),
        (
            [{"killed": 4}, {"killed": 2}],
            "killed",
            2,
            "newest report",
            ((4, ("a#1",)),),
            "a toll may be corrected down",
        ),
        ([{"killed": 2}, {"killed": None}], "killed", 2, "the only one stated", (), "not stated is no statement"),
        ([{"killed": None}, {"killed": 0}], "killed", 0, "the only one stated", (), "a stated 0 is a figure"),
        ([{"killed": 2}, {"killed": 2}], "killed", 2, "all agree", (), "no dispute"),
        ([{"killed": None}, {"killed": None}], "killed", None, "no report states it", (), "unknown stays unknown"),
        (
            [{"killed": 2}, {"killed": 3}, {"killed": 2}, {"killed": 5}],
            "killed",
            5,
            "newest report",
            ((2, ("a#1", "c#1")), (3, ("b#1",))),
            "each other figure once, with all who state it",
        ),
        (
            [{"killed": 2, "killed_low": 2}, {"killed": 3, "killed_low": None}],
            "killed_low",
            None,
            "newest report",
            ((2, ("a#1",)),),
            "bounds come from the account whose figure is chosen",
        ),
        (
            [{}, NIGHT],
            "date_end",
            date(2025, 7, 3),
            "most exact date",
            ((date(2025, 7, 4), ("b#1",)),),
            "a day beats two",
        ),
        ([NIGHT, {"date_prec": 2}], "date_prec", 1, "most exact date", ((2, ("b#1",)),), "precision before length"),
        ([SITE, CITY], "latitude", 49.6, "most exact place", ((49.589, ("b#1",)),), "the smaller radius"),
        (
            [{"strike_type": "drone"}, {"strike_type": "other"}],
            "strike_type",
            "drone",
            "the only one stated",
            (),
            "other says nothing",
        ),
        (
            [{"attacker": "Russia"}, {"attacker": "Russia"}, {"attacker": "Ukraine"}],
            "attacker",
            "Russia",
            "most reports",
            (("Ukraine", ("c#1",)),),
            "two against one",
        ),
        (
            [{"attacker": "Russia"}, {"attacker": "Ukraine"}, {"attacker": "unknown"}],
            "attacker",
            "Ukraine",
            "newest report",
            (("Russia", ("a#1",)),),
            "one against one: the newer that says something",
        ),
        (
            [{"status": "claimed"}, {"status": "confirmed"}],
            "status",
            "confirmed",
            "denied, else confirmed, else claimed",
            (("claimed", ("a#1",)),),
            "a confirmation settles a claim",
        ),
        (
            [{"status": "disputed"}, {"status": "confirmed"}],
            "status",
            "disputed",
            "denied, else confirmed, else claimed",
            (("confirmed", ("b#1",)),),
            "a denial is never hidden",
        ),
        ([{"quote": "Old."}, {"quote": "New."}], "quote", "New.", "newest report", (), "two wordings do not disagree"),
    ],
)
def test_the_rules(
    stated: list[dict[str, Any]], field: str, value: object, rule: str, otherwise: object, why: str
) -> None:
    accounts = [account(f"{'abcd'[n]}#1", **changes) for n, changes in enumerate(stated)]
    choice = choose(accounts)[field]
    assert (choice.value, choice.rule, choice.otherwise) == (value, rule, otherwise), why


def test_a_single_account_is_taken_as_it_is() -> None:
    only = account("a#1")
    chosen = choose([only])
    assert tuple(chosen) == CHOSEN_FIELDS
    assert {name: choice.value for name, choice in chosen.items()} == {
        name: getattr(only, name) for name in CHOSEN_FIELDS
    }
    assert {choice.rule for choice in chosen.values()} == {"the only account"}


def test_values_that_belong_together_come_from_one_account() -> None:
    chosen = choose([account("a#1", **SITE, **NIGHT), account("b#1", **CITY, killed=None, injured=50)])
    for fields in (("place", "latitude", "precision"), ("date_start", "date_end"), ("injured", "injured_high")):
        assert len({chosen[name].account_id for name in fields}) == 1
    assert (chosen["killed"].account_id, chosen["injured"].account_id) == ("a#1", "b#1")
