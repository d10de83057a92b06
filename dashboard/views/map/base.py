"""The constant base map: folium with Leaflet, outlines and labels from this machine; tiles where there is a network.

It is built identically on each run, for streamlit-folium keeps zoom and centre only while its script is the same.
"""

from pathlib import Path
from typing import Any

import folium
import streamlit.components.v1 as components
from branca.element import MacroElement
from folium.template import Template
from xstatic.pkg import leaflet

from dashboard.views import symbols
from dashboard.views.map import backgrounds
from dashboard.views.map.clusters import LAST_ZOOM
from dashboard.views.tongue import _

HERE = Path(__file__).parents[1] / "served"
CENTRE, ZOOM = (50.0, 34.0), 5  # Ukraine with western Russia; a later view is the reader's own

# Streamlit serves a component's folder from this machine with every way of starting it: no option, no copied files.
# The frame of the map lies at component/<name>/index.html, so the folders are its siblings whatever the base URL is.
LEAFLET_NAME, OWN_NAME = "leaflet", "map"
LEAFLET_URL, OWN_URL = f"../{__name__}.{LEAFLET_NAME}/", f"../{__name__}.{OWN_NAME}/"

# Colours on light and on dark ground.
LOOKS = {
    "light": {"ground": "#ffffff", "ink": "#1c2126", "land": "#f7f8f7", "border": "#b4bcc3", "mention": "#7d8791"},
    "dark": {"ground": "#14181d", "ink": "#f2f4f6", "land": "#20262c", "border": "#4a545e", "mention": "#96a1ab"},
}
# Ours, in the order they need one another.
SCRIPTS = (
    "map_paint",
    "map_mark",
    "map_names",
    "map_ground",
    "map_tiles",
    "map_controls",
    "map_area",
    "map_overview",
    "strikemap",
)
URLS = (LEAFLET_URL + "leaflet.js", *(f"{OWN_URL}{name}.js" for name in SCRIPTS))


class LocalMap(folium.Map):
    """folium's map without its links to other machines: neither Bootstrap nor jQuery nor icon fonts are used here."""

    default_js = [("map_parts", f"{OWN_URL}map_parts.js?{','.join(URLS)}"), *((url, url) for url in URLS)]  # noqa: RUF012
    default_css = [("leaflet_css", LEAFLET_URL + "leaflet.css"), ("map_css", OWN_URL + "map.css")]  # noqa: RUF012


class Prepared(MacroElement):
    """Outlines, town labels, backgrounds and buttons, and the symbols that strikes will be drawn with."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        strikemap.prepare({{ this._parent.get_name() }}, {{ this.options|tojson }});
        {% endmacro %}
    """)

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "Prepared"
        self.options = options


def serve_files() -> None:
    """Makes Streamlit serve Leaflet and our own files; to be called in each run, which costs nothing again."""
    components.declare_component(LEAFLET_NAME, path=leaflet.BASE_DIR)
    components.declare_component(OWN_NAME, path=HERE)


def base_map(carto_key: str | None = None, *, fits: bool = False) -> folium.Map:
    """A new map of the region, without strikes; `fits` gives it buttons that go to all strikes and to the chosen."""
    base = LocalMap(location=CENTRE, zoom_start=ZOOM, tiles=None, min_zoom=3, max_zoom=LAST_ZOOM)
    options = {
        "base": OWN_URL,
        "backgrounds": backgrounds.for_the_map(carto_key),
        "fits": fits,
        "words": _words(),
        "looks": {name: {**look, **_symbols(name == "dark")} for name, look in LOOKS.items()},
    }
    Prepared(options).add_to(base)
    return base


def _words() -> dict[str, str]:
    return {
        "nearer": _("Zoom in"),
        "farther": _("Zoom out"),
        "background": _("Background of the map"),
        "large": _("Large view"),
        "small": _("Leave the large view"),
        "all": _("Show all strikes of this selection"),
        "mine": _("Show the chosen strike, or the area"),
        "ground": _("outlines: Natural Earth, towns: GeoNames"),
        "no_tiles": _("whose tiles do not come;"),
    }


def _symbols(dark: bool) -> dict[str, Any]:
    shapes = {name: {"path": s.path, "colour": symbols.colour(name, dark)} for name, s in symbols.TYPES.items()}
    return {"symbols": shapes, "neutral": symbols.colour("other", dark)}
