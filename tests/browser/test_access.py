"""The pages for who cannot see them well or point at them: axe-core's rules, the keyboard alone, narrow windows."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import Visit, Visiting

# What Streamlit draws and no style or setting of ours reaches, by selector; reasons beside each.
EXEMPT: list[str] = []
GRAVE = ("serious", "critical")
STRIKE = "?from=2025-07-03&to=2025-07-03"
PARTS = {"reports": "reports", "places": "places_rows", "coverage": "coverage"}  # last drawn of each page


def faults(visit: Visit) -> list[str]:
    """The serious and critical faults that axe-core finds in the page and in the frames within it."""
    visit.settle()
    script = Axe().axe_script
    for frame in visit.page.frames:
        frame.evaluate(script)
    found: list[dict[str, Any]] = visit.page.evaluate(
        "exclude => axe.run({ exclude }, { resultTypes: ['violations'] }).then(told => told.violations)",
        [[selector] for selector in EXEMPT],
    )
    return [
        f"{fault['id']}: {node['target']} {node['html'][:200]} {node['failureSummary']}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]


def open_page(visit: Visit, path: str) -> None:
    """Opens a page and waits until the last of it has been drawn."""
    part = PARTS.get(re.split(r"\W", path)[0])
    if part is None:
        visit.open(path)
        return
    visit.page.goto(f"{visit.url}/{path}")
    visit.part(part).locator("canvas").first.wait_for()
    visit.settle()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", ["", "reports", "places", "coverage"], ids=["map", "reports", "places", "coverage"])
def test_no_page_has_a_grave_fault(path: str, dark: bool, shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, dark=dark)
    open_page(visit, path)
    assert faults(visit) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_strike_and_an_empty_result_have_no_grave_fault(dark: bool, shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, dark=dark)
    visit.open(STRIKE)
    visit.click_row("table", 0)
    visit.page.wait_for_url("**strike=*")
    assert faults(visit) == []
    visit.open("?q=nosuchword")
    visit.page.get_by_text("No strike matches these filters").wait_for()
    assert faults(visit) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("view", ["view=regions", "view=heat", "area=49_35_50.5_37.5", "lang=uk"])
def test_no_other_view_of_the_map_has_a_grave_fault(
    view: str, dark: bool, shipped_url: str, visiting: Visiting
) -> None:
    visit = visiting(shipped_url, dark=dark)
    visit.open(f"?{view}")
    assert faults(visit) == []


# What has the focus, in the shadow of a component or out of it.
AT = "let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;"
# Whether it shows that, or what is drawn around it does.
SEEN = """
    const around = [at];
    for (let i = 0; i < 5 && around.at(-1)?.parentElement; i += 1) around.push(around.at(-1).parentElement);
    const seen = around.some((each) => getComputedStyle(each).outlineStyle !== "none");
    return [at.tagName, at.className, at.innerText || at.ariaLabel, seen];
"""
DURATIONS = """() => Math.max(...[...document.querySelectorAll(".stMain *")].flatMap((each) => {
    const { transitionDuration, animationDuration } = getComputedStyle(each);
    return `${transitionDuration},${animationDuration}`.split(",").map(parseFloat);
}))"""


def focused(visit: Visit) -> str:
    """What has the focus, in a part of ours or out of it: its name and its class."""
    told: str = visit.page.evaluate(f"() => {{ {AT} return `${{at.tagName}} ${{at.className}} ${{at.innerText}}`; }}")
    return told


def tab_to(visit: Visit, words: str) -> None:
    """Presses Tab until what holds these words has the focus."""
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        if words in focused(visit):
            return
    pytest.fail(f"{words} cannot be reached; the last stop was {focused(visit)}")


def test_the_keyboard_alone_reaches_opens_and_reads_every_strike(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?from=2025-07-03&to=2025-07-05")
    keys, rows = visit.page.keyboard, visit.part("table").locator("tbody tr")
    tab_to(visit, "Skip to the table")
    visit.shot("skip-link")
    keys.press("Enter")
    ids = [rows.nth(at).get_attribute("data-id") for at in range(rows.count())]
    assert len(ids) > 3
    for strike_id in ids:
        place = focused(visit).split(" ", 2)[-1].strip()
        keys.press("Enter")
        visit.page.wait_for_url(f"**strike={strike_id}*")
        visit.part("details").locator("h3", has_text=place).wait_for()
        visit.settle()
        keys.press("Enter")  # once more: to read it
        assert place in focused(visit)
        assert "strike-head" in focused(visit)
        keys.press("Escape")
        assert focused(visit).startswith("BUTTON")
        keys.press("ArrowDown")
    assert visit.marks().keys() != set(ids)
    assert not visit.errors


def test_the_number_of_strikes_is_told_when_it_changes(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    told = visit.part("count").get_by_role("status")
    before = told.inner_text()
    visit.part("types").get_by_role("button").first.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function("before => !document.body.innerText.includes(before)", arg=before)
    assert re.match(r"\d+ strikes of \d+", told.inner_text())
    assert visit.page.locator("html").get_attribute("lang") == "en"
    assert "table below" in str(visit.page.locator(".st-key-map iframe").get_attribute("title"))


def test_the_focus_is_seen(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open(STRIKE)
    unseen = []
    for _ in range(70):
        visit.page.keyboard.press("Tab")
        *what, visible = visit.page.evaluate(f"() => {{ {AT} {SEEN} }}")
        if not visible and what[0] not in ("BODY", "IFRAME"):
            unseen.append(what)
    assert unseen == []


def test_reduced_motion_is_honoured(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open()
    assert visit.in_map("[map.options.zoomAnimation, map.options.fadeAnimation, map.options.inertia]") == [False] * 3
    assert visit.page.evaluate(DURATIONS) < 0.01


@pytest.mark.parametrize("width", [720, 360])  # 720 is a window of 1440 at 200 %
@pytest.mark.parametrize("language", ["en", "uk"])
def test_nothing_runs_out_of_a_narrow_window(width: int, language: str, shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=width, height=640)
    for path in ("", *PARTS):
        open_page(visit, f"{path}?lang={language}")
        over = visit.page.evaluate(
            "() => { const main = document.querySelector('[data-testid=stMain]');"
            " return [main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth]; }"
        )
        assert max(over) <= 0, f"{path} is too wide"
        visit.shot(path or "map")


def test_on_a_phone_the_names_of_the_pages_can_be_opened(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, width=360, height=640, touch=True)
    visit.open()
    visit.page.get_by_test_id("stExpandSidebarButton").click()
    visit.page.get_by_role("link", name="Coverage").click()
    visit.part("coverage").locator("canvas").first.wait_for()
