"""A report into accounts of strikes and mentions of places: `extract(report, gazetteer)` is one pure function call."""

from dashboard.extract.accounts import accounts
from dashboard.extract.passages import read
from dashboard.extract.walk import drafts_of
from dashboard.geocode import Gazetteer, find_places, stands_for_government
from dashboard.records import Extraction, Mention, Report

__all__ = ["extract"]


def extract(report: Report, gazetteer: Gazetteer) -> Extraction:
    """Everything read from one report: accounts in the order of its text, mentions, and every place name."""
    occurrences = find_places(report, gazetteer)
    metonyms = frozenset(o.place.name for o in occurrences if o.place and stands_for_government(o.place))
    title = read(report, "title", occurrences, metonyms)
    body = read(report, "body", occurrences, metonyms)
    drafts = drafts_of(report, title, body, occurrences, gazetteer)
    found = accounts(report, drafts, (*title, *body))
    struck = {a.place for a in found} | {a.admin1 for a in found} | {a.country for a in found}
    mentions = tuple(
        Mention(report.report_id, o.span, o.text, o.place)
        for o in occurrences
        if o.place and o.place.name not in struck
    )
    return Extraction(found, mentions, occurrences)
