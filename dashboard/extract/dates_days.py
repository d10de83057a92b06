"""The rules for words that name a calendar date, a weekday, a month, a year, a season or a holiday."""

from datetime import date

from dashboard.extract import dates_calendar as cal
from dashboard.extract.dates_calendar import Span
from dashboard.extract.dates_grammar import Day, Granularity, Match, Rules, always, from_published, one

DAYS = Rules()
N = "(?:{number}|{ordinal})"
M = "(?:{month}|{month_short}\\.?)"
YEAR = "(?:,?(?P<y>{year}){unit}?)?"
BEFORE_NUMBERED = ("on", "of", "since", "until", "by", "after", "before", "from")
EDGES = {"early": "1", "evening": "3"}
JOINT = "(?P<dash>{to}|-|{and})"


def dated(month: int, first: int, last: int, year: int | None, last_month: int | None = None) -> Day | None:
    """A day, or a first and last day, of a month: of the year named, else the most recent not after publication."""
    granularity: Granularity = "day" if (first, last_month) == (last, None) else "days"
    name = "day and month" if granularity == "day" else "range of days"
    if not cal.exact(2024, last_month or month, last) or not cal.exact(2024, month, first):
        return None
    if last_month is None and first > last:
        return None

    def until(end: date | None) -> Span | None:
        """From the first day before the end to the end."""
        if end is None:
            return None
        start = cal.exact(end.year - (month > (last_month or month)), month, first)
        return cal.span(start, end)

    if year:
        return Day(
            "calendar",
            f"{name} and year",
            granularity,
            "absolute",
            always(until(cal.exact(year, last_month or month, last))),
            year=True,
        )

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return until(cal.exact(within[1].year, last_month or month, last))
        return until(cal.latest_day(last_month or month, last, published)) if published else None

    return Day("calendar", name, granularity, "absolute", find)


@DAYS("(?P<d>{date})")
def full_date(m: Match) -> Day | None:
    """2025-07-04, 04.07.2025; with slashes only where day and month cannot be mistaken for each other."""
    text = m.value("d")
    if text[4] == "-":
        year, month, day = (int(part) for part in text.split("-"))
    else:
        day, month, year = (int(part) for part in text.replace("/", ".").split("."))
        if "/" in text and day != month:
            if day <= 12 and month <= 12:
                return None
            if month > 12:
                day, month = month, day
    return dated(month, day, day, year) if 1900 <= year < 2100 else None


@DAYS(
    f"{{from}}? (?P<a>{N}) {{of}}? (?P<ma>{M}) (?:,?{{year}})? {JOINT} {{the}}? (?P<b>{N}) {{of}}? (?P<mb>{M}) {YEAR}"
)
@DAYS(f"{{from}}? (?P<ma>{M}) (?P<a>{N}) (?:,?{{year}})? {JOINT} (?P<mb>{M}) {{the}}? (?P<b>{N}) {YEAR}")
@DAYS(f"{{from}}? {{the}}? (?P<a>{N}) {JOINT} {{the}}? (?P<b>{N}) {{of}}? (?P<ma>{M}) {YEAR}")
@DAYS(f"{{from}}? (?P<ma>{M}) {{the}}? (?P<a>{N}) {JOINT} {{the}}? (?P<b>{N}) {YEAR}")
def days_range(m: Match) -> Day | None:
    """14-15 June, from 3 to 4 May, between 30 June and 2 July, November 10 to 11, з 26 на 27 липня."""
    first, last, month = m.number("a"), m.number("b"), m.number("ma")
    other = m.number("mb")
    if not first or not last or not month or not _month_first(m):
        return None
    if m.word("dash") and m.words[m.found.start("dash")].sense == "and":
        spoken = m.words[m.found.start()].sense == "from"
        if not spoken and (other not in (None, month) or last != first + 1):
            return None
    return dated(month, first, last, m.number("y"), None if other == month else other)


@DAYS(f"(?P<a>{N}) (?=(?:,{{the}}?{N})*,?{{and}}{{the}}?{N}{{of}}?(?P<ma>{M}){YEAR})")
@DAYS(f"{{the}}? (?P<a>{N}) (?P<of>{{of}})? (?P<ma>{M}) {YEAR}")
@DAYS(f"(?P<ma>{M}) {{the}}? (?P<a>{N}) {YEAR}")
def day_month(m: Match) -> Day | None:
    """4 July 2025, July 4, the first of July, 28 вересня 2025 року; the 4 of "4, 7 and 9 July"."""
    day, month = m.word("a"), m.word("ma")
    if not day or not month or not _month_first(m):
        return None
    spelled = day.sense == "ordinal" and day.language == "en"
    if spelled and not m.word("of") and m.found.start("ma") > m.found.start("a"):
        return None
    return dated(int(month.value), int(day.value), int(day.value), m.number("y"))


