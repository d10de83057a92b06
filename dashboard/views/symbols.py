"""How a strike is drawn: shape and colour by type, fill by status; one source for map, legend and timeline."""

from dataclasses import dataclass
from urllib.parse import quote

from dashboard.records import StrikeType

NEUTRAL = "#5e656f"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shape as an SVG path around (0, 0) within radius 10, and its colour on light and on dark ground."""

    path: str
    light: str
    dark: str


# Shapes differ without any colour; and colours, which began as those of Okabe and Ito, stay apart for colour-blind
# readers where a ring has room for no shape: tests/views/test_symbols.py measures it.
TYPES: dict[StrikeType, Symbol] = {
    "drone": Symbol("M0,-8.5A8.5,8.5 0 1 1 0,8.5A8.5,8.5 0 1 1 0,-8.5Z", "#0e61a8", "#459cda"),
    "missile": Symbol("M0,-10L9.4,7.2L-9.4,7.2Z", "#b93e00", "#ec7d3c"),
    "airstrike": Symbol("M-7.6,-7.6H7.6V7.6H-7.6Z", "#0a835f", "#31c297"),
    "shelling": Symbol("M0,-10.4L10.4,0L0,10.4L-10.4,0Z", "#872979", "#c377af"),
    "mixed": Symbol("M0,-10L9.5,-3.1L5.9,8.1L-5.9,8.1L-9.5,-3.1Z", "#997b37", "#e0b52e"),
    "other": Symbol("M-3.3,-9H3.3V-3.3H9V3.3H3.3V9H-3.3V3.3H-9V-3.3H-3.3Z", NEUTRAL, "#b2b9c4"),
}
CIRCLE = TYPES["drone"].path


GROUND = {False: "#ffffff", True: "#14181d"}  # light and dark
INK = {False: "#3a424b", True: "#dfe4e8"}  # signs without a type, on light and on dark ground


def colour(strike_type: str, dark: bool) -> str:
    """The colour of a type, that of "other" for a type unknown here."""
    symbol = TYPES.get(strike_type, TYPES["other"])  # type: ignore[call-overload]  # any text may ask
    return str(symbol.dark if dark else symbol.light)


def shapes(path: str, colour: str, status: str = "confirmed") -> str:
    """A symbol as SVG shapes, filled by status as on the map. Takes no text of a report."""
    fill = colour if status == "confirmed" else "none"
    dash = ' stroke-dasharray="3.5 2.5"' if status == "unconfirmed" else ""
    slash = f'<path d="M-9,9L9,-9" stroke="{colour}" stroke-width="2.6"/>' if status == "disputed" else ""
    return f'<path d="{path}" fill="{fill}" stroke="{colour}" stroke-width="2.6"{dash}/>{slash}'


def drawing(shapes: str) -> str:
    """SVG shapes around (0, 0) as the address of an image."""
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 24 24">{shapes}</svg>'
    return f"data:image/svg+xml,{quote(whole)}"


def svg(path: str, colour: str, status: str = "confirmed", size: int = 16) -> str:
    """A symbol as an image element: as plain SVG it would be taken out of the page's HTML."""
    return image(shapes(path, colour, status), size)


def image(shapes: str, size: int = 16) -> str:
    """SVG shapes around (0, 0) as an image element."""
    return f'<img alt="" width="{size}" height="{size}" src="{drawing(shapes)}">'
