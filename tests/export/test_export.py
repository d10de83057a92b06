"""CSV and GeoJSON of what the filters show."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.choose import CHOSEN_FIELDS
from dashboard.export import COLUMNS, to_csv, to_geojson
from dashboard.merge import merge
from dashboard.records import PRECISIONS, STRIKE_TYPES, Account
from dashboard.settings import PACKAGE
from dashboard.store import Store
from dashboard.store.write import write_store
from tests.factories import account, report

UNPLACED = {"place": None, "latitude": None, "longitude": None, "precision": None, "uncertainty_radius_m": None}


def frame_of(tmp_path: Path, accounts: Sequence[Account], **stated: Any) -> pd.DataFrame:
    reports = [report(name, **stated) for name in sorted({one.report for one in accounts})]
    strikes = merge(accounts, {one.report_id: one.published for one in reports})
    write_store(tmp_path / "s.sqlite", reports=reports, strikes=strikes, names=[], skipped=[])
    with Store.open(tmp_path / "s.sqlite") as opened:
        return opened.strikes_frame()


def csv_rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(frame), newline="")))


def test_the_columns_are_the_strike_its_values_its_reports_and_the_codes(tmp_path: Path) -> None:
    assert COLUMNS[0] == "strike_id"
    assert COLUMNS[1 : 1 + len(CHOSEN_FIELDS)] == CHOSEN_FIELDS
    assert COLUMNS[1 + len(CHOSEN_FIELDS) :][:3] == ("number_of_reports", "sources", "urls")
    text = to_csv(frame_of(tmp_path, [account()]))
    assert tuple(text.split("\r\n")[0].split(",")) == COLUMNS


def test_csv_says_what_is_known_and_leaves_the_rest_empty(tmp_path: Path) -> None:
    frame = frame_of(tmp_path, [account("a#1"), account("b#1", killed=None, place="Kyiv", date_start=date(2025, 7, 2))])
    kyiv, poltava = csv_rows(frame)
    assert (poltava["killed"], poltava["injured"], poltava["date_start"]) == ("2", "47", "2025-07-03")
    assert (kyiv["killed"], kyiv["best"], kyiv["date_start"]) == ("", "", "2025-07-02")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+380", "'+380"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ('He said "no", twice\nand left', 'He said "no", twice\nand left'),
        ("Харків", "Харків"),
    ],
)
def test_no_text_of_a_report_is_a_formula(text: str, cell: str, tmp_path: Path) -> None:
    (row,) = csv_rows(frame_of(tmp_path, [account(quote=text)], source=text))
    assert row["quote"] == cell
    assert row["sources"] == cell


def test_a_negative_number_stays_a_number(tmp_path: Path) -> None:
    (row,) = csv_rows(frame_of(tmp_path, [account(latitude=-12.5, longitude=-0.25)]))
    assert (row["latitude"], row["longitude"]) == ("-12.5", "-0.25")


def test_csv_is_read_back_by_pandas(tmp_path: Path) -> None:
    frame = frame_of(tmp_path, [account("a#1"), account("b#1", **UNPLACED)])
    again = pd.read_csv(io.StringIO(to_csv(frame)))
    assert again["strike_id"].tolist() == frame["strike_id"].tolist()
    assert again["killed"].tolist() == [2, 2]


def test_geojson_is_one_feature_per_strike(tmp_path: Path) -> None:
    frame = frame_of(tmp_path, [account("a#1", killed=None), account("b#1", **UNPLACED)])
    collection = json.loads(to_geojson(frame))
    assert collection["type"] == "FeatureCollection"
    placed, unplaced = collection["features"]
    assert (placed["type"], placed["id"]) == ("Feature", "a#1")
    assert placed["geometry"] == {"type": "Point", "coordinates": [34.551, 49.589]}, "longitude first"
    assert tuple(placed["properties"]) == COLUMNS
    assert (placed["properties"]["killed"], placed["properties"]["injured"]) == (None, 47)
    assert unplaced["geometry"] is None


def test_nothing_shown_is_an_empty_file(tmp_path: Path) -> None:
    frame = frame_of(tmp_path, [account()])[:0]
    assert csv_rows(frame) == []
    assert json.loads(to_geojson(frame))["features"] == []


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        (
            {"strike_type": "drone", "date_prec": 1, "precision": "district"},
            {"sub_event_type": "Air/drone strike", "time_precision": 1, "geo_precision": 1, "where_prec": 2},
        ),
        (
            {"strike_type": "missile", "date_prec": 4, "precision": "admin1"},
            {"sub_event_type": "Shelling/artillery/missile attack", "time_precision": 3, "geo_precision": 3}
            | {"where_prec": 4},
        ),
        (
            {"strike_type": "mixed", "date_prec": 5, "precision": "country"},
            {"sub_event_type": None, "time_precision": None, "geo_precision": None, "where_prec": 6},
        ),
        (
            {"killed": 3, "killed_low": 3, "killed_high": None},
            {"low": 3, "best": 3, "high": None, "event_type": "Explosions/Remote violence"},
        ),
    ],
)
def test_the_standard_codes(stated: dict[str, Any], codes: dict[str, Any], tmp_path: Path) -> None:
    (feature,) = json.loads(to_geojson(frame_of(tmp_path, [account(**stated)])))["features"]
    assert {name: feature["properties"][name] for name in codes} == codes


def test_every_code_is_for_a_value_that_there_is() -> None:
    path = PACKAGE / "export" / "codes.csv"
    known = {"strike_type": STRIKE_TYPES, "precision": PRECISIONS, "date_prec": tuple("12345")}
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        assert row["value"] in known[row["field"]]
        assert row["column"] in COLUMNS
        assert row["standard"] in {"ACLED", "UCDP"}
