"""The Coverage page: what was read and left out, in numbers that add up, and the last measurements."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.evaluate import Score
from dashboard.measured import Measured, keep
from dashboard.store import Store
from dashboard.views.coverage_page import WITH, WITHOUT, accuracy, per_period, per_source
from tests.views.small import HOSTILE


def draw() -> None:
    from dashboard.views import coverage_page

    coverage_page.show()


def page() -> AppTest:
    test = AppTest.from_function(draw, default_timeout=60).run()
    assert not test.exception
    return test


def said(test: AppTest) -> str:
    return "\n".join(str(each.value) for each in [*test.markdown, *test.info, *test.warning])


def test_reports_are_counted_by_the_time_of_publication(small_store: Store) -> None:
    bars, unit = per_period(small_store.reports())
    assert unit == "day"
    assert [(f"{row['start']:%Y-%m-%d}", row["kind"], row["reports"]) for row in bars.to_dict("records")] == [
        ("2025-07-04", WITH, 1),
        ("2025-07-05", WITHOUT, 1),
        ("2025-07-12", WITH, 1),
        ("2025-08-01", WITH, 1),
    ]


def test_sources_are_counted_the_busiest_first(small_store: Store) -> None:
    rows = per_source(small_store.reports()).to_dict("records")
    assert [(row["Source"], row["Reports"], row["Without a strike"]) for row in rows] == [
        ("News One", 2, 1),
        (HOSTILE, 1, 0),
        ("News Two", 1, 0),
    ]
    assert (rows[0]["From"], rows[0]["To"]) == ("2025-07-04", "2025-07-05")


def test_a_measurement_by_earlier_rules_says_so() -> None:
    score = Score(reports=5, gold=4, predicted=6, matched=3, records=2, without_strike=2, left_empty=1)
    results = [Measured.of(score, name, date(2026, 11, 23), name) for name in ("new", "old")]
    rows = accuracy(results, "new").to_dict("records")
    assert [row["Rules"] for row in rows] == ["as now", "earlier ones"]
    assert (rows[0]["Found"], rows[0]["Right"]) == (0.75, 0.5)
    assert rows[0]["No strike: left empty"] == "1 of 2"


@pytest.mark.usefixtures("small_store")
def test_the_page_says_what_was_read_and_that_nothing_was_measured() -> None:
    told = said(page())
    assert "**4 reports** of 3 sources tell of **7 strikes**; 1 tell of none; 1 file could not be read" in told
    assert "**Reports without a strike** (1)" in told
    assert "Not measured yet" in told


@pytest.mark.usefixtures("small_store")
def test_the_page_shows_the_last_measurement(tmp_path: Path) -> None:
    path = tmp_path / "home" / "data" / "measured.json"
    keep(path, Measured.of(Score(reports=5, gold=4, predicted=4, matched=4), "samples", date(2026, 11, 23), "x"))
    tables = [table.value for table in page().dataframe]
    assert any("Event F1" in table and list(table["Set"]) == ["samples"] for table in tables)
    path.write_text("?", encoding="utf-8")
    assert "delete it" in said(page())


def test_without_a_report_the_page_says_what_to_do(tmp_path: Path) -> None:
    assert "Run **strikemap build**" in said(page())
