"""The parts that date expressions are made of, and how rules over the words of a text are written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from dashboard.extract.dates import almanac as cal
from dashboard.extract.dates.almanac import Span
from dashboard.extract.dates.lexis import SIGNS, Word

Granularity: TypeAlias = Literal["time", "day", "night", "days", "week", "month", "year"]
Anchor: TypeAlias = Literal["absolute", "published", "reference"]
Sort: TypeAlias = Literal["calendar", "weekday", "relative", "period", "shift"]
# (published, a longer span that the text gives for it) -> the days named
Find: TypeAlias = Callable[[date | None, Span | None], Span | None]


@dataclass(frozen=True, slots=True)
class Shift:
    """How a day lies to a reference day: whole days or months from it, and the weekday it must be.

    `earlier` says that of a night it is the first day: "earlier in the day" was before the night.
    """

    days: int = 0
    months: int = 0
    weekday: int | None = None
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """Words that name a day or days."""

    sort: Sort
    rule: str
    granularity: Granularity
    anchor: Anchor
    find: Find
    part: str | None = None
    shift: Shift | None = None
    weekday: int | None = None
    year: bool = False
    prec: int | None = None
    of_month: bool = False  # "the 19th": of the month just named, if any
    led: bool = False  # "a day after ...": the words that follow tell of the day


@dataclass(frozen=True, slots=True)
class Clock:
    """Words that name a clock time; where a.m. and p.m. are both possible, `hour` is `None` and `dial` says 0-12."""

    hour: int | None
    part: str | None = None
    dial: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Words that name a part of the day; `sure` where they may stand alone.

    `night` says which night of a date: that to it ("overnight on 4 July"; so too "at", but alone any night) or that
    following it ("Friday night").
    """

    part: str
    sure: bool
    night: Literal["", "to", "at", "following"] = ""


EDGES = {"early": "1", "evening": "3"}  # which third of a month or a year "early" and "late" are
Piece: TypeAlias = Day | Clock | Part


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule has matched: words by the name of their group, the word before and after."""

    words: list[Word]
    found: re.Match[str]

    def word(self, name: str) -> Word | None:
        """The first word of a group, `None` where the rule has no such group or it is empty."""
        at = self.found.start(name) if name in self.found.re.groupindex else -1
        return None if at < 0 else self.words[at]

    def value(self, name: str) -> str:
        """The value of the first word of a group, "" without one."""
        word = self.word(name)
        return word.value if word else ""

    def number(self, name: str) -> int | None:
        """The same as a whole number, `None` where it is none."""
        value = self.value(name)
        return int(value) if value.lstrip("-").isdigit() else None

    @property
    def before(self) -> Word | None:
        """The word before the match."""
        at = self.found.start()
        return self.words[at - 1] if at else None

    @property
    def after(self) -> Word | None:
        """The word after the match."""
        at = self.found.end()
        return self.words[at] if at < len(self.words) else None


Read: TypeAlias = Callable[[Match], Piece | None]
Rule: TypeAlias = tuple[re.Pattern[str], Read]


class Rules:
    """Rules in the order they are tried."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def __call__(self, *patterns: str) -> Callable[[Read], Read]:
        """Adds a rule of one or more patterns: senses in braces, otherwise expressions over the signs of words."""

        def add(read: Read) -> Read:
            signs = {sense: re.escape(sign) for sense, sign in SIGNS.items()}
            self.rules += [(re.compile(pattern.replace(" ", "").format_map(signs)), read) for pattern in patterns]
            return read

        return add


def always(found: Span | None) -> Find:
    """A finder for days that depend on nothing."""
    return lambda published, within: found


def from_published(find: Callable[[date], Span | None]) -> Find:
    """A finder for days counted from the publication; without one they are unknown."""
    return lambda published, within: find(published) if published else None


def one(day: date | None) -> Span | None:
    """A span of one day."""
    return cal.span(day, day)
