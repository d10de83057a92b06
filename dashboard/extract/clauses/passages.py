"""A report into clauses, each with what stands in it: places and their roles, dates, casualties, strike words."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from dashboard.extract.casualties import Figure, find_casualties
from dashboard.extract.clauses.addresses import addresses, is_namesake, is_sited
from dashboard.extract.clauses.aftermath import is_aftermath
from dashboard.extract.clauses.cues import Cue, cues_of
from dashboard.extract.clauses.denied import so_indeed
from dashboard.extract.clauses.hours_apart import hours_apart
from dashboard.extract.clauses.roles import LIST_LINK, Placed, PlaceRole, is_bearing, role_of
from dashboard.extract.clauses.waged import waged, with_turns
from dashboard.extract.dates import DateReading, find_dates
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.sentences import Block, Sentence, split
from dashboard.extract.words.spread import Cover, Spread
from dashboard.extract.words.stretch import Stretch, stretch
from dashboard.records import Occurrence, Part, Report

WEAPONS = frozenset({"drone", "missile", "airstrike", "shelling", "loose", "combined"})
HARM = frozenset({"killed", "injured", "unsplit"})
ONE_WORD = re.compile(r"(?:[^\W\d_]+\s)?")  # what a count may stand behind: "wounded two"
HOW_MANY = re.compile(r"[\w-]+\s")  # "two" in ", two days after a missile hit it", which cut before "days", too
DASH = re.compile(r"\s[–—]\s")
# One more thing that was hit, told without a verb: "struck a depot in Sumy, and a school in Konotop."
THING_AT = (
    r"<and>\s+(?:<clause_begins>|<article>)\s+(?:(?!<clause_begins>\s|<article>\s)[a-z'’-]+\s+){1,3}<at_place>\s+"
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?[.;]"
)
# Where a clause ends: at a semicolon, a dash, a colon; before an "and" that opens a clause of its own; before a "but".
SIGNED = (
    r";\s|\s[–—]\s(?!<into>\s)|:\s(?=\w)"
    rf"|,\s(?=<and>\s+(?:<clause_begins>\s|\w+\s+<clause_verb>))(?!{THING_AT})"
)
BOUNDARY = rf"{SIGNED}|,?\s(?=<but>\s)|,?\s(?=<days_after>\s)"
# "Two days after a missile hit X, killing four, the town was struck on Saturday": the earlier strike ends at "the"
FRONTED = (
    r"[\W_]*<days_after>\s[^.;:!?]+?,\s"
    r"(?!\w+ing\s|<and>\s|wh|[A-ZА-ЯІЇЄҐ][\w'’-]+(?:\s[A-ZА-ЯІЇЄҐ][\w'’-]+)?(?:,|\s<and>))"
)
SIGNS, JOINTS = re.compile("[;:–—,]"), "<but>|<days_after>"  # without any of these a sentence is one clause
# Weapons that a place makes or keeps, aircraft that are struck: "a drone factory", "складу ракет", "destroyed two jets"
DASHED = re.compile(r"\s*[–—-]\s*")  # between the ends of a train's way
# "потяга «Одеса — Запоріжжя»", "No 45 Kharkiv-Uzhhorod"
ON_ITS_WAY = r"(?:<traveller>\s+(?:[\w'’-]+\s+){0,2}|(?:№|\bNo\.?|#)\s?\d+\w{0,2},?\s+)[«\"“]?$"
SUBURB_OF = r"<suburb>\s+$"  # "пригород Харькова — Коротич"
OF_A_YEAR = r"(?:^|\s)(?!<struck_word>|<event_word>)[\w'’-]+\s+of\s+$|<made_in>\s+$"  # "the parquet of 1961"
TOWN_FELL, WHEN_LEADS = r"\s<town_fell>", r"(?:^|[.!?:;—–]\s|\n|\s<when_lead>\s)[\s*_]*$"
BORN = r"\s*<born>"  # behind a year: "1950 року народження"
NEAR = 40  # characters before a name or a year
WHERE = r"(?:,\s[^,.;:]{3,50}){0,2},?\s+<where>\s"  # "over Zmiiv, to the south, where one struck a boiler house"
# "in Poltava, where he visited the wounded of the strike": it was elsewhere
ATTENDS = r"(?:[\w'’-]+\s+){0,2}?<attends>\s"
HIT = frozenset({"strike", "effect"})
KEPT_WITHIN = 30  # characters between a weapon and what says so
KEPT_BEHIND = r"[\s-]+<of_weapons>"
KEPT_BEFORE = r"<of_weapons>\s+(?:<weapons_in>\s+(?:\w+\s+)?)?[«\"“]?$"
RUINED_BEFORE = r"<ruins>\s+(?:(?!<means>|[A-ZА-ЯІЇЄҐ])[\w-]+\s+){0,2}$"
BY_MEANS_OF = ("ами", "ями", "ою", "ею", "ом", "ем", "ой", "ей")  # endings of words for what something was done with
RUINED_BEHIND = r"[»”\"]?\s+(?:\w+\s+){0,2}?<ruined>"
CRAFT = "airstrike"  # the value of words for aircraft, which may be struck as well


@dataclass(slots=True)  # not frozen: that takes three times as long to make
class Clause:
    """A stretch of a sentence that tells one thing, and what stands in it. Offsets count from the start of its part.

    `words` are its own, `whole` are those of its sentence.

    Worked out from that: `senses` of its cues, its `weapons` (the words for what was fired), and `toll`, the figures of
    killed and injured above zero and those without a number.
    """

    part: Part
    start: int
    end: int
    sentence: Sentence
    block: Block
    words: Stretch
    whole: Stretch
    places: tuple[Placed, ...]
    dates: tuple[DateReading, ...]
    figures: tuple[Figure, ...]
    cues: tuple[Cue, ...]
    senses: frozenset[str] = field(init=False)
    weapons: tuple[Cue, ...] = field(init=False)
    toll: tuple[Figure, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Works out what rules ask over and over."""
        self.senses = frozenset([cue.sense for cue in self.cues])
        self.weapons = () if self.senses.isdisjoint(WEAPONS) else tuple([c for c in self.cues if c.sense in WEAPONS])
        self.toll = tuple([f for f in self.figures if f.kind in HARM and not f.negated]) if self.figures else ()

    def has(self, *senses: str) -> bool:
        """Whether a word of one of the senses stands in it."""
        return not self.senses.isdisjoint(senses)

    def placed(self, *roles: str) -> tuple[Placed, ...]:
        """The places that play one of the roles."""
        return tuple([p for p in self.places if p.role in roles]) if self.places else ()

    def precise(self, *roles: str) -> tuple[Placed, ...]:
        """The places that play one of the roles and are nearer than a country."""
        return tuple([p for p in self.places if p.role in roles and p.precise]) if self.places else ()

    @property
    def names_authority(self) -> bool:
        """Whether it names an authority in a word that is not also one for what may be struck: "a headquarters"."""
        objects = {cue.start for cue in self.cues if cue.sense == "object"}
        return any(cue.sense == "authority" and cue.start not in objects for cue in self.cues)

    @property
    def hits(self) -> bool:
        """Whether it names both something fired and, in another word, what that hit or did."""
        if not self.weapons or not self.has("object", "effect"):
            return False
        fired = {cue.start for cue in self.weapons}
        return any(c.sense in ("object", "effect") and c.start not in fired for c in self.cues)


