"""Adding and removing a report by hand; a public page that allows neither; hostile text that runs nowhere."""

from datetime import date

from dashboard.pipeline import build
from dashboard.reports import Draft, write
from dashboard.settings import Settings
from dashboard.views.map import layer
from tests.browser.visits import Visit, Visiting, serving
from tests.views import small

BODY = "On Thursday a missile strike on Uman in Cherkasy region killed three people and injured 12, the governor said."
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`alert(1)`",
    "</script><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://x/y.png)",
)
HARMFUL = "img[src=x], img[src='http://x/y.png'], a[href^='javascript']"


def fill(visit: Visit, body: str, published: str, title: str) -> None:
    """Pastes a report into the form and asks what is read from it."""
    visit.part("reports_part").get_by_text("Add a report").click()
    visit.part("add_body").locator("textarea").fill(body)
    visit.part("add_title").locator("input").fill(title)
    visit.part("add_source").locator("input").fill("The Daily Test")
    visit.part("add_published").locator("[role=spinbutton]").first.click()
    visit.page.keyboard.type(published.replace("-", ""), delay=25)
    visit.page.keyboard.press("Escape")
    visit.settle()
    visit.page.get_by_role("button", name="Show what is read from it").click()
    visit.part("preview").locator(".report-text").wait_for()
    visit.settle()


def open_reports(visit: Visit, path: str = "reports") -> None:
    visit.page.goto(f"{visit.url}/{path}")
    visit.page.locator("[data-testid=stMainBlockContainer] .stElementContainer").filter(visible=True).first.wait_for()
    visit.settle()


def test_a_pasted_report_is_shown_added_recognised_and_removed(
    own_home: Settings, shipped_url: str, visiting: Visiting
) -> None:
    before = set(own_home.reports.iterdir())
    visit = visiting(shipped_url)
    visit.open("?from=2025-09-01&to=2025-09-07")
    assert "Uman" not in visit.marks()

    open_reports(visit)
    fill(visit, BODY, "2025-09-05", "Uman hit")
    visit.shot("preview")
    preview = visit.part("preview")
    assert "1 strike found" in preview.inner_text()
    assert "Uman" in preview.locator("mark.told-place").all_inner_texts()
    assert "4 September 2025" in preview.inner_text(), "“On Thursday” is read against the date of publication"
    assert set(own_home.reports.iterdir()) == before, "nothing is saved yet"

    visit.part("add_yes").get_by_role("button").click()
    visit.page.get_by_text("its strikes are on the map").wait_for()
    visit.shot("added")
    (added,) = set(own_home.reports.iterdir()) - before
    assert added.name == "2025-09-05_uman-hit.txt"

    on_map = visiting(shipped_url)
    on_map.open("?from=2025-09-01&to=2025-09-07")
    on_map.shot("on-the-map")
    assert "Uman" in on_map.marks()
    on_map.click_mark("Uman")
    on_map.part("details").locator(".strike-head").wait_for()
    assert "killed 3 · injured 12" in on_map.part("details").inner_text()

    fill(visit, BODY.upper(), "2025-09-05", "Another title")
    visit.shot("the-same-again")
    assert "here already" in visit.part("preview").inner_text()
    assert visit.part("add_yes").count() == 0

    open_reports(visit, f"reports?report={added.stem}")
    visit.part("remove").get_by_role("button").click()
    visit.part("remove_yes").wait_for()
    visit.shot("the-question")
    assert added.exists(), "a question comes first"
    visit.part("remove_yes").get_by_role("button").click()
    visit.page.get_by_text("the map no longer has it").wait_for()
    assert set(own_home.reports.iterdir()) == before
    on_map.open("?from=2025-09-01&to=2025-09-07")
    assert "Uman" not in on_map.marks()
    assert not visit.errors + on_map.errors


