"""Strikes frame -> CSV after RFC 4180.

UTF-8 without a byte order mark: with one, most programs take the first column for another name.
"""

import csv
import io
from typing import Any

import pandas as pd

from dashboard.export.rows import COLUMNS, rows

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(frame: pd.DataFrame) -> str:
    """A header of COLUMNS and one row per strike; unknown is an empty cell.

    A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets a
    leading apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for row in rows(frame):
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return out.getvalue()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value
