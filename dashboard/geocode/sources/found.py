"""What a key of the gazetteer leads to, and what can begin with a word of a text: worked out once for all texts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dashboard.geocode.sources.meanings import NO_MEANINGS, Meanings, Named
from dashboard.geocode.sources.reviewed import Row

SHORTEST, SHORTEST_SHOUT = 3, 4  # letters of a name of one word; of one in capitals
LONGEST_CODE = 4  # letters of "US", "UAE", "U.S."


@dataclass(frozen=True, slots=True)
class Found:
    """What a key leads to: the words of the longest name that begins with it, the places and how it names them.

    `unfindable` is the reviewed row that says nobody can place this name; then there are no places.
    """

    longest: int
    meanings: Meanings = NO_MEANINGS
    unfindable: Row | None = None

    @property
    def places(self) -> Named:
        """The places, each with how it is named."""
        return self.meanings.places


NOTHING = Found(0)


class Written(Protocol):
    """A word as a text has it, without a possessive 's; the same word is the same object wherever it stands."""

    @property
    def text(self) -> str:
        """The word itself."""

    @property
    def key(self) -> str:
        """Its key (of `folding.key`)."""

    @property
    def possessive(self) -> bool:
        """Whether it owns what follows."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What can begin with a word: names of up to `longest` words, or the name that the word is `alone`.

    `code`: it is an abbreviation of a country, and nothing else; `shout`: it is written in capitals.
    """

    longest: int
    alone: Found | None
    code: bool
    shout: bool


def beginning(word: Written, found: Found, owned: int, code: Callable[[str], Found]) -> Beginning | None:
    """What can begin with a word that leads to `found`, `None` where nothing can.

    `owned` is the number of words of the longest name that begins with it and 's; `code` looks up a country's
    abbreviation.
    """
    shout = word.text.isupper()
    letters = word.text.replace(".", "") if shout else word.text
    if shout and len(letters) <= LONGEST_CODE and (abbreviated := code(letters)).places:
        return Beginning(1, abbreviated, code=True, shout=True)
    longest = max(found.longest, owned)
    stands = len(letters) >= (SHORTEST_SHOUT if shout else SHORTEST) and (found.places or found.unfindable)
    return Beginning(longest, found if stands else None, code=False, shout=shout) if stands or longest > 1 else None
