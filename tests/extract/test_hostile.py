"""No text makes the extractor fail or hang: random and mutated texts, and the worst ones by design."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.records import Extraction, Report
from dashboard.reports import read_file
from dashboard.settings import CHECKOUT

LONG = 200_000  # characters
REPORTS = [read_file(path) for path in sorted((CHECKOUT / "data" / "reports").glob("*.txt"))]
SENTENCE = "Russian drones hit a depot in Poltava overnight, killing two people and injuring 47. "
SCRAPS = (
    *("2", "47", "1,200", "31.02.2025", "99:99", "-1", "٣", "Ⅷ", "9" * 400, "twenty-", "dozens of", "між 3 і 5"),
    *("<img src=x onerror=alert(1)>", "${alert(1)}", "</script>", "[x](javascript:alert(1))", "=1+1", "`", "|", "\\"),
    *("\x00", "\x1b[2J", "\u200b", "\u202e", "\ufeff", "\u2028", "\r", "\t\n", "e\u0301", "💥", "🇺🇦"),
    *(
        "Kyiv",
        "Kyiv Kyiv",
        "Харкова",
        "القدس",
        "北京",
        "St.",
        "...",
        "«",
        "”",
        "((((",
        "]]]]",
        "**",
        "__",
        "•",
        "|---|",
    ),
    *("killed", "загинули", "ранены", "drone", "ракетою", "said", "in", "on Friday", "в ніч на", "the night of"),
)
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
    report = Report("r", title, body, REPORTS[-1].published)
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
@given(at=st.integers(0, len(REPORTS) - 1), seed=st.integers(0, 2**32))
def test_a_mutated_report_is_read_without_failing(at: int, seed: int, gazetteer: Gazetteer) -> None:
    """Words of a real report are dropped, doubled, swapped, or replaced by scraps; lines are joined or broken."""
    chance = random.Random(seed)
    words = REPORTS[at].body.split(" ")
    for _ in range(chance.randint(1, 1 + len(words) // 4)):
        place, other = chance.randrange(len(words)), chance.randrange(len(words))
        change = chance.randrange(5)
        if change == 0:
            words[place] = chance.choice(SCRAPS)
        elif change == 1:
            words[place], words[other] = words[other], words[place]
        elif change == 2:
            words[place] *= chance.randint(0, 3)
        elif change == 3:
            words[place] = words[place].upper() + chance.choice("\n,.:;!?\"'’)")
        else:
            words[place] = words[place][: chance.randrange(1 + len(words[place]))]
    read(chance.choice((" ", " ", "\n", "")).join(words), gazetteer, chance.choice((REPORTS[at].title, None, "")))


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
