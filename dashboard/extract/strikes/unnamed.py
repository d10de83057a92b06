"""Says where a stretch that names no place happened: in that city, under a heading, in the region of an office."""

import re
from collections.abc import Sequence

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.strikes.draft import Unit, contains, holds
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.strikes.tallies import counts_fire, counts_people
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import Stretch
from dashboard.geocode import city_of, region_of
from dashboard.records import Occurrence, Place

IN_THE_CITY = r"<city_within>\s+<the_city>|<in_the_city>"
CITY_OF = "the city of "  # begins the reason for a city told of by a part of it, or by its region
AREAS = ("raion", "admin1", "country")
HEADS = re.compile(r"[*_]*[.:?]")  # behind a name that heads a passage, and is no agency's dateline
UNNAMED = r"<unnamed_place>|<in_part>\s+<part_of_country>"
REGIONAL = r"(?:['’]s)?\s+(?:(?!<regional_office>)<office_filler>\s+){0,2}<regional_office>"  # behind its seat
REGION_TYPE = r"\s+<region_type>$"


def places_of(scene: Scene, unit: Unit, words: Stretch) -> tuple[Placed, ...]:
    """The places that a stretch without one is about; none where it just goes on about the last strike."""
    if scene.near and words.says("just_there"):
        return scene.near
    if scene.home and words.says("here") and not (scene.touched and words.says("just_there")):
        return (scene.home,)
    if scene.near and words.says("there"):
        return scene.near
    there = that_city(scene, words) or scene.topic or (() if scene.touched else scene.header)
    offices = tuple(p for c in unit.clauses for p in c.precise("office"))[:1]
    if not there and offices and _is_elsewhere(scene, offices[0]):
        return offices
    unplaced = any(d.apart and d.place is None for d in scene.focus)
    if not there and offices and unplaced:
        return offices
    if there or scene.touched or (scene.focus and unit.clauses[0].block.kind == "paragraph"):
        return there
    home, offices = scene.home, tuple(_seated(scene, p) for p in offices)
    if home and home.place and any(p.place and contains(p.place, home.place) for p in offices):
        return (home,)  # its governor speaks, and the report comes from a town in it
    return offices


def _seated(scene: Scene, office: Placed) -> Placed:
    """An office with the region that it is one of, where it is named after the city it sits in: "the Sumy governor"."""
    name, city = office.occurrence, office.place
    if city is None or city.precision != "settlement":
        return office
    region = region_of(city, scene.gazetteer)
    if region is None or not pattern(REGIONAL).match(scene.report.text(name.span.part), name.span.end):
        return office
    return Placed(name._replace(place=region, reason=f"an office of the region of {city.name}"), office.role)


def _is_elsewhere(scene: Scene, office: Placed) -> bool:
    """Whether the office that speaks is that of a region in which none of the strikes told of last lies.

    Or that of a town which was told of before: "the mayor of Odesa says that four are dead".
    """
    region, last = office.place, [d.place for d in scene.focus if d.place]
    if region is None or not last:
        return False
    if region.precision != "admin1":
        struck = any(d.place and d.place.key == region.key for d in scene.drafts)
        return struck and not any(place.admin1 == region.admin1 for place in last)
    return not any(holds(region, place) or contains(place, region) for place in last)


def nearer_place(scene: Scene, unit: Unit, words: Stretch, text: str) -> tuple[Placed, ...]:
    """The place that a passage is about, where a stretch names no more than the area around it ("there, in X region").

    Not where that counts people or fire in the area; a dateline does not say what a passage is about.
    """
    areas = [p.place for p in unit.places if p.place and p.place.precision in AREAS]
    if not areas or len(areas) < len(unit.places) or counts_fire(words):
        return ()
    if counts_people(unit.figures) and not words.says("there"):
        return ()
    about = scene.topic or tuple(
        p for p in scene.header if p.role != "dateline" or HEADS.match(text, p.occurrence.span.end)
    )
    return tuple(p for p in about if p.place and all(contains(area, p.place) for area in areas))


def unnamed_shares(unit: Unit, words: Stretch) -> list[list[Figure]]:
    """The counts of each of several places that a stretch does not name: "two in a town in the east, one in the west".

    They stand before each place, or behind each; none where the stretch does not tell of two such places.
    """
    counted = [f for f in unit.figures if f.best and not f.superseded]
    where = [m.start() for m in words.find_all(UNNAMED)] if len(counted) > 1 else []
    if len(where) < 2 or any(f.subset and f.start < where[0] for f in counted):
        return []
    ahead = where[0] < counted[0].start
    shares: dict[int, list[Figure]] = {}
    for figure in counted:
        found = [at for at in where if (at < figure.start) == ahead]
        if not found:
            return []
        shares.setdefault(max(found) if ahead else min(found), []).append(figure)
    return list(shares.values()) if len(shares) > 1 else []


def that_city(scene: Scene, words: Stretch) -> tuple[Placed, ...]:
    """The city that "in the city itself" means, where the last strike was told of a part of it or of its region."""
    if not words.find(IN_THE_CITY) or words.says("near_the_city"):
        return ()
    own = scene.topic or (() if scene.touched else scene.header)
    if any(placed.place and placed.place.precision == "settlement" for placed in own) and not words.says("seat"):
        return ()  # the passage has just turned to a city of its own
    regions = [placed for placed in scene.topic if placed.place and placed.place.precision == "admin1"]
    if words.says("the_capital") and not (regions or words.says("seat")):
        return scene.capitals[-1:]
    if not scene.drafts and not regions:
        return tuple(scene.cities[-1:])
    told = [(regions, regions[-1].place)] if regions else [(d.names, d.place) for d in reversed(scene.focus)]
    for names, place in told:
        if place is not None and words.says("seat"):  # "A shop burned in Bilopillia. In the regional centre ..."
            place = region_of(place, scene.gazetteer) or place
        if place is not None and place.precision != "settlement":
            found = _city_around(scene, names, place)
            if found:
                return (found,)
    return ()


def _towns_of(raion: str) -> tuple[str, ...]:
    """The towns that a raion may be named after: "Kupianskyi" after Kupiansk, "Nikopolskyi" after Nikopol."""
    return tuple(raion.removesuffix(ending) for ending in ("yi", "skyi") if raion.endswith(ending))


def _city_around(scene: Scene, names: Sequence[Placed], place: Place) -> Placed | None:
    """The city of a district, else the seat of a region, else the city named last in that region."""
    region = pattern(REGION_TYPE).sub("", place.name)
    seats = (scene.gazetteer.city(name, place.country) for name in (region, *_towns_of(region)))
    for city in (city_of(place, scene.gazetteer), *seats):
        if city and names:
            name = names[-1].occurrence
            return Placed(Occurrence(name.span, name.text, city, f"{CITY_OF}{place.name}"), "at")
    for placed in reversed(scene.cities):
        named = placed.place
        if named and (named.name == region or (named.admin1, named.country) == (place.admin1, place.country)):
            return placed
    return None
