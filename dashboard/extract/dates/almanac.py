"""The calendar behind date expressions: days and spans of days counted from a day. Spans are inclusive."""

import calendar
from datetime import date, timedelta
from typing import TypeAlias

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

Span: TypeAlias = tuple[date, date]
DAY = timedelta(days=1)
JUST_CELEBRATED = 7 * DAY
SLACK = DAY  # the day of an event can be ahead of the publisher's own zone


def shifted(day: date, days: int) -> date | None:
    """The day so many days on, `None` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def span(start: date | None, end: date | None) -> Span | None:
    """Both ends as a span, `None` where one is missing or they are in the wrong order."""
    return (start, end) if start and end and start <= end else None


def exact(year: int, month: int, day: int) -> date | None:
    """The day, `None` if there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, month: int) -> Span | None:
    """The first and last day of a month (which may be counted beyond 1-12), `None` beyond the calendar."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_span(year: int) -> Span | None:
    """The first and last day of a year, `None` beyond the calendar."""
    return (date(year, 1, 1), date(year, 12, 31)) if date.min.year <= year <= date.max.year else None


def third(whole: Span, which: str) -> Span:
    """The beginning ("1"), middle ("2") or end ("3") of a week, month, season or year; the whole for ""."""
    days = (whole[1] - whole[0]).days + 1
    first, second = days // 3, 2 * days // 3
    start, end = {"1": (0, first), "2": (first, second), "3": (second, days)}.get(which, (0, days))
    return whole[0] + start * DAY, whole[0] + (end - 1) * DAY


def week_span(day: date) -> Span | None:
    """Monday to Sunday of the week of a day."""
    monday = shifted(day, -day.weekday())
    return span(monday, shifted(day, 6 - day.weekday()))


def latest_weekday(weekday: int, day: date) -> date | None:
    """The most recent such weekday (Monday 0) not after the day."""
    return shifted(day, -((day.weekday() - weekday) % 7))


def latest_day(month: int, day: int, published: date) -> date | None:
    """The most recent such day not after the publication (a day of slack); 29 February goes back to a leap year."""
    for back in range(9):
        found = exact(published.year + 1 - back, month, day)
        if found and found <= published + SLACK:
            return found
    return None


def latest_month(month: int, published: date) -> Span | None:
    """The most recent such month that has begun."""
    return month_span(published.year - (month > published.month), month)


def latest_numbered(day: int, published: date) -> date | None:
    """The most recent day of a month with that number, not after the publication."""
    for back in range(3):
        month = month_span(published.year, published.month - back)
        found = exact(month[0].year, month[0].month, day) if month else None
        if found and found <= published:
            return found
    return None


def holiday(value: str, year: int) -> date | None:
    """The day of a holiday: "MM-DD", "easter N" or "orthodox N" (N days from Easter Sunday).

    `None` for "easter N" in a year when the Western and the Orthodox day differ: the word alone says neither. So too
    for "MM-DD/MM-DD", days that several countries call the same.
    """
    if "/" in value:
        return None
    if "-" in value.split()[0]:
        month, day = value.split("-")
        return exact(year, int(month), int(day))
    kind, _, days = value.partition(" ")
    if not 1583 <= year < 4099:  # the years that the rules of Easter are good for
        return None
    orthodox = easter(year, EASTER_ORTHODOX)
    if kind == "easter" and orthodox != easter(year, EASTER_WESTERN):
        return None
    return shifted(orthodox, int(days))


def latest_holiday(value: str, published: date) -> date | None:
    """The most recent such holiday not after the publication (a day of slack); `None` also if its day is unclear.

    Of several countries' days the one that was just celebrated is meant.
    """
    if "/" in value:
        days = (latest_holiday(one, published) for one in value.split("/"))
        return next((day for day in days if day and published - day <= JUST_CELEBRATED), None)
    for year in (published.year + 1, published.year, published.year - 1):
        latest = holiday(value, year) or holiday(value.replace("easter", "orthodox"), year)
        if latest and latest <= published + SLACK:
            return holiday(value, year)
    return None


def precision(found: Span) -> int:
    """UCDP's date_prec of a span: 1 a day, 2 two to six days, 3 about a week, 4 about a month, 5 longer."""
    days = (found[1] - found[0]).days + 1
    for prec, longest in ((1, 1), (2, 6), (3, 10), (4, 31)):
        if days <= longest:
            return prec
    return 5
