"""What kind each strike of a report was: by its own words, else by those of the attack that it belongs to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from dashboard.extract.accounts.weapons import UNKNOWN, Fired, Reading, fired_in, is_loose, kind_of
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.strikes.draft import Draft, contains, holds, overlap
from dashboard.extract.strikes.scene import TOWNS
from dashboard.extract.strikes.tallies import counts_fire, counts_wave
from dashboard.records import Report

AREAS = ("country", "admin1", "raion")
COUNTED = ("admin1", "raion")  # areas whose fire of a day is counted up
WHOLE = "the weapon of the attack that it is told under"


def strike_types(report: Report, strikes: Sequence[Draft], body: Sequence[Clause]) -> list[Reading]:
    """The type of each strike, in their order. `body` are all clauses of the body.

    In this order: what its own clauses say; for a toll or a tally of an area, what hit the places in it; what hit the
    city or region around it; the attack it is told under; the only kind of weapon in the report.
    """
    blocks: defaultdict[int, list[Clause]] = defaultdict(list)
    for clause in body:
        blocks[clause.block.start].append(clause)
    own = [_own(report, draft, blocks) for draft in strikes]
    named = fired_in(body, None, "", stopped=True)
    return [_kind(i, strikes, own, named, blocks) for i in range(len(strikes))]


def _kind(
    at: int,
    strikes: Sequence[Draft],
    own: Sequence[list[Fired]],
    named: Sequence[Fired],
    blocks: Mapping[int, Sequence[Clause]],
) -> Reading:
    draft, fired = strikes[at], own[at]
    over = fired_in(draft.wave, None, "", stopped=True)
    if not fired and over and _is_country(draft):
        return kind_of(over, WHOLE)
    inside = [own[i] for i, other in enumerate(strikes) if i != at and own[i] and _is_part(draft, other)]
    area = bool(draft.joint_of) or (draft.place is not None and draft.place.precision in AREAS)
    if fired and not (area and inside and is_loose(fired) and len({cue.value for _, cue in fired}) == 1):
        return kind_of(fired, "the weapon named with the place, or as the report goes on about it")
    if inside and (draft.joint_of or len(inside) > 1):
        return kind_of([*fired, *(f for part in inside for f in part)], "the weapons named with the places in it")
    joint = next(
        (own[i] for i, other in enumerate(strikes) if own[i] and other.joint_of and _is_part(other, draft)), None
    )
    if joint:
        return kind_of(joint, "the weapon named for several places together")
    around = [i for i, other in enumerate(strikes) if own[i] and not other.tally and _is_part(other, draft)]
    nearest = next((own[i] for i in around if not _is_country(strikes[i])), None)
    if nearest:
        return kind_of(nearest, "the weapon named with the city or region around it")
    if not area and (beside := _in_its_sentence(draft, blocks)):
        return kind_of(beside, "the weapon named for another place in the same sentence")
    brought_down = fired_in(draft.clauses, None, "", stopped=True)
    if brought_down:
        return kind_of(brought_down, "weapons brought down there")
    kinds = {cue.value for _, cue in over}
    if "drone" in kinds and any(c.has("debris") for c in draft.clauses):
        return kind_of([f for f in over if f[1].value == "drone"], WHOLE)
    if over and (draft.in_city or len(kinds) == 1):  # of those on a region, nobody says which came down where
        return kind_of(over, WHOLE)
    fallen = [f for f in named if f[1].value == "drone"]
    if fallen and any(c.has("debris") for c in draft.clauses):
        return kind_of(fallen, "debris, in a report that names drones")
    if not area and len({cue.value for _, cue in named}) == 1 and _may_share(draft, strikes, own):
        return kind_of(named, "the only kind of weapon that the report names")
    return UNKNOWN


def _in_its_sentence(draft: Draft, blocks: Mapping[int, Sequence[Clause]]) -> list[Fired]:
    """What was fired by the words before a strike in its sentence: "bombs fell on X; a couple died in Y"."""
    first = next((c for c in naming_clauses(draft)[0] if c.part == "body"), None)
    if first is None:
        return []
    block = blocks[first.block.start]
    return fired_in([c for c in block if c.sentence == first.sentence and c.start < first.start], None, "")


def _own(report: Report, draft: Draft, blocks: Mapping[int, Sequence[Clause]]) -> list[Fired]:
    """What was fired by the nearest words: of the block that first names the place, else of all that tells of it."""
    naming = naming_clauses(draft)[0]
    first = next((c.block.start for c in naming or draft.clauses if c.part == "body"), None)
    here = [c for c in draft.clauses if c.part == "body" and c.block.start == first]
    told = [c for c in draft.told_weapons if c.part == "body" and c.block.start == first]
    near = _nearest(report, draft, naming, here, told)
    if near and not is_loose(near) and not _is_of_wave(draft, near):
        counted = draft.tally and draft.place and draft.place.precision in COUNTED
        # "33 drones attacked X region. 12 shells were fired, too."
        return fired_in([*here, *told], None, report.text("body")) if counted else near
    whole = _nearest(report, draft, naming, draft.clauses, draft.told_weapons)
    if near:
        return near if is_loose(whole) else whole
    before = _before(report, draft, blocks)
    return whole if whole and is_loose(before) else before or whole


def _nearest(
    report: Report, draft: Draft, naming: Sequence[Clause], clauses: Sequence[Clause], told: Sequence[Clause]
) -> list[Fired]:
    """What was fired by the words of the clauses that name the place, else of their sentences, else of those behind.

    What was thought at first is left out; words that are also said of other weapons yield to firmer ones farther off.
    """
    named = {id(c) for c in naming}
    inside = [c for c in clauses if id(c) in named]
    sentences = {(c.part, c.sentence) for c in inside}
    beside = [c for c in clauses if (c.part, c.sentence) in sentences and id(c) not in named]
    others = [c for c in clauses if (c.part, c.sentence) not in sentences]
    behind = [c for c in (*others, *told) if not c.whole.says("at_first")]
    rings = [inside, beside, *(list(ring) for _, ring in groupby(behind, key=lambda c: (c.part, c.sentence)))]
    loose: list[Fired] = []
    for ring in rings:
        for part in ("body", "title"):
            fired = fired_in([c for c in ring if c.part == part], draft.place, report.text(part))
            if fired and not is_loose(fired) and not _is_of_wave(draft, fired):
                return fired
            loose = loose or fired
    return loose


def _is_of_wave(draft: Draft, fired: Sequence[Fired]) -> bool:
    """Whether weapons are those counted of an attack on the whole country, and a nearer place is told of."""
    return draft.place is not None and draft.place.precision in TOWNS and all(counts_wave(c) for c, _ in fired)


def _before(report: Report, draft: Draft, blocks: Mapping[int, Sequence[Clause]]) -> list[Fired]:
    """What was fired by the words that stand before a strike in its block and name no other place.

    Weapons of several kinds that are counted up are those of a night in the whole country.
    """
    first = next((c for c in draft.clauses if c.part == "body"), None)
    if first is None or draft.place is None:
        return []
    found: list[Clause] = []
    for clause in blocks[first.block.start]:
        if clause.sentence.start < first.sentence.start:
            struck = [p.place for p in clause.precise("at", "over") if p.place]
            near = all(holds(place, draft.place) for place in struck)
            found = [*found, clause] if near else []
    fired = fired_in(found, None, "")
    counted = any(counts_fire(c.words) for c in found)
    return fired if _is_country(draft) or not counted or len({cue.value for _, cue in fired}) == 1 else []


def _is_part(area: Draft, other: Draft) -> bool:
    """Whether an attack on an area took in another strike."""
    if area is other or area.place is None or other.place is None or not overlap(area.interval, other.interval):
        return False
    return contains(area.place, other.place) or any(other.place.key == place.key for place in area.joint_of)


def _is_country(draft: Draft) -> bool:
    return draft.place is not None and draft.place.precision == "country"


def _may_share(draft: Draft, strikes: Sequence[Draft], own: Sequence[list[Fired]]) -> bool:
    """Whether a strike may be of the kind of others in its country on the same days, or none has one of its own."""
    others = [d for d, fired in zip(strikes, own, strict=True) if fired and d.place]
    alike = (d for d in others if draft.place and d.place and d.place.country == draft.place.country)
    return not others or any(d.interval == draft.interval for d in alike)


def naming_clauses(draft: Draft) -> tuple[list[Clause], list[Clause]]:
    """The clauses of a draft in which a name of its place stands, and the others."""
    spans = {name.occurrence.span for name in draft.names}
    naming: list[Clause] = []
    rest: list[Clause] = []
    for clause in draft.clauses:
        named = any(placed.occurrence.span in spans for placed in clause.places)
        (naming if named else rest).append(clause)
    return naming, rest
