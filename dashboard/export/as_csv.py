"""Strikes frame -> CSV after RFC 4180.

UTF-8 without a byte order mark: with one, most programs take the first column for another name.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

import pandas as pd

from dashboard.export.rows import COLUMNS, rows

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(frame: pd.DataFrame) -> str:
    """A header of COLUMNS and one row per strike; unknown is an empty cell.

    A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets a
    leading apostrophe.
    """
    return table_csv(COLUMNS, (row.values() for row in rows(frame)))


def table_csv(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """Any table: a header and its rows; `None` is an empty cell, and no text a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return out.getvalue()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value
