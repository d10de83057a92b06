"""Strikes told of an area: a toll for several places, for a whole country, a day's fire on a region."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.draft import Dated, Draft, Unit, contains, days_of, holds, overlap
from dashboard.extract.strikes.scene import TOWNS, Scene
from dashboard.extract.strikes.tallies import counts_fire_on_region
from dashboard.extract.words.stretch import Stretch
from dashboard.geocode import Gazetteer, containing, country_place, region_of
from dashboard.records import Place

IN_TOTAL = r"[\W_]*(?:[^\W\d]+,\s+)?<in_total>"  # opens a sentence
OPENING = 1  # paragraphs behind the first in which a report may give the toll of all
WHOLE_COUNTRY = "a toll for the whole country"
JOINT = "the smallest area that holds all places of a joint toll"


def tell_jointly(
    scene: Scene, places: Sequence[Place], unit: Unit, figures: Sequence[Figure], dates: Sequence[DateReading]
) -> Draft:
    """The draft that carries a toll given for several places at once, with that toll."""
    draft = next((d for d in scene.drafts if d.joint_of == tuple(places)), None)
    if draft is None:
        nearest = containing(places, scene.gazetteer)
        heads = [p.place for p in scene.header if p.place and all(contains(p.place, place) for place in places)]
        area = next((head for head in heads if nearest is None or not contains(head, nearest)), nearest)
        inherited = scene.calendar.inherited
        draft = scene.add(Draft(area, joint_of=tuple(places), inherited=inherited, place_rule=JOINT))
    draft.tell(unit, figures, dates)
    return draft


def tell_of_country(
    scene: Scene, unit: Unit, dates: Sequence[DateReading], countries: Sequence[Place], figures: Sequence[Figure]
) -> None:
    """Takes in a toll for a country: of one night's attack on it, told beside the places."""
    country = countries[0] if countries else _usual_country(scene.drafts, scene.cities, scene.gazetteer)
    draft = Draft(country, inherited=scene.calendar.inherited, tally=True, wave=scene.wave, place_rule=WHOLE_COUNTRY)
    draft.tell(unit, figures)
    draft.dates += [Dated(reading, unit.part) for reading in dates]
    scene.add(draft)
    scene.calendar.remember([draft], scene.part)


def _usual_country(drafts: Sequence[Draft], cities: Sequence[Placed], gazetteer: Gazetteer) -> Place | None:
    """The country that most strikes and cities so far lie in."""
    places = [d.place for d in drafts] + [p.place for p in cities]
    codes = Counter(place.country for place in places if place and place.country)
    return country_place(codes.most_common(1)[0][0], gazetteer) if codes else None


def tell_of_region(scene: Scene, unit: Unit, words: Stretch, dates: Sequence[DateReading]) -> bool:
    """Takes in a day's fire on the region around the last place ("attacked the region 42 times"), if that is told."""
    last = scene.focus[-1] if scene.focus else None
    place = last.place if last else scene.home.place if scene.home else None
    if place is None or (last and place.precision == "admin1") or not counts_fire_on_region(words):
        return False
    area = region_of(place, scene.gazetteer)
    if area is None:
        return False
    shared = [name for d in scene.drafts if last and d.place in last.joint_of for name in d.names]
    names = list(last.names) or shared if last else [scene.home] if scene.home else []
    rule = f"the region of {place.name}"
    draft = scene.add(Draft(area, names=names, inherited=scene.calendar.inherited, tally=True, place_rule=rule))
    draft.tell(unit, unit.figures)
    draft.dates += [Dated(reading, unit.part) for reading in dates]
    scene.turn_to([draft])
    return True


def tell_of_all(scene: Scene, unit: Unit, words: Stretch, dates: Sequence[DateReading]) -> bool:
    """Takes in a toll of several strikes told of before, if that is one: "in all, four were hurt across the region"."""
    regionwide = words.says("across_region")
    told = [(d, d.place) for d in scene.drafts if d.place and d.in_body]
    if not told or not (regionwide or words.opens(IN_TOTAL)):
        return False
    last, place = told[-1]
    told = [(d, p) for d, p in told if overlap(d.interval, last.interval)]
    block = unit.clauses[0].block
    here = [(d, p) for d, p in told if any(c.block == block for c in d.clauses)]
    opens = unit.clauses[0].start == block.start
    places = list({p.key: p for _, p in (here if here and not opens else told)}.values())
    when = days_of(dates)
    wide = [(d, p) for d, p in told if overlap(d.interval, when) and (p.precision == "admin1" or not regionwide)]
    around = next((d for d, p in wide if all(holds(p, one) for one in places)), None)
    if len(places) < 2 and not (regionwide and around is None):
        return False
    area = region_of(place, scene.gazetteer) if regionwide else None
    if area is not None and not (around and around.place and around.place.key == area.key):
        rule = f"the region of {place.name}"
        own = [Dated(reading, unit.part) for reading in dates if reading.date_start]
        around = scene.add(Draft(area, names=list(last.names), dates=own, inherited=last.dated, place_rule=rule))
    if around is not None:
        around.tell(unit, unit.figures)
    scene.turn_to([around or tell_jointly(scene, places, unit, unit.figures, dates)])
    return True