def _month_first(m: Match) -> bool:
    """Whether a month before its day may be one: in English, and not in "in July 20 people"."""
    month = m.word("ma")
    if not month or m.found.start("ma") > m.found.start("a"):
        return True
    bare = m.before is not None and m.before.sense == "on" and m.before.value == "in" and not m.value("y")
    return month.language == "en" and not bare


@DAYS("{from} (?P<a>{weekday}) (?:{to}|-|{and}) (?P<b>{weekday})")
@DAYS("(?P<a>{weekday}) (?:(?P<n>{night}) {and}?)? (?:{to}|-) (?P<b>{weekday})")
def weekday_range(m: Match) -> Day | None:
    """Thursday to Saturday, Sunday night into Monday, з понеділка на вівторок."""
    first, last = m.number("a"), m.number("b")
    if first is None or last is None or first == last:
        return None
    days = (last - first) % 7
    night = m.word("n") is not None

    def find(published: date) -> Span | None:
        end = cal.latest_weekday(last, published)
        return cal.span(cal.shifted(end, -days), end) if end else None

    return Day(
        "weekday",
        "weekdays before publication",
        "night" if night and days == 1 else "days",
        "published",
        from_published(find),
        "night" if night else None,
    )


@DAYS("(?P<n>{one}|{count}|{number}) (?P<u>{unit}) {ago} ,? (?:{on}|{past})? (?P<w>{weekday})")
def weeks_before_weekday(m: Match) -> Day | None:
    """A week ago last Friday, two weeks ago on Monday."""
    weeks, weekday = m.number("n"), m.number("w")
    if not weeks or weekday is None or m.value("u") != "week":
        return None

    def find(published: date) -> Span | None:
        day = cal.latest_weekday(weekday, published)
        return one(cal.shifted(day, -7 * weeks)) if day else None

    return Day("calendar", "weekday, weeks before publication", "day", "published", from_published(find))


@DAYS("{the}? (?P<which>{past}|{this}|{next}|{same})? (?P<w>{weekday}|{weekday_short}(?=,?{number}|,?{month}))")
def weekday(m: Match) -> Day | None:
    """Friday, last Friday, this Wednesday, минулої п'ятниці; "next Friday" lies ahead."""
    wanted = m.number("w")
    which = m.word("which").sense if m.word("which") else ""  # type: ignore[union-attr]
    if wanted is None:
        return None

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            day = cal.latest_weekday(wanted, within[1])
            return one(day) if day and day >= within[0] else None
        if not published:
            return None
        before = cal.shifted(published, -1) if which == "past" else published
        day = cal.latest_weekday(wanted, before) if before else None
        return one(cal.shifted(day, 7) if day and which == "next" else day)

    rule = "weekday after publication" if which == "next" else "weekday before publication"
    return Day("weekday", rule, "day", "published", find, weekday=wanted)


@DAYS("{the}? (?P<third>{third}|{edge}) ,? {of}? {the}? {on}? -? (?P<ma>{month}) (?:{of}?,?(?P<y>{year}){unit}?)?")
@DAYS("(?P<which>{past}|{this}|{next})? (?P<ma>{month}) (?:{of}?,?(?P<y>{year}){unit}?)?")
def month(m: Match) -> Day | None:
    """November 2023, in November, last November, mid-July, the end of October, наприкінці травня."""
    word, which = m.word("ma"), m.word("which")
    third = EDGES.get(m.value("third"), m.value("third"))
    year = m.number("y")
    if not word or not (year or which or third or _names_month(m)):
        return None
    number = int(word.value)

    def part(found: Span | None, published: date | None = None) -> Span | None:
        if not found:
            return None
        start, end = cal.third(found, third)
        return start, (max(start, min(end, published)) if published else end)

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return part(cal.month_span(within[1].year, number))
        if not published:
            return None
        found = cal.latest_month(number, published)
        if which and found and which.sense == "past" and published.month == number:
            found = cal.month_span(published.year - 1, number)
        if which and found and which.sense == "next":
            found = cal.month_span(found[0].year + 1, number)
        return part(found, published)

    if year:
        return Day(
            "calendar", "month and year", "month", "absolute", always(part(cal.month_span(year, number))), year=True
        )
    return Day("calendar", "month before publication", "month", "absolute", find, prec=4)


