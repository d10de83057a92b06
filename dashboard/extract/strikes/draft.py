"""A strike while its report is being read: where, when, how many, and the clauses that tell of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.dates import DateReading
from dashboard.extract.words.stretch import Stretch, stretch
from dashboard.geocode import distance_km
from dashboard.records import Part, Place

Interval = tuple[date, date]  # the first and the last day
FINE = ("time", "day", "night", "days")
COARSE = ("days", "week", "month", "year")
LONG = ("month", "year")  # of what a report looks back at, not of its news
NARRATED = ("day", "night")  # dates that the paragraphs behind go on from
SURE = (False, False)  # the rank of a day that the body names
RAION_KM, AROUND_KM = 30, 120  # how far from its middle a place may be that lies in a raion, in a region around it
NAMED = "named where the strike is told of"


def interval(reading: DateReading) -> Interval | None:
    """The days that a reading covers; `None` where they are not known."""
    start, end = reading.date_start, reading.date_end
    return (start, end) if start and end else None


def days_of(dates: Iterable[DateReading]) -> Interval | None:
    """The days of the first of some dates whose days are known."""
    return next((days for reading in dates if (days := interval(reading))), None)


def names_a_day(clauses: Iterable[Clause]) -> bool:
    """Whether clauses name a day, a night, a few days, or a time of one."""
    return any(d.granularity in FINE for clause in clauses for d in clause.dates)


class Dated(NamedTuple):
    """A date, and whether the title or the body names it."""

    reading: DateReading
    part: Part

    @property
    def interval(self) -> Interval | None:
        """The days it covers; `None` where they are not known."""
        return interval(self.reading)

    @property
    def rank(self) -> tuple[bool, bool]:
        """Sorts dates of the body before those of the title, days before weeks and months."""
        return self.part == "title", self.reading.granularity in COARSE


@dataclass(frozen=True, slots=True)
class Unit:
    """Clauses of one sentence that tell of the same places; none where they name none."""

    places: tuple[Placed, ...]
    clauses: tuple[Clause, ...]

    @property
    def part(self) -> Part:
        """Whether it stands in the title or in the body."""
        return self.clauses[0].part

    @property
    def figures(self) -> list[Figure]:
        """All casualty figures in it."""
        return [figure for clause in self.clauses for figure in clause.figures]

    def words(self, text: str) -> Stretch:
        """The stretch of the text that it covers."""
        if len(self.clauses) == 1:
            return self.clauses[0].words
        return stretch(text, self.clauses[0].start, self.clauses[-1].end)


@dataclass(slots=True)
class Draft:
    """One strike while its report is being read.

    `dates` stand with its place, `later_dates` where the report goes on about it, `inherited` is that of the passage.
    `wave` are the clauses of the attack it is told under, `in_city` says that this was on the city of which its place
    is a part; `told_weapons` are clauses behind it that tell just what was fired. `joint_of` are the places that share
    its toll, `tally` says that a day's fire is counted up, `more` that more districts were hit than are named, `weak`
    that nothing came of it, `lost` that the text names its place and nobody can tell which that is, `apart` that one
    sentence tells of it and of others at places to be named behind, `same_day` how many strikes hit its place on the
    same day before.
    """

    place: Place | None
    names: list[Placed] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    later_dates: list[Dated] = field(default_factory=list)
    inherited: Dated | None = None
    figures: list[tuple[Figure, Part]] = field(default_factory=list)
    wave: tuple[Clause, ...] = ()
    in_city: bool = False
    told_weapons: list[Clause] = field(default_factory=list)
    joint_of: tuple[Place, ...] = ()
    tally: bool = False
    weak: bool = False
    lost: bool = False
    apart: bool = False
    more: bool = False
    same_day: int = 0
    place_rule: str = NAMED

    @property
    def dated(self) -> Dated | None:
        """The date read for it: its own first, else the one it inherits."""
        later = _best(self.later_dates)
        if not self.dates and self.inherited and later and later.reading.granularity in COARSE:
            return self.inherited
        return _best(self.dates) or later or self.inherited

    @property
    def interval(self) -> Interval | None:
        """The days it may have happened on."""
        return self.dated.interval if self.dated else None

    @property
    def in_body(self) -> bool:
        """Whether the body, and not the title alone, tells of it."""
        return any(clause.part == "body" for clause in self.clauses)

    @property
    def counted(self) -> bool:
        """Whether somebody is counted as killed or injured."""
        return any(figure.best for figure, _ in self.figures)

    @property
    def counted_in_body(self) -> bool:
        """Whether the body, and not the title alone, counts somebody."""
        return any(figure.best for figure, part in self.figures if part == "body")

    @property
    def most(self) -> dict[str, int]:
        """The highest count of each kind, such as "killed"."""
        return {f.kind: f.best or 0 for f, _ in sorted(self.figures, key=lambda told: told[0].best or 0)}

    def tell(self, unit: Unit, figures: Iterable[Figure], later: Iterable[DateReading] = ()) -> None:
        """Adds what a unit tells of it; `later` are dates told as the report goes on about it."""
        self.clauses += unit.clauses
        self.weak = self.weak and not any(c.has("debris") and (c.toll or c.has("effect")) for c in unit.clauses)
        self.later_dates += [Dated(reading, unit.part) for reading in later if reading.granularity in FINE]
        self.figures += [(figure, unit.part) for figure in figures]

    def parted(self, other: "Draft", unit: Unit, start: int) -> "Draft":
        """Another draft told of in the same unit, with the figures that stand behind a position in it."""
        behind = [f for f in unit.figures if f.spans[0][0] > start]
        other.tell(unit, [figure for figure, _ in self.figures if figure in behind])
        self.figures = [(figure, part) for figure, part in self.figures if figure not in behind]
        return other


def _best(dates: Iterable[Dated]) -> Dated | None:
    """The first of the dates that sort first; looks no further than the first day that the body names."""
    best: Dated | None = None
    for dated in dates:
        if best is None or dated.rank < best.rank:
            best = dated
        if best.rank == SURE:
            break
    return best


def contains(outer: Place, inner: Place, raion_km: float = RAION_KM) -> bool:
    """Whether one place lies in another: a district in its city, a town in its raion or region, all in a country.

    A city that is a region of its own lies in the one around it (Sevastopol in Crimea), but for that named after it.
    """
    if outer.key == inner.key or outer.country != inner.country:
        return False
    if outer.precision == "country":
        return True
    if outer.precision == "admin1":
        own = inner.admin1 == inner.name != outer.name.split()[0] and distance_km(inner, outer) <= AROUND_KM
        return inner.precision != "admin1" and (inner.admin1 == outer.admin1 or own)
    if outer.precision == "raion":
        fine = inner.precision in ("settlement", "site") and inner.admin1 == outer.admin1
        return fine and distance_km(inner, outer) <= raion_km
    return inner.precision in ("district", "site") and inner.parent == outer.name


def holds(outer: Place, inner: Place) -> bool:
    """Whether one place is the other, or the other lies in it."""
    return outer.key == inner.key or contains(outer, inner)


def overlap(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals share a day, or one of them is not known."""
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])
