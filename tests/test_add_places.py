"""strikemap gazetteer add: what is taken in, known and left out; what a wrong file is told; what it changes."""

import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.add_places import Taken, add_places
from dashboard.cli import cli
from dashboard.errors import GazetteerError
from dashboard.geocode import Gazetteer, find_places
from dashboard.geocode.sources.added import COLUMNS
from dashboard.geocode.sources.reviewed import COLUMNS as ROW_COLUMNS
from dashboard.pipeline import gazetteer as places_of
from dashboard.records import Occurrence, Report
from dashboard.settings import Settings

TODAY = date(2025, 7, 4)
KHARKIV = "07"  # GeoNames' code of the region

Dump = Callable[..., Path]


def line(
    name: str, latitude: object, longitude: object, group: str = "P", code: str = "PPL", people: object = 0,
    others: str = "", country: str = "UA", region: str = KHARKIV,
) -> str:  # fmt: skip
    """A line of a GeoNames dump: 19 columns."""
    cells = [
        "1",
        name,
        name,
        others,
        latitude,
        longitude,
        group,
        code,
        country,
        "",
        region,
        "",
        "",
        "",
        people,
        "",
        "9",
    ]
    return "\t".join(str(cell) for cell in [*cells, "Europe/Kyiv", "2020-01-01"])


@pytest.fixture
def dump(tmp_path: Path) -> Dump:
    """Writes a dump of these lines."""

    def write(*lines: str, name: str = "UA.txt") -> Path:
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path / name

    return write


@pytest.fixture
def csv_file(tmp_path: Path) -> Dump:
    """Writes a CSV file of these lines."""

    def write(*lines: str, name: str = "villages.csv") -> Path:
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path / name

    return write


def add(settings: Settings, file: Path, **defaults: str) -> Taken:
    return add_places(settings, file, defaults, TODAY)


def read(text: str, places: Gazetteer) -> list[Occurrence]:
    return list(find_places(Report("r", None, text), places))


def only(text: str, places: Gazetteer) -> Occurrence:
    (found,) = [each for each in read(text, places) if each.text.startswith("Vyhadanivka")]
    return found


VILLAGE = line("Vyhadanivka", 50.1, 36.9, others="Вигаданівка,Vygadanovka,Vyhadanivka")


def test_a_dump_s_villages_are_found_in_texts_with_their_region(settings: Settings, dump: Dump) -> None:
    text = "Russian shells fell on Ukraine. In Vyhadanivka, Kharkiv region, a house burned."
    assert [each.text for each in read(text, places_of(settings))].count("Vyhadanivka") == 0
    taken = add(settings, dump(VILLAGE))
    assert (taken.path, taken.added, taken.known) == (settings.home / "geocache" / "added" / "UA.csv", 1, 0)
    place = only(text, places_of(settings)).place
    assert place is not None
    assert (place.latitude, place.longitude, place.precision, place.kind) == (50.1, 36.9, "settlement", "village")
    assert (place.admin1, place.country, place.origin) == ("Kharkiv Oblast", "UA", "added: GeoNames")
    ukrainian = "Росіяни обстріляли Україну. У Вигаданівці Харківської області згоріла хата."
    assert "Вигаданівці" in {each.text for each in read(ukrainian, places_of(settings)) if each.place}


def test_what_no_source_lacks_and_what_is_no_settlement_is_counted(settings: Settings, dump: Dump) -> None:
    taken = add(
        settings,
        dump(
            VILLAGE,
            line("Vyhadanivka", 50.1001, 36.9001),
            line("Vyhadanivka", 49.5, 36.1),
            line("Poltava", 49.59, 34.55, people=279_593, region="18"),
            line("Vyhadanka River", 50, 36, "H", "STM"),
            line("Kharkiv", 50, 36.2, "A", "ADM1"),
            line("Stara Pustka", 50, 36.3, code="PPLQ"),
            line("Saltiv Part", 50, 36.4, code="PPLX"),
            line("Vyhadane Airfield", 50, 36.5, "S", "AIRF"),
        ),
    )
    assert (taken.added, taken.known) == (3, 1)
    assert taken.left_out == Counter(
        {
            "no settlement or facility": 2,
            "twice in the file": 1,
            "abandoned or historical": 1,
            "part of a settlement": 1,
        }
    )


def test_rows_are_kept_with_source_licence_and_day(settings: Settings, dump: Dump) -> None:
    path = add(settings, dump(VILLAGE)).path
    head, row = path.read_text("utf-8").splitlines()
    assert head == ",".join(COLUMNS)
    assert row.startswith("Vyhadanivka,")
    assert row.endswith(",village,,Kharkiv Oblast,UA,50.1,36.9,,,GeoNames,CC BY 4.0,2025-07-04")
    assert "Вигаданівка" in row


