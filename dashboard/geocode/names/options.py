"""What is likely of a place that a name may mean, before any context: worked out once for all texts."""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.geocode.names.evidence import FAMOUS, LARGE, POST, SEAT, TOWN, is_reviewed, names_region
from dashboard.geocode.names.governments import stands_for_government
from dashboard.geocode.sources.gazetteer import distance_km
from dashboard.geocode.sources.meanings import Meanings
from dashboard.geocode.sources.town_raions import SETTLEMENTS, is_supposed
from dashboard.geocode.spelling.folding import key
from dashboard.geocode.spelling.words import depth
from dashboard.records import Place

KEPT = 50_000  # names whose options are kept: those of many reports
COUNTY = 2.8  # as a city of 60,000 people
PART = 0.5  # part of a city, which reports name with their city: as a village
OWN_COUNTY = 1.2  # an English county has its name for itself; those of the United States are called with their word
UNKNOWN = 2_000  # people of a village that no reader far away has heard of
CAPITAL, SMALL_CAPITAL = 3.0, 1.5  # a small one: of fewer than SEAT people (Victoria in the Seychelles)
CONTINENT = 6.0
KNOWN = 1.0  # a city of half a million; a larger one 2
REGION = 3.7  # a region of unknown population
LARGEST_REGION = 4.2  # no region outweighs a country of its name
NEAR_KM = 120.0
NAMESAKE, SMALL_NAMESAKE = 4.0, 6.0  # against a town, a village, with the name of a country or of a region elsewhere
FINE = SETTLEMENTS | {"county", "raion"}
VOTERS = 1_000  # people of a place whose name speaks for its country
ROWS, COLUMNS = 1.0, 1.25  # degrees: a cell and those around it reach some 110 km in middle latitudes
ACROSS = 1_000  # cells from west to east, and more: the number of a cell tells its row and its column

Key = tuple[str, str, str | None, str | None, str | None]
Region = tuple[str | None, str | None]


@dataclass(slots=True, eq=False)
class Option:
    """A place that a name may mean: how likely it is by itself, and what rules ask of it again and again.

    `own` is the key of a settlement's own name; `region` country and first-level region; `area` says that it is a
    region or a country, `reviewed` that a person vouches for it, `fine` that it is a town or a district, which keeps
    company, `weighed` that its company tells it from its namesakes, `apart` that no region of its country is one of
    these, and `known` that readers far away may know it. `cell` is the number of its cell of a coarse grid, `around`
    those of this cell and of the eight around it.
    `settlement` says that it is a town or a village, `large` that a preposition is enough for it, `counted` that its
    population is known, or nobody counts there; of `people`, a capital has as many as a city that all readers know.
    `supposed` says that it is a district that no source has, `votes` that its name speaks for its country: no supposed
    place, no hamlet whose name may be anything else.
    """

    place: Place
    prior: float
    own: str | None
    key: Key
    region: Region
    area: bool
    reviewed: bool
    fine: bool
    weighed: bool
    apart: bool
    known: bool
    cell: int
    around: tuple[int, ...]
    settlement: bool
    people: int
    large: bool
    counted: bool
    supposed: bool
    votes: bool


@lru_cache(maxsize=KEPT)
def options(meanings: Meanings) -> tuple[Option, ...]:
    """What is known of the places that a name can mean as it stands, in the order of their names and regions."""
    return tuple(sorted([option(place, meanings) for place in meanings.open], key=by_name))


def by_name(option: Option) -> tuple[str, str, str]:
    """Sorts places by name and region, so that the order is always the same."""
    return option.place.name, option.place.admin1 or "", option.place.country or ""


