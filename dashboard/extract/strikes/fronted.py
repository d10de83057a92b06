"""Puts an earlier strike that opens a sentence behind the news: "Two days after a missile hit X, drones came"."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.dates import DateReading, resolve
from dashboard.extract.dates.grammar import Shift
from dashboard.extract.strikes.draft import FINE, interval
from dashboard.extract.words.phrases import pattern

OPENS = r"[\W_]*<days_after>\s"


def news_first(clauses: Sequence[Clause], text: str) -> Sequence[Clause]:
    """A sentence's clauses, the one that it opens with last where that tells of a strike days before the news of it.

    Its day is counted back from that of the news. A strike in the news without a place is at the place of the other.
    """
    first, *news = clauses
    days = next((d for c in news for d in c.dates if interval(d) and d.granularity in FINE), None)
    counted = [d for d in first.dates if d.anchor == "reference" and d.shift is not None and d.shift.days > 0]
    told = (first.weapons or first.has("strike")) and (first.toll or first.has("object", "effect"))
    if not counted or not told or days is None or not pattern(OPENS).match(text, first.start):
        return clauses
    first = replace(first, dates=tuple(_before(d, days) if d in counted else d for d in first.dates))
    if not any(c.has("strike") or c.weapons for c in news):
        return [first, *news]
    if not any(c.places for c in news):
        news[0] = replace(news[0], places=first.places)
    return [*news, first]


def _before(reading: DateReading, news: DateReading) -> DateReading:
    """As many days before those of the news as these lie behind."""
    shift = reading.shift or Shift()
    found = resolve(replace(reading, shift=replace(shift, days=-shift.days)), interval(news))
    rule = reading.rule.replace("after the day told of", f'before "{news.phrase}"')
    return replace(found, anchor=news.anchor, rule=rule)
