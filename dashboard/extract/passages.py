"""A report into clauses, each with what stands in it: places with their roles, dates, casualty figures, strike words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from dashboard.extract.casualties import Figure, find_casualties
from dashboard.extract.cues import Cue, lexicon
from dashboard.extract.dates import DateReading, find_dates
from dashboard.extract.roles import LIST_LINK, Placed, PlaceRole, role_of
from dashboard.extract.sentences import Block, Sentence, split
from dashboard.records import Occurrence, Part, Report

LEXICONS = ("strike_words", "claims", "actors")
WEAPONS = frozenset({"drone", "missile", "airstrike", "shelling", "rockets", "combined"})
BOUNDARY = re.compile(
    r";\s|\s[–—]\s|:\s(?=\w)"
    r"|,?\s(?=(?:but|while|whereas|although|though|yet|in which|проте|однак|але|тоді як|однако|тогда как)\s)"
    r"|,\s(?=(?:and|а|і|й|та|и|но)\s+(?:(?:in|at|on|near|another|a|an|one|two|three|у|в|на|ще|под|по)\s|\w+\s+(?:was|were|людей|человек)))"
    r"|\s(?=and\s+(?:in|near|at)\s+(?:the\s+)?[A-Z])"
)
DENIABLE = frozenset({"effect", "strike", "blast", "debris"})
DENIED = re.compile(
    r"(?:\b(?:no|not|without|never|nor|zero|neither)\s+(?!fewer|less|longer|doubt|only|just|far|yet)(?:\w+\s+){0,2}|n['’]t\s+(?:\w+\s)?"
    r"|\b(?:не|без|ані|ні|жодн\w+|ни|никаких)\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
Found = TypeVar("Found", Cue, DateReading, Figure)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that tells one thing, and what stands in it. Offsets count from the start of its part."""

    part: Part
    start: int
    end: int
    sentence: Sentence
    block: Block
    places: tuple[Placed, ...]
    dates: tuple[DateReading, ...]
    figures: tuple[Figure, ...]
    cues: tuple[Cue, ...]

    def has(self, *senses: str) -> bool:
        """Whether a word of one of the senses stands in it."""
        return any(cue.sense in senses for cue in self.cues)

    def placed(self, *roles: str) -> tuple[Placed, ...]:
        """The places that play one of the roles."""
        return tuple(p for p in self.places if p.role in roles)

    @property
    def weapons(self) -> tuple[Cue, ...]:
        """The words for what was fired."""
        return tuple(cue for cue in self.cues if cue.sense in WEAPONS)

    @property
    def toll(self) -> tuple[Figure, ...]:
        """The figures of killed and injured above zero, and those without a number."""
        return tuple(f for f in self.figures if f.kind in ("killed", "injured", "unsplit") and not f.negated)


def read(report: Report, part: Part, occurrences: Sequence[Occurrence], metonyms: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of a report's title or body, in order. `metonyms` are the names of places that also stand for a government."""
    text = report.text(part)
    dates = find_dates(text, report.published)
    figures = find_casualties(text)
    cues = sorted((cue for name in LEXICONS for cue in lexicon(name).find(text)), key=lambda cue: cue.start)
    cues = [cue for cue in cues if cue.sense not in DENIABLE or not DENIED.search(text, max(0, cue.start - 30), cue.start)]
    other = [(d.start, d.end) for d in dates] + [(cue.start, cue.end) for cue in cues if cue.sense in WEAPONS]
    here = [o for o in occurrences if o.span.part == part and not any(a < o.span.end and o.span.start < b for a, b in other)]
    roles = _roles(text, here, metonyms)
    clauses: list[Clause] = []
    for block in split(text):
        for sentence in block.sentences:
            for start, end in _stretches(text, sentence, block):
                placed = tuple(Placed(o, roles(o, sentence, block)) for o in here if start <= o.span.start < end)
                clauses.append(
                    Clause(part, start, end, sentence, block, placed, _within(dates, start, end), _within(figures, start, end), _within(cues, start, end))
                )
    return tuple(clauses)


def _roles(text: str, here: Sequence[Occurrence], metonyms: frozenset[str]) -> Callable[[Occurrence, Sentence, Block], PlaceRole]:
    """A function that gives each name its role; the names of a list share that of the first."""
    before = {o.span.start: earlier for earlier, o in pairwise(here)}
    known: dict[int, PlaceRole] = {}

    def role(occurrence: Occurrence, sentence: Sentence, block: Block) -> PlaceRole:
        start = occurrence.span.start
        earlier = before.get(start)
        found = role_of(text, occurrence, sentence.start, block.start, occurrence.place is not None and occurrence.place.name in metonyms)
        if found == "at" and earlier and earlier.span.start >= sentence.start and LIST_LINK.fullmatch(text, earlier.span.end, start):
            first = known.get(earlier.span.start, "at")
            found = first if first in ("elsewhere", "over") else found
        known[start] = found
        return found

    return role


def _stretches(text: str, sentence: Sentence, block: Block) -> list[tuple[int, int]]:
    cuts = [sentence.start]
    if block.kind != "row":
        cuts += [m.end() for m in BOUNDARY.finditer(text, sentence.start, sentence.end)]
    cuts.append(sentence.end)
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a]


def _within(found: Sequence[Found], start: int, end: int) -> tuple[Found, ...]:
    return tuple(f for f in found if start <= f.start < end)
