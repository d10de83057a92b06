"""Reads which side attacked: the one named with what was fired, else the enemy of the one that holds the place."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.extract.clauses.passages import WEAPONS, Clause
from dashboard.extract.clauses.sides import enemy_of
from dashboard.records import Span

NEAR = 40  # characters between a side's name and what it fired
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attacker:
    """The side that attacked, where it was read, and the rule."""

    name: str
    spans: tuple[Span, ...]
    rule: str


def attacker(clauses: Sequence[Clause], everything: Sequence[Clause], held_by: str | None) -> Attacker:
    """The side named right before what it fired, else the enemy of the side that holds the place.

    `clauses` tell of the strike, `everything` are all of the body. "unknown" where no side can be told.
    """
    fired = _firing(clauses, held_by, None)
    if fired:
        return Attacker(fired[0], (fired[1],), "the side named with what was fired")
    enemy = enemy_of(held_by)
    if enemy and not all(_only_heard(clause) for clause in clauses):
        named = _firing(everything, held_by, enemy)
        span = named[1] if named else _first_named(everything, enemy)
        if span:
            return Attacker(enemy, (span,), f"the report names {enemy}; the place is held by {held_by}")
        foe = next((Span(*m.span(), c.part) for c in (*clauses, *everything) if (m := c.words.find("<foe>"))), None)
        if foe:
            return Attacker(enemy, (foe,), f"the enemy of {held_by}, which holds the place")
        if any(clause.weapons for clause in (*clauses, *everything)):
            return Attacker(enemy, (), f"the place is held by {held_by}, whose enemy is {enemy}")
    fired = _firing(everything, held_by, None) if held_by and not enemy else None
    if fired:
        return Attacker(fired[0], (fired[1],), f"the side named with what was fired in the report on {held_by}")
    return Attacker(UNKNOWN, (), "no side is named")


def _only_heard(clause: Clause) -> bool:
    """Whether a clause tells of an explosion and of nothing that was fired: it may be anybody's."""
    return clause.has("blast") and not clause.has("strike") and not clause.weapons


def _firing(clauses: Sequence[Clause], held_by: str | None, side: str | None) -> tuple[str, Span] | None:
    """The first side named right before what it fired: any but the holder of the place, or just `side`."""
    for clause in clauses:
        if not clause.has("actor") or (clause.has("intercepted") and not clause.has("effect", "debris", "strike")):
            continue
        actors = [a for a in clause.cues if a.sense == "actor" and a.value != held_by and side in (None, a.value)]
        for cue in clause.cues:
            if cue.sense not in WEAPONS and cue.sense != "strike":
                continue
            named = [a for a in actors if 0 <= cue.start - a.end <= NEAR]
            if named:
                nearest = max(named, key=lambda a: a.end)
                return str(nearest.value), Span(nearest.start, nearest.end, clause.part)
    return None


def _first_named(clauses: Sequence[Clause], side: str) -> Span | None:
    for clause in clauses:
        for cue in clause.cues:
            if cue.sense == "actor" and cue.value == side:
                return Span(cue.start, cue.end, clause.part)
    return None
