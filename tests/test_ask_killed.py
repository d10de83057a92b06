"""Killed at any moment, `strikemap geocode` and a save leave whole files with all that was acknowledged.

The children fork from a server that has loaded the program already: 50 starts take seconds instead of minutes.
"""

import multiprocessing
import random
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

import pytest

from dashboard.ask import geocode
from dashboard.geocode.asking import lookups
from dashboard.geocode.asking.nominatim import Service
from dashboard.geocode.sources.reviewed import COLUMNS, read_rows
from dashboard.geocode.sources.reviewed_write import save
from dashboard.settings import Settings
from tests.factories import TESTOVE
from tests.fake_nominatim import FakeNominatim, Reply, found, serving, village

KILLS = 50
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([__name__])
NAMES = [
    f"{first}{middle}{last}ivka"
    for first in ("Vyha", "Khybo", "Zharto", "Dzhumy", "Shevko", "Krasno", "Lypo")
    for middle in "bdlnrstvkmpz"
    for last in ("dan", "mnot", "pryl", "stok", "hran", "zvil")
]


def _ask(settings: Settings, url: str) -> None:
    with Service(url, "desk@example.org", settings.turns, "1.0") as service:
        geocode(settings, service)


@pytest.mark.usefixtures("gazetteer")  # the index is there before the first program starts
def test_geocode_killed_at_50_moments_keeps_every_answer_and_goes_on(settings: Settings) -> None:
    text = "\n".join(f"A drone hit the village of {name} in Kharkiv region." for name in NAMES)
    (settings.reports / "a.txt").write_text(text, encoding="utf-8")
    settings.own_gazetteer.parent.mkdir()
    settings.own_gazetteer.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    chance = random.Random(20250704)
    left_until_kill, due = chance.randrange(4), Event()

    def script(words: str) -> Reply:
        nonlocal left_until_kill
        if left_until_kill == 0:
            due.set()
        left_until_kill -= 1
        return found(village(words.split(",")[0]))

    with serving(script) as server:
        for _ in range(KILLS):
            left_until_kill = chance.randrange(4)
            due.clear()
            program = FORKS.Process(target=_ask, args=(settings, server.url))
            program.start()
            assert due.wait(30), "the program asks"
            program.join(chance.random() * 0.015)
            program.kill()
            program.join()
            _check(settings, server)
        asked = len(server.requests)
        assert asked < len(NAMES), "there was something left to ask each time"
        _ask(settings, server.url)
        assert len(server.requests) <= len(NAMES) + KILLS, "at most one answer is lost with each kill"
    proposed = {each.name for each in read_rows(settings.own_gazetteer) if each.status == "proposed"}
    assert proposed == set(NAMES)
    assert {each.name for each in settings.own_gazetteer.parent.iterdir()} <= {
        *("gazetteer.csv", "gazetteer.csv.lock", "lookups.sqlite"),
    }


def _check(settings: Settings, server: FakeNominatim) -> None:
    """Both files are whole; whoever asked for the next name had stored the answer to the one before, and its row."""
    asked = [request.words.split(",")[0] for request in server.requests]
    stored = {answer.question.name for answer in lookups.load(settings.lookups)}
    rows = {each.name for each in read_rows(settings.gazetteer)}
    acknowledged = {before for before, after in pairwise(asked) if before != after}
    assert acknowledged <= stored
    assert acknowledged <= rows


def _save(path: Path, told: Connection, first: int) -> None:
    for number in range(first, first + 1_000):
        save(path, replace(TESTOVE, name=f"Testove {number}"))
        told.send(number)


def test_a_save_killed_at_50_moments_leaves_a_whole_file_with_all_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.csv"
    path.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    chance = random.Random(20250704)
    saved: set[str] = set()
    for turn in range(KILLS):
        ours, theirs = FORKS.Pipe(duplex=False)
        program = FORKS.Process(target=_save, args=(path, theirs, 1_000 * turn))
        program.start()
        theirs.close()
        saved.add(f"Testove {ours.recv()}")
        program.join(chance.random() * 0.02)
        program.kill()
        program.join()
        with suppress(EOFError):
            while True:
                saved.add(f"Testove {ours.recv()}")
        ours.close()
        names = [each.name for each in read_rows(path)]
        assert saved <= set(names)
        assert names == sorted(names)
    save(path, TESTOVE)
    assert {each.name for each in tmp_path.iterdir()} == {"gazetteer.csv", "gazetteer.csv.lock"}