def test_a_public_page_only_reads(shipped: Settings, visiting: Visiting) -> None:
    with serving(shipped, public=True) as url:
        visit = visiting(url)
        open_reports(visit, "reports?report=2025-07-04_overnight-wave")
        visit.part("report").locator(".report-text").wait_for()
        visit.shot("public")
        assert visit.part("reports_part").count() == 0
        assert visit.part("remove").count() == 0
        assert "Poltava" in visit.part("report").inner_text()


def test_hostile_reports_are_text_everywhere_and_run_nothing(
    own_home: Settings, shipped_url: str, visiting: Visiting
) -> None:
    names = []
    for number, hostile in enumerate(HOSTILE):  # all of one strike, so that one marker, one row and one story hold all
        draft = Draft(
            body=f"On 6 June 2024 a drone hit Poltava {hostile} and killed {number + 2} people, said {hostile}.",
            title=f"Poltava {hostile}",
            published=date(2024, 6, 7),
            source=f"Paper {hostile}",
            url="javascript:alert(1)",
        )
        names.append(write(own_home.reports, draft).stem)
    build(own_home)
    visit = visiting(shipped_url)
    visit.open("?from=2024-06-06&to=2024-06-06&q=Poltava")
    rows = "\n".join(visit.rows("table"))
    visit.click_mark("Poltava")
    details = visit.part("details")
    details.locator(".strike-head").wait_for()
    visit.settle()
    visit.shot("details")
    assert details.locator(".account").count() == len(HOSTILE)
    text = details.inner_text()
    for hostile in HOSTILE:
        assert f"Paper {hostile}" in rows
        assert f"Paper {hostile}" in text
        assert f"Poltava {hostile}" in text
        assert f"said {hostile}" in text
    assert text.count("Address given: javascript:alert(1)") == len(HOSTILE)
    assert visit.page.locator(HARMFUL).count() == 0
    assert visit.in_map("document.querySelectorAll('img[src=x]').length") == 0
    for name, hostile in zip(names, HOSTILE, strict=True):
        open_reports(visit, f"reports?report={name}")
        report = visit.part("report")
        report.locator(".report-text").wait_for()
        assert f"Poltava {hostile}" in report.inner_text()
        assert f"said {hostile}" in report.inner_text()
        assert visit.page.locator(HARMFUL).count() == 0
    visit.shot("report")
    fill(
        visit,
        f"On Thursday a drone hit Uman {HOSTILE[0]} and {HOSTILE[3]}.",
        "2024-08-02",
        f"{HOSTILE[4]} {HOSTILE[5]}",
    )
    visit.shot("preview")
    assert HOSTILE[0] in visit.part("preview").inner_text()
    assert visit.page.locator(HARMFUL).count() == 0
    assert visit.dialogs == []
    assert visit.errors == []
    assert [address for address in visit.asked if "openstreetmap" not in address] == []


def test_a_hostile_place_is_text_on_the_map_and_beside_it(
    own_home: Settings, shipped_url: str, visiting: Visiting
) -> None:
    small.write(own_home.store)  # its places have hostile names, which no gazetteer would hold
    visit = visiting(shipped_url)
    visit.open()
    name = layer.escape(small.HOSTILE)
    assert small.HOSTILE in visit.label_of(name)
    visit.click_mark(name)
    details = visit.part("details")
    details.locator(".strike-head").wait_for()
    visit.settle()
    visit.shot("chosen")
    assert small.HOSTILE in details.locator("h3").inner_text()
    assert small.HOSTILE in "".join(visit.rows("table"))
    visit.part("close_details").get_by_role("button").click()
    visit.part("latest").wait_for()
    assert small.HOSTILE in visit.part("latest").inner_text()
    visit.page.get_by_text("What is left out").click()
    visit.shot("left-out")
    assert visit.page.locator("img[src=x], a[href^='javascript']").count() == 0
    assert visit.in_map("document.querySelectorAll('img[src=x]').length") == 0
    assert visit.dialogs == []
    assert visit.errors == []
