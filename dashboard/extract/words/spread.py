"""What was found in a text, by where it stands: what begins within a stretch, and whether anything lies across it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Spread(Generic[Found]):
    """Things found in a text, looked up in no more steps than there are in the stretch that is asked about."""

    def __init__(self, found: Sequence[Found], start: Callable[[Found], int]) -> None:
        placed = sorted((start(one), number) for number, one in enumerate(found))
        self._starts = [at for at, _ in placed]
        self._numbers = [number for _, number in placed]
        self._found = found

    def within(self, start: int, end: int) -> tuple[Found, ...]:
        """What begins in a stretch, in the order in which it was found."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return tuple([self._found[number] for number in sorted(self._numbers[first:last])]) if first < last else ()


class Cover:
    """Stretches of a text, which may overlap: whether one of them overlaps another stretch."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # how far those up to here reach

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with one of them."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
