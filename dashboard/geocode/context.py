"""Decides what each name means: by parent, type word, city, the report's other places, its country, population last."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dashboard.geocode.company import FINE, Company
from dashboard.geocode.countries import country_name
from dashboard.geocode.evidence import FAMOUS, SEAT, TOWN, is_reviewed, names_region
from dashboard.geocode.folding import key
from dashboard.geocode.gazetteer import distance_km
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.parents import within
from dashboard.geocode.reading import SETTLEMENTS, Match, is_supposed
from dashboard.geocode.words import depth, load_terms
from dashboard.records import Place

MOST = 100  # places that set the scene: a report that names more is about none of them
COUNTY = 2.8  # as a city of 60,000 people
UNKNOWN = 2_000  # people of a village that no reader far away has heard of
SETTLED = 8.0  # for what a parent beside the name said elsewhere in the report
CAPITAL = 3.0
CANONICAL = 2.0  # for a town called by its own name, and not by another's
REGION = 3.7  # a region of unknown population
LARGEST_REGION = 4.2  # no region outweighs a country of its name
# The letters that Ukrainian and Russian do not share.
_LETTERS = {letter: language for language, own in (("uk", "іїєґ"), ("ru", "ыэёъ")) for letter in own}
_OWN = re.compile("[" + "".join(_LETTERS) + "]")
NEAR_KM, CLOSE_KM = 120.0, 50.0
NEARBY_DEGREES = 1.2  # of latitude: more than NEAR_KM
_EXACT = frozenset({"settlement", "district", "site", "raion"})
DEMONYM = 0.5  # what "Spanish police" weighs beside "Spain"
IN_REGION = 1.5  # for a place whose region is named, or holds other names of the report
COMPANY, HAMLET = 2.5, 2.0  # the most that other names around a place add, and around one of less than TOWN people
NAMESAKE, SMALL_NAMESAKE = 4.0, 6.0  # against a town, a village, with the name of a country or of a region elsewhere


_NOTHING: dict[str, float] = {}


@dataclass(slots=True)
class Scene:
    """Where a report plays, as its clear names say: countries by weight, regions, cities with their offsets, places.

    `own` says what each name with several meanings adds to the countries: no name speaks for itself.
    `homes` are the countries that the report is clearly about, `weight` is the sum of all weights; `settled` holds
    what a name was decided to mean where its parent stood beside it.
    """

    countries: dict[str, float] = field(default_factory=dict)
    regions: set[tuple[str | None, str | None]] = field(default_factory=set)
    cities: dict[tuple[str, str | None], list[int]] = field(default_factory=dict)
    places: dict[tuple[object, ...], Place] = field(default_factory=dict)
    settled: dict[str, Place] = field(default_factory=dict)
    own: dict[str, dict[str, float]] = field(default_factory=dict)
    homes: frozenset[str] = frozenset()
    weight: float = 0.0
    company: Company = field(default_factory=lambda: Company(()))
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
                    and other.precision in _EXACT
                    and other.key != key
                ),
                default=math.inf,
            )
        return self._nearest[key]


@cache
def _demonyms() -> dict[str, str]:
    return {term.term: term.value or "" for term in load_terms("demonyms")}


def scene_of(matches: Iterable[tuple[str, int, Match]], words: Iterable[str]) -> Scene:
    """The scene that clear names set, each with offset and match, and the demonyms among a report's words."""
    scene = Scene()
    for name, offset, match in matches:
        places = match.open
        known = [place for place in places if is_known(place) and not is_supposed(place)]
        for place in places:
            if place.kind in SETTLEMENTS and match.sense in {None, "settlement"}:
                scene.cities.setdefault((place.name, place.country), []).append(offset)
        if not known:
            continue
        countries = {place.country for place in known if place.country}
        for country in countries:
            scene.countries[country] = scene.countries.get(country, 0.0) + 1 / len(countries)
            if len(places) > 1:
                own = scene.own.setdefault(name, {})
                own[country] = own.get(country, 0.0) + 1 / len(countries)
        if len(known) == 1:
            if len(scene.places) < MOST and not stands_for_government(known[0]):  # "Moscow said" says not where
                scene.places[known[0].key] = known[0]
            if known[0].precision in ("admin1", "raion"):
                scene.regions.add((known[0].country, known[0].admin1))
    for country in {_demonyms()[word] for word in words if word in _demonyms()}:
        scene.countries[country] = scene.countries.get(country, 0.0) + DEMONYM
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
    name: str,
) -> tuple[float, str | None]:
    """How well a place fits where a name stands at offset `at`, and the strongest reason in words, if any."""
    total, why = _prior(place, match), None
    if place.kind in SETTLEMENTS and name == key(place.name):
        total += CANONICAL
    own = scene.own.get(name, _NOTHING)
    if place.country and (weight := scene.weight - sum(own.values())) > 0.01:
        share = (scene.countries.get(place.country, 0.0) - own.get(place.country, 0.0)) / weight
        total += 3 * share
        if share > 0.5:
            why = f"the report is about {country_name(place.country)}"
    if place.precision not in {"admin1", "country"}:
        region = near = 0.0
        if (place.country, place.admin1) in scene.regions:
            region = IN_REGION
            why = f"{place.admin1} is named in the report"
        if (apart := scene.nearest_km(place)) < NEAR_KM:
            near = 1.5 if apart < CLOSE_KM else 0.7
            why = "another place nearby is named in the report"
        if place.kind in FINE and len(match.open) > 1 and not depth().get(place.country or "", (0, ""))[1]:
            region = max(region, min(0.4 * scene.company.beside(name, place), IN_REGION))
            company = min(scene.company.near(name, place), COMPANY if (place.population or 0) >= TOWN else HAMLET)
            if company > near:
                near = company
                why = "other names of the report lie around it" if company > 1 else why
        total += region + near
    if place.parent is not None and (place.parent, place.country) in scene.cities:
        total += 3
        if place.parent in _last_city(match, scene, at):
            total += 2
        why = f"{place.parent} is named in the report"
    if name in scene.settled and scene.settled[name].key == place.key:
        total += SETTLED
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
        return 5.0 + 0.5 * (math.log10(max(place.population or 0, 1000)) - 7)  # Congo: the larger one
    if place.precision in {"water", "other"}:
        return 5.5
    total = math.log10(max(place.population or 300, 300)) - 2
    if place.precision == "admin1":
        if any(other.precision == "country" and other.country == place.country for other in match.open):
            return 0.0 if match.sense is None else 5.5
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
        total += CAPITAL
    if place.kind in SETTLEMENTS and _is_namesake(place, match):
        return min(total, COUNTY) - (NAMESAKE if (place.population or 0) >= TOWN else SMALL_NAMESAKE)
    if place.kind == "county":
        total = COUNTY
    if is_reviewed(place):
        total += 3.0 if place.precision == "admin1" and match.sense is None else 2.0
    if place.kind in SETTLEMENTS and (place.population or 0) < UNKNOWN and _is_overshadowed(match):
        total -= CAPITAL
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


def _is_namesake(town: Place, match: Match) -> bool:
    """Whether a country, or a much larger region elsewhere that is not named after a town, has a town's name too."""
    return any(
        place.precision == "country"
        or (
            place.precision == "admin1"
            and (place.population or 0) > 5 * (town.population or 0)
            and not stands_for_government(town)
            and not _named_after_city(place, match)
        )
        for place in match.open
    )


def _is_overshadowed(match: Match) -> bool:
    """Whether a place that all readers know has the name too."""
    return any(
        place.kind in SETTLEMENTS and ((place.population or 0) >= FAMOUS or stands_for_government(place))
        for place in match.open
    )


def _likely(place: Place) -> bool:
    return is_reviewed(place) or (place.population or 0) >= SEAT / 2
