"""Adds what a unit tells of places to the drafts of their strikes, or opens new ones."""

from collections.abc import Sequence

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.areas import JOINT, tell_jointly, tell_of_country
from dashboard.extract.strikes.bearing import strong
from dashboard.extract.strikes.dating import same_time
from dashboard.extract.strikes.draft import FINE, Dated, Draft, Unit, contains, holds
from dashboard.extract.strikes.locating import is_suburb, says_where, tells_of_victims
from dashboard.extract.strikes.repeats import apart, is_apart
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.strikes.shares import Share, shares_of
from dashboard.extract.strikes.tallies import (
    counts_districts,
    counts_else,
    counts_fewer,
    counts_fire,
    counts_people,
    is_nationwide,
)
from dashboard.extract.strikes.unnamed import CITY_OF, IN_THE_CITY
from dashboard.extract.strikes.waves import wave_over
from dashboard.extract.words.sentences import TIMED
from dashboard.extract.words.stretch import Stretch
from dashboard.geocode import city_of, containing
from dashboard.records import Place

BLOCKS_BESIDE = 2  # paragraphs after a strike in which the text may still say where it was


def tell_of_places(
    scene: Scene, unit: Unit, words: Stretch, placed: Sequence[Placed], dates: Sequence[DateReading]
) -> None:
    """Takes in what a unit tells of each of its places; a toll for several goes to the area around them."""
    if len(placed) > 1 and not counts_people(unit.figures):
        _share_blank(scene, unit, [name.place for name in placed if name.place], dates)
    shares = shares_of(unit, scene.report.text(unit.part)) or _together(unit, placed)
    own = {
        name.place.key: (name, list(share.figures))
        for share in shares
        if len(share.places) == 1
        for name in share.places
        if name.place
    }
    told: list[Draft] = []
    for share in shares:
        if not share.places:
            _tell_around(scene, unit, words, share.figures, dates, [p.place for p in placed if p.place])
    for name, figures in {**{name.place.key: (name, []) for name in placed if name.place}, **own}.values():
        draft = _open(scene, name, unit, words, dates, counted=bool(figures))
        draft.tell(unit, figures)
        draft.dates += [Dated(reading, unit.part) for reading in dates]
        draft.names.append(name)
        draft.more |= counts_districts(words)
        told.append(draft)
    for share in shares:
        if len(share.places) > 1 and share.figures:
            places = [name.place for name in share.places if name.place]
            told = [tell_jointly(scene, places, unit, share.figures, dates)]
    scene.topic, scene.touched = (), True
    scene.turn_to(told)


def _tell_around(
    scene: Scene,
    unit: Unit,
    words: Stretch,
    figures: Sequence[Figure],
    dates: Sequence[DateReading],
    parts: Sequence[Place],
) -> None:
    """Takes in a toll that a unit places a part of: that of a country, region or city around, else of the last strike.

    `parts` are the places of the parts.
    """
    named = [p for c in unit.clauses for p in c.placed("at", "around", "over", "office") if p.place]
    countries = [p.place for p in named if p.place and p.place.precision == "country"]
    if countries or is_nationwide(words):
        tell_of_country(scene, unit, dates, countries, figures)
        return
    area = next((p for p in named if p.place and p.place.precision == "admin1"), None)
    cities = (p for p in named if p.place and any(contains(p.place, part) for part in parts))
    area = area or next(cities, None)  # "eight, five of them in Kharkiv's Saltivskyi district"
    the_city = [] if area else _the_city(scene, words, parts)
    area = area or (None if the_city else _city_of_all(scene, unit, parts))
    if area is not None:
        drafts = [_open(scene, area, unit, words, dates, counted=True)]
        drafts[0].dates += [Dated(reading, unit.part) for reading in dates]
        drafts[0].names.append(area)
    elif the_city:
        drafts = the_city
    elif len(scene.focus) > 1:  # "Drones hit A, B and C. Four were hurt, three of them in A."
        tell_jointly(scene, [d.place for d in scene.focus if d.place], unit, figures, dates)
        return
    else:
        drafts = scene.focus
    for draft in drafts:
        draft.tell(unit, figures)


