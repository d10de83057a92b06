"""Rows of gazetteer.csv are saved whole and in order, beside whatever others save at the same time."""

import csv
import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import GazetteerChanged, GazetteerError
from dashboard.geocode.sources.reviewed import COLUMNS, Row, read_rows
from dashboard.geocode.sources.reviewed_write import save, save_all
from dashboard.pipeline import save_place
from dashboard.settings import CHECKOUT, Settings
from dashboard.store import Store
from tests.factories import TESTOVE as ROW

SHIPPED = CHECKOUT / "geocache" / "gazetteer.csv"
AS_READ = replace(ROW, latitude=50.12346, longitude=0.0)
LINE = (
    'Testove,"Тестове|Test, the",town,,Test Oblast,UA,50.12346,0,2,accepted,survey,Olena,2025-07-04,'
    '"seen on the ""old"" map",a map,CC0'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A copy of the shipped file."""
    path = tmp_path / "gazetteer.csv"
    path.write_bytes(SHIPPED.read_bytes())
    return path


def test_a_new_row_is_one_new_line_in_its_place(path: Path) -> None:
    before = path.read_text("utf-8").splitlines()
    save(path, ROW)
    after = path.read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == [LINE]
    assert [line for line in after if line != LINE] == before, "every other line as it was, to the letter"
    assert [row.key for row in read_rows(path)] == sorted(row.key for row in read_rows(path))
    assert AS_READ in read_rows(path)
    assert {each.name for each in path.parent.iterdir()} <= {"gazetteer.csv", "gazetteer.csv.lock"}


def test_saving_what_stands_there_already_leaves_the_file_alone(path: Path) -> None:
    save(path, ROW)
    written = path.stat().st_mtime_ns
    save(path, ROW)
    save(path, AS_READ, replacing=AS_READ)
    assert path.stat().st_mtime_ns == written


def test_a_correction_takes_the_place_of_the_row_that_was_seen_even_under_another_key(path: Path) -> None:
    save(path, ROW)
    corrected = replace(AS_READ, kind="village", admin1="Other Oblast", decided_by="Taras")
    save(path, corrected, replacing=AS_READ)
    assert [row for row in read_rows(path) if row.name == "Testove"] == [corrected]


@pytest.mark.parametrize(
    ("row", "seen", "message"),
    [
        (replace(AS_READ, latitude=51.0), replace(AS_READ, latitude=49.0), r"Olena \(2025-07-04\) has changed Testove"),
        (replace(AS_READ, latitude=51.0), None, r"Olena \(2025-07-04\) has added Testove already"),
        (AS_READ, replace(AS_READ, kind="village"), "somebody else has removed Testove"),
    ],
)
def test_the_second_of_two_who_decide_on_one_row_is_told(path: Path, row: Row, seen: Row | None, message: str) -> None:
    save(path, ROW)
    if seen is not None and seen.kind == "village":
        row = replace(row, latitude=52.0)
    before = path.read_bytes()
    with pytest.raises(GazetteerChanged, match=message):
        save(path, row, replacing=seen)
    assert path.read_bytes() == before


def test_of_several_changes_all_are_saved_or_none(path: Path) -> None:
    before = path.read_bytes()
    save_all(path, [])
    with pytest.raises(GazetteerChanged):
        save_all(path, [(ROW, None), (replace(ROW, name="Inshe"), replace(ROW, name="Nemaie"))])
    assert path.read_bytes() == before
    save_all(path, [(ROW, None), (replace(ROW, name="Inshe"), None)])
    assert {"Testove", "Inshe"} <= {row.name for row in read_rows(path)}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (replace(ROW, latitude=91.0), "latitude 91 does not lie between -90 and 90"),
        (replace(ROW, longitude=float("nan")), "longitude nan does not lie"),
        (replace(ROW, source=""), "needs a source"),
        (replace(ROW, note='=HYPERLINK("x")'), "note begins like a formula"),
        (replace(ROW, note="two\nlines"), "a line break in one"),
        (replace(ROW, name="\u202eevoleT"), "blanks around a cell, or a line break"),
        (replace(ROW, alternates=("a|b",)), "an alternate is empty"),
        (replace(ROW, status="unfindable", decided_by=None), "needs decided_by"),
    ],
)
def test_a_row_that_could_not_be_read_again_is_not_saved(path: Path, row: Row, message: str) -> None:
    before = path.read_bytes()
    with pytest.raises(GazetteerError, match=message) as caught:
        save(path, row)
    assert str(caught.value).startswith("gazetteer.csv, ")
    assert path.read_bytes() == before


def test_a_file_that_is_broken_is_named_by_its_line_and_left_as_it_is(path: Path) -> None:
    with path.open("a", encoding="utf-8") as lines:
        lines.write("half a line")
    before = path.read_bytes()
    with pytest.raises(GazetteerError, match=f"gazetteer.csv, line {before.count(bytes([10])) + 1}: 1 cells"):
        save(path, ROW)
    assert path.read_bytes() == before


def test_a_file_of_another_system_or_order_is_put_right(path: Path) -> None:
    head, *lines = SHIPPED.read_text("utf-8").splitlines()
    path.write_bytes("\r\n".join([head, *reversed(lines)]).encode())
    save(path, ROW)
    assert path.read_text("utf-8").splitlines() == [head, *sorted([*lines, LINE], key=_key)]
    assert b"\r" not in path.read_bytes()


def _key(line: str) -> tuple[str, ...]:
    cells = dict(zip(COLUMNS, next(csv.reader([line])), strict=True))
    return tuple(cells[column] for column in ("name", "kind", "parent", "admin1", "country"))


def test_what_a_killed_program_left_is_cleared_away(path: Path) -> None:
    left = path.with_name("gazetteer.csv-abc.new")
    left.write_text("half", "utf-8")
    save(path, ROW)
    assert not left.exists()


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    save(link, ROW)
    assert link.is_symlink()
    assert AS_READ in read_rows(path)


def _save_ten(path: Path, who: str) -> None:
    for number in range(10):
        save(path, replace(ROW, name=f"{who} {number}"))


def test_what_three_programs_save_at_the_same_time_is_all_there(path: Path) -> None:
    before = len(read_rows(path))
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=_save_ten, args=(path, who)) for who in ("A", "B", "C")]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    names = {row.name for row in read_rows(path)}
    assert {f"{who} {number}" for who in "ABC" for number in range(10)} <= names
    assert len(read_rows(path)) == before + 30


@given(
    st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.floats(0.01, 20000)),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1).filter(lambda text: text[0] not in "=+-@"),
)
def test_every_row_that_is_saved_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, numbers: tuple[float, float, float], words: str
) -> None:
    path = tmp_path_factory.mktemp("rows") / "gazetteer.csv"
    path.write_text(",".join(COLUMNS) + "\n", "utf-8")
    latitude, longitude, radius = (round(number, 5) + 0.0 for number in numbers)
    row = replace(ROW, name=words, note=words, latitude=latitude, longitude=longitude, radius_km=radius)
    save(path, row)
    assert read_rows(path) == (row,)


def test_a_saved_place_moves_its_strikes_and_the_shipped_file_stays(settings: Settings) -> None:
    text = "---\npublished: 2025-07-04\n---\nA missile hit Romny on Thursday, killing two people.\n"
    (settings.reports / "a.txt").write_text(text, "utf-8")
    shipped = SHIPPED.read_bytes()
    row = replace(ROW, name="Romny", alternates=(), kind="town", admin1="Sumy Oblast", latitude=51.9, longitude=33.5)
    save_place(settings, row)
    with Store.open(settings.store) as store:
        assert list(store.strikes_frame()[["latitude", "longitude"]].iloc[0]) == [51.9, 33.5]
    assert SHIPPED.read_bytes() == shipped
    assert row in read_rows(settings.own_gazetteer)
