"""Backgrounds: the ground stands in where tiles fail, and goes when they come; the choice is in the address."""

import base64

import pytest
from playwright.sync_api import Route

from tests.browser.visits import Visit, Visiting

TILE = base64.b64decode(  # one grey pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNsaGj4DwAFggKAv4c7XQAAAABJRU5ErkJggg=="
)
OSM, CARTO = "https://tile.openstreetmap.org/", "https://basemaps.cartocdn.com/"


def answer(visit: Visit, host: str, *, status: int = 200) -> None:
    """Lets a tile host answer."""

    def tile(route: Route) -> None:
        route.fulfill(status=status, body=TILE if status == 200 else b"no", content_type="image/png")

    visit.page.context.route(f"{host}**", tile)


def never_answer(visit: Visit, host: str) -> None:
    visit.page.context.route(f"{host}**", lambda route: None)


def wait_for_ground(visit: Visit, shown: bool, within: int = 30_000) -> None:
    visit.page.wait_for_function(
        "([shown]) => { const frame = document.querySelector('.st-key-map iframe').contentWindow;"
        " const panes = ['outlines', 'towns'].map(name => frame.map.getPane(name));"
        " return panes.every(pane => (pane.style.display !== 'none') === shown)"
        " && (!shown || panes.every(pane => pane.childElementCount > 0)); }",
        arg=[shown],
        timeout=within,
    )


def attribution(visit: Visit) -> str:
    told: str = visit.page.frame_locator(".st-key-map iframe").locator(".leaflet-control-attribution").inner_text()
    return told


def choose(visit: Visit, title: str) -> None:
    frame = visit.page.frame_locator(".st-key-map iframe")
    frame.get_by_label("Background of the map").focus()
    visit.page.keyboard.press("Enter")
    visit.settle()  # Leaflet takes no click in the moment of opening
    frame.get_by_label(title).click()
    visit.settle()


HIDDEN = """(() => {
    const marks = strikemap.state.marks.getLayers();
    const over = marks.filter(m => m.properties.kind !== "ring").map(m => m.hides());
    const edge = map.getContainer().getBoundingClientRect();
    const at = (x, y) => map.containerPointToLayerPoint([x - edge.left, y - edge.top]);
    const towns = [...document.querySelectorAll(".town span")].map(span => {
        const { left, top, right, bottom } = span.getBoundingClientRect();
        return [span.textContent, L.bounds(at(left, top), at(right, bottom))];
    });
    const rings = marks.filter(m => m.properties.kind === "ring").map(m => [m.properties.name, m.labelBox()]);
    const hidden = named => named.filter(([, box]) => over.some(mark => mark.intersects(box))).map(([name]) => name);
    return [towns.map(([name]) => name), hidden(towns), hidden(rings)];
})()"""


def test_no_mark_hides_the_name_of_a_town_or_a_region(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open("?base=plain")
    towns, hidden, __ = visit.in_map(HIDDEN)
    assert {"Kyiv", "Moscow", "Odesa"} <= set(towns)
    assert hidden == []
    visit.in_map("map.setView([49.5, 35.5], 7, {animate: false}); true")
    visit.page.wait_for_function(
        "() => document.querySelector('.st-key-map iframe').contentWindow.strikemap.state.cover.zoom === 7"
    )
    visit.settle()
    visit.shot("names")
    towns, *hidden = visit.in_map(HIDDEN)
    assert "Kharkiv" in towns
    assert hidden == [[], []]


def test_without_tiles_the_ground_stands_in_and_says_so(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)  # every other machine is cut off
    visit.open()
    wait_for_ground(visit, True)
    visit.shot("no-tiles")
    assert "tiles do not come" in attribution(visit)
    assert visit.asked
    assert {url.split("/")[2] for url in visit.asked} == {"tile.openstreetmap.org"}
    assert not visit.errors


def test_the_ground_goes_when_tiles_come_and_returns_when_they_cease(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    answer(visit, OSM)
    visit.open()
    wait_for_ground(visit, False)
    visit.shot("tiles")
    assert "Natural Earth" not in attribution(visit)
    answer(visit, OSM, status=403)
    visit.in_map("map.setZoom(map.getZoom() + 1, {animate: false}); true")
    wait_for_ground(visit, True, within=2_000)
    assert "tiles do not come" in attribution(visit)
    answer(visit, OSM)
    visit.in_map("map.setZoom(map.getZoom() + 1, {animate: false}); true")
    wait_for_ground(visit, False)


def test_tiles_that_hang_are_not_waited_for(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    answer(visit, OSM)
    visit.open()
    wait_for_ground(visit, False)
    never_answer(visit, OSM)
    visit.in_map("map.setZoom(map.getZoom() + 1, {animate: false}); true")
    wait_for_ground(visit, True, within=2_000)


def test_the_network_coming_back_is_enough(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    visit.open()
    wait_for_ground(visit, True)
    answer(visit, OSM)
    visit.in_map("window.dispatchEvent(new Event('online')); true")
    wait_for_ground(visit, False)


def test_a_background_is_chosen_kept_in_the_address_and_moves_nothing(shipped_url: str, visiting: Visiting) -> None:
    visit = visiting(shipped_url)
    answer(visit, CARTO)
    visit.open()
    visit.in_map("window.still_here = true")
    before = visit.in_map("[map.getZoom(), map.getCenter().lat]")
    choose(visit, "CARTO, dark")
    visit.page.wait_for_url("**base=dark*")
    wait_for_ground(visit, False)
    visit.shot("carto-dark")
    assert "CARTO" in attribution(visit)
    assert visit.in_map("document.body.classList.contains('dark')") is True
    assert visit.in_map("window.still_here") is True
    assert visit.in_map("[map.getZoom(), map.getCenter().lat]") == before
    choose(visit, "OpenStreetMap")
    visit.page.wait_for_url(lambda url: "base=" not in url)
    assert visit.in_map("document.body.classList.contains('dark')") is False
    visit.page.go_back()
    visit.page.wait_for_url("**base=dark*")
    visit.settle()
    assert visit.in_map("strikemap.state.background") == "dark"
    assert visit.in_map("map.hasLayer(Object.values(map._layers).find(l => l._url?.includes('dark_all')))") is True
    assert not visit.errors


@pytest.mark.parametrize("dark", [False, True])
def test_the_plain_background_asks_no_other_machine(shipped_url: str, visiting: Visiting, dark: bool) -> None:
    visit = visiting(shipped_url, dark=dark)
    visit.open("?base=plain")
    visit.in_map("map.setZoom(map.getZoom() + 1, {animate: false}); true")
    wait_for_ground(visit, True)
    visit.settle()
    visit.shot("plain")
    assert visit.asked == []
    assert "OpenStreetMap" not in attribution(visit)
    assert visit.in_map("document.body.classList.contains('dark')") is dark
