"""A report into accounts of strikes and mentions of places: `extract(report, gazetteer)` is one pure function call."""

from dashboard.extract.accounts import accounts
from dashboard.extract.drafts import Walk, tells_of_weapons
from dashboard.extract.passages import read
from dashboard.geocode import Gazetteer, find_places, stands_for_government
from dashboard.records import Extraction, Mention, Report

VERSION = "1"  # raise it when a rule or a word changes, so that kept readings are made again

__all__ = ["VERSION", "extract"]


def extract(report: Report, gazetteer: Gazetteer) -> Extraction:
    """Everything read from one report: accounts in the order of its text, mentions, and every place name."""
    occurrences = find_places(report, gazetteer)
    metonyms = frozenset(o.place.name for o in occurrences if o.place and stands_for_government(o.place))
    title = read(report, "title", occurrences, metonyms)
    body = read(report, "body", occurrences, metonyms)
    walk = Walk(report, gazetteer, occurrences)
    if tells_of_weapons((*title, *body)):
        walk.walk(title)
        walk.walk(body)
        walk.place_the_rest()
    walk.date_the_rest((*body, *title))
    walk.settle_countries()
    found = accounts(report, walk.drafts, (*title, *body), gazetteer)
    struck = {a.place for a in found} | {a.admin1 for a in found} | {a.country for a in found}
    mentions = tuple(
        Mention(report.report_id, o.span, o.text, o.place) for o in occurrences if o.place and o.place.name not in struck
    )
    return Extraction(found, mentions, occurrences)
