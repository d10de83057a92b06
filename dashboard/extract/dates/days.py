"""The rules for words that name days: calendar dates with their ranges and lists, weekdays, days of a month."""

from datetime import date

from dashboard.extract.dates import almanac as cal
from dashboard.extract.dates.almanac import Span
from dashboard.extract.dates.grammar import Day, Granularity, Match, Rules, Shift, always, from_published, one
from dashboard.extract.dates.lexis import Word

DAYS = Rules()
N = "(?:{number}|{ordinal})"
M = "(?:{month}|{month_short}\\.?)"
YEAR = "(?:,?(?P<y>{year}){unit}?)?"
JOINT = "(?P<joint>{to}|-|/|{and})"
PARTS_OF_DAY = ("part", "night", "hours", "noon")
BEFORE_NUMBERED = ("on", "of", "since", "until", "by", "after", "before", "from")


def dated(month: int, first: int, last: int, year: int | None, last_month: int | None = None) -> Day | None:
    """A day, or a first and last day, of a month: of the year named, else the most recent not after publication."""
    end_month = last_month or month
    if not cal.exact(2024, end_month, last) or not cal.exact(2024, month, first):
        return None
    if end_month == month and first > last:
        return None

    def until(end: date | None) -> Span | None:
        return cal.span(cal.exact(end.year - (month > end_month), month, first), end) if end else None

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return until(cal.exact(within[1].year, end_month, last))
        return until(cal.latest_day(end_month, last, published)) if published else None

    single = (month, first) == (end_month, last)
    granularity: Granularity = "day" if single else "days"
    name = "day and month" if single else "range of days"
    if year:
        named = always(until(cal.exact(year, end_month, last)))
        return Day("calendar", f"{name} and year", granularity, "absolute", named, year=True)
    return Day("calendar", name, granularity, "absolute", find)


@DAYS("(?P<d>{date})")
def full_date(m: Match) -> Day | None:
    """2025-07-04, 04.07.2025; with slashes only where day and month cannot be mistaken for each other."""
    text = m.value("d")
    if text[4] == "-":
        year, month, day = (int(part) for part in text.split("-"))
        return dated(month, day, day, year)
    day, month, year = (int(part) for part in text.replace("/", ".").split("."))
    if "/" in text and day != month:
        if day <= 12 and month <= 12:
            return None
        if month > 12:
            day, month = month, day
    return dated(month, day, day, year)


@DAYS("(?P<d>{point})")
def numeric(m: Match) -> Day | None:
    """14.06 alone in the cell of a table: a day and a month, not a time."""
    day, _, month = m.value("d").partition(".")
    cell = m.before is not None and m.after is not None and m.before.value == m.after.value == "|"
    return dated(int(month), int(day), int(day), None) if cell and 1 <= int(month) <= 12 else None


@DAYS(
    f"{{from}}? (?P<ma>{M}) {{the}}? (?P<a>{N}) {JOINT} {{the}}? (?P<b>{N}) {YEAR}",
    f"{{from}}? {{the}}? (?P<a>{N}) {JOINT} {{the}}? (?P<b>{N}) {{of}}? (?P<ma>{M}) {YEAR}",
    f"{{from}}? (?P<ma>{M}) (?P<a>{N}) (?:,?{{year}})? {JOINT} (?P<mb>{M}) {{the}}? (?P<b>{N}) {YEAR}",
    f"{{from}}? (?P<a>{N}) {{of}}? (?P<ma>{M}) (?:,?{{year}})? {JOINT} {{the}}? (?P<b>{N}) {{of}}? (?P<mb>{M}) {YEAR}",
)
def days_range(m: Match) -> Day | None:
    """14-15 June, from 3 to 4 May, between 30 June and 2 July, November 10 to 11, з 26 на 27 липня."""
    first, last, month, joint = m.number("a"), m.number("b"), m.number("ma"), m.word("joint")
    if not first or not last or not month or not _month_first(m):
        return None
    listed = joint is not None and joint.sense == "and" and m.words[m.found.start()].sense != "from"
    again = joint is not None and joint.value == "again"
    if listed and (m.word("mb") or again or last != first + 1):  # "4 and 7 July" are two dates
        return None
    return dated(month, first, last, m.number("y"), m.number("mb"))


