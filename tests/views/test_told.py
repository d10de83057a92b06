"""What the program tells in English, in the other languages of the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.pipeline import read_report
from dashboard.reports import read_folder
from dashboard.settings import CHECKOUT, PACKAGE, Settings
from dashboard.views import tongue
from dashboard.views.told import told
from tests.views.test_tongue import said

# Modules whose errors the page shows.
SHOWN = (
    "reports/read.py",
    "reports/write.py",
    "pipeline.py",
    "geocode/sources/deciding.py",
    "geocode/sources/reviewed_write.py",
)
ENGLISH = re.compile(r"\b(?!strikemap\b)[a-z]{2,} [a-z]{2,}|\b(?:the|is|at|not|before)\b")


@pytest.fixture(autouse=True)
def _in_ukrainian() -> Iterator[None]:
    token = tongue._now.set("uk")
    yield
    tongue._now.reset(token)


def errors(file: str) -> Iterator[str]:
    """The messages that a module raises, collects for an error, or names the reason of one."""
    for node in ast.walk(ast.parse((PACKAGE / file).read_text("utf-8"))):
        messages: list[ast.expr] = []
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            messages = node.exc.args[:1]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "reason":
            messages = [node.value]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "append":
            messages = node.args
        for message in messages:
            if isinstance(message, ast.JoinedStr | ast.Constant) and " " in said(message):
                yield said(message).replace("{}", "7")


@pytest.mark.parametrize("file", SHOWN)
def test_every_error_that_the_page_shows_is_translated(file: str) -> None:
    found = list(errors(file))
    assert found
    assert [message for message in found if ENGLISH.search(told(message))] == []


def test_every_reason_that_the_shipped_reports_are_read_with_is_translated(tmp_path: Path, cache: Path) -> None:
    settings = Settings(home=CHECKOUT, cache=cache)
    reports, _skipped = read_folder([CHECKOUT / "data" / "reports"])
    reasons: set[str] = set()
    for report in reports:
        read = read_report(settings, report)
        reasons |= {rule for account in read.accounts for rule in account.rules.values()}
        for meant in read.occurrences:
            reasons |= {meant.reason, *(each.reason for each in meant.candidates if each.reason)}
    assert len(reasons) > 50
    assert {reason: told(reason) for reason in reasons if ENGLISH.search(told(reason))} == {}


@pytest.mark.parametrize(
    ("english", "ukrainian"),
    [
        ("night to the date: day and month; taken from the passage before", "ніч проти дати: день і місяць; узято"),
        (
            "chosen because the report is about Ukraine; 2 other candidates, the next 9 km away",
            "країну: Україна; інших",
        ),
        ("same place, dates overlap, both missile", "те саме місце, дати перетинаються, обидва: ракета"),
        ("'Kharkiv Oblast' stands beside it", "поруч стоїть «Kharkiv Oblast»"),
        ("broken.txt, line 3: killed is stated twice; keep one", "broken.txt, рядок 3: killed вказано двічі"),
        ("words of somebody else", "words of somebody else"),
    ],
)
def test_a_sentence_is_said_with_what_fills_it(english: str, ukrainian: str) -> None:
    assert ukrainian in told(english)


def test_english_stays_as_it_is() -> None:
    tongue._now.set(tongue.ENGLISH)
    assert told("newest report") == "newest report"
