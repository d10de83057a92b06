"""Finds the larger place named beside a name: "Milove in Kharkiv region", "Poltava, Ukraine", "Kharkiv's Saltivka"."""

import re
from collections.abc import Sequence

from dashboard.geocode.names.definition import told_of
from dashboard.geocode.names.evidence import LARGE
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.setting import AREAS, Passage
from dashboard.geocode.names.supposed import DISTRICT, has_districts
from dashboard.geocode.names.type_words import type_words
from dashboard.geocode.sources.gazetteer import distance_km
from dashboard.geocode.sources.town_raions import SETTLEMENTS
from dashboard.records import Place

LISTED_KM = 200.0  # towns of one region that are named in one list
# What may stand between a name and the parent that follows it.
_AFTER = re.compile(
    r"[,(]?\s*(?:(?:a|the) (?:\w+ ){0,3})?(?:in|of|inside|within)?\s*(?:(?:the|\w+['’]s|\w+(?:ern|ian))\s+){0,2}"
    r"|,?\s*(?:що |which is |located )?(?:на|у|в|во|in)\s+|\s*\(\s*|\s",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|of|на|у|в|во)\b|\(")
_LONGEST = 60  # characters between an area and a place in it
NEAR = 40  # characters between a name and its parent
_POSSESSIVE = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")
_COMMA = re.compile(r",\s*")
# "У Богодухівському районі, в Івашках", "На Сумщині в селі Кияниця", "in Sumy district, in the village of Kyianytsia"
_WITHIN = re.compile(r",?\s+(?:у|в|во|in)\s+(?:the\s+)?(?:[a-zа-яіїєґё]+\s+(?:of\s+)?)?")
# "У Чугуївському районі пошкоджено дім у Рубіжному": in one breath only of a raion; regions are named with officials
_FURTHER = re.compile(r"\s+(?:[a-zа-яіїєґё'’-]+\s+){1,7}(?:у|в|во|in)\s+(?:the\s+)?(?:[a-zа-яіїєґё]+\s+(?:of\s+)?)?")
_AREAS = frozenset({"raion", "admin1"})


def parents(passage: Passage, number: int) -> tuple[Match, ...]:
    """The names beside a name that may be its parents, nearest first."""
    match = passage.matches[number]
    found = []
    if number + 1 < len(passage.matches):
        after = passage.matches[number + 1]
        if after.start - match.end < NEAR and (match.sense is None or match.sense != after.sense):
            district = match.sense in DISTRICT and any(has_districts(place) for place in after.open)
            if _follows(passage.text[match.end : after.start], after, district):
                found.append(after)
    if number:
        before = passage.matches[number - 1]
        if match.start - before.end <= _LONGEST:
            gap = passage.text[before.end : match.start]
            if (len(gap) < NEAR and _is_beside(before, gap)) or _holds(before, gap):
                found.append(before)
    if match.sense is None and (told := told_of(passage, number)):
        return (*found, *told)
    return tuple(found)


def _is_beside(before: Match, gap: str) -> bool:
    """Whether what stands between makes the first the parent: "Kharkiv's ...", "Kharkiv region village of ..."."""
    if before.sense is not None and (gap == " " or _leads(gap)):
        return True
    return gap[:1] in ("'", "’") and _POSSESSIVE.fullmatch(gap) is not None


def _holds(area: Match, gap: str) -> bool:
    """Whether a raion or a region leads up to a place in it, with what stands between them."""
    precisions = area.meanings.precisions
    if len(gap) > _LONGEST or not precisions or not precisions <= _AREAS:
        return False
    return bool(_WITHIN.fullmatch(gap) or ("admin1" not in precisions and _FURTHER.fullmatch(gap)))


def _follows(gap: str, after: Match, district: bool) -> bool:
    if "\n" in gap:
        return False
    if gap.strip() == "" and after.sense is None:
        return district  # "Київський район Донецька", and not two names that just adjoin
    if gap[0] == "," and _COMMA.fullmatch(gap):
        county = any(place.kind == "county" for place in after.open)  # "March, Cambridgeshire"
        return district or county or after.sense is not None or not AREAS.isdisjoint(after.meanings.precisions)
    return _AFTER.fullmatch(gap) is not None


def _leads(gap: str) -> bool:
    """ "the Kharkiv region village of Milove", "Kharkiv region's town of Izium"."""
    words = gap.replace("'s", " ").replace("’s", " ").lower().split()
    return bool(words) and words[-1] == "of" and any(word in type_words() for word in words)


def within(place: Place, parent: Match, only: Place | None = None) -> Place | None:
    """The place among a parent's meanings that holds a place: its city, raion, region or country.

    With `only` no other meaning counts.
    """
    for outer in parent.open:
        if _lies_in(place, outer) and outer.key != place.key and (only is None or outer.key == only.key):
            return outer
    return None


def _lies_in(place: Place, outer: Place) -> bool:
    if place.parent is not None and outer.kind in SETTLEMENTS and outer.name == place.parent:
        return True
    if outer.country != place.country or outer.country is None:
        return False
    if outer.precision == "country":
        return place.precision != "country"
    if outer.precision == "admin1":
        return place.precision != "admin1" and place.admin1 == outer.admin1
    if outer.precision == "raion":
        return place.precision not in {"raion", "admin1"} and _near(place, outer, 45)
    return outer.kind in SETTLEMENTS and place.precision in {"site", "district"} and _near(place, outer, 20)


def alike(place: Place, mate: Match) -> bool:
    """Whether a name in a list with a place may mean one of its like: a region of its country, a town not far."""
    if place.precision == "admin1":
        return any(other.precision == "admin1" and other.country == place.country for other in mate.open)
    if place.kind in SETTLEMENTS:
        return place.admin1 is not None and any(
            other.admin1 == place.admin1
            and other.country == place.country
            and other.kind in SETTLEMENTS
            and distance_km(place, other) < LISTED_KM
            for other in mate.open
        )
    return place.precision == "country" and any(other.precision == "country" for other in mate.open)


def _near(place: Place, outer: Place, km: float) -> bool:
    return distance_km(place, outer) <= max(km, outer.radius_m / 1000)


def contradicted(passage: Passage, match: Match, places: Sequence[Place], parent: Match) -> bool:
    """Whether a region or country plainly named as the parent holds none of the places that a name may mean."""
    if parent.end < match.start and _holds(parent, passage.text[parent.end : match.start]):
        known = any((place.population or 0) >= LARGE for place in places)  # "in Kursk district, in Belgorod": a list
        return not known and not any(within(place, parent) for place in places)
    if not _IN.search(passage.text[match.end : parent.start]):
        return False
    outer = [place for place in parent.open if place.precision in {"admin1", "country"}]
    if parent.sense is None or len(outer) != len(parent.open):
        return False
    return not any(within(place, parent) for place in places)
