"""Decides whether a name can mean a place at all where it stands: small places need support from the text."""

from collections.abc import Callable, Container

from dashboard.geocode.names.governments import stands_for_government
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.setting import Setting
from dashboard.geocode.sources.entries import ADDED, EMBEDDED
from dashboard.geocode.sources.town_raions import SETTLEMENTS
from dashboard.geocode.spelling.words import depth
from dashboard.records import Place

# Populations: a city known to all readers; one that a preposition is enough for; a town worth a preposition.
FAMOUS, LARGE, SEAT, TOWN, HAMLET = 1_000_000, 100_000, 50_000, 5_000, 1_000  # SEAT: of a region that is named after it
COMPANY = 0.5  # the weight of other names around a village without which it lies in no country that is not told of
ROOTED = 1.2  # the weight of other names around a town from which the report plays there
POST = "zipcodes"  # lists places of any size


def admissible(
    place: Place,
    match: Match,
    where: Setting,
    supported: bool,
    homes: frozenset[str],
    named: Container[str],
    weigh: Callable[[], float],
) -> bool:
    """Whether a name may mean a place: it is typed or `supported` by a parent, well known, or the words around it, the
    countries that the report is clearly about (`homes`), those it has `named`, and the weight of names that may lie
    near it make it likely; that is asked of `weigh` only where it counts."""
    if supported:
        return True
    if match.sense not in (None, "township"):
        strange = homes and place.country not in homes and place.country not in named
        small = place.kind in SETTLEMENTS and (place.population or 0) < LARGE and not is_reviewed(place)
        return not (strange and small) or weigh() >= COMPANY  # "the village of X", whose only namesake is far away
    if place.precision in {"country", "continent", "water", "other"}:
        if where.given and where.crowded and not where.locative:
            return False  # "Noa Jordan"
        return not where.ordinary or where.locative
    reviewed = is_reviewed(place)
    if reviewed and not (where.ordinary or where.personal):
        return True
    people = max(place.population or 0, FAMOUS if stands_for_government(place) else 0)
    home = place.country in homes and (place.population is not None or place.origin != POST)
    near, rooted = 0.0, False
    if not home or where.ordinary or where.personal:
        near = weigh()
        rooted = near >= ROOTED and place.kind in SETTLEMENTS
        home = home or rooted
    large = place.kind in SETTLEMENTS and (people >= LARGE or names_region(place))
    if where.ordinary:
        if where.starts or where.crowded:
            return False
        return (where.locative and (large or reviewed or rooted)) or (rooted and near >= 2 * ROOTED)
    if where.personal and not where.dateline:
        if where.crowded:
            return False
        led = where.locative or (where.listed and (home or near > 0.5)) or (rooted and not where.starts)
        if people < FAMOUS / 2 and not (led and (home or people >= LARGE)):
            return place.precision == "admin1" and where.locative
    if reviewed:
        return True
    if place.precision == "raion":
        return (where.locative or (where.listed and home)) and not where.crowded
    if place.kind not in SETTLEMENTS:
        return not where.crowded or where.locative
    if where.crowded:
        return where.locative and (people >= FAMOUS / 2 or (home and people >= TOWN))  # "Boston Red Sox"
    if large or where.dateline:
        return True
    if where.locative or where.listed:
        only = len(match.open) == 1
        unmistakable = only and match.last - match.first > 1  # "в Голой Пристани", in a Russian paper
        told_of = place.country in named and (home or not homes or weigh() >= COMPANY)  # not as the enemy alone
        enough = HAMLET if told_of else TOWN
        if home or unmistakable or (where.locative and people >= (enough if only else max(enough, TOWN))):
            return True
        return where.listed and people >= TOWN and place.country in named
    if home and (not where.starts or people >= TOWN or len(match.open) == 1):
        listed = depth().get(place.country or "", (0, ""))[1]  # a country whose villages are all known, and are told of
        return people >= HAMLET or bool(listed) or weigh() >= ROOTED
    return not where.starts and people >= 2 * TOWN and place.country in named


def is_reviewed(place: Place) -> bool:
    """Whether a person, or the words of reports, vouch for a place: it comes from no list of all places there are."""
    return place.origin not in EMBEDDED and not place.origin.startswith(ADDED)


def names_region(place: Place) -> bool:
    """Whether the region around a town is named after it: Kherson, in Kherson Oblast."""
    return (place.admin1 or "").startswith(f"{place.name} ")
