"""What a key of the gazetteer leads to, and what can begin with a word of a text: worked out once for all texts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dashboard.geocode.sources.meanings import NO_MEANINGS, Meanings, Named
from dashboard.geocode.sources.reviewed import Row

SHORTEST, SHORTEST_SHOUT = 3, 4  # letters of a name of one word; of one in capitals
LONGEST_CODE = 4  # letters of "US", "UAE", "U.S."
KEPT = 100_000  # words


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


class Beginnings(dict[Written, Beginning | None]):
    """What names can begin with each word, `None` where none can."""

    def __init__(self, find: Callable[[str], Found], named: Callable[[str], Found]) -> None:
        """`find` looks up a key, `named` words as they are written."""
        super().__init__()
        self._find, self._named = find, named

    def __missing__(self, word: Written) -> Beginning | None:
        if len(self) >= KEPT:
            self.clear()
        found = self[word] = self._of(word)
        return found

    def _of(self, word: Written) -> Beginning | None:
        found = self._named(word.text)
        shout = word.text.isupper()
        letters = word.text.replace(".", "") if shout else word.text
        if shout and len(letters) <= LONGEST_CODE and (code := self._find("=" + letters)).places:
            return Beginning(1, code, code=True, shout=True)
        owner = self._named(word.text + "'s").longest if word.possessive else 0  # "Cox's Bazar"
        longest = max(found.longest, owner)
        stands = len(letters) >= (SHORTEST_SHOUT if shout else SHORTEST) and (found.places or found.unfindable)
        return Beginning(longest, found if stands else None, code=False, shout=shout) if stands or longest > 1 else None
