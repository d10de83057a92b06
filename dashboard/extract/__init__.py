"""A report into accounts of strikes and mentions of places: `extract(report, gazetteer)` is one pure function call."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.extract.accounts import accounts
from dashboard.extract.homes import homes
from dashboard.extract.passages import read
from dashboard.extract.walk import drafts_of
from dashboard.geocode import Gazetteer, find_places, stands_for_government
from dashboard.records import Account, Extraction, Name, Occurrence, Place, Report, Span

__all__ = ["extract"]


def extract(report: Report, gazetteer: Gazetteer) -> Extraction:
    """Everything read from one report: accounts in the order of its text with their places, and every place name."""
    occurrences = find_places(report, gazetteer, homes(report))
    found, places = _read(report, occurrences, gazetteer)
    struck = {a.place for a in found} | {a.admin1 for a in found} | {a.country for a in found}
    held_back = _held_back(report, occurrences, gazetteer)
    names = tuple(
        Name(report.report_id, o, o.place is not None and o.place.name not in struck, held_back.get(o.span, 0))
        for o in occurrences
    )
    return Extraction(found, places, names)


def _read(
    report: Report, occurrences: Sequence[Occurrence], gazetteer: Gazetteer
) -> tuple[tuple[Account, ...], dict[str, Place]]:
    """The accounts, and the place of each by its id."""
    metonyms = frozenset(o.place.name for o in occurrences if o.place and stands_for_government(o.place))
    title = read(report, "title", occurrences, metonyms)
    body = read(report, "body", occurrences, metonyms)
    drafts = drafts_of(report, title, body, occurrences, gazetteer)
    placed = {(d.place.name, d.place.admin1, d.place.country, d.place.precision): d.place for d in drafts if d.place}
    found = accounts(report, drafts, (*title, *body))
    return found, {a.account_id: placed[(a.place or "", a.admin1, a.country, a.precision or "other")] for a in found}


def _held_back(report: Report, occurrences: Sequence[Occurrence], gazetteer: Gazetteer) -> Mapping[Span, int]:
    """How many strikes are not told for want of a place, by the name that lacks it.

    Found by reading once more as if each such name meant its first candidate or, without any, a village where the
    report plays.
    """
    near = next((o.place for o in occurrences if o.place and o.place.precision == "settlement"), None)
    supposed = {}
    for o in occurrences:
        place = o.candidates[0].place if o.candidates else near and replace(near, name=o.text, kind="village")
        if o.place is None and place is not None:
            supposed[o.span] = replace(o, place=place)
    if not supposed:
        return {}
    told, _ = _read(report, [supposed.get(o.span, o) for o in occurrences], gazetteer)
    firsts = (next((span for span in a.spans.get("place", ()) if span in supposed), None) for a in told)
    return Counter(span for span in firsts if span is not None)