@DAYS(
    f"(?P<ma>{M}) {{the}}? (?P<a>{N}) {YEAR}",
    f"{{the}}? (?P<a>{N}) (?P<of>{{of}})? (?P<ma>{M}) {YEAR}",
    f"(?P<a>{N}) (?=(?:,{{the}}?{N})*,?{{and}}{{on}}?{{the}}?{N}{{of}}?(?P<ma>{M}){YEAR})",
)
def day_month(m: Match) -> Day | None:
    """4 July 2025, July 4, the first of July, 28 вересня 2025 року; the 4 of "4, 7 and 9 July"."""
    day, month = m.word("a"), m.word("ma")
    if not day or not month or not _month_first(m):
        return None
    if _is_spelled(day) and not m.word("of") and m.found.start("ma") > m.found.start("a"):
        return None
    return dated(int(month.value), int(day.value), int(day.value), m.number("y"))


def _is_spelled(day: Word) -> bool:
    """Whether a day is an English word that also counts other things: "the first"."""
    return day.sense == "ordinal" and day.language == "en"


def _month_first(m: Match) -> bool:
    """Whether a month before its day may be one: in English, and not in "in July 20 people"."""
    month = m.word("ma")
    if not month or m.found.start("ma") > m.found.start("a"):
        return True
    bare = m.before is not None and m.before.sense == "on" and m.before.value == "in" and not m.value("y")
    return month.language == "en" and not bare


@DAYS(
    "(?P<a>{weekday}) (?:(?P<night>{night}) {and}?)? (?:{to}|-|/) (?P<b>{weekday})",
    "{from} (?P<a>{weekday}) (?:{to}|-|{and}) (?P<b>{weekday})",
)
def weekday_range(m: Match) -> Day | None:
    """Thursday to Saturday, Sunday night into Monday, з понеділка на вівторок."""
    first, last = m.number("a"), m.number("b")
    if first is None or last is None or first == last:
        return None
    days = (last - first) % 7
    night = days == 1 and m.word("night") is not None

    def find(published: date) -> Span | None:
        end = cal.latest_weekday(last, published)
        return cal.span(cal.shifted(end, -days), end) if end else None

    granularity: Granularity = "night" if night else "days"
    part = "night" if night else None
    return Day("weekday", "weekdays before publication", granularity, "published", from_published(find), part)


@DAYS("(?P<n>{one}|{count}|{number}) (?P<u>{unit}|{units}) {ago} ,? (?:{on}|{past})? (?P<w>{weekday})")
def weeks_before_weekday(m: Match) -> Day | None:
    """A week ago last Friday, two weeks ago on Monday."""
    weeks, wanted = m.number("n"), m.number("w")
    if not weeks or wanted is None or m.value("u") != "week":
        return None

    def find(published: date) -> Span | None:
        day = cal.latest_weekday(wanted, published)
        return one(cal.shifted(day, -7 * weeks)) if day else None

    return Day("calendar", "weekday, weeks before publication", "day", "published", from_published(find))


@DAYS("{the}? (?P<w>{weekday}) (?P<before>{bound}) {past}")
def weekday_before_last(m: Match) -> Day | None:
    """The Friday before last."""
    wanted = m.number("w")
    if wanted is None or m.value("before") != "before":
        return None

    def find(published: date) -> Span | None:
        yesterday = cal.shifted(published, -1)
        day = cal.latest_weekday(wanted, yesterday) if yesterday else None
        return one(cal.shifted(day, -7)) if day else None

    return Day("calendar", "weekday, weeks before publication", "day", "published", from_published(find))


@DAYS("{the} (?P<w>{weekday}) (?P<before>{bound}) {same}?")
def weekday_before_it(m: Match) -> Day | None:
    """The Saturday before, the Saturday before that: counted from the day told of."""
    wanted = m.number("w")
    dated = m.after is not None and m.after.sense != "mark"  # "the Friday before Christmas"
    return None if wanted is None or m.value("before") != "before" or dated else _before_told(wanted)


def _before_told(wanted: int) -> Day:
    nothing = from_published(lambda published: None)
    shift = Shift(-1, weekday=wanted)
    return Day("shift", "the weekday before the day told of", "day", "reference", nothing, shift=shift)


@DAYS(
    f"{{weekday}} {{on}} (?P<ma>{M}) {YEAR} ,? {{the}} (?P<a>{{ordinal}})",
    f"{{on}} (?P<ma>{M}) {YEAR} , {{the}}? (?P<a>{{ordinal}})",
)
def day_behind_month(m: Match) -> Day | None:
    """On a Saturday in May, the 25th; в декабре, двадцатого."""
    day, month = m.number("a"), m.number("ma")
    return dated(month, day, day, m.number("y")) if day and month else None


