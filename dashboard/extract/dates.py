"""Reads the dates and times that a text names, in English, Ukrainian and Russian, as intervals of days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dashboard.extract import dates_calendar as cal
from dashboard.extract.dates_calendar import Span
from dashboard.extract.dates_days import DAYS
from dashboard.extract.dates_grammar import Anchor, Clock, Day, Granularity, Match, Part, Piece, Read, Shift
from dashboard.extract.dates_hours import HOURS
from dashboard.extract.dates_lexis import POOR, Word, words
from dashboard.extract.dates_relative import RELATIVE

GLUE = re.compile(r"[,(itfq-]{0,4}")
NIGHT_GLUE = re.compile(r"[,(itfqzg-]{0,4}")
STRETCH = re.compile(r"[^?|.]+")
RICH = re.compile(rf"[^,(\-{re.escape(POOR)}]")
LEADING = ("on", "from", "near", "bound")
EVENING_HOUR = 15  # of a night of two dates, hours from here on belong to the first


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date that a text names: `text[start:end]` is the phrase, without the preposition before it.

    `date_start` and `date_end` (inclusive) are `None` where they hang on a publication date that is not known, or on
    another day of the report (anchor "reference"; see `resolve`). `date_prec` is UCDP's: 1 a day or one night, 2 two to
    six days, 3 a week, 4 a month, 5 longer. Anchor "absolute" names a day, month or year of the calendar (without a
    year: the most recent one), "published" counts from the publication. `hour` (0-23) is that of a clock time.
    `rule` begins with "since: ", "until: ", "by: ", "after: ", "before: " or "as of: " where the text has such a word.
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
class Group:
    """Pieces that stand together and name one time."""

    first: int
    last: int
    day: Day | None = None
    within: Day | None = None
    clock: Clock | None = None
    parts: tuple[Part, ...] = ()


def find_dates(text: str, published: date | None) -> tuple[DateReading, ...]:
    """The dates and times of a text, in its order; they do not overlap. `published` is the day of publication."""
    found, signs = words(text)
    readings: list[DateReading] = []
    month: Span | None = None
    for group in _groups(found, signs, published):
        reading = _read(text, found, group, published, month)
        if reading:
            readings.append(reading)
            whole = reading.granularity == "month" and reading.date_start and reading.date_end
            month = (reading.date_start, reading.date_end) if whole else None  # type: ignore[assignment]
    return tuple(readings)


def resolve(reading: DateReading, reference: tuple[date, date] | None) -> DateReading:
    """A reading of anchor "reference" with its dates, counted from the days told of before; any other as it is."""
    if reading.anchor != "reference" or reference is None:
        return reading
    shift = reading.shift or Shift()
    first, last = reference
    night = (last - first).days == 1
    found: Span | None
    if shift.months:
        month = cal.month_span(last.year, last.month + shift.months)
        whole = reading.granularity == "year" and month
        found = (date(month[0].year, 1, 1), date(month[0].year, 12, 31)) if whole and month else month
    elif reading.granularity == "night":
        start = first if night else last
        found = cal.span(cal.shifted(start, shift.days), cal.shifted(start, shift.days + 1))
    elif night and reading.granularity == "time":
        found = {"first": (first, first), "last": (last, last)}.get(_half_of_night(reading), reference)
    elif reading.granularity == "time" or (last - first).days > 1:
        found = cal.span(cal.shifted(first, shift.days), cal.shifted(last, shift.days))
    else:
        day = cal.shifted(last, shift.days)
        found = cal.span(day, day)
    if found and shift.weekday is not None and found[1].weekday() != shift.weekday:
        day = cal.latest_weekday(shift.weekday, found[1])
        found = cal.span(day, day)
    if not found:
        return reading
    prec = 1 if reading.granularity == "night" else cal.precision(found)
    return replace(reading, date_start=found[0], date_end=found[1], date_prec=prec)


def _half_of_night(reading: DateReading) -> str:
    """Which date of a night a time of day belongs to: "first", "last", or "" where that is not known."""
    if reading.hour is not None:
        return "first" if reading.hour >= EVENING_HOUR else "last"
    return {"evening": "first", "early": "last", "morning": "last", "afternoon": "last"}.get(
        reading.part_of_day or "", ""
    )


@cache
def _grammar() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Read], ...]]:
    # times first: "two in the afternoon" must not be cut at "the afternoon"
    start = re.compile("|".join(rules.start().pattern for rules in (RELATIVE, HOURS, DAYS)))
    return start, DAYS.compiled() + RELATIVE.compiled() + HOURS.compiled()


def _pieces(found: list[Word], signs: str) -> Iterator[tuple[int, int, Piece]]:
    start, rules = _grammar()
    done = 0
    for stretch in STRETCH.finditer(signs):
        if not RICH.search(stretch.group()):
            continue
        for position in range(stretch.start(), stretch.end()):
            if position < done or not start.match(signs, position):
                continue
            longest: tuple[int, Piece] | None = None
            for pattern, read in rules:
                match = pattern.match(signs, position)
                if match and match.end() > (longest[0] if longest else position):
                    piece = read(Match(found, match))
                    if piece:
                        longest = match.end(), piece
            if longest:
                done = longest[0]
                yield position, done, longest[1]


def _groups(found: list[Word], signs: str, published: date | None) -> Iterator[Group]:
    group: Group | None = None
    for first, last, piece in _pieces(found, signs):
        joined = _joined(group, piece, first, last, signs, published) if group else None
        if joined is None:
            if group:
                yield group
            joined = _alone(piece, first, last)
        group = joined
    if group:
        yield group


def _alone(piece: Piece, first: int, last: int) -> Group:
    if isinstance(piece, Day):
        return Group(first, last, day=piece)
    return Group(first, last, clock=piece) if isinstance(piece, Clock) else Group(first, last, parts=(piece,))


def _joined(group: Group, piece: Piece, first: int, last: int, signs: str, published: date | None) -> Group | None:
    """The group with one more piece, `None` where the piece begins another time."""
    night = bool(group.parts) and group.parts[-1].night
    if not (NIGHT_GLUE if night else GLUE).fullmatch(signs, group.last, first):
        return None
    if isinstance(piece, Clock):
        return None if group.clock else replace(group, last=last, clock=piece)
    comma = "," in signs[group.last : first]
    if isinstance(piece, Part):
        if comma and (group.parts or not piece.sure):
            return None
        if len(group.parts) > 1 or any(part.part == piece.part for part in group.parts):
            return None
        if group.day and piece.night and first > group.first and not piece.sure:
            piece = replace(piece, night="following")
        return replace(group, last=last, parts=(*group.parts, piece))
    if group.day is None:
        return replace(group, last=last, day=piece)
    one, two = group.day, piece
    sorts = {one.sort, two.sort}
    if group.within or (one.sort == two.sort and one.sort != "calendar"):
        return None
    if "calendar" in sorts:
        day, other = (one, two) if one.sort == "calendar" else (two, one)
        if one.sort == two.sort:
            if {one.granularity, two.granularity} != {"day", "year"} and not _same_kind(one, two):
                return None
            day, other = (one, two) if one.granularity == "day" else (two, one)
        if other.sort == "period" and (day.year or other.granularity not in ("week", "month", "year")):
            return None
        if other.sort == "weekday" and (group.parts or group.clock) and not _falls_on(day, other, published):
            return None
        keep = other if other.sort == "period" else None
        return replace(group, last=last, day=day, within=keep)
    if "period" in sorts:
        day, other = (one, two) if two.sort == "period" else (two, one)
        return replace(group, last=last, day=day, within=other) if day.sort == "weekday" else None
    if one.sort == "shift" and two.sort == "weekday" and one.shift and one.shift.days:
        shift = replace(one.shift, weekday=two.weekday)
        return replace(group, last=last, day=replace(two, anchor="reference", shift=shift, rule=one.rule))
    return replace(group, last=last, day=one if one.sort == "weekday" else two if two.sort == "weekday" else one)


def _falls_on(day: Day, weekday: Day, published: date | None) -> bool:
    """Whether a date is such a weekday, so that "23:28 on 28 July, on Friday" is not taken for one time."""
    found = day.find(published, None)
    return found is not None and found[0].weekday() == weekday.weekday


def _same_kind(one: Day, two: Day) -> bool:
    """A holiday beside its date ("Palm Sunday, 13 April")."""
    return (one.rule == "holiday") != (two.rule == "holiday")


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
    days, rule, anchor, granularity, prec = _days(group, published, month, part, hour)
    return DateReading(
        start,
        end,
        text[start:end],
        days[0] if days else None,
        days[1] if days else None,
        prec if days else None,
        _bound(found, group.first) + rule,
        anchor,
        hour,
        part,
        granularity,
        group.day.shift if group.day else Shift() if anchor == "reference" else None,
    )


def _bound(found: list[Word], first: int) -> str:
    for at in (first, first - 1, first - 2):
        if at >= 0 and found[at].sense == "bound":
            return f"{found[at].value}: "
        if at < first and at >= 0 and found[at].sense not in ("the", "near", "on"):
            break
    return ""


def _part(group: Group) -> str | None:
    stated = [part.part for part in group.parts]
    if group.day and group.day.part:
        stated.append(group.day.part)
    if group.clock and group.clock.part:
        stated.append(group.clock.part)
    for part in ("night", "early", "evening", "afternoon", "morning"):
        if part in stated:
            return part
    return None


def _days(
    group: Group, published: date | None, month: Span | None, part: str | None, hour: int | None
) -> tuple[Span | None, str, Anchor, Granularity, int | None]:
    """Days, rule, anchor, granularity and precision of a group."""
    night = next((p.night for p in group.parts if p.night), "")
    day = group.day
    if day is None:
        if not group.clock and any(p.night and p.part == "night" and p.sure for p in group.parts):
            days = cal.span(cal.shifted(published, -1), published) if published else None
            return days, "night before publication", "published", "night", 1
        return None, "time of the day told of", "reference", "time", None
    within = group.within.find(published, None) if group.within else None
    if within is None and day.rule.startswith("day of the month") and month:
        within = month
    days = day.find(published, within)
    if days is None and within is not None:
        days = day.find(published, None)
    prec = day.prec or (cal.precision(days) if days else None)
    granularity = day.granularity
    if granularity == "night":
        prec = 1
    rule = day.rule
    if night and granularity in ("day", "days") and day.anchor == "reference":
        granularity = "night"
    elif night and days and days[0] == days[1]:
        days, granularity, prec = _night(days[0], night, hour, published), "night", 1
        rule = f"night to the date: {rule}" if night == "to" else f"night after the date: {rule}"
    elif night and days and (days[1] - days[0]).days == 1:
        granularity, prec, rule = "night", 1, f"night of two dates: {rule}"
    if granularity == "night" and days and days[0] != days[1] and hour is not None and group.clock:
        days = (days[0], days[0]) if hour >= EVENING_HOUR else (days[1], days[1])
    return days, rule, day.anchor, granularity, prec


def _night(day: date, night: str, hour: int | None, published: date | None) -> Span | None:
    """The two dates of the night to a day, or of the night that follows it as far as it lies before publication."""
    if night == "to":
        return cal.span(cal.shifted(day, -1), day)
    after = cal.shifted(day, 1)
    return cal.span(day, min(after, max(published, day)) if after and published else after)
