"""The reviewed places: every wrong row is refused with its file and line, and the shipped file is whole."""

from pathlib import Path

import pytest

from dashboard.errors import GazetteerError
from dashboard.geocode.sources.reviewed import COLUMNS, read_rows
from dashboard.settings import CHECKOUT

GOOD = "Testove,,town,,Test Oblast,UA,50.1,30.2,,accepted,OpenStreetMap,me,2025-07-04,,a source,ODbL 1.0"
HEAD = ",".join(COLUMNS)

WRONG = [
    (GOOD.replace("50.1", "91"), "latitude 91 does not lie between -90 and 90", "a latitude beyond the pole"),
    (GOOD.replace("50.1", "north"), "latitude 'north' is no number", "words for a number"),
    (GOOD.replace("50.1", "nan"), "latitude nan does not lie", "a number that is none"),
    (GOOD.replace("50.1,30.2", ","), "needs a latitude and a longitude", "an accepted place that lies nowhere"),
    (GOOD.replace("town", "hamlet"), "kind 'hamlet' is none of", "a kind that no row of kinds.csv has"),
    (GOOD.replace("accepted", "maybe"), "status 'maybe' is none of", "a status that there is none"),
    (GOOD.replace(",UA,", ",Ukraine,"), "country 'Ukraine' is no ISO 3166-1 code", "a name for a code"),
    (GOOD.replace("2025-07-04", "4 July"), "decided_on '4 July' is no date", "a date in words"),
    (GOOD.replace("Testove", " Testove"), "blanks around a cell", "a blank that nobody sees"),
    (GOOD.replace("Testove", ""), "a name is needed", "no name"),
    (GOOD.replace("a source", ""), "needs a source", "coordinates out of nowhere"),
    (GOOD + ",x", "17 cells instead of 16", "a comma too many"),
    (GOOD.replace("accepted", "unfindable").replace("me,2025-07-04", ","), "needs decided_by", "nobody signed"),
]  # fmt: skip


def written(folder: Path, *rows: str) -> Path:
    path = folder / "gazetteer.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(("row", "message", "reason"), WRONG)
def test_wrong_row_is_named_by_file_and_line(row: str, message: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError) as caught:
        read_rows(written(tmp_path, GOOD.replace("Testove", "Inshe"), row))
    assert str(caught.value).startswith("gazetteer.csv, line 3: "), reason
    assert message in str(caught.value), reason


def test_two_rows_with_one_key_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="line 4: Testove stands already in line 2"):
        read_rows(written(tmp_path, GOOD, GOOD.replace("Testove", "Inshe"), GOOD.replace("50.1", "51.1")))


def test_namesakes_in_two_regions_are_two_places(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, GOOD, GOOD.replace("Test Oblast", "Other Oblast")))
    assert [row.admin1 for row in rows] == ["Test Oblast", "Other Oblast"]


def test_missing_file_and_wrong_columns(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="is missing"):
        read_rows(tmp_path / "gazetteer.csv")
    (tmp_path / "gazetteer.csv").write_text("name,kind\n", "utf-8")
    with pytest.raises(GazetteerError, match="line 1: the columns must be name, alternates"):
        read_rows(tmp_path / "gazetteer.csv")


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "gazetteer.csv").write_bytes(HEAD.encode() + b"\n\xff\xfe\n")
    with pytest.raises(GazetteerError, match="not a UTF-8 CSV file"):
        read_rows(tmp_path / "gazetteer.csv")


def test_shipped_file_is_valid_sorted_and_signed() -> None:
    rows = read_rows(CHECKOUT / "geocache" / "gazetteer.csv")
    assert [row.key for row in rows] == sorted(row.key for row in rows)
    assert len(rows) > 300
    assert all(row.decided_by and row.decided_on and row.licence for row in rows)


def test_shipped_file_holds_both_miloves_and_all_of_kyivs_districts() -> None:
    rows = read_rows(CHECKOUT / "geocache" / "gazetteer.csv")
    assert {row.admin1 for row in rows if row.name == "Milove"} == {"Kharkiv Oblast", "Luhansk Oblast"}
    assert len([row for row in rows if row.parent == "Kyiv" and row.kind == "city_district"]) == 10


def test_no_alternate_is_the_name_of_another_settlement() -> None:
    rows = [
        row for row in read_rows(CHECKOUT / "geocache" / "gazetteer.csv") if row.kind in {"city", "town", "village"}
    ]
    names = {row.name for row in rows}
    assert [(row.name, each) for row in rows for each in row.alternates if each in names] == []
