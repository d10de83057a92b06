"""A place corrected by hand: filter, choose, click the map, sign, save; the strike has moved; no work is lost."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.geocode.sources.reviewed import Row, read_rows
from dashboard.geocode.sources.reviewed_write import save
from dashboard.pipeline import build
from dashboard.reports import Draft, write
from dashboard.settings import Settings
from tests.browser.visits import Visit, Visiting, serving

UMAN = "On Thursday a missile strike on Uman in Cherkasy region killed three people and injured 12, the governor said."
AMBIGUOUS = "On Thursday a missile hit Novoselivka, killing three people, officials in Ukraine said."


@pytest.fixture
def places_home(own_home: Settings, tmp_path: Path) -> Iterator[Settings]:
    """The shipped home with a strike on Uman, and one held back by an ambiguous village; put back afterwards."""
    shutil.copy(own_home.gazetteer, tmp_path / "gazetteer.csv")
    for title, body in (("Uman hit", UMAN), ("A village hit", AMBIGUOUS)):
        write(own_home.reports, Draft(body=body, title=title, published=date(2025, 9, 5), source="The Daily Test"))
    build(own_home)
    yield own_home
    shutil.copy(tmp_path / "gazetteer.csv", own_home.own_gazetteer)


def open_places(visit: Visit, path: str = "") -> None:
    visit.page.goto(f"{visit.url}/places{path}")
    visit.wait_for_map()


def choose_row(visit: Visit, name: str) -> None:
    row = next(i for i, text in enumerate(visit.rows("places_rows")) if f"| {name} |" in text or text.startswith(name))
    visit.click_row("places_rows", row)
    visit.part("details").locator("h3", has_text=name).wait_for()
    visit.settle()


def correct(visit: Visit) -> None:
    visit.part("place_correct").get_by_role("button").click()
    visit.part("place_save").wait_for()
    visit.settle()


def click_map(visit: Visit, x: float, y: float) -> tuple[float, float]:
    """A real click on the map; where it fell, as the form has it."""
    frame = visit.page.locator(".st-key-map iframe")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    point = visit.part("place_point").locator("input")
    before = point.input_value()
    visit.page.mouse.click(box["x"] + x, box["y"] + y)
    visit.page.wait_for_function(
        "before => document.querySelector('.st-key-place_point input').value !== before", arg=before
    )
    visit.settle()
    latitude, longitude = point.input_value().split(", ")
    return float(latitude), float(longitude)


def sign(visit: Visit, reason: str, name: str) -> None:
    visit.part("place_reason").locator("textarea").fill(reason)
    visit.part("place_name").locator("input").fill(name)


def press_save(visit: Visit) -> None:
    visit.part("place_save").get_by_role("button").click()
    visit.settle()


def row_named(home: Settings, name: str) -> Row | None:
    return next((row for row in read_rows(home.gazetteer) if row.name == name), None)


def test_a_place_is_corrected_on_the_map_and_its_strike_moves(
    places_home: Settings, shipped_url: str, visiting: Visiting
) -> None:
    on_map = visiting(shipped_url)
    on_map.open("?from=2025-09-01&to=2025-09-07")
    before = on_map.marks()["Uman"]

    visit = visiting(shipped_url)
    open_places(visit)
    visit.shot("first-view")
    visit.part("places_text").locator("input").fill("Умань")
    visit.page.keyboard.press("Enter")
    visit.page.get_by_text("No place matches").wait_for()
    visit.part("places_text").locator("input").fill("uman")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**q=uman*")
    visit.settle()
    choose_row(visit, "Uman")
    visit.shot("chosen")
    details = visit.part("details").inner_text()
    assert "Not reviewed · 1 strike" in details
    assert "strike on Uman in Cherkasy region" in details
    assert re.search(r"Chosen because '.*' stands beside it", details), "the reason, in words"
    assert "assumed" in details

    correct(visit)
    press_save(visit)
    visit.part("details").get_by_text("Sign with your name").wait_for()
    visit.shot("unsigned")
    assert "Give the reason" in visit.part("details").inner_text()
    visit.part("place_point").locator("input").fill("95, 30")
    visit.page.keyboard.press("Enter")
    visit.page.get_by_text("The latitude 95 is out of range").first.wait_for()
    visit.shot("out-of-range")
    assert row_named(places_home, "Uman") is None, "nothing is saved yet"

    point = click_map(visit, 200, 150)
    visit.shot("clicked")
    sign(visit, "the station lies there", "Olena")
    press_save(visit)
    visit.page.get_by_text("Saved.").wait_for()
    visit.shot("saved")
    row = row_named(places_home, "Uman")
    assert row is not None
    assert (row.latitude, row.longitude) == point
    assert (row.status, row.decided_by, row.note) == ("accepted", "Olena", "the station lies there")
    assert "1 strike" in visit.page.get_by_text("Saved.").inner_text()
    assert "Reviewed" in visit.part("details").inner_text()

    on_map.open("?from=2025-09-01&to=2025-09-07")
    moved = on_map.marks()["Uman"]
    assert moved == pytest.approx(point)
    assert moved != before
    on_map.click_mark("Uman")
    on_map.part("details").get_by_text("Chosen because").wait_for()
    on_map.shot("moved")
    on_map.part("details").get_by_text("About this place").click()
    on_map.part("details").locator("h3", has_text="Uman").wait_for()
    on_map.wait_for_map()
    assert "Olena" in on_map.part("details").inner_text(), "the way back leads to the place"
    assert not visit.errors + on_map.errors
    others = [address for address in visit.asked + on_map.asked if "openstreetmap" not in address]
    assert others == []


def test_an_ambiguous_name_is_placed_by_choosing_a_candidate(
    places_home: Settings, shipped_url: str, visiting: Visiting
) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-09-01&to=2025-09-07")
    assert "held back by names without a place" in visit.part("count").inner_text()
    visit.page.get_by_text("What is left out").click()
    visit.page.get_by_text("Names without a place, which hold back").click()
    visit.page.wait_for_url("**/places?show=ambiguous*")
    visit.wait_for_map()
    choose_row(visit, "Novoselivka")
    details = visit.part("details").inner_text()
    assert "1 strike held back" in details
    assert "Ambiguous: 4 other candidates" in details
    assert "Novoselivka, Poltava Oblast, Ukraine (village)\nscore" in details
    visit.shot("candidates")

    correct(visit)
    press_save(visit)
    visit.part("details").get_by_text("Choose which place is meant").wait_for()
    visit.part("place_choice").get_by_role("combobox").click()
    visit.page.get_by_role("option", name="Novoselivka, Donetsk Oblast").click()
    visit.settle()
    assert visit.part("place_point").locator("input").input_value() == "49.07010, 37.69517"
    sign(visit, "the officials named the oblast elsewhere", "Taras")
    visit.shot("chosen-candidate")
    press_save(visit)
    visit.page.get_by_text("Saved.").wait_for()
    visit.shot("placed")
    row = row_named(places_home, "Novoselivka")
    assert row is not None
    assert (row.admin1, row.origin, row.licence) == ("Donetsk Oblast", "GeoNames", "CC BY 4.0")
    visit.open("?from=2025-09-01&to=2025-09-07")
    assert "Novoselivka" in visit.marks()
    assert not visit.errors


def test_the_second_of_two_who_save_sees_the_first_one_s_decision(
    places_home: Settings, shipped_url: str, visiting: Visiting
) -> None:
    olena, taras = visiting(shipped_url), visiting(shipped_url)
    for visit in (olena, taras):
        open_places(visit, "?q=uman")
        choose_row(visit, "Uman")
        correct(visit)
    first = click_map(olena, 200, 150)
    sign(olena, "the station", "Olena")
    press_save(olena)
    olena.page.get_by_text("Saved.").wait_for()

    second = click_map(taras, 500, 400)
    assert second != first
    sign(taras, "the mill", "Taras")
    press_save(taras)
    taras.part("details").get_by_text("has saved another decision").wait_for()
    taras.shot("conflict")
    theirs = taras.part("details").locator(".theirs").inner_text()
    assert f"{first[0]:g}"[:7] in theirs
    assert "the station" in theirs
    row = row_named(places_home, "Uman")
    assert row is not None
    assert (row.latitude, row.longitude, row.decided_by) == (*first, "Olena"), "not overwritten"
    press_save(taras)
    taras.settle()
    assert row_named(places_home, "Uman") == row, "pressing again does not overwrite either"
    taras.part("details").get_by_text("Put mine in its place").click()
    press_save(taras)
    taras.page.get_by_text("Saved.").wait_for()
    row = row_named(places_home, "Uman")
    assert row is not None
    assert (row.latitude, row.longitude, row.decided_by) == (*second, "Taras"), "now that it was read"

    shostka = next(row for row in read_rows(places_home.gazetteer) if row.name == "Poltava" or row.kind == "city")
    save(places_home.gazetteer, replace(shostka, note="looked at"), replacing=shostka)
    assert row_named(places_home, "Uman") == row, "what others save beside it stays"
    assert not olena.errors + taras.errors


def test_a_public_page_shows_places_and_changes_none(shipped: Settings, visiting: Visiting) -> None:
    with serving(shipped, public=True) as url:
        visit = visiting(url)
        open_places(visit, "?q=engels")
        choose_row(visit, "Engels")
        visit.shot("public")
        assert "Chosen because" in visit.part("details").inner_text()
        assert visit.part("place_correct").count() == 0
        assert visit.part("place_save").count() == 0
        assert not visit.errors


def test_on_a_phone_a_place_is_read_and_corrected(places_home: Settings, shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=740)
    open_places(visit, "?q=uman")
    choose_row(visit, "Uman")
    visit.shot("chosen")
    correct(visit)
    visit.part("place_point").locator("input").fill("48.7, 30.3")
    visit.page.keyboard.press("Enter")
    visit.settle()
    press_save(visit)
    message = visit.part("details").get_by_text("Sign with your name")
    message.wait_for()
    visit.shot("unsigned")
    sign(visit, "the station", "Olena")
    press_save(visit)
    visit.page.get_by_text("Saved.").wait_for()
    visit.shot("saved")
    row = row_named(places_home, "Uman")
    assert row is not None
    assert (row.latitude, row.longitude, row.source) == (48.7, 30.3, row.source)
    assert not visit.errors
