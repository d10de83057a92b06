"""The map under mouse and wheel: clusters part, strikes are told, nothing is made anew, and pans cost only the map."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Route

from dashboard.settings import Settings
from tests.benchmarks import made_up
from tests.browser.visits import Visit, Visiting, served

MANY = 30_000


@pytest.fixture(scope="module")
def many_url(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[str]:
    """A server with more strikes than a map could draw one by one."""
    settings = Settings(home=tmp_path_factory.mktemp("many"), cache=cache)
    made_up.write_store(settings.store, MANY)
    with served(settings) as url:
        yield url


def kinds(visit: Visit) -> list[str]:
    found: list[str] = visit.in_map("strikemap.state.marks.getLayers().map(l => l.properties.kind)")
    return found


def drawn(visit: Visit) -> int:
    """How many strikes the marks stand for."""
    number: int = visit.in_map("strikemap.state.marks.getLayers().reduce((n, l) => n + (l.properties.n ?? 0), 0)")
    return number


def look_at(visit: Visit, latitude: float, longitude: float, zoom: int) -> None:
    visit.in_map(f"map.setView([{latitude}, {longitude}], {zoom}, {{animate: false}}); true")
    visit.page.wait_for_function(
        f"() => document.querySelector('.st-key-map iframe').contentWindow.strikemap.state.cover.zoom === {zoom}"
    )
    visit.settle()


def test_the_first_view_shows_most_strikes_in_a_smaller_window_too(shipped_url: str, visiting: Visiting) -> None:
    for width in (1440, 1024):
        visit = visiting(shipped_url, width=width)
        visit.open()
        seen = visit.in_map(
            "(all => all.filter(l => map.getBounds().contains(l._latlng)).length / all.length)"
            "(strikemap.state.marks.getLayers().filter(l => l.properties.n))"
        )
        assert seen > 0.85, width


def test_nothing_is_above_the_filters_but_the_head_and_all_below_the_map_waits_for_it(
    shipped_url: str, visiting: Visiting
) -> None:
    visit = visiting(shipped_url)
    held: list[Route] = []
    visit.page.route("**/Html.*.js", lambda route: held.append(route))  # of Streamlit, fetched once it is wanted
    visit.page.goto(visit.url)
    timeline = visit.part("timeline")
    timeline.locator(".bars").wait_for()
    places = [timeline.bounding_box()]
    assert held
    for route in held:
        route.continue_()
    visit.wait_for_map()
    places.append(timeline.bounding_box())
    assert places[0] == places[1]
    head, filters = (visit.page.get_by_test_id("stHeader").bounding_box(), visit.part("filters").bounding_box())
    assert head is not None
    assert filters is not None
    assert filters["y"] - head["height"] < 14


def test_many_strikes_are_few_marks_and_a_cluster_parts_where_it_is_clicked(many_url: str, visiting: Visiting) -> None:
    visit = visiting(many_url)
    visit.open()
    visit.shot("first-view")
    assert len(kinds(visit)) <= 1500
    assert "cluster" in kinds(visit)
    assert drawn(visit) > MANY * 0.9
    x, y, zoom = visit.in_map(
        "(() => { const size = map.getSize(), middle = size.divideBy(2);"
        " const near = strikemap.state.marks.getLayers().filter(l => l.properties.kind === 'cluster')"
        ".map(l => map.latLngToContainerPoint(l._latlng)).sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle));"
        " return [near[0].x, near[0].y, map.getZoom()]; })()"
    )
    box = visit.page.locator(".st-key-map iframe").bounding_box()
    assert box is not None
    visit.page.mouse.click(box["x"] + x, box["y"] + y)
    visit.page.wait_for_function(
        f"() => document.querySelector('.st-key-map iframe').contentWindow.strikemap.state.cover.zoom > {zoom}"
    )
    visit.settle()
    visit.shot("a-cluster-opened")
    assert visit.in_map("map.getZoom()") > zoom
    assert not visit.errors


def test_a_new_view_runs_no_more_than_the_map(many_url: str, visiting: Visiting) -> None:
    visit = visiting(many_url)
    visit.open()
    visit.in_map("window.still_here = true")
    visit.page.evaluate(
        "() => { window.changed = 0; const count = all => window.changed += all.length;"
        " for (const key of ['table', 'timeline', 'filters', 'details', 'count'])"
        " new MutationObserver(count).observe(document.querySelector('.st-key-' + key),"
        " { subtree: true, childList: true, characterData: true }); }"
    )
    look_at(visit, 48.5, 31.5, 9)
    assert visit.page.evaluate("window.changed") == 0
    assert visit.in_map("window.still_here") is True
    assert "dot" in kinds(visit)


def test_zoom_centre_and_selection_outlive_every_filter(many_url: str, visiting: Visiting) -> None:
    visit = visiting(many_url)
    visit.open()
    look_at(visit, 48.5, 31.5, 11)
    visit.in_map("window.still_here = true")
    name = visit.in_map("strikemap.state.marks.getLayers().find(l => l.properties.kind === 'dot').properties.name")
    look_at(visit, *visit.marks()[name], 12)  # type: ignore[call-arg, arg-type]
    visit.click_mark(name)
    visit.part("details").locator(".strike-head").wait_for()
    visit.page.wait_for_url("**strike=*")
    visit.settle()
    before = visit.in_map("[map.getZoom(), map.getCenter().lat, map.getCenter().lng]")
    told = visit.part("details").locator("h3").inner_text()
    for part, choice in (("types", "Missile"), ("statuses", "Claimed"), ("preset", "Newest year")):
        visit.part(part).get_by_role("button", name=choice).or_(
            visit.part(part).get_by_role("radio", name=choice)
        ).first.click()
        visit.settle()
        assert visit.in_map("[map.getZoom(), map.getCenter().lat, map.getCenter().lng]") == before
        assert visit.part("details").locator("h3").inner_text() == told
    assert visit.in_map("window.still_here") is True
    assert not visit.errors
