"""What the reader chose, once for all parts of the page: filters and strike; widgets, timeline and URL follow it.

Widgets report changes through `take`, are set from here before they are drawn, and the URL is written at the end of
each run. The state outlives a visit to another page, which widgets do not.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard.filters import Filters, from_query, not_taken, to_query
from dashboard.filters.columns import Columns
from dashboard.records import Strike
from dashboard.views import tongue
from dashboard.views.map import backgrounds

STRIKE, MENTIONS, BACKGROUND, WAY = "strike", "mentions", "base", "view"  # query parameters beside those of the filters
WAYS = ("marks", "regions", "heat")  # how the map shows the strikes; the first is not in the address
PRESETS = {"all": None, "year": 365, "month": 30, "week": 7}  # up to the last day of the data


def begin(columns: Columns) -> None:
    """Reads the URL where it is not the one this session wrote: at first, after a link, after the back button."""
    query = tongue.other_parameters()
    if "filters" in st.session_state:
        returned = st.session_state.pop("away", False) and not query
        if returned or query == st.session_state.get("written"):
            return
    st.session_state.filters = from_query(query, columns)
    st.session_state.ignored = not_taken(query, filters())
    st.session_state.mentions = query.get(MENTIONS) != ["off"]
    set_background(backgrounds.known(query.get(BACKGROUND, [backgrounds.DEFAULT])[-1]))
    (way,) = query.get(WAY, ())[-1:] or WAYS[:1]
    st.session_state.way = way if way in WAYS else WAYS[0]
    if way not in WAYS:
        st.session_state.ignored.append(f"{WAY}={way}")
    choose(query[STRIKE][-1] if query.get(STRIKE) else None, move=True)


def leave() -> None:
    """Says that another page is shown: the way back to the map by its name brings the view back as it was left."""
    st.session_state.away, st.session_state.playing = True, False


def filters() -> Filters:
    """The filters as they stand."""
    chosen: Filters = st.session_state.filters
    return chosen


def set_filters(**changes: Any) -> None:
    """Changes some fields of the filters."""
    st.session_state.filters = replace(filters(), **changes)
    st.session_state.ignored = []  # the view is no longer the link's


def clear_filters() -> None:
    """Lets everything through again."""
    st.session_state.filters = Filters()
    st.session_state.ignored, st.session_state.playing = [], False


def choose_region(region: str) -> None:
    """Leaves only the strikes of a region, as a filter names it; chosen again, those of all regions."""
    set_filters(regions=() if filters().regions == (region,) else (region,))


def choose(strike_id: str | None, *, move: bool) -> None:
    """Makes a strike the chosen one; `move` brings the map there, for a choice that was not made on the map."""
    st.session_state.strike = strike_id
    if move and strike_id:
        go_to(strike_id)


def go_to(place: str | None) -> None:
    """Asks the map to go to a strike, or to what else the map knows by a name."""
    st.session_state.moves = moves() + 1
    st.session_state.move_to = place


def asked_to_show() -> str | None:
    """What the map was last asked to go to."""
    asked: str | None = st.session_state.get("move_to")
    return asked


def chosen() -> str | None:
    """The id of the chosen strike."""
    strike: str | None = st.session_state.get("strike")
    return strike


def settle_on(strike: Strike | None) -> None:
    """Gives the chosen strike the id it has now: a link may name it by any of its accounts."""
    if strike is not None and strike.strike_id != chosen():
        if st.session_state.get("move_to") == chosen():
            st.session_state.move_to = strike.strike_id
        st.session_state.strike = strike.strike_id


def moves() -> int:
    """How often the map was asked to move; a new number asks it again."""
    count: int = st.session_state.get("moves", 0)
    return count


def background() -> str:
    """The name of the map's background."""
    name: str = st.session_state.get("background", backgrounds.DEFAULT)
    return name


def set_background(name: str) -> None:
    """Gives the map another background."""
    st.session_state.background = name


def shows_mentions() -> bool:
    """Whether places that are only named are on the map."""
    return bool(st.session_state.mentions)


def way() -> str:
    """How the map shows the strikes, one of WAYS."""
    chosen: str = st.session_state.way
    return chosen


def set_way(way: str) -> None:
    """Makes the map show the strikes in another of WAYS."""
    st.session_state.way = way


def period(extent: tuple[date, date]) -> tuple[date, date]:
    """The date range as both ends; where the filters leave one open, that of the data."""
    return filters().date_from or extent[0], filters().date_to or extent[1]


def set_period(start: date, end: date, extent: tuple[date, date], *, playing: bool = False) -> None:
    """Sets the date range. All of the data is no filter, so that strikes without a date stay in.

    `playing` says that the timeline plays and will change it again by itself.
    """
    st.session_state.playing = playing
    everything = (start, end) == extent
    set_filters(date_from=None if everything else start, date_to=None if everything else end)


def playing() -> bool:
    """Whether the timeline plays, so that the dates change by themselves."""
    return bool(st.session_state.get("playing"))


def preset(name: str | None, extent: tuple[date, date]) -> tuple[date, date]:
    """The range of a preset, within the data; all of it for none."""
    length = PRESETS.get(name or "all")
    return extent if length is None else (max(extent[0], extent[1] - timedelta(days=length - 1)), extent[1])


def query() -> dict[str, list[str]]:
    """All that the URL says of this view."""
    parts = to_query(filters())
    if not shows_mentions():
        parts[MENTIONS] = ["off"]
    if background() != backgrounds.DEFAULT:
        parts[BACKGROUND] = [background()]
    if way() != WAYS[0]:
        parts[WAY] = [way()]
    if chosen():
        parts[STRIKE] = [str(chosen())]
    return parts


def write_url() -> None:
    """Brings the address bar up to date, so that the page can be shared and reloaded; not at each step of play."""
    if playing():
        return
    wanted = st.session_state.written = query()
    if tongue.other_parameters() != wanted:
        st.query_params.from_dict(wanted | tongue.in_address())
