"""Says how places lie in one another: the region of a place, the city of a district, the smallest area of several."""

from collections.abc import Sequence

from dashboard.errors import GazetteerError
from dashboard.geocode.names.evidence import names_region
from dashboard.geocode.sources.gazetteer import Gazetteer, distance_km
from dashboard.geocode.sources.town_raions import around, heads_district
from dashboard.records import Place

RAION_KM, DISTRICT_KM = 60, 35  # a place is no farther from the middle of its raion, from the town that heads it


def country_place(code: str, gazetteer: Gazetteer) -> Place:
    """The country of an ISO 3166-1 alpha-2 code, at its own point. Raises GazetteerError for a code that is none."""
    place = gazetteer.country(code)
    if place is None:
        raise GazetteerError(f"{code!r} is no country; use an ISO 3166-1 code of two capital letters")
    return place


def region_of(place: Place, gazetteer: Gazetteer) -> Place | None:
    """The first-level region that contains a place, itself where it is one; `None` where no region is known.

    A city that is a region of its own lies in that region (Kyiv in Kyiv City).
    """
    if place.precision == "admin1":
        return place
    if place.country is None or place.admin1 is None:
        return None
    return gazetteer.region(place.country, place.admin1)


def city_of(place: Place, gazetteer: Gazetteer) -> Place | None:
    """The city that a district or neighbourhood belongs to; `None` for anything else."""
    return None if place.parent is None else gazetteer.city(place.parent, place.country)


def containing(places: Sequence[Place], gazetteer: Gazetteer) -> Place | None:
    """The smallest area that holds all places: their city, their raion, their first-level region, else their country.

    `None` for no places, or places of several countries.
    """
    if not places or len({place.country for place in places}) > 1 or places[0].country is None:
        return None
    if len({place.key for place in places}) == 1:
        return places[0]
    cities = [place if place.precision == "settlement" else city_of(place, gazetteer) for place in places]
    if cities[0] is not None and all(city is not None and city.key == cities[0].key for city in cities):
        return cities[0]
    regions = [region_of(place, gazetteer) for place in places]
    if regions[0] is not None and all(region is not None and region.key == regions[0].key for region in regions):
        return _raion_of(places, gazetteer) or regions[0]
    return gazetteer.country(places[0].country)


def _raion_of(places: Sequence[Place], gazetteer: Gazetteer) -> Place | None:
    """The raion that holds all places of a region: of those known, the one whose middle is nearest to each.

    Where none is known, the one named after the largest of the places. `None` where a place is an area itself, a seat
    of its region, or too far off.
    """
    if any(place.precision not in ("site", "settlement") or names_region(place) for place in places):
        return None
    raions = gazetteer.raions(places[0].country, places[0].admin1)
    if raions:
        nearest = {min(raions, key=lambda raion: distance_km(place, raion)) for place in places}
        raion = nearest.pop()
        return None if nearest or any(distance_km(place, raion) > RAION_KM for place in places) else raion
    town = max(places, key=lambda place: place.population or 0)
    if not heads_district(town) or any(distance_km(place, town) > DISTRICT_KM for place in places):
        return None
    return around(town)
