"""Strikes frame -> GeoJSON after RFC 7946."""

import json

import pandas as pd

from dashboard.export.rows import rows


def to_geojson(frame: pd.DataFrame) -> str:
    """A FeatureCollection with one feature per strike; its id is the strike_id, its properties are COLUMNS.

    A strike without coordinates is a feature whose geometry is null. The point of a region or country is its middle:
    `precision` and `uncertainty_radius_m` say so.
    """
    features = []
    for row in rows(frame):
        placed = row["latitude"] is not None and row["longitude"] is not None
        geometry = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]} if placed else None
        features.append({"type": "Feature", "id": row["strike_id"], "geometry": geometry, "properties": row})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, allow_nan=False) + "\n"
