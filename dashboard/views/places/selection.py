"""What the reader chose on the Places page: filters, the place, and the point being entered; the URL follows it."""

from dataclasses import replace

import streamlit as st

from dashboard.views import tongue
from dashboard.views.places.listing import STATUSES, Asked

PLACE, SHOW, TEXT = "place", "show", "q"  # query parameters


def begin() -> None:
    """Reads the URL where it is not the one this session wrote."""
    query = tongue.other_parameters()
    if "places_asked" in st.session_state and query in ({}, st.session_state.get("places_written")):
        return
    statuses = tuple(status for status in STATUSES if status in query.get(SHOW, ()))
    st.session_state.places_asked = Asked(statuses, " ".join(query.get(TEXT, ())[-1:]).strip())
    choose(query[PLACE][-1] if query.get(PLACE) else None, move=True)


def asked() -> Asked:
    """The filters and the page of the table as they stand."""
    stands: Asked = st.session_state.places_asked
    return stands


def ask(*, statuses: tuple[str, ...] | None = None, text: str | None = None) -> None:
    """Changes a filter; the table begins anew."""
    new = asked() if statuses is None else replace(asked(), statuses=statuses)
    st.session_state.places_asked = replace(new if text is None else replace(new, text=text), page=0)


def turn_to(page: int) -> None:
    """Turns to a page of the table."""
    st.session_state.places_asked = replace(asked(), page=page)


def choose(item: str | None, *, move: bool) -> None:
    """Makes a place the chosen one; `move` brings the map and the table there."""
    if item != chosen():
        stop_correcting()
        st.session_state.places_saved = None
    st.session_state.places_item = item
    if item and move:
        st.session_state.places_moves = moves() + 1
        st.session_state.places_turn = True


def chosen() -> str | None:
    """The id of the chosen place, or of a name without one."""
    item: str | None = st.session_state.get("places_item")
    return item


def move() -> None:
    """Brings the map to what is chosen, once more."""
    st.session_state.places_moves = moves() + 1


def moves() -> int:
    """How often the map was asked to move; a new number asks it again."""
    count: int = st.session_state.get("places_moves", 0)
    return count


def correcting() -> bool:
    """Whether the form is open, so that a click on the map sets the point."""
    return bool(st.session_state.get("places_correcting"))


def start_correcting() -> None:
    """Opens the form, to be filled anew."""
    st.session_state.places_correcting = True
    st.session_state.places_saved = None
    st.session_state.places_filled_for = None


def stop_correcting() -> None:
    """Closes the form and forgets what was entered but the name that signs."""
    st.session_state.places_correcting = False
    st.session_state.places_theirs = None
    st.session_state.places_errors = ()


def write_url() -> None:
    """Brings the address bar up to date, so that the page can be shared and reloaded."""
    wanted: dict[str, list[str]] = {}
    if chosen():
        wanted[PLACE] = [str(chosen())]
    if asked().statuses:
        wanted[SHOW] = list(asked().statuses)
    if asked().text:
        wanted[TEXT] = [asked().text]
    st.session_state.places_written = wanted
    if tongue.other_parameters() != wanted:
        st.query_params.from_dict(wanted | tongue.in_address())
