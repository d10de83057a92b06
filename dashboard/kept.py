"""Keeps what is worked out once for all texts: dictionaries that fill themselves, up to a number of keys."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

LONGEST_PIECE = 60  # characters; a longer piece is a link or a trick, and will not be met again


class Kept(dict[K, V]):
    """What `work_out` says of each key that was asked for. Where there are `most`, all are forgotten and begun anew."""

    def __init__(self, work_out: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._work_out, self._most = work_out, most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._work_out(key)
        return found


class KeptPieces(Kept[str, V]):
    """The same of pieces of texts; very long ones are worked out, but not kept."""

    def __missing__(self, key: str) -> V:
        return super().__missing__(key) if len(key) <= LONGEST_PIECE else self._work_out(key)
