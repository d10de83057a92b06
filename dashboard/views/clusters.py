"""Strikes drawn together where their marks would lie on one another: groups by zoom and view, few enough to send."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dashboard.columns import Mask
from dashboard.mercator import Floats, degrees, mercator
from dashboard.records import STATUSES, STRIKE_TYPES
from dashboard.views.spots import Ints, Spots

LIMIT = 1500  # groups that are sent at most
CELL = 14  # pixels: marks nearer than that hide each other
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

    `row` is the newest strike's place in the frame; `n` their number; `together` whether they stand at one point, else
    they are a cluster around `latitude` and `longitude` within `bounds` (south, west, north, east); `reach` metres do
    not matter for clusters. `parts` are numbers by type and status; `killed` is at least so many, where `stated`.
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

    Discs and rings whose true radius is larger than a cell stay themselves.
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
    apart = np.bincount(key, np.abs(dx) + np.abs(dy), size) > 0
    middle_x = spots.x[newest] + np.bincount(key, dx, size) / np.maximum(n, 1)
    middle_y = spots.y[newest] + np.bincount(key, dy, size) / np.maximum(n, 1)
    latitude, longitude = degrees(middle_x, middle_y)
    bounds = np.zeros((size, 4))
    if apart.any():
        low, high = np.full((2, size), 2.0), np.full((2, size), -1.0)
        for axis, values in enumerate((x, y)):
            np.minimum.at(low[axis], key, values)
            np.maximum.at(high[axis], key, values)
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
    """The number of the cell, or of the point of a wide mark, of each strike; and how many there may be."""
    if not len(at):
        return np.zeros(0, dtype=np.int64), 1
    scale = TILE * 2.0**zoom / CELL
    while (np.ptp(x) * scale + 2) * (np.ptp(y) * scale + 2) > LARGEST_GRID:
        scale /= 2
    column = (x * scale).astype(np.int64)
    line = (y * scale).astype(np.int64)
    column -= column.min()
    line -= line.min()
    wide = spots.spot[at]
    points = int(spots.spot.max(initial=-1)) + 1
    own = (wide >= 0) & (spots.reach[at] * TILE * 2.0**zoom > CELL / 2)
    for coarser in range(12):
        across = int(column.max() >> coarser) + 1
        down = int(line.max() >> coarser) + 1
        # Wide marks smaller than a cell are grouped among themselves, after the dots; wider ones stand after both.
        cell = (line >> coarser) * across + (column >> coarser) + np.where(wide >= 0, across * down, 0)
        key = np.where(own, 2 * across * down + wide, cell)
        cells = 2 * across * down + points
        if np.count_nonzero(np.bincount(key, minlength=cells)) <= LIMIT or not coarser < 11:
            break
    return key, cells
