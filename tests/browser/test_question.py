"""A question as a newcomer asks it, answered in three clicks: what was hit in Kharkiv's districts in January 2026?"""

from playwright.sync_api import Locator

from tests.browser.visits import Visit, Visiting


class Clicks:
    """A reader's clicks, counted."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.number = visit, 0

    def on(self, what: Locator) -> None:
        what.click()
        self.number += 1
        self.visit.settle()

    def at(self, x: float, y: float) -> None:
        self.visit.page.mouse.click(x, y)
        self.number += 1
        self.visit.settle()


def bar_of(visit: Visit, month: str) -> tuple[float, float]:
    """Where the timeline has the bar of a month, found as a reader does: by what it says under the mouse."""
    bars = visit.part("timeline").locator(".bars")
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    for step in range(int(box["width"]) // 4):
        x = box["x"] + box["width"] - 2 - 4 * step
        visit.page.mouse.move(x, y)
        if visit.part("timeline").locator(".told").inner_text().startswith(month):
            return x, y
    raise AssertionError(f"no bar of {month}")


def answers(visit: Visit) -> str:
    """What the details say, once they tell of the strike asked for."""
    visit.part("details").locator(".strike-head", has_text="Kyivskyi District, Kharkiv").wait_for()
    visit.settle()
    text: str = visit.part("details").inner_text()
    return text


def assert_answered(told: str) -> None:
    for part, question in (
        ("Missile", "what it was"),
        ("2 January 2026", "when"),
        ("the city district, not the spot within it; within about 4 km", "how exact the place is"),
        ("Confirmed", "how sure it is"),
        ("stated as fact by the authority", "what that means"),
        ("Oleh Syniehubov, head of the regional military administration", "who says so"),
        ("UNN", "which report"),
        ("destroyed a five-storey block of flats", "in its own words"),
    ):
        assert part in told, question


def test_by_the_month_on_the_timeline(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    clicks = Clicks(visit)
    clicks.at(*bar_of(visit, "January 2026"))
    clicks.on(visit.part("precisions").get_by_role("button", name="City district"))
    assert visit.part("count").inner_text().startswith("1 strike of")
    clicks.on(visit.part("latest").get_by_role("button"))
    assert_answered(answers(visit))
    visit.shot("answered")
    assert clicks.number == 3


def test_by_the_region_on_the_map(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    clicks = Clicks(visit)
    clicks.on(visit.part("map_way").get_by_role("radio", name="By region"))
    clicks.on(visit.page.frame_locator(".st-key-map iframe").locator("[aria-label^='Kharkiv Oblast,']"))
    visit.page.wait_for_url("**region=*")
    visit.settle()
    clicks.on(visit.part("latest").get_by_role("button", name="2026-01-02"))
    assert_answered(answers(visit))
    assert clicks.number == 3
