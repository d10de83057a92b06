"""The pages run as a whole, without a browser: numbers, URL, empty states, public mode."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.settings import PACKAGE
from dashboard.store import Store
from dashboard.store.write import write_store
from dashboard.views.map.strike_map import view_of
from tests.views.small import HOSTILE


@pytest.fixture(autouse=True)
def _no_store_of_another_test() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def page(**query: str | list[str]) -> AppTest:
    test = AppTest.from_file(str(PACKAGE / "app.py"), default_timeout=60)
    for name, value in query.items():
        test.query_params["from" if name == "from_" else name] = value
    return test.run()


def sent_to_the_map(test: AppTest) -> dict[str, Any]:
    """What the map component was given."""
    (element,) = [e for e in test.main if e.type == "component_instance"] or list(test.get("component_instance"))
    arguments: dict[str, Any] = json.loads(element.proto.json_args)
    return arguments


def drawn(test: AppTest) -> str:
    """What the map is to draw, as JSON."""
    (marks,) = [e.proto.bytes for e in test.get("bidi_component") if e.proto.component_name == "strikemap.marks"]
    return bytes(marks).decode()


def texts(test: AppTest) -> str:
    said = [*test.markdown, *test.caption, *test.info, *test.warning]
    return "\n".join(str(element.value) for element in said)


@pytest.mark.usefixtures("small_store")
def test_the_page_counts_what_is_shown_and_what_is_left_out() -> None:
    test = page()
    assert not test.exception
    assert (
        "**7 strikes of 7**; 1 without a marker (country only); 1 without a place; "
        "4 reports read, 1 of them without a strike; 1 report could not be read"
    ) in texts(test)


@pytest.mark.usefixtures("small_store")
def test_a_link_opens_the_same_view() -> None:
    test = page(from_="2025-07-03", to="2025-07-03", strike="later-1")
    assert "**3 strikes of 7**; 1 without a marker (country only); 1 left out for want of a date" in texts(test)
    sent = drawn(test)
    assert "Solomianskyi District" in sent
    assert "Kursk" not in sent
    assert test.query_params["from"] == "2025-07-03"
    assert test.query_params["strike"] == "first-1", "a strike answers to the id of any of its accounts"


@pytest.mark.usefixtures("small_store")
def test_what_a_link_says_in_vain_is_named_until_the_filters_change() -> None:
    test = page(from_="2025-13-45", to="2025-07-05", type=["foo", "drone"], utm="x")
    assert "set aside: from\\=2025\\-13\\-45, type\\=foo" in texts(test).replace("\\,", ",")
    assert "utm" not in texts(test), "what other programs add to a link is none of ours"
    test.text_input(key="text").set_value("kyiv").run()
    assert "set aside" not in texts(test)
    assert "set aside" not in texts(page(from_="2025-07-05", to="2025-07-01")), "swapped ends mean something"


@pytest.mark.usefixtures("small_store")
def test_places_only_named_follow_the_filters() -> None:
    everything = drawn(page())
    nothing = drawn(page(q="zzz"))
    assert "only named, in 2 reports" in everything
    assert "only named" not in nothing


@pytest.mark.usefixtures("small_store")
def test_the_map_loads_nothing_from_another_machine_but_tiles() -> None:
    test = page()
    sent = sent_to_the_map(test)
    assert sent["js_links"]
    assert not [link for link in sent["js_links"] + sent["css_links"] if "//" in link]
    assert "<img" not in drawn(test)


@pytest.mark.usefixtures("small_store")
def test_filters_change_the_strikes_and_leave_the_base_map_as_it_is() -> None:
    test = page()
    before, marks_before = sent_to_the_map(test), drawn(test)
    test.text_input(key="text").set_value("solomianskyi").run()
    assert before["script"] == sent_to_the_map(test)["script"]
    assert marks_before != drawn(test)
    assert "**1 strike of 7**" in texts(test)
    assert test.query_params["q"] == "solomianskyi"


@pytest.mark.usefixtures("small_store")
def test_no_match_is_said_in_words() -> None:
    assert "No strike matches these filters" in texts(page(q="zzz"))


@pytest.mark.usefixtures("small_store")
def test_a_link_to_a_strike_that_is_gone_says_so() -> None:
    assert "not in the data any more" in texts(page(strike="long-gone"))


def test_without_a_store_the_page_says_what_to_do() -> None:
    test = page()
    assert not test.exception
    assert "strikemap build" in texts(test)


def test_without_reports_the_page_says_what_to_do(tmp_path: Path) -> None:
    write_store(tmp_path / "home" / "data" / "strikes.sqlite", reports=[], strikes=[], names=[], skipped=[])
    test = page()
    assert not test.exception
    assert "Add one on the Reports page" in texts(test)


def test_a_new_store_is_seen_at_the_next_run(tmp_path: Path, small_store: Store) -> None:
    test = page()
    path = tmp_path / "home" / "data" / "strikes.sqlite"
    write_store(path, reports=[], strikes=[], names=[], skipped=[])
    assert "0 strikes of 0" in texts(test.run())


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"zoom": 5},
        {"zoom": "five", "bounds": [44, 22, 53, 41]},
        {"zoom": 5, "bounds": [44, 22, 53]},
        {"zoom": 5, "bounds": [53, 22, 44, 41]},
        {"zoom": 5, "bounds": [44, 22, float("nan"), 41]},
        {"zoom": 5, "bounds": [44, 22, 53, 1e300]},
        {"zoom": 99, "bounds": [44, 22, 53, 41]},
        {"zoom": 5, "bounds": "everywhere"},
    ],
)
def test_a_view_that_is_none_is_not_taken(told: dict[str, Any]) -> None:
    assert view_of(told) is None


def test_a_view_of_the_browser_is_taken() -> None:
    view = view_of({"kind": "view", "zoom": 5, "bounds": [44, 22.5, 53, 41]})
    assert view is not None
    assert (view.south, view.west, view.zoom) == (44.0, 22.5, 5)


def sent_to(test: AppTest, name: str) -> dict[str, Any]:
    """What a component of our own was given."""
    drawn = [element.proto for element in test.get("bidi_component")]
    (proto,) = [proto for proto in drawn if proto.component_name.endswith(name)]
    given: dict[str, Any] = json.loads(proto.json or proto.mixed.json)
    return given


@pytest.mark.usefixtures("small_store")
def test_the_timeline_shows_the_dates_of_the_link_and_no_text_of_a_report() -> None:
    given = sent_to(page(from_="2025-07-03", to="2025-07-03"), "timeline")
    assert (given["chosen"], given["extent"]) == (["2025-07-03"] * 2, ["2025-06-30", "2025-08-01"])
    assert given["bars"]["starts"][0] == "2025-06-30"
    assert given["bars"]["unit"] == "day"
    assert sum(given["all"]["totals"]) == pytest.approx(6)
    assert HOSTILE not in json.dumps(given)