def of_who_speaks(scene: Scene, unit: Unit) -> list[Draft]:
    """Of the strikes told of last those in the area whose official counts: "two were hurt, says the governor of X"."""
    areas = [p.place for c in unit.clauses for p in c.precise("office") if p.place]
    there = [d for d in scene.focus if d.place and any(holds(area, d.place) for area in areas)]
    return there or scene.focus


def spared(scene: Scene, words: Stretch, denied: Sequence[Figure]) -> list[Draft]:
    """The strikes that words without a place say hurt nobody: those told of last, the last two, or all of that time.

    Of those before the last none that is known to have hurt somebody so.
    """
    last, pair = scene.focus[-1] if scene.focus else None, words.says("both_struck")
    if last is None or not (pair or words.says("of_all_struck")) or (pair and len(scene.focus) > 1):
        return scene.focus
    told = (d for d in scene.drafts if d.place and d.place.precision in TOWNS and d.in_body and d not in scene.focus)
    kinds = {figure.kind for figure in denied}
    others = [d for d in told if overlap(d.interval, last.interval) and not any(d.most.get(kind) for kind in kinds)]
    return [*(others[-1:] if pair else others), *scene.focus]


def tell_over(scene: Scene) -> None:
    """Places a toll that opens a report without a place: around the strikes told behind, none of which cost as many."""
    for number, draft in enumerate(scene.drafts):
        if draft.place or draft.lost or draft.joint_of or draft.tally or draft.apart or not draft.counted_in_body:
            continue
        if draft.clauses[-1].sentence.block > OPENING or any(c.has("statistic", "generic") for c in draft.clauses):
            continue
        later = (d for d in scene.drafts[number + 1 :] if d.place and d.in_body)
        behind = [d for d in later if overlap(d.interval, draft.interval)]
        if draft.interval is None and not all(overlap(a.interval, b.interval) for a, b in pairwise(behind)):
            continue
        places = list({d.place.key: d.place for d in behind if d.place}.values())
        if len(places) > 1 and not any(_counts_as_many(d, draft) for d in behind):
            home = scene.home.place if scene.home else None
            over = home if home and all(holds(home, p) for p in places) else None
            draft.joint_of, draft.place = tuple(places), over or containing(places, scene.gazetteer)
            draft.place_rule = JOINT


def _counts_as_many(draft: Draft, whole: Draft) -> bool:
    """Whether a strike cost as many lives, or injured as many, as are told of the whole attack."""
    most = whole.most
    return any((f.best or 0) >= most.get(f.kind, 0) for f, _ in draft.figures if f.best and not f.superseded)


def settle(drafts: list[Draft], gazetteer: Gazetteer) -> None:
    """Places what waited for the whole report: a country's toll where it has one place only, and joint tolls."""
    for draft in [d for d in drafts if d.place_rule == WHOLE_COUNTRY]:
        draft.place = draft.place or _usual_country(drafts, (), gazetteer)
        inside = {d.place.key: d for d in drafts if d is not draft and d.place and _belongs(draft, d)}
        if len(inside) == 1 and not _counts_more(draft, only := next(iter(inside.values()))):
            only.figures += draft.figures
            only.clauses += draft.clauses
            only.later_dates += draft.later_dates
            drafts.remove(draft)
    for draft in drafts:
        if draft.joint_of and draft.place is None:
            draft.place = containing(draft.joint_of, gazetteer)


def _counts_more(country: Draft, only: Draft) -> bool:
    """Whether a country's toll is higher than the one told of the only place in it: there were others."""
    most = country.most
    body = [f for f, part in only.figures if part == "body" and not f.superseded]
    if any(f.subset and f.best is None for f in body):
        return True  # "four across the country, half of them in Odesa"
    told = [f for f in body if f.best]
    return any(f.subset for f in told) and all((f.best or 0) < most.get(f.kind, 0) for f in told)


def _belongs(country: Draft, other: Draft) -> bool:
    if country.place is None or other.place is None:
        return False
    return contains(country.place, other.place) and overlap(country.interval, other.interval)