@DAYS("(?P<w>{weekday}|{weekday_short} \\.?) ,? (?P<the>{the})? (?P<a>{ordinal}|{number})")
def weekday_numbered(m: Match) -> Day | None:
    """Monday the 14th, and a heading's "Monday 24" or "Mon 24": the last such day; not "Friday 13 people"."""
    wanted, number = m.number("w"), m.number("a")
    if wanted is None or not number or not 1 <= number <= 31:
        return None
    alone = m.after is None or m.after.sense == "mark"
    number_word = m.word("a")
    if not alone and (not m.word("the") or (number_word and _is_spelled(number_word))):
        return None  # "on Monday the second shell fell"

    def find(published: date) -> Span | None:
        day = cal.latest_weekday(wanted, published)
        for _ in range(9):  # the weeks of two months
            if day is None or day.day == number:
                return one(day)
            day = cal.shifted(day, -7)
        return None

    return Day("calendar", "weekday and day of the month before publication", "day", "published", from_published(find))


SHORT = f"{{weekday_short}}(?=\\.?,?(?:{N}{{of}}?)?{M})"


@DAYS("{the}? (?P<which>{past}|{this}|{next}|{same})? (?P<w>{weekday}|" + SHORT + ")")
def weekday(m: Match) -> Day | None:
    """Friday, last Friday, this Wednesday, минулої п'ятниці; "next Friday" lies ahead; not "a Friday", "one Friday"."""
    wanted, said = m.number("w"), m.word("which")
    which = said.sense if said else ""
    if wanted is None or (m.before is not None and m.before.sense in ("every", "one", "count")):
        return None
    if said and said.value == "previous":
        return _before_told(wanted)

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            day = cal.latest_weekday(wanted, within[1])
            return one(day) if day and day >= within[0] else None
        before = cal.shifted(published, -1) if published and which == "past" else published
        day = cal.latest_weekday(wanted, before) if before else None
        return one(cal.shifted(day, 7) if day and which == "next" else day)

    rule = "weekday after publication" if which == "next" else "weekday before publication"
    return Day("weekday", rule, "day", "published", find, weekday=wanted)


def _is_heading(m: Match) -> bool:
    """Whether a match opens a paragraph, and a sign follows: "**The 21st.** ..."."""
    before, after = m.before, m.after
    opens = before is None or (before.sense == "mark" and (before.value in "*_#" or "\n" in before.value))
    return opens and after is not None and after.sense == "mark"


def _is_of_part(m: Match) -> bool:
    """Whether a part of a day leads to a number: "the evening of the 19th"."""
    at = m.found.start()
    return at > 1 and m.words[at - 1].sense == "of" and m.words[at - 2].sense in PARTS_OF_DAY


@DAYS("{of} {the}? (?P<first>{ordinal}) (?:{to}|{and}) {the}? (?P<last>{ordinal})(?!{of}?{month})")
def two_numbered(m: Match) -> Day | None:
    """The night of the 18th to the 19th."""
    first, last = m.number("first"), m.number("last")
    if first is None or last is None or last - first != 1:
        return None

    def find(published: date) -> Span | None:
        day = cal.latest_numbered(last, published)
        return cal.span(cal.shifted(day, -1), day) if day else None

    return Day("calendar", "range of days", "days", "published", from_published(find))


@DAYS("(?P<the>{the})? (?P<o>{ordinal}|{number}(?={of_month})) (?P<of_month>{of_month})?")
def numbered(m: Match) -> Day | None:
    """On the 19th, before dawn on the 7th, 21-го, 5-го числа: the most recent day of that number."""
    word, before, after = m.word("o"), m.before, m.after
    if not word or not 1 <= int(word.value) <= 31:
        return None
    day = int(word.value)
    if not m.word("of_month"):
        english = word.language == "latin" and m.word("the")
        of_part = _is_of_part(m)  # "on the night of the 19th drones hit"
        led = of_part or (before is not None and before.value in BEFORE_NUMBERED)
        if not (english and (led or _is_heading(m))) and word.language != "cyrillic":
            return None
        if word.language == "cyrillic" and before is not None and before.sense == "near":
            return None  # "близько 11-ї": about eleven o'clock
        if (
            after and not of_part and after.sense in ("not_date", "unit", "units", "month")
        ):  # "on the 5th floor", "5-го полка"
            return None

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return one(cal.exact(within[1].year, within[1].month, day))
        return one(cal.latest_numbered(day, published)) if published else None

    return Day("calendar", "day of the month before publication", "day", "published", find, of_month=True)
