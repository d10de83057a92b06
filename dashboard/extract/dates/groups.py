"""Applies the rules to a text and joins what stands together: "at about 11 a.m." + "on" + "Tuesday" is one time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dashboard.extract.dates.days import DAYS
from dashboard.extract.dates.grammar import Clock, Day, Match, Part, Piece, Rule
from dashboard.extract.dates.hours import HOURS
from dashboard.extract.dates.lexis import PARTS_TIMES, POOR, SIGNS, Word
from dashboard.extract.dates.months import MONTHS
from dashboard.extract.dates.relative import RELATIVE

RULES = DAYS.rules + MONTHS.rules + RELATIVE.rules + HOURS.rules
GLUE = re.compile(r"r?[,(itfq-]{0,4}")  # signs of words that may stand between pieces, see lexis.SIGNS
NIGHT_GLUE = re.compile(r"r?[,(itfqzg-]{0,4}")  # "the night" may be "to" or "from" a day
# All that one rule may look at; "нічного масованого ракетного удару" goes on across two words.
RUN = re.compile(rf"(?:[^{re.escape(PARTS_TIMES)}]|(?<=[AN])\?{{1,2}}(?=\*))+")
STRETCH = re.compile(r"[^?.]+")  # of a run
RICH = re.compile(rf"[^,(/\-{re.escape(POOR)}]")
TIMED = ("day", "days", "night")  # what a clock time or a part of the day may stand beside


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that stand together and name one time: words[first:last]. `within` is a longer span that `day` lies in."""

    first: int
    last: int
    day: Day | None = None
    within: Day | None = None
    clock: Clock | None = None
    parts: tuple[Part, ...] = ()


@lru_cache(maxsize=50_000)  # few make up most of all texts: "on the", "in <number>"
def _applying(run: str, at: int) -> tuple[Rule, ...]:
    """The rules that apply at a place among the signs of words that a date may have."""
    return tuple(rule for rule in RULES if (match := rule[0].match(run, at)) and match.end() > at)


def _longest(found: list[Word], signs: str, position: int, rules: Sequence[Rule]) -> tuple[int, Piece] | None:
    longest: tuple[int, Piece] | None = None
    for pattern, read in rules:
        match = pattern.match(signs, position)
        if match and match.end() > (longest[0] if longest else position):
            piece = read(Match(found, match))
            longest = (match.end(), piece) if piece else longest
    return longest


def _pieces(found: list[Word], signs: str) -> Iterator[tuple[int, int, Piece]]:
    done = 0
    for run in RUN.finditer(signs):
        written = run.group()
        for stretch in STRETCH.finditer(written) if RICH.search(written) else ():
            if not RICH.search(stretch.group()):
                continue
            for position in range(run.start() + stretch.start(), run.start() + stretch.end()):
                rules = _applying(written, position - run.start()) if position >= done else ()
                longest = _longest(found, signs, position, rules) if rules else None
                if longest:
                    done = longest[0]
                    yield position, done, longest[1]


def groups(found: list[Word], signs: str, published: date | None) -> Iterator[Group]:
    """The times that the words name, in order; some are no time alone ("late", "morning")."""
    group: Group | None = None
    for first, last, piece in _pieces(found, signs):
        glue = signs[group.last : first] if group else ""
        if group and group.day and _is_night_to(group, piece, glue):  # "on Friday, in the night to Saturday"
            *parts, night = group.parts
            yield replace(group, parts=tuple(parts))
            group = Group(group.last, group.last, parts=(night,))
        joined = _joined(group, piece, last, glue, published) if group and first >= group.last else None
        if group and not joined:
            yield group
        group = joined or _alone(piece, first, last)
    if group:
        yield group


def _is_night_to(group: Group, piece: Piece, glue: str) -> bool:
    """Whether a group ends on a night that is the one to the day that comes next."""
    night = bool(group.parts and group.parts[-1].night)
    return night and isinstance(piece, Day) and SIGNS["to"] in glue and NIGHT_GLUE.fullmatch(glue) is not None


