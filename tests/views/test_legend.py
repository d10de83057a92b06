"""The legend: how many strikes have each sign, what a click would leave, and how the number killed is drawn."""

from typing import Any

import pandas as pd
import pytest

from dashboard.filters import Filters, Sieve
from dashboard.filters.columns import Columns
from dashboard.views.map import legend


def entries(strikes: pd.DataFrame, mentions: int | None = None, **filters: Any) -> dict[str, dict[str, Any]]:
    """The signs of the legend by their names."""
    sieve = Sieve(Columns.of(strikes), Filters(**filters))
    groups = legend.content(sieve, mentions, dark=False)["groups"]
    return {entry["name"]: entry for group in groups for entry in group["entries"]}


def test_each_sign_is_counted_among_the_strikes_shown(strikes: pd.DataFrame) -> None:
    told = entries(strikes)
    assert [told[name]["number"] for name in ("Airstrike", "Shelling", "Drone", "Claimed")] == ["1", "1", "3", "1"]
    assert told[legend.EXACTNESS["ring"]]["number"] == "1"
    assert told[legend.EXACTNESS["country"]]["number"] == "1"
    assert told[legend.EXACTNESS["unplaced"]]["number"] == "1"
    assert all(entry["on"] for entry in told.values() if "on" in entry and entry["values"])


def test_a_sign_says_what_a_click_would_leave(strikes: pd.DataFrame) -> None:
    assert entries(strikes)["Drone"]["tip"] == "A click leaves only these: 3 strikes"
    chosen = entries(strikes, types=("drone", "shelling"))
    assert chosen["Drone"]["tip"] == "A click leaves the others: 1 strike"
    assert chosen["Missile"]["tip"] == "A click shows these too: 5 strikes"
    assert (chosen["Missile"]["number"], chosen["Missile"]["on"]) == ("+1", False)
    assert (chosen["Drone"]["number"], chosen["Drone"]["on"], chosen["Drone"]["chosen"]) == ("3", True, True)
    assert entries(strikes, types=("drone",))["Drone"]["tip"] == "A click shows all again: 7 strikes"


def test_a_sign_of_two_precisions_can_be_half_on(strikes: pd.DataFrame) -> None:
    half = entries(strikes, precisions=("settlement",))[legend.EXACTNESS["dot"]]
    assert half["on"] == "mixed"
    assert half["number"] == "3"
    assert entries(strikes, precisions=("site", "settlement"))[legend.EXACTNESS["dot"]]["on"] is True


@pytest.mark.parametrize(
    ("values", "chosen", "after"),
    [
        (("drone",), (), ("drone",)),
        (("drone",), ("missile",), ("missile", "drone")),
        (("drone",), ("missile", "drone"), ("missile",)),
        (("drone",), ("drone",), ()),
        (("site", "settlement"), ("settlement",), ("settlement", "site")),
        (("site", "settlement"), ("site", "raion", "settlement"), ("raion",)),
    ],
)
def test_a_click_toggles(values: tuple[str, ...], chosen: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert legend.toggled(values, chosen) == after


def test_other_filters_count(strikes: pd.DataFrame) -> None:
    told = entries(strikes, types=("drone",))
    assert told["Confirmed"]["number"] == "2"
    assert "Airstrike" in told, "its own filter is set aside"
    assert legend.EXACTNESS["ring"] not in told


def test_none_killed_is_drawn_unlike_not_stated(strikes: pd.DataFrame) -> None:
    told = entries(strikes)
    assert len({told[name]["drawing"] for name in ("none", "not stated", "1", "10", "100 and more")}) == 5


def test_places_only_named_are_a_sign_to_switch(strikes: pd.DataFrame) -> None:
    shown = entries(strikes, 21)["places that are only named in reports"]
    assert (shown["number"], shown["on"]) == ("21", True)
    assert entries(strikes, None)["places that are only named in reports"]["on"] is False


def test_an_empty_map_has_no_sizes(strikes: pd.DataFrame) -> None:
    assert "100 and more" not in entries(strikes.iloc[:0])
