"""The rules for words that count from the publication ("two days ago") or from another day ("the night before")."""

from datetime import date

from dashboard.extract.dates import almanac as cal
from dashboard.extract.dates.almanac import Span
from dashboard.extract.dates.grammar import EDGES, Day, Granularity, Match, Rules, Shift, from_published, one
from dashboard.extract.dates.lexis import MARKS, Word

RELATIVE = Rules()
UNKNOWN = from_published(lambda published: None)
COUNT = "(?P<n>{one}|{count}|{number})"
UNIT = "(?P<u>{unit}|{units})"
IN_A_SENTENCE = MARKS.keys() - {"."}  # signs before what does not begin a sentence
DATED = "(?:{number}|{ordinal}|{month}|{weekday}|{day}|{date}|{holiday})"
DAYS_OF = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


@RELATIVE("(?P<d>{day})")
def day(m: Match) -> Day | None:
    """Today, yesterday, tomorrow, позавчора."""
    days = m.number("d") or 0
    name = {0: "day of publication", 1: "day after publication", -1: "day before publication"}.get(days)
    rule = name or f"{abs(days)} days {'before' if days < 0 else 'after'} publication"
    return Day(
        "relative", rule, "day", "published", from_published(lambda published: one(cal.shifted(published, days)))
    )


# the idioms of the vocabulary (sense "period"): granularity, part of the day, first and last day
IDIOMS: dict[str, tuple[Granularity, str | None]] = {
    "last night": ("night", "night"),
    "the night before last": ("night", "night"),
    "last evening": ("day", "evening"),
    "this morning": ("day", "morning"),
    "this afternoon": ("day", "afternoon"),
    "this evening": ("day", "evening"),
    "past day": ("days", None),
    "past week": ("week", None),
    "earlier in the week": ("days", None),
    "later in the week": ("days", None),
    "earlier this month": ("month", None),
    "earlier this year": ("year", None),
    "the week before last": ("week", None),
    "last year": ("year", None),
}


def _idiom(value: str, published: date) -> Span | None:
    before, week = cal.shifted(published, -1), cal.week_span(published)
    if not before or not week:
        return None
    if value in ("last night", "past day"):
        return before, published
    if value == "the night before last":
        return cal.span(cal.shifted(published, -2), before)
    if value == "past week":
        return cal.span(cal.shifted(published, -7), published)
    if value == "last evening":
        return one(before)
    if value == "earlier in the week":
        return week[0], max(week[0], before)
    if value == "later in the week":
        return min(week[1], cal.shifted(published, 1) or published), week[1]
    if value == "earlier this month":
        return published.replace(day=1), published
    if value == "earlier this year":
        return date(published.year, 1, 1), published
    if value == "last year":
        return cal.year_span(published.year - 1)
    if value == "the week before last":
        return cal.span(cal.shifted(week[0], -14), cal.shifted(week[1], -14))
    return one(published)


@RELATIVE("(?P<p>{period})")
def idiom(m: Match) -> Day | None:
    """Last night, this morning, earlier in the week, за минулу добу."""
    value = m.value("p")
    granularity, part = IDIOMS[value]
    rule = {"last night": "night before publication", "past day": "past 24 hours"}.get(value, value)
    prec = {"night": 1, "month": 4, "year": 5}.get(granularity)
    find = from_published(lambda published: _idiom(value, published))
    if part:
        return Day("relative", rule, granularity, "published", find, part, prec=prec)
    return Day("period", rule, granularity, "published", find, prec=prec)