def touch(one: Group, two: Group, signs: str) -> bool:
    """Whether nothing but glue stands between two groups."""
    return GLUE.fullmatch(signs, one.last, two.first) is not None


def _alone(piece: Piece, first: int, last: int) -> Group:
    if isinstance(piece, Day):
        return Group(first, last, day=piece)
    return Group(first, last, clock=piece) if isinstance(piece, Clock) else Group(first, last, parts=(piece,))


def _joined(group: Group, piece: Piece, last: int, glue: str, published: date | None) -> Group | None:
    """The group with one more piece, `None` where the piece begins another time."""
    if not (NIGHT_GLUE if group.parts and group.parts[-1].night else GLUE).fullmatch(glue):
        return None
    timed = group.day is None or group.day.granularity in TIMED
    if isinstance(piece, Clock):
        return replace(group, last=last, clock=piece) if timed and not group.clock else None
    if isinstance(piece, Part):
        if not timed or len(group.parts) > 1 or ("," in glue and (group.parts or not piece.sure)):
            return None
        if any(part.part == piece.part and (part.sure or piece.sure) for part in group.parts):
            return None  # two times of their own; but "late on Friday evening" is one
        if group.day and piece.night and not piece.sure:
            piece = replace(piece, night="following")
        return replace(group, last=last, parts=(*group.parts, piece))
    if group.day is None:
        if piece.granularity not in TIMED:
            return None
        if group.parts and SIGNS["from"] in glue and SIGNS["to"] not in glue:  # "in the night from Friday"
            group = replace(group, parts=tuple(replace(p, night="following") if p.night else p for p in group.parts))
        return replace(group, last=last, day=piece)
    days = None if piece.led or group.within else _one_day(group, group.day, piece, published)
    return replace(group, last=last, day=days[0], within=days[1]) if days else None


def _one_day(group: Group, one: Day, two: Day, published: date | None) -> tuple[Day, Day | None] | None:
    """Two names of one day as that day and a longer span it lies in, `None` where they name different days."""
    sorts = {one.sort, two.sort}
    if sorts == {"calendar"}:
        if (one.rule == "holiday") != (two.rule == "holiday"):  # "Palm Sunday, 13 April"
            return (two if one.rule == "holiday" else one), None
        return (one, two) if two.rule == "year" and not one.year else None
    if len(sorts) == 1:
        return None
    if "calendar" in sorts:
        day, other = (one, two) if one.sort == "calendar" else (two, one)
        if other.sort == "period":
            long = other.granularity in ("week", "month", "year") and not day.year
            return (day, other) if long else None
        if day.granularity != "day":
            return None
        if other.sort == "weekday" and day.rule == "holiday" and day.find(published, None) is None:
            return other, None  # "Sunday, Independence Day": whose, the words do not say
        apart = other.sort == "weekday" and (group.parts or group.clock)
        return None if apart and not _falls_on(day, other, published) else (day, None)
    if "period" in sorts:
        day, other = (one, two) if two.sort == "period" else (two, one)
        return (day, other) if day.sort == "weekday" else None
    if one.sort == "shift" and two.sort == "weekday" and one.shift and one.shift.days:
        if one.shift.days < 0 and published and two.find(published, None) == (published, published):
            return None  # "the list of the previous day on Wednesday": it came out on Wednesday
        shift = replace(one.shift, weekday=two.weekday)
        return replace(two, anchor="reference", shift=shift, rule=one.rule), None
    return (one if one.sort == "weekday" or two.sort == "shift" else two), None


def _falls_on(day: Day, weekday: Day, published: date | None) -> bool:
    """Whether a date is such a weekday: "23:28 on 28 July, Friday" can be one time or two."""
    found = day.find(published, None)
    return found is not None and found[0].weekday() == weekday.weekday
