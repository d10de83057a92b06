"""The words that say what kind of place a name means, and the kinds of places that each allows."""

from dataclasses import dataclass
from functools import cache

from dashboard.geocode.sources.meanings import Named
from dashboard.geocode.sources.town_raions import SETTLEMENTS, around, heads_district
from dashboard.geocode.spelling.words import load_terms
from dashboard.records import Place

# The kinds of places that each sense of a type word allows, best first.
KINDS: dict[str, tuple[frozenset[str], ...]] = {
    "oblast": (frozenset({"oblast"}), frozenset({"area"})),
    "republic": (frozenset({"oblast"}), frozenset({"country"})),
    "district": (frozenset({"city_district", "raion"}), frozenset({"neighbourhood"})),
    "raion": (frozenset({"raion"}), frozenset({"city_district"})),
    "okrug": (frozenset({"raion"}), frozenset({"city_district"}), frozenset({"oblast"})),
    "neighbourhood": (frozenset({"neighbourhood", "city_district"}),),
    "settlement": (SETTLEMENTS,),
    "hromada": (SETTLEMENTS,),
    "state": (frozenset({"oblast"}),),
    "facility": (SETTLEMENTS,),
    "county": (frozenset({"oblast", "county"}),),
    "parish": (frozenset({"oblast", "county"}),),
    "township": (SETTLEMENTS,),
}


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A word that says what kind of place a name means."""

    sense: str
    plural: bool


@cache
def type_words() -> dict[str, TypeWord]:
    """The type words by key. `value` of the vocabulary row is "plural" where the word is one."""
    return {term.term: TypeWord(term.sense, term.value == "plural") for term in load_terms("type_words")}


def of_sense(places: Named, sense: str, *, adjective: bool) -> Named:
    """Of the places that a name leads to those of a type word's kinds, else the districts around those of its towns."""
    for kinds in KINDS[sense]:
        kept = tuple((place, form) for place, form in places if place.kind in kinds and _fits(place, sense))
        if kept:
            return kept
    if sense in {"district", "raion", "okrug"} and adjective:
        return tuple((around(place), form) for place, form in places if heads_district(place))
    return ()


def _fits(place: Place, sense: str) -> bool:
    """Whether a region may be called a state, a county or a parish: only what is one, or has no type of its own."""
    if sense not in {"state", "county", "parish"}:
        return True
    word = type_words().get(place.name.split()[-1].lower())
    return word.sense == sense if word else sense == "state" or (sense == "parish" and place.kind == "oblast")
