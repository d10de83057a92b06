"""Regions: what is added up and what stays unknown, where their discs stand, their order, and their file."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.filters.columns import NO_REGION, Columns
from dashboard.views import regions_table
from dashboard.views.map import overview
from dashboard.views.map.regions import Region, Regions, middles
from dashboard.views.map.spots import Spots
from tests.factories import TESTOVE

ROWS = [
    # region, country, day, killed, killed_low, injured, precision, latitude, longitude
    ("Centre", "AA", "2025-07-03", 2, 2, 47, "settlement", 49.0, 34.0),
    ("Centre", "AA", "2025-07-09", None, 3, None, "district", 51.0, 36.0),
    ("Centre", "BB", None, None, None, None, "settlement", 10.0, 10.0),
    ("Kharkiv Oblast", "UA", "2025-01-01", 0, 0, None, "settlement", 50.0, 36.2),
    (None, "UA", "2025-02-02", 9, 9, None, "country", 49.0, 32.0),
    (None, None, "2025-02-03", 1, 1, 1, None, None, None),
]
PLAIN = Region("Kharkiv Oblast, UA", "Kharkiv Oblast", "UA", 1, 0, None, date(2025, 1, 1), (49.6, 36.5))


@pytest.fixture
def frame() -> pd.DataFrame:
    names = ["admin1", "country", "date_start", "killed", "killed_low", "injured", "precision", "latitude", "longitude"]
    made = pd.DataFrame(ROWS, columns=names)
    made["date_start"] = pd.to_datetime(made["date_start"])
    for name in ("killed", "killed_low", "injured"):
        made[name] = made[name].astype("Int64")
    same = {"strike_type": "drone", "status": "confirmed", "attacker": "unknown", "sources": None}
    return made.assign(date_end=made["date_start"], injured_low=made["injured"], uncertainty_radius_m=0.0, **same)


def counted(frame: pd.DataFrame, passing: list[bool] | None = None) -> list[Region]:
    known = {"Kharkiv Oblast, UA": (49.6, 36.5)}
    made = Regions(frame, Columns.of(frame), Spots.of(frame), known)
    return made.counted(np.array(passing or [True] * len(frame), dtype=bool))


def test_regions_add_up_what_is_stated_and_nothing_else(frame: pd.DataFrame) -> None:
    centre, other, kharkiv, unknown = counted(frame)
    assert (centre.value, centre.name, centre.country, centre.n) == ("Centre, AA", "Centre", "AA", 2)
    assert (centre.killed, centre.injured, centre.last) == (5, 47, date(2025, 7, 9)), "at least three is three"
    assert (other.value, other.killed, other.injured, other.last) == ("Centre, BB", None, None, None)
    assert kharkiv == PLAIN
    assert (unknown.value, unknown.name, unknown.n, unknown.killed, unknown.at) == (NO_REGION, None, 2, 10, None)


def test_only_strikes_that_pass_are_counted(frame: pd.DataFrame) -> None:
    (centre,) = counted(frame, [True, False, False, False, False, False])
    assert (centre.n, centre.killed, centre.last) == (1, 2, date(2025, 7, 3))
    assert counted(frame, [False] * 6) == []


def test_a_region_that_no_source_has_stands_amid_its_strikes(frame: pd.DataFrame) -> None:
    centre, *_ = counted(frame)
    assert centre.at == pytest.approx((50.01, 35.0), abs=0.01)


def test_an_empty_store_has_no_regions(frame: pd.DataFrame) -> None:
    assert counted(frame.iloc[:0]) == []


def test_a_reviewed_region_outranks_the_world_s_list() -> None:
    row = replace(TESTOVE, name="Bavaria", admin1="Bavaria", country="DE", kind="oblast", latitude=1.0, longitude=2.0)
    town = replace(row, name="Munich", kind="city")
    assert middles((town,))["Bavaria, DE"] == pytest.approx((48.8, 11.4), abs=1)
    assert middles((row, town))["Bavaria, DE"] == (1.0, 2.0)
    assert middles((replace(row, status="proposed"),))["Bavaria, DE"] != (1.0, 2.0)


def test_discs_are_in_proportion_and_never_too_small_to_click(frame: pd.DataFrame) -> None:
    assert overview.radius(100, 100) == overview.LARGEST
    assert overview.radius(25, 100) == overview.LARGEST / 2
    assert overview.radius(1, 10_000) == overview.SMALLEST


def test_the_map_gets_every_region_that_has_a_place_by_name(frame: pd.DataFrame) -> None:
    drawn = overview.drawn(counted(frame), None, ["Kharkiv Oblast, UA"])
    assert drawn is not None
    told = [(disc["name"], disc["n"], disc["chosen"], disc["pale"]) for disc in drawn["regions"]]
    assert told == [
        ("Centre, AA", 2, False, True),
        ("Centre, Barbados", 1, False, True),
        ("Kharkiv Oblast", 1, True, False),
    ], "namesakes have their country"
    assert drawn["regions"][0]["lines"] == [
        "2 strikes", "at least 5 killed", "at least 47 injured", "the last on 9 July 2025",
    ]  # fmt: skip
    assert drawn["regions"][1]["lines"] == ["1 strike"]
    assert drawn["regions"][2]["lines"] == ["1 strike", "at least 0 killed", "the last on 1 January 2025"]


def test_the_legend_tells_of_what_has_no_disc(frame: pd.DataFrame) -> None:
    told = overview.regions_legend(counted(frame), (), dark=False)
    assert "2 strikes of no known region have no disc." in told
    assert "no known region" not in overview.regions_legend(counted(frame)[:3], (), dark=True)


@pytest.mark.parametrize(
    ("by", "descending", "expected"),
    [
        ("strikes", True, ["Centre, AA", "Centre, BB", "Kharkiv Oblast, UA", NO_REGION]),
        ("region", True, ["Kharkiv Oblast, UA", "Centre, AA", "Centre, BB", NO_REGION]),
        ("killed", False, ["Kharkiv Oblast, UA", "Centre, AA", "Centre, BB", NO_REGION]),
        ("last", True, ["Centre, AA", "Kharkiv Oblast, UA", "Centre, BB", NO_REGION]),
    ],
)
def test_what_is_not_known_comes_last(frame: pd.DataFrame, by: str, descending: bool, expected: list[str]) -> None:
    order = regions_table.ordered(counted(frame), by, descending=descending)
    assert [region.value for region in order] == expected


def test_the_file_has_no_formulas_and_leaves_empty_what_is_not_known(frame: pd.DataFrame) -> None:
    _, other, kharkiv, unknown = counted(frame)
    hostile = replace(other, name="=1+1")
    assert regions_table.as_csv([kharkiv, hostile, unknown]).splitlines() == [
        "region,country,strikes,killed_at_least,injured_at_least,last_strike",
        "Kharkiv Oblast,UA,1,0,,2025-01-01",
        "'=1+1,BB,1,,,",
        ",,2,10,1,2025-02-03",
    ]