def read(report: Report, part: Part, occurrences: Sequence[Occurrence], metonyms: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of a report's title or body, in order. `metonyms` name what also stands for a government."""
    text = report.text(part)
    prose = _read_alone(text, report.published)
    dates, figures, cues = prose.dates, prose.figures, list(prose.cues)
    fired = [(cue.start, cue.end) for cue in cues if cue.sense in WEAPONS]
    other = Cover([*fired, *((date.start, date.end) for date in dates)])
    here = [o for o in occurrences if o.span.part == part and not other.touches(o.span.start, o.span.end)]
    taken = {o.span.end + 1 for o in here if _is_taken(o, text)}
    cues = [cue for cue in cues if cue.start not in taken] if taken else cues
    cues += waged(cues, text, here)
    names = Spread(here, lambda o: o.span.start)
    days = Spread(dates, lambda date: date.start)
    tolls = Spread(figures, lambda figure: figure.start)
    told = Spread(cues, lambda cue: cue.start)
    hits = [cue.start for cue in cues if cue.sense in HIT]
    roles = _roles(text, here, metonyms, [start for start, _ in fired], hits)
    named = {o.span.end for o in here}
    counts = sorted(f.spans[0][0] for f in figures)
    dashes = (m for m in DASH.finditer(text) if m.start() in named)
    counted = {m.end() for m in dashes if _leads_to_one(text, m.end(), counts)}
    clauses: list[Clause] = []
    for block, sentence, whole, cuts in prose.sentences:
        ends = [sentence.start, *(cut for cut in cuts if cut not in counted), sentence.end]
        within = days.within(sentence.start, sentence.end), tolls.within(sentence.start, sentence.end)
        ends = sorted({*ends, *hours_apart(text, ends, *within)})
        for start, end in pairwise(ends):
            words = stretch(text, start, end) if len(ends) > 2 else whole
            placed = tuple(Placed(o, roles(o, sentence, block)) for o in names.within(start, end))
            found = days.within(start, end), tolls.within(start, end), told.within(start, end)
            clauses.append(Clause(part, start, end, sentence, block, words, whole, placed, *found))
    return tuple(clauses)


class _Prose(NamedTuple):
    """What a text tells whatever its names stand for, and its sentences with the ends of clauses in them."""

    dates: tuple[DateReading, ...]
    figures: tuple[Figure, ...]
    cues: tuple[Cue, ...]
    sentences: tuple[tuple[Block, Sentence, Stretch, list[int]], ...]


@lru_cache(maxsize=4)  # a report is read twice where the place of a strike is in doubt
def _read_alone(text: str, published: date | None) -> _Prose:
    read = [d for d in find_dates(text, published) if not pattern(BORN).match(text, d.end)]
    years = Cover((d.start, d.end) for d in read if d.granularity == "year")
    figures = tuple(f for f in find_casualties(text) if not any(years.touches(*span) for span in f.spans))
    dates = tuple(d for d in read if d.granularity != "year" or not _is_attribute(d, text))
    whole = [(b, s, stretch(text, s.start, s.end)) for b in split(text) for s in b.sentences]
    cues = sorted(with_turns([*chain.from_iterable(cues_of(text).values())], dates, text), key=lambda cue: cue.start)
    cues = so_indeed(cues, [words for _, _, words in whole], WEAPONS)
    cues = [cue for cue in cues if cue.sense not in WEAPONS or not _is_struck(cue, text)]
    sentences = tuple((block, sentence, words, _cuts(words, block)) for block, sentence, words in whole)
    return _Prose(dates, figures, tuple(cues), sentences)


def _is_taken(name: Occurrence, text: str) -> bool:
    """Whether a town itself fell, to those who besieged it: "El Fasher fell on 26 October", "since Avdiivka fell"."""
    start = name.span.start
    fell = pattern(TOWN_FELL).match(text, name.span.end)
    return bool(fell and pattern(WHEN_LEADS).search(text, max(0, start - NEAR), start))


def _is_attribute(year: DateReading, text: str) -> bool:
    """Whether a year just says how old something is ("the parquet of 1961", "born in 1961"): not "attacks of 2014"."""
    return pattern(OF_A_YEAR).search(text, max(0, year.start - NEAR), year.start) is not None


def _leads_to_one(text: str, start: int, counts: Sequence[int]) -> bool:
    """Whether a count follows, or the one word that it counts by: "Sumy — wounded two"."""
    at = bisect_left(counts, start)
    return at < len(counts) and ONE_WORD.fullmatch(text, start, counts[at]) is not None


def _is_struck(weapon: Cue, text: str) -> bool:
    """Whether a weapon is not what was fired, but what the struck place makes or keeps, or is itself struck."""
    if text[weapon.start : weapon.end].endswith(BY_MEANS_OF):
        return False
    before = stretch(text, max(0, weapon.start - KEPT_WITHIN), weapon.start)
    if pattern(KEPT_BEHIND).match(text, weapon.end) or before.find(KEPT_BEFORE):
        return True
    if weapon.value != CRAFT:
        return False
    return bool(before.find(RUINED_BEFORE) or pattern(RUINED_BEHIND).match(text, weapon.end))


def _roles(
    text: str, here: Sequence[Occurrence], metonyms: frozenset[str], fired: Sequence[int], hits: Sequence[int]
) -> Callable[[Occurrence, Sentence, Block], PlaceRole]:
    """A function that gives each name its role; the names of a list share that of the first.

    A place may be told of for whatever reason: "from Beryslav, where a drone hit ..." tells of a strike there. `fired`
    are the beginnings of words for what was fired, `hits` of those for that it struck, in order.
    """
    before = {o.span.start: earlier for earlier, o in pairwise(here)}
    sited = {o.span.start for o, behind in pairwise(here) if is_sited(o, behind, text)}
    around = addresses(text, here, sited)
    passed = _passed(text, here)
    known: dict[int, PlaceRole] = {}
    struck: set[int] = set()  # where the sentences begin in which a place was named as struck

    def role(occurrence: Occurrence, sentence: Sentence, block: Block) -> PlaceRole:
        start = occurrence.span.start
        earlier = before.get(start)
        found = role_of(
            text,
            occurrence,
            sentence.start,
            block.start,
            metonym=occurrence.place is not None and occurrence.place.name in metonyms,
            sited=start in sited,
        )
        if (
            found == "at"
            and earlier
            and earlier.span.start >= sentence.start
            and pattern(LIST_LINK).fullmatch(text, earlier.span.end, start)
        ):
            first = known.get(earlier.span.start, "at")
            found = first if first in ("elsewhere", "over") else found
        if found in ("elsewhere", "office", "over") and (there := pattern(WHERE).match(text, occurrence.span.end)):
            told = hits if found == "over" else fired
            weapon = bisect_left(told, there.end())
            aside = earlier and earlier.span.start >= sentence.start and is_bearing(text, start)
            aside = aside or pattern(ATTENDS).match(text, there.end()) is not None
            found = "at" if weapon < len(told) and told[weapon] < sentence.end and not aside else found
        if (
            found == "at"
            and sentence.start in struck
            and is_aftermath(text, start, occurrence.span.end, sentence.start)
        ):
            found = "elsewhere"
        if found == "at" and start in around:
            found = "around"
        if start in passed:
            found = "elsewhere"
        known[start] = found
        if found in ("at", "around"):
            struck.add(sentence.start)
        return found

    return role


def _passed(text: str, here: Sequence[Occurrence]) -> frozenset[int]:
    """Where the names start that a train is called by, or that only say whose suburb is told of."""
    found: set[int] = set()
    for one, other in pairwise(here):
        if DASHED.fullmatch(text, one.span.end, other.span.start):
            before = text[max(0, one.span.start - NEAR) : one.span.start]
            if pattern(ON_ITS_WAY).search(before):
                found |= {one.span.start, other.span.start}
            elif pattern(SUBURB_OF).search(before):
                found.add(one.span.start)
        elif is_namesake(one, other, text):
            found.add(one.span.start)
    return frozenset(found)


def _cuts(words: Stretch, block: Block) -> list[int]:
    """Where clauses of a sentence end before it does."""
    if block.kind == "row":
        return []
    text, start, end, _ = words
    if words.may_hold(JOINTS):
        cuts = [m.end() for m in pattern(BOUNDARY).finditer(text, start, end)]
        if fronted := words.opens(FRONTED):
            cuts = sorted({*cuts, fronted.end()})
        return [cut for last, cut in pairwise([start, *cuts]) if not HOW_MANY.fullmatch(text, last, cut)]
    return [m.end() for m in pattern(SIGNED).finditer(text, start, end)] if SIGNS.search(text, start, end) else []