def option(place: Place, meanings: Meanings) -> Option:
    """The same of one place that a name with these meanings stands for."""
    fine, settlement = place.kind in FINE, place.kind in SETTLEMENTS
    people = max(place.population or 0, FAMOUS if stands_for_government(place) else 0)
    listed = depth().get(place.country or "", (0, ""))[1]  # a country whose places are all known
    cell = int(place.latitude // ROWS) * ACROSS + int(place.longitude // COLUMNS)
    return Option(
        place,
        _prior(place, meanings),
        key(place.name) if settlement else None,
        place.key,
        (place.country, place.admin1),
        place.precision in {"admin1", "country"},
        is_reviewed(place),
        fine,
        fine and len(meanings.open) > 1 and not listed,
        not _shares_region(place, meanings),
        bool(listed) or not fine or is_known(place) or (place.population or 0) >= LARGE,
        cell,
        _around(cell),
        settlement,
        people,
        settlement and (people >= LARGE or names_region(place)),
        place.population is not None or place.origin != POST,
        is_supposed(place),
        not is_supposed(place) and (not settlement or (place.population or 0) >= VOTERS),
    )


@cache
def _around(cell: int) -> tuple[int, ...]:
    return tuple(cell + row + column for row in (-ACROSS, 0, ACROSS) for column in (-1, 0, 1))


@dataclass(slots=True, eq=False)
class Hints:
    """What a name says of where its report plays: the settlements it may mean, the countries of the known places among
    all that it may mean, the `only` known one, and whether that stands for a government; the `likely` ones, a county or
    what is reviewed or a town of some size; the districts that it names as a bare adjective, if nothing known."""

    cities: tuple[tuple[str, str | None], ...]
    countries: tuple[str, ...]
    only: Place | None
    government: bool
    likely: tuple[Place, ...]
    districts: tuple[Option, ...]


@lru_cache(maxsize=KEPT)
def hints_of(meanings: Meanings) -> Hints:
    """What a name with these meanings says of where its report plays."""
    cities = tuple((each.place.name, each.place.country) for each in options(meanings) if each.own is not None)
    known = [place for place in meanings.open if is_known(place) and not is_supposed(place)]
    countries = dict.fromkeys(place.country for place in known if place.country)
    only = known[0] if len(known) == 1 else None
    likely = tuple(place for place in meanings.open if place.kind == "county" or _is_likely(place))
    stems = [place for place, form in meanings.places if form == "stem" and place.kind == "city_district"]
    districts = () if any(map(is_known, meanings.open)) else tuple(option(place, meanings) for place in stems)
    government = only is not None and stands_for_government(only)
    return Hints(cities, tuple(countries), only, government, likely, districts)


@lru_cache(maxsize=KEPT)
def sure_towns(meanings: Meanings) -> tuple[Place, ...]:
    """The towns that a name with these meanings stands for, for sure: its only one, or those known to all readers."""
    sure = (place for place in meanings.open if len(meanings.open) == 1 or is_known(place))
    return tuple(place for place in sure if place.precision == "settlement")


def is_known(place: Place) -> bool:
    """Whether a place is known to all readers or reviewed: what the scene is set by."""
    if place.precision in {"country", "admin1"}:
        return True
    people = place.population or 0
    return is_reviewed(place) or people >= FAMOUS / 2 or (people >= SEAT and names_region(place))


def _is_likely(place: Place) -> bool:
    """Whether a place is reviewed, or a town of some size."""
    return is_reviewed(place) or (place.population or 0) >= SEAT / 2


def _prior(place: Place, meanings: Meanings) -> float:
    """What is likely before any context: countries first, then by population; reviewed places before others."""
    if place.precision == "continent":
        return CONTINENT
    if place.precision == "country":
        return 5.0 + 0.5 * (math.log10(max(place.population or 0, 1000)) - 7)  # Congo: the larger one
    if place.precision in {"water", "other"}:
        return 5.5
    total = math.log10(max(place.population or 300, 300)) - 2
    if place.precision == "admin1":
        if any(other.precision == "country" and other.country == place.country for other in meanings.open):
            return 5.5 if meanings.typed else 0.0
        total = (
            2.0
            if meanings.typed
            else 0.5
            if _named_after_city(place, meanings)
            else min(total, LARGEST_REGION)
            if place.population
            else REGION
        )
    if place.kind in SETTLEMENTS and stands_for_government(place):
        total += CAPITAL if (place.population or SEAT) >= SEAT else SMALL_CAPITAL
    if place.kind in SETTLEMENTS and _is_namesake(place, meanings):
        return min(total, COUNTY) - (NAMESAKE if (place.population or 0) >= TOWN else SMALL_NAMESAKE)
    if place.kind == "county":
        total = COUNTY if place.origin == POST else COUNTY + OWN_COUNTY
    if place.kind == "neighbourhood" and not is_reviewed(place):
        return min(total, PART)
    if is_reviewed(place):
        total += 3.0 if place.precision == "admin1" and not meanings.typed else 2.0
    if place.kind in SETTLEMENTS and (place.population or 0) < UNKNOWN and _is_overshadowed(meanings):
        total -= CAPITAL
    if place.kind in SETTLEMENTS and (place.population or 0) >= FAMOUS / 2:  # its namesakes need their region beside
        known = 0 if stands_for_government(place) or _shares_region(place, meanings) else KNOWN
        total += 2 if (place.population or 0) >= FAMOUS else known
    return total


def _shares_region(place: Place, meanings: Meanings) -> bool:
    """Whether a region of its country has a place's name too."""
    return any(other.precision == "admin1" and other.country == place.country for other in meanings.open)


def _named_after_city(region: Place, meanings: Meanings) -> bool:
    return not is_reviewed(region) and any(
        place.kind in SETTLEMENTS
        and (is_reviewed(place) or (place.population or 0) >= TOWN)
        and place.country == region.country
        and (place.admin1 == region.admin1 or (place.admin1 is None and distance_km(place, region) < NEAR_KM))
        for place in meanings.open
    )


def _is_namesake(town: Place, meanings: Meanings) -> bool:
    """Whether a country, or a much larger region elsewhere that is not named after a town, has a town's name too."""
    return any(
        place.precision == "country"
        or (
            place.precision == "admin1"
            and (place.population or 0) > 5 * (town.population or 0)
            and not stands_for_government(town)
            and not _named_after_city(place, meanings)
        )
        for place in meanings.open
    )


def _is_overshadowed(meanings: Meanings) -> bool:
    """Whether a place that all readers know has the name too."""
    return any(
        place.kind in SETTLEMENTS and ((place.population or 0) >= FAMOUS or stands_for_government(place))
        for place in meanings.open
    )