@RELATIVE(f"{COUNT}? {UNIT} {{ago}}")
def ago(m: Match) -> Day | None:
    """Two days ago, a week ago, three years ago, п'ять днів тому, неделю назад."""
    unit, count = m.value("u"), _count(m)
    if count is None or not _one_language(m.word("u"), m.words[m.found.end() - 1]):
        return None
    if unit == "hour":
        find = from_published(lambda published: cal.span(cal.shifted(published, -round(count / 24)), published))
        return Day("relative", "hours before publication", "day", "published", find)
    if unit == "night":
        find = from_published(lambda last: cal.span(cal.shifted(last, -count), cal.shifted(last, 1 - count)))
        return Day("relative", "nights before publication", "night", "published", find, "night")
    if unit in DAYS_OF:
        find = from_published(lambda published: one(cal.shifted(published, -count * DAYS_OF[unit])))
        prec = 1 if unit == "day" else 2  # "a week ago" is seldom the very day
        return Day("relative", f"{unit}s before publication", "day", "published", find, prec=prec)
    if unit == "month":
        find = from_published(lambda published: cal.month_span(published.year, published.month - count))
        return Day("period", "months before publication", "month", "published", find, prec=4)
    find = from_published(lambda published: cal.year_span(published.year - count))
    return Day("period", "years before publication", "year", "published", find, prec=5)


def _count(m: Match) -> int | None:
    """How many units; one where none is said ("тиждень тому"), which English does not leave out."""
    if m.word("n"):
        return int(m.value("n"))
    unit = m.word("u")
    return None if unit is None or unit.language == "en" else 1


def _one_language(one: Word | None, two: Word) -> bool:
    """Whether two words can be of one language: "час" is an hour in Russian, but any time in Ukrainian."""
    return one is not None and (one.language == two.language or "any" in (one.language, two.language))


@RELATIVE(
    "{the}? (?P<third>{third}|{edge}) {of}? {the}? (?P<which>{past}|{this}|{next}) (?P<u>{unit})",
    f"{{the}}? (?P<which>{{past}}|{{this}}|{{next}}) {COUNT}? {UNIT}",
)
def period(m: Match) -> Day | None:
    """Last week, this month, the past 24 hours, the last two days, late last year, минулого року."""
    which, named, unit = m.word("which"), m.word("u"), m.value("u")
    if not which or not named or not _one_language(which, named):
        return None
    if which.sense == "past" and (m.word("n") or (which.value == "past" and unit != "year")):
        return _past(unit, int(m.value("n") or 1))
    if m.word("n") or named.sense == "units":
        return None
    if unit == "day" and which.sense == "this":
        return Day("relative", "day of publication", "day", "published", from_published(one))
    if unit not in ("week", "month", "year"):
        return None
    step = {"past": -1, "this": 0, "next": 1}[which.sense]
    name = {"past": "before", "this": "of", "next": "after"}[which.sense]
    third = EDGES.get(m.value("third"), m.value("third"))

    def find(published: date) -> Span | None:
        if unit == "week":
            other = cal.shifted(published, 7 * step)
            found = cal.week_span(other) if other else None
        elif unit == "month":
            found = cal.month_span(published.year, published.month + step)
        else:
            found = cal.year_span(published.year + step)
        if not found:
            return None
        start, end = cal.third(found, third)
        return start, end if step else max(start, min(end, published))

    granularity: Granularity = "week" if unit == "week" else "month" if unit == "month" else "year"
    prec = None if third else {"week": 3, "month": 4, "year": 5}[unit]
    return Day("period", f"{unit} {name} publication", granularity, "published", from_published(find), prec=prec)


