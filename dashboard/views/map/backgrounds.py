"""The backgrounds that the map may have: tiles of two services, or none, with whom to thank and how dark they are."""

from dataclasses import dataclass
from typing import Any

from dashboard.views.tongue import N_, Message, _

OSM = '&copy; <a href="https://www.openstreetmap.org/copyright" target="_blank">OpenStreetMap</a> contributors'
CARTO = f'{OSM} &copy; <a href="https://carto.com/attributions" target="_blank">CARTO</a>'
DEFAULT = "osm"  # needs no key, and map.css draws it in the colours of the theme


@dataclass(frozen=True, slots=True)
class Background:
    """Its title, the address of its tiles (`None`: no tiles), whom to thank, and whether it is dark.

    `dark` is `None` where it follows the theme.
    """

    title: Message
    url: str | None = None
    attribution: str = ""
    dark: bool | None = None


# Addresses and credits as the services ask for them: operations.osmfoundation.org/policies/tiles, carto.com/basemaps.
BACKGROUNDS = {
    "osm": Background(N_("OpenStreetMap"), "https://tile.openstreetmap.org/{z}/{x}/{y}.png", OSM),
    "light": Background(
        N_("CARTO, light"), "https://basemaps.cartocdn.com/light_all/{z}/{x}/{y}{r}.png{key}", CARTO, dark=False
    ),
    "dark": Background(
        N_("CARTO, dark"), "https://basemaps.cartocdn.com/dark_all/{z}/{x}/{y}{r}.png{key}", CARTO, dark=True
    ),
    "plain": Background(N_("Plain: outlines and towns")),
}


def known(name: str | None) -> str:
    """The name of a background; the default one's for a name that is none."""
    return name if name in BACKGROUNDS else DEFAULT


def is_dark(name: str, theme_is_dark: bool) -> bool:
    """Whether marks on a background must stand out from dark ground."""
    dark = BACKGROUNDS[name].dark
    return theme_is_dark if dark is None else dark


def for_the_map(carto_key: str | None) -> list[dict[str, Any]]:
    """All of them as the map's script takes them. CARTO's tiles bear a watermark where there is no key."""
    key = f"?key={carto_key}" if carto_key else ""
    return [
        {
            "name": name,
            "title": _(each.title),
            "url": each.url and each.url.replace("{key}", key),
            "attribution": each.attribution,
            "dark": each.dark,
        }
        for name, each in BACKGROUNDS.items()
    ]
