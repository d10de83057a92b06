"""The rules for words that count from the publication ("two days ago") or from another day ("the night before")."""

from datetime import date

from dashboard.extract import dates_calendar as cal
from dashboard.extract.dates_calendar import Span
from dashboard.extract.dates_grammar import Day, Granularity, Match, Rules, Shift, from_published, one

RELATIVE = Rules()
UNKNOWN = from_published(lambda published: None)
COUNT = "(?P<n>{one}|{count}|{number})"


def months_back(published: date, months: int) -> Span | None:
    """The month so many months before that of the publication."""
    return cal.month_span(published.year, published.month - months)


@RELATIVE("(?P<d>{day})")
def day(m: Match) -> Day | None:
    """Today, yesterday, tomorrow, позавчора."""
    days = m.number("d") or 0
    name = {0: "day of publication", 1: "day after publication", -1: "day before publication"}.get(days)
    rule = name or f"{-days} days before publication"
    return Day(
        "relative", rule, "day", "published", from_published(lambda published: one(cal.shifted(published, days)))
    )


def _named(value: str, published: date) -> Span | None:
    """The days of an idiom of the vocabulary."""
    before = cal.shifted(published, -1)
    week = cal.week_span(published)
    if value in ("last night", "past day"):
        return cal.span(before, published)
    if value == "last evening":
        return one(before)
    if value in ("this morning", "this afternoon", "this evening"):
        return one(published)
    if value == "earlier in the week" and week and before:
        return cal.span(week[0], max(week[0], before))
    if value == "later in the week" and week:
        return cal.span(min(week[1], cal.shifted(published, 1) or published), week[1])
    if value == "earlier this month":
        return cal.span(published.replace(day=1), published)
    if value == "earlier this year":
        return cal.span(date(published.year, 1, 1), published)
    if value == "the week before last":
        other = cal.shifted(published, -14)
        return cal.week_span(other) if other else None
    return None


GRANULARITY: dict[str, Granularity] = {
    "last night": "night",
    "past day": "days",
    "last evening": "day",
    "this morning": "day",
    "this afternoon": "day",
    "this evening": "day",
    "earlier in the week": "days",
    "later in the week": "days",
    "earlier this month": "month",
    "earlier this year": "year",
    "the week before last": "week",
}


@RELATIVE("(?P<p>{period})")
def idiom(m: Match) -> Day | None:
    """Last night, earlier in the week, за минулу добу."""
    value = m.value("p")
    part = "night" if value == "last night" else value.split()[1] if GRANULARITY[value] == "day" else None
    rule = {"last night": "night before publication", "past day": "past 24 hours"}.get(value, value)
    sort = "relative" if GRANULARITY[value] in ("day", "night") else "period"
    prec = {"month": 4, "year": 5}.get(GRANULARITY[value])
    find = from_published(lambda published: _named(value, published))
    return Day(sort, rule, GRANULARITY[value], "published", find, part, prec=prec)  # type: ignore[arg-type]


