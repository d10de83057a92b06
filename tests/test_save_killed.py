"""A save that is killed at any moment leaves gazetteer and store whole, with every decision that was acknowledged."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.geocode.sources.reviewed import read_rows
from dashboard.pipeline import build
from dashboard.settings import CHECKOUT, Settings
from dashboard.store import Store

KILLS = 50
REPORT = "---\npublished: 2025-07-04\n---\nA missile hit Romny on Thursday, killing two people.\n"
# One process that imports the program once and then starts savers by fork, which cost nothing to start, and kills each.
KILLER = """
import json, os, random, signal, sys, time
from dataclasses import replace
from pathlib import Path
from dashboard.geocode.sources.reviewed import read_rows
from dashboard.pipeline import save_place
from dashboard.settings import Settings
from dashboard.store import Store

settings = Settings(home=Path(sys.argv[1]), cache=Path(sys.argv[2]))
moments, saved, kills = random.Random(7), 0, int(sys.argv[3])
row = next(row for row in read_rows(settings.gazetteer) if row.name == "Romny")
warm = replace(row, note="0")
save_place(settings, warm, row)
started = time.monotonic()
save_place(settings, replace(warm, latitude=50.76), warm)
longest = 2 * (time.monotonic() - started)

def saver(told):
    number = saved
    while True:
        number += 1
        standing = next(row for row in read_rows(settings.gazetteer) if row.name == "Romny")
        save_place(settings, replace(standing, note=str(number), latitude=50 + number / 1e4), standing)
        os.write(told, f"{number} ".encode())

for _ in range(kills):
    hear, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        saver(told)
    os.close(told)
    time.sleep(moments.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(hear, "rb") as heard:
        acknowledged = [int(number) for number in heard.read().split()]
    saved = max([saved, *acknowledged])
    standing = next(row for row in read_rows(settings.gazetteer) if row.name == "Romny")
    assert int(standing.note) >= saved, (standing.note, saved)
    saved = int(standing.note)
    with Store.open(settings.store) as store:
        assert len(store.strikes_frame()) == 1
print(json.dumps(saved))
"""


@pytest.mark.skipif(os.name == "nt", reason="processes start by fork here")
def test_killed_at_fifty_moments(settings: Settings, tmp_path: Path) -> None:
    settings.own_gazetteer.parent.mkdir(parents=True)
    row = "Romny,,town,,Sumy Oblast,UA,50.75,33.47,,accepted,survey,me,2025-07-04,,a map,CC0"
    text = (CHECKOUT / "geocache" / "gazetteer.csv").read_text("utf-8").splitlines()
    (settings.own_gazetteer).write_text("\n".join([text[0], row, ""]), "utf-8")
    (settings.reports / "a.txt").write_text(REPORT, "utf-8")
    build(settings)
    arguments = [str(settings.home), str(settings.cache), str(KILLS)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    run = subprocess.run(
        [sys.executable, "-c", KILLER, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) > 0, "some saves came through"
    build(settings)
    (standing,) = [row for row in read_rows(settings.gazetteer) if row.name == "Romny"]
    with Store.open(settings.store) as store:
        assert store.strikes_frame()["latitude"].tolist() == [standing.latitude], "the strike stands where it was moved"
    left = [each.name for each in settings.own_gazetteer.parent.iterdir() if each.name.endswith(".new")]
    assert len(left) <= 1, "what the last one left is cleared away by the next save"
