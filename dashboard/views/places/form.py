"""The form that corrects a place: which one is meant, where it lies, why, and who says so; saved, the strikes move."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import escape

import streamlit as st

from dashboard.errors import GazetteerChanged, HomeBusy, StrikemapError
from dashboard.geocode.sources.countries import country_names
from dashboard.geocode.sources.deciding import ACCEPTED, REVIEW, UNFINDABLE, Entry, EntryWrong, decided, key_of, point
from dashboard.geocode.sources.reviewed import Key, Row, read_rows
from dashboard.geocode.spelling.words import load_kinds
from dashboard.pipeline import Progress, save_place
from dashboard.records import Candidate, Place
from dashboard.settings import Settings
from dashboard.views import tongue
from dashboard.views.places import selection, wording
from dashboard.views.places.result import Saved
from dashboard.views.told import told
from dashboard.views.tongue import N_, Labels, _
from dashboard.views.wording import NOT_STATED, as_label, day

OTHER = "other"  # the choice of a place that is not in the list
DECISIONS = Labels({ACCEPTED: N_("It lies here"), UNFINDABLE: N_("It cannot be placed")})
OFFERED = (
    "site",
    "neighbourhood",
    "city_district",
    "city",
    "town",
    "village",
    "raion",
    "oblast",
)  # kinds of new places


def show(
    settings: Settings,
    item: str,
    name: str,
    place: Place | None,
    candidates: Sequence[Candidate],
    words: Sequence[str],
    rows: Mapping[Key, Row],
) -> None:
    """Draws the form for a place in use, or for a `name` without a place; `rows` are those of the gazetteer now."""
    choices = _choices(place, candidates)
    st.html(f'<h4 class="who">{_("Correct it") if place else _("Place it")}</h4>')
    if choices:
        st.selectbox(
            _("Which place is meant"),
            [*choices, OTHER],
            key="place_choice",
            placeholder=_(wording.CHOOSE_PLACE),
            format_func=lambda choice: _option(choices, choice),
            on_change=lambda: _take_choice(choices, rows),
        )
    if st.session_state.place_choice == OTHER:
        _new_place(name)
    st.radio(_("Decision"), list(DECISIONS), key="place_decision", format_func=DECISIONS.__getitem__, horizontal=True)
    st.text_input(
        _("Coordinates"),
        key="place_point",
        placeholder="49.589, 34.554",
        max_chars=60,
        disabled=st.session_state.place_decision == UNFINDABLE,
    )
    st.caption(as_label(_point_message() or _(wording.HOW_TO_POINT)))
    with st.form("place_form", border=False):
        _signing()
        if errors := st.session_state.get("places_errors"):
            st.error("\n".join(f"- {as_label(message)}" for message in errors) if errors[1:] else as_label(errors[0]))
        theirs: Row | None = st.session_state.get("places_theirs")
        if theirs is not None:
            _show_theirs(theirs)
        with st.container(horizontal=True):
            pressed = st.form_submit_button(_("Save"), type="primary", key="place_save")
            if st.form_submit_button(_("Cancel"), key="place_cancel"):
                selection.stop_correcting()
                st.rerun(scope="fragment")
    if pressed and st.session_state.place_choice is None and st.session_state.place_decision == ACCEPTED:
        st.session_state.places_errors = (_(wording.CHOOSE_FIRST),)
        st.rerun(scope="fragment")
    if pressed:
        _save(settings, item, _meant(choices, name), words)


def prepare(item: str, place: Place | None, candidates: Sequence[Candidate], rows: Mapping[Key, Row]) -> None:
    """Fills the form with what is known, once it is opened for another place; to be called before map and form.

    For a name without a place nothing is filled in: which of its candidates is meant is not for us to guess.
    """
    if st.session_state.get("places_filled_for") == item:
        return
    st.session_state.places_filled_for = item
    nothing = None if candidates else OTHER
    st.session_state.place_choice = place.place_id if place else nothing
    st.session_state.place_decision = ACCEPTED
    st.session_state.place_reason = ""
    st.session_state.place_name = st.session_state.get("signed_as", "")
    st.session_state.places_errors = ()
    _fill_place(place, rows)


def set_point(latitude: float, longitude: float) -> None:
    """Enters a point that was clicked on the map; to be called before the form is drawn."""
    st.session_state.place_point = f"{latitude:.5f}, {longitude:.5f}"
    st.session_state.place_decision = ACCEPTED
    st.session_state.place_source = _(wording.SET_BY_HAND)


def size() -> tuple[str, float]:
    """Precision and radius in metres of what is being entered, for the map."""
    meant: Place | None = st.session_state.get("places_meant")
    kind = load_kinds()[meant.kind if meant else st.session_state.get("place_new_kind") or "village"]
    try:
        radius = float(st.session_state.get("place_radius") or "") * 1000
    except ValueError:
        radius = kind.radius_m
    return kind.precision, radius


def _option(choices: Mapping[str, Place], choice: str) -> str:
    """A choice in words."""
    return wording.where(choices[choice]) if choice in choices else _(wording.ANOTHER)


def _choices(place: Place | None, candidates: Sequence[Candidate]) -> dict[str, Place]:
    """What may be meant, by place_id: the place in use, then the other candidates."""
    return {each.place_id: each for each in (*([place] if place else []), *(c.place for c in candidates))}


def _fill_place(place: Place | None, rows: Mapping[Key, Row]) -> None:
    row = rows.get(key_of(place)) if place else None
    st.session_state.places_meant = place
    st.session_state.places_seen = row
    st.session_state.places_theirs = None
    st.session_state.place_point = f"{place.latitude:.5f}, {place.longitude:.5f}" if place else ""
    known = None if place is None or place.radius_assumed else place.radius_m / 1000
    st.session_state.place_radius = "" if known is None else f"{known:g}"
    st.session_state.place_source = row.source if row else place.origin if place else ""


def _take_choice(choices: Mapping[str, Place], rows: Mapping[Key, Row]) -> None:
    place = choices.get(st.session_state.place_choice)
    _fill_place(place, rows)
    selection.move()


def _new_place(name: str) -> None:
    st.session_state.setdefault("place_new_name", name)
    st.session_state.setdefault("place_new_kind", "village")
    left, right = st.columns(2)
    left.text_input(_("Name of the place"), key="place_new_name", max_chars=200)
    right.selectbox(_("Kind"), OFFERED, key="place_new_kind", format_func=wording.kind)
    third, fourth = st.columns(2)
    third.text_input(_("Region"), key="place_new_admin1", placeholder=_("Kherson Oblast"), max_chars=200)
    names = country_names()
    fourth.selectbox(
        _("Country"),
        ["", *names],
        key="place_new_country",
        format_func=lambda code: tongue.country(code) or names.get(code) or _(NOT_STATED),
    )


def _signing() -> None:
    nowhere = st.session_state.place_decision == UNFINDABLE
    left, right = st.columns([1.6, 1])
    left.text_input(_("Source of the coordinates"), key="place_source", max_chars=300, disabled=nowhere)
    right.text_input(_("Radius, km"), key="place_radius", placeholder=_("unknown"), max_chars=12, disabled=nowhere)
    st.text_area(_("Reason"), key="place_reason", height=80, max_chars=1000, placeholder=_("Why it lies there"))
    st.text_input(_("Your name"), key="place_name", max_chars=100)


def _point_message() -> str | None:
    text = st.session_state.place_point or ""
    try:
        point(text)
    except ValueError as error:
        return told(str(error)) if text.strip() else None
    return None


def _meant(choices: Mapping[str, Place], name: str) -> tuple[Place, bool]:
    """The place that was decided on, and whether it is a new one."""
    chosen = choices.get(st.session_state.place_choice)
    if chosen is not None:
        return chosen, False
    kind = load_kinds()[st.session_state.get("place_new_kind") or "village"]
    return (
        Place(
            name=" ".join((st.session_state.get("place_new_name") or name).split()),
            kind=kind.kind,
            precision=kind.precision,  # type: ignore[arg-type]  # checked when the kinds are read
            latitude=0.0,
            longitude=0.0,
            radius_m=kind.radius_m,
            radius_assumed=True,
            country=st.session_state.get("place_new_country") or None,
            admin1=" ".join((st.session_state.get("place_new_admin1") or "").split()) or None,
            parent=None,
            origin=REVIEW,
        ),
        True,
    )


def _save(settings: Settings, item: str, meant: tuple[Place, bool], words: Sequence[str]) -> None:
    entered = st.session_state
    place, new = meant
    theirs: Row | None = entered.get("places_theirs")
    seen: Row | None = theirs if theirs is not None and entered.get(_take_key()) else entered.places_seen
    entry = Entry(
        place=replace(place, latitude=round(place.latitude, 5), longitude=round(place.longitude, 5)),
        new=new,
        status=entered.place_decision,
        coordinates=entered.get("place_point") or "",
        radius_km=entered.get("place_radius") or "",
        source=entered.get("place_source") or "",
        reason=entered.place_reason or "",
        name=entered.place_name or "",
    )
    try:
        row = decided(entry, seen, words, date.today())  # noqa: DTZ011  # the day on the wall of who signs
        with st.spinner(_("Saving; the strikes move")):
            save_place(settings, row, seen, _progress())
    except EntryWrong as error:
        entered.places_errors = tuple(map(told, error.messages))
        st.rerun(scope="fragment")
    except GazetteerChanged as error:
        entered.places_errors = (_("It was not saved: {reason}.", reason=told(str(error))),)
        entered.places_theirs = {row.key: row for row in read_rows(settings.gazetteer)}.get(row.key)
        entered.places_conflicts = entered.get("places_conflicts", 0) + 1
        if entered.places_theirs is None:  # they took it away: what is saved next is new
            entered.places_seen = None
        st.rerun(scope="fragment")
    except HomeBusy as error:
        done = Saved(item, row, str(error))
    except (StrikemapError, OSError) as error:
        entered.places_errors = (_("It was not saved: {reason}", reason=told(str(error))),)
        st.rerun(scope="fragment")
    else:
        done = Saved(item, row)
    entered.signed_as = row.decided_by
    selection.choose(place.place_id if entry.status == ACCEPTED else item, move=True)
    selection.stop_correcting()
    entered.places_saved = done
    st.rerun()


def _progress() -> Progress:
    """A bar that shows how many reports are read again."""
    bar = st.progress(0.0)

    def tell(done: int, of: int) -> None:
        bar.progress(done / max(of, 1), _("{n} of {all} reports are read again", n=done, all=of))

    return tell


def _take_key() -> str:
    """Another conflict asks again."""
    return f"place_take_mine_{st.session_state.get('places_conflicts', 0)}"


def _show_theirs(row: Row) -> None:
    who = ", ".join(part for part in (row.decided_by or _("Somebody"), day(row.decided_on)) if part)
    st.warning(_(wording.THEIRS, who=as_label(who)))
    where = (
        f"{row.latitude:g}, {row.longitude:g}"
        if row.latitude is not None and row.longitude is not None
        else _("no point")
    )
    lines = [
        (_("Decision"), DECISIONS.get(row.status, row.status)),
        (_("Point"), where),
        (_("Source"), row.source),
        (_("Reason"), row.note or ""),
    ]
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(value)}</dd>" for term, value in lines if value)
    st.html(f'<dl class="facts theirs">{items}</dl>')
    st.checkbox(_(wording.TAKE_MINE), key=_take_key())
