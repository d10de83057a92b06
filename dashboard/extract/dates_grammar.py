"""The parts that date expressions are made of, and how rules over the words of a text are written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from dashboard.extract import dates_calendar as cal
from dashboard.extract.dates_calendar import Span
from dashboard.extract.dates_lexis import SIGNS, Word

Granularity: TypeAlias = Literal["time", "day", "night", "days", "week", "month", "year"]
Anchor: TypeAlias = Literal["absolute", "published", "reference"]
Sort: TypeAlias = Literal["calendar", "weekday", "relative", "period", "shift"]
# (published, a longer span that the text gives for it) -> the days named
Find: TypeAlias = Callable[[date | None, Span | None], Span | None]


@dataclass(frozen=True, slots=True)
class Shift:
    """How a day lies to a reference day: whole days or months from it, and the weekday it must be."""

    days: int = 0
    months: int = 0
    weekday: int | None = None


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
    led: bool = False  # "a day after ...": the words that follow tell of the day


@dataclass(frozen=True, slots=True)
class Clock:
    """Words that name a clock time; where a.m. and p.m. are both possible, `hour` is `None` and `dial` says 0-12."""

    hour: int | None
    part: str | None = None
    dial: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Words that name a part of the day; `sure` where they may stand alone."""

    part: str
    sure: bool
    night: Literal["", "to", "following"] = ""


Piece: TypeAlias = Day | Clock | Part


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule has matched: words by the name of their group, and the word before."""

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


Read: TypeAlias = Callable[[Match], Piece | None]


class Rules:
    """Rules in the order they are tried."""

    def __init__(self) -> None:
        self.patterns: list[str] = []
        self.reads: list[Read] = []

    def __call__(self, pattern: str) -> Callable[[Read], Read]:
        """Adds a rule: senses in braces, otherwise a regular expression over the signs of the words."""

        def add(read: Read) -> Read:
            signs = {sense: re.escape(sign) for sense, sign in SIGNS.items()}
            self.patterns.append(pattern.replace(" ", "").format_map(signs))
            self.reads.append(read)
            return read

        return add

    def compiled(self) -> tuple[tuple[re.Pattern[str], Read], ...]:
        """The expression of each rule and what reads it."""
        return tuple((re.compile(pattern), read) for pattern, read in zip(self.patterns, self.reads, strict=True))

    def start(self) -> re.Pattern[str]:
        """One expression that finds where any of the rules may begin."""
        return re.compile("|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern in self.patterns))


def always(found: Span | None) -> Find:
    """A finder for days that depend on nothing."""
    return lambda published, within: found


def from_published(find: Callable[[date], Span | None]) -> Find:
    """A finder for days counted from the publication; without one they are unknown."""
    return lambda published, within: find(published) if published else None


def one(day: date | None) -> Span | None:
    """A span of one day."""
    return cal.span(day, day)
