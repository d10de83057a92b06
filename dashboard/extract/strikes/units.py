"""Groups the clauses of a sentence by the places they tell of."""

from collections.abc import Collection, Sequence

from dashboard.extract.clauses.hours_apart import UNTIMED, is_new, time_of
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.clauses.sides import at_war
from dashboard.extract.strikes.draft import NARRATED, Unit, contains, interval, overlap
from dashboard.extract.strikes.hours import part
from dashboard.extract.strikes.tallies import counts_fire
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import stretch
from dashboard.records import Place

IN_ONE_BREATH_KM = 45  # how far from its middle a place may be that one sentence names with its raion
LAST = r"<and>\s+(?:<in>\s+)?(?:<article>\s+)?"  # before the last place of a list
WHOLE = ("raion", "admin1")  # areas that may be struck as a whole
EXAMPLES = r",\s+<such_as>\s"
THERE = "<there>(?! <exists>)"


def units(clauses: Sequence[Clause], text: str, telling: bool) -> list[Unit]:
    """The clauses of a sentence by place; one without a place goes with those before it, else with those behind.

    `telling` says that the sentences before tell of a strike, which "there" points back to.
    """
    inner = {p.place.key: p.place for c in clauses for p in c.placed("at", "over", "dateline") if p.place}
    grouped: list[tuple[list[Placed], list[Clause]]] = []
    waiting: list[Clause] = []
    for clause in clauses:
        here = _struck_places(clause, inner.values())
        if telling and clause.toll and not (clause.weapons or clause.has("strike")):
            here = [p for p in here if p.place and at_war(p.place)]  # "Seven were hurt, two of them from Norway"
        if here:
            if waiting and telling and stretch(text, waiting[0].start, waiting[-1].end).find(THERE):
                grouped.append(([], waiting))
                waiting = []
            grouped.append((here, [*waiting, clause]))
            waiting = []
        elif telling and not grouped and clause.toll and clause.words.says("each"):
            grouped += [([], waiting)] if waiting else []
            grouped.append(([], [clause]))  # "one was killed in each town, and five were hurt in X alone"
            waiting = []
        elif _is_of_unknown_place(clause) or (
            (grouped or telling or any(c.toll or c.hits for c in waiting))
            and _is_of_another_day(clause, grouped[-1][1] if grouped else waiting)
        ):
            grouped += [([], waiting)] if waiting else []
            grouped.append(([], [clause]))
            waiting = []
        elif grouped:
            grouped[-1][1].append(clause)
        else:
            waiting.append(clause)
    if waiting:
        grouped.append(([], waiting))
    return [Unit(tuple(places), tuple(group)) for places, group in grouped]


def _struck_places(clause: Clause, inner: Collection[Place]) -> list[Placed]:
    """The names in a clause where something may have been struck: no container of a nearer place, no country."""
    roles = ("at", "over") if clause.has("effect", "debris") or clause.toll else ("at",)
    region = any(p.place and p.place.precision == "admin1" for p in clause.places)
    if region and clause.has("strike") and not clause.toll and counts_fire(clause.words):
        inner = [p.place for p in clause.places if p.place]  # "X region was attacked 30 times; in Y a man was hurt"
    return [
        p
        for p in clause.precise(*roles)
        if p.place and (_has_examples(p, clause) or not any(contains(p.place, o, IN_ONE_BREATH_KM) for o in inner))
    ]


def _has_examples(placed: Placed, clause: Clause) -> bool:
    """Whether an area is struck as a whole, and some of its places are named: "32 villages of X, including Y"."""
    if placed.place is None or placed.place.precision not in WHOLE:
        return False
    end = placed.occurrence.span.end
    behind = next((p.occurrence.span.start for p in clause.places if p.occurrence.span.start > end), None)
    return behind is not None and pattern(EXAMPLES).search(clause.words.text, end, behind) is not None


def _is_of_unknown_place(clause: Clause) -> bool:
    """Whether somebody or something was hit at a place that nobody can tell: one of several of its name."""
    return (bool(clause.toll) or clause.hits) and any(p.place is None for p in clause.placed("at"))


def _is_of_another_day(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause tells of a strike on another day or at another hour: "in the evening drones hit ..."."""
    if not (clause.toll or clause.hits):
        return False
    if clause.weapons or clause.has("strike"):
        told = [d for c in before for d in c.dates if interval(d)]
        here = [d for d in clause.dates if d.granularity in NARRATED and interval(d)]
        if told and here:
            return not any(
                overlap(interval(one), interval(other)) and not part(one, other) for one in here for other in told
            )
    elif not any(map(is_new, clause.toll)):
        return False
    mine, theirs = _hours([clause]), _hours(before)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _hours(clauses: Sequence[Clause]) -> set[tuple[int | None, str | None]]:
    return {time for c in clauses for d in c.dates if (time := time_of(d)) != UNTIMED}


def ends_list(unit: Unit, text: str) -> bool:
    """Whether a unit is the end of a list of places: "damage in X, where a school burned, and in Y."."""
    start, end = unit.clauses[0].start, unit.clauses[-1].end
    if len(unit.places) != 1 or unit.clauses[0].cues or len(unit.clauses) > 1:
        return False
    name = unit.places[0].occurrence.span
    return pattern(LAST).fullmatch(text, start, name.start) is not None and not text[name.end : end].strip(" .;,")
