"""What the map shows in place of marks: discs of regions, or hexagons by how many strikes they hold; its legend."""

import math
from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.filters import Sieve
from dashboard.filters.columns import NO_REGION
from dashboard.geocode.sources.reviewed import read_rows
from dashboard.views import state, symbols, tongue, wording
from dashboard.views.data import Data
from dashboard.views.map.clusters import View
from dashboard.views.map.heat import Doubt, Heat
from dashboard.views.map.regions import Region, Regions, middles
from dashboard.views.tongue import N_, Labels, _, n_

WAYS = Labels({"marks": N_("Marks"), "regions": N_("By region"), "heat": N_("Heat")})
SMALLEST, LARGEST = 9.0, 34.0  # pixels of a disc's radius
# One hue from pale to strong, so that no shade alarms more than its number; and how opaque each is.
SHADES = {
    False: ("#d8cfe8", "#b7a3d6", "#9172bf", "#6c479f", "#46237a"),
    True: ("#463a63", "#654e99", "#8a6ccb", "#b79cf0", "#efe8ff"),
}
STRENGTH = (0.45, 0.65, 0.75, 0.8, 0.88)
DISC = {False: "#6c479f", True: "#b194e0"}


def show_switch() -> None:
    """Draws the choice between marks, regions and heat."""
    if st.session_state.get("map_way_switch") != state.way():
        st.session_state.map_way_switch = state.way()
    st.segmented_control(
        _("Show strikes as"),
        list(WAYS),
        key="map_way_switch",
        format_func=WAYS.__getitem__,
        on_change=_take_switch,
        label_visibility="collapsed",
    )


def _take_switch() -> None:
    state.set_way(st.session_state.map_way_switch or state.way())


def regions_of(data: Data, sieve: Sieve) -> list[Region]:
    """The regions of the strikes that pass all filters but that of the regions, most strikes first."""
    return _regions(data, data.store.version).counted(sieve.passing("regions"))


def heat_of(data: Data, sieve: Sieve, view: View) -> Heat:
    """The strikes that pass as hexagons; `view` is a little more than the map shows."""
    return _doubt(data, data.store.version).heat(sieve.passing(), view)


@st.cache_resource(max_entries=2, show_spinner=False)
def _regions(_data: Data, version: str) -> Regions:
    return Regions(_data.strikes, _data.columns, _data.spots, middles(read_rows(_data.settings.gazetteer)))


@st.cache_resource(max_entries=2, show_spinner=False)
def _doubt(_data: Data, version: str) -> Doubt:
    return Doubt(_data.strikes, _data.spots)


def drawn(regions: Sequence[Region] | None, heat: Heat | None, chosen: Sequence[str]) -> dict[str, Any] | None:
    """What the map needs to draw regions or hexagons; `None` where it shows neither."""
    if regions is not None:
        return {"language": tongue.tag(), "regions": _discs(regions, chosen)}
    if heat is not None:
        return {"heat": _hexagons(heat)}
    return None


def _discs(regions: Sequence[Region], chosen: Sequence[str]) -> list[dict[str, Any]]:
    placed = [region for region in regions if region.at and region.name]
    most = max((region.n for region in placed), default=1)
    named = names(regions)
    return [
        {
            "value": region.value,
            "name": named[region.value],
            "n": region.n,
            "lines": [wording.many(region.n, "strike"), *harm(region), *last(region)],
            "lat": round(region.at[0], 4),
            "lng": round(region.at[1], 4),
            "radius": round(radius(region.n, most), 1),
            "chosen": region.value in chosen,
            "pale": bool(chosen) and region.value not in chosen,
        }
        for region in placed
        if region.at
    ]


def radius(n: int, most: int) -> float:
    """Pixels of a disc whose area is in proportion to its number; small ones stay large enough to click."""
    return max(SMALLEST, LARGEST * math.sqrt(n / most))


