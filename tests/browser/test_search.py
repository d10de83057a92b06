"""Search as a reader types it, in either alphabet, and the numbers beside the choices."""

import re
from urllib.parse import parse_qs, urlsplit

from tests.browser.visits import Visit, Visiting


def search(visit: Visit, text: str) -> list[str]:
    """Types a text into the search box; the rows that are left."""
    visit.part("text").locator("input").fill(text)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == [text])
    visit.settle()
    return visit.rows("table") if visit.part("table").count() else []


def count(visit: Visit) -> int:
    return int(visit.part("count").inner_text().split()[0])


def test_both_alphabets_find_the_same(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    latin = search(visit, "kharkiv")
    assert len(latin) >= 2
    assert any("Kharkiv" in row for row in latin)
    assert search(visit, "Харків") == latin
    visit.shot("cyrillic")
    assert search(visit, 'kharkiv") OR (spelling : "a') == []
    assert visit.page.get_by_text("No strike matches these filters").count() == 1
    assert not visit.errors


def test_each_choice_says_what_it_would_leave(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?q=kharkiv")
    for field, name in (("types", "Drone"), ("statuses", "Confirmed")):
        choice = visit.part(field).get_by_role("button", name=re.compile(rf"^{name} \d+$"))
        number = re.search(r"(\d+)$", choice.inner_text().strip())
        assert number is not None
        choice.click()
        visit.page.wait_for_url(f"**={name.lower()}*")
        visit.settle()
        assert count(visit) == int(number[1]), f"{name} {number[1]}"
    assert not visit.errors
