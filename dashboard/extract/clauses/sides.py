"""Says which side holds a place, and who is at war with whom, from `sides.csv`."""

from collections.abc import Collection
from functools import cache

from dashboard.extract.words.terms import load_terms
from dashboard.records import Place


def holder(place: Place, occupied: bool) -> str | None:
    """The side that holds a place: the one listed for it, else its country's, or, where `occupied`, that one's enemy.

    `None` where the country's side is not in the vocabulary. A region is looked up by its own name, any other place by
    its region, its city and itself.
    """
    if place.country is None:
        return None
    names = (place.admin1, place.name) if place.precision == "admin1" else (place.admin1, place.parent, place.name)
    for name in names:
        if name in _sides("controlled"):
            return _sides("controlled")[name]
    home = home_side(place)
    return enemy_of(home) or home if occupied else home


def home_side(place: Place) -> str | None:
    """The side of the country that a place lies in; `None` where the vocabulary has none."""
    return _countries().get(place.country)


def at_war(place: Place) -> bool:
    """Whether a place lies in a country that is home to a side, or torn between several: one that may be under fire."""
    return home_side(place) is not None or place.country in _torn()


def enemy_of(side: str | None) -> str | None:
    """The side that another one is at war with."""
    return _sides("enemy").get(side)


def countries_of(sides: Collection[str | None]) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries that sides are at home in."""
    return frozenset(code for code, side in _countries().items() if code and side in sides)


@cache
def _sides(sense: str) -> dict[str | None, str]:
    return {term.term: term.value for term in load_terms("sides") if term.sense == sense and term.value}


@cache
def _torn() -> frozenset[str]:
    return frozenset(_sides("torn").values())


@cache
def _countries() -> dict[str | None, str]:
    return {code: side for side, code in _sides("home").items() if side}
