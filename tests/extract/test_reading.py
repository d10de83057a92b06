"""What is read from whole short reports: the tables of readings/, one row per report, each with the reason it is there.

A row holds `why`, `published` (null: not known), `title` (where there is one), `body`, and `found`, the accounts in any
order, each as the values of FIELDS. A row without `found` is a report in which nothing is struck.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.records import Report

FIELDS = ("date_start", "date_end", "place", "precision", "strike_type", "attacker", "killed", "injured", "status")
TABLES = sorted((Path(__file__).parent / "readings").glob("*.yaml"))
ROWS = [(path.stem, row) for path in TABLES for row in yaml.safe_load(path.read_text("utf-8"))]


def named(row: dict[str, Any]) -> str:
    return str(row["why"])


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{table}: {named(row)}" for table, row in ROWS])
def test_reading(table: str, row: dict[str, Any], gazetteer: Gazetteer) -> None:
    report = Report("r", row.get("title"), row["body"], row["published"])
    found = [tuple(getattr(one, field) for field in FIELDS) for one in extract(report, gazetteer).accounts]
    assert Counter(found) == Counter(map(tuple, row.get("found", ()))), row["why"]


def test_tables_are_broad_and_every_row_has_a_reason_of_its_own() -> None:
    assert len(ROWS) >= 200
    assert max(Counter((table, named(row)) for table, row in ROWS).values()) == 1
    assert max(Counter(row["body"] for _, row in ROWS).values()) == 1
    assert sum(not row.get("found") for _, row in ROWS) >= 40
    assert {tuple(row) for _, row in ROWS} <= {
        ("why", "published", "body"),
        ("why", "published", "body", "found"),
        ("why", "published", "title", "body", "found"),
    }
    assert all(len(one) == len(FIELDS) for _, row in ROWS for one in row.get("found", ()))
