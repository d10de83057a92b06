"""The legend under mouse, finger and keyboard: it filters, in agreement with the filter column and the address."""

import re

from playwright.sync_api import Locator

from tests.browser.visits import Visit, Visiting


def sign(visit: Visit, name: str) -> Locator:
    found: Locator = visit.part("legend").get_by_role("button", name=re.compile(name))
    return found


def tip(visit: Visit) -> str:
    told: str = visit.part("legend").locator(".tip").inner_text()
    return told


def number(text: str) -> int:
    return int("".join(filter(str.isdigit, text)))


def shown(visit: Visit) -> int:
    return number(visit.part("count").locator("strong").first.inner_text().split(" of ")[0])


def is_chosen_in_the_column(visit: Visit, part: str, name: str) -> bool:
    pill = visit.part(part).get_by_role("button", name=re.compile(name))
    return bool(pill.get_attribute("aria-pressed") == "true")


def test_a_click_filters_as_the_filter_column_does(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    visit.in_map("window.still_here = true")
    sign(visit, "Missile").hover()
    assert tip(visit).startswith("A click leaves only these")
    foretold = number(tip(visit))
    sign(visit, "Missile").click()
    visit.page.wait_for_url("**type=missile*")
    visit.settle()
    assert shown(visit) == foretold
    assert is_chosen_in_the_column(visit, "types", "Missile")
    assert sign(visit, "Missile").get_attribute("aria-pressed") == "true"
    assert sign(visit, "Drone").get_attribute("aria-pressed") == "false"
    sign(visit, "Drone").hover()
    foretold = number(tip(visit))
    visit.shot("missiles-alone")
    visit.part("types").get_by_role("button", name="Drone").click()  # the column, and the legend follows
    visit.page.wait_for_url("**type=drone*")
    visit.settle()
    assert shown(visit) == foretold
    assert sign(visit, "Drone").get_attribute("aria-pressed") == "true"
    visit.page.go_back()
    visit.page.wait_for_url(lambda url: "type=drone" not in url)
    visit.settle()
    assert sign(visit, "Drone").get_attribute("aria-pressed") == "false"
    assert visit.in_map("window.still_here") is True
    assert not visit.errors


def test_keys_walk_along_the_signs_and_choose(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    sign(visit, "^Confirmed").focus()
    visit.page.keyboard.press("ArrowRight")
    assert "Click" not in tip(visit)
    assert "only one side says so" in tip(visit)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**status=claimed*")
    visit.settle()
    held = visit.page.evaluate(
        "() => { let at = document.activeElement; while (at?.shadowRoot) at = at.shadowRoot.activeElement;"
        " return at?.dataset.name; }"
    )
    assert held == "Claimed", "the sign keeps the focus"
    visit.page.keyboard.press("Space")
    visit.page.wait_for_url(lambda url: "status=" not in url)


def test_fingers_find_the_signs_on_a_phone(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=800, touch=True)
    visit.open()
    ring = sign(visit, "region only")
    ring.scroll_into_view_if_needed()
    box = ring.bounding_box()
    assert box is not None
    assert box["height"] >= 36
    ring.tap()
    visit.page.wait_for_url("**precision=admin1*")
    visit.settle()
    visit.shot("regions-alone")
    kinds = "strikemap.state.marks.getLayers().map(l => l.properties.kind).filter(k => k !== 'mention')"
    assert set(visit.in_map(kinds)) == {"ring"}
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
