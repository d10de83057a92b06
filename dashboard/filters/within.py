"""Which strikes lie in an area, and which may: by more than half of the disc that their place is known by."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from dashboard.filters.area import Area
from dashboard.mercator import Floats, mercator, reach

Mask = npt.NDArray[np.bool_]

WIDE = ("district", "raion", "admin1")  # precisions whose place is a disc or a ring, not a point
POINTS = ("site", "settlement")
ARC = 8  # corners of a quarter of a disc: its area is right to one in a hundred
REMEMBERED = 8  # areas


@dataclass(frozen=True, slots=True)
class Within:
    """Masks over the strikes: those in an area; and those outside whose disc or ring reaches into it."""

    inside: Mask
    touching: Mask


class Points:
    """The places of strikes on the flat map. `placed` is True for those that have a point, a disc or a ring."""

    def __init__(self, frame: pd.DataFrame) -> None:
        latitude, longitude = (frame[name].to_numpy(dtype=np.float64) for name in ("latitude", "longitude"))
        located = ~(np.isnan(latitude) | np.isnan(longitude))
        wide = frame["precision"].isin(list(WIDE)).to_numpy(dtype=bool)
        self.placed: Mask = located & (wide | frame["precision"].isin(list(POINTS)).to_numpy(dtype=bool))
        self._rows = np.flatnonzero(self.placed)
        self._x, self._y = mercator(latitude[self._rows], longitude[self._rows])
        metres = frame["uncertainty_radius_m"].to_numpy(dtype=np.float64, na_value=0.0)[self._rows]
        self._reach = np.where(wide[self._rows], reach(np.nan_to_num(metres), latitude[self._rows]), 0.0)
        self._known: dict[Area, Within] = {}

    def within(self, area: Area) -> Within:
        """The strikes in an area: a point that lies in it, a disc or ring of which more than half does."""
        if area not in self._known:
            while len(self._known) >= REMEMBERED:
                self._known.pop(next(iter(self._known)), None)
            self._known[area] = self._worked_out(area.shape())
        return self._known[area]

    def _worked_out(self, shape: shapely.Geometry) -> Within:
        inside, touching = np.zeros((2, len(self.placed)), dtype=bool)
        shapely.prepare(shape)
        west, north, east, south = shapely.bounds(shape)
        for turn in (-1.0, 0.0, 1.0):  # an area across the date line lies beside the first turn of the world
            x = self._x + turn
            near = (x + self._reach >= west) & (x - self._reach <= east)
            near &= (self._y + self._reach >= north) & (self._y - self._reach <= south)
            at = np.flatnonzero(near)
            if len(at):
                share = _share(shape, x[at], self._y[at], self._reach[at])
                inside[self._rows[at]] |= share > 0.5
                touching[self._rows[at]] |= share > 0
        return Within(inside, touching & ~inside)


def _share(shape: shapely.Geometry, x: Floats, y: Floats, radius: Floats) -> Floats:
    """How much of each disc lies in a shape, 0 to 1; of a point, all or nothing."""
    share: Floats = shapely.contains_xy(shape, x, y).astype(np.float64)
    discs = np.flatnonzero(radius > 0)
    if len(discs):
        once, back = np.unique(np.column_stack([x, y, radius])[discs], axis=0, return_inverse=True)
        whole = shapely.buffer(shapely.points(once[:, 0], once[:, 1]), once[:, 2], quad_segs=ARC)
        parts = shapely.area(shapely.intersection(shape, whole)) / shapely.area(whole)
        share[discs] = parts[back.ravel()]
    return share
