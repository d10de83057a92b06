"""Hexagons: each strike counts once, spread over the circle of its doubt, in few cells that stay where they are."""

import numpy as np
import pandas as pd
import pytest

from dashboard.views.map.clusters import View
from dashboard.views.map.heat import CLASSES, LIMIT, STEPS, Doubt, Heat
from dashboard.views.map.spots import Spots
from tests.views.test_clusters import VIEW, frame


def heat_of(strikes: pd.DataFrame, view: View = VIEW) -> Heat:
    return Doubt(strikes, Spots.of(strikes)).heat(np.ones(len(strikes), dtype=bool), view)


def test_every_strike_in_view_counts_once() -> None:
    chance = np.random.default_rng(3)
    strikes = frame(chance.uniform(46, 51, 5000), chance.uniform(25, 38, 5000))
    assert heat_of(strikes).strikes.sum() == pytest.approx(5000)


def test_strikes_at_one_exact_point_are_one_hexagon() -> None:
    heat = heat_of(frame([49.0] * 3, [36.0] * 3, precision="site", uncertainty_radius_m=0.0))
    assert heat.strikes.tolist() == [3.0]


@pytest.mark.parametrize("radius", [25_000.0, 90_000.0, 300_000.0])
def test_a_strike_in_doubt_is_spread_over_its_circle(radius: float) -> None:
    heat = heat_of(frame([48.5], [31.0], precision="admin1", uncertainty_radius_m=radius))
    assert heat.strikes.sum() == pytest.approx(1)
    assert np.ptp(heat.strikes) == pytest.approx(0), "evenly"
    area = len(heat.x) * heat.kilometres**2 * np.sqrt(3) / 2
    assert area == pytest.approx(np.pi * (radius / 1000) ** 2, rel=0.35), "as large as the circle"


def test_a_town_is_spread_too_once_the_hexagons_are_smaller_than_it() -> None:
    town = frame([49.0], [36.0], uncertainty_radius_m=6000.0)
    assert len(heat_of(town).x) == 1
    near = heat_of(town, View(48.9, 35.8, 49.1, 36.2, 12))
    assert len(near.x) > 50
    assert near.strikes.max() < 0.05


def test_far_nearer_than_its_circle_a_strike_is_a_share_of_its_area() -> None:
    region = frame([49.0], [36.0], precision="admin1", uncertainty_radius_m=90_000.0)
    heat = heat_of(region, View(48.99, 35.98, 49.01, 36.02, 15))
    one = heat.kilometres**2 * np.sqrt(3) / 2
    assert heat.strikes == pytest.approx(one / (np.pi * 90**2), rel=0.05)


def test_there_are_never_too_many_hexagons() -> None:
    chance = np.random.default_rng(4)
    strikes = frame(chance.uniform(45, 52, 500), chance.uniform(23, 40, 500))
    spots = Spots.of(strikes)
    everywhere = Doubt(strikes.assign(uncertainty_radius_m=9e5), spots)
    for view in (VIEW, View(40, 10, 60, 60, 8), View(47.0, 30.0, 50.0, 36.0, 11), View(48.8, 34.5, 50.5, 38, 9)):
        assert 700 < len(everywhere.heat(np.ones(len(strikes), dtype=bool), view).x) <= LIMIT


def test_hexagons_stay_where_they_are_when_the_map_moves() -> None:
    strikes = frame([49.0, 47.3], [36.0, 33.3])
    here, moved = heat_of(strikes), heat_of(strikes, View(44.3, 22.4, 53.3, 41.4, 6))
    assert here.width == moved.width
    assert here.x.tolist() == moved.x.tolist()
    assert here.y.tolist() == moved.y.tolist()


def test_a_point_is_in_the_hexagon_whose_middle_is_nearest() -> None:
    chance = np.random.default_rng(5)
    for latitude, longitude in zip(chance.uniform(46, 51, 50), chance.uniform(25, 38, 50), strict=True):
        strikes = frame([latitude], [longitude], uncertainty_radius_m=0.0)
        heat, spots = heat_of(strikes), Spots.of(strikes)
        away = np.hypot(heat.x[0] - spots.x[0], heat.y[0] - spots.y[0])
        assert away <= heat.width / np.sqrt(3) * 1.0001


def test_the_classes_reach_up_to_what_there_is() -> None:
    heat = heat_of(frame([49.0] * 40 + [47.0], [36.0] * 40 + [33.0], uncertainty_radius_m=0.0))
    assert heat.edges == (1.0, 3.0, 10.0, 30.0)
    assert sorted(zip(heat.strikes.tolist(), heat.shade.tolist(), strict=True)) == [(1.0, 1), (40.0, CLASSES - 1)]
    assert all(edge in STEPS for edge in heat.edges)


def test_no_strikes_have_no_hexagons() -> None:
    heat = heat_of(frame([], []))
    assert len(heat.x) == 0
    assert heat.edges