def _names_month(m: Match) -> bool:
    before = m.before
    return before is not None and before.sense in ("on", "of", "bound", "from", "to", "to_day")


@DAYS("{from}? (?P<a>{year}) (?:{to}|-|{and}) (?P<b>{year})")
def years_range(m: Match) -> Day | None:
    """2014-2021, between 2014 and 2021."""
    first, last = m.number("a"), m.number("b")
    if not first or not last or first >= last or (m.words[m.found.start() + 1].sense == "and"):
        return None
    return Day(
        "calendar",
        "range of years",
        "year",
        "absolute",
        always((date(first, 1, 1), date(last, 12, 31))),
        year=True,
        prec=5,
    )


@DAYS("{the}? (?P<third>{third}|{edge}) ,? {of}? {on}? -? (?P<y>{year}) {unit}?")
@DAYS("(?P<y>{year}) (?P<u>{unit})?")
def year(m: Match) -> Day | None:
    """In 2014, since 2022, early 2023, у 2022 році."""
    found = m.number("y")
    third = m.value("third")
    unit = m.value("u")
    before = m.before
    led = before is not None and before.sense in ("on", "of", "bound", "from", "to", "this") and before.value != "on"
    if not found or not (third or led or unit == "year"):
        return None
    days = cal.third((date(found, 1, 1), date(found, 12, 31)), EDGES.get(third, third))
    return Day("calendar", "year", "year", "absolute", always(days), year=True, prec=5)


@DAYS("{the}? (?P<which>{past}|{this}) (?P<s>{season})")
@DAYS("{the}? (?P<s>{season}) {of}? (?P<y>{year}) {unit}?")
@DAYS("(?<={on}{the}) (?P<s>{season})")
def season(m: Match) -> Day | None:
    """Last spring, this winter, the summer of 2022, восени 2024 року."""
    first, named = m.number("s"), m.number("y")
    if not first:
        return None
    past = m.value("which")

    def of(year: int) -> Span | None:
        start, end = cal.month_span(year, first), cal.month_span(year, first + 2)
        return cal.span(start[0], end[1]) if start and end else None

    def find(published: date) -> Span | None:
        for back in range(3):
            found = of(published.year - back)
            if found and (found[1] < published if past else found[0] <= published):
                return found[0], min(found[1], published)
        return None

    if named:
        return Day("calendar", "season of a year", "year", "absolute", always(of(named)), year=True, prec=5)
    return Day("calendar", "season before publication", "year", "published", from_published(find), prec=5)


@DAYS("(?P<h>{holiday}) (?:,?(?P<y>{year}))?")
def holiday(m: Match) -> Day | None:
    """New Year's Eve, Palm Sunday, Великдень; the most recent not after publication."""
    value, named = m.value("h"), m.number("y")

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return one(cal.holiday(value, within[1].year))
        if not published:
            return None
        for back in range(-1, 2):
            day = cal.holiday(value, published.year - back * 1) if published.year - back < 9999 else None
            if day and day <= published + cal.SLACK:
                return one(day)
        return None

    if named:
        return Day("calendar", "holiday and year", "day", "absolute", always(one(cal.holiday(value, named))), year=True)
    return Day("calendar", "holiday", "day", "absolute", find)


@DAYS("(?P<the>{the})? (?P<o>{ordinal}|{number}(?={of_month})) (?P<m>{of_month})?")
def numbered(m: Match) -> Day | None:
    """On the 19th, before dawn on the 7th, 21-го: the most recent day of that number."""
    word, before = m.word("o"), m.before
    if not word:
        return None
    day = int(word.value)
    english = m.word("the") is not None and before is not None and before.value in BEFORE_NUMBERED
    slavic = m.word("the") is None and before is not None and before.language in ("uk", "ru", "any")
    after = m.words[m.found.end()] if m.found.end() < len(m.words) else None
    if not 1 <= day <= 31 or word.language == "en" or not (m.word("m") or english or slavic):
        return None
    if after is not None and after.sense == "not_date":
        return None

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return one(cal.exact(within[1].year, within[1].month, day))
        return one(cal.latest_numbered(day, published)) if published else None

    return Day("weekday", "day of the month before publication", "day", "published", find)
