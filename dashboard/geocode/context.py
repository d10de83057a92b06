"""Decides what each name means: by parent, type word, city, the report's other places, its country, population last."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dashboard.geocode.countries import country_name
from dashboard.geocode.evidence import FAMOUS, LARGE, SEAT, TOWN, is_reviewed, names_region
from dashboard.geocode.folding import key
from dashboard.geocode.gazetteer import distance_km
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.parents import within
from dashboard.geocode.reading import SETTLEMENTS, Match
from dashboard.geocode.words import depth
from dashboard.records import Place

MOST = 100  # places that set the scene: a report that names more is about none of them
COUNTY = 2.8  # as a city of 60,000 people
CANONICAL = 2.0  # for a town called by its own name, and not by another's
REGION = 3.7  # a region of unknown population
LARGEST_REGION = 4.2  # no region outweighs a country of its name
# The letters that Ukrainian and Russian do not share.
_LETTERS = {letter: language for language, own in (("uk", "іїєґ"), ("ru", "ыэёъ")) for letter in own}
_OWN = re.compile("[" + "".join(_LETTERS) + "]")
NEAR_KM, CLOSE_KM = 120.0, 50.0
NEARBY_DEGREES = 1.2  # of latitude: more than NEAR_KM
FINE = frozenset({"settlement", "district", "site", "raion"})


@dataclass(slots=True)
class Scene:
    """Where a report plays, as its clear names say: countries by weight, regions, cities with their offsets, places.

    `homes` are the countries that the report is clearly about, `weight` is the sum of all weights; `settled` holds
    what a name was decided to mean where its parent stood beside it.
    """

    countries: dict[str, float] = field(default_factory=dict)
    regions: set[tuple[str | None, str | None]] = field(default_factory=set)
    cities: dict[tuple[str, str | None], list[int]] = field(default_factory=dict)
    places: dict[tuple[object, ...], Place] = field(default_factory=dict)
    settled: dict[str, Place] = field(default_factory=dict)

    homes: frozenset[str] = frozenset()
    weight: float = 0.0
    _nearest: dict[tuple[object, ...], float] = field(default_factory=dict)

    def nearest_km(self, place: Place) -> float:
        """How far the nearest other place is that is no region and no country; infinite where none is near. In km.

        Kept, as texts name places again and again: to be asked only once the scene is complete.
        """
        key = place.key
        if key not in self._nearest:
            self._nearest[key] = min(
                (
                    distance_km(place, other)
                    for other in self.places.values()
                    if abs(place.latitude - other.latitude) < NEARBY_DEGREES
                    and other.precision in FINE
                    and other.key != key
                ),
                default=math.inf,
            )
        return self._nearest[key]


def scene_of(matches: Iterable[tuple[int, Match]]) -> Scene:
    """The scene that clear names set; each match comes with its offset in the report."""
    scene = Scene()
    for offset, match in matches:
        places = match.open
        known = [place for place in places if is_known(place)]
        for place in places:
            if place.kind in SETTLEMENTS and match.sense in {None, "settlement"}:
                scene.cities.setdefault((place.name, place.country), []).append(offset)
        if not known:
            continue
        countries = {place.country for place in known if place.country}
        for country in countries:
            scene.countries[country] = scene.countries.get(country, 0.0) + 1 / len(countries)
        if len(known) == 1:
            if len(scene.places) < MOST and not stands_for_government(known[0]):  # "Moscow said" says not where
                scene.places[known[0].key] = known[0]
            if known[0].precision in ("admin1", "raion"):
                scene.regions.add((known[0].country, known[0].admin1))
    scene.weight = sum(scene.countries.values())
    scene.homes = frozenset(code for code, weight in scene.countries.items() if weight >= max(1.0, scene.weight / 12))
    return scene


def speakers(text: str) -> frozenset[str]:
    """The countries that a text in a language of their own is likely about; none for one in Latin letters."""
    letters = Counter(_OWN.findall(text.lower()))
    language = max(letters, key=letters.__getitem__, default=None)
    return frozenset(code for code, (_, own) in depth().items() if language and own == _LETTERS[language])


def is_known(place: Place) -> bool:
    """Whether a place is known to all readers or reviewed: what the scene is set by."""
    if place.precision in {"country", "admin1"}:
        return True
    people = place.population or 0
    return is_reviewed(place) or people >= FAMOUS / 2 or (people >= SEAT and names_region(place))


def score(
    place: Place,
    match: Match,
    parents: Sequence[Match],
    children: Sequence[Match],
    scene: Scene,
    at: int,
    word: str,
) -> tuple[float, str | None]:
    """How well a place fits where a name stands at offset `at`, and the strongest reason in words, if any."""
    total, why = _prior(place, match), None
    if place.kind in SETTLEMENTS and word == key(place.name):
        total += CANONICAL
    if place.country and scene.weight:
        share = scene.countries.get(place.country, 0.0) / scene.weight
        total += 3 * share
        if share > 0.5:
            why = f"the report is about {country_name(place.country)}"
    if place.precision not in {"admin1", "country"}:
        if (place.country, place.admin1) in scene.regions:
            total += 1.5
            why = f"{place.admin1} is named in the report"
        if (near := scene.nearest_km(place)) < NEAR_KM:
            total += 1.5 if near < CLOSE_KM else 0.7
            why = "another place nearby is named in the report"
    if place.parent is not None and (place.parent, place.country) in scene.cities:
        total += 3
        if place.parent in _last_city(match, scene, at):
            total += 2
        why = f"{place.parent} is named in the report"
    if word in scene.settled and scene.settled[word].key == place.key:
        total += 4
        why = "the report says so elsewhere"
    if any(within(inner, match, place) for child in children for inner in child.open if _likely(inner)):
        total += 4
        why = "a place in it stands before it"
    for rank, parent in enumerate(parents):
        outer = within(place, parent)
        if outer is not None:
            total += 6 - rank
            why = f"'{outer.name}' stands beside it"
            break
    return total, why


def _last_city(match: Match, scene: Scene, at: int) -> frozenset[str]:
    """Of the cities whose district a name may mean, the one named last before it."""
    last: dict[str, int] = {}
    for place, _ in match.places:
        if place.parent is not None:
            offsets = scene.cities.get((place.parent, place.country), [])
            before = bisect_right(offsets, at)
            last[place.parent] = offsets[before - 1] if before else -1
    nearest = max(last.values(), default=-1)
    return frozenset(city for city, offset in last.items() if offset == nearest and nearest >= 0)


def _prior(place: Place, match: Match) -> float:
    """What is likely before any context: countries first, then by population; reviewed places before others."""
    if place.precision in {"country", "continent"}:
        return 5.0
    if place.precision in {"water", "other"}:
        return 5.5
    total = math.log10(max(place.population or 300, 300)) - 2
    if place.precision == "admin1":
        total = (
            2.0
            if match.sense
            else 0.5
            if _named_after_city(place, match)
            else min(total, LARGEST_REGION)
            if place.population
            else REGION
        )
    if place.kind in SETTLEMENTS and stands_for_government(place):
        total += 2
    if place.kind == "county":
        total = COUNTY
    if is_reviewed(place):
        total += 3.0 if place.precision == "admin1" and match.sense is None else 1.5
    if (place.population or 0) >= FAMOUS and place.kind in SETTLEMENTS:
        total += 2  # the town of that name elsewhere needs its region beside it
    return total


def _named_after_city(region: Place, match: Match) -> bool:
    return not is_reviewed(region) and any(
        place.kind in SETTLEMENTS
        and (is_reviewed(place) or (place.population or 0) >= TOWN)
        and place.country == region.country
        and (place.admin1 == region.admin1 or (place.admin1 is None and distance_km(place, region) < NEAR_KM))
        for place in match.open
    )


def _likely(place: Place) -> bool:
    return is_reviewed(place) or (place.population or 0) >= LARGE
