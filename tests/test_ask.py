"""strikemap geocode as a whole: what it leaves in both files, where it stops, and that it goes on from there."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from dashboard import __version__
from dashboard.ask import Asked, geocode, names_to_ask
from dashboard.cli import cli
from dashboard.geocode import Gazetteer
from dashboard.geocode.asking import lookups
from dashboard.geocode.asking.nominatim import Service
from dashboard.geocode.asking.question import Question
from dashboard.geocode.sources.reviewed import read_rows
from dashboard.geocode.sources.reviewed_write import save
from dashboard.pipeline import build, gazetteer
from dashboard.settings import CHECKOUT, Settings
from dashboard.store import Store
from tests.fake_nominatim import FakeNominatim, Reply, found, serving, village

NAMES = ["Vyhadanivka", "Nemaivka", "Khibnivka", "Zhartivka"]


@pytest.fixture
def home(settings: Settings) -> Settings:
    """A home whose report names four villages that no source has."""
    told = "On Thursday, a Russian drone hit a house in the village of {} in Kharkiv region, killing one person."
    villages = "\n\n".join(told.format(name) for name in NAMES)
    (settings.reports / "a.txt").write_text(f"---\npublished: 2025-07-04\n---\n{villages}\n", encoding="utf-8")
    return settings


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Service, "_wait", lambda self, seconds: None)


def ask(home: Settings, server: FakeNominatim) -> Asked:
    with Service(server.url, "desk@example.org", home.turns, __version__) as service:
        return geocode(home, service)


def proposed(home: Settings) -> list[str]:
    return [row.name for row in read_rows(home.gazetteer) if row.status == "proposed"]


def answered(home: Settings) -> dict[str, int]:
    return {answer.question.name: len(answer.results) for answer in lookups.load(home.lookups)}


def store_answer(home: Settings, service: str = "https://a.org") -> None:
    question = Question("Vyhadanivka", "UA", "Kharkiv Oblast")
    answer = lookups.Answer(service, question, datetime.now(UTC), (village("Vyhadanivka"),))
    lookups.keep(home.lookups, answer, "Vyhadanivka, Kharkiv Oblast, Ukraine")


def knows(*names: str) -> Callable[[str], Reply]:
    return lambda words: found(village(words.split(",")[0])) if words.split(",")[0] in names else Reply()


def test_what_the_service_knows_is_proposed_and_what_it_does_not_know_is_remembered(home: Settings) -> None:
    with serving(knows("Vyhadanivka", "Zhartivka")) as server:
        result = ask(home, server)
        assert result == Asked(names=4, proposed=2, not_found=2)
        assert proposed(home) == ["Vyhadanivka", "Zhartivka"]
        assert answered(home) == {"Vyhadanivka": 1, "Zhartivka": 1, "Nemaivka": 0, "Khibnivka": 0}
        assert ask(home, server) == Asked(names=2, known=2), "nothing is asked twice"
    assert [request.words for request in server.requests] == [
        f"{name}, Kharkiv Oblast, Ukraine" for name in sorted(NAMES)
    ]


def test_a_proposed_place_is_on_the_map_after_the_next_build(home: Settings) -> None:
    build(home)
    with serving(knows(*NAMES)) as server:
        ask(home, server)
    build(home)
    with Store.open(home.store) as store:
        frame = store.strikes_frame()
    assert set(NAMES) <= set(frame["place"])
    assert set(frame[frame["place"].isin(NAMES)]["latitude"]) == {50.0501}


def test_a_name_of_another_region_is_set_aside(home: Settings) -> None:
    away = {"state": "Lviv Oblast", "ISO3166-2-lvl4": "UA-46", "country_code": "ua"}
    with serving(lambda words: found(village(words.split(",")[0], address=away))) as server:
        assert ask(home, server) == Asked(names=4, set_aside=4)
        assert proposed(home) == []
        assert ask(home, server) == Asked(names=4, known=4)
    assert len(server.requests) == 4


GOOD = found(village("x"))
FAILURES = [
    (Reply(500), 3, "HTTP 500"),
    (Reply(503), 3, "HTTP 503"),
    (Reply(cut=True), 3, "onnection"),
    (Reply(body="garbage"), 3, "makes no sense"),
    (Reply(body="<html></html>"), 3, "makes no sense"),
    (Reply(body="null"), 3, "makes no sense"),
    (found({"lat": "95", "lon": "36"}), 3, "impossible"),
    (found({"lat": None, "lon": None}), 3, "impossible"),
    (Reply(403), 0, "HTTP 403"),
    (Reply(429, headers={"Retry-After": "1"}), 0, "no more requests"),
    (Reply(302, headers={"Location": "/login"}), 0, "has moved"),
]


@pytest.mark.parametrize(("reply", "failed", "reason"), FAILURES)
def test_a_service_that_fails_leaves_nothing_behind_and_is_left_alone(
    reply: Reply, failed: int, reason: str, home: Settings
) -> None:
    with serving(reply) as server:
        result = ask(home, server)
    assert (result.failed, result.left) == (failed, 4)
    assert reason in (result.stopped or "")
    assert answered(home) == {}, "a failure is never taken for an answer"
    assert proposed(home) == []
    with serving(knows(*NAMES)) as server:
        assert ask(replace(home), server) == Asked(names=4, proposed=4), "the next run goes on"


def test_one_name_that_fails_does_not_keep_the_others_from_their_answers(home: Settings) -> None:
    def script(words: str) -> Reply:
        return Reply(body="garbage") if words.startswith("Nemaivka") else knows(*NAMES)(words)

    with serving(script) as server:
        result = ask(home, server)
    assert (result.proposed, result.failed, result.left, result.stopped) == (3, 1, 1, None)
    assert "Nemaivka" not in answered(home)


def test_a_run_that_was_stopped_goes_on_where_it_was(home: Settings) -> None:
    with serving(knows(*NAMES), knows(*NAMES), Reply(403)) as server:
        result = ask(home, server)
    assert (result.proposed, result.left) == (2, 2)
    assert len(answered(home)) == 2
    with serving(knows(*NAMES)) as server:
        assert ask(home, server) == Asked(names=2, proposed=2)
    assert len(server.requests) == 2


def test_an_answer_without_a_row_gets_one_without_asking(home: Settings) -> None:
    with serving(knows()) as server:
        store_answer(home, server.url)
        ask(home, server)
        assert "Vyhadanivka" not in {request.words.split(",")[0] for request in server.requests}
    assert proposed(home) == ["Vyhadanivka"]


def test_nothing_found_is_asked_again_after_half_a_year(home: Settings) -> None:
    with serving(knows()) as server:
        ask(home, server)
    with serving(knows("Nemaivka")) as again:
        for answer in lookups.load(home.lookups):
            long_ago = answer.asked_at - timedelta(days=181)
            lookups.keep(home.lookups, replace(answer, service=again.url, asked_at=long_ago), "")
        assert ask(home, again) == Asked(names=4, proposed=1, not_found=3)


def test_a_row_that_a_person_decided_on_stays(home: Settings) -> None:
    with serving(knows(*NAMES)) as server:
        ask(home, server)
    (row,) = [row for row in read_rows(home.own_gazetteer) if row.name == "Nemaivka"]
    signed = replace(
        row, status="unfindable", latitude=None, longitude=None, decided_by="me", decided_on=datetime.now(UTC).date()
    )
    save(home.own_gazetteer, signed, replacing=row)
    with serving(knows(*NAMES)) as server:
        ask(home, server)
    assert server.requests == []
    assert signed in read_rows(home.own_gazetteer)


def test_a_stored_answer_places_a_name_that_no_row_has_and_the_index_is_left_alone(home: Settings) -> None:
    index = {file.name: file.stat().st_mtime_ns for file in home.cache.glob("places-*")}
    before = gazetteer(home)
    question = Question("Vyhadanivka", "UA", "Kharkiv Oblast")
    lookups.keep(
        home.lookups, lookups.Answer("https://a.org", question, datetime.now(UTC), (village("Vyhadanivka"),)), ""
    )
    after = gazetteer(home)
    assert after.version != before.version
    assert [place.latitude for place, _ in after.find("vyhadanivka").places] == [50.0501]
    assert before.find("vyhadanivka").places == ()
    assert {file.name: file.stat().st_mtime_ns for file in home.cache.glob("places-*")} == index


def test_a_proposed_row_comes_before_a_stored_answer(home: Settings) -> None:
    with serving(lambda words: found(village(words.split(",")[0], lat="50.2"))) as server:
        ask(home, server)
    question = Question("Vyhadanivka", "UA")
    lookups.keep(
        home.lookups, lookups.Answer("https://a.org", question, datetime.now(UTC), (village("Vyhadanivka"),)), ""
    )
    assert [place.latitude for place, _ in gazetteer(home).find("vyhadanivka").places] == [50.2]


def test_names_are_asked_about_once_the_most_frequent_first(home: Settings) -> None:
    (home.reports / "b.txt").write_text("A shell hit the village of Zhartivka in Kharkiv region.", encoding="utf-8")
    places = Gazetteer.load(home.gazetteer, home.cache)
    asked = [name.questions[0].name for name in names_to_ask(home, places)]
    assert asked == ["Zhartivka", "Khibnivka", "Nemaivka", "Vyhadanivka"]


# The command line.


def run(*arguments: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(cli, ["geocode", *arguments])
    return result.exit_code, result.stderr.splitlines()


def test_the_command_says_what_came_of_it(home: Settings) -> None:
    with serving(knows("Vyhadanivka")) as server:
        status, lines = run("--url", server.url, "--contact", "desk@example.org", "--home", str(home.home))
    assert (status, lines) == (0, ["names 4  proposed 1  to decide 0  unknown 3  answered before 0  not asked 0"])


def test_the_command_says_in_one_line_why_it_stopped(home: Settings) -> None:
    with serving(knows(*NAMES), Reply(403)) as server:
        status, lines = run("--url", server.url, "--contact", "desk@example.org", "--home", str(home.home))
    assert status == 1
    assert lines[0].startswith("names 4  proposed 1")
    assert lines[1:] == [f"Error: {server.url} refuses to answer (HTTP 403); read its usage policy before you go on"]


def test_the_contact_must_be_set(home: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(knows(*NAMES)) as server:
        status, (line,) = run("--url", server.url, "--home", str(home.home))
        assert status == 1
        assert "--contact" in line
        assert "STRIKEMAP_CONTACT" in line
        assert server.requests == []
        monkeypatch.setenv("STRIKEMAP_CONTACT", "desk@example.org")
        assert run("--url", server.url, "--home", str(home.home))[0] == 0
    assert "desk@example.org" in server.requests[0].headers["User-Agent"]


def test_a_broken_file_of_answers_is_one_line(home: Settings) -> None:
    home.lookups.parent.mkdir(parents=True)
    home.lookups.write_bytes(b"no database" * 500)
    status, (line,) = run("--url", "http://127.0.0.1:9", "--contact", "desk@example.org", "--home", str(home.home))
    assert status == 1
    assert "move it away" in line


# The network.

NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event.startswith("socket.") and event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        raise RuntimeError(f"reached out: {event} {arguments}")
sys.addaudithook(refuse)
"""


def without_network(code: str, home: Settings) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", NO_NETWORK + code],
        cwd=CHECKOUT,
        env=home.environment(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", [["build"], ["extract", "data/reports"], ["places", "data/reports"]])
def test_no_other_command_reaches_out(command: list[str], home: Settings) -> None:
    result = without_network(f"from dashboard.cli import cli; cli({command!r}, standalone_mode=False)", home)
    assert result.returncode == 0, result.stderr


def test_the_page_reaches_out_to_nobody(home: Settings) -> None:
    build(home)
    code = """
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("dashboard/app.py", default_timeout=60).run()
assert not page.exception, page.exception
"""
    result = without_network(code, home)
    assert result.returncode == 0, result.stderr


def test_the_guard_of_these_tests_sees_the_network(home: Settings) -> None:
    with serving() as server:
        code = f"from dashboard.cli import cli; cli(['geocode', '--url', {server.url!r}, '--contact', 'a@b.org'])"
        assert "reached out" in without_network(code, home).stderr
    assert server.requests == []
