"""Adds what a unit without a place tells to the strikes told of last, or opens one whose place is named later."""

from collections.abc import Sequence

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.areas import of_who_speaks, spared, tell_jointly, tell_of_region
from dashboard.extract.strikes.bearing import NOT_HIT
from dashboard.extract.strikes.draft import Dated, Draft, Unit, overlap
from dashboard.extract.strikes.locating import FRONTED
from dashboard.extract.strikes.repeats import again, apart, is_another, is_apart
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.strikes.tallies import counts_districts, counts_fire, counts_people
from dashboard.extract.strikes.unnamed import CITY_OF
from dashboard.extract.words.stretch import Stretch
from dashboard.geocode import city_of

NEAR = 30  # characters from a count to "each"


def tell_apart(scene: Scene, unit: Unit, shares: Sequence[Sequence[Figure]], dates: Sequence[DateReading]) -> None:
    """Takes in strikes with a count each whose places the text names later, in turn."""
    told = [scene.add(Draft(None, inherited=scene.calendar.inherited, apart=True)) for _ in shares]
    for draft, figures in zip(told, shares, strict=True):
        draft.tell(unit, figures)
        draft.dates += [Dated(reading, unit.part) for reading in dates]
    scene.turn_to(told[:1])


def go_on(scene: Scene, unit: Unit, words: Stretch, dates: Sequence[DateReading]) -> None:
    """Takes in a unit that names no place: more about the last strike, or another there if it has another date."""
    if tell_of_region(scene, unit, words, dates):
        return
    if counts_people(unit.figures) and (counted := _counted_before(scene, unit)):
        scene.turn_to([counted])
    if not scene.focus:
        stated = [Dated(reading, unit.part) for reading in dates if reading.date_start]
        scene.focus = [scene.add(Draft(None, dates=stated, inherited=scene.calendar.inherited))]
    elif is_another(scene, unit, dates):
        scene.focus = [scene.add(_in_its_city(again(draft, unit, dates, words), scene, words)) for draft in scene.focus]
    elif len(scene.focus) == 1 and is_apart(scene.focus[0], unit, words, dates):
        scene.focus = [scene.add(apart(scene.focus[0], unit, dates, words))]
    if len(scene.focus) > 1 and counts_people(unit.figures):
        scene.focus = of_who_speaks(scene, unit)
    if len(scene.focus) > 1 and counts_people(unit.figures) and not _is_for_each(unit, words):
        places = [d.place for d in scene.focus if d.place]
        scene.focus = [tell_jointly(scene, places, unit, unit.figures, dates)]
        return
    if unit.figures and all(figure.negated for figure in unit.figures):
        for draft in spared(scene, words, unit.figures):
            if draft not in scene.focus:
                draft.tell(unit, unit.figures)
    later = [] if _is_aftermath(unit) else dates
    for draft in scene.focus:
        draft.tell(unit, unit.figures, later)
        draft.more |= counts_districts(words)
        draft.tally |= bool(draft.place and draft.place.precision in ("raion", "admin1") and counts_fire(words))
    scene.turn_to(scene.focus)


def _in_its_city(draft: Draft, scene: Scene, words: Stretch) -> Draft:
    """A strike of another day, of which no district is told though one of the city's was before: it was in the city."""
    city = city_of(draft.place, scene.gazetteer) if draft.place and draft.place.precision == "district" else None
    if city and draft.names and not (words.says("there") or words.says("again") or words.says("the_district")):
        name = draft.names[-1].occurrence
        draft.names = [Placed(name._replace(place=city, reason=f"{CITY_OF}{name.text}"), "at")]
        draft.place = city
    return draft


def _is_for_each(unit: Unit, words: Stretch) -> bool:
    """Whether a count holds for every one of the strikes told of last: "one was killed in each of the towns"."""
    each = words.find("<each>")
    return each is not None and any(f.best and 0 <= each.start() - f.end <= NEAR for f in unit.figures)


def tells_ahead(clauses: Sequence[Clause], following: Sequence[Sequence[Clause]]) -> bool:
    """Whether a sentence that opens a block counts those of a strike whose place the next one names.

    "A driver of 44 died. He had been struck by a drone in X": not of the strike that the block before tells of.
    """
    first = clauses[0]
    if first.start != first.block.start or not following or following[0][0].block != first.block:
        return False
    if not any(c.toll for c in clauses) or any(c.places or c.weapons for c in clauses):
        return False
    behind = following[0]
    fired = any((c.weapons or c.has("strike")) and not c.has(*NOT_HIT) for c in behind)
    named = [p for c in behind for p in c.precise("at")]
    if not (fired and named) or any(c.toll for c in behind):
        return False
    return named[0].occurrence.span.start - behind[0].start > FRONTED


def _counted_before(scene: Scene, unit: Unit) -> Draft | None:
    """The strike told of last that cost anybody, where another paragraph said of the very last one that nobody was."""
    last = scene.focus[0] if len(scene.focus) == 1 else None
    if last is None or last.counted_in_body or not any(figure.negated for figure, _ in last.figures):
        return None
    if last.clauses[-1].block == unit.clauses[0].block:
        return None
    told = (d for d in reversed(scene.drafts) if d.place and d.counted_in_body and overlap(d.interval, last.interval))
    return next(told, None)


def _is_aftermath(unit: Unit) -> bool:
    """Whether a stretch tells just what came of a strike: "power cuts apply on Friday"."""
    return not any(c.weapons or c.has("strike", "object", "debris") or c.toll for c in unit.clauses)
