"""Strikes drawn together where their marks would lie on one another: groups by zoom and view, few enough to send."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dashboard.filters.columns import Mask
from dashboard.mercator import Floats, degrees, mercator
from dashboard.records import STATUSES, STRIKE_TYPES
from dashboard.views.map.spots import Ints, Spots

LIMIT = 1500  # groups that are sent at most
CELL = 14  # pixels: marks nearer than that hide each other
AROUND, CROWD = 2, 8  # of the 25 cells around and with a cell so many may be held before marks are drawn as one
SPACING = 4  # cells between clusters
LAST_ZOOM = 17
SCATTER = 0.6  # of the spacing, by which their points lie off a grid
TILE = 256  # pixels of the world at zoom 0
LARGEST_GRID = 1 << 18  # cells; a view that asks for more is given coarser ones
PARTS = len(STRIKE_TYPES) * len(STATUSES)


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: its edges in degrees, and the zoom."""

    south: float
    west: float
    north: float
    east: float
    zoom: int

    def box(self) -> tuple[float, float, float, float]:
        """West, north, east and south edge as fractions of the world."""
        x, y = mercator(np.array([self.north, self.south]), np.array([self.west, self.east]))
        return float(x[0]), float(y[0]), float(x[1]), float(y[1])

    def padded(self, share: float = 0.5) -> "View":
        """The same with a margin on each side, so that a little panning needs nothing new."""
        tall, wide = (self.north - self.south) * share, (self.east - self.west) * share
        return replace(
            self,
            south=max(self.south - tall, -85.0),
            north=min(self.north + tall, 85.0),
            west=self.west - wide,
            east=self.east + wide,
        )


@dataclass(frozen=True, slots=True)
class Groups:
    """Strikes by where they are drawn; all arrays have one entry for each group.

    `row` is the newest strike's place in the frame; `n` their number; `together` whether they stand at one point and
    are drawn in one way, else they are a cluster around `latitude` and `longitude` within `bounds` (south, west, north,
    east). `parts` are numbers by type and status; `killed` is at least so many, where `stated`.
    `whole` says that no strike was left out for lying outside the view, and no two points are drawn as one.
    """

    row: Ints
    n: Ints
    together: Mask
    latitude: Floats
    longitude: Floats
    bounds: Floats
    parts: npt.NDArray[np.int64]
    killed: Ints
    stated: Mask
    whole: bool


def group(spots: Spots, passing: Mask, view: View) -> Groups:
    """The strikes of a mask over the frame within a view, grouped so that at most about LIMIT are left.

    Discs and rings whose true radius is larger than a mark stay themselves.
    """
    west, north, east, south = view.box()
    mine = passing[spots.rows]
    inside = mine & (spots.x + spots.reach >= west) & (spots.x - spots.reach <= east)
    inside &= (spots.y + spots.reach >= north) & (spots.y - spots.reach <= south)
    at = np.flatnonzero(inside)
    x, y = spots.x[at], spots.y[at]
    key, cells = _cells(spots, at, x, y, view.zoom)
    n = np.bincount(key, minlength=cells)
    held = np.flatnonzero(n)
    number = np.full(cells, -1)
    number[held] = np.arange(len(held))
    key = number[key]
    return _described(spots, at, x, y, key, n[held], everything=len(at) == int(mine.sum()))


def _described(spots: Spots, at: Ints, x: Floats, y: Floats, key: Ints, n: Ints, everything: bool) -> Groups:
    size = len(n)
    newest = np.zeros(size, dtype=np.int64)
    newest[key] = at  # the last one written stays: they come oldest first
    dx, dy = x - spots.x[newest][key], y - spots.y[newest][key]
    wide = np.bincount(key, spots.spot[at] >= 0, size)
    apart = (np.bincount(key, np.abs(dx) + np.abs(dy), size) > 0) | ((wide > 0) & (wide < n))
    middle_x = spots.x[newest] + np.bincount(key, dx, size) / np.maximum(n, 1)
    middle_y = spots.y[newest] + np.bincount(key, dy, size) / np.maximum(n, 1)
    latitude, longitude = degrees(middle_x, middle_y)
    bounds = np.zeros((size, 4))
    if apart.any():
        low, high = np.full((2, size), 2.0), np.full((2, size), -1.0)
        for axis, values in enumerate((x, y)):
            np.minimum.at(low[axis], key, values - spots.reach[at])
            np.maximum.at(high[axis], key, values + spots.reach[at])
        (bounds[:, 0], bounds[:, 1]), (bounds[:, 2], bounds[:, 3]) = degrees(low[0], high[1]), degrees(high[0], low[1])
    return Groups(
        row=spots.rows[newest],
        n=n,
        together=~apart,
        latitude=latitude,
        longitude=longitude,
        bounds=bounds,
        parts=np.bincount(key * PARTS + spots.part[at], minlength=size * PARTS).reshape(
            size, len(STRIKE_TYPES), len(STATUSES)
        ),
        killed=np.bincount(key, spots.killed[at], size).astype(np.int64),
        stated=np.bincount(key, spots.stated[at], size) > 0,
        whole=everything and not bool(apart.any()),
    )


