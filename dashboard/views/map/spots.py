"""Where strikes are drawn and what of them, as arrays in the order of the frame; made once for a store."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.filters.columns import Mask
from dashboard.filters.within import WIDE
from dashboard.mercator import Floats, mercator, reach
from dashboard.records import STATUSES, STRIKE_TYPES

KINDS = {"site": "dot", "settlement": "dot", "district": "disc", "raion": "disc", "admin1": "ring"}
WORST_FIRST = ("disputed", "unconfirmed", "claimed", "confirmed")
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Spots:
    """The strikes that have a marker: `rows` are their places in the frame, oldest first, the undated before all.

    `x` and `y` are fractions of the world in Web Mercator, from its north-west corner; `reach` is the radius of the
    doubt in the same measure, 0 for a dot; `spot` numbers the points that wide ones stand at, -1 for a dot;
    `part` is type times the number of statuses plus status; `killed` is at least so many, `stated` whether anyone says.
    """

    rows: Ints
    x: Floats
    y: Floats
    reach: Floats
    spot: Ints
    part: npt.NDArray[np.int8]
    killed: Floats
    stated: Mask

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Spots":
        """Those of a strikes frame."""
        drawn = np.flatnonzero(is_drawn(frame))
        undated = frame["date_start"].isna().to_numpy() & frame["date_end"].isna().to_numpy()
        rows = np.concatenate([drawn[undated[drawn]], drawn[~undated[drawn]]])
        here = frame.iloc[rows]
        latitude, longitude = (here[name].to_numpy(dtype=np.float64) for name in ("latitude", "longitude"))
        x, y = mercator(latitude, longitude)
        radius = here["uncertainty_radius_m"].fillna(0).to_numpy(dtype=np.float64)
        wide = here["precision"].isin(list(WIDE)).to_numpy()
        doubt = np.where(wide, reach(radius, latitude), 0.0)
        spot = np.full(len(rows), -1)
        points = pd.DataFrame({"x": x[wide], "y": y[wide], "precision": here["precision"].astype(str)[wide].to_numpy()})
        spot[wide] = points.groupby(["x", "y", "precision"], sort=False).ngroup().to_numpy()
        types = pd.Index(STRIKE_TYPES).get_indexer(pd.Index(here["strike_type"].astype(object)))
        types = np.where(types < 0, STRIKE_TYPES.index("other"), types)
        statuses = pd.Index(STATUSES).get_indexer(pd.Index(here["status"].astype(object)))
        least = here["killed_low"].fillna(here["killed"])
        return cls(
            rows=rows,
            x=x,
            y=y,
            reach=doubt,
            spot=spot,
            part=(types * len(STATUSES) + statuses).astype(np.int8),
            killed=least.fillna(0).to_numpy(dtype=np.float64),
            stated=least.notna().to_numpy(),
        )


def is_drawn(frame: pd.DataFrame) -> Mask:
    """True for rows with a marker: placed, and more exactly than a country."""
    placed = frame["latitude"].notna() & frame["longitude"].notna()
    return (frame["precision"].isin(list(KINDS)) & placed).to_numpy(dtype=bool)
