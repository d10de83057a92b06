"""Reads district names that no source has: those one letter off a district of a named city, and other adjectives."""

from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.supposed import ADJECTIVE, DISTRICT
from dashboard.geocode.names.tokens import Tokens
from dashboard.geocode.names.type_words import type_words
from dashboard.geocode.sources.gazetteer import Gazetteer
from dashboard.geocode.sources.meanings import Meanings
from dashboard.geocode.sources.town_raions import SETTLEMENTS
from dashboard.geocode.spelling.folding import loose_key
from dashboard.records import Place

SHORTEST = 8  # letters; in shorter names one letter is too much


def districts_alike(tokens: Tokens, matches: list[Match], gazetteer: Gazetteer) -> list[Match]:
    """The matches, and the capitalised words before "district" that are none.

    One that is one letter off a district of a named city means that; another adjective is left to be supposed.
    """
    words = tokens.words
    unknown = [
        at - 1
        for at in tokens.kinds
        if at
        and words[at - 1].capital
        and words[at].key in _district_words()
        and len(words[at - 1].text) >= SHORTEST
        and tokens.joined(at)
        and not any(match.first < at <= match.last for match in matches)
    ]
    if not unknown:
        return matches
    cities = {place.key: place for match in matches for place in match.open if place.kind in SETTLEMENTS}
    districts = [district for city in cities.values() for district in gazetteer.districts(city)]
    found = []
    for at in unknown:
        places = _alike(words[at].text, districts)
        if places or ADJECTIVE.fullmatch(words[at].text):
            meanings = Meanings(tuple((place, "stem") for place in places), typed=True)
            found.append(Match(at, at + 2, tokens.begins[at], tokens.end(at + 1), meanings, "district"))
    return sorted([*matches, *found], key=lambda match: match.first)


@cache
def _district_words() -> frozenset[str]:
    return frozenset(key for key, word in type_words().items() if word.sense in DISTRICT)


def _alike(word: str, districts: Sequence[Place]) -> tuple[Place, ...]:
    wanted = loose_key(word)
    return tuple(
        district
        for district in districts
        if DamerauLevenshtein.distance(wanted, loose_key(district.name.split(" District")[0]), score_cutoff=1) <= 1
    )
