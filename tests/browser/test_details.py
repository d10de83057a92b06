"""The details with a real mouse, finger and keyboard: stepping through a selection, a sentence, the phone's sheet."""

from playwright.sync_api import Locator

from tests.browser.visits import SCREENSHOTS, Visit, Visiting

JULY = "?from=2025-07-01&to=2025-07-20"
COVERED = """([x, y]) => document.elementFromPoint(x, y).tagName"""


def heading(visit: Visit) -> Locator:
    found: Locator = visit.part("details").locator("h3")
    return found


def test_the_keyboard_steps_through_the_selection(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open(JULY)
    places = visit.part("table").locator("td.place").all_inner_texts()
    visit.part("table").locator("tbody button").first.press("Enter")
    visit.page.wait_for_url("**strike=*")
    visit.settle()
    where = visit.part("steps").locator(".where")
    assert where.inner_text() == f"1 of {len(places)}"
    assert visit.part("step_previous").get_by_role("button").is_disabled()
    visit.part("step_next").get_by_role("button").focus()
    for number, place in enumerate(places[1:4], start=2):
        visit.page.keyboard.press("Enter")
        where.get_by_text(f"{number} of").wait_for()
        visit.settle()
        assert heading(visit).inner_text() == place
        assert visit.part("table").locator("tr[aria-current] td.place").inner_text() == place
    visit.part("step_previous").get_by_role("button").click()
    where.get_by_text("3 of").wait_for()
    visit.settle()
    assert heading(visit).inner_text() == places[2]
    latitude = visit.in_map("map.getCenter().lat")
    visit.part("step_next").get_by_role("button").click()
    where.get_by_text("4 of").wait_for()
    visit.settle()
    assert visit.in_map("map.getCenter().lat") != latitude, "the map follows"
    assert not visit.errors


def test_a_report_s_sentence_stands_between_its_neighbours(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2024-12-20&to=2024-12-20&q=Rylsk")
    visit.click_row("table", 0)
    heading(visit).wait_for()
    visit.settle()
    details = visit.part("details")
    assert details.locator("h4").all_inner_texts()[:2] == ["What the report says", "Other reports of it (1)"]
    assert details.locator("article.account").count() == 2
    assert "".join(details.locator("blockquote .beside").all_inner_texts()).strip()
    visit.shot("neighbours")
    details.get_by_text("Open in the report").first.click()
    visit.part("report").locator(".report-text").wait_for()
    assert "Rylsk" in visit.part("report").inner_text()


def test_on_a_phone_the_sheet_covers_no_mark(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=740, touch=True)
    visit.open(JULY)
    visit.page.touchscreen.tap(*visit.point_of("Poltava"))
    heading(visit).get_by_text("Poltava").wait_for()
    visit.page.wait_for_timeout(1200)  # the page scrolls smoothly
    visit.page.screenshot(path=SCREENSHOTS / "phone-sheet.png")
    frame = visit.page.locator(".st-key-map iframe").bounding_box()
    sheet = visit.part("details").bounding_box()
    told = heading(visit).bounding_box()
    assert frame is not None
    assert sheet is not None
    assert told is not None
    assert sheet["y"] >= frame["y"] + frame["height"], "below the map, not over it"
    assert told["y"] + told["height"] < 740, "seen without scrolling"
    x, y = visit.in_map("(p => [p.x, p.y])(map.latLngToContainerPoint([49.59, 34.55]))")
    assert visit.page.evaluate(COVERED, [frame["x"] + x, frame["y"] + y]) == "IFRAME"
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    visit.part("close_details").get_by_role("button").tap()
    heading(visit).wait_for(state="detached")
    assert not visit.errors
