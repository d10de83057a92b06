"""Degrees and the flat map: Web Mercator, as fractions of the world's width, in which the map's lines are straight."""

import numpy as np
import numpy.typing as npt

EARTH = 40_075_016.686  # metres around the equator
NORTHMOST = 85.05  # degrees: where the flat map ends

Floats = npt.NDArray[np.float64]


def mercator(latitude: Floats, longitude: Floats) -> tuple[Floats, Floats]:
    """Degrees as fractions of the world, x from the west and y from the north."""
    shown = np.clip(latitude, -NORTHMOST, NORTHMOST)
    return (longitude + 180) / 360, 0.5 - np.log(np.tan(np.pi / 4 + np.radians(shown) / 2)) / (2 * np.pi)


def degrees(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Latitude and longitude of fractions of the world."""
    return np.degrees(2 * np.arctan(np.exp((0.5 - y) * 2 * np.pi)) - np.pi / 2), x * 360 - 180


def reach(metres: Floats, latitude: Floats) -> Floats:
    """A length on the ground at a latitude, as a fraction of the world."""
    return metres / (EARTH * np.cos(np.radians(latitude)))
