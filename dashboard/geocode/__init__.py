"""Place names in any text, resolved in context, without a network."""

from dashboard.geocode.gazetteer import Gazetteer, distance_km
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.places import find_places, passages_of
from dashboard.geocode.relations import city_of, containing, country_place, region_of
from dashboard.geocode.unknown import unknown_names

__all__ = [
    "Gazetteer",
    "city_of",
    "containing",
    "country_place",
    "distance_km",
    "find_places",
    "passages_of",
    "region_of",
    "stands_for_government",
    "unknown_names",
]
