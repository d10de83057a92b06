"""The Places page: every place in use on a map and in a table, why it was chosen, and the form that corrects it."""

from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.errors import GazetteerError
from dashboard.geocode.sources.deciding import key_of
from dashboard.geocode.sources.reviewed import Key, Row, read_rows
from dashboard.records import Candidate, Place
from dashboard.views import look, state, tongue
from dashboard.views.data import Data, current
from dashboard.views.places import details, form, listing, on_map, selection, table, wording
from dashboard.views.places.layer import CANDIDATE, MARKS, MOST, drawn
from dashboard.views.places.listing import Asked
from dashboard.views.places.result import outcome
from dashboard.views.symbols import image
from dashboard.views.told import told
from dashboard.views.tongue import _, n_
from dashboard.views.wording import as_label, many

FIRST = 8


def show() -> None:
    """Draws the page; what happens within it runs only the fragment again."""
    look.apply()
    state.leave()
    current()
    selection.begin()
    _page()


@st.fragment
def _page() -> None:
    data = current()
    stamp, rows = _rows(data)
    frame = _in_use(data.store.version, stamp, rows, data)
    if frame.empty:
        st.info(_(wording.NONE_IN_USE), icon=":material/description:")
        return
    dark = look.is_dark()
    asked = selection.asked()
    with st.container(key="page"):
        _filters(frame, asked)
        if saved := st.session_state.get("places_saved"):
            message, well = outcome(saved, frame)
            (st.success if well else st.warning)(message)
        shown = listing.select(frame, asked)
        middle, side = st.columns([1.75, 1], gap="medium")
        line, place, candidates = _chosen(data, frame)
        if data.settings.public:
            selection.stop_correcting()
        if line is not None and selection.correcting():
            form.prepare(str(line["item"]), place, candidates, rows)
        with middle:
            if shown.empty:
                st.info(_(wording.NO_MATCH), icon=":material/filter_alt_off:")
            with st.container(key="map"):
                on_map.show(shown, line, place, candidates, dark, data.settings.carto_key)
            _legend(shown, len(candidates) > 1, dark)
        with side, st.container(key="details"):
            _details(data, rows, frame, line, place, candidates)
        if not shown.empty:
            table.show(shown)
    selection.write_url()


def _rows(data: Data) -> tuple[tuple[int, int], dict[Key, Row]]:
    """The rows of the gazetteer as they stand, with the stamp of its file; none, and a message, where it is broken."""
    try:
        file = data.settings.gazetteer.stat()
        stamp = (file.st_mtime_ns, file.st_ino)
        return stamp, _read(data.settings.gazetteer, stamp)
    except (GazetteerError, FileNotFoundError) as error:
        st.error(as_label(told(str(error))))
        return (0, 0), {}


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(path: Path, stamp: tuple[int, int]) -> dict[Key, Row]:
    return listing.by_key(read_rows(path))


@st.cache_resource(max_entries=2, show_spinner=False)
def _in_use(version: str, stamp: tuple[int, int], _rows: dict[Key, Row], _data: Data) -> pd.DataFrame:
    """The places of one store under one gazetteer. Shared by all sessions: nobody may change it."""
    return listing.with_status(_data.store.places.frame(), _rows)


def _filters(frame: pd.DataFrame, asked: Asked) -> None:
    counts = listing.counts(frame, asked)
    present = set(frame["status"]) | set(asked.statuses)
    offered = [status for status in listing.STATUSES if status in present or status in ("ambiguous", "unplaced")]
    with st.container(horizontal=True, vertical_alignment="top", key="places_filters"):
        _set("places_text", asked.text)
        st.text_input(
            _("Search"),
            key="places_text",
            on_change=lambda: selection.ask(text=(st.session_state.places_text or "").strip()),
            placeholder=_("Name, region, words of a report"),
            icon=":material/search:",
            max_chars=200,
            width=330,
        )
        _set("places_statuses", list(asked.statuses))
        st.pills(
            _("Status"),
            offered,
            selection_mode="multi",
            key="places_statuses",
            format_func=lambda status: f"{wording.STATUSES[status]} {tongue.number(counts[status])}",
            on_change=lambda: selection.ask(statuses=tuple(st.session_state.places_statuses)),
        )
    held = int(frame["held_back"].sum())
    shown = len(listing.select(frame, asked))
    if shown < len(frame):
        told = n_("**{shown} of {n} place** in use", "**{shown} of {n} places** in use", len(frame), shown=shown)
    else:
        told = n_("**{n} place** in use", "**{n} places** in use", shown)
    if held:
        told += "; " + n_(
            "**{n} strike** held back by names without a place",
            "**{n} strikes** held back by names without a place",
            held,
        )
    with st.container(key="count"):
        st.markdown(told)


