"""Marks under mouse, finger and keys: what they say, where a region is hit, and strikes at one point opened out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.settings import Settings
from tests.benchmarks import made_up
from tests.browser.visits import Visit, Visiting, served


@pytest.fixture(scope="module")
def many_url(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[str]:
    """A server with strikes enough for any number of them at one point."""
    settings = Settings(home=tmp_path_factory.mktemp("many"), cache=cache)
    made_up.write_store(settings.store, 30_000)
    with served(settings) as url:
        yield url


def on_page(visit: Visit, of_mark: str) -> tuple[float, float]:
    """Where a point of a mark is on the page; `of_mark` is an expression of the mark `l` in the map's layers."""
    frame = visit.page.locator(".st-key-map iframe")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    x, y = visit.in_map(f"(p => [p.x, p.y])(map.layerPointToContainerPoint({of_mark}))")
    assert box is not None
    return box["x"] + x, box["y"] + y


def marks(visit: Visit, kind: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = visit.in_map(
        f"strikemap.state.marks.getLayers().map(l => l.properties).filter(p => p.kind === '{kind}')"
    )
    return found


def chosen(visit: Visit) -> str:
    found = re.search(r"strike=([^&]+)", visit.page.url)
    return found[1] if found else ""


def leg(at: int) -> str:
    return (
        f"strikemap.state.marks.getLayers().find(l => l.properties.kind === 'leg' && l.properties.at === {at})._point"
    )


def test_the_first_click_on_a_map_that_is_half_out_of_sight_moves_nothing(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, height=600)
    visit.open("?base=plain")
    box = visit.page.locator(".st-key-map iframe").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] > 600
    ((x, y, strike),) = visit.in_map(
        "strikemap.state.marks.getLayers().filter(l => l.properties.kind === 'dot' && l.properties.n === 1)"
        ".map(l => [map.latLngToContainerPoint(l._latlng), l.properties.id]).map(([p, id]) => [p.x, p.y, id])"
        ".filter(([x, y]) => x > 100 && x < 600 && y > 20).sort((a, b) => a[1] - b[1]).slice(0, 1)"
    )
    visit.page.mouse.click(box["x"] + x, box["y"] + y)
    visit.page.wait_for_url("**strike=*")
    assert chosen(visit) == strike
    assert visit.page.locator(".st-key-map iframe").bounding_box() == box


def test_a_mark_says_how_exactly_it_lies(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    assert "somewhere in the town or village, within about 6 km" in visit.label_of("Novorossiysk")


def test_a_region_is_hit_on_its_rim_and_on_its_name_alone(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?precision=admin1&base=plain")
    ring = "strikemap.state.marks.getLayers().find(l => l.properties.name === 'Kursk Oblast')"
    visit.in_map(f"map.setView({ring}._latlng, 7, {{animate: false}}); true")
    visit.settle()
    visit.page.mouse.click(*on_page(visit, f"{ring}._point"))
    visit.settle()
    assert not chosen(visit), "a click into the middle, where nobody said it was, chooses nothing"
    for offset in ("[0, {r}]", "[0, -{r}]"):
        radius = visit.in_map(f"{ring}._radius")
        visit.page.mouse.click(*on_page(visit, f"{ring}._point.add({offset.format(r=radius)})"))
        visit.page.wait_for_url("**strike=*")
        visit.settle()
        visit.shot("region")
        assert "Kursk Oblast" in visit.part("details").inner_text()
        visit.part("details").get_by_role("button", name="Close").click()
        visit.page.wait_for_url(lambda url: "strike=" not in url)
        visit.settle()


def test_strikes_at_one_point_open_out_and_are_stepped_through(many_url: str, visiting: Visiting) -> None:
    visit = visiting(many_url)
    visit.open("?precision=settlement&base=plain")
    visit.in_map("map.setZoom(10, {animate: false}); true")
    visit.page.wait_for_function(
        "() => document.querySelector('.st-key-map iframe').contentWindow.strikemap.state.cover.zoom === 10"
    )
    visit.settle()
    stack = (
        "strikemap.state.marks.getLayers().filter(l => l.properties.n > 2 && l.properties.kind === 'dot')"
        ".sort((a, b) => a._latlng.distanceTo(map.getCenter()) - b._latlng.distanceTo(map.getCenter()))[0]"
    )
    count = visit.in_map(f"{stack}.properties.n")
    visit.page.mouse.click(*on_page(visit, f"{stack}._point"))
    visit.page.wait_for_url("**strike=*")
    visit.settle()
    visit.shot("opened")
    legs = sorted(marks(visit, "leg"), key=lambda one: int(str(one["at"])))
    assert len(legs) == min(count, 24)
    assert len({one["id"] for one in legs}) == len(legs)
    first = chosen(visit)
    visit.page.mouse.click(*on_page(visit, leg(2)))
    visit.page.wait_for_url(lambda url: first not in url)
    visit.settle()
    assert chosen(visit) == legs[2]["id"]
    before = visit.in_map("[map.getZoom(), map.getCenter().lat]")
    visit.part("here_before").get_by_role("button").focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"**strike={legs[1]['id']}*")
    visit.settle()
    assert [one["id"] for one in marks(visit, "leg") if one["selected"]] == [legs[1]["id"]]
    assert visit.in_map("[map.getZoom(), map.getCenter().lat]") == before
    visit.part("details").get_by_role("button", name="Close").click()
    visit.page.wait_for_url(lambda url: "strike=" not in url)
    visit.settle()
    assert marks(visit, "leg") == []
    assert not visit.errors


def test_a_finger_chooses_among_strikes_at_one_point(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=800, touch=True)
    visit.open("?q=poltava&base=plain")
    stack = "strikemap.state.marks.getLayers().find(l => l.properties.n > 1 && l.properties.kind === 'dot')"
    visit.page.touchscreen.tap(*on_page(visit, f"{stack}._point"))
    visit.page.wait_for_url("**strike=*")
    visit.settle()
    first = chosen(visit)
    other = next(one for one in marks(visit, "leg") if not one["selected"])
    visit.page.touchscreen.tap(*on_page(visit, leg(int(str(other["at"])))))
    visit.page.wait_for_url(lambda url: first not in url)
    visit.settle()
    visit.shot("opened")
    assert chosen(visit) == other["id"]
