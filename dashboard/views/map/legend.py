"""The legend: every sign on the map, with its meaning and its number of strikes; a click on one filters by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.filters import Sieve
from dashboard.filters.columns import UNPLACED
from dashboard.records import PRECISIONS, STATUSES, STRIKE_TYPES
from dashboard.views import state, symbols, tongue, wording
from dashboard.views.own_components import component
from dashboard.views.tongue import N_, Labels, _, n_

KEY = "legend_signs"
EXACTNESS = Labels(
    {
        "dot": N_("exact site, or town or village"),
        "disc": N_("district or raion, in its true size"),
        "ring": N_("region only, somewhere within"),
        "country": N_("country only: in the table alone"),
        UNPLACED: N_("no place found: in the table alone"),
    }
)
SIGNED = {
    "dot": ("site", "settlement"),
    "disc": ("district", "raion"),
    "ring": ("admin1",),
    "country": ("country",),
    UNPLACED: (UNPLACED,),
}
VALUES = {"types": STRIKE_TYPES, "statuses": STATUSES, "precisions": (*PRECISIONS, UNPLACED)}  # what a click may name
# Words, size and hole of a single strike's sign; map_paint.js draws by the same rule.
KILLED = (
    (N_("not stated"), 0.82, False),
    (N_("none"), 0.68, True),
    (N_("1"), 0.94, False),
    (N_("10"), 1.24, False),
    (N_("100 and more"), 1.6, False),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that is a choice of a filter: its drawing, its name, what that means, and the filter's values for it."""

    drawing: str
    name: str
    values: tuple[str, ...]
    meaning: str = ""


def show(sieve: Sieve, mentions: int | None, dark: bool) -> None:
    """Draws the legend; `mentions` is the number of grey marks, `None` while they are switched off."""
    with st.container(key="legend"):
        component("legend")(key=KEY, data=content(sieve, mentions, dark), on_asked_change=_take)


def content(sieve: Sieve, mentions: int | None, dark: bool) -> dict[str, Any]:
    """The legend as the browser draws it: groups of signs with their words, their numbers and what a click does."""
    ink = symbols.INK[dark]
    types = [
        Sign(symbols.drawing(symbols.shapes(each.path, symbols.colour(name, dark))), wording.TYPES[name], (name,))
        for name, each in symbols.TYPES.items()
    ]
    statuses = [
        Sign(symbols.drawing(symbols.shapes(symbols.CIRCLE, ink, name)), label, (name,), wording.STATUS_MEANINGS[name])
        for name, label in wording.STATUSES.items()
    ]
    exactness = [Sign(_drawn(kind, ink), EXACTNESS[kind], values) for kind, values in SIGNED.items()]
    groups = [
        _group(_("Type"), "types", types, sieve),
        _group(_("Status"), "statuses", statuses, sieve),
        _group(_("Exactness"), "precisions", exactness, sieve),
    ]
    number = int(sieve.passing().sum())
    if number > 1:
        together = [
            _entry(_drawn("stack", ink), _("several strikes at one point; thin if not confirmed")),
            _entry(_drawn("cluster", ink), _("several places, until you come nearer")),
        ]
        groups.append({"title": _("Together"), "field": None, "entries": together})
    if number:
        killed = [_entry(_killed(scale, hole, ink, dark), _(text)) for text, scale, hole in KILLED]
        groups.append({"title": _("Killed"), "field": None, "entries": killed})
    groups.append({"title": _("Besides"), "field": "mentions", "entries": [_mentions(mentions)]})
    return {"groups": [group for group in groups if group["entries"]], "hint": _("A click on a sign filters by it.")}


def _group(title: str, field: str, signs: list[Sign], sieve: Sieve) -> dict[str, Any]:
    """The signs of a filter: those that some strike has under the other filters, and those chosen."""
    counts, chosen = sieve.counts(field), getattr(sieve.filters, field)
    entries = [
        _choice(sign, chosen, counts) for sign in signs if any(counts.get(v) or v in chosen for v in sign.values)
    ]
    return {"title": title, "field": field, "entries": entries}


