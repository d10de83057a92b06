"""The files that the map loads from this machine: who lies in which country, and that nothing points elsewhere."""

import json
import re
from typing import Any

import pytest

from dashboard.settings import CHECKOUT
from dashboard.views.map import backgrounds
from dashboard.views.map.base import HERE, SCRIPTS, base_map
from dashboard.views.symbols import TYPES


def inside(ring: list[list[float]], x: float, y: float) -> bool:
    """Whether a point lies in a ring: a ray to the right crosses its sides an odd number of times."""
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


@pytest.fixture(scope="module")
def countries() -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((HERE / "outlines.json").read_text("utf-8"))["features"]
    return features


def holders(countries: list[dict[str, Any]], longitude: float, latitude: float) -> list[str]:
    return [
        country["properties"]["name"]
        for country in countries
        if any(
            inside(polygon[0], longitude, latitude)
            and not any(inside(hole, longitude, latitude) for hole in polygon[1:])
            for polygon in country["geometry"]["coordinates"]
        )
    ]


@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "country"),
    [
        ("Simferopol", 34.10, 44.95, "Ukraine"),
        ("Sevastopol, by its airfield", 33.60, 44.69, "Ukraine"),
        ("Kerch", 36.40, 45.32, "Ukraine"),
        ("Donetsk", 37.80, 48.00, "Ukraine"),
        ("Luhansk", 39.31, 48.57, "Ukraine"),
        ("Mariupol", 37.55, 47.12, "Ukraine"),
        ("Kherson", 32.62, 46.64, "Ukraine"),
        ("Belgorod", 36.58, 50.60, "Russia"),
        ("Kursk", 36.18, 51.73, "Russia"),
        ("Minsk", 27.56, 53.90, "Belarus"),
        ("Chisinau", 28.86, 47.01, "Moldova"),
        ("Denver", -104.99, 39.74, "United States of America"),
    ],
)
def test_places_lie_in_their_country(
    countries: list[dict[str, Any]], place: str, longitude: float, latitude: float, country: str
) -> None:
    assert holders(countries, longitude, latitude) == [country], place


def test_the_outlines_are_small_enough_to_load_at_once() -> None:
    assert (HERE / "outlines.json").stat().st_size < 400_000


def test_towns_are_named_as_in_ukraine_and_large_ones_come_first() -> None:
    towns = json.loads((HERE / "towns.json").read_text("utf-8"))
    zoom = {town["name"]: town["zoom"] for town in towns}
    assert {"Kyiv", "Kharkiv", "Odesa", "Dnipro", "Zaporizhzhia", "Kryvyi Rih", "Mykolaiv"} <= set(zoom)
    assert not {"Kiev", "Zaporizhzhya", "Kryvyy Rih", "Fortechnyi"} & set(zoom)
    assert zoom["Kyiv"] < zoom["Poltava"] < zoom["Bakhmut"]


def test_scripts_and_styles_come_from_this_machine() -> None:
    base = base_map()
    links = [link for _, link in [*base.default_js, *base.default_css]]
    assert len(links) == len(SCRIPTS) + 4
    assert all(link.startswith("../dashboard.views.map.base.") for link in links)


def test_the_base_map_is_the_same_each_time() -> None:
    def script() -> str:
        base = base_map("key", fits=True)
        return re.sub(r"[0-9a-f]{32}", "", base.get_root().render())

    assert script() == script()


def test_every_background_with_tiles_is_attributed_and_leads_to_a_host_that_the_readme_names() -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    for each in backgrounds.BACKGROUNDS.values():
        assert bool(each.url) == bool(each.attribution)
        if each.url:
            assert each.url.split("/")[2] in readme


def test_a_key_goes_to_carto_alone_and_without_one_no_address_has_a_gap() -> None:
    with_key = [each["url"] for each in backgrounds.for_the_map("k1") if each["url"]]
    assert [url.endswith("?key=k1") for url in with_key] == ["carto" in url for url in with_key]
    assert not any("key" in (each["url"] or "") for each in backgrounds.for_the_map(None))


def test_every_type_has_a_shape_and_colour_of_its_own() -> None:
    symbols = list(TYPES.values())
    assert len({symbol.path for symbol in symbols}) == len(symbols)
    assert len({symbol.light for symbol in symbols}) == len({symbol.dark for symbol in symbols}) == len(symbols)


def test_our_own_files_load_nothing_from_elsewhere() -> None:
    for file in [*HERE.glob("*.js"), *HERE.glob("*.css"), *HERE.glob("*.html")]:
        code = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")  # a name, and never asked for
        assert "//" not in re.sub(r"^\s*//.*$|\s// .*$", "", code, flags=re.MULTILINE), file.name


def test_our_components_write_no_html() -> None:
    for file in (*HERE.glob("timeline*.js"), HERE / "table.js", HERE / "legend.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", file.read_text("utf-8"))
