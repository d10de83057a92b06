"""Strikes at one point opened out: when, in which order, and how many of them."""

import pandas as pd

from dashboard.views.map import layer
from dashboard.views.map.clusters import View, group
from dashboard.views.map.layer import Mark
from dashboard.views.map.opened import MOST, opened
from dashboard.views.map.spots import Spots
from tests.views.test_clusters import frame

NEAR = View(47.0, 29.0, 49.0, 31.0, 9)


def marks(strikes: pd.DataFrame, selected: int | None) -> list[Mark]:
    passing = pd.Series(True, index=strikes.index).to_numpy()
    groups = group(Spots.of(strikes), passing, NEAR)
    return opened(strikes, passing, selected, layer.strike_marks(strikes, groups, selected))


def strikes(count: int, **columns: object) -> pd.DataFrame:
    return frame([48.0] * count, [30.0] * count, place="Uman", **columns)


def legs(drawn: list[Mark]) -> list[Mark]:
    return [mark for mark in drawn if mark["kind"] == "leg"]


def test_the_chosen_one_s_point_opens_newest_first() -> None:
    drawn = marks(strikes(3), 1)
    assert [mark["kind"] for mark in drawn] == ["plate", "leg", "leg", "leg"]
    assert [mark["id"] for mark in legs(drawn)] == ["s2", "s1", "s0"]
    assert [mark["selected"] for mark in legs(drawn)] == [False, True, False]
    assert drawn[0]["n"] == 3
    assert not any(mark["n"] for mark in legs(drawn)), "no strike is counted twice"


def test_nothing_opens_unasked_or_where_one_stands_alone() -> None:
    assert [mark["kind"] for mark in marks(strikes(3), None)] == ["dot"]
    assert [mark["kind"] for mark in marks(strikes(1), 0)] == ["dot"]


def test_of_many_those_near_the_chosen_one_in_time_are_shown() -> None:
    drawn = legs(marks(strikes(100), 50))
    assert len(drawn) == MOST
    assert [mark["id"] for mark in drawn][:2] == ["s62", "s61"]
    assert [mark["at"] for mark in drawn if mark["selected"]] == [12]
    assert legs(marks(strikes(100), 99))[0]["id"] == "s99"


def test_a_region_stays_closed_and_a_district_keeps_its_disc() -> None:
    wide = {"uncertainty_radius_m": 20_000.0}
    assert [mark["kind"] for mark in marks(strikes(2, precision="admin1", **wide), 0)] == ["ring"]
    disc, plate, *_ = marks(strikes(2, precision="raion", **wide), 0)
    assert (disc["kind"], disc["radius"], disc["n"]) == ("disc", 20_000.0, 0)
    assert (plate["kind"], plate["n"]) == ("plate", 2)


def test_the_undated_come_last() -> None:
    undated = strikes(3)
    undated.loc[2, ["date_start", "date_end"]] = pd.NaT
    assert [mark["id"] for mark in legs(marks(undated, 0))] == ["s1", "s0", "s2"]
