"""The map: the base map with one layer of marks for the view, what the reader does on it, and where it is moved to."""

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from dashboard.filters import Sieve
from dashboard.filters.columns import Mask
from dashboard.filters.within import WIDE
from dashboard.mercator import Floats, degrees, mercator
from dashboard.views import state
from dashboard.views.data import Data
from dashboard.views.map import area_tool, backgrounds, layer, opened, overview, spots, trail
from dashboard.views.map.base import CENTRE, ZOOM, base_map, serve_files
from dashboard.views.map.clusters import TILE, View, group
from dashboard.views.map.regions import Region
from dashboard.views.own_components import component
from dashboard.views.timeline import since_1970

KEY, MARKS_KEY = "strike_map", "marks"
HEIGHT = 500
ALL, AREA = "*", "**"  # where the map goes to show all strikes, or the area chosen; ids of strikes are never that
LIKELY = (900, HEIGHT)  # pixels of a map before the browser has said
FIRST_ZOOM = 7  # the first view goes no nearer
INWARDS = -0.15  # of a padded view: what lies far outside the map needs no hexagons
MOST = (0.04, 0.96)  # a few strikes far away must not make all the others small


def show(carto_key: str | None) -> None:
    """Draws the map without strikes: the same in each run, so that zoom and centre are kept."""
    serve_files()
    st_folium(
        base_map(carto_key, fits=True),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],  # our script tells what we need, at once and no more
    )


@st.fragment
def show_marks(data: Data, sieve: Sieve, named: Any, regions: list[Region] | None, dark: bool) -> None:
    """Sends the map the strikes that pass; `named` counts the reports that name each place, `None` if not wanted.
    In place of marks it may draw `regions`, or hexagons; the chosen strike has its mark all the same.

    Best before all else, for it is waited for. A new view runs no more than this; a strike that is chosen on the map,
    or an area, runs the page.
    """
    if st.session_state.pop("map_asks_page", False):
        st.rerun()
    passing = sieve.passing()
    first = _first_view(data, passing)
    view = st.session_state.get("map_view") or _fitting(first)
    selected = _selected(data, passing)
    heat = overview.heat_of(data, sieve, view.padded(INWARDS)) if state.way() == "heat" else None
    marked = passing if state.way() == "marks" else _only(selected, len(passing))
    groups = group(data.spots, marked, view)
    marks = layer.strike_marks(data.strikes, groups, selected)
    if walk := _walk():
        trail.pale(marks, trail.strengths(data.columns.last[groups.row], walk))
    marks = opened.opened(data.strikes, marked, selected, marks)
    if named is not None:
        marks += data.named.marks(named, view)
    chosen = data.orders.position(state.chosen())
    if heat is None:
        cover = _cover(view, whole=groups.whole) if regions is None else {**_cover(view, whole=True), "zoom": 0}
    else:
        cover = _cover(view.padded(INWARDS), whole=False)
    drawn = {
        "background": {"name": state.background(), "dark": dark},
        "marks": layer.in_order(marks),
        "cover": cover,
        "overview": overview.drawn(regions, heat, sieve.filters.regions),
        "area": area_tool.drawn(),
        "chosen": sieve.filters.area is not None or (chosen is not None and _is_drawn(data, chosen)),
        "focus": _focus(data, passing) or first,
    }
    packed = json.dumps(drawn, separators=(",", ":")).encode()
    component("marks")(key=MARKS_KEY, data=packed, on_told_change=_take)


def _walk() -> tuple[int, int] | None:
    """The dates as they walk while the timeline plays, in days since 1970."""
    start, end = state.filters().date_from, state.filters().date_to
    return (since_1970(start), since_1970(end)) if state.playing() and start and end else None


def view_of(told: Mapping[str, Any]) -> View | None:
    """The view that the browser told, `None` where it is none: what a browser sends is a claim."""
    try:
        south, west, north, east = (float(edge) for edge in told["bounds"])
        zoom = int(told["zoom"])
    except (KeyError, TypeError, ValueError):
        return None
    sane = all(map(math.isfinite, (south, west, north, east))) and 0 <= zoom <= 20
    if not sane or not -90 <= south < north <= 90 or not -1000 <= west < east <= 1000:
        return None
    return View(south, west, north, east, zoom)


def _take() -> None:
    told = st.session_state[MARKS_KEY].get("told") or {}
    if told.get("kind") == "click" and isinstance(told.get("id"), str):
        state.choose(told["id"], move=False)
        st.session_state.map_asks_page = True
    elif told.get("kind") == "region" and isinstance(told.get("region"), str):
        state.choose_region(told["region"])
        st.session_state.map_asks_page = True
    elif told.get("kind") == "area":
        st.session_state.map_asks_page = area_tool.take(told)
    elif told.get("kind") == "view" and (view := view_of(told)):
        st.session_state.map_view = view.padded()
    elif told.get("kind") == "background":
        state.set_background(backgrounds.known(told.get("name")))
        st.session_state.map_asks_page = True  # for the address
    elif told.get("kind") == "fit" and told.get("what") in ("all", "mine"):
        state.go_to(ALL if told["what"] == "all" else state.chosen() or AREA)


