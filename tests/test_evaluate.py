"""Measuring against annotated reports: what counts as found, as right, as false."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.as_json import account_to_json
from dashboard.errors import GoldMissing
from dashboard.evaluate import Score, evaluate, load_gold
from dashboard.records import Account
from tests.factories import account

JULY: dict[str, Any] = {"date_start": date(2025, 7, 1), "date_end": date(2025, 7, 31)}


def score(folder: Path, guesses: Sequence[Account], *, gold: Sequence[Account] = (account(),), **more: Any) -> Score:
    (folder / "a.txt").write_text("Poltava was hit.", encoding="utf-8")
    annotation = {"events": [account_to_json(one) for one in gold], **more}
    (folder / "a.gold.json").write_text(json.dumps(annotation), encoding="utf-8")
    return evaluate(load_gold(folder), lambda report: guesses)


def test_all_right(tmp_path: Path) -> None:
    assert list(score(tmp_path, [account()]).lines()) == [
        "reports 1  gold events 1  predicted 1  matched 1",
        "event   precision 1.000  recall 1.000  F1 1.000",
        "record  precision 1.000  recall 1.000  F1 1.000",
        "date         1.000  of matched",
        "precision    1.000  of matched",
        "strike_type  1.000  of matched",
        "attacker     1.000  of matched",
        "killed       1.000  of matched",
        "injured      1.000  of matched",
        "status       1.000  of matched",
        "quote        1.000  of matched",
        "no-strike reports left empty 0/0",
    ]


def test_nothing_found(tmp_path: Path) -> None:
    result = score(tmp_path, [])
    assert list(result.lines())[1] == "event   precision 0.000  recall 0.000  F1 0.000"
    assert result.errors == ["a MISSED Poltava 2025-07-03 airstrike: 'Two people were killed in Poltava on Thursday.'"]


@pytest.mark.parametrize(
    ("changes", "found", "why"),
    [
        ({"date_start": date(2025, 7, 4), "date_end": date(2025, 7, 4)}, True, "a day apart"),
        ({"date_start": date(2025, 7, 5), "date_end": date(2025, 7, 5)}, False, "two days apart"),
        ({"date_start": None, "date_end": None}, False, "no date"),
        ({"date_end": None}, True, "one day alone is a day"),
        ({"latitude": 49.7}, True, "12 km off in a settlement"),
        ({"latitude": 49.8}, False, "23 km off"),
        ({"latitude": None, "longitude": None}, False, "no point"),
        ({"place": "Another name", "admin1": None}, True, "names are not compared"),
    ],
)
def test_what_finds_an_event(changes: dict[str, Any], found: bool, why: str, tmp_path: Path) -> None:
    assert score(tmp_path, [account(**changes)]).matched == found, why


@pytest.mark.parametrize(
    ("changes", "wrong", "record", "why"),
    [
        ({"date_start": date(2025, 7, 2)}, [], 1, "an evening before is the same night"),
        ({"date_start": date(2025, 7, 1)}, ["date"], 0, "two days before is not"),
        ({"date_end": date(2025, 7, 4)}, ["date"], 0, "the last day must be the same"),
        ({"precision": "site"}, [], 1, "site and settlement are one class"),
        ({"precision": "raion"}, ["precision"], 0, "a raion is not"),
        ({"killed": None}, ["killed"], 0, "not stated is no figure"),
        ({"injured": 0}, ["injured"], 0, "nor is 0"),
        ({"attacker": "unknown"}, ["attacker"], 1, "the attacker is no part of a record"),
        ({"status": "claimed"}, ["status"], 1, "nor the status"),
        ({"quote": "Two people were killed."}, [], 1, "half the words of the quote are enough"),
        ({"quote": "Two were hurt."}, ["quote"], 1, "fewer are not"),
    ],
)
def test_what_is_right(changes: dict[str, Any], wrong: list[str], record: int, why: str, tmp_path: Path) -> None:
    result = score(tmp_path, [account(**changes)])
    assert [error.split(": ")[1].split(" gold ")[0] for error in result.errors] == wrong, why
    assert result.records == record, why
    assert sum(result.right.values()) == 8 - len(wrong)


def test_an_error_says_both_values(tmp_path: Path) -> None:
    result = score(tmp_path, [account(**JULY)])
    assert result.errors == ["a Poltava: date gold ['2025-07-03', '2025-07-03'] got ['2025-07-01', '2025-07-31']"]


def test_each_prediction_finds_one_event_the_closest_first(tmp_path: Path) -> None:
    night = account("a#2", killed=9)
    result = score(tmp_path, [account("a#2", killed=9), account("a#1"), account("a#3")], gold=[account(), night])
    assert (result.matched, result.predicted, result.records) == (2, 3, 2)
    assert [error.split(":")[0] for error in result.errors] == ["a FALSE Poltava 2025-07-03 airstrike"]


@pytest.mark.parametrize(("history", "predicted"), [("2025-07", 0), ("2025-07-02", 0), ("2025", 0), ("2025-05", 1)])
def test_a_strike_too_old_to_annotate_is_no_false_one(history: str, predicted: int, tmp_path: Path) -> None:
    result = score(tmp_path, [account()], gold=[], history=[{"date": history, "what": "an old strike"}])
    assert (result.predicted, len(result.errors)) == (predicted, predicted)
    assert list(result.lines())[-1] == f"no-strike reports left empty {1 - predicted}/1"


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("b.txt", "Words.", "holds no *.gold.json; name a folder of annotated reports"),
        ("b.gold.json", '{"events": []}', "b.gold.json has no readable report beside it: b.txt: cannot be opened"),
        ("b.gold.json", "[", "b.gold.json is no annotation"),
        ("b.gold.json", '{"event": []}', "b.gold.json is no annotation ('events')"),
        ("b.gold.json", '{"events": [{"date_start": "soon"}]}', "b.gold.json is no annotation (Invalid isoformat"),
    ],
)
def test_what_is_no_gold_says_so(name: str, content: str, advice: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(GoldMissing) as caught:
        load_gold(tmp_path)
    assert advice in str(caught.value)
