"""An area drawn on the map, a box or a lasso: made of what was drawn, kept in an address, and read from one."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import shapely

from dashboard.mercator import NORTHMOST, degrees, mercator

Point: TypeAlias = tuple[float, float]  # latitude and longitude, degrees

CORNERS = 24  # of a lasso as it is kept
MOST_CORNERS = 60  # of one that an address may hold
MOST_DRAWN = 2000  # points of a line that a browser may send
NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?")
BETWEEN = "_"  # stands in an address as it is


@dataclass(frozen=True, slots=True)
class Area:
    """Corners in order around; a box has two, south-west and north-east. `box`, `lasso` and `parse` make valid ones.

    Longitudes may run past 180 degrees, for an area across the date line.
    """

    corners: tuple[Point, ...]

    @property
    def text(self) -> str:
        """How an address holds it: the numbers of the corners, `49.1_36_50.3_37.5` for south, west, north, east."""
        return BETWEEN.join(f"{number:.6f}".rstrip("0").rstrip(".") for at in self.corners for number in at)

    @property
    def outline(self) -> tuple[Point, ...]:
        """Its corners around, of a box all four."""
        if len(self.corners) > 2:
            return self.corners
        (south, west), (north, east) = self.corners
        return (south, west), (north, west), (north, east), (south, east)

    @property
    def edges(self) -> tuple[Point, Point]:
        """The south-west and the north-east corner of the box around it."""
        latitudes, longitudes = zip(*self.corners, strict=True)
        return (min(latitudes), min(longitudes)), (max(latitudes), max(longitudes))

    def shape(self) -> shapely.Geometry:
        """All that its line goes around, also where the line crosses itself, in fractions of the world (`mercator`)."""
        latitudes, longitudes = np.array(self.outline).T
        x, y = mercator(latitudes, longitudes)
        ring = shapely.linearrings(np.column_stack([x, y]))
        return shapely.union_all(shapely.get_parts(shapely.polygonize([shapely.node(ring)])))


def box(south: float, west: float, north: float, east: float, *, exact: bool = False) -> Area | None:
    """The box between these edges, rounded unless they are to be `exact`; `None` where they make none."""
    if not all(map(math.isfinite, (south, west, north, east))) or not (south < north and west < east):
        return None
    corners = [(max(south, -NORTHMOST), west), (min(north, NORTHMOST), east)]
    return _made(corners if exact else _rounded(corners))


def lasso(points: Sequence[Point]) -> Area | None:
    """The area within a line drawn freely, with no more corners than it needs; `None` where it goes around nothing."""
    if not 3 <= len(points) <= MOST_DRAWN or not all(math.isfinite(number) for at in points for number in at):
        return None
    latitudes, longitudes = np.array(points, dtype=np.float64).T
    line = shapely.linestrings(np.column_stack(mercator(latitudes, longitudes)))
    detail = math.hypot(*np.ptp(shapely.get_coordinates(line), axis=0)) / 500
    while shapely.get_num_points(shapely.simplify(line, detail)) > CORNERS:
        detail *= 1.3
    x, y = shapely.get_coordinates(shapely.simplify(line, detail)).T
    latitudes, longitudes = degrees(x, y)
    if len(x) < 3:
        return None
    return _made(_rounded(list(zip(latitudes.tolist(), longitudes.tolist(), strict=True))))


def parse(text: str) -> Area | None:
    """The area that an address holds; `None` for any other text."""
    numbers = text.split(BETWEEN)
    if len(numbers) % 2 or not 4 <= len(numbers) <= 2 * MOST_CORNERS or not all(map(NUMBER.fullmatch, numbers)):
        return None
    values = [float(number) for number in numbers]
    if len(values) == 4:
        return box(*values, exact=True)
    return _made(list(zip(values[::2], values[1::2], strict=True)))


def _rounded(corners: list[Point]) -> list[Point]:
    """Corners as exact as the size of what they enclose asks for: two figures less than its width."""
    tall, wide = np.ptp(np.array(corners), axis=0)
    decimals = min(max(2 - math.floor(math.log10(max(tall, wide, 1e-6))), 1), 6)
    return [(round(latitude, decimals), round(longitude, decimals)) for latitude, longitude in corners]


def _made(corners: list[Point]) -> Area | None:
    """An area with its middle on the first turn of the world, if it encloses anything."""
    kept = [at for number, at in enumerate(corners) if at != corners[number - 1]]
    if len(kept) < 2 or len(kept) == 2 < len(corners):
        return None
    latitudes, longitudes = (np.array(axis) for axis in zip(*kept, strict=True))
    tall, wide = float(np.ptp(latitudes)), float(np.ptp(longitudes))
    if np.abs(latitudes).max() > 90 or not 0 < wide <= 360 or not tall > 0:
        return None
    turns = math.floor((longitudes.min() + wide / 2 + 180) / 360)
    area = Area(tuple((latitude + 0.0, round(longitude - 360 * turns, 6) + 0.0) for latitude, longitude in kept))
    return area if shapely.area(area.shape()) > 0 else None