def _cells(spots: Spots, at: Ints, x: Floats, y: Floats, zoom: int) -> tuple[Ints, int]:
    """The number of the cell, or of the point of a wide mark, of each strike; and how many there may be.

    Cells lie fast on the world, whatever the view: a pan moves no cluster.
    """
    if not len(at):
        return np.zeros(0, dtype=np.int64), 1
    nearest = zoom >= LAST_ZOOM  # nothing can part there by coming nearer, so that only one point is drawn as one
    scale = TILE * 2.0**zoom / (CELL / 8 if nearest else CELL)
    while (np.ptp(x) * scale + 2) * (np.ptp(y) * scale + 2) > LARGEST_GRID:
        scale /= 2
    column, line = np.floor(x * scale).astype(np.int64), np.floor(y * scale).astype(np.int64)
    west, north = int(column.min()), int(line.min())
    column -= west
    line -= north
    across, down = int(column.max()) + 1, int(line.max()) + 1
    wide = spots.spot[at]
    points = int(spots.spot.max(initial=-1)) + 1
    own = (wide >= 0) & (spots.reach[at] * TILE * 2.0**zoom > CELL)
    # Wide marks smaller than a mark are grouped among themselves, after the dots, unless marks crowd there.
    cell = line * across + column + np.where(wide >= 0, across * down, 0)
    size = 2 * across * down
    held = np.flatnonzero(np.bincount(cell[~own], minlength=size))
    number = np.arange(size)
    for coarser in range(12):
        spacing = SPACING << coarser
        if coarser or not nearest:
            number[held] = _clustered(held, across, down, (west, north), spacing, everywhere=coarser > 0)
        if len(np.unique(number[held])) + len(np.unique(wide[own])) <= LIMIT:
            break
    groups = int(number.max()) + 1
    return np.where(own, groups + wide, number[cell]), groups + points


def _clustered(held: Ints, across: int, down: int, corner: tuple[int, int], spacing: int, everywhere: bool) -> Ints:
    """For each cell that is held its own number or, where marks crowd, that of the nearest of the world's scattered
    points, about `spacing` cells apart: clusters on a grid would make a pattern that is not in the data."""
    line, column = np.divmod(held % (across * down), across)
    crowded = np.ones(len(held), dtype=bool) if everywhere else _crowded(line, column, across, down)
    x, y = (column[crowded] + corner[0] + 0.5) / spacing, (line[crowded] + corner[1] + 0.5) / spacing
    nearest, least = np.zeros(len(x), dtype=np.int64), np.full(len(x), np.inf)
    west, north, width = corner[0] // spacing - 1, corner[1] // spacing - 1, across // spacing + 4
    for right in (-1, 0, 1):
        for below in (-1, 0, 1):
            i, j = np.floor(x).astype(np.int64) + right, np.floor(y).astype(np.int64) + below
            distance = (i + _scatter(i, j, 1) - x) ** 2 + (j + _scatter(i, j, 2) - y) ** 2
            nearer = distance < least
            least[nearer] = distance[nearer]
            nearest[nearer] = ((j - north) * width + i - west)[nearer]
    found = held.copy()
    found[crowded] = 2 * across * down + nearest
    return found


def _crowded(line: Ints, column: Ints, across: int, down: int) -> Mask:
    """Whether so many of the cells around a cell are held that their marks would lie on one another."""
    held = np.zeros((down + 2 * AROUND + 1, across + 2 * AROUND + 1), dtype=np.int32)
    held[line + AROUND + 1, column + AROUND + 1] = 1
    sums = held.cumsum(axis=0).cumsum(axis=1)  # of all to the north-west
    low, high = (line, column), (line + 2 * AROUND + 1, column + 2 * AROUND + 1)
    around = sums[high[0], high[1]] - sums[low[0], high[1]] - sums[high[0], low[1]] + sums[low[0], low[1]]
    crowded: Mask = around > CROWD
    return crowded


def _scatter(i: Ints, j: Ints, axis: int) -> Floats:
    """Where a scattered point lies within its square of the world: by chance, yet the same each time."""
    mixed = (i * 374_761_393 + j * 668_265_263 + axis * 982_451_653) & 0xFFFF_FFFF
    mixed = ((mixed ^ (mixed >> 13)) * 1_274_126_177) & 0xFFFF_FFFF
    chance: Floats = ((mixed ^ (mixed >> 16)) & 0xFFFF) / 0xFFFF
    return 0.5 + SCATTER * (chance - 0.5)