def _the_city(scene: Scene, words: Stretch, parts: Sequence[Place]) -> list[Draft]:
    """The strike on the one city told of last beside its neighbours: "two were hurt in the city and one in X"."""
    if not words.find(IN_THE_CITY):
        return []
    keys = {part.key for part in parts}
    drafts = [d for d in scene.focus if d.place and d.place.key not in keys]
    return drafts if len(drafts) == 1 and drafts[0].place and drafts[0].place.precision == "settlement" else []


def _city_of_all(scene: Scene, unit: Unit, parts: Sequence[Place]) -> Placed | None:
    """The city of the districts that have a part of a toll, where the strikes told of last were in districts, too."""
    last = [d.place for d in scene.focus if d.place]
    cities = {
        place.parent: city_of(place, scene.gazetteer) for place in (*parts, *last) if place.precision == "district"
    }
    city = next(iter(cities.values()), None)
    if city is None or len(cities) > 1 or any(place.precision != "district" for place in (*parts, *last)):
        return None
    name = unit.places[0].occurrence
    return Placed(name._replace(place=city, reason=f"{CITY_OF}{name.text}"), "at")


def _together(unit: Unit, placed: Sequence[Placed]) -> list[Share]:
    """The figures of a unit told of all its places: a toll once, that nobody was hurt for each."""
    if counts_people(unit.figures):
        return [Share(tuple(placed), tuple(unit.figures))]
    return [Share((name,), tuple(unit.figures)) for name in placed]


def beside(draft: Draft, unit: Unit) -> bool:
    """Whether a stretch stands in the same block as the last of a draft, or in the next two."""
    last, here = draft.clauses[-1], unit.clauses[0]
    return last.part != here.part or here.sentence.block - last.sentence.block <= BLOCKS_BESIDE


def _is_told_next(draft: Draft, unit: Unit) -> bool:
    """Whether a stretch may name the place of a strike: soon behind it, or, of several, where it counts no others."""
    if draft.apart:
        return not counts_else(draft, unit)
    return beside(draft, unit) and not counts_fewer(draft, unit)


def _open(
    scene: Scene, placed: Placed, unit: Unit, words: Stretch, dates: Sequence[DateReading], *, counted: bool
) -> Draft:
    """The draft that a named place belongs to: an earlier one of the same strike, one made nearer, or a new one."""
    place = placed.place
    assert place is not None, "units hold resolved places only"
    tally, text = counts_fire(words), scene.report.text(unit.part)

    def fits(draft: Draft) -> bool:
        return same_time(draft, dates, scene.report.published)

    same = next((d for d in reversed(scene.drafts) if d.place and d.place.key == place.key and fits(d)), None)
    if same:
        return scene.add(apart(same, unit, dates, words)) if is_apart(same, unit, words, dates) else same
    waiting = [d for d in scene.drafts if _awaits_place(d) and fits(d)]
    city = city_of(place, scene.gazetteer)
    for draft in waiting if city else ():  # "Six died in the capital. In X district a missile killed two."
        if draft.in_body and beside(draft, unit) and counts_else(draft, unit):
            name = placed.occurrence._replace(place=city, reason=f"{CITY_OF}{place.name}")
            draft.place, draft.names = city, [Placed(name, "at")]
    waiting = [d for d in waiting if d.place is None and _is_told_next(d, unit)]
    waiting.sort(key=lambda draft: -draft.clauses[0].sentence.start)
    blank = next((d for d in waiting if not _is_item_behind(unit, d, text)), None)
    if blank and (home := _home_of(scene, blank, place, unit)):
        blank.place = home.place
        blank.names.append(home)
    elif blank:
        blank.place = place
        return blank
    for draft in scene.focus:
        narrowed = _is_narrowed(draft, place, unit, words) or (beside(draft, unit) and says_where(unit, draft, text))
        narrowed |= not draft.tally and tells_of_victims(unit, draft, place, words)
        narrowed |= beside(draft, unit) and is_suburb(draft, place, scene.report) and not counts_else(draft, unit)
        if narrowed and fits(draft):
            draft.place = place
            draft.names.clear()
            if any(day.granularity in FINE and day.date_start for day in dates):
                draft.dates.clear()  # "at night in X region: at 22:00 a missile hit Y"
            return draft
    if not counted and not tally:
        for draft in reversed(scene.focus):
            if draft.place and contains(place, draft.place) and fits(draft):
                return draft
    wave, in_city = wave_over(scene, place, words, dates)
    return scene.add(Draft(place, inherited=scene.calendar.inherited, tally=tally, wave=wave, in_city=in_city))


