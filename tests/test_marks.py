"""Marks say which words tell which value, and a value's words say it with its range."""

from datetime import date
from typing import Any

import pytest

from dashboard.marks import marks_of, value_of
from dashboard.records import Span
from tests.views.small import account


@pytest.mark.parametrize(
    ("values", "field", "told", "reason"),
    [
        ({"date_start": date(2025, 7, 3), "date_end": date(2025, 7, 3)}, "date", "2025-07-03", "one day"),
        (
            {"date_start": date(2025, 7, 3), "date_end": date(2025, 7, 4)},
            "date",
            "2025-07-03 to 2025-07-04",
            "an interval",
        ),
        ({}, "date", None, "no date"),
        ({"killed": 2, "killed_low": 2, "killed_high": 2}, "killed", "2", "a plain figure"),
        ({"killed": 2, "killed_low": 2}, "killed", "2 (at least 2)", "at least"),
        ({"injured_high": 12}, "injured", "at most 12", "no best figure"),
        ({"injured": 0, "injured_low": 0, "injured_high": 0}, "injured", "0", "nobody is not the same as nothing"),
        ({}, "killed", None, "unknown is not zero"),
    ],
)
def test_value_in_words(values: dict[str, Any], field: str, told: str | None, reason: str) -> None:
    assert value_of(account(1, "r", **values), field) == told, reason


def test_a_mark_carries_the_value_and_the_rule_of_its_words() -> None:
    told = account(1, "r", place="Kyiv", spans={"place": (Span(0, 4), Span(2, 6, "title"))}, rules={"place": "named"})
    (mark,) = marks_of(told)
    assert (mark.start, mark.end, mark.field, mark.value, mark.rule) == (0, 4, "place", "Kyiv", "named")
