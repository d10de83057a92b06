"""What is read from the annotated sample reports: floors a little below the figures reached, so that a loss is seen."""

import shutil
from pathlib import Path

import pytest

from dashboard.evaluate import Score, evaluate, load_gold
from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.settings import CHECKOUT

SAMPLES = CHECKOUT / "tests" / "samples"
KINDS = {
    "s": "short reports",
    "l": "long reports",
    "m": "news of every form",
    "p": "bulletins, logs, checks and other kinds of text",
    "n": "reports in which nothing is struck",
    "t": "reports of every kind, by several writers",
    "i": "features, diaries, digests and other long reads",
    "f": "reports kept for measuring alone: no rule is to be written after them",
    "u": "reports in Ukrainian and Russian, and some translated from these",
    "j": "short reports of many outlets: lists, tables, posts, trade press, corrections",
    "v": "features, field notes, interviews and letters that tell of strikes by the way",
    "k": "reports of many tolls: rounds-up, live blogs, bulletins, features",
    "g": "notes, digests, live blogs and long reads that turn from place to place",
    "a": "features, briefings, summaries and letters that tell of several strikes",
    "b": "features, day summaries and notes in which strikes of several days stand side by side",
    "c": "reports with strikes of several days, and long ones that come to them by the way",
    "d": "lists, letters, scripts and monitors, in which each entry is told in other words",
    "h": "short reports of killed and injured, told in many ways and far from their places",
    "q": "stamps, lists, posts and notes in which strikes are told without the word, and weapons in another sentence",
    "e": "eyewitness features, digests, updates, live blogs and press reviews, with strikes told by the way",
    "w": "reports whose killed and injured no verb tells: burns, stitches, a burial, nobody scratched",
    "y": "short everyday reports: agencies, police, railways, governors' lists, translations",
    "z": "long news reports: nights of strikes on many cities, energy press, UN updates, explainers, reportage",
    "r": "bulletins, reports and UN updates on several districts, sites, second strikes and tolls",
    "x": "second strikes, districts, suburbs and sites told beside their city",
    "o": "reports in which little or nothing is struck, though much is said of weapons",
}


@pytest.fixture(scope="module")
def scores(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    """The score of each kind of sample, by the first letter of its files."""
    return {kind: score_of(kind, gazetteer, tmp_path_factory.mktemp(kind)) for kind in KINDS}


def score_of(kind: str, gazetteer: Gazetteer, folder: Path) -> Score:
    for path in SAMPLES.glob(f"{kind}[0-9]*"):
        shutil.copy(path, folder)
    return evaluate(load_gold(folder), lambda report: extract(report, gazetteer).accounts)


def f1(hits: int, score: Score) -> float:
    return 2 * hits / (score.predicted + score.gold)


def told(score: Score) -> str:
    return "\n".join((*score.lines(), *score.errors))


FLOORS = [  # a kind of samples, how many there are at least, and the least F1 of events and records
    ("s", 26, 0.93, 0.77),
    ("l", 14, 0.80, 0.67),
    ("m", 20, 0.90, 0.79),
    ("p", 20, 0.82, 0.72),
    ("t", 178, 0.80, 0.66),
    ("u", 44, 0.80, 0.66),
    ("j", 24, 0.78, 0.70),
    ("k", 24, 0.82, 0.60),
    ("g", 24, 0.76, 0.54),
    ("c", 14, 0.87, 0.76),
    ("o", 59, 0.70, 0.58),
    ("b", 5, 0.78, 0.46),
    ("d", 14, 0.86, 0.86),
    ("i", 12, 0.68, 0.38),
    ("v", 24, 0.60, 0.20),
    ("f", 28, 0.71, 0.50),
    ("a", 8, 0.90, 0.60),
    ("q", 8, 0.85, 0.42),
    ("h", 20, 0.87, 0.80),
    ("q", 16, 0.86, 0.50),
    ("q", 20, 0.82, 0.50),
    ("e", 16, 0.86, 0.58),
    ("w", 10, 0.84, 0.70),
    ("y", 28, 0.91, 0.77),
    ("z", 18, 0.76, 0.55),
    ("x", 10, 0.84, 0.66),
    ("r", 14, 0.82, 0.46),
]


@pytest.mark.parametrize(("kind", "reports", "event", "record"), FLOORS, ids=[KINDS[kind] for kind, *_ in FLOORS])
def test_strikes_are_found_and_read(
    kind: str, reports: int, event: float, record: float, scores: dict[str, Score]
) -> None:
    score = scores[kind]
    assert score.reports >= reports
    assert f1(score.matched, score) >= event, told(score)
    assert f1(score.records, score) >= record, told(score)


@pytest.mark.parametrize(
    ("field", "floor"),
    [
        ("date", 0.95),
        ("precision", 0.96),
        ("strike_type", 0.93),
        ("attacker", 0.96),
        ("killed", 0.91),
        ("injured", 0.91),
        ("status", 0.94),
        ("quote", 0.90),
    ],
)
def test_fields_of_the_strikes_found_are_right(field: str, floor: float, scores: dict[str, Score]) -> None:
    right = sum(score.right[field] for score in scores.values())
    matched = sum(score.matched for score in scores.values())
    assert right / matched >= floor, "\n".join(map(told, scores.values()))


def test_reports_without_a_strike_stay_empty(scores: dict[str, Score]) -> None:
    empty, without = (sum(getattr(s, name) for s in scores.values()) for name in ("left_empty", "without_strike"))
    assert without >= 240
    assert empty / without >= 0.95, told(scores["n"])
