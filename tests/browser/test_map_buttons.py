"""The buttons on the map, with mouse, finger and keyboard: large view, all strikes, the chosen one."""

from playwright.sync_api import FrameLocator

from tests.browser.visits import Visit, Visiting

MAP = "document.querySelector('.st-key-map iframe').contentWindow.strikemap.state.map"


def frame(visit: Visit) -> FrameLocator:
    found: FrameLocator = visit.page.frame_locator(".st-key-map iframe")
    return found


def size(visit: Visit) -> tuple[float, float]:
    box = visit.page.locator(".st-key-map iframe").bounding_box()
    assert box is not None
    return box["width"], box["height"]


def in_view(visit: Visit) -> int:
    """How many marks of strikes lie within the map's edges."""
    number: int = visit.in_map(
        "strikemap.state.marks.getLayers().filter(l => l.properties.n && map.getBounds().contains(l._latlng)).length"
    )
    return number


def test_the_large_view_fills_the_window_and_escape_leaves_it(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    before = size(visit)
    centre = visit.in_map("[map.getCenter().lat, map.getZoom()]")
    visit.in_map("window.still_here = true")
    frame(visit).get_by_label("Large view").click()
    visit.page.wait_for_function("() => document.querySelector('.st-key-map iframe').clientWidth === innerWidth")
    visit.settle()
    visit.click_mark("Novorossiysk")
    visit.part("details").locator(".strike-head").wait_for()
    visit.settle()
    visit.shot("large")
    box = visit.part("details").locator(".strike-head").bounding_box()
    assert box is not None
    assert box["x"] > size(visit)[0] / 2, "the words of the strike lie over the map's edge"
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_function("() => document.querySelector('.st-key-map iframe').clientWidth < innerWidth")
    visit.settle()
    assert size(visit) == before
    assert visit.in_map("window.still_here") is True
    now = visit.in_map("[map.getCenter().lat, map.getZoom()]")
    assert now[1] == centre[1]
    assert abs(now[0] - centre[0]) < 0.5
    assert not visit.errors


def test_all_of_them_and_the_chosen_one(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    mine = frame(visit).get_by_label("Show the chosen strike")
    assert mine.is_disabled()
    visit.click_mark("Novorossiysk")
    visit.page.wait_for_url("**strike=*")
    visit.settle()
    visit.in_map("map.setView([30, 0], 8, {animate: false}); true")
    visit.settle()
    assert in_view(visit) == 0
    mine.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function(f"() => {MAP}.getCenter().lat > 40")
    visit.settle()
    assert "Novorossiysk" in visit.marks()
    assert in_view(visit) >= 1
    frame(visit).get_by_label("Show all strikes").click()
    visit.page.wait_for_function("() => document.querySelector('.st-key-map iframe').contentWindow.map.getZoom() < 8")
    visit.settle()
    all_marks = visit.in_map("strikemap.state.marks.getLayers().filter(l => l.properties.n).length")
    assert in_view(visit) == all_marks


def test_the_area_of_the_address_is_found_again(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?area=49_35_50.5_37.5&base=plain")
    visit.in_map("map.setView([30, 0], 5, {animate: false}); true")
    visit.settle()
    frame(visit).get_by_label("Show the chosen strike, or the area").click()
    visit.page.wait_for_function(
        "() => document.querySelector('.st-key-map iframe').contentWindow.map.getCenter().lat > 40"
    )
    assert visit.in_map("map.getBounds().contains([[49, 35], [50.5, 37.5]]) && map.getZoom() >= 7") is True


def test_a_finger_reaches_the_buttons_of_a_phone(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=800, touch=True)
    visit.open()
    visit.part("map").scroll_into_view_if_needed()
    button = frame(visit).get_by_label("Large view")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 32
    button.tap()
    visit.page.wait_for_function("() => document.querySelector('.st-key-map iframe').clientHeight >= 780")
    visit.settle()
    visit.shot("large")
    frame(visit).get_by_label("Leave the large view").tap()
    visit.page.wait_for_function("() => document.querySelector('.st-key-map iframe').clientHeight < 500")
