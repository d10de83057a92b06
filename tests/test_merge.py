"""Which accounts are taken for one strike, and why."""

import random
from datetime import date, timedelta

import pytest

from dashboard.merge import merge
from dashboard.records import Account, Merge
from tests.factories import account

JULY_3, JULY_4 = date(2025, 7, 3), date(2025, 7, 4)
NO_DATES = {"date_start": None, "date_end": None, "date_prec": None}


def groups(*accounts: Account) -> set[frozenset[str]]:
    return {frozenset(one.account_id for one in strike.accounts) for strike in merge(accounts, {})}


ONE = {frozenset({"a#1", "b#1"})}
TWO = {frozenset({"a#1"}), frozenset({"b#1"})}


@pytest.mark.parametrize(
    ("other", "expected", "why"),
    [
        (account("b#1"), ONE, "same place, day and type"),
        (account("b#1", date_start=JULY_3, date_end=JULY_4), ONE, "a night that touches the day"),
        (account("b#1", date_start=JULY_4, date_end=JULY_4), TWO, "the next day is another day"),
        (account("b#1", date_start=date(2025, 7, 1), date_end=date(2025, 7, 31)), ONE, "a month that holds the day"),
        (account("b#1", date_start=date(2020, 1, 1), date_end=date(2025, 12, 31)), TWO, "six years tell nothing"),
        (account("b#1", **NO_DATES), TWO, "without a date nothing overlaps"),
        (account("b#1", strike_type="drone"), TWO, "an air strike is no drone"),
        (account("b#1", strike_type="other"), ONE, "a strike without a weapon may be any"),
        (account("b#1", strike_type="mixed"), ONE, "several weapons, one of them perhaps this"),
        (account("b#1", place="Kyiv"), TWO, "another place"),
        (account("b#1", admin1="Other Oblast"), TWO, "a namesake in another region"),
        (account("b#1", country="RU"), TWO, "a namesake in another country"),
        (account("b#1", place=None, latitude=None, longitude=None, precision=None), TWO, "no place"),
        (account("b#1", killed=9, attacker="Ukraine", status="disputed"), ONE, "reports may disagree about the rest"),
    ],
)
def test_the_rule(other: Account, expected: set[frozenset[str]], why: str) -> None:
    assert groups(account("a#1"), other) == expected, why


def test_accounts_of_one_report_are_never_one_strike() -> None:
    assert groups(account("a#1"), account("a#2")) == {frozenset({"a#1"}), frozenset({"a#2"})}


def test_an_account_joins_only_what_fits_each_account_of_the_strike() -> None:
    drone, missile = account("a#1", strike_type="drone"), account("b#1", strike_type="missile")
    strike = merge([drone, missile, account("c#1", strike_type="mixed")], {})
    assert sorted(len(one.accounts) for one in strike) == [1, 1, 1], "mixed fits both equally well, so neither"


def test_a_month_that_holds_two_strikes_joins_neither() -> None:
    month = account("c#1", date_start=date(2025, 7, 1), date_end=date(2025, 7, 31))
    same_type_each = [account("a#1"), account("b#1", date_start=date(2025, 7, 9), date_end=date(2025, 7, 9)), month]
    assert groups(*same_type_each) == {frozenset({"a#1"}), frozenset({"b#1"}), frozenset({"c#1"})}


def test_a_night_goes_with_its_morning() -> None:
    night = account("c#1", date_start=JULY_3, date_end=JULY_4)
    morning = account("b#1", date_start=JULY_4, date_end=JULY_4)
    assert groups(account("a#1"), morning, night) == {frozenset({"a#1"}), frozenset({"b#1", "c#1"})}


def test_the_reason_is_kept() -> None:
    (strike,) = merge([account("a#1"), account("b#1", strike_type="other"), account("c#1")], {})
    assert set(strike.merges) == {
        Merge("b#1", "a#1", "same place, dates overlap, airstrike and other"),
        Merge("c#1", "a#1", "same place, dates overlap, both airstrike"),
    }


def test_the_earliest_report_gives_the_id_and_the_newest_stands_last() -> None:
    published = {"a": date(2025, 7, 12), "b": date(2025, 7, 4), "c": None}
    (strike,) = merge([account("a#1"), account("b#1")], published)
    assert (strike.strike_id, [one.report for one in strike.accounts]) == ("b#1", ["b", "a"])
    (strike,) = merge([account("a#1"), account("b#1"), account("c#1")], published)
    assert strike.strike_id == "c#1", "a report without a date counts as the oldest"


def test_the_order_of_the_accounts_changes_nothing() -> None:
    chance = random.Random(7)
    accounts = [
        account(
            f"r{chance.randrange(40)}#{n}",
            place=chance.choice(["Kyiv", "Poltava"]),
            strike_type=chance.choice(["drone", "missile", "other", "mixed"]),
            date_start=(start := JULY_3 + timedelta(chance.randrange(12))),
            date_end=start + timedelta(chance.choice([0, 0, 1, 6])),
            killed=chance.choice([None, 0, 2]),
        )
        for n in range(200)
    ]
    published = {f"r{n}": JULY_4 + timedelta(n % 9) for n in range(40)}
    strikes = merge(accounts, published)
    assert sorted(one.account_id for strike in strikes for one in strike.accounts) == sorted(
        one.account_id for one in accounts
    )
    for _ in range(5):
        chance.shuffle(accounts)
        assert merge(accounts, published) == strikes
