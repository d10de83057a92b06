"""Reads the dates and times that a text names, in English, Ukrainian and Russian, as intervals of days."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dashboard.extract.dates import almanac as cal
from dashboard.extract.dates.almanac import Span
from dashboard.extract.dates.cutting import words
from dashboard.extract.dates.grammar import Anchor, Day, Granularity, Shift
from dashboard.extract.dates.groups import Group, groups, touch
from dashboard.extract.dates.hours import on_24
from dashboard.extract.dates.lexis import Word

OWNS = re.compile(r"['’]s?\b")
LEADING = ("on", "near", "bound")
EVENING_HOUR = 15  # of a night of two dates, hours from here on belong to the first
HALVES = {"evening": 0, "early": 1, "morning": 1, "afternoon": 1}  # so do evenings; the rest belongs to the second
PARAGRAPH = "\n\n"
LIMITS = ("since: ", "until: ", "by: ", "after: ", "before: ", "as of: ")  # of a day that is an end of a time
PARTS = ("night", "early", "evening", "afternoon", "morning")  # of two parts named, the first of these says more


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date that a text names: `text[start:end]` is the phrase, without the preposition before it.

    `date_start` and `date_end` (inclusive) are `None` where they hang on a publication date that is not known, or on
    another day of the report (anchor "reference"; see `resolve`), or where the words leave the day open ("Easter" in
    most years). `date_prec` is UCDP's: 1 a day or one night, 2 two to six days, 3 a week, 4 a month, 5 longer.
    Anchor "absolute" names a day, month or year of the calendar (without a year: the most recent one), "published"
    counts from the publication, "reference" from another day that the report tells of. A reading of anchor
    "reference" has dates only where it names a weekday too ("two days earlier, on the Monday").
    `hour` (0-23) is that of a clock time. `part_of_day` is "night", "early", "morning", "afternoon" or "evening".
    `rule` begins with "since: ", "until: ", "by: ", "after: ", "before: " or "as of: " where the text has such a word;
    the dates are those of the phrase all the same. Granularity "time" is a time of day without a day.
    `shift` says how `resolve` counts; "overnight" alone has one too, for who takes it for the night of another day.
    """

    start: int
    end: int
    phrase: str
    date_start: date | None
    date_end: date | None
    date_prec: int | None
    rule: str
    anchor: Anchor
    hour: int | None
    part_of_day: str | None
    granularity: Granularity
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class _When:
    days: Span | None
    rule: str
    anchor: Anchor
    granularity: Granularity
    prec: int | None = None


def find_dates(text: str, published: date | None) -> tuple[DateReading, ...]:
    """The dates and times of a text, in its order; they do not overlap. `published` is the day of publication."""
    found, signs = words(text)
    readings: list[DateReading] = []
    month: Span | None = None
    before: Group | None = None
    for group in groups(found, signs, published):
        reading = _read(text, found, group, published, month)
        if reading and month and PARAGRAPH in text[readings[-1].end : reading.start]:
            reading = _read(text, found, group, published, None)  # "the 19th" of a month named a paragraph before
        if reading is None:
            continue
        if readings and before and group.day and touch(before, group, signs):
            if group.day.led:
                reading = _from_neighbour(reading, readings[-1])
            elif _begins(readings[-1], reading):  # "on Friday, in the night to Saturday"
                first = readings.pop()
                reading = replace(reading, start=first.start, phrase=text[first.start : reading.end])
        start, end = reading.date_start, reading.date_end
        month = (start, end) if reading.granularity == "month" and start and end else None
        before = group
        readings.append(reading)
    return tuple(readings)


def resolve(reading: DateReading, reference: tuple[date, date] | None) -> DateReading:
    """A reading of anchor "reference" with its dates, counted from the days told of; any other as it is.

    The reference is a day, a night of two dates, or a longer span; a time of day in a night gets the date it falls on.
    """
    if reading.anchor != "reference" or reference is None:
        return reading
    shift = reading.shift or Shift()
    first, last = reference
    night = (last - first).days == 1
    found: Span | None
    if shift.months:
        month = cal.month_span(last.year, last.month + shift.months)
        found = cal.year_span(month[0].year) if month and reading.granularity == "year" else month
    elif reading.granularity == "night":
        start = first if night else last
        found = cal.span(cal.shifted(start, shift.days), cal.shifted(start, shift.days + 1))
    elif night and (reading.granularity == "time" or (reading.part_of_day and not shift.days)):
        half = 0 if shift.earlier else _half_of_night(reading)
        found = reference if half is None else (reference[half], reference[half])
    elif reading.granularity == "time" or (last - first).days > 1:
        found = cal.span(cal.shifted(first, shift.days), cal.shifted(last, shift.days))
    else:
        day = cal.shifted(first if shift.earlier else last, shift.days)
        found = cal.span(day, day)
    if found and shift.weekday is not None and found[1].weekday() != shift.weekday:
        day = cal.latest_weekday(shift.weekday, found[1])
        found = cal.span(day, day)
    if not found:
        return reading
    prec = 1 if reading.granularity == "night" else cal.precision(found)
    return replace(reading, date_start=found[0], date_end=found[1], date_prec=prec)


