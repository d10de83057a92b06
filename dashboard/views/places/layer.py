"""Places as map features: a small mark for each by its status, the chosen one in its true size with its candidates.

Nothing of a report but escaped names goes onto the map; what is said of a place stands beside it.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.records import Candidate, Place
from dashboard.views import tongue
from dashboard.views.map.layer import DRAWN_FIRST, escape
from dashboard.views.map.spots import KINDS
from dashboard.views.places import wording

MOST = 1500  # marks drawn at once: beyond it a map says less, and is slow
# By status: colour on light and on dark ground, and whether the mark is hollow, so that no colour is needed.
MARKS: dict[str, tuple[str, str, bool]] = {
    "reviewed": ("#00805c", "#2fbf95", False),
    "imported": ("#0072b2", "#4aa8e0", False),
    "unreviewed": ("#5b6470", "#a9b3bf", True),
    "proposed": ("#c8500a", "#f0803c", True),
}
CANDIDATE = ("#a83f86", "#dc8abf")
SMALL, LARGE = 4.0, 6.5  # pixels: a place that is only named, and one that was struck
NOT_AREAS = ("country", "continent", "water", "other")  # no circle could stand for their shapes


def drawn(shown: pd.DataFrame) -> pd.DataFrame:
    """The places that get a mark: those with a point, the most struck and most named first, no more than MOST."""
    placed = shown[shown["latitude"].notna() & ~shown["precision"].isin(["country", "continent"])]
    return placed.head(MOST)


def features(shown: pd.DataFrame, chosen: str | None, dark: bool) -> list[dict[str, Any]]:
    """A feature for each drawn place, `id` its item; those that were struck lie above those that were only named."""
    rows = drawn(shown).sort_values("strikes", kind="stable")
    return [
        _mark(
            row["latitude"],
            row["longitude"],
            id=row["item"],
            size=LARGE if row["strikes"] else SMALL,
            colour=MARKS[row["status"]][dark],
            hollow=MARKS[row["status"]][2],
            selected=row["item"] == chosen,
            name=escape(row["name"]),
            label=f"<b>{escape(row['name'])}</b><br>{escape(wording.told_at(row['strikes'], row['mentions']))}",
        )
        for row in rows.to_dict("records")
        if row["item"] != chosen
    ]


def chosen_features(
    place: Place | None, candidates: Sequence[Candidate], item: str, status: str, dark: bool
) -> list[dict[str, Any]]:
    """The chosen place in its true size, and the numbered places that its words may mean besides."""
    found: list[dict[str, Any]] = []
    for number, each in enumerate(candidates, start=1):
        if place is None or each.place.key != place.key:
            name = escape(each.place.name)
            where = escape(wording.within(each.place.admin1, tongue.country(each.place.country), each.place.name))
            found.append(
                _mark(
                    each.place.latitude,
                    each.place.longitude,
                    size=9,
                    colour=CANDIDATE[dark],
                    hollow=True,
                    number=number,
                    name=name,
                    label=f"<b>{number}. {name}</b><br>{where}",
                )
            )
    if place is not None:
        found += area(place.latitude, place.longitude, place.precision, place.radius_m)
        name = escape(place.name)
        light, on_dark, hollow = MARKS[status]
        mark = {"id": item, "size": LARGE, "colour": on_dark if dark else light, "hollow": hollow, "selected": True}
        found.append(_mark(place.latitude, place.longitude, **mark, name=name, label=f"<b>{name}</b>"))
    return found


def area(latitude: float, longitude: float, precision: str, radius_m: float) -> list[dict[str, Any]]:
    """The circle within which a place lies; none for what no circle stands for."""
    if precision in NOT_AREAS:
        return []
    shape = "rim" if KINDS.get(precision) == "ring" else "area"
    return [_feature(latitude, longitude, kind=shape, radius=radius_m)]


def point_features(latitude: float, longitude: float, precision: str, radius_m: float) -> list[dict[str, Any]]:
    """The point that is being entered, with its circle."""
    return [*area(latitude, longitude, precision, radius_m), _feature(latitude, longitude, kind="point", name="point")]


def bounds(points: Sequence[tuple[float, float]]) -> dict[str, Any] | None:
    """The south-west and north-east corners that hold all points, and their middle, in degrees; `None` without any."""
    if not points:
        return None
    latitudes, longitudes = zip(*points, strict=True)
    corners = [[min(latitudes), min(longitudes)], [max(latitudes), max(longitudes)]]
    return {"bounds": corners, "middle": [sum(latitudes) / len(points), sum(longitudes) / len(points)]}


def _mark(latitude: float, longitude: float, **properties: Any) -> dict[str, Any]:
    return _feature(latitude, longitude, kind="place", **properties)


def _feature(latitude: float, longitude: float, **properties: Any) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [float(longitude), float(latitude)]}
    return {"type": "Feature", "geometry": point, "properties": properties}


def collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    """The features as one collection, in drawing order, the selected ones last."""
    ordered = sorted(
        features,
        key=lambda f: (bool(f["properties"].get("selected")), DRAWN_FIRST.index(f["properties"]["kind"])),
    )
    return {"type": "FeatureCollection", "features": ordered}