def _choice(sign: Sign, chosen: tuple[str, ...], counts: Mapping[str, int]) -> dict[str, Any]:
    held = [value for value in sign.values if not chosen or value in chosen]
    after = toggled(sign.values, chosen)
    left = sum(number for value, number in counts.items() if not after or value in after)
    now = sum(number for value, number in counts.items() if not chosen or value in chosen)
    strikes = wording.many(left, "strike")
    if not chosen:
        does = _("A click leaves only these: {strikes}", strikes=strikes)
    elif not after:
        does = _("A click shows all again: {strikes}", strikes=strikes)
    elif left < now or len(held) == len(sign.values):
        does = _("A click leaves the others: {strikes}", strikes=strikes)
    else:
        does = _("A click shows these too: {strikes}", strikes=strikes)
    own = sum(counts.get(value, 0) for value in held or sign.values)
    return _entry(sign.drawing, sign.name) | {
        "values": sign.values,
        "number": tongue.number(own) if held else f"+{tongue.number(own)}",
        "on": "mixed" if 0 < len(held) < len(sign.values) else bool(held),
        "chosen": bool(chosen and held),
        "tip": " · ".join(part for part in (sign.meaning, does) if part),
    }


def toggled(values: tuple[str, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """A filter's choices after a click on a sign: its values join them or, where all are in already, leave them."""
    if all(value in chosen for value in values):
        return tuple(value for value in chosen if value not in values)
    return (*chosen, *(value for value in values if value not in chosen))


def _mentions(number: int | None) -> dict[str, Any]:
    shown = number is not None
    name = (
        n_("place that is only named in reports", "places that are only named in reports", number)
        if number
        else _("places that are only named in reports")
    )
    return _entry(symbols.drawing('<circle r="5" fill="#7d8791"/>'), name) | {
        "values": (),
        "number": "" if number is None else tongue.number(number),
        "on": shown,
        "chosen": False,
        "tip": _("A click takes them off the map") if shown else _("A click puts them on the map"),
    }


def _take() -> None:
    """What the reader clicked; anything else that a browser may send means nothing."""
    match st.session_state[KEY].get("asked"):
        case {"field": "mentions"}:
            st.session_state.mentions = not state.shows_mentions()
        case {"field": str(field), "values": list(values)}:
            if values and all(value in VALUES.get(field, ()) for value in values):
                state.set_filters(**{field: toggled(tuple(values), getattr(state.filters(), field))})


def _entry(drawing: str, name: str) -> dict[str, Any]:
    return {"drawing": drawing, "name": name}


def _killed(scale: float, hole: bool, ink: str, dark: bool) -> str:
    inner = f'<circle r="3" fill="{symbols.GROUND[dark]}"/>' if hole else ""
    return symbols.drawing(f'<g transform="scale({scale * 0.85:.3f})"><circle r="8.5" fill="{ink}"/>{inner}</g>')


def _drawn(kind: str, ink: str) -> str:
    """The sign of an exactness, without a type."""
    lines = f'stroke="{ink}" fill="none" stroke-width="2" stroke-linecap="round"'
    table = f'<path d="M-7,-5H7M-7,0H7M-7,5H7" {lines}/>'
    shapes = {
        "dot": f'<circle r="7" fill="{ink}"/>',
        "disc": f'<circle r="10" fill="{ink}" fill-opacity=".24" stroke="{ink}" stroke-width="1.2"/>',
        "ring": f'<circle r="10" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="5 3.5"/>',
        "country": table,
        UNPLACED: table,
        "stack": f'<circle r="8.5" fill="none" stroke="{ink}" stroke-width="4"/>'
        f'<text y="4" text-anchor="middle" font-size="11" fill="{ink}">2</text>',
        "cluster": f'<circle r="10.5" fill="none" stroke="{ink}" stroke-opacity=".3" stroke-width="2.5"/>'
        f'<circle r="7.5" fill="none" stroke="{ink}" stroke-width="3"/>',
    }
    return symbols.drawing(shapes[kind])
