"""Symbols: colours that stay apart for colour-blind readers and stand out from the ground, on light and on dark."""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest

from dashboard.views.map.base import LOOKS
from dashboard.views.symbols import TYPES

Colour = npt.NDArray[np.float64]
APART = 14  # in CIE 1976 units, of which two are just seen side by side
# How linear red, green and blue look without one kind of cones: Machado, Oliveira, Fernandes 2009, severity 1.
SEEN = {
    "all": np.eye(3),
    "no red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "no blue": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> Colour:
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: Colour) -> Colour:
    scaled = XYZ @ np.clip(light, 0, 1) / WHITE
    x, y, z = np.where(scaled > 216 / 24389, np.cbrt(scaled), (24389 / 27 * scaled + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    """That of WCAG 2."""
    low, high = sorted(float(linear(colour) @ XYZ[1]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", list(SEEN))
def test_any_two_types_differ_by_colour_whatever_the_eyes(theme: str, eyes: str) -> None:
    colours = {name: lab(SEEN[eyes] @ linear(getattr(symbol, theme))) for name, symbol in TYPES.items()}
    near = {
        (one, other): round(float(np.linalg.norm(colours[one] - colours[other])), 1)
        for one, other in combinations(colours, 2)
    }
    assert {pair: distance for pair, distance in near.items() if distance < APART} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_type_stands_out_from_the_ground(theme: str) -> None:
    for symbol in TYPES.values():
        for ground in ("ground", "land"):
            assert contrast(getattr(symbol, theme), LOOKS[theme][ground]) >= 3