def _past(unit: str, number: int) -> Day:
    days = -(-number // 24) if unit == "hour" else number * (DAYS_OF | {"month": 30, "year": 365})[unit]
    granularity: Granularity = "days" if days < 7 else "week" if days == 7 else "month" if days <= 31 else "year"
    rule = "past 24 hours" if days == 1 else f"past {number} {unit}s" if number > 1 else f"past {unit}"
    find = from_published(lambda published: cal.span(cal.shifted(published, -days), published))
    return Day("period", rule, granularity, "published", find)


@RELATIVE("(?P<the>{the})? (?P<which>{past}|{this}|{next})? (?P<w>{weekend}) (?:(?P<before>{bound}) {past})?")
def weekend(m: Match) -> Day | None:
    """The weekend, last weekend, минулих вихідних: Saturday and Sunday, as far as they lie before publication."""
    said, named, before = m.word("which"), m.word("w"), m.before
    which = said.sense if said else ""
    led = said or m.word("the") or (before and before.sense in ("on", "bound", "to"))
    if not named or (not led and named.language == "en"):
        return None

    def find(published: date) -> Span | None:
        running = which == "past" and published.weekday() >= 5
        day = cal.shifted(published, -published.weekday() - 1) if running else published
        saturday = cal.latest_weekday(5, day) if day else None
        if not saturday:
            return None
        if m.value("before") == "before":  # "the weekend before last"
            return cal.span(cal.shifted(saturday, -7), cal.shifted(saturday, -6))
        if which == "next":
            return cal.span(cal.shifted(saturday, 7), cal.shifted(saturday, 8))
        end = cal.shifted(saturday, 1)
        return cal.span(saturday, min(end, published) if end else None)

    return Day("period", "weekend before publication", "days", "published", from_published(find), prec=2)


@RELATIVE("(?P<s>{shift})")
def shift(m: Match) -> Day | None:
    """The same day, the night before, напередодні, в ту же ночь."""
    days, _, part = m.value("s").partition(" ")
    if part == "hours":
        return _shift(Shift(int(days)), "time")
    if part == "earlier":
        return _shift(Shift(int(days), earlier=True), "day")
    return _shift(Shift(int(days)), "night" if part == "night" else "day", part=part or None)


@RELATIVE("(?P<on>{on}) {the} {night} (?!{of}{the}?" + DATED + "|{from}|{to}|\\(" + DATED + ")")
def on_the_night(m: Match) -> Day | None:
    """On the night (of the attack)."""
    return _shift(Shift(0), "night", part="night") if m.value("on") == "on" else None


@RELATIVE(f"(?:{COUNT}|(?P<the>{{the}}))? {UNIT} (?P<b>{{apart}}|{{bound}})", f"{{hence}} {COUNT}? {UNIT}")
def apart(m: Match) -> Day | None:
    """Two days earlier, the day before, три тижні потому, через два дня.

    Before words of its own ("... on Wednesday, a day after drones hit") it tells the day of these, unless it begins
    its sentence ("A day after the raid drones came again").
    """
    unit, count, last = m.value("u"), 1 if m.word("the") else _count(m), m.word("b")
    sign = 1 if last is None else {"before": -1, "after": 1}.get(last.value) or m.number("b")
    if count is None or sign is None:
        return None
    follows, before = m.after, m.before
    open_ended = last is not None and last.sense == "bound" and follows is not None
    led = open_ended and follows is not None and follows.sense not in ("mark", "on")
    led = led and before is not None and (before.sense != "mark" or before.value in IN_A_SENTENCE)
    sign = -sign if led else sign
    if unit == "hour":
        days = sign * round(count / 24)
        return _shift(Shift(days), "day" if days else "time", led)
    if unit in DAYS_OF:
        return _shift(Shift(sign * count * DAYS_OF[unit]), "night" if unit == "night" else "day", led)
    months = sign * count * (12 if unit == "year" else 1)
    return _shift(Shift(0, months), "month" if unit == "month" else "year", led)


def _shift(shift: Shift, granularity: Granularity, led: bool = False, part: str | None = None) -> Day:
    rule = "the day told of" if not shift.months else f"{granularity}s from the day told of"
    if shift.days:
        plural = "s" if abs(shift.days) > 1 else ""
        rule = f"{abs(shift.days)} day{plural} {'before' if shift.days < 0 else 'after'} the day told of"
    part = "night" if granularity == "night" else part
    return Day("shift", rule, granularity, "reference", UNKNOWN, part, shift, led=led)
