"""A reader's day, with the network cut off: dates, a click, the details, the link."""

from tests.browser.visits import SCREENSHOTS, Visit, Visiting

THE_DAY = "2025-07-03"


def count(visit: Visit) -> int:
    return int(visit.part("count").inner_text().split()[0].replace(",", ""))


def test_a_day_a_click_the_details_and_the_link(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    visit.shot("first-view")
    everything = count(visit)
    assert "Poltava" in visit.marks()

    visit.set_dates(THE_DAY, THE_DAY)
    visit.page.wait_for_url(f"**from={THE_DAY}&to={THE_DAY}*")
    visit.settle()
    visit.shot("one-day")
    shown = count(visit)
    assert 0 < shown < everything
    rows = visit.rows("table")
    assert len(rows) == shown
    assert "Poltava" in "".join(rows)
    marks = visit.marks()
    assert {"Poltava", "Kryvyi Rih"} <= set(marks)
    assert not {"Ternopil", "Odesa", "Engels"} & set(marks), "struck on other days"

    visit.click_mark("Poltava")
    details = visit.part("details")
    details.locator(".strike-head").wait_for()
    visit.settle()
    visit.shot("the-strike")
    earlier = details.locator("article.account", has_text="published 4 July 2025")
    assert "killed 2 · injured 47" in earlier.inner_text()
    assert "On Thursday an airstrike on Poltava killed two people and injured 47." in earlier.inner_text()
    assert "two people" in earlier.locator("mark.told-killed").all_inner_texts()
    assert "47" in earlier.locator("mark.told-injured").all_inner_texts()
    link = earlier.locator("a").first
    assert link.get_attribute("href") == "https://newsfinale.com/news/trump-putin-kyiv-russia-attack"
    later = details.locator("article.account", has_text="published 12 July 2025")
    assert later.count() == 1, "the later report of the same strike stands there too, with its own figures"
    text = details.inner_text()

    again = visiting(shipped_url)
    again.page.goto(visit.page.url)
    again.wait_for_map()
    again.part("details").locator(".strike-head").wait_for()
    again.settle()
    again.shot("opened-anew")
    assert count(again) == shown
    assert again.rows("table") == rows
    assert again.marks() == marks
    assert again.part("details").inner_text() == text
    assert not visit.errors + again.errors


def test_enter_takes_the_dates_and_the_back_button_gives_them_back(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    everything = count(visit)
    first = visit.part("date_range").locator("[role=spinbutton]").first
    first.click()
    visit.page.keyboard.type(THE_DAY.replace("-", ""), delay=25)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"**from={THE_DAY}*")
    visit.settle()
    assert count(visit) < everything
    visit.page.go_back()
    visit.part("count").get_by_text(f"{everything} strikes of").wait_for()
    visit.settle()
    assert "from=" not in visit.page.url
    assert first.inner_text() != THE_DAY[:4], "the boxes follow, too"
    assert not visit.errors


def test_the_way_from_a_report_to_the_map_shows_its_strike(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?type=missile")
    visit.page.get_by_role("link", name="Reports").first.click()
    visit.part("reports").locator("canvas").first.wait_for()
    visit.page.get_by_role("link", name="Map").first.click()
    visit.page.wait_for_url("**type=missile*")
    visit.page.goto(f"{shipped_url}/reports?report=2025-07-04_overnight-wave")
    report = visit.part("report")
    report.locator("[class*=st-key-account_]", has_text="Poltava").get_by_text("On the map").click()
    visit.wait_for_map()
    assert visit.part("details").locator("h3").inner_text() == "Poltava"
    assert not visit.errors


def test_on_a_phone_a_tapped_mark_is_told_at_once(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=740)
    visit.open(f"?from={THE_DAY}&to={THE_DAY}")
    visit.click_mark("Poltava")
    told = visit.part("details").locator("h3", has_text="Poltava")
    told.wait_for()
    visit.settle()
    visit.page.screenshot(path=SCREENSHOTS / "phone-tapped.png")
    visit.page.wait_for_function(  # without scrolling; the page itself comes to it smoothly
        "() => { const told = document.querySelector('.st-key-details h3').getBoundingClientRect();"
        " return told.top > 0 && told.bottom < innerHeight }"
    )
    visit.part("close_details").get_by_role("button").click()
    told.wait_for(state="detached")


def test_nothing_is_asked_of_another_machine_but_tiles(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    assert visit.in_map("strikemap.state.outlines") > 150
    assert visit.in_map("document.querySelectorAll('.town').length") > 5
    for page, part in (("reports", "reports"), ("coverage", "coverage"), ("places", "places_rows")):
        visit.page.goto(f"{shipped_url}/{page}")
        visit.part(part).locator("canvas").first.wait_for()
        visit.settle()
    others = [address for address in visit.asked if not address.startswith("https://tile.openstreetmap.org/")]
    assert others == []
    assert visit.asked, "with a network the tiles would load"
    assert not visit.errors


def test_filters_keep_zoom_and_centre(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    visit.in_map("map.setView([48.5, 36.5], 7, {animate: false}); window.still_here = true")
    before = count(visit)
    visit.part("types").get_by_role("button", name="Drone").click()
    visit.page.wait_for_url("**type=drone*")
    visit.settle()
    visit.shot("drones-only")
    assert 0 < count(visit) < before
    assert visit.in_map("[map.getZoom(), map.getCenter().lat, map.getCenter().lng, window.still_here]") == [
        7,
        *visit.in_map("[map.getCenter().lat, map.getCenter().lng]"),
        True,
    ]
    assert abs(visit.in_map("map.getCenter().lat") - 48.5) < 0.01
    assert "2 July 2025" not in visit.part("details").inner_text()


def test_a_row_chooses_the_strike_and_moves_the_map(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?precision=settlement&q=Ternopil")
    assert len(visit.rows("table")) >= 1
    visit.click_row("table", 0)
    visit.page.wait_for_url("**strike=*")
    visit.part("details").locator(".strike-head").wait_for()
    visit.settle()
    visit.shot("row-chosen")
    assert "Ternopil" in visit.part("details").inner_text()
    latitude, longitude, zoom = visit.in_map("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    assert abs(latitude - 49.55) < 0.1
    assert abs(longitude - 25.59) < 0.1
    assert zoom >= 8


def test_mentions_can_be_switched_off(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    mentions = "Object.values(map._layers).filter(l => l.properties && l.properties.kind === 'mention').length"
    assert visit.in_map(mentions) > 0
    visit.part("legend").get_by_role("button", name="only named").click()
    visit.page.wait_for_url("**mentions=off*")
    visit.settle()
    assert visit.in_map(mentions) == 0


def test_the_page_fits_a_phone_and_both_themes(shipped_url: str, visiting: Visiting) -> None:
    for width in (1440, 1024, 360):
        for dark in (False, True):
            visit = visiting(shipped_url, width=width, height=1800 if width > 400 else 2800, dark=dark)
            visit.open()
            visit.shot(f"{width}-{'dark' if dark else 'light'}")
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
            assert visit.in_map("strikemap.state.look.dark") is dark
            assert not visit.errors