def _chosen(data: Data, frame: pd.DataFrame) -> tuple[pd.Series | None, Place | None, tuple[Candidate, ...]]:
    """The chosen row, its place, and what the words of its first reading may mean."""
    item = selection.chosen()
    found = frame[frame["item"] == item]
    if item is None or found.empty:
        return None, None, ()
    readings = data.store.places.readings(item, 1)
    candidates = readings[0].name.occurrence.candidates if readings else ()
    return found.iloc[0], data.store.places.place(item), candidates


def _details(
    data: Data,
    rows: dict[Key, Row],
    frame: pd.DataFrame,
    line: pd.Series | None,
    place: Place | None,
    candidates: tuple[Candidate, ...],
) -> None:
    item = selection.chosen()
    if item is None:
        st.html(f'<p class="hint">{_(wording.NOTHING_CHOSEN)}</p>')
        _first(frame)
        return
    if line is None:
        st.warning(_(wording.GONE))
        _close()
        return
    store = data.store
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        if not data.settings.public and not selection.correcting():
            st.button(
                _("Correct this place") if place else _("Place it"),
                key="place_correct",
                icon=":material/edit_location_alt:",
                on_click=selection.start_correcting,
            )
        if line["strikes"]:
            st.page_link(
                st.session_state.map_page,
                label=_("Strikes on the map"),
                icon=":material/map:",
                query_params={"q": str(line["name"])},
            )
        _close()
    st.html(details.heading(line, place))
    if selection.correcting():
        form.show(data.settings, item, str(line["name"]), place, candidates, store.places.words(item), rows)
    if place is not None:
        st.html(details.facts(place, rows.get(key_of(place))))
    details.show_readings(store, store.places.readings(item, details.MOST), int(line["reports"]))


def _first(frame: pd.DataFrame) -> None:
    """Where a look is worth most: names that hold strikes back, then places that were struck and never reviewed."""
    held = frame["held_back"] > 0
    unseen = (frame["strikes"] > 0) & frame["status"].isin(["proposed", "unreviewed"])
    worth = pd.concat([frame[held], frame[unseen & ~held]]).head(FIRST)
    if worth.empty:
        return
    st.html(f'<h4 class="who">{_("Worth a look first")}</h4>')
    with st.container(key="latest", gap=None):
        for row in worth.to_dict("records"):
            held_back, strikes = int(row["held_back"]), int(row["strikes"])
            holding = n_("holds back {n} strike", "holds back {n} strikes", held_back)
            why = holding if held_back else many(strikes, "strike")
            st.button(
                f"{as_label(str(row['name']))}: {why}, {wording.STATUSES[row['status']].lower()}",
                key=f"first_{row['item']}",
                type="tertiary",
                on_click=selection.choose,
                args=(row["item"],),
                kwargs={"move": True},
            )


def _close() -> None:
    st.button(
        _("Close"),
        key="close_details",
        icon=":material/close:",
        type="tertiary",
        on_click=selection.choose,
        args=(None,),
        kwargs={"move": False},
    )


def _legend(shown: pd.DataFrame, candidates: bool, dark: bool) -> None:
    marked = drawn(shown)
    entries = []
    for status, (light, on_dark, hollow) in MARKS.items():
        if status in set(marked["status"]):
            ink = on_dark if dark else light
            fill = "none" if hollow else ink
            sign = image(f'<circle r="6.5" fill="{fill}" stroke="{ink}" stroke-width="2.5"/>')
            entries.append(
                f'<span class="entry" title="{wording.STATUS_MEANINGS[status]}">{sign}{wording.STATUSES[status]}</span>'
            )
    if candidates:
        ink = CANDIDATE[dark]
        sign = image(f'<circle r="9" fill="none" stroke="{ink}" stroke-width="2.5" stroke-dasharray="3 2"/>')
        entries.append(f'<span class="entry">{sign}{_(wording.OTHER_CANDIDATE)}</span>')
    signs = f'<div class="legend"><b>{_("Status")}</b><div>{"".join(entries)}</div></div>'
    st.html(f'{signs}<p class="marks">{_(wording.SIZES)}</p>')
    placed = int(shown["latitude"].notna().sum())
    if len(marked) == MOST < placed:
        st.caption(_(wording.CAPPED, drawn=MOST, all=placed))


def _set(key: str, value: object) -> None:
    """Sets a widget from the state where it differs: it may be new, or the state was changed elsewhere."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
