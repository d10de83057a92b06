"""How dense strikes are: hexagons of a grid by zoom; each strike is spread as far as its place is in doubt."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.filters.columns import Mask
from dashboard.mercator import EARTH, Floats, reach
from dashboard.views.map.clusters import TILE, View
from dashboard.views.map.spots import Ints, Spots

LIMIT = 1500  # hexagons that are sent at most
WIDTH = 26  # pixels across a hexagon, on a map of usual size
ROW: float = math.sqrt(3) / 2  # between two rows, by the width
WIDE = 20  # widths of a radius from which a disc's share of the rows is reckoned by its area
STEPS = tuple(
    float(f"{one}e{power}") for power in range(-2, 7) for one in (1, 3)
)  # edges of classes: 0.01, 0.03, 0.1 ...
CLASSES = 5


@dataclass(frozen=True, slots=True)
class Heat:
    """Hexagons with the strikes that they hold: `x` and `y` of their middles and `width` are fractions of the world.

    `shade` is the class of each, 0 for the palest; `edges` part the classes. `kilometres` is a hexagon's width in the
    middle of the view.
    """

    x: Floats
    y: Floats
    strikes: Floats
    shade: Ints
    width: float
    edges: tuple[float, ...]
    kilometres: float


class Doubt:
    """The strikes that have a place, each with the radius it is known by: a town's too, though its mark is a dot."""

    def __init__(self, frame: pd.DataFrame, spots: Spots) -> None:
        here = frame.iloc[spots.rows]
        metres = here["uncertainty_radius_m"].fillna(0).to_numpy(dtype=np.float64)
        self._rows, self._x, self._y = spots.rows, spots.x, spots.y
        self._radius = reach(metres, here["latitude"].to_numpy(dtype=np.float64))

    def heat(self, passing: Mask, view: View) -> Heat:
        """The strikes of a mask as hexagons that cover a view."""
        west, north, east, south = view.box()
        width = WIDTH / (TILE * 2.0**view.zoom)
        while ((south - north) / (ROW * width) + 2) * ((east - west) / width + 3) > LIMIT:
            width *= 1.1
        grid = _Grid(west, north, east, south, width)
        mine = np.flatnonzero(passing[self._rows])
        x, y, radius = self._x[mine], self._y[mine], self._radius[mine]
        near = (x + radius >= west - width) & (x - radius <= east + width)
        near &= (y + radius >= north - width) & (y - radius <= south + width)
        strikes = grid.filled(x[near], y[near], radius[near]).round(9)  # sums of shares are whole where strikes are
        line, column = np.nonzero(strikes > 0)
        values = strikes[line, column]
        edges = _edges(float(values.max(initial=0.0)))
        return Heat(
            x=(column + grid.first_column + _shift(line + grid.first_line)) * width,
            y=(line + grid.first_line).astype(np.float64) * (width * ROW),
            strikes=values,
            shade=np.searchsorted(edges, values, side="right"),
            width=width,
            edges=edges,
            kilometres=width * EARTH * math.cos(math.radians((view.south + view.north) / 2)) / 1000,
        )


class _Grid:
    """Rows of hexagons that stand on their tips; every other row is half a hexagon further east."""

    def __init__(self, west: float, north: float, east: float, south: float, width: float) -> None:
        self.width = width
        self.first_line, last_line = math.floor(north / (width * ROW)), math.ceil(south / (width * ROW))
        self.first_column, last_column = math.floor(west / width) - 1, math.ceil(east / width)
        self.lines, self.columns = last_line - self.first_line + 1, last_column - self.first_column + 1

    def filled(self, x: Floats, y: Floats, radius: Floats) -> Floats:
        """How many strikes each hexagon holds: a disc counts in equal parts for all whose middle lies in it."""
        source, line, first, last, share = self._spread(x, y, radius)
        alone = np.ones(len(x), dtype=bool)
        alone[source] = False  # discs between the middles, and points, are in the hexagon that they lie in
        at_line, at_column = self._nearest(x[alone], y[alone])
        steps = self._steps(line, first, last, share) + self._steps(
            at_line, at_column, at_column, np.ones(len(at_line))
        )
        return np.cumsum(steps, axis=1)[:, :-1]

    def _spread(self, x: Floats, y: Floats, radius: Floats) -> tuple[Ints, Ints, Ints, Ints, Floats]:
        """For each disc and each row that it meets: the first and the last hexagon in it, and the share of each."""
        pitch = self.width * ROW
        huge = radius > WIDE * self.width
        low, high = np.ceil((y - radius) / pitch), np.floor((y + radius) / pitch)
        low = np.where(huge, np.maximum(low, self.first_line), low).astype(np.int64)
        high = np.where(huge, np.minimum(high, self.first_line + self.lines - 1), high).astype(np.int64)
        rows = np.maximum(high - low + 1, 0)
        source = np.repeat(np.arange(len(x)), rows)
        line = np.arange(len(source)) - np.repeat(np.cumsum(rows) - rows, rows) + low[source]
        half = np.sqrt(np.maximum(radius[source] ** 2 - (line * pitch - y[source]) ** 2, 0.0))
        first = np.ceil((x[source] - half) / self.width - _shift(line)).astype(np.int64)
        last = np.floor((x[source] + half) / self.width - _shift(line)).astype(np.int64)
        held = np.bincount(source, np.maximum(last - first + 1, 0), len(x))
        held = np.where(huge, np.pi * radius**2 / (self.width * pitch), held)
        meets = (last >= first) & (held[source] > 0)
        source, line, first, last = source[meets], line[meets], first[meets], last[meets]
        return source, line, first, last, 1 / held[source]

    def _nearest(self, x: Floats, y: Floats) -> tuple[Ints, Ints]:
        """The row and the place in it of the hexagon that each point lies in."""
        pitch = self.width * ROW
        upper = np.floor(y / pitch).astype(np.int64)
        found = []
        for line in (upper, upper + 1):
            column = np.rint(x / self.width - _shift(line)).astype(np.int64)
            away = (x - (column + _shift(line)) * self.width) ** 2 + (y - line * pitch) ** 2
            found.append((away, line, column))
        (away, line, column), (other_away, other_line, other_column) = found
        nearer = away <= other_away
        return np.where(nearer, line, other_line), np.where(nearer, column, other_column)

    def _steps(self, line: Ints, first: Ints, last: Ints, share: Floats) -> Floats:
        """Shares of runs of hexagons in a row, as far as they are in the grid: each as a step up and a step down."""
        line = line - self.first_line
        first = np.clip(first - self.first_column, 0, self.columns)
        last = np.clip(last - self.first_column + 1, 0, self.columns)
        here = (line >= 0) & (line < self.lines) & (last > first)
        row, size = line[here] * (self.columns + 1), self.lines * (self.columns + 1)
        steps = np.zeros(size)
        steps += np.bincount(row + first[here], share[here], size)
        steps -= np.bincount(row + last[here], share[here], size)
        return steps.reshape(self.lines, self.columns + 1)


def _shift(line: Ints) -> Floats:
    return (line & 1).astype(np.float64) * 0.5


def _edges(most: float) -> tuple[float, ...]:
    """What parts the classes: the last one begins below the most that a hexagon holds."""
    top = max((at for at, step in enumerate(STEPS) if step <= most), default=0)
    return STEPS[max(top - CLASSES + 2, 0) : top + 1]
