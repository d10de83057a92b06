"""Says how places lie in one another: the region of a place, the city of a district, the smallest area of several."""

from collections.abc import Sequence

from dashboard.errors import GazetteerError
from dashboard.geocode.gazetteer import Gazetteer
from dashboard.records import Place


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
    """The smallest area that holds all places: their city, else their first-level region, else their country.

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
        return regions[0]
    return gazetteer.country(places[0].country)