def _only(row: int | None, size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    if row is not None:
        mask[row] = True
    return mask


def _cover(view: View, *, whole: bool) -> dict[str, Any]:
    """For which views the marks are right: of this zoom and within these edges; where `whole`, of all nearer ones."""
    edges = [view.south, view.west, view.north, view.east]
    return {"zoom": view.zoom, "bounds": [round(edge, 4) for edge in edges], "whole": whole}


def _selected(data: Data, passing: Any) -> int | None:
    """The place in the frame of the chosen strike, if it passes and is drawn."""
    row = data.orders.position(state.chosen())
    return row if row is not None and passing[row] and _is_drawn(data, row) else None


def _is_drawn(data: Data, row: int) -> bool:
    return bool(spots.is_drawn(data.strikes.iloc[[row]])[0])


def _first_view(data: Data, passing: Any) -> dict[str, Any] | None:
    """The session's first view, which the map takes once."""
    if "first_view" not in st.session_state:
        mine = passing[data.spots.rows]
        st.session_state.first_view = first_view(data.spots.x[mine], data.spots.y[mine])
    view: dict[str, Any] | None = st.session_state.first_view
    return view


def first_view(x: Floats, y: Floats) -> dict[str, Any] | None:
    """Where most of some points are, given as fractions of the world: south-west and north-east corner, and the middle
    one's latitude and longitude, all in degrees; `None` without any."""
    if not len(x):
        return None
    (west, middle_x, east), (north, middle_y, south) = (
        np.quantile(axis, (MOST[0], 0.5, MOST[1]), method="nearest") for axis in (x, y)
    )
    latitudes, longitudes = degrees(np.array([west, east, middle_x]), np.array([south, north, middle_y]))
    corners = [[float(latitudes[at]), float(longitudes[at])] for at in (0, 1, 2)]
    return {"token": 0, "bounds": corners[:2], "middle": corners[2]}


def _fitting(first: Mapping[str, Any] | None) -> View:
    """The view that the map will most likely take at first; if it takes another it says so."""
    (south, west), (north, east) = first["bounds"] if first else (CENTRE, CENTRE)
    x, y = mercator(np.array([south, north]), np.array([west, east]))
    wide, tall = max(x[1] - x[0], 1e-9), max(y[0] - y[1], 1e-9)
    room = min((LIKELY[0] - 48) / (TILE * wide), (LIKELY[1] - 48) / (TILE * tall))
    zoom = min(int(math.log2(room)), FIRST_ZOOM) if first else ZOOM
    half = LIKELY[0] / (TILE * 2.0**zoom), LIKELY[1] / (TILE * 2.0**zoom)
    middle_x, middle_y = x.mean(), y.mean()
    latitudes, longitudes = degrees(
        np.array([middle_x - half[0], middle_x + half[0]]), np.array([middle_y + half[1], middle_y - half[1]])
    )
    return View(float(latitudes[0]), float(longitudes[0]), float(latitudes[1]), float(longitudes[1]), zoom)


def _focus(data: Data, passing: Any) -> dict[str, Any] | None:
    """Where the map was last asked to go: degrees, what to show in metres or corners, and the token of the request."""
    token, asked = state.moves(), state.asked_to_show()
    if asked == ALL:
        if st.session_state.get("all_of_them", {}).get("token") != token:  # looked for once, whatever comes after
            st.session_state.all_of_them = {"token": token} | (everything(data.spots, passing) or {})
        around: dict[str, Any] = st.session_state.all_of_them
        return around if "bounds" in around else None
    if asked == AREA and (area := state.filters().area):
        return {"token": token, "bounds": [list(edge) for edge in area.edges]}
    row = data.orders.position(asked)
    if row is None or not _is_drawn(data, row):
        return None
    strike = data.strikes.iloc[row]
    radius = strike["uncertainty_radius_m"] if strike["precision"] in WIDE else 0
    return {
        "token": token,
        "lat": float(strike["latitude"]),
        "lng": float(strike["longitude"]),
        "radius": 0.0 if np.isnan(radius) else float(radius),
    }


def everything(drawn: spots.Spots, passing: Any) -> dict[str, Any] | None:
    """South-west and north-east corner around all strikes that pass with their doubt, in degrees; `None` for none."""
    mine = passing[drawn.rows]
    if not mine.any():
        return None
    x, y, reach = drawn.x[mine], drawn.y[mine], drawn.reach[mine]
    west, east, north, south = (x - reach).min(), (x + reach).max(), (y - reach).min(), (y + reach).max()
    latitudes, longitudes = degrees(np.array([west, east]), np.array([south, north]))
    return {"bounds": [[float(latitudes[at]), float(longitudes[at])] for at in (0, 1)]}
