"""What is shown: each filter, the dates of intervals, counts beside the choices, and the way to a link and back."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.columns import UNPLACED, Columns
from dashboard.filters import Filters, Sieve, from_query, select, to_query

COLUMNS = (
    *("strike_id", "date_start", "date_end", "strike_type", "attacker", "status", "precision", "sources"),
    *("place", "place_phrase", "admin1", "quote", "claimed_by"),
)
ROWS = [
    ("day", "2025-07-03", "2025-07-03", "airstrike", "Russia", "confirmed", "settlement", "A; B", "Poltava", "Poltava"),
    ("night", "2025-07-03", "2025-07-04", "drone", "Russia", "claimed", "district", "B", "Kyiv", "the capital"),
    (
        "week",
        "2025-06-30",
        "2025-07-03",
        "drone",
        "Ukraine",
        "confirmed",
        "admin1",
        "C",
        "Kursk Oblast",
        "Kursk region",
    ),
    ("undated", None, None, "missile", "unknown", "disputed", "country", None, "Ukraine", "Ukraine"),
    ("unplaced", "2025-08-01", "2025-08-01", "other", "Russia", "unconfirmed", None, "A", None, None),
]


@pytest.fixture
def frame() -> pd.DataFrame:
    """Five strikes, each different in all that can be filtered."""
    frame = pd.DataFrame([(*row, None, f"quote of {row[0]} (100%)", None) for row in ROWS], columns=list(COLUMNS))
    for name in ("date_start", "date_end"):
        frame[name] = pd.to_datetime(frame[name])
    return frame


CASES = [
    (Filters(), {"day", "night", "week", "undated", "unplaced"}, "no filter lets everything through"),
    (
        Filters(date_from=date(2025, 7, 3), date_to=date(2025, 7, 3)),
        {"day", "night", "week"},
        "an interval that touches the day is in; without a date one is out",
    ),
    (Filters(date_from=date(2025, 7, 4)), {"night", "unplaced"}, "open to the right"),
    (Filters(date_to=date(2025, 6, 30)), {"week"}, "open to the left"),
    (Filters(types=("drone", "missile")), {"night", "week", "undated"}, "several values of one filter add up"),
    (Filters(types=("drone",), attackers=("Ukraine",)), {"week"}, "different filters narrow each other"),
    (Filters(statuses=("disputed",)), {"undated"}, "by status"),
    (Filters(precisions=(UNPLACED,)), {"unplaced"}, "a strike without a place can be asked for"),
    (Filters(sources=("B",)), {"day", "night"}, "one of several sources is enough"),
]


@pytest.mark.parametrize(("filters", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_select(frame: pd.DataFrame, filters: Filters, expected: set[str], reason: str) -> None:
    assert set(select(frame, filters, None)["strike_id"]) == expected, reason


def test_a_text_narrows_like_any_filter(frame: pd.DataFrame) -> None:
    found = frame["strike_id"].isin(["night", "week"]).to_numpy()
    filters = Filters(text="capital", types=("drone",), attackers=("Russia",))
    assert select(frame, filters, found)["strike_id"].tolist() == ["night"]
    assert Sieve(Columns.of(frame), filters, found).counts("attackers") == {"Russia": 1, "Ukraine": 1}


def test_the_undated_are_counted_only_where_the_dates_leave_them_out(frame: pd.DataFrame) -> None:
    july = Filters(date_from=date(2025, 7, 1), date_to=date(2025, 7, 31))
    columns = Columns.of(frame)
    assert Sieve(columns, july).without_date() == 1
    assert Sieve(columns, Filters()).without_date() == 0
    assert Sieve(columns, replace(july, types=("drone",))).without_date() == 0, "the type leaves it out already"


def test_counts_say_what_each_choice_alone_would_leave(frame: pd.DataFrame) -> None:
    filters = Filters(types=("drone",), attackers=("Russia",))
    columns = Columns.of(frame)
    assert Sieve(columns, filters).counts("types") == {"airstrike": 1, "drone": 1, "other": 1}
    assert Sieve(columns, filters).counts("attackers") == {"Russia": 1, "Ukraine": 1}
    assert Sieve(columns, Filters()).counts("sources") == {"A": 2, "B": 2, "C": 1}
    assert Sieve(columns, Filters()).counts("precisions")[UNPLACED] == 1


def test_a_link_leads_back_to_the_same_filters(frame: pd.DataFrame) -> None:
    filters = Filters(
        date_from=date(2025, 7, 3),
        date_to=date(2025, 7, 3),
        types=("drone", "missile"),
        attackers=("Russia",),
        statuses=("claimed",),
        precisions=("district", UNPLACED),
        sources=("A", "B"),
        text="Kyiv & more",
    )
    query = to_query(filters)
    assert query["from"] == query["to"] == ["2025-07-03"]
    assert query["type"] == ["drone", "missile"]
    assert from_query(query, Columns.of(frame)) == filters


@pytest.mark.parametrize(
    ("query", "expected", "reason"),
    [
        ({"type": ["drone", "ufo"], "status": ["<b>"]}, Filters(types=("drone",)), "unknown values are dropped"),
        ({"from": ["soon"], "to": ["2025-13-01"]}, Filters(), "no dates are no range"),
        (
            {"from": ["2025-07-04"], "to": ["2025-07-03"]},
            Filters(date_from=date(2025, 7, 3), date_to=date(2025, 7, 4)),
            "ends in the wrong order",
        ),
        ({"source": ["Nobody"], "attacker": ["Mars"]}, Filters(), "what the data do not hold"),
        ({"strike": ["x"], "v": ["1"]}, Filters(), "other parameters are not filters"),
        ({"type": []}, Filters(), "a name without a value"),
    ],
)
def test_a_link_of_any_kind_is_read(
    frame: pd.DataFrame, query: dict[str, list[str]], expected: Filters, reason: str
) -> None:
    assert from_query(query, Columns.of(frame)) == expected, reason


def test_an_empty_store_can_be_filtered(frame: pd.DataFrame) -> None:
    none = frame.iloc[:0]
    filters = Filters(date_from=date(2025, 1, 1), types=("drone",), sources=("A",), text="x")
    assert select(none, filters, None).empty
    assert Sieve(Columns.of(none), filters).counts("sources") == {}
    assert from_query({"attacker": ["Russia"]}, Columns.of(none)) == Filters()