def names(regions: Sequence[Region]) -> dict[str, str]:
    """What each region is called; with its country where two have the name."""
    often = [region.name for region in regions]
    return {
        region.value: _("Region not known")
        if region.name is None
        else f"{region.name}, {tongue.country(region.country) or region.country}"
        if often.count(region.name) > 1
        else region.name
        for region in regions
    }


def harm(region: Region) -> list[str]:
    """How many were killed and injured at least; nothing where no report states any."""
    told = []
    if region.killed is not None:
        told.append(n_("at least {n} killed", "at least {n} killed", region.killed))
    if region.injured is not None:
        told.append(n_("at least {n} injured", "at least {n} injured", region.injured))
    return told


def last(region: Region) -> list[str]:
    """When the last strike was, as far as any is dated."""
    return [_("the last on {day}", day=tongue.day(region.last))] if region.last else []


def _hexagons(heat: Heat) -> dict[str, Any]:
    return {
        "width": heat.width,
        "colours": {"light": SHADES[False], "dark": SHADES[True]},
        "strength": STRENGTH,
        "legend": _shades(heat),
        "cells": [
            [round(x, 7), round(y, 7), shade, _("strikes here: about {n}", n=_rounded(strikes))]
            for x, y, shade, strikes in zip(
                heat.x.tolist(), heat.y.tolist(), heat.shade.tolist(), heat.strikes.tolist(), strict=True
            )
        ],
    }


def _rounded(number: float) -> str:
    """A share of strikes with two figures; whole numbers as they are."""
    if number >= 10 or number == int(number):
        return tongue.number(round(number))
    return tongue.number(round(number, 1 - math.floor(math.log10(number))))


def legend(regions: Sequence[Region] | None, chosen: Sequence[str], dark: bool) -> str:
    """What is behind the discs or, where `regions` is `None`, the hexagons, as HTML."""
    return heat_note() if regions is None else regions_legend(regions, chosen, dark)


def regions_legend(regions: Sequence[Region], chosen: Sequence[str], dark: bool) -> str:
    """What a disc means, as HTML, with three of them; and how many strikes have none."""
    placed = [region for region in regions if region.at and region.name]
    most = max((region.n for region in placed), default=1)
    sizes = sorted({1, max(most // 4, 1), most})
    entries = [_entry(_disc(radius(n, most), dark), wording.many(n, "strike")) for n in sizes]
    said = [_("Each disc is a region. It grows with the number of strikes, not with the size of the region.")]
    said.append(
        _("A click shows only its strikes, another all.") if not chosen else _("Click the disc again to show all.")
    )
    unknown = sum(region.n for region in regions if region.value == NO_REGION)
    if unknown:
        said.append(
            n_("{n} strike of no known region has no disc.", "{n} strikes of no known region have no disc.", unknown)
        )
    rows = f"<b>{escape(_('Strikes'))}</b><div>{''.join(entries)}</div><b></b><div>{escape(' '.join(said))}</div>"
    return f'<div class="legend">{rows}</div>'


def heat_note() -> str:
    """What is behind the hexagons, as HTML; the shades stand on the map, for they change with the view."""
    said = _("A strike is spread evenly over the circle that its place is known by, so no doubt piles up at a point.")
    return f'<div class="legend"><b>{escape(WAYS["heat"])}</b><div>{escape(said)}</div></div>'


def _shades(heat: Heat) -> dict[str, Any]:
    """What the shades mean: the numbers between each and the next."""
    across = f"{heat.kilometres:.1f}" if heat.kilometres < 10 else f"{heat.kilometres:.0f}"
    title = _("Strikes per hexagon of {km} km", km=across)
    return {"title": title, "edges": [tongue.number(edge) for edge in heat.edges]}


def _entry(sign: str, text: str) -> str:
    return f'<span class="entry">{sign}{escape(text)}</span>'


def _disc(pixels: float, dark: bool) -> str:
    colour = DISC[dark]
    shape = f'<circle r="11" fill="{colour}" fill-opacity=".45" stroke="{colour}" stroke-width="{24 / pixels:.1f}"/>'
    return symbols.image(shape, round(2 * pixels))
