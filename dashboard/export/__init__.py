"""What the filters show, as files: CSV and GeoJSON."""

from dashboard.export.as_csv import table_csv, to_csv
from dashboard.export.as_geojson import to_geojson
from dashboard.export.rows import COLUMNS

__all__ = ["COLUMNS", "table_csv", "to_csv", "to_geojson"]
