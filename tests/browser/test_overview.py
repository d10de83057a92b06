"""By region and heat in place of marks, with mouse, finger and keys; the table of regions, and its file."""

import re
from urllib.parse import parse_qs, urlsplit

from tests.browser.visits import Visit, Visiting


def discs(visit: Visit):  # type: ignore[no-untyped-def]  # a Playwright locator
    """The discs of the regions."""
    return visit.page.frame_locator(".st-key-map iframe").locator(".region-disc")


def show_as(visit: Visit, way: str) -> None:
    visit.part("map_way").get_by_role("radio", name=way).click()
    visit.settle()


def asked(visit: Visit, name: str) -> list[str]:
    return parse_qs(urlsplit(visit.page.url).query).get(name, [])


def cells(visit: Visit, row: str) -> list[str]:
    """The cells of a region's row."""
    line = visit.part("region_table").locator("tbody tr", has_text=row)
    texts: list[str] = line.locator("td").all_inner_texts()
    return texts


def test_regions_are_discs_with_their_numbers_and_a_click_leaves_one(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    visit.in_map("window.still_here = true")
    show_as(visit, "By region")
    visit.shot("by-region")
    assert asked(visit, "view") == ["regions"]
    disc = visit.page.frame_locator(".st-key-map iframe").locator("[aria-label^='Kharkiv Oblast,']")
    number = disc.locator(".face").inner_text()
    assert cells(visit, "Kharkiv Oblast")[1] == number
    assert visit.page.get_by_text(re.compile(r"\d strikes? of no known region")).is_visible()
    disc.click()
    visit.page.wait_for_url("**region=*")
    visit.settle()
    visit.shot("one-region")
    assert asked(visit, "region") == ["Kharkiv Oblast, UA"]
    assert visit.part("count").inner_text().startswith(f"{number} strikes of")
    assert all("Kharkiv" in row for row in visit.rows("table"))
    assert discs(visit).count() > 20, "the others stay, to be chosen instead"
    assert disc.get_attribute("aria-pressed") == "true"
    disc.click()
    visit.page.wait_for_function("() => !location.search.includes('region=')")
    assert visit.in_map("window.still_here") is True, "the map was not made anew"
    assert not visit.errors


def test_regions_by_keyboard_on_the_map_and_in_the_table(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?view=regions")
    disc = visit.page.frame_locator(".st-key-map iframe").locator("[aria-label^='Sumy Oblast,']")
    disc.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**region=Sumy*")
    visit.settle()
    visit.page.keyboard.press(" ")  # the focus has stayed where it was
    visit.page.wait_for_function("() => !location.search.includes('region=')")
    visit.settle()
    table = visit.part("region_table")
    table.get_by_role("button", name="Region", exact=True).press("Enter")
    visit.settle()
    first = table.locator("tbody button").first
    name = first.inner_text()
    assert name < table.locator("tbody button").nth(1).inner_text(), "in the order of the alphabet"
    first.focus()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**region=*")
    visit.settle()
    assert table.locator("tr[aria-current] button").inner_text() in asked(visit, "region")[0]
    assert not visit.errors


def test_the_table_of_regions_is_a_file_too(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?view=regions")
    with visit.page.expect_download() as download:
        visit.part("region_table").get_by_role("button", name="CSV").click()
    lines = download.value.path().read_text("utf-8").splitlines()
    assert lines[0] == "region,country,strikes,killed_at_least,injured_at_least,last_strike"
    everything = int(visit.part("count").inner_text().split()[0])
    assert sum(int(line.split(",")[2]) for line in lines[1:]) == everything, "those of no known region, too"


def test_heat_is_drawn_anew_for_a_view_and_says_what_its_shades_mean(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?view=heat")
    hexagons = "Object.values(map._layers).filter(l => l.options && l.options.stroke === false).length"
    assert 30 < visit.in_map(hexagons) <= 1500
    shades = visit.page.frame_locator(".st-key-map iframe").locator(".heat-shades")
    legend = shades.inner_text()
    assert re.match(r"Strikes per hexagon of \d+ km\n", legend)
    assert legend.split()[-4:] == ["0.3", "1", "3", "10"], "the numbers between the shades"
    visit.shot("heat")
    visit.in_map("map.setView([50, 36.2], 9, {animate: false}); true")
    visit.page.wait_for_function(
        "() => document.querySelector('.st-key-map iframe').contentWindow.strikemap.state.cover.zoom === 9"
    )
    visit.settle()
    visit.shot("heat-nearer")
    assert shades.inner_text() != legend, "of the hexagons that are there now"
    show_as(visit, "Marks")
    assert visit.in_map(hexagons) == 0
    assert shades.count() == 0
    assert visit.marks()
    assert not visit.errors


def test_on_a_phone_a_tap_chooses_a_region(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=800, touch=True)
    visit.open("?view=regions")
    visit.page.frame_locator(".st-key-map iframe").locator("[aria-label^='Dnipropetrovsk Oblast,']").tap()
    visit.page.wait_for_url("**region=*")
    visit.settle()
    visit.shot("a-region-on-a-phone")
    assert asked(visit, "region") == ["Dnipropetrovsk Oblast, UA"]
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
