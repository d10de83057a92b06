"""The page in Ukrainian, in a real browser: the switch, map, details, table, timeline; no English is left."""

import re

import pytest

from dashboard.views.own_components import SERVED
from tests.browser.visits import Visit, Visiting

TWO_WORDS = re.compile(r"\b[a-z]{3,} [a-z]{3,}\b")  # as no name in the data is written


def shown(visit: Visit, part: str) -> str:
    """The words of a part of the page, those of its components too."""
    words: str = visit.page.evaluate(
        "part => [...document.querySelectorAll(part + ', ' + part + ' *')].map(each =>"
        " each.shadowRoot ? [...each.shadowRoot.children].map(one => one.innerText).join('\\n') : '')"
        ".concat(document.querySelector(part).innerText).join('\\n')",
        f".st-key-{part}",
    )
    return words


def test_the_switch_changes_every_word_and_nothing_else(shipped_url: str, visiting: Visiting) -> None:
    visit, other = visiting(shipped_url), visiting(shipped_url)
    visit.open("?from=2025-07-03&to=2025-07-03")
    number = re.search(r"\d+", visit.part("count").inner_text())
    assert number
    visit.part("language").get_by_text("Українська").click()
    visit.page.get_by_role("link", name="Повідомлення").wait_for()
    visit.wait_for_map()
    assert {"lang=uk", "from=2025-07-03"} <= set(visit.page.url.split("?")[1].split("&"))
    assert visit.page.locator("html").get_attribute("lang") == "uk"
    assert re.match(rf"{number[0]} удар(и|ів)? (із|з) \d+", visit.part("count").inner_text())
    assert "у місті чи селі" in visit.label_of("Poltava")
    visit.click_mark("Poltava")
    visit.part("details").locator("h3", has_text="Poltava").wait_for()
    assert visit.part("details").locator(".facts dt").all_inner_texts() == [
        *("Коли", "Де", "Загиблі", "Поранені", "Ким завдано", "Статус")
    ]
    assert "3 липня 2025" in visit.part("details").locator(".facts").inner_text()
    heads = visit.part("table").locator("thead button").all_inner_texts()
    assert heads[:2] == ["Дата", "Місце"]
    assert "Удари за день" in shown(visit, "timeline")
    visit.settle()
    visit.shot("ukrainian")
    for part in ("filters", "count", "period", "timeline", "share", "steps", "language"):
        assert TWO_WORDS.findall(shown(visit, part)) == [], f"{part} speaks English"
    other.open()
    assert "strikes of" in other.part("count").inner_text()
    visit.page.reload()
    visit.wait_for_map()
    assert "удар" in visit.part("count").inner_text()
    visit.part("language").get_by_text("English").click()
    visit.page.get_by_role("link", name="Reports").wait_for()
    assert "lang=en" in visit.page.url
    assert not visit.errors


def test_the_browsers_language_is_taken_where_the_address_names_none(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url, locale="uk-UA")
    visit.page.goto(f"{shipped_url}/coverage")
    visit.page.get_by_text("Що прочитано").wait_for()
    assert "lang" not in visit.page.url
    assert TWO_WORDS.findall(visit.part("coverage").locator("h4").all_inner_texts()[0]) == []


@pytest.mark.parametrize("language", ["en-GB", "uk-UA"])
def test_large_numbers_find_room_beside_the_bars(language: str, visiting: Visiting) -> None:
    visit = visiting("about:blank")
    visit.page.set_content("<svg class='bars' width='600' height='128' font-size='11'></svg>")
    visit.page.add_script_tag(
        content=(SERVED / "timeline_bars.js").read_text("utf-8") + "\nwindow.made = { Bars, Words };"
    )
    edges = visit.page.evaluate(
        """language => {
            const starts = ["2025-01-01", "2025-02-01", "2025-03-01"];
            const counts = { drone: { exact: [1234567, 89000] } };
            const words = { summary: { month: "{most}" }, span: "", night: "" };
            const types = { drone: { name: "x", colour: "#000" } };
            const data = { bars: { unit: "month", starts, counts }, types, words };
            const svg = document.querySelector("svg");
            new made.Bars(svg, data, new made.Words(language));
            return [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox().x]);
        }""",
        language,
    )
    assert any(len(re.sub(r"\D", "", text)) == 6 for text, _ in edges)
    assert [text for text, left in edges if left < 0] == []