@RELATIVE(f"{COUNT}? (?P<u>{{unit}}) {{ago}}")
def ago(m: Match) -> Day | None:
    """Two days ago, a week ago, three years ago, п'ять днів тому, неделю назад."""
    number, unit = m.number("n") if m.word("n") else 1, m.value("u")
    if number is None or (m.word("n") is None and m.words[m.found.start("u")].language == "en" and unit != "hour"):
        return None
    count = number
    if unit == "hour":
        find = from_published(
            lambda published: cal.span(cal.shifted(published, -(count // 24) - (count > 12)), published)
        )
        return Day("relative", "hours before publication", "day", "published", find)
    if unit in ("day", "week", "fortnight"):
        days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
        find = from_published(lambda published: one(cal.shifted(published, -days)))
        return Day("relative", f"{unit}s before publication", "day", "published", find, prec=1 if unit == "day" else 2)
    if unit == "month":
        find = from_published(lambda published: months_back(published, count))
        return Day("period", "months before publication", "month", "published", find, prec=4)
    find = from_published(lambda published: _year(published.year - count))
    return Day("period", "years before publication", "year", "published", find, prec=5)


def _year(year: int) -> Span | None:
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None


@RELATIVE(f"{{the}}? (?P<which>{{past}}|{{this}}|{{next}}) {COUNT}? (?P<u>{{unit}})")
def period(m: Match) -> Day | None:
    """Last week, this month, the past 24 hours, the last two days, минулого року."""
    which, unit, value = m.words[m.found.start("which")].sense, m.value("u"), m.value("which")
    number = m.number("n")
    if which != "past" and number not in (None, 1):
        return None
    if number is not None or (value == "past" and unit != "year"):
        return _past(unit, number or 1)
    if unit == "day" and which == "this":
        return Day("relative", "day of publication", "day", "published", from_published(one))
    if unit in ("hour", "day", "fortnight"):
        return None
    step = {"past": -1, "this": 0, "next": 1}[which]
    name = {"past": "before", "this": "of", "next": "after"}[which]

    def find(published: date) -> Span | None:
        if unit == "week":
            other = cal.shifted(published, 7 * step)
            found = cal.week_span(other) if other else None
        elif unit == "month":
            found = months_back(published, -step)
        else:
            found = _year(published.year + step)
        return (found[0], published) if found and not step else found

    granularity: Granularity = "week" if unit == "week" else "month" if unit == "month" else "year"
    prec = {"week": 3, "month": 4, "year": 5}[granularity]
    return Day("period", f"{unit} {name} publication", granularity, "published", from_published(find), prec=prec)


def _past(unit: str, number: int) -> Day:
    days = {"hour": number / 24, "day": number, "week": 7 * number, "fortnight": 14, "month": 30 * number}.get(
        unit, 365 * number
    )
    granularity: Granularity = "days" if days < 7 else "week" if days == 7 else "month" if days <= 31 else "year"
    find = from_published(lambda published: cal.span(cal.shifted(published, -max(1, -int(-days // 1))), published))
    rule = "past 24 hours" if days == 1 else f"past {number} {unit}s"
    return Day("period", rule, granularity, "published", find)


@RELATIVE("{the}? (?P<which>{past}|{this}|{next})? (?P<w>{weekend})")
def weekend(m: Match) -> Day | None:
    """The weekend, last weekend, минулих вихідних."""
    which = m.words[m.found.start("which")].sense if m.word("which") else ""
    before = m.before
    english = m.words[m.found.start("w")].language == "en"
    led = (
        which
        or (before is not None and before.sense in ("on", "bound", "to"))
        or m.words[m.found.start()].sense == "the"
    )
    if not led and english:
        return None

    def find(published: date) -> Span | None:
        day = cal.shifted(
            published, -1 - published.weekday() % 7 if which == "past" and published.weekday() >= 5 else 0
        )
        if which == "past" and published.weekday() >= 5:
            day = cal.shifted(published, -published.weekday() - 1)
        saturday = cal.latest_weekday(5, day) if day else None
        if not saturday:
            return None
        if which == "next":
            return cal.span(cal.shifted(saturday, 7), cal.shifted(saturday, 8))
        end = cal.shifted(saturday, 1)
        return cal.span(saturday, min(end, published) if end else None)

    return Day("period", "weekend before publication", "days", "published", from_published(find), prec=2)


@RELATIVE("(?P<s>{shift})")
def shift(m: Match) -> Day | None:
    """The same day, the night before, напередодні, в ту же ночь."""
    days, _, part = m.value("s").partition(" ")
    granularity: Granularity = "night" if part == "night" else "day"
    return Day("shift", _counted(int(days)), granularity, "reference", UNKNOWN, part or None, Shift(int(days)))


DATED = "(?:{number}|{ordinal}|{month}|{weekday}|{day}|{date}|{holiday})"


@RELATIVE("(?P<on>{on}) {the} {night} (?!{of}{the}?" + DATED + "|{from}|{to})")
def on_the_night(m: Match) -> Day | None:
    """On the night (of the attack)."""
    if m.value("on") != "on":
        return None
    return Day("shift", _counted(0), "night", "reference", UNKNOWN, "night", Shift())


@RELATIVE(f"{COUNT}? (?P<u>{{unit}}) (?P<b>{{apart}}|{{bound}})")
def apart(m: Match) -> Day | None:
    """Two days earlier, three weeks before, за два дні до того, тремя днями ранее."""
    sign = {"before": -1, "after": 1}.get(m.value("b"), m.number("b"))
    number, unit = m.number("n") if m.word("n") else 1, m.value("u")
    english = m.words[m.found.start("u")].language == "en"
    if number is None or sign is None or (english and not m.word("n")):
        return None
    if unit == "hour":
        return Day("shift", "hours from the day told of", "day", "reference", UNKNOWN, None, Shift())
    if unit in ("day", "week", "fortnight"):
        days = sign * number * {"day": 1, "week": 7, "fortnight": 14}[unit]
        return Day(
            "shift", _counted(days), "day", "reference", UNKNOWN, None, Shift(days), prec=1 if unit == "day" else 2
        )
    months = sign * number * (12 if unit == "year" else 1)
    granularity: Granularity = "month" if unit == "month" else "year"
    return Day("shift", f"{unit}s from the day told of", granularity, "reference", UNKNOWN, None, Shift(0, months))


def _counted(days: int) -> str:
    if not days:
        return "the day told of"
    return f"{abs(days)} day{'s' if abs(days) > 1 else ''} {'before' if days < 0 else 'after'} the day told of"
