"""Words for values: dates, figures, places; unknown is said, never shown as zero."""

from datetime import date

import pandas as pd
import pytest

from dashboard.views import wording


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2025, 7, 3), date(2025, 7, 3), "3 July 2025"),
        (date(2025, 7, 3), date(2025, 7, 4), "3 to 4 July 2025"),
        (date(2025, 6, 30), date(2025, 7, 3), "30 June to 3 July 2025"),
        (date(2024, 12, 31), date(2025, 1, 1), "31 December 2024 to 1 January 2025"),
        (None, None, "not stated"),
        (pd.NaT, pd.NaT, "not stated"),
        (date(2025, 7, 3), None, "3 July 2025"),
    ],
)
def test_interval(start: object, end: object, words: str) -> None:
    assert wording.interval(start, end) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2025, 7, 3), date(2025, 7, 3), "2025-07-03"),
        (date(2025, 7, 3), date(2025, 7, 4), "2025-07-03 – 04"),
        (date(2025, 6, 30), date(2025, 7, 3), "2025-06-30 – 07-03"),
        (date(2024, 12, 31), date(2025, 1, 1), "2024-12-31 – 2025-01-01"),
        (pd.NaT, pd.NaT, ""),
    ],
)
def test_short_interval(start: object, end: object, words: str) -> None:
    assert wording.short_interval(start, end) == words


@pytest.mark.parametrize(
    ("value", "low", "high", "words"),
    [
        (None, None, None, "not stated"),
        (pd.NA, pd.NA, pd.NA, "not stated"),
        (0, None, None, "0"),
        (2, 2, 2, "2"),
        (3, 3, None, "3 or more"),
        (5, 4, 7, "5 (4 to 7)"),
        (None, 3, None, "at least 3"),
        (None, None, 9, "at most 9"),
    ],
)
def test_number(value: object, low: object, high: object, words: str) -> None:
    assert wording.number(value, low, high) == words


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (4000.0, "within about 4 km"),
        (2500.0, "within about 2.5 km"),
        (105300.0, "within about 105 km"),
        (300.0, "within about 300 m"),
        (None, None),
        (0.0, None),
    ],
)
def test_radius(metres: object, words: str | None) -> None:
    assert wording.radius(metres) == words


def test_a_label_holds_no_markdown() -> None:
    assert wording.as_label("**a** [x](y) :red[z] `c`\n# d") == (r"\*\*a\*\* \[x\]\(y\) \:red\[z\] \`c\` \# d")


def test_every_value_has_a_word() -> None:
    from dashboard.records import PRECISIONS, STATUSES, STRIKE_TYPES

    assert set(wording.TYPES) == set(STRIKE_TYPES)
    assert set(wording.STATUSES) == set(wording.STATUS_MEANINGS) == set(STATUSES)
    assert set(PRECISIONS) == set(wording.PRECISIONS) - {"unplaced"} == set(wording.PRECISION_SENTENCES)
