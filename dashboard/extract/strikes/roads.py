"""Puts what was struck on a road between two places in the area that holds both: nobody says how far along it was."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.extract.clauses.passages import DASHED, Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import stretch
from dashboard.geocode import Gazetteer, containing

ROAD_BETWEEN = "on the road between two places, in the area of both: "  # begins the reason of such a place
ENDS = ("settlement", "site")  # precisions of what a road leads to
ROAD, REACH = r"<road>\s+(?:<article>\s+)?[«\"“]?$", 30  # characters of it that are looked at
ROAD_BEHIND = r"[»\"”]?\s+<road>"
FROM, TO = r"<road>\s+<route_from>\s+$", r"\s+<route_to>\s+"  # "the road between X and Y", "from X to Y"


def on_roads(clauses: Sequence[Clause], text: str, gazetteer: Gazetteer) -> Sequence[Clause]:
    """The clauses of a sentence, in which the first end of a road stands for the area of both, the other for none."""
    if not clauses[0].whole.find("<road>"):
        return clauses
    named = [placed for clause in clauses for placed in clause.places]
    put: dict[Placed, Placed] = {}
    for one, other in pairwise(named):
        if one not in put and _are_ends(one, other, text):
            area = containing([place for place in (one.place, other.place) if place], gazetteer)
            if area is not None and area.precision in ("raion", "admin1"):
                why = f"{ROAD_BETWEEN}{one.occurrence.text} and {other.occurrence.text}"
                put[one] = Placed(one.occurrence._replace(place=area, reason=why), "at")
                put[other] = Placed(other.occurrence, "elsewhere")
    return [replace(c, places=tuple(put.get(p, p) for p in c.places)) for c in clauses] if put else clauses


def _are_ends(one: Placed, other: Placed, text: str) -> bool:
    """Whether two names are told as the ends of one road."""
    if not all(p.place and p.place.precision in ENDS for p in (one, other)):
        return False
    first, second = one.occurrence.span, other.occurrence.span
    before = stretch(text, max(0, first.start - REACH), first.start)
    if DASHED.fullmatch(text, first.end, second.start):
        behind = stretch(text, second.end, min(second.end + REACH, len(text)))
        return bool(before.find(ROAD) or behind.opens(ROAD_BEHIND))
    return before.find(FROM) is not None and pattern(TO).fullmatch(text, first.end, second.start) is not None
