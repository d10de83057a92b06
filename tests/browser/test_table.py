"""The table with a real mouse and keyboard: sorted and paged on the server, rows that choose, columns to choose."""

from tests.browser.visits import Visit, Visiting


def first_cells(visit: Visit, column: str) -> list[str]:
    cells: list[str] = visit.part("table").locator(f"tbody td.{column}").all_inner_texts()
    return cells


def sort_by(visit: Visit, title: str) -> None:
    visit.part("table").locator("thead button", has_text=title).click()
    visit.settle()


def test_headings_sort_all_strikes_and_pages_turn(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    table = visit.part("table")
    newest = first_cells(visit, "date")
    assert newest == sorted(newest, reverse=True)
    sort_by(visit, "Killed")
    assert table.locator("th[aria-sort=descending]").inner_text() == "Killed"
    killed = [int(text) for text in first_cells(visit, "killed") if text != "–"]
    assert killed == sorted(killed, reverse=True)
    assert killed[0] > 20
    on_first_page = visit.rows("table")
    table.locator(".on").click()
    visit.settle()
    visit.shot("second-page")
    assert table.locator(".where").inner_text().startswith("51 to ")
    assert not set(on_first_page) & set(visit.rows("table"))
    sort_by(visit, "Killed")
    assert table.locator("th[aria-sort=ascending]").inner_text() == "Killed"
    assert table.locator(".where").inner_text().startswith("1 to 50"), "another order begins at its beginning"
    assert not visit.errors


def test_the_keyboard_reaches_and_opens_a_row(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-07-01&to=2025-07-20")
    table, keys = visit.part("table"), visit.page.keyboard
    table.locator("thead button").last.focus()
    keys.press("Tab")
    keys.press("ArrowDown")
    place = table.locator("tbody tr").nth(1).locator("td.place").inner_text()
    keys.press("Enter")
    visit.page.wait_for_url("**strike=*")
    visit.settle()
    visit.shot("row-opened")
    assert visit.part("details").locator("h3").inner_text() == place
    assert table.locator("tr[aria-current] td.place").inner_text() == place
    keys.press("ArrowDown")
    keys.press("Enter")
    visit.page.wait_for_function(
        "place => document.querySelector('.st-key-details h3')?.innerText !== place", arg=place
    )
    assert not visit.errors


def test_a_mark_finds_its_row(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-07-03&to=2025-07-03")
    visit.click_mark("Poltava")
    visit.part("details").locator("h3", has_text="Poltava").wait_for()
    visit.settle()
    assert visit.part("table").locator("tr[aria-current] td.place").inner_text() == "Poltava"


def test_columns_are_chosen(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    visit.page.get_by_role("button", name="Columns").click()
    visit.part("table_columns_box").get_by_role("button", name="Region").click()
    visit.settle()
    titles = visit.part("table").locator("th").all_inner_texts()
    assert "Region" not in titles
    assert titles[:3] == ["Date", "Place", "Type"]


def test_on_a_phone_the_table_scrolls_by_itself(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=740, touch=True)
    visit.open()
    visit.part("table").locator("tbody tr").nth(2).tap()
    visit.page.wait_for_url("**strike=*")
    visit.settle()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not visit.errors
