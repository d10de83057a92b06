"""Says how well a place keeps company: how many other names of the report may lie around it, and in its region."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dashboard.geocode.names.options import ACROSS, Option, Region

MOST = 40  # meanings: a name with more of them says nothing about where a report plays
_NOBODY: dict[str, float] = {}


class Company:
    """The meanings of a report's names on a coarse grid. A name counts once, the less the more meanings it has."""

    def __init__(self, names: Iterable[tuple[str, Sequence[Option], float]]) -> None:
        """Takes each name with what it may mean, and how much it can be trusted to be a place, 0 to 1."""
        self._bands: dict[int, dict[str, float]] = defaultdict(dict)  # a cell and those west and east of it
        self._regions: dict[Region, dict[str, float]] = defaultdict(dict)
        self._near: dict[tuple[str, int], float] = {}
        bands = self._bands
        trusted: dict[tuple[str, int], tuple[Sequence[Option], float]] = {}
        for name, options, trust in names:
            known = trusted.get((name, id(options)))
            if known is None or known[1] < trust:
                trusted[name, id(options)] = options, trust
        for (name, _), (options, trust) in trusted.items():
            fine = [option for option in options if option.fine]
            if not 0 < len(fine) <= MOST:
                continue
            weight = trust / len(fine) ** 0.5
            for option in fine:
                cell = option.cell
                for group in (bands[cell - 1], bands[cell], bands[cell + 1], self._regions[option.region]):
                    if group.get(name, 0.0) < weight:
                        group[name] = weight

    def near(self, name: str, option: Option) -> float:
        """The weight of the other names that may lie near a place that `name` may mean."""
        at = name, option.cell
        if at not in self._near:
            found: dict[str, float] = {}
            for row in (-ACROSS, 0, ACROSS):
                for other, weight in self._bands.get(option.cell + row, _NOBODY).items():
                    if found.get(other, 0.0) < weight:
                        found[other] = weight
            self._near[at] = sum(weight for other, weight in found.items() if other != name)
        return self._near[at]

    def beside(self, name: str, option: Option) -> float:
        """The weight of the other names that may lie in a place's first-level region."""
        if option.place.admin1 is None:
            return 0.0
        region = self._regions.get(option.region, {})
        return sum(weight for other, weight in region.items() if other != name)
