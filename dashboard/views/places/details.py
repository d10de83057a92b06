"""One place beside the map: what it is, whose coordinates it has, the words it was read from, and why it was chosen."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard.geocode.sources.reviewed import Row
from dashboard.records import Account, Name, Place
from dashboard.store import Store
from dashboard.store.places import Reading
from dashboard.views import tongue
from dashboard.views.places import wording
from dashboard.views.told import told
from dashboard.views.tongue import _, n_
from dashboard.views.wording import PRECISION_SENTENCES, day, many, published

MOST = 6  # readings told in full; of a capital there may be thousands
AROUND = 70  # characters shown on either side of the words


def heading(line: pd.Series, place: Place | None) -> str:
    """The name, where it lies, its status, and how much hangs on it, as HTML."""
    around = "" if place is None else wording.within(line["admin1"], tongue.country(place.country), line["name"])
    kind = _("name without a place") if place is None else wording.kind(place.kind)
    status = wording.STATUSES[line["status"]]
    told = [many(int(line["strikes"]), "strike"), many(int(line["mentions"]), "mention")]
    told += [n_("{n} strike held back", "{n} strikes held back", int(line["held_back"]))] if line["held_back"] else []
    return (
        f'<div class="strike-head place-head"><div><h3>{escape(line["name"])}</h3>'
        f"<p>{escape(' · '.join(part for part in (kind, around) if part))}</p>"
        f'<p><b title="{escape(wording.STATUS_MEANINGS[line["status"]])}">{status}</b> · {escape(" · ".join(told))}</p>'
        "</div></div>"
    )


def facts(place: Place, row: Row | None) -> str:
    """Coordinates, their origin, how exact they are, and who decided, as HTML."""
    exact = PRECISION_SENTENCES.get(place.precision) or wording.exactness(place.precision).lower()
    lines = [
        (
            _("Point"),
            f"{place.latitude:.5f}, {place.longitude:.5f}",
            _("coordinates of: {origin}", origin=told(place.origin)),
        ),
        (_("Exactness"), wording.exactness(place.precision), exact),
        (_("Radius"), wording.radius(place.radius_m, None) or _("none"), _how_known(place)),
    ]
    if row is not None:
        signed = "" if row.decided_by is None else row.decided_by
        when = day(row.decided_on)
        who = f"{signed}, {when}" if signed and when else signed or when or _("nobody yet")
        beside = [_("source: {source}", source=row.source) if row.source else "", row.note or ""]
        lines.append((_("Decided"), who, "; ".join(part for part in beside if part)))
    items = "".join(
        f"<dt>{escape(term)}</dt><dd><b>{escape(value)}</b>"
        + (f'<span class="note">{escape(note)}</span>' if note else "")
        + "</dd>"
        for term, value, note in lines
    )
    return f'<dl class="facts">{items}</dl>'


def show_readings(store: Store, readings: tuple[Reading, ...], number: int) -> None:
    """Draws the words read as the place in `number` reports, with the reasons and the way to each report."""
    if not readings:
        st.html(f'<h4 class="who">{escape(_("Read from no name: worked out from a place in it or around it"))}</h4>')
        return
    some = _("Read from ({n} of {all} reports)", n=len(readings), all=number)
    st.html(f'<h4 class="who">{escape(some if number > len(readings) else _("Read from"))}</h4>')
    for reading in readings:
        report = store.report(reading.name.report)
        st.html(reading_html(reading, "" if report is None else report.text(reading.name.occurrence.span.part)))
        st.page_link(
            st.session_state.reports_page,
            label=_("Open in the report"),
            icon=":material/article:",
            query_params={"report": reading.name.report},
        )


def reading_html(reading: Reading, text: str) -> str:
    """One reading: its source, the words in their sentence, the reason, and all candidates with score and reason."""
    name = reading.name
    source = reading.source or reading.title or name.report
    said = published(reading.published)
    if reading.times > 1:
        said += "; " + n_("named {n} time", "named {n} times", reading.times)
    held = f'<p class="note">{escape(_holds_back(name.held_back))}</p>' if name.held_back else ""
    return (
        f'<article class="account"><p class="source"><b>{escape(source)}</b><span>{escape(said)}</span></p>'
        f"<blockquote>{_in_context(name, text)}</blockquote>"
        f'<p class="why">{escape(wording.why(name))}</p>{held}{candidates_html(name)}</article>'
    )


def candidates_html(name: Name) -> str:
    """All that a name may mean, best first, numbered as on the map; "" where there is one candidate."""
    weighed = name.occurrence.candidates
    if len(weighed) < 2:
        return ""
    chosen = name.occurrence.place
    items = []
    for each in weighed:
        taken = ' class="taken"' if chosen is not None and each.place.key == chosen.key else ""
        about = [
            _("score {score}", score=tongue.number(round(each.score, 2))),
            told(each.reason) if each.reason else _("nothing around it speaks for it"),
            told(each.place.origin),
        ]
        items.append(f"<li{taken}>{escape(wording.where(each.place))} <span>{escape('; '.join(about))}</span></li>")
    opened = " open" if chosen is None else ""
    number = n_("{n} candidate", "{n} candidates", len(weighed))
    listed = f"<summary>{escape(number)}</summary><ol>{''.join(items)}</ol>"
    return f'<details class="candidates"{opened}>{listed}</details>'


def why_here(store: Store, account: Account) -> None:
    """Of the account that a strike's place was taken from: why it is that place, with the way to it."""
    item = store.places.of_account(account.account_id)
    if item is None:
        return
    name = store.places.settling(account.report, item)
    if name is not None:
        st.html(f'<p class="why">“{escape(name.occurrence.text)}”: {escape(wording.why(name))}</p>')
    st.page_link(
        st.session_state.places_page,
        label=_("About this place"),
        icon=":material/pin_drop:",
        query_params={"place": item},
    )


def _holds_back(number: int) -> str:
    return n_("Holds back {n} strike.", "Holds back {n} strikes.", number)


def _how_known(place: Place) -> str:
    if not place.radius_assumed:
        return _("as its source has it")
    return _("assumed: the default of its kind, {kind}", kind=wording.kind(place.kind))


def _in_context(name: Name, text: str) -> str:
    """The words marked, with what stands around them in their paragraph."""
    span = name.occurrence.span
    left = text[max(0, span.start - AROUND) : span.start].rsplit("\n", 1)[-1]
    right = text[span.end : span.end + AROUND].split("\n", 1)[0]
    before = "…" if len(left) == AROUND else ""
    behind = "…" if len(right) == AROUND else ""
    words = f'<mark class="told told-place">{escape(name.occurrence.text)}</mark>'
    return f"{before}{escape(left)}{words}{escape(right)}{behind}"
