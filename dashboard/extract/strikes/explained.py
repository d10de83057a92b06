"""Looks ahead: what wrecked a place, or hurt people there, may be told only in the sentences behind."""

from collections.abc import Sequence
from itertools import takewhile

from dashboard.extract.clauses.denied import DENIED_SENSE
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.strikes.bearing import NOT_HIT, bears
from dashboard.extract.strikes.draft import holds


def is_explained(clauses: Sequence[Clause], behind: Sequence[Sequence[Clause]], text: str, *, placed: bool) -> bool:
    """Whether the next sentence of the block tells of the strike that this one is about, or one soon behind of weapons.

    What burst may be named in the paragraph behind.

    They name no place but those that this one names, places in them and the regions around them. `placed` says that the
    block is about a place already.
    """
    here = [p.place for c in clauses for p in c.precise("at") if p.place]
    burst = any(c.has("blast") and c.toll for c in clauses)  # of what, the next paragraph may say
    burst = burst and not any(_is_of_accident(c) for sentence in (clauses, *behind) for c in sentence)
    offices = () if here else [p.place for c in clauses for p in c.precise("office") if p.place]
    of_region = any(place.precision == "admin1" for place in offices)  # "Two are dead, said the governor of X region."

    def goes_on(sentence: Sequence[Clause]) -> bool:
        there = [p.place for c in sentence for p in c.precise("at") if p.place]
        same = all(any(holds(place, own) or holds(own, place) for own in here or offices) for place in there)
        return same and (burst or of_region or bool(here and there) or sentence[0].block == clauses[0].block)

    near = list(takewhile(goes_on, behind))
    if not near:
        return False
    following = near[0]
    hit = any(c.has("effect") and c.has("object") and (placed or c.placed("at")) for c in clauses)
    if hit and any(c.weapons and not c.has(*NOT_HIT, "denial") and c.words.says("blames") for c in following):
        return True  # "A school in X was wrecked. It was a drone, the mayor says."
    struck = any(c.has("strike") and c.precise("at") and not c.has("labour", "notstrike", "unreal") for c in clauses)
    if any(bears(clause, text, struck and bool(clause.toll), following) for clause in following):
        return True
    harmed = any(c.toll for c in clauses) and (placed or of_region or any(c.placed("at") for c in clauses))
    fired = (c for sentence in near for c in sentence if c.weapons or (c.has("strike") and c.has("war")))
    return harmed and any(not c.has("intercepted", "unreal", "drill", "notstrike") for c in fired)


def _is_of_accident(clause: Clause) -> bool:
    """Whether a clause tells how something may burst that nobody fired."""
    return (
        clause.has("notstrike", "cause", DENIED_SENSE) or clause.whole.says("handled") or clause.whole.says("disposal")
    )
