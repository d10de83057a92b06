"""The Map page as marks, by region and as heat, and with an area: what the map is given, and what links mean."""

import json
from collections.abc import Iterator

import pytest
import streamlit as st

from tests.views.test_pages import drawn, page, texts

KURSK = "51_34_52.5_36.6"  # around the ring of Kursk Oblast, of which more than half is in it


@pytest.fixture(autouse=True)
def _no_store_of_another_test() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.mark.usefixtures("small_store")
def test_by_region_the_map_gets_discs_and_no_marks() -> None:
    test = page(view="regions")
    assert not test.exception
    sent = json.loads(drawn(test))
    assert sent["marks"] == []
    assert [(disc["name"], disc["n"]) for disc in sent["overview"]["regions"]] == [("Poltava Oblast", 6)]
    assert sent["cover"]["whole"], "no view needs other discs"
    assert test.query_params["view"] == "regions"


@pytest.mark.usefixtures("small_store")
def test_a_region_chosen_leaves_its_strikes_and_its_disc_marked() -> None:
    test = page(view="regions", region="unknown")
    (disc,) = json.loads(drawn(test))["overview"]["regions"]
    assert (disc["n"], disc["chosen"], disc["pale"]) == (6, False, True), "what choosing it would leave"
    assert "**1 strike of 7**" in texts(test)
    assert test.multiselect(key="regions").value == ["unknown"]
    assert "Region not known (1)" in test.multiselect(key="regions").options


@pytest.mark.usefixtures("small_store")
def test_heat_is_for_one_view_and_says_how_it_is_spread() -> None:
    test = page(view="heat", strike="first-1")
    sent = json.loads(drawn(test))
    assert 0 < len(sent["overview"]["heat"]["cells"]) <= 1500
    assert not sent["cover"]["whole"]
    assert [(mark["n"], mark["selected"]) for mark in sent["marks"]] == [(1, True)], "the chosen strike has its mark"


@pytest.mark.usefixtures("small_store")
def test_marks_are_the_first_way_and_are_not_in_the_address() -> None:
    test = page(view="marks")
    assert "view" not in test.query_params
    sent = json.loads(drawn(test))
    assert sent["overview"] is None
    assert sent["area"]["corners"] is None
    test = page(view="globe")
    assert "set aside: view\\=globe" in texts(test)
    assert json.loads(drawn(test))["overview"] is None


@pytest.mark.usefixtures("small_store")
def test_an_area_of_a_link_filters_is_shown_and_is_cleared() -> None:
    test = page(area=KURSK)
    assert "**In the area drawn: 1 strike** · 2 are known by country or not at all" in texts(test)
    assert json.loads(drawn(test))["area"]["corners"] == [[51, 34], [52.5, 34], [52.5, 36.6], [51, 36.6]]
    assert test.query_params["area"] == KURSK
    test.button(key="area_clear").click().run()
    assert "In the area drawn" not in texts(test)
    assert "area" not in test.query_params
    assert "**7 strikes of 7**" in texts(test)


@pytest.mark.usefixtures("small_store")
def test_those_that_may_lie_in_an_area_can_be_shown_too() -> None:
    test = page(area="51_35_51.5_35.5")
    assert "**In the area drawn: 0 strikes** · 1 more may lie inside" in texts(test)
    test.button(key="area_reaching").click().run()
    assert "**In or around the area drawn: 1 strike** · 1 of them only may lie inside" in texts(test)
    assert test.query_params["reaching"] == "on"
    assert "Kursk Oblast" in drawn(test)