def test_namesakes_of_one_region_stay_two_candidates(settings: Settings, dump: Dump) -> None:
    add(settings, dump(VILLAGE, line("Vyhadanivka", 49.1, 36.9)))
    found = only("In Ukraine's Kharkiv region, a house in Vyhadanivka burned.", places_of(settings))
    assert len(found.candidates) == 2
    assert found.place is None, "nothing tells which of the two is meant"


def test_adding_a_file_again_replaces_it_and_deleting_it_takes_it_out(settings: Settings, dump: Dump) -> None:
    text = "Russian shells fell on Ukraine. In Vyhadanivka, Kharkiv region, a house burned."
    add(settings, dump(VILLAGE, line("Inshivka", 50.3, 36.8)))
    before = places_of(settings).version
    taken = add(settings, dump(VILLAGE))
    assert (taken.added, taken.known) == (1, 0)
    assert places_of(settings).version != before
    assert len(taken.path.read_text("utf-8").splitlines()) == 2
    assert only(text, places_of(settings)).place
    taken.path.unlink()
    assert "Vyhadanivka" not in {each.text for each in read(text, places_of(settings))}


def test_a_file_adds_nothing_that_another_has(settings: Settings, dump: Dump) -> None:
    add(settings, dump(VILLAGE))
    taken = add(settings, dump(VILLAGE, line("Inshivka", 50.3, 36.8), name="more.txt"))
    assert (taken.added, taken.known) == (1, 1)
    taken = add(settings, dump(VILLAGE, name="none.txt"))
    assert (taken.added, taken.known, taken.path.exists()) == (0, 1, False)


def test_the_embedded_index_is_left_alone(settings: Settings, dump: Dump) -> None:
    places_of(settings)
    index = {file: file.stat().st_mtime_ns for file in settings.cache.glob("places-*")}
    add(settings, dump(VILLAGE))
    places_of(settings)
    assert {file: file.stat().st_mtime_ns for file in settings.cache.glob("places-*")} == index


def test_a_reviewed_row_outranks_an_added_place(settings: Settings, dump: Dump) -> None:
    add(settings, dump(VILLAGE))
    row = "Vyhadanivka,,village,,Kharkiv Oblast,UA,50.15,36.9,,accepted,survey,me,2025-07-04,,a map,CC0"
    settings.own_gazetteer.write_text(",".join(ROW_COLUMNS) + f"\n{row}\n", encoding="utf-8")
    assert [place.latitude for place, _ in places_of(settings).find("vyhadanivka").places] == [50.15]


CSV_HEAD = "name,latitude,longitude,country,source,licence"


def test_a_csv_file_needs_three_columns_and_the_rest_can_be_given(settings: Settings, csv_file: Dump) -> None:
    file = csv_file("longitude,Name,latitude,their_own", "36.9,Vyhadanivka,50.1,x", "36.8,Inshivka,50.3,")
    taken = add(settings, file, country="UA", source="our survey", licence="CC0")
    assert taken.added == 2
    (place,) = [place for place, _ in places_of(settings).find("inshivka").places]
    assert (place.kind, place.origin, place.admin1) == ("village", "added: our survey", None)


def test_a_csv_file_may_have_all_columns_of_the_gazetteer(settings: Settings, csv_file: Dump) -> None:
    row = "Bronnyi District,Бронний район,city_district,Kyiv,Kyiv City,UA,50.4,30.5,3,{},x,,,,a map,CC0"
    file = csv_file(",".join(ROW_COLUMNS), row.format("accepted"), row.format("unfindable").replace("Bronnyi", "Bez"))
    taken = add(settings, file)
    assert (taken.added, taken.left_out) == (1, Counter({"marked as unfindable": 1}))
    ((place, form),) = places_of(settings).find("bronnyi").places
    assert (place.name, place.radius_m, place.radius_assumed, form) == ("Bronnyi District, Kyiv", 3000, False, "stem")


