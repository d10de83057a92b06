"""Strikes drawn together: how many marks there may be, what a cluster says, where it parts, what is never clustered."""

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest

from dashboard.mercator import mercator
from dashboard.records import STATUSES
from dashboard.views.map.clusters import LAST_ZOOM, LIMIT, TILE, Groups, View, group
from dashboard.views.map.spots import Spots

VIEW = View(44.0, 22.0, 53.0, 41.0, 6)


def frame(latitude: npt.ArrayLike, longitude: npt.ArrayLike, **columns: object) -> pd.DataFrame:
    """Strikes at some points, each of its own day."""
    count = len(np.asarray(latitude))
    days = pd.Timestamp("2025-01-01") + pd.to_timedelta(np.arange(count), unit="D")
    fixed = {
        "strike_id": [f"s{at}" for at in range(count)],
        "date_start": days,
        "date_end": days,
        "precision": "settlement",
        "uncertainty_radius_m": 2000.0,
        "strike_type": "drone",
        "status": "confirmed",
        "killed": pd.array([None] * count, dtype="Int64"),
        "killed_low": pd.array([None] * count, dtype="Int64"),
    }
    return pd.DataFrame({"latitude": latitude, "longitude": longitude, **fixed} | columns)


def grouped(strikes: pd.DataFrame, view: View = VIEW) -> Groups:
    return group(Spots.of(strikes), np.ones(len(strikes), dtype=bool), view)


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
@pytest.mark.parametrize("zoom", [3, 6, 12])
def test_what_is_sent_does_not_grow_with_the_strikes(count: int, zoom: int) -> None:
    chance = np.random.default_rng(1)
    groups = grouped(
        frame(chance.uniform(44, 53, count), chance.uniform(22, 41, count)), View(44.0, 22.0, 53.0, 41.0, zoom)
    )
    assert len(groups.n) <= LIMIT
    assert groups.n.sum() == count, "each strike is in a group"


def test_marks_that_do_not_crowd_are_left_as_they_are() -> None:
    groups = grouped(frame([48.0, 49.0, 50.0, 50.0], [30.0, 31.0, 32.0, 32.0]))
    assert sorted(groups.n) == [1, 1, 2]
    assert groups.together.all(), "two at one point are no cluster"
    assert groups.whole


def test_a_cluster_counts_and_says_the_least_that_were_killed() -> None:
    killed = pd.array([2, None, 0], dtype="Int64")
    doubt = ["confirmed", "disputed", "claimed"]
    groups = grouped(frame([48.0, 48.001, 48.002], [30.0] * 3, killed=killed, killed_low=killed, status=doubt))
    assert groups.n.tolist() == [3]
    assert (groups.killed.tolist(), groups.stated.tolist()) == ([2], [True])
    assert groups.parts.sum(axis=(0, 1)).tolist() == [doubt.count(status) for status in STATUSES]
    assert groups.row.tolist() == [2], "the newest stands for them"
    assert not groups.whole


def test_a_cluster_parts_within_its_bounds() -> None:
    strikes = frame([48.0, 48.001], [30.0, 30.001])
    south, west, north, east = grouped(strikes).bounds[0]
    assert np.allclose([south, west, north, east], [48.0, 30.0, 48.001, 30.001])
    pixels = (east - west) / 360 * TILE
    zoom = int(np.ceil(np.log2(500 / pixels)))
    assert len(grouped(strikes, View(47.9, 29.9, 48.1, 30.1, zoom)).n) == 2


def test_wide_marks_stay_themselves_where_they_are_wide() -> None:
    strikes = frame([48.0, 48.01, 48.02], [30.0] * 3, precision=["admin1", "raion", "settlement"])
    strikes["uncertainty_radius_m"] = [90_000.0, 60_000.0, 2000.0]
    assert grouped(strikes).together.tolist() == [True] * 3


def test_a_ring_whose_middle_lies_outside_reaches_into_the_view() -> None:
    ring = frame([48.0], [30.0], precision="admin1", uncertainty_radius_m=90_000.0)
    near = View(48.5, 30.5, 48.7, 30.7, 12)
    assert grouped(ring, near).n.tolist() == [1]
    assert not len(grouped(frame([48.0], [30.0]), near).n)


def test_the_undated_never_stand_for_the_others() -> None:
    strikes = frame([48.0, 48.0], [30.0, 30.0])
    strikes.loc[1, ["date_start", "date_end"]] = pd.NaT
    assert grouped(strikes).row.tolist() == [0]


def test_a_pan_moves_no_cluster() -> None:
    chance = np.random.default_rng(3)
    strikes = frame(chance.uniform(44, 53, 20_000), chance.uniform(22, 41, 20_000))

    def middles(view: View) -> set[tuple[float, float]]:
        groups = grouped(strikes, view)
        inner = (abs(groups.latitude - 48.5) < 1) & (abs(groups.longitude - 31.5) < 2)
        return set(zip(groups.latitude[inner].round(6), groups.longitude[inner].round(6), strict=True))

    here = middles(View(46.0, 27.0, 51.0, 36.0, 7))
    assert len(here) > 10
    assert middles(View(46.3, 27.7, 51.3, 36.7, 7)) == here


def test_clusters_keep_apart_and_lie_on_no_grid() -> None:
    chance = np.random.default_rng(4)
    groups = grouped(frame(chance.uniform(44, 53, 50_000), chance.uniform(22, 41, 50_000)))
    x, y = (axis * TILE * 2.0**VIEW.zoom for axis in mercator(groups.latitude, groups.longitude))
    distance = np.hypot(x[:, None] - x, y[:, None] - y) + np.eye(len(x)) * 1e9
    assert np.quantile(distance.min(axis=1), 0.1) > 30, "pixels between the middles of neighbours"
    assert len(np.unique(x.round(0))) > 0.6 * len(x), "no columns"


def test_where_nothing_parts_by_coming_nearer_only_one_point_is_drawn_as_one() -> None:
    beside = frame([48.0, 48.00004, 48.00004], [30.0] * 3)
    assert sorted(grouped(beside, View(47.99, 29.99, 48.01, 30.01, LAST_ZOOM)).n) == [1, 2]


def test_a_view_of_the_whole_world_at_the_last_zoom_is_answered() -> None:
    chance = np.random.default_rng(2)
    strikes = frame(chance.uniform(-80, 80, 5000), chance.uniform(-180, 180, 5000))
    assert grouped(strikes, View(-85.0, -400.0, 85.0, 400.0, 20)).n.sum() == 5000
