"""Says how well a place keeps company: how many other names of the report may lie around it, and in its region."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dashboard.geocode.names.options import Option, Region

MOST = 40  # meanings: a name with more of them says nothing about where a report plays
_SHARED = tuple(number**0.5 for number in range(MOST + 1))  # what a name's weight is divided by, for its meanings


class Company:
    """The meanings of a report's names on a coarse grid. A name counts once, the less the more meanings it has."""

    def __init__(self, names: Iterable[tuple[str, Sequence[Option], float]]) -> None:
        """Takes each name with what it may mean, and how much it can be trusted to be a place, 0 to 1."""
        self._cells: dict[int, dict[str, float]] = defaultdict(dict)
        self._regions: dict[Region, dict[str, float]] = defaultdict(dict)
        self._near: dict[tuple[str, int], float] = {}
        cells, regions = self._cells, self._regions
        for name, options, trust in names:
            fine = [option for option in options if option.fine]
            if not 0 < len(fine) <= MOST:
                continue
            weight = trust / _SHARED[len(fine)]
            for option in fine:
                for group in (cells[option.cell], regions[option.region]):
                    if group.get(name, 0.0) < weight:
                        group[name] = weight

    def near(self, name: str, option: Option) -> float:
        """The weight of the other names that may lie near a place that `name` may mean."""
        key = name, option.cell
        near = self._near.get(key)
        if near is None:
            around = list(filter(None, map(self._cells.get, option.around)))
            near = _without(name, around[0] if len(around) == 1 else _heaviest(around)) if around else 0.0
            self._near[key] = near
        return near

    def beside(self, name: str, option: Option) -> float:
        """The weight of the other names that may lie in a place's first-level region."""
        region = self._regions.get(option.region) if option.region[1] is not None else None
        return _without(name, region) if region else 0.0


def _without(name: str, group: Mapping[str, float]) -> float:
    """The weight of all names of a group but one."""
    if name not in group:
        return sum(group.values())
    if len(group) == 1:
        return 0.0  # most often, far from where a report plays
    return sum([weight for other, weight in group.items() if other != name])


def _heaviest(groups: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The names of several groups, each with the most that it weighs in one."""
    found: dict[str, float] = {}
    for group in groups:
        for name, weight in group.items():
            if found.get(name, 0.0) < weight:
                found[name] = weight
    return found