@pytest.mark.parametrize("region", ["Kharkiv Oblast", "Kharkiv", "UA-63", "Kharkiv region", "Харківська область"])
def test_a_region_may_be_written_in_several_ways(region: str, settings: Settings, csv_file: Dump) -> None:
    add(settings, csv_file(f"{CSV_HEAD},admin1", f"Vyhadanivka,50.1,36.9,UA,a map,CC0,{region}"))
    (place,) = [place for place, _ in places_of(settings).find("vyhadanivka").places]
    assert place.admin1 == "Kharkiv Oblast"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([f"{CSV_HEAD}", "A,91,36,UA,x,y"], "villages.csv, line 2: latitude 91 does not lie"),
        ([f"{CSV_HEAD}", "A,50,36,UA,x,y", "B,50,,UA,x,y"], "line 3: B needs a latitude and a longitude"),
        ([f"{CSV_HEAD}", "A,north,36,UA,x,y"], "line 2: latitude 'north' is no number"),
        ([f"{CSV_HEAD}", ",50,36,UA,x,y"], "line 2: a name is needed"),
        ([f"{CSV_HEAD}", "A,50,36,UA,x"], "line 2: 5 cells instead of 6"),
        ([f"{CSV_HEAD}", "A,50,36,ZZ,x,y"], "line 2: 'ZZ' is no country"),
        ([f"{CSV_HEAD}", "A,50,36,,x,y"], "line 2: no country; add a column, or give it with --country"),
        ([f"{CSV_HEAD}", "A,50,36,UA,,y"], "line 2: no source; add a column, or give it with --source"),
        ([f"{CSV_HEAD},kind", "A,50,36,UA,x,y,hamlet"], "line 2: kind 'hamlet' is none of"),
        ([f"{CSV_HEAD},population", "A,50,36,UA,x,y,many"], "line 2: population 'many' is no whole number"),
        ([f"{CSV_HEAD},admin1", "A,50,36,UA,x,y,Texas"], "line 2: no region 'Texas' is known in UA"),
        ([f"{CSV_HEAD}", '"A\nB",50,36,UA,x,y'], "line 3: blanks around a cell, or a line break"),
        (["name;latitude;longitude", "A;50;36"], "line 1: no column name, latitude, longitude"),
        (["<html>"], "line 1: no column name, latitude, longitude"),
        ([line("A", 50, 36), "half a line"], "line 2: 1 columns instead of the 19 of a GeoNames dump"),
        ([line("A", 50, 36), line("B", "x", 36)], "line 2: latitude, longitude and population must be numbers"),
        ([line("A", 50, 36), line("B", 50, 190)], "line 2: 50, 190 lies nowhere on the earth"),
        ([line("A", 50, 36), line("B", "nan", 36)], "line 2: nan, 36 lies nowhere on the earth"),
        ([line("A", 50, 36, country="Ukraine")], "line 1: country 'Ukraine' is no ISO 3166-1 code"),
        ([line("A", 50, 36, people="few")], "line 1: latitude, longitude and population must be numbers"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_its_line_and_nothing_changes(
    lines: list[str], message: str, settings: Settings, csv_file: Dump
) -> None:
    with pytest.raises(GazetteerError) as caught:
        add(settings, csv_file(*lines))
    assert message in str(caught.value)
    assert str(caught.value).startswith("villages.csv, line ")
    assert not settings.added.exists()


def test_a_file_that_is_no_text_is_refused(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "UA.txt").write_bytes(b"\xff\xfe\x00" * 10)
    with pytest.raises(GazetteerError, match="not a UTF-8 CSV file"):
        add(settings, tmp_path / "UA.txt")
    with zipfile.ZipFile(tmp_path / "UA.zip", "w") as packed:
        packed.writestr("UA.txt", VILLAGE)
    with pytest.raises(GazetteerError, match=r"UA\.zip is packed: unpack it"):
        add(settings, tmp_path / "UA.zip")


def test_a_file_in_added_that_was_broken_by_hand_is_named_with_its_line(settings: Settings, dump: Dump) -> None:
    path = add(settings, dump(VILLAGE)).path
    path.write_text(path.read_text("utf-8") + "half a line\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"UA\.csv, line 3: 1 cells instead of 13"):
        places_of(settings)


def test_the_command_counts_what_it_did(settings: Settings, dump: Dump) -> None:
    file = dump(VILLAGE, line("Vyhadanka River", 50, 36, "H", "STM"), name="../../evil name.txt")
    result = CliRunner().invoke(cli, ["gazetteer", "add", str(file), "--home", str(settings.home)])
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "added 1  known 0  left out 1",
        "left out, no settlement or facility: 1",
    ]
    assert [each.name for each in settings.added_files] == ["evil-name.csv"]


def test_the_command_tells_a_wrong_file_in_one_line(settings: Settings, csv_file: Dump) -> None:
    result = CliRunner().invoke(cli, ["gazetteer", "add", str(csv_file("a,b", "1,2")), "--home", str(settings.home)])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: villages.csv, line 1: no column name, latitude, longitude")
    assert len(result.stderr.splitlines()) == 1
