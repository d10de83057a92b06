"""The rules for words that name a month, a season, a year or years, or a holiday."""

from datetime import date

from dashboard.extract.dates import almanac as cal
from dashboard.extract.dates.almanac import Span
from dashboard.extract.dates.grammar import EDGES, Day, Find, Match, Rules, always, from_published, one

MONTHS = Rules()
NOT_BEFORE = ("on", "at", "for")  # a year follows "in"
OF_YEAR = "(?:{of}?,?(?P<y>{year}){unit}?)?"


@MONTHS(
    f"(?P<which>{{past}}|{{this}}|{{next}})? (?P<ma>{{month}}) {OF_YEAR}",
    f"{{the}}? (?P<third>{{third}}|{{edge}}) ,? {{of}}? {{the}}? {{on}}? -? (?P<ma>{{month}}) {OF_YEAR}",
)
def month(m: Match) -> Day | None:
    """November 2023, in November, last November, mid-July, the end of October, наприкінці травня."""
    word, which, year, before = m.word("ma"), m.word("which"), m.number("y"), m.before
    third = EDGES.get(m.value("third"), m.value("third"))
    led = before is not None and before.sense in ("on", "of", "bound", "from", "to")
    if not word or not (year or which or third or led):
        return None
    number = int(word.value)

    def part(found: Span | None) -> Span | None:
        return cal.third(found, third) if found else None

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return part(cal.month_span(within[1].year, number))
        found = cal.latest_month(number, published) if published else None
        if not found or not published:
            return None
        if which and which.sense == "past" and published.month == number:
            found = cal.month_span(published.year - 1, number)
        if which and which.sense == "next":
            return cal.month_span(published.year + (published.month >= number), number)
        days = part(found)
        if days and days[0] > published:  # "in mid-July" in early July
            days = part(cal.month_span(published.year - 1, number))
        return (days[0], max(days[0], min(days[1], published))) if days else None

    prec = None if third else 4
    if year:
        named = always(part(cal.month_span(year, number)))
        return Day("calendar", "month and year", "month", "absolute", named, year=True, prec=prec)
    return Day("calendar", "month before publication", "month", "absolute", find, prec=prec)


@MONTHS("{from}? (?P<a>{year}) (?P<joint>{to}|-|{and}) (?P<b>{year}) {unit}?")
def years(m: Match) -> Day | None:
    """2014-2021, between 2014 and 2021."""
    first, last, joint = m.number("a"), m.number("b"), m.word("joint")
    spoken = m.words[m.found.start()].sense == "from"
    if not first or not last or first >= last or (joint and joint.sense == "and" and not spoken):
        return None
    days = always((date(first, 1, 1), date(last, 12, 31)))
    return Day("calendar", "range of years", "year", "absolute", days, year=True, prec=5)


@MONTHS("(?P<y>{year}) (?P<u>{unit})?", "{the}? (?P<third>{third}|{edge}) ,? {of}? {on}? -? (?P<y>{year}) {unit}?")
def year(m: Match) -> Day | None:
    """In 2014, since 2022, early 2023, у 2022 році."""
    found, third, before = m.number("y"), m.value("third"), m.before
    led = before is not None and before.sense in ("on", "of", "bound", "from", "to") and before.value not in NOT_BEFORE
    amount = str(found).endswith("00") and m.after is not None and m.after.sense == "not_date"  # "in 2000 homes"
    if not found or amount or not (third or led or m.value("u") == "year"):
        return None
    whole = cal.year_span(found)
    days = cal.third(whole, EDGES.get(third, third)) if whole else None
    return Day("calendar", "year", "year", "absolute", always(days), year=True, prec=5)


@MONTHS(
    "(?<={on}{the}) (?P<s>{season})",
    "(?P<s>{in_season}) (?:(?P<y>{year}){unit}?)?",
    "{the}? (?P<s>{season}) {of}? (?P<y>{year}) {unit}?",
    "{the}? (?P<which>{past}|{this}) (?P<s>{season}|{in_season})",
)
def season(m: Match) -> Day | None:
    """Last spring, this winter, the summer of 2022, восени 2024 року, летом: three whole months."""
    first, named, which = m.number("s"), m.number("y"), m.word("which")
    if not first:
        return None

    def of(year: int) -> Span | None:
        start, end = cal.month_span(year, first), cal.month_span(year, first + 2)
        return cal.span(start[0], end[1]) if start and end else None

    def find(published: date) -> Span | None:
        over = which is not None and which.sense == "past"
        for back in range(3):
            found = of(published.year - back)
            if found and (found[1] < published if over else found[0] <= published):
                return found[0], min(found[1], published)
        return None

    if named:
        return Day("calendar", "season of a year", "year", "absolute", always(of(named)), year=True, prec=5)
    return Day("calendar", "season before publication", "year", "published", from_published(find), prec=5)


@MONTHS("(?P<h>{holiday}) (?:,?(?P<y>{year}))?")
def holiday(m: Match) -> Day | None:
    """New Year's Eve, Palm Sunday, Великдень: the most recent not after publication.

    "Easter" in a year when Western and Orthodox Easter differ, or "Independence Day" months after any, is unknown.
    """
    value, named = m.value("h"), m.number("y")

    def find(published: date | None, within: Span | None) -> Span | None:
        if within:
            return one(cal.holiday(value, within[1].year))
        return one(cal.latest_holiday(value, published)) if published else None

    found: Find = always(one(cal.holiday(value, named))) if named else find
    return Day("calendar", "holiday", "day", "absolute", found, year=named is not None)
