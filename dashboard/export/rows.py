"""Strikes frame -> the rows and columns that every export has, with the standard codes of ACLED and UCDP.

The codes stand in codes.csv; data/README.md is the codebook.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.choose import CHOSEN_FIELDS

OWN_COLUMNS = ("strike_id", *CHOSEN_FIELDS, "number_of_reports", "sources", "urls")
ACLED_COLUMNS = ("event_type", "sub_event_type", "time_precision", "geo_precision")
UCDP_COLUMNS = ("where_prec", "low", "best", "high")
COLUMNS = (*OWN_COLUMNS, *ACLED_COLUMNS, *UCDP_COLUMNS)
CODED = ("strike_type", "date_prec", "precision")
DEATHS = {"low": "killed_low", "best": "killed", "high": "killed_high"}


def rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """One plain dictionary per row of a strikes frame, keyed by COLUMNS: ISO dates, `None` for unknown."""
    columns = {name: _plain(frame[name]) for name in OWN_COLUMNS}
    codes = _codes()
    for values in zip(*columns.values(), strict=True):
        row = dict.fromkeys(COLUMNS) | dict(zip(OWN_COLUMNS, values, strict=True))
        for field in CODED:
            row |= codes.get((field, str(row[field])), {})
        yield row | {column: row[field] for column, field in DEATHS.items()}


def _plain(column: "pd.Series[Any]") -> list[Any]:
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]


@cache
def _codes() -> dict[tuple[str, str], dict[str, str | int]]:
    """The codes of each value of a field: `("precision", "raion")` -> `{"geo_precision": 2, "where_prec": 3}`."""
    found: dict[tuple[str, str], dict[str, str | int]] = {}
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = int(row["code"]) if row["code"].isdigit() else row["code"]
            found.setdefault((row["field"], row["value"]), {})[row["column"]] = code
    return found
