"""Place names in any text, resolved in context, without a network."""

from dashboard.geocode.choosing.places import find_places, passages_of
from dashboard.geocode.names.governments import stands_for_government
from dashboard.geocode.names.relations import city_of, containing, country_place, region_of
from dashboard.geocode.names.unknown import unknown_names
from dashboard.geocode.sources.gazetteer import Gazetteer, distance_km

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
