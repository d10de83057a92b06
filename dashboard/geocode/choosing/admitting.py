"""Decides whether a name can mean a place at all where it stands: small places need support from the text."""

from dashboard.geocode.choosing.context import Scene
from dashboard.geocode.names.evidence import FAMOUS, HAMLET, LARGE, TOWN
from dashboard.geocode.names.named import Named
from dashboard.geocode.names.options import Option
from dashboard.geocode.spelling.words import depth

COMPANY = 0.5  # the weight of other names around a village without which it lies in no country that is not told of
ROOTED = 1.2  # the weight of other names around a town from which the report plays there
_WIDE = frozenset({"country", "continent", "water", "other"})


def is_admissible(option: Option, named: Named, scene: Scene, *, supported: bool) -> bool:
    """Whether a name may mean a place: it is typed or `supported` by a parent, well known, or the words around it, the
    countries that the report is clearly about or has named, and the weight of names that may lie near it make it
    likely; that is asked for only where it counts."""
    place, where, match = option.place, named.where, named.match
    if supported or place.precision == "district":
        return True
    homes = scene.homes
    if match.sense not in (None, "township"):
        strange = homes and place.country not in homes and place.country not in scene.countries
        small = option.settlement and (place.population or 0) < LARGE and not option.reviewed
        return not (strange and small) or _near(option, named, scene) >= COMPANY  # only a namesake far away
    if place.precision in _WIDE:
        if where.given and where.crowded and not where.locative:
            return False  # "Noa Jordan"
        return not where.ordinary or where.locative
    doubtful = where.ordinary or where.personal
    if option.reviewed and not doubtful:
        return True
    people = option.people
    home = place.country in homes and option.counted
    near, rooted = 0.0, False
    if not home or doubtful:
        near = _near(option, named, scene)
        rooted = near >= ROOTED and option.settlement
        home = home or rooted
    if where.ordinary:
        if where.starts or where.crowded:
            return False
        return (where.locative and (option.large or option.reviewed or rooted)) or (rooted and near >= 2 * ROOTED)
    if where.personal and not where.dateline:
        if where.crowded:
            return False
        led = where.locative or (where.listed and (home or near > 0.5)) or (rooted and not where.starts)
        if people < FAMOUS / 2 and not (led and (home or people >= LARGE)):
            return place.precision == "admin1" and where.locative
    if option.reviewed:
        return True
    if place.precision == "raion":
        return (where.locative or (where.listed and home)) and not where.crowded
    if not option.settlement:
        return not where.crowded or where.locative
    if where.crowded:
        return where.locative and (people >= FAMOUS / 2 or (home and people >= TOWN))  # "Boston Red Sox"
    if option.large or where.dateline:
        return True
    if where.locative or where.listed:
        only = len(match.open) == 1
        unmistakable = only and match.last - match.first > 1  # "в Голой Пристани", in a Russian paper
        told_of = place.country in scene.countries and (  # not as the enemy alone
            home or not homes or _near(option, named, scene) >= COMPANY
        )
        enough = HAMLET if told_of else TOWN
        if home or unmistakable or (where.locative and people >= (enough if only else max(enough, TOWN))):
            return True
        return where.listed and people >= TOWN and place.country in scene.countries
    if home and (not where.starts or people >= TOWN or len(match.open) == 1):
        listed = depth().get(place.country or "", (0, ""))[1]  # a country whose villages are all known, and are told of
        return people >= HAMLET or bool(listed) or _near(option, named, scene) >= ROOTED
    return not where.starts and people >= 2 * TOWN and place.country in scene.countries


def _near(option: Option, named: Named, scene: Scene) -> float:
    return scene.company.near(named.name, option)
