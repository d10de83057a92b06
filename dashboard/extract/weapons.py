"""What kind of strike it was: from the words for what was fired, nearest to the place first."""

from collections.abc import Sequence

from dashboard.extract.cues import Cue
from dashboard.extract.passages import Clause
from dashboard.records import STRIKE_TYPES, Span, StrikeType

Reading = tuple[StrikeType, tuple[Span, ...], str]


def strike_type(own: Sequence[Clause], near: Sequence[Clause], wave: Sequence[Clause], contained: bool) -> Reading:
    """The type, where its words stand, and the rule.

    `own` are the clauses that name the place, in order; `near` those that go on about it; `wave` those about the attack
    that it is told under. The weapon of that counts where there is one kind, or where `contained` says that it is told
    of the city or region around the place.
    """
    for clauses, rule in (
        (own, "the weapon named with the place"),
        (near, "the weapon named as the report goes on about it"),
    ):
        fired = [(clause, cue) for clause in clauses for cue in clause.weapons if not _stopped(clause)]
        if not fired:
            fired = [(clause, cue) for clause in clauses for cue in clause.weapons]
        if fired:
            return _sum(fired, rule)
    over = [(clause, cue) for clause in wave for cue in clause.weapons]
    if over and (contained or len({cue.value for _, cue in over}) == 1):
        return _sum(over, "the weapon of the attack that it is told under")
    return "other", (), "no weapon is named"


def _stopped(clause: Clause) -> bool:
    """Whether the clause tells of weapons that were brought down, without effect."""
    return clause.has("intercepted") and not clause.has("effect", "debris", "strike")


def _sum(fired: list[tuple[Clause, Cue]], rule: str) -> Reading:
    kinds = {cue.value for _, cue in fired if cue.value}
    firm = {cue.value for _, cue in fired if cue.sense != "rockets" and cue.value}
    kinds = firm or kinds
    spans = tuple(dict.fromkeys(Span(cue.start, cue.end, clause.part) for clause, cue in fired if cue.value in kinds))
    if len(kinds) > 1 or "mixed" in kinds:
        return "mixed", spans, rule + "; more than one kind"
    kind = next(iter(kinds))
    return next(t for t in STRIKE_TYPES if t == kind), spans[:1], rule
