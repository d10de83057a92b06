"""Says what a report as a whole is about: an attack, the past, or something else that borrows its words."""

from collections.abc import Sequence

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.sides import at_war
from dashboard.extract.strikes.draft import names_a_day
from dashboard.records import Report

DULL = frozenset({"labour", "market", "sport", "supply", "notstrike"})
MANY = r"(?<!\w)\d+\s+(?:[\w-]+\s+)?<areas>"
OPENING = 4  # sentences that say what a report is about
FIRST = 2  # of them, those that say it at once
DRILLS = 2  # clauses of a drill that make a report one of a drill
SPORT = 4  # words of a match that make a report one of a match
WORK_CLAUSES = 2  # clauses of work, sport or accidents in which "strike" may mean that
MEMORIES = 2  # weaker words of the past that make a report one of it: a court, a memorial, a museum
HARD_CLAUSES = 4  # clauses that tell what was fired and what it hit, which make up for an opening about something else
DULL_WORDS = 4  # words of work, trade, sport, arms or accidents that may make a report one of these


def tells_of_weapons(clauses: Sequence[Clause], report: Report) -> bool:
    """Whether a text tells of weapons at all, so that "strike" and "hit" are not a labour dispute's or a market's.

    In a country at war an attack that did harm is one.

    A text that opens on a drill ("by the scenario, a missile ...") or a match and goes on about it tells of none.
    """
    opening = _opening(clauses, FIRST)
    drilled = sum(c.has("drill") for c in clauses) >= DRILLS and _opens_with_drill(clauses)
    played = _count(clauses, frozenset({"sport"})) >= SPORT and any(c.has("sport") for c in opening)
    played = played and not any(
        c.weapons and c.has("strike", "effect") and names_a_day([c]) and not c.has("sport") for c in clauses
    )
    imagined = any(c.has("fiction") for c in _opening(clauses, OPENING))
    if drilled or played or imagined:
        return False
    if any(c.weapons or c.has("blast", "war") for c in clauses):
        return True
    if any(p.place and at_war(p.place) for c in clauses for p in c.places):
        raids = [c for c in clauses if c.has("strike") and (c.words.says("raid_word") or c.words.says("foe"))]
        if raids and (any(c.toll for c in clauses) or any(c.has("effect", "object") for c in raids)):
            return True
    return any(c.has("actor") for c in clauses) and any(c.has("strike") and _reached(c) for c in clauses)


def _opens_with_drill(clauses: Sequence[Clause]) -> bool:
    """Whether the title or the first sentence speaks of a drill, or the second after an attack without a day."""
    first = _opening(clauses, 1)
    if any(c.has("drill") for c in first):
        return True
    return not any(c.dates for c in first) and any(c.has("drill") for c in _opening(clauses, FIRST))


def _reached(clause: Clause) -> bool:
    if clause.toll or clause.has("effect"):
        return True
    many = clause.words.find(MANY) if clause.precise("at") else None  # "469 strikes on 11 settlements of X region"
    at_many = many is not None
    named = clause.has("actor") or (at_many and clause.words.says("foe"))
    return named and (clause.has("object") or at_many)


def opens_with_attack(clauses: Sequence[Clause]) -> bool:
    """Whether the title or the first sentences tell of an attack: something fired that hit, or a strike by a side."""
    opening = [c for c in _opening(clauses, OPENING) if not c.has("notstrike", "unreal", "supply")]
    hit = any(c.has("strike", "effect", "motion", "object") or c.toll for c in opening)
    fired = any(c.weapons or (c.has("strike") and (c.has("actor", "object") or c.toll)) for c in opening)
    return (hit and fired) or any(c.toll and c.has("effect") for c in opening)


def is_past(clauses: Sequence[Clause]) -> bool:
    """Whether a report is about the past: its opening speaks of a court, an anniversary, a rebuilding."""
    opening = _opening(clauses, FIRST)
    return any(c.has("past") for c in opening) or _count(opening, frozenset({"memory"})) >= MEMORIES


def is_dull(clauses: Sequence[Clause]) -> bool:
    """Whether a report is more about work, trade, sport, arms deliveries or accidents than about strikes."""
    if any(c.has("notstrike") for c in _opening(clauses, FIRST)):
        return True
    dull = _count(clauses, DULL)
    few = sum(c.hits or bool(c.weapons and c.toll) for c in clauses) < HARD_CLAUSES
    if few and dull + _count(clauses, frozenset({"memory"})) > 0 and not opens_with_attack(clauses):
        return True
    return dull >= DULL_WORDS and dull >= 2 * sum(c.hits for c in clauses)


def is_of_work(clauses: Sequence[Clause]) -> bool:
    """Whether a report speaks of work, sport or accidents more than once, so that "a strike" may be any of these."""
    return sum(c.has("labour", "sport", "notstrike") for c in clauses) >= WORK_CLAUSES


def _count(clauses: Sequence[Clause], senses: frozenset[str]) -> int:
    return sum(cue.sense in senses for clause in clauses for cue in clause.cues)


def _opening(clauses: Sequence[Clause], sentences: int) -> list[Clause]:
    """The clauses of the title and of the first sentences of the body that say anything: no heads of tables."""
    telling = (c for c in clauses if c.part == "body" and (c.cues or c.places or c.dates or c.figures))
    first = set(list(dict.fromkeys(c.sentence.start for c in telling))[:sentences])
    return [c for c in clauses if c.part == "title" or c.sentence.start in first]
