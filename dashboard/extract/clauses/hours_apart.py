"""Says where a sentence goes on to another hour: "killed a man at 8 am, and shortly after noon two were hurt"."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from dashboard.extract.casualties import Figure
from dashboard.extract.dates import DateReading
from dashboard.extract.words.phrases import pattern

UNTIMED = (None, None)  # the hour and the part of the day of a date without either
COUNTED_AT = ("since", "until", "by", "as of")  # rules of the times when a count was made
JOINT = r"(?:,(?:\s+(?:<and>|<but>))?|\s(?:<and>|<but>))\s(?=(?:[\w~-]+\s){0,4}$)"  # before "shortly after noon"


def time_of(reading: DateReading) -> tuple[int | None, str | None]:
    """The hour and the part of the day that a date names, of what happened and not of a count of it."""
    counted = reading.rule.partition(":")[0] in COUNTED_AT
    return UNTIMED if counted else (reading.hour, reading.part_of_day)


def is_new(figure: Figure) -> bool:
    """Whether people are counted whom nothing before counts."""
    return not (figure.subset or figure.update or figure.superseded)


def hours_apart(text: str, ends: Sequence[int], dates: Sequence[DateReading], figures: Sequence[Figure]) -> list[int]:
    """The cuts in a sentence between what happened at one hour and at another, where people are counted for each.

    `ends` are where its clauses begin and end without these.
    """
    timed = [d for d in dates if time_of(d) != UNTIMED]
    if len(timed) < 2:
        return []
    told = sorted(f.start for f in figures if is_new(f))
    cuts, start, end = list[int](), ends[0], ends[-1]
    for one, other in pairwise(timed):
        if time_of(one) == time_of(other) or _any_within(ends, one.end, other.start + 1):
            continue
        found = pattern(JOINT).search(text, one.end, other.start)
        first = cuts[-1] if cuts else start
        if found and _any_within(told, first, found.end()) and _any_within(told, found.end(), end):
            cuts.append(found.end())
    return cuts


def _any_within(positions: Sequence[int], start: int, end: int) -> bool:
    """Whether one of some positions, in order, lies in a stretch."""
    at = bisect_left(positions, start)
    return at < len(positions) and positions[at] < end
