"""The timeline with a real mouse, finger and keyboard: brush, handles, boxes, presets and address are one."""

import re

from playwright.sync_api import Locator, Page

from tests.browser.visits import Visit, Visiting

DATES = re.compile(r"from=([\d-]+)&to=([\d-]+)")


def part(visit: Visit, name: str) -> Locator:
    found: Locator = visit.part("timeline").locator(f".timeline .{name}")
    return found


def dates(visit: Visit) -> tuple[str, str]:
    """First and last day as the address says them."""
    found = DATES.search(visit.page.url)
    assert found, visit.page.url
    return found[1], found[2]


def in_boxes(visit: Visit) -> str:
    return "".join(visit.part("date_range").locator("[role=spinbutton]").all_inner_texts())


def wait_for_dates(visit: Visit, before: str) -> tuple[str, str]:
    visit.page.wait_for_url(lambda url: url != before and "from=" in url)
    visit.settle()
    return dates(visit)


def box(place: Locator) -> tuple[float, float, float, float]:
    place.scroll_into_view_if_needed()
    found = place.bounding_box()
    assert found is not None
    return found["x"], found["y"], found["width"], found["height"]


def drag(page: Page, place: Locator, begin: float, end: float) -> None:
    """A real mouse drag across a part of the timeline, from one share of its width to another."""
    x, y, width, height = box(place)
    page.mouse.move(x + width * begin, y + height / 2)
    page.mouse.down()
    page.mouse.move(x + width * end, y + height / 2, steps=6)
    page.mouse.up()


