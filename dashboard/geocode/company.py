"""Says how well a place keeps company: how many other names of the report may lie around it, and in its region."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dashboard.geocode.reading import SETTLEMENTS
from dashboard.records import Place

Cell = tuple[int, int]

ROWS, COLUMNS = 1.0, 1.25  # degrees: a cell and those around it reach some 110 km in middle latitudes
MOST = 40  # meanings: a name with more of them says nothing about where a report plays
FINE = SETTLEMENTS | {"county", "raion"}


class Company:
    """The meanings of a report's names on a coarse grid. A name counts once, the less the more meanings it has."""

    def __init__(self, names: Iterable[tuple[str, Sequence[Place], float]]) -> None:
        """Takes each name with the places it may mean, and how much it can be trusted to be a place, 0 to 1."""
        self._cells: dict[Cell, dict[str, float]] = defaultdict(dict)
        self._regions: dict[tuple[str | None, str | None], dict[str, float]] = defaultdict(dict)
        self._near: dict[tuple[str, Cell], float] = {}
        for name, places, trust in names:
            fine = [place for place in places if place.kind in FINE]
            if not 0 < len(fine) <= MOST:
                continue
            weight = trust / len(fine) ** 0.5
            for place in fine:
                cell = self._cells[_cell(place)]
                cell[name] = max(weight, cell.get(name, 0.0))
                region = self._regions[place.country, place.admin1]
                region[name] = max(weight, region.get(name, 0.0))

    def near(self, name: str, place: Place) -> float:
        """The weight of the other names that may lie near a place that `name` may mean."""
        at = _cell(place)
        if (name, at) not in self._near:
            found: dict[str, float] = {}
            for row in range(at[0] - 1, at[0] + 2):
                for column in range(at[1] - 1, at[1] + 2):
                    for other, weight in self._cells.get((row, column), {}).items():
                        found[other] = max(weight, found.get(other, 0.0))
            self._near[name, at] = sum(weight for other, weight in found.items() if other != name)
        return self._near[name, at]

    def beside(self, name: str, place: Place) -> float:
        """The weight of the other names that may lie in a place's first-level region."""
        if place.admin1 is None:
            return 0.0
        region = self._regions.get((place.country, place.admin1), {})
        return sum(weight for other, weight in region.items() if other != name)


def _cell(place: Place) -> Cell:
    return (int(place.latitude // ROWS), int(place.longitude // COLUMNS))
