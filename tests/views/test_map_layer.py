"""What is drawn: the shape of each precision, several strikes at one point, and no text that could run."""

import json
from typing import Any

import pandas as pd

from dashboard.store import Store
from dashboard.views import map_layer
from dashboard.views.strike_map import first_view
from tests.views.small import HOSTILE

FORBIDDEN = "<>\"'`$\\"


def by_name(features: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {feature["properties"]["name"]: feature["properties"] for feature in features}


def test_each_precision_has_its_own_shape(strikes: pd.DataFrame) -> None:
    drawn = by_name(map_layer.strike_features(strikes))
    assert {name: p["kind"] for name, p in drawn.items()} == {
        "Poltava": "dot",
        "Solomianskyi District, Kyiv": "disc",
        "Kursk Oblast": "ring",
        map_layer.escape(HOSTILE): "dot",
    }
    assert drawn["Kursk Oblast"]["radius"] == 90000, "the ring has the true radius of its doubt"


def test_a_country_and_an_unplaced_strike_have_no_marker(strikes: pd.DataFrame) -> None:
    left = strikes[~map_layer.is_drawn(strikes)]
    assert sorted(left["precision"].fillna("none")) == ["country", "none"]
    names = by_name(map_layer.strike_features(strikes))
    assert not any("Ukraine" in name for name in names)


def test_strikes_at_one_point_are_one_feature_that_names_them_all(strikes: pd.DataFrame) -> None:
    poltava = by_name(map_layer.strike_features(strikes))["Poltava"]
    assert poltava["n"] == 2
    assert sorted(poltava["parts"]) == [["airstrike", True, 1], ["shelling", True, 1]]
    assert poltava["ids"] == ["first-1", "first-5"], "the newest first, the undated last"
    assert poltava["id"] == "first-1"


def test_what_is_not_confirmed_has_its_own_part_of_a_stack(strikes: pd.DataFrame) -> None:
    claimed = strikes["strike_id"] == "first-5"
    doubted = strikes.assign(strike_type="drone", status=claimed.map({True: "claimed", False: "confirmed"}))
    parts = by_name(map_layer.strike_features(doubted))["Poltava"]["parts"]
    assert sorted(parts) == [["drone", False, 1], ["drone", True, 1]]


def test_the_first_view_holds_most_strikes_not_the_one_far_away(strikes: pd.DataFrame) -> None:
    drawn = strikes[map_layer.is_drawn(strikes)].iloc[:1]
    far_away = drawn.assign(latitude=10.0, longitude=100.0)
    view = first_view(pd.concat([drawn] * 50 + [far_away]))
    here = [drawn["latitude"].iloc[0], drawn["longitude"].iloc[0]]
    assert view is not None
    assert view["bounds"] == [here, here]
    assert first_view(strikes[strikes["precision"] == "country"]) is None, "the map stays where it is"


def test_only_the_chosen_strike_is_selected_and_drawn_last(strikes: pd.DataFrame) -> None:
    features = map_layer.collection(map_layer.strike_features(strikes, "first-5"))["features"]
    assert [f["properties"]["name"] for f in features if f["properties"]["selected"]] == ["Poltava"]
    assert features[-1]["properties"]["name"] == "Poltava"


def test_what_is_large_lies_below_what_is_small(strikes: pd.DataFrame) -> None:
    kinds = [f["properties"]["kind"] for f in map_layer.collection(map_layer.strike_features(strikes))["features"]]
    assert kinds == sorted(kinds, key=map_layer.DRAWN_FIRST.index)


def test_mentions_are_told_apart_and_never_stand_on_a_strike(small_store: Store, strikes: pd.DataFrame) -> None:
    mentions = small_store.mentions_frame()
    features = map_layer.mention_features(mentions, map_layer.positions(strikes))
    labels = [f["properties"]["label"] for f in features]
    assert [f["properties"]["wide"] for f in features] == [False, True, False]
    assert any(label.startswith("Sumy<br>only named, in 2 reports") for label in labels)
    assert not any(label.startswith(("Poltava", "Denmark")) for label in labels)
    assert all("id" not in f["properties"] for f in features), "a click on a mention chooses nothing"


def test_nothing_that_could_run_reaches_the_map(small_store: Store, strikes: pd.DataFrame) -> None:
    features = map_layer.strike_features(strikes) + map_layer.mention_features(small_store.mentions_frame(), ())
    for properties in (f["properties"] for f in features):
        for text in (properties.get("name", ""), properties["label"].replace("<b>", "").replace("</b>", "")):
            assert not set(text.replace("<br>", "")) & set(FORBIDDEN)
    sent = json.dumps(features)
    assert HOSTILE not in sent
    assert "<img" not in sent
    assert "&#60;img src=x onerror=alert(1)&#62;&#36;{alert(1)}&#96;" in sent


def test_no_strikes_are_an_empty_collection(strikes: pd.DataFrame) -> None:
    assert map_layer.collection(map_layer.strike_features(strikes.iloc[:0])) == {
        "type": "FeatureCollection",
        "features": [],
    }
