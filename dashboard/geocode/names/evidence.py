"""Says what speaks for a place by itself: how many people live there, who vouches for it, a region named after it."""

from dashboard.geocode.sources.entries import ADDED, EMBEDDED
from dashboard.records import Place

# Populations: a city known to all readers; one that a preposition is enough for; a town worth a preposition.
FAMOUS, LARGE, SEAT, TOWN, HAMLET = 1_000_000, 100_000, 50_000, 5_000, 1_000  # SEAT: of a region that is named after it
POST = "zipcodes"  # lists places of any size


def is_reviewed(place: Place) -> bool:
    """Whether a person, or the words of reports, vouch for a place: it comes from no list of all places there are."""
    return place.origin not in EMBEDDED and not place.origin.startswith(ADDED)


def names_region(place: Place) -> bool:
    """Whether the region around a town is named after it: Kherson, in Kherson Oblast."""
    return (place.admin1 or "").startswith(f"{place.name} ")
