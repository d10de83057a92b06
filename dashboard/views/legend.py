"""The legend: every sign that is on the map, with its meaning, and how many strikes of those shown have it."""

from collections import Counter
from html import escape
from typing import Any

import pandas as pd

from dashboard.views import symbols, tongue, wording
from dashboard.views.spots import KINDS, is_drawn
from dashboard.views.tongue import N_, Labels, _, n_

EXACTNESS = Labels(
    {
        "dot": N_("exact site, or town or village"),
        "disc": N_("district or raion, in its true size"),
        "ring": N_("region only, somewhere within"),
    }
)

CROWD = 20_000  # strikes among which some surely stand at one point
GROUND = {False: "#fff", True: "#14181d"}
# Words, size and hole of a single strike's sign; map_paint.js draws by the same rule.
KILLED = (
    (N_("not stated"), 0.82, ""),
    (N_("none"), 0.68, '<circle r="3" fill="{ground}"/>'),
    (N_("1"), 0.94, ""),
    (N_("10"), 1.24, ""),
    (N_("100 and more"), 1.4, ""),
)


def html(shown: pd.DataFrame, mentions: int | None, dark: bool) -> str:
    """The legend as HTML; `mentions` is the number of grey marks, `None` while they are switched off."""
    drawn = shown[is_drawn(shown)]
    types, statuses, exactness = (_counts(drawn[name]) for name in ("strike_type", "status", "precision"))
    by_type = [
        _entry(symbols.svg(symbol.path, symbols.colour(name, dark)), wording.TYPES[name], types[name])
        for name, symbol in symbols.TYPES.items()
        if name in types
    ]
    ink = symbols.INK[dark]
    by_status = [
        _entry(symbols.svg(symbols.CIRCLE, ink, name), label, statuses[name], wording.STATUS_MEANINGS[name])
        for name, label in wording.STATUSES.items()
        if name in statuses
    ]
    kinds: Counter[str] = Counter()
    for precision, number in exactness.items():
        kinds[KINDS[precision]] += number
    exact = [_entry(_sign(kind, ink), text, kinds[kind]) for kind, text in EXACTNESS.items() if kind in kinds]
    if len(drawn) > CROWD or drawn.duplicated(["latitude", "longitude", "precision"]).any():
        exact.append(_entry(_sign("stack", ink), _("several strikes at one point; thin if not confirmed")))
        exact.append(_entry(_sign("cluster", ink), _("several places, until you come nearer")))
    if mentions:
        exact.append(
            _entry(
                _sign("mention", ink),
                n_("only named in reports ({n} place)", "only named in reports ({n} places)", mentions),
            )
        )
    killed = [
        _entry(
            symbols.image(
                f'<g transform="scale({scale})"><circle r="8.5" fill="{ink}"/>{hole.format(ground=GROUND[dark])}</g>',
                18,
            ),
            _(text),
        )
        for text, scale, hole in KILLED
    ]
    groups = {
        _("Type"): by_type,
        _("Status"): by_status,
        _("Exactness"): exact,
        _("Killed"): killed if len(drawn) else [],
    }
    return (
        '<div class="legend">'
        + "".join(f"<b>{title}</b><div>{''.join(entries)}</div>" for title, entries in groups.items() if entries)
        + "</div>"
    )


def _counts(column: "pd.Series[Any]") -> Counter[str]:
    """How many rows have each value that occurs."""
    return Counter({str(value): int(number) for value, number in column.value_counts().items() if number})


def _entry(sign: str, text: str, number: int | None = None, meaning: str = "") -> str:
    counted = "" if number is None else f'<span class="n">{tongue.number(number)}</span>'
    return f'<span class="entry" title="{escape(meaning)}">{sign}{escape(text)}{counted}</span>'


def _sign(kind: str, ink: str) -> str:
    """The sign of an exactness, without a type."""
    shapes = {
        "dot": f'<circle r="7" fill="{ink}"/>',
        "disc": f'<circle r="10" fill="{ink}" fill-opacity=".24" stroke="{ink}" stroke-width="1.2"/>',
        "ring": f'<circle r="10" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="5 3.5"/>',
        "stack": f'<circle r="8.5" fill="none" stroke="{ink}" stroke-width="4"/>'
        f'<text y="4" text-anchor="middle" font-size="11" fill="{ink}">2</text>',
        "cluster": f'<circle r="10.5" fill="none" stroke="{ink}" stroke-opacity=".3" stroke-width="2.5"/>'
        f'<circle r="7.5" fill="none" stroke="{ink}" stroke-width="3"/>',
        "mention": '<circle r="5" fill="#7d8791"/>',
    }
    return symbols.image(shapes[kind], 18)