def _share_blank(scene: Scene, unit: Unit, places: Sequence[Place], dates: Sequence[DateReading]) -> None:
    """Makes a toll told without a place that of all the places that the next sentence lists."""
    last = scene.focus[0] if len(scene.focus) == 1 else None
    if last is None or not (_awaits_place(last) and last.counted_in_body and beside(last, unit)):
        return
    if same_time(last, dates, scene.report.published):
        last.joint_of, last.place = tuple(places), containing(places, scene.gazetteer)
        last.place_rule = JOINT


def _home_of(scene: Scene, blank: Draft, place: Place, unit: Unit) -> Placed | None:
    """Where a strike without a place was, if another paragraph tells of another: in the town that the report is about.

    Else in the one in which it opens.
    """
    for placed in (scene.home, scene.setting):
        home = placed.place if placed else None
        if home is None or home.precision != "settlement" or holds(home, place):
            continue
        elsewhere = place.precision in ("settlement", "site", "district") and not contains(place, home)
        told = any(c.weapons or (placed is scene.setting and c.toll) for c in unit.clauses)
        fired = told and any(c.weapons for c in blank.clauses)
        if elsewhere and fired and blank.clauses[0].block != unit.clauses[0].block:
            return placed
    return None


def _awaits_place(draft: Draft) -> bool:
    return draft.place is None and not (draft.lost or draft.joint_of or draft.tally) and any(map(strong, draft.clauses))


def _is_item_behind(unit: Unit, draft: Draft, text: str) -> bool:
    """Whether a stretch is in an item of a list behind what a draft was told in: each tells of a strike of its own."""
    here = unit.clauses[0].block
    return here.kind == "item" and here != draft.clauses[-1].block and not TIMED.match(text, here.start)


def _is_narrowed(draft: Draft, place: Place, unit: Unit, words: Stretch) -> bool:
    """Whether a place says more exactly where a strike was that was told of its city or region, without a count.

    Or with one, where the very next words tell how it came about: "One hurt in X district. A drone hit a car in Y.", or
    where the region is the title's or that of the official who spoke, and further people are counted at a place in it.
    """
    if draft.place is None or draft.place.precision == "country" or not contains(draft.place, place):
        return False
    if draft.tally or draft.more:
        return False
    loosely = draft.names and all(n.role == "office" or n.occurrence.span.part == "title" for n in draft.names)
    if loosely and _counts_others(draft, unit, words):
        return True
    return not draft.counted or (draft.place.precision != "admin1" and _tells_how(draft, unit))


def _counts_others(draft: Draft, unit: Unit, words: Stretch) -> bool:
    """Whether a stretch counts, at one place, more people of the attack that somebody has just told of.

    Their number is of another kind than that told, and nothing else is said to have struck: "killing 12 guests, the
    governor of X said. More than 20 were hurt in Y."
    """
    if len(unit.places) != 1 or not counts_people(unit.figures):
        return False
    if words.says("besides_them"):
        return True
    told = {figure.kind for figure, _ in draft.figures}
    one_hit = any(c.weapons and c.has("object") for c in draft.clauses)
    bare = not any(c.weapons or c.has("strike") or c.dates for c in unit.clauses)
    return one_hit and bare and beside(draft, unit) and told.isdisjoint(f.kind for f in unit.figures)


def _tells_how(draft: Draft, unit: Unit) -> bool:
    """Whether a stretch goes on in the same block to the attack itself, at one place, and not to what it did there."""
    bare = not unit.figures and not any(c.has("effect") for c in unit.clauses)
    sentence = unit.clauses[0].sentence
    alone = len(unit.places) == 1 and (unit.clauses[0].start, unit.clauses[-1].end) == (sentence.start, sentence.end)
    goes_on = alone and draft.clauses[-1].block == unit.clauses[0].block
    return bare and goes_on and any(c.has("strike") for c in unit.clauses)
