"""No text makes the extractor fail or hang: random and mutated texts, and the worst ones by design."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.records import Extraction, Report
from tests.extract.hostile import REPORTS, SCRAPS, SENTENCE, mutated

LONG = 200_000  # characters
PUBLISHED = REPORTS[-1].published
ANY_TEXT = st.text(max_size=400)
SCRAP_TEXT = st.lists(st.sampled_from(SCRAPS), max_size=60).map(" ".join)
QUICKLY = settings(
    max_examples=40,
    deadline=None,  # a shared machine's pauses are no fault of the text
    derandomize=True,  # the same texts on every run
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def read(body: str, gazetteer: Gazetteer, title: str | None = None) -> Extraction:
    """What is read, with every span shown to lie in its text."""
    report = Report("r", title, body, PUBLISHED)
    found = extract(report, gazetteer)
    spans = [span for account in found.accounts for each in account.spans.values() for span in each]
    spans += [one.span for one in found.occurrences] + [one.span for one in found.mentions]
    assert all(0 <= span.start < span.end <= len(report.text(span.part)) for span in spans)
    assert all(account.quote in body for account in found.accounts)
    assert all(one.text == report.words(one.span) for one in found.occurrences)
    return found


@QUICKLY
@given(title=st.none() | ANY_TEXT | SCRAP_TEXT, body=ANY_TEXT | SCRAP_TEXT)
def test_any_text_is_read_without_failing(title: str | None, body: str, gazetteer: Gazetteer) -> None:
    read(body, gazetteer, title)


@QUICKLY
@given(seed=st.integers(0, 2**32))
def test_a_mutated_report_is_read_without_failing(seed: int, gazetteer: Gazetteer) -> None:
    chance = random.Random(seed)
    body = mutated(chance)
    read(body, gazetteer, chance.choice((body[:90], None, "")))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "nothing"),
        (" \n\t\n ", "only blanks"),
        ("\x00" * 50 + SENTENCE, "control characters before a strike"),
        ("(" * 5000 + SENTENCE, "brackets never closed"),
        (")]}>" * 5000 + SENTENCE, "brackets never opened"),
        ("<b>" * 3000 + SENTENCE + "</b>" * 3000, "thousands of tags"),
        ("“" * 3000 + SENTENCE, "quotation marks never closed"),
        ("*" * 9999 + SENTENCE, "asterisks"),
        ("| " * 5000 + "\n" + SENTENCE, "a table row of empty cells"),
        ("\n- " * 1000 + SENTENCE, "empty list items"),
        ("\u202e" + SENTENCE + "\u202c", "a change of direction"),
        (SENTENCE.replace(" ", "\u00a0"), "no common blank at all"),
        (SENTENCE.replace("a", "а").replace("e", "е"), "Cyrillic look-alikes among Latin letters"),
        ("9" * 5000 + " people were killed by drones in Poltava.", "a number no integer parser takes"),
    ],
)
def test_ill_formed_texts(body: str, reason: str, gazetteer: Gazetteer) -> None:
    found = read(body, gazetteer, title=body[:100])
    assert len(found.accounts) <= 2, reason


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        (SENTENCE, "one paragraph of thousands of strikes"),
        (SENTENCE.replace(".", ",").replace("overnight", "and"), "one sentence without an end"),
        ("x", "one word"),
        ("9", "one number"),
        ("North ", "a word that begins names"),
        ("drones and missiles ", "weapons alone"),
        ("twenty-", "a number word without an end"),
        ("said ", "speech alone"),
        ("| a ", "one table row"),
        (".", "full stops"),
        ("((", "opening brackets"),
        ("«", "opening quotation marks"),
        ("не ", "a denial of nothing"),
        ("\u0301", "combining accents"),
        ("💥", "signs beyond the first plane"),
        (" ", "blanks"),
        ("\n", "line ends"),
    ],
)
def test_a_very_long_text_comes_to_an_end(piece: str, reason: str, gazetteer: Gazetteer) -> None:
    body = (piece * (LONG // len(piece) + 1))[:LONG]
    assert len(body) == LONG
    found = read(body, gazetteer)
    assert not found.accounts or "Poltava" in piece, reason
