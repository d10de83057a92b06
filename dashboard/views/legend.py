"""The legend: every sign that is on the map, with its meaning; how many there are, the filters say."""

from html import escape

import pandas as pd

from dashboard.views import symbols, wording
from dashboard.views.spots import KINDS, is_drawn

EXACTNESS = {
    "dot": "exact site, or town or village",
    "disc": "district or raion, in its true size",
    "ring": "region only, somewhere within",
}


def html(shown: pd.DataFrame, mentions: int | None, dark: bool) -> str:
    """The legend as HTML; `mentions` is the number of grey marks, `None` while they are switched off."""
    drawn = shown[is_drawn(shown)]
    types, statuses = set(drawn["strike_type"]), set(drawn["status"])
    by_type = [
        _entry(symbols.svg(symbol.path, symbols.colour(name, dark)), wording.TYPES[name])
        for name, symbol in symbols.TYPES.items()
        if name in types
    ]
    ink = symbols.INK[dark]
    by_status = [
        _entry(symbols.svg(symbols.CIRCLE, ink, name), label, wording.STATUS_MEANINGS[name])
        for name, label in wording.STATUSES.items()
        if name in statuses
    ]
    kinds = {KINDS[precision] for precision in drawn["precision"].unique()}
    exact = [_entry(_sign(kind, ink), text) for kind, text in EXACTNESS.items() if kind in kinds]
    if drawn.duplicated(["latitude", "longitude", "precision"]).any():
        exact.append(_entry(_sign("stack", ink), "several strikes at one point; thin if not confirmed"))
    if mentions:
        exact.append(_entry(_sign("mention", ink), f"only named in reports ({wording.many(mentions, 'place')})"))
    groups = {"Type": by_type, "Status": by_status, "Exactness": exact}
    return (
        '<div class="legend">'
        + "".join(f"<b>{title}</b><div>{''.join(entries)}</div>" for title, entries in groups.items() if entries)
        + "</div>"
    )


def _entry(sign: str, text: str, meaning: str = "") -> str:
    return f'<span class="entry" title="{escape(meaning)}">{sign}{escape(text)}</span>'


def _sign(kind: str, ink: str) -> str:
    """The sign of an exactness, without a type."""
    shapes = {
        "dot": f'<circle r="7" fill="{ink}"/>',
        "disc": f'<circle r="10" fill="{ink}" fill-opacity=".24" stroke="{ink}" stroke-width="1.2"/>',
        "ring": f'<circle r="10" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="5 3.5"/>',
        "stack": f'<circle r="8.5" fill="none" stroke="{ink}" stroke-width="4"/>'
        f'<text y="4" text-anchor="middle" font-size="11" fill="{ink}">2</text>',
        "mention": '<circle r="5" fill="#7d8791"/>',
    }
    return symbols.image(shapes[kind], 18)
