"""What is drawn: the shape of each precision, several strikes at one point, and no text that could run."""

import json

import numpy as np
import pandas as pd

from dashboard.store import Store
from dashboard.views.map import layer
from dashboard.views.map.clusters import View, group
from dashboard.views.map.named import Named
from dashboard.views.map.spots import Spots, is_drawn
from dashboard.views.map.strike_map import first_view
from tests.views.small import HOSTILE

FORBIDDEN = "<>\"'`$\\"
EUROPE = View(30.0, 0.0, 70.0, 70.0, 6)


def marks(strikes: pd.DataFrame, selected: str | None = None) -> list[layer.Mark]:
    """The marks of all strikes of a frame."""
    row = None if selected is None else list(strikes["strike_id"]).index(selected)
    groups = group(Spots.of(strikes), np.ones(len(strikes), dtype=bool), EUROPE)
    return layer.in_order(layer.strike_marks(strikes, groups, row))


def grey(store: Store, strikes: pd.DataFrame) -> list[layer.Mark]:
    """The marks of all places only named."""
    named = Named.of(store.mentions_frame(), store.tellings_frame(), strikes)
    return named.marks(named.counts(np.ones(len(strikes), dtype=bool), filtered=False), EUROPE)


def by_name(drawn: list[layer.Mark]) -> dict[str, layer.Mark]:
    return {mark["name"]: mark for mark in drawn}


def test_each_precision_has_its_own_shape(strikes: pd.DataFrame) -> None:
    drawn = by_name(marks(strikes))
    assert {name: p["kind"] for name, p in drawn.items()} == {
        "Poltava": "dot",
        "Solomianskyi District, Kyiv": "disc",
        "Kursk Oblast": "ring",
        layer.escape(HOSTILE): "dot",
    }
    assert drawn["Kursk Oblast"]["radius"] == 90000, "the ring has the true radius of its doubt"


def test_a_country_and_an_unplaced_strike_have_no_marker(strikes: pd.DataFrame) -> None:
    left = strikes[~is_drawn(strikes)]
    assert sorted(left["precision"].fillna("none")) == ["country", "none"]
    assert not any("Ukraine" in name for name in by_name(marks(strikes)))


def test_strikes_at_one_point_are_one_mark_that_counts_them(strikes: pd.DataFrame) -> None:
    poltava = by_name(marks(strikes))["Poltava"]
    assert poltava["n"] == 2
    assert sorted(poltava["parts"]) == [["airstrike", True, 1], ["shelling", True, 1]]
    assert poltava["id"] == "first-1", "the newest, not the undated"
    assert "at least 4 killed" in poltava["label"]


def test_what_is_not_confirmed_has_its_own_part_of_a_stack(strikes: pd.DataFrame) -> None:
    claimed = strikes["strike_id"] == "first-5"
    doubted = strikes.assign(strike_type="drone", status=claimed.map({True: "claimed", False: "confirmed"}))
    poltava = by_name(marks(doubted))["Poltava"]
    assert sorted(poltava["parts"]) == [["drone", False, 1], ["drone", True, 1]]
    assert poltava["label"].endswith("<br>1 claimed")


def test_unknown_killed_is_not_zero(strikes: pd.DataFrame) -> None:
    drawn = by_name(marks(strikes.assign(killed=strikes["killed"].where(strikes["strike_id"] != "first-2", 0))))
    assert drawn["Solomianskyi District, Kyiv"]["killed"] == 0
    assert "killed" not in drawn["Kursk Oblast"]


def test_the_first_view_holds_most_strikes_not_the_one_far_away(strikes: pd.DataFrame) -> None:
    drawn = strikes[is_drawn(strikes)].iloc[:1]
    far_away = drawn.assign(latitude=10.0, longitude=100.0)
    many = pd.concat([drawn] * 50 + [far_away], ignore_index=True)
    spots = Spots.of(many)
    view = first_view(spots.x, spots.y)
    assert view is not None
    assert np.allclose(view["bounds"], [drawn[["latitude", "longitude"]].iloc[0]] * 2)
    assert first_view(spots.x[:0], spots.y[:0]) is None, "the map stays where it is"


def test_only_the_chosen_strike_is_selected_and_drawn_last(strikes: pd.DataFrame) -> None:
    drawn = marks(strikes, "first-5")
    assert [mark["name"] for mark in drawn if mark["selected"]] == ["Poltava"]
    assert drawn[-1]["name"] == "Poltava"


def test_what_is_large_lies_below_what_is_small(strikes: pd.DataFrame) -> None:
    kinds = [mark["kind"] for mark in marks(strikes)]
    assert kinds == sorted(kinds, key=layer.DRAWN_FIRST.index)


def test_mentions_are_told_apart_and_never_stand_on_a_strike(small_store: Store, strikes: pd.DataFrame) -> None:
    drawn = grey(small_store, strikes)
    labels = [mark["label"] for mark in drawn]
    assert sorted(mark["wide"] for mark in drawn) == [False, False, True]
    assert any(label.startswith("Sumy<br>only named, in 2 reports") for label in labels)
    assert not any(label.startswith(("Poltava", "Denmark")) for label in labels)
    assert all("id" not in mark for mark in drawn), "a click on a mention chooses nothing"


def test_nothing_that_could_run_reaches_the_map(small_store: Store, strikes: pd.DataFrame) -> None:
    drawn = marks(strikes) + grey(small_store, strikes)
    for mark in drawn:
        label = mark["label"]
        for tag in ("<b>", "</b>", "<br>", "<i>", "</i>"):
            label = label.replace(tag, "")
        for text in (mark.get("name", ""), label):
            assert not set(text) & set(FORBIDDEN)
    sent = json.dumps(drawn)
    assert HOSTILE not in sent
    assert "<img" not in sent
    assert "&#60;img src=x onerror=alert(1)&#62;&#36;{alert(1)}&#96;" in sent


def test_no_strikes_are_no_marks(strikes: pd.DataFrame) -> None:
    assert marks(strikes.iloc[:0]) == []
