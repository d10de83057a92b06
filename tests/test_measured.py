"""The last measurement of each set is kept, and a file that is not ours is neither read nor overwritten."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dashboard.errors import MeasuredBroken
from dashboard.evaluate import Score
from dashboard.measured import Measured, keep, load

DAY = date(2026, 11, 23)


def measured(name: str, matched: int = 3) -> Measured:
    score = Score(reports=5, gold=4, predicted=6, matched=matched, records=2, without_strike=1, left_empty=1)
    score.right = Counter(date=matched, killed=1)
    return Measured.of(score, name, DAY, "abc")


def test_figures_are_shares() -> None:
    one = measured("samples")
    assert one.event == (0.5, 0.75, 0.6)
    assert one.record == (0.333, 0.5, 0.4)
    assert (one.fields["date"], one.fields["killed"], one.fields["injured"]) == (1.0, 0.333, 0.0)


def test_the_last_result_of_each_set_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "measured.json"
    assert load(path) == ()
    for one in (measured("samples"), measured("check"), measured("samples", matched=4)):
        keep(path, one)
    assert load(path) == (measured("check"), measured("samples", matched=4))


@pytest.mark.parametrize("text", ["", "7", '[{"name": "x"}]', "[1]", '[{"day": "soon"}]'])
def test_a_broken_file_says_what_to_do_and_stays(text: str, tmp_path: Path) -> None:
    path = tmp_path / "measured.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MeasuredBroken, match="delete it"):
        keep(path, measured("samples"))
    assert path.read_text(encoding="utf-8") == text