def _half_of_night(reading: DateReading) -> int | None:
    """Which of the two dates of a night a time of day belongs to, `None` where that is not known."""
    if reading.hour is not None:
        return 0 if reading.hour >= EVENING_HOUR else 1
    return HALVES.get(reading.part_of_day or "")


def _from_neighbour(reading: DateReading, neighbour: DateReading) -> DateReading:
    """For "a day after" in "on Wednesday, a day after drones hit" the day before Wednesday, if that is known."""
    if not neighbour.date_start or not neighbour.date_end or neighbour.anchor == "reference":
        return reading
    found = resolve(reading, (neighbour.date_start, neighbour.date_end))
    rule = reading.rule.replace("the day told of", f'"{neighbour.phrase}"')
    return replace(found, anchor=neighbour.anchor, rule=rule)


def _begins(day: DateReading, night: DateReading) -> bool:
    """Whether a night is the one that begins on a day."""
    if (day.granularity, night.granularity) != ("day", "night") or day.part_of_day or day.rule.startswith(LIMITS):
        return False
    return day.date_start is not None and day.date_start == night.date_start


def _read(text: str, found: list[Word], group: Group, published: date | None, month: Span | None) -> DateReading | None:
    """The reading of a group, `None` for words that name a time only beside others ("late", "morning")."""
    if not group.day and not group.clock and not any(part.sure for part in group.parts):
        return None
    first = group.first
    while found[first].sense in LEADING and first < group.last - 1:
        first += 1
    start, end = found[first].start, found[group.last - 1].end
    part = _part(group)
    hour = group.clock.hour if group.clock else None
    if group.clock and hour is None and part:
        hour = on_24(group.clock.dial, part)
    when = _with_day(group, group.day, published, month, hour) if group.day else _without_day(group, published)
    return DateReading(
        start=start,
        end=end,
        phrase=text[start:end],
        date_start=when.days[0] if when.days else None,
        date_end=when.days[1] if when.days else None,
        date_prec=when.prec if when.days else None,
        rule=_bound(found, group.first, bool(OWNS.match(text, end))) + when.rule,
        anchor=when.anchor,
        hour=hour,
        part_of_day=part,
        granularity=when.granularity,
        shift=group.day.shift if group.day else Shift(),
    )


def _bound(found: list[Word], first: int, owner: bool) -> str:
    """ "since: " and the like for the word that leads a group, also over "the", "about" and another preposition.

    None where the day is an `owner`: "the toll from Thursday's attack".
    """
    if owner or found[first].sense == "period":
        return ""
    for at in range(first, max(first - 3, -1), -1):
        word = found[at]
        if word.sense == "bound" or (word.value and (word.sense == "to" or (word.sense == "from" and at < first))):
            return f"{word.value}: "
        if at < first and word.sense not in ("the", "near", "on"):
            break
    return ""


def _part(group: Group) -> str | None:
    named = {part.part for part in group.parts}
    named |= {piece.part for piece in (group.day, group.clock) if piece and piece.part}
    return next((part for part in PARTS if part in named), None)


def _without_day(group: Group, published: date | None) -> _When:
    if not group.clock and any(part.night == "to" and part.sure for part in group.parts):
        days = cal.span(cal.shifted(published, -1), published) if published else None
        return _When(days, "night before publication", "published", "night", 1)
    return _When(None, "time of the day told of", "reference", "time")


def _with_day(group: Group, day: Day, published: date | None, month: Span | None, hour: int | None) -> _When:
    within = group.within.find(published, None) if group.within else month if day.of_month else None
    days = (day.find(published, within) if within else None) or day.find(published, None)
    night = next((part.night for part in group.parts if part.night), "")
    granularity, prec, rule = day.granularity, day.prec or (cal.precision(days) if days else None), day.rule
    if night and granularity in ("day", "days") and (day.anchor == "reference" or not days):
        granularity, prec = "night", 1
    elif night and days and days[0] == days[1]:
        days, granularity, prec = _night(days[0], night, published), "night", 1
        rule = f"night to the date: {rule}" if night != "following" else f"night after the date: {rule}"
    elif night and days and (days[1] - days[0]).days == 1:
        granularity, prec, rule = "night", 1, f"night of two dates: {rule}"
    if granularity == "night" and days:
        prec = 1
        if hour is not None and days[0] != days[1]:
            half = 0 if hour >= EVENING_HOUR else 1
            days = days[half], days[half]
    return _When(days, rule, day.anchor, granularity, prec)


def _night(day: date, night: str, published: date | None) -> Span | None:
    """The two dates of the night to a day, or of the night that follows it as far as it lies before publication."""
    if night != "following":
        return cal.span(cal.shifted(day, -1), day)
    after = cal.shifted(day, 1)
    return cal.span(day, min(after, max(published, day)) if after and published else after)
