"""Places that reports only name, as marks: which of them belong to the strikes shown, and where no strike stands."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.filters.columns import Mask
from dashboard.filters.within import WIDE
from dashboard.mercator import Floats
from dashboard.views.map.clusters import View
from dashboard.views.map.layer import Mark, escape
from dashboard.views.map.spots import KINDS, Ints
from dashboard.views.tongue import n_

LIMIT = 400  # marks that are sent at most, the most named first


@dataclass(frozen=True, slots=True)
class Named:
    """Each point that mentions stand at, with its first place's name and precision; countries have none.

    `at` and `by` pair points with reports; `struck` is for each strike the point it stands at, -1 for none; `told` and
    `telling` pair strikes with reports.
    """

    latitude: Floats
    longitude: Floats
    place: list[str]
    wide: Mask
    at: Ints
    by: Ints
    struck: Ints
    told: Ints
    telling: Ints
    reports: int

    @classmethod
    def of(cls, mentions: pd.DataFrame, tellings: pd.DataFrame, strikes: pd.DataFrame) -> "Named":
        """From the store's frames."""
        drawn = mentions[mentions["precision"].isin(list(KINDS)) & mentions["latitude"].notna()]
        points = drawn.groupby(["latitude", "longitude"], sort=True)
        first = points[["place", "precision"]].first()
        reports = pd.Index(pd.concat([drawn["report"], tellings["report"].astype(object)]).unique())
        pairs = pd.DataFrame({"at": points.ngroup(), "by": reports.get_indexer(drawn["report"])}).drop_duplicates()
        here = pd.MultiIndex.from_arrays([strikes["latitude"], strikes["longitude"]])
        codes = tellings["report"].cat
        return cls(
            latitude=first.index.get_level_values(0).to_numpy(dtype=np.float64),
            longitude=first.index.get_level_values(1).to_numpy(dtype=np.float64),
            place=[str(place) for place in first["place"]],
            wide=first["precision"].isin(list(WIDE)).to_numpy(),
            at=pairs["at"].to_numpy(dtype=np.int64),
            by=pairs["by"].to_numpy(dtype=np.int64),
            struck=first.index.get_indexer(here) if len(first) else np.full(len(strikes), -1),
            told=tellings["strike"].to_numpy(dtype=np.int64),
            telling=reports.get_indexer(codes.categories)[codes.codes]
            if len(tellings)
            else np.zeros(0, dtype=np.int64),
            reports=len(reports),
        )

    def counts(self, passing: Mask, filtered: bool) -> Ints:
        """For each point the number of reports that name it, 0 where a strike of the mask stands there already.

        When filtered, only reports that tell of strikes of the mask count: a place named in a report of another month
        would say nothing of the days asked for.
        """
        keep = np.ones(self.reports, dtype=bool)
        if filtered:
            keep = np.bincount(self.telling[passing[self.told]], minlength=self.reports) > 0
        counts = np.bincount(self.at[keep[self.by]], minlength=len(self.place))
        struck = self.struck[passing]
        counts[struck[struck >= 0]] = 0
        return counts

    def marks(self, counts: Ints, view: View) -> list[Mark]:
        """Small grey marks for the points named within a view; `wide` is a region or district, drawn hollow."""
        inside = (self.latitude >= view.south) & (self.latitude <= view.north)
        inside &= (self.longitude >= view.west) & (self.longitude <= view.east)
        here = np.flatnonzero(inside & (counts > 0))
        if len(here) > LIMIT:
            here = np.sort(here[np.argsort(-counts[here], kind="stable")[:LIMIT]])
        return [self._mark(int(point), int(counts[point])) for point in here]

    def _mark(self, point: int, reports: int) -> dict[str, Any]:
        # No more than that: a strike there may be told elsewhere and be left out by the filters.
        named = escape(n_("only named, in {n} report", "only named, in {n} reports", reports))
        return {
            "kind": "mention",
            "lat": float(self.latitude[point]),
            "lng": float(self.longitude[point]),
            "wide": bool(self.wide[point]),
            "label": f"{escape(self.place[point])}<br>{named}",
        }
