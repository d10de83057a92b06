"""The clauses of a text, with its places, dates and cues, for tests of what is made of them."""

from datetime import date

from dashboard.extract.clauses.passages import Clause, read
from dashboard.geocode import Gazetteer, find_places, stands_for_government
from dashboard.records import Report

PUBLISHED = date(2025, 7, 4)


def clauses_of(text: str, gazetteer: Gazetteer, title: str | None = None) -> tuple[Clause, ...]:
    """The clauses of a title and a body published on Friday, 4 July 2025."""
    report = Report("a", title, text, PUBLISHED)
    occurrences = find_places(report, gazetteer)
    metonyms = frozenset(o.place.name for o in occurrences if o.place and stands_for_government(o.place))
    return (*read(report, "title", occurrences, metonyms), *read(report, "body", occurrences, metonyms))
