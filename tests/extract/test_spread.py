"""What begins in a stretch is found in the order it came, and whether stretches overlap, also where they nest."""

import random

import pytest

from dashboard.extract.words.spread import Cover, Spread


@pytest.mark.parametrize(
    ("start", "end", "expected", "reason"),
    [
        (0, 10, ["c5", "a1", "b1"], "all, as they came"),
        (1, 5, ["a1", "b1"], "the end is not within"),
        (2, 5, [], "none"),
        (5, 6, ["c5"], "the start is"),
    ],
)
def test_within(start: int, end: int, expected: list[str], reason: str) -> None:
    assert list(Spread(["c5", "a1", "b1"], lambda one: int(one[1])).within(start, end)) == expected, reason


def test_cover_agrees_with_looking_at_each() -> None:
    chance = random.Random(3)
    for _ in range(300):
        stretches = [
            (a, a + chance.randint(1, 9)) for a in (chance.randint(0, 30) for _ in range(chance.randint(0, 6)))
        ]
        cover = Cover(stretches)
        for start in range(32):
            end = start + chance.randint(1, 5)
            assert cover.touches(start, end) == any(a < end and start < b for a, b in stretches), (
                stretches,
                start,
                end,
            )
