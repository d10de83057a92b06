"""A text cut at its blanks, the one cut that all readers share: what a piece holds is worked out once for all texts."""

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

Found = TypeVar("Found")

KEPT = 100_000  # few pieces make up most of all texts
LONGEST_KEPT = 60  # characters; a longer piece is a link or a trick, and will not be met again


class Kept(dict[str, Found], Generic[Found]):
    """What a function finds in a piece of text, by the piece; asked for but once."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, piece: str) -> Found:
        found = self._find(piece)
        if len(piece) <= LONGEST_KEPT:
            if len(self) >= KEPT:
                self.clear()
            self[piece] = found
        return found


class Pieces(NamedTuple):
    """What stands between the blanks of a text, and where each of it begins; last, where a next one would."""

    written: list[str]
    starts: list[int]


@lru_cache(maxsize=4)  # the title and the body of the report that is being read
def pieces_of(text: str) -> Pieces:
    """The pieces of a text, in order."""
    written = text.split(" ")
    return Pieces(written, [0, *accumulate(len(piece) + 1 for piece in written)])
