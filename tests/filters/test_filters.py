"""What is shown: each filter, the dates of intervals, counts beside the choices, and the way to a link and back."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.filters import Filters, Sieve, from_query, not_taken, select, to_query
from dashboard.filters.area import box, lasso
from dashboard.filters.columns import NO_REGION, UNPLACED, Columns

COLUMNS = (
    *("strike_id", "date_start", "date_end", "strike_type", "attacker", "status", "precision", "sources"),
    *("place", "place_phrase", "admin1", "country", "latitude", "longitude", "uncertainty_radius_m"),
    *("quote", "claimed_by"),
)
ROWS = [
    ("day", "2025-07-03", "2025-07-03", "airstrike", "Russia", "confirmed", "settlement", "A; B"),
    ("night", "2025-07-03", "2025-07-04", "drone", "Russia", "claimed", "district", "B"),
    ("week", "2025-06-30", "2025-07-03", "drone", "Ukraine", "confirmed", "admin1", "C"),
    ("undated", None, None, "missile", "unknown", "disputed", "country", None),
    ("unplaced", "2025-08-01", "2025-08-01", "other", "Russia", "unconfirmed", None, "A"),
]
PLACES = [
    ("Poltava", "Poltava", "Poltava Oblast", "UA", 49.6, 34.5, 6000.0),
    ("Kyiv", "the capital", "Kyiv City", "UA", 50.4, 30.5, 4000.0),
    ("Kursk Oblast", "Kursk region", "Kursk Oblast", "RU", 51.7, 35.3, 90000.0),
    ("Ukraine", "Ukraine", None, "UA", 49.0, 32.0, 600000.0),
    (None, None, None, None, None, None, None),
]


@pytest.fixture
def frame() -> pd.DataFrame:
    """Five strikes, each different in all that can be filtered."""
    frame = pd.DataFrame(
        [(*row, *place, f"quote of {row[0]} (100%)", None) for row, place in zip(ROWS, PLACES, strict=True)],
        columns=list(COLUMNS),
    )
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
    (Filters(regions=("Kyiv City, UA", "Kursk Oblast, RU")), {"night", "week"}, "by first-level region"),
    (Filters(regions=(NO_REGION,)), {"undated", "unplaced"}, "a strike without a region can be asked for"),
    (Filters(area=box(49, 34, 51.5, 36)), {"day"}, "a ring that merely reaches into the area is out"),
    (Filters(area=box(49, 34, 51.5, 36), reaching=True), {"day", "week"}, "unless it is asked for"),
    (Filters(area=box(30, 20, 60, 50)), {"day", "night", "week"}, "of a country only, or nowhere: in no area"),
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
    assert Sieve(columns, filters).counts("regions") == {"Kyiv City, UA": 1}
    assert Sieve(columns, Filters(regions=("Kyiv City, UA",))).counts("regions")[NO_REGION] == 2
    assert Sieve(columns, Filters()).counts("sources") == {"A": 2, "B": 2, "C": 1}
    assert Sieve(columns, Filters()).counts("precisions")[UNPLACED] == 1


def test_date_ranges_say_what_each_would_leave_whatever_range_is_chosen(frame: pd.DataFrame) -> None:
    july = date(2025, 7, 4), date(2025, 7, 31)
    sieve = Sieve(Columns.of(frame), Filters(attackers=("Russia", "unknown"), date_from=date(2025, 8, 1)))
    # The night reaches into its second day; without a range the undated strike is in, too.
    assert sieve.in_periods([None, july, (date(2025, 7, 3), date(2025, 8, 1))]) == [4, 1, 3]


def test_what_may_lie_in_an_area_is_counted(frame: pd.DataFrame) -> None:
    columns, area = Columns.of(frame), box(49, 34, 51.5, 36)
    assert Sieve(columns, Filters(area=area)).around() == (1, 2)
    assert Sieve(columns, Filters(area=area, reaching=True)).around() == (1, 2), "they are counted all the same"
    assert Sieve(columns, Filters(area=area, attackers=("Russia",))).around() == (0, 1)
    assert Sieve(columns, Filters()).around() == (0, 0)


def test_namesake_regions_of_two_countries_are_two(frame: pd.DataFrame) -> None:
    frame["admin1"] = "Centre"
    assert Sieve(Columns.of(frame), Filters()).counts("regions") == {"Centre": 1, "Centre, RU": 1, "Centre, UA": 3}


def test_a_link_leads_back_to_the_same_filters(frame: pd.DataFrame) -> None:
    filters = Filters(
        date_from=date(2025, 7, 3),
        date_to=date(2025, 7, 3),
        types=("drone", "missile"),
        attackers=("Russia",),
        statuses=("claimed",),
        precisions=("district", UNPLACED),
        sources=("A", "B"),
        regions=("Kursk Oblast, RU", NO_REGION),
        text="Kyiv & more",
        area=lasso([(49, 34), (51.5, 34), (50, 36)]),
        reaching=True,
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
        ({"area": ["here"], "reaching": ["on"]}, Filters(), "no area"),
        ({"area": ["49_34_51.5_36", "49.0_34.0_51.50_36.0"]}, Filters(area=box(49, 34, 51.5, 36)), "the last counts"),
        ({"region": ["Mars", "Kursk Oblast, RU"]}, Filters(regions=("Kursk Oblast, RU",)), "a region not in the data"),
    ],
)
def test_a_link_of_any_kind_is_read(
    frame: pd.DataFrame, query: dict[str, list[str]], expected: Filters, reason: str
) -> None:
    assert from_query(query, Columns.of(frame)) == expected, reason


def test_what_a_link_says_and_means_nothing_is_named(frame: pd.DataFrame) -> None:
    query = {"area": ["49.0_34_51.5_36.00"], "type": ["drone", "ufo"], "region": ["Mars"], "strike": ["x"], "q": [" "]}
    assert not_taken(query, from_query(query, Columns.of(frame))) == ["type=ufo", "region=Mars"]
    query = {"area": ["<b>"], "from": ["2025-07-04"], "to": ["2025-07-03"], "reaching": ["on"]}
    assert not_taken(query, from_query(query, Columns.of(frame))) == ["area=<b>", "reaching=on"]


def test_an_empty_store_can_be_filtered(frame: pd.DataFrame) -> None:
    none = frame.iloc[:0]
    filters = Filters(date_from=date(2025, 1, 1), types=("drone",), sources=("A",), text="x")
    assert select(none, filters, None).empty
    assert Sieve(Columns.of(none), filters).counts("sources") == {}
    assert from_query({"attacker": ["Russia"]}, Columns.of(none)) == Filters()
