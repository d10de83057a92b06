"""Programs that ask one service take turns: its requests are a pause apart, whoever sends them."""

import multiprocessing
import time
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.geocode.asking import turns
from dashboard.geocode.asking.nominatim import PAUSE_S, Service
from dashboard.geocode.asking.turns import Turns
from tests.fake_nominatim import found, serving, village

PAUSE = 0.1


def _ask_five(url: str, folder: Path, version: str) -> None:
    with Service(url, "desk@example.org", folder, version, pause_s=PAUSE) as service:
        for _ in range(5):
            service.ask("Milove, Ukraine", "UA")


def test_three_programs_keep_one_pace_together(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with serving(found(village("Milove"))) as server:
        programs = [context.Process(target=_ask_five, args=(server.url, tmp_path, str(n))) for n in range(3)]
        for program in programs:
            program.start()
        for program in programs:
            program.join()
    moments = sorted(request.at for request in server.requests)
    assert len({request.headers["User-Agent"] for request in server.requests}) == 3, "each of them asked"
    assert len(moments) == 15
    assert min(later - earlier for earlier, later in pairwise(moments)) >= PAUSE


def test_the_public_service_gets_a_request_a_second_at_most_and_one_s_own_as_many_as_it_likes(tmp_path: Path) -> None:
    assert PAUSE_S == 1.0
    pauses = {
        url: Service(url, "desk@example.org", tmp_path, "1.0")._turns._pause_s
        for url in ("http://127.0.0.1:8080", "http://localhost/nominatim", "http://10.1.2.3", "https://8.8.8.8")
    }
    assert pauses == dict.fromkeys(pauses, 0.0) | {"https://8.8.8.8": 1.0}


def test_a_pause_that_the_service_asked_for_holds_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    Turns(tmp_path, "example.org", PAUSE).hold_off(40)
    with Turns(tmp_path, "example.org", PAUSE).turn():
        pass
    assert 39 < slept[0] <= 40


@pytest.mark.parametrize("left", ["", "half a num", f"{time.time() + 10**6}"])
def test_what_a_killed_program_or_a_clock_that_was_changed_left_costs_no_more_than_the_longest_wait(
    left: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    (tmp_path / "example.org.next").write_text(left, encoding="utf-8")
    own = Turns(tmp_path, "example.org", PAUSE)
    with own.turn():
        pass
    with own.turn():
        pass
    assert slept[0] <= turns.LONGEST_WAIT_S
    assert slept[1] == pytest.approx(PAUSE, abs=0.01) or slept[1] < PAUSE


def test_services_wait_for_themselves_alone_and_a_failed_request_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    with pytest.raises(ValueError, match="no answer"), Turns(tmp_path, "a.org", 50).turn():
        raise ValueError("no answer")
    with Turns(tmp_path, "b.org:80", 50).turn():
        pass
    with Turns(tmp_path, "a.org", 50).turn():
        pass
    assert [round(seconds) for seconds in slept] == [0, 0, 50]
