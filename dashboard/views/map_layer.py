"""Strikes and mentions as one GeoJSON FeatureCollection: dot, disc or ring by precision, one feature per position.

Nothing of a report but an escaped place name goes onto the map; details are shown beside it.
"""

from collections import Counter
from collections.abc import Collection
from typing import Any

import pandas as pd

from dashboard.views.wording import many, place_of, strikes_here

KINDS = {"site": "dot", "settlement": "dot", "district": "disc", "raion": "disc", "admin1": "ring"}
WIDE = ("district", "raion", "admin1")  # precisions drawn with their true radius
DRAWN_FIRST = (
    "area",
    "rim",
    "ring",
    "disc",
    "mention",
    "dot",
    "place",
    "point",
)  # what is large lies below what is small, so that both can be clicked
ESCAPES = str.maketrans({character: f"&#{ord(character)};" for character in "&<>\"'`$\\"})


def escape(text: str) -> str:
    """Text as it may stand in the map's HTML and script: & < > " ' ` $ and \\ as numeric entities."""
    return text.translate(ESCAPES)


def is_drawn(frame: pd.DataFrame) -> "pd.Series[bool]":
    """True for rows with a marker: placed, and more exactly than a country."""
    return frame["precision"].isin(list(KINDS)) & frame["latitude"].notna() & frame["longitude"].notna()


def positions(frame: pd.DataFrame) -> set[tuple[float, float]]:
    """Where strikes are drawn: latitude and longitude."""
    drawn = frame[is_drawn(frame)]
    return set(zip(drawn["latitude"], drawn["longitude"], strict=True))


def strike_features(frame: pd.DataFrame, selected: str | None = None) -> list[dict[str, Any]]:
    """A feature for each position of the drawn strikes. Its `id` is the newest strike there, `ids` are all of them.

    `parts` are type, whether confirmed, and number; `radius` is metres; `label` is escaped. Country-wide and unplaced
    strikes give none: the page lists them.
    """
    newest_first = frame[is_drawn(frame)].sort_values("date_start", ascending=False, kind="stable")
    points: dict[tuple[str, float, float], list[dict[str, Any]]] = {}
    for strike in newest_first.to_dict("records"):
        point = (KINDS[strike["precision"]], strike["latitude"], strike["longitude"])
        points.setdefault(point, []).append({str(name): value for name, value in strike.items()})
    return [_feature(*point, points[point], selected) for point in sorted(points)]


def mention_features(frame: pd.DataFrame, taken: Collection[tuple[float, float]]) -> list[dict[str, Any]]:
    """A small grey feature for each place that reports only name. Countries have none, nor has a place in `taken`
    (latitude, longitude), where a strike stands already; `wide` is a region, drawn hollow."""
    drawn = frame[frame["precision"].isin(list(KINDS)) & frame["latitude"].notna()]
    features = []
    for _, group in drawn.groupby(["latitude", "longitude"], sort=True):
        first = group.iloc[0]
        latitude, longitude = float(first["latitude"]), float(first["longitude"])
        if (latitude, longitude) in taken:
            continue
        reports = group["report"].nunique()
        # No more than that: a strike there may be told elsewhere and be left out by the filters.
        named = f"only named, in {many(reports, 'report')}"
        features.append(
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
                "properties": {
                    "kind": "mention",
                    "wide": first["precision"] in WIDE,
                    "label": f"{escape(str(first['place']))}<br>{named}",
                },
            }
        )
    return features


def collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    """The features as one collection, in drawing order, the selected ones last."""
    ordered = sorted(
        features,
        key=lambda f: (bool(f["properties"].get("selected")), DRAWN_FIRST.index(f["properties"]["kind"])),
    )
    return {"type": "FeatureCollection", "features": ordered}


def _feature(
    kind: str, latitude: float, longitude: float, strikes: list[dict[str, Any]], selected: str | None
) -> dict[str, Any]:
    newest = strikes[0]
    ids = [str(strike["strike_id"]) for strike in strikes]
    parts = Counter((str(strike["strike_type"]), strike["status"] == "confirmed") for strike in strikes)
    radii = [strike["uncertainty_radius_m"] for strike in strikes]
    name = escape(place_of(newest["place"], newest["precision"]))
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {
            "kind": kind,
            "id": ids[0],
            "ids": ids,
            "n": len(ids),
            "type": newest["strike_type"],
            "parts": [[*part, number] for part, number in parts.most_common()],
            "status": newest["status"],
            "radius": max((radius for radius in radii if not pd.isna(radius)), default=0.0),
            "name": name,
            "label": f"<b>{name}</b><br>{escape(strikes_here(newest, len(ids)))}",
            "selected": selected in ids,
        },
    }