def test_a_drag_across_the_bars_sets_brush_boxes_and_address(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    before = visit.page.url
    drag(visit.page, part(visit, "bars"), 0.6, 0.8)
    first, last = wait_for_dates(visit, before)
    visit.shot("brushed")
    assert first < last
    assert in_boxes(visit) == (first + last).replace("-", "")
    assert f"Strikes per week · {int(first[-2:])} " in part(visit, "told").inner_text()
    visit.part("preset").get_by_text(re.compile(r"All \d+")).click()
    visit.page.wait_for_url(lambda url: "from=" not in url)
    visit.settle()
    assert "Strikes per month" in part(visit, "told").inner_text()
    assert not visit.errors


def test_boxes_presets_and_the_back_button_move_the_brush(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    visit.set_dates("2025-07-01", "2025-07-20")
    visit.page.wait_for_url("**from=2025-07-01&to=2025-07-20*")
    visit.settle()
    assert part(visit, "from").get_attribute("aria-valuetext") == "1 July 2025"
    assert part(visit, "to").get_attribute("aria-valuetext") == "20 July 2025"
    visit.part("preset").get_by_text("Newest 7 days").click()
    visit.page.wait_for_url(lambda url: "2025-07-01" not in url)
    visit.settle()
    assert "7 days" in part(visit, "told").inner_text()
    visit.page.go_back()
    visit.page.wait_for_url("**from=2025-07-01&to=2025-07-20*")
    visit.settle()
    assert part(visit, "to").get_attribute("aria-valuetext") == "20 July 2025"


def test_presets_say_how_many_strikes_each_leaves(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?type=drone")
    for name in ("Newest 30 days", "Newest year", "All"):
        preset = visit.part("preset").get_by_role("radio", name=name)
        told = preset.inner_text().removeprefix(name).strip()
        preset.click()
        visit.settle()
        assert visit.part("count").inner_text().split()[0] == told


def test_the_strip_lies_under_its_bars(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    left, __, width, __ = box(part(visit, "strip"))
    bars, __, whole, __ = box(part(visit, "bars"))
    first = visit.part("timeline").locator(".bars .grid, .bars .base").first.bounding_box()
    assert first is not None
    assert abs(first["x"] - left) < 2
    assert abs(left + width - bars - whole) < 2


def test_handles_and_brush_are_dragged_and_escape_gives_up(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-01-01&to=2025-06-30")
    mouse = visit.page.mouse
    x, y, width, height = box(part(visit, "from"))
    mouse.move(x + width / 2, y + height / 2)
    mouse.down()
    mouse.move(x - 60, y + height / 2, steps=4)
    visit.page.keyboard.press("Escape")
    mouse.up()
    visit.settle()
    assert dates(visit) == ("2025-01-01", "2025-06-30")
    assert part(visit, "from").get_attribute("aria-valuetext") == "1 January 2025"

    before = visit.page.url
    mouse.move(x + width / 2, y + height / 2)
    mouse.down()
    mouse.move(x - 60, y + height / 2, steps=4)
    mouse.up()
    wider = wait_for_dates(visit, before)
    assert wider[0] < "2025-01-01"
    assert wider[1] == "2025-06-30"

    before = visit.page.url
    x, y, width, height = box(part(visit, "window"))
    mouse.move(x + width / 2, y + height / 2)
    mouse.down()
    mouse.move(x + width / 2 + 30, y + height / 2, steps=4)
    mouse.up()
    moved = wait_for_dates(visit, before)
    assert moved[0] > wider[0]
    assert moved[1] > wider[1]


def test_the_keyboard_alone(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-07-01&to=2025-07-20")
    keys = visit.page.keyboard
    part(visit, "speed").focus()
    keys.press("Tab")
    visit.shot("focus")
    focused = (
        "document.querySelector('.st-key-timeline [data-testid=stBidiComponentIsolated]').shadowRoot.activeElement"
    )
    assert visit.page.evaluate(f"{focused}.getAttribute('aria-label')") == "First day"
    before = visit.page.url
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    assert wait_for_dates(visit, before) == ("2025-07-03", "2025-07-20")
    keys.press("Tab")
    before = visit.page.url
    keys.press("Shift+ArrowLeft")
    assert part(visit, "to").get_attribute("aria-valuetext") == "13 July 2025", "at once, before the server knows"
    assert wait_for_dates(visit, before) == ("2025-07-03", "2025-07-13")
    assert visit.page.evaluate(f"{focused}.getAttribute('aria-label')") == "Last day", "the focus stays"
    before = visit.page.url
    keys.press("Home")
    assert wait_for_dates(visit, before) == ("2025-07-03", "2025-07-03"), "the last day stops at the first"
    before = visit.page.url
    part(visit, "later").press("Enter")
    assert wait_for_dates(visit, before) == ("2025-07-04", "2025-07-04")


def test_a_finger_taps_a_bar_and_drags_a_handle(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=740, touch=True)
    visit.open()
    x, y, width, height = box(part(visit, "strip"))
    before = visit.page.url
    visit.page.touchscreen.tap(x + width * 0.9, y + height / 2)
    first, last = wait_for_dates(visit, before)
    assert (first[:7], first[-2:]) == (last[:7], "01"), "a tap takes the month"
    visit.shot("tapped")
    x, y, width, height = box(part(visit, "from"))
    assert width >= 24
    assert box(part(visit, "to"))[0] >= x + width - 10, "a finger can tell the handles apart"
    before = visit.page.url
    touch = visit.page.context.new_cdp_session(visit.page)
    for kind, at in (("touchStart", 0), ("touchMove", -10), ("touchMove", -40)):
        point = {"x": x + width / 2 + at, "y": y + height / 2}
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert wait_for_dates(visit, before)[0] < first
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not visit.errors


def test_play_walks_pauses_and_writes_the_address_once(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-06-01&to=2025-06-30")
    visit.in_map("window.still_here = true")
    history = visit.page.evaluate("history.length")
    part(visit, "play").click()
    assert part(visit, "play").get_attribute("aria-label") == "Pause"
    boxes = visit.part("date_range").locator("[role=spinbutton]")
    visit.page.wait_for_function("text => document.querySelector('.st-key-date_range').innerText !== text",
                                 arg=visit.part("date_range").inner_text())  # fmt: skip
    assert "2025-06-01" in visit.page.url, "the address waits for the end"
    pale = "Object.values(map._layers).filter(l => l.properties && l.properties.strength < 1).length"
    assert visit.in_map(pale) > 0, "days gone by fade"
    part(visit, "play").click()
    visit.page.wait_for_url(lambda url: "2025-06-01" not in url)
    visit.settle()
    visit.shot("paused")
    first, last = dates(visit)
    assert first > "2025-06-01"
    assert "".join(boxes.all_inner_texts()) == (first + last).replace("-", "")
    assert visit.page.evaluate("history.length") == history + 1
    assert visit.in_map("window.still_here"), "the map stayed"
    assert visit.in_map(pale) == 0
    assert not visit.errors


def test_the_bar_under_the_mouse_is_told(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-06-20&to=2025-07-10")
    bars = part(visit, "bars")
    x, y, _, height = box(bars)
    night = bars.locator("g[data-from='2025-06-20'] rect[data-look=night]").first.bounding_box()
    assert night is not None
    visit.page.mouse.move(x + 60, y + height / 2)
    visit.page.mouse.move(night["x"] + night["width"] / 2, y + height / 2)
    assert part(visit, "told").inner_text().startswith("Night of 20 June 2025 to 21 June 2025: 1 (")
    label = bars.get_attribute("aria-label")
    assert label is not None
    assert label.startswith("Strikes per day, 20 June 2025 to 10 July 2025. Most: ")
    spread = bars.locator("rect[data-look=spread]")
    assert spread.count() == 4, "dated from 30 June to 3 July"
    assert set(spread.evaluate_all("all => all.map(one => one.getAttribute('fill'))")) == {"url(#hatch-drone)"}
    visit.shot("night")
