"""An area drawn on the map with mouse, finger and keys: it filters the page, stays in the address, and is cleared."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Visit, Visiting

KHARKIV = (49.2, 35.3, 50.4, 37.8)  # south, west, north, east: around the city


def tool(visit: Visit, kind: str):  # type: ignore[no-untyped-def]  # a Playwright locator
    """A button of the area tools."""
    return visit.page.frame_locator(".st-key-map iframe").locator(f".area-tools .{kind}")


def at(visit: Visit, latitude: float, longitude: float) -> tuple[float, float]:
    """Where a point of the map is on the page."""
    box = visit.page.locator(".st-key-map iframe").bounding_box()
    assert box is not None
    x, y = visit.in_map(f"(p => [p.x, p.y])(map.latLngToContainerPoint([{latitude}, {longitude}]))")
    return box["x"] + x, box["y"] + y


def drag(page: Page, points: list[tuple[float, float]]) -> None:
    page.mouse.move(*points[0])
    page.mouse.down()
    for x, y in points[1:]:
        page.mouse.move(x, y, steps=6)
    page.mouse.up()


def told(visit: Visit) -> str:
    text: str = visit.part("area").inner_text()
    return text


def count(visit: Visit) -> int:
    """How many strikes the page shows, as it says itself."""
    found = re.match(r"([\d,]+) strikes? of", visit.part("count").inner_text())
    assert found
    return int(found[1].replace(",", ""))


def test_a_box_drawn_with_the_mouse_filters_map_table_counts_and_address(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    before = visit.in_map("[map.getZoom(), map.getCenter().lat]")
    everything = count(visit)
    tool(visit, "box").click()
    south, west, north, east = KHARKIV
    drag(visit.page, [at(visit, north, west), at(visit, south, east)])
    visit.page.wait_for_url("**area=*")
    visit.settle()
    visit.shot("a-box-drawn")
    assert visit.in_map("[map.getZoom(), map.getCenter().lat]") == before, "the map has not moved under the drag"
    inside = count(visit)
    assert 0 < inside < everything
    assert f"In the area drawn: {inside} strikes" in told(visit)
    assert "may lie inside" in told(visit), "the ring of Kharkiv Oblast is known of"
    for row in visit.rows("table"):
        assert "Kharkiv" in row or "Belgorod" in row, "rows are of that part of the country"
    link = visit.page.url
    assert re.search(r"area=49\.\d+_35\.\d+_50\.\d+_37\.\d+", link)

    visit.part("area").get_by_role("button", name="Show them too").click()
    visit.settle()
    assert count(visit) > inside
    assert "only may lie inside" in told(visit)

    again = visiting(shipped_url)
    again.open(link.removeprefix(shipped_url + "/"))
    assert count(again) == inside, "the link shows the same"

    visit.part("area").get_by_role("button", name="Clear area").click()
    visit.settle()
    assert count(visit) == everything
    assert "area=" not in visit.page.url
    assert not visit.errors


def test_a_lasso_drawn_with_a_finger(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=390, height=800, touch=True)
    visit.open()
    visit.page.locator(".st-key-map iframe").scroll_into_view_if_needed()
    tool(visit, "lasso").tap()
    box = visit.page.locator(".st-key-map iframe").bounding_box()
    assert box is not None
    around = [(0.2, 0.45), (0.5, 0.3), (0.85, 0.45), (0.8, 0.8), (0.45, 0.85), (0.22, 0.7)]
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in around]
    fingers = visit.page.context.new_cdp_session(visit.page)
    for kind, (x, y) in [("touchStart", points[0]), *(("touchMove", point) for point in points[1:])]:
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    visit.page.wait_for_url("**area=*")
    visit.settle()
    visit.shot("a-lasso-on-a-phone")
    numbers = re.findall(r"-?\d+(?:\.\d+)?", visit.page.url.split("area=")[1].split("&")[0])
    assert 6 <= len(numbers) <= 48, "few corners"
    assert f"In the area drawn: {count(visit)} strikes" in told(visit)
    assert not visit.errors


def test_by_keyboard_the_map_as_it_is_becomes_the_area(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    visit.in_map("map.setView([50, 36.2], 8, {animate: false}); true")
    visit.settle()
    tool(visit, "view").focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**area=*")
    visit.settle()
    assert "In the area drawn" in told(visit)
    edges = visit.in_map("(b => [b.getSouth(), b.getWest(), b.getNorth(), b.getEast()])(map.getBounds())")
    written = [float(number) for number in visit.page.url.split("area=")[1].split("&")[0].split("_")]
    assert written == pytest.approx(edges, abs=0.02)
    tool(visit, "clear").focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(re.compile(r"^(?!.*area=)"))
    assert not visit.errors


def test_escape_ends_drawing_and_a_click_draws_nothing(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    sheet = visit.page.frame_locator(".st-key-map iframe").locator(".area-sheet")
    tool(visit, "box").click()
    assert sheet.is_visible()
    visit.page.mouse.click(*at(visit, 50, 36))
    assert sheet.is_visible(), "the reader may try again"
    visit.page.keyboard.press("Escape")
    sheet.wait_for(state="detached")
    drag(visit.page, [at(visit, 50, 36), at(visit, 50, 34)])
    visit.settle()
    assert "area=" not in visit.page.url
    assert "strike=" not in visit.page.url
    assert visit.in_map("map.getCenter().lng") > 34, "the map moves under a drag again"


def test_an_area_of_a_link_that_is_none_is_named_and_nothing_is_lost(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?area=<b>here</b>&type=drone")
    warning = visit.page.locator("[data-testid=stAlert]").inner_text()
    assert "area=<b>here</b>" in warning
    assert "type=drone" in visit.page.url
    assert "area" not in visit.page.url
    assert not visit.dialogs
    assert not visit.errors
