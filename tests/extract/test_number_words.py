"""Numbers in words and figures: the text, what is read at its start, and why the row is here."""

import pytest

from dashboard.extract.casualties.number_words import Number, read
from dashboard.extract.casualties.tokens import tokens, vocabulary
from dashboard.extract.words.terms import load_terms

READ = [
    ("three people", (3, 3, 3, None), "a word"),
    ("twenty-two people", (22, 22, 22, None), "a hyphen"),
    ("twenty two people", (22, 22, 22, None), "no hyphen"),
    ("one hundred and five people", (105, 105, 105, None), "hundreds with and"),
    ("two thousand three hundred", (2300, 2300, 2300, None), "thousands and hundreds"),
    ("a hundred people", (100, 100, 100, None), "an article for one"),
    ("a dozen people", (12, 12, 12, None), "a dozen"),
    ("two dozen people", (24, 24, 24, None), "dozens with a number"),
    ("half a dozen people", (6, 6, 6, None), "half a dozen"),
    ("four and 24", (4, 4, 4, None), "two numbers stay two"),
    ("1,019 people", (1019, 1019, 1019, None), "a comma between thousands"),
    ("50 000 людей", (50000, 50000, 50000, None), "a space between thousands"),
    ("1.5 million people", (1500000, 1500000, 1500000, None), "a decimal with a scale"),
    ("3 тисячі людей", (3000, 3000, 3000, None), "a scale behind a figure"),
    ("двадцять двоє людей", (22, 22, 22, None), "a compound with a collective numeral"),
    ("п’ятеро людей", (5, 5, 5, None), "a typographic apostrophe"),
    ("двести пятьдесят человек", (250, 250, 250, None), "hundreds in one word"),
    ("шестерых человек", (6, 6, 6, None), "a case form"),
    ("at least 3 people", (3, 3, None, "at least"), "a lower bound"),
    ("не менее 30 человек", (30, 30, None, "не менее"), "a lower bound of two words"),
    ("понад 50 людей", (50, 50, None, "понад"), "a lower bound"),
    ("ten or more", (10, 10, None, "or more"), "a bound behind the number"),
    ("up to ten", (10, None, 10, "up to"), "an upper bound"),
    ("about 90", (90, None, None, "about"), "no bound"),
    ("between 5 and 7", (5, 5, 7, "between"), "a range with between"),
    ("від 5 до 7", (5, 5, 7, "від"), "a range with від"),
    ("five or six", (5, 5, 6, None), "a range with or"),
    ("5–7 people", (5, 5, 7, None), "a range with a dash"),
    ("п'ять-сім людей", (5, 5, 7, None), "a hyphened range in words"),
    ("7 to 5", (7, 7, 7, None), "a range must rise"),
    ("dozens of people", (None, None, None, "dozens of"), "no number"),
    ("кілька людей", (None, None, None, "кілька"), "no number"),
]
NOT_READ = [
    ("S-300 missiles", "letters before the digits"),
    ("12:40 today", "a clock time"),
    ("3.22 tonnes", "a decimal counts nothing"),
    ("19-річний хлопець", "an age"),
    ("85-year-old woman", "an age"),
    ("well-known novelist", "a hyphen without numbers"),
    ("people died", "no number"),
    ("9" * 5000, "too many digits for a number of persons"),
]
ORDINALS = [
    ("fifth body", 5, "a word"),
    ("16th victim", 16, "digits with an ending"),
    ("третій потерпілий", 3, "Ukrainian"),
]


def number(text: str) -> Number | None:
    """The number at the start of a text."""
    return read(tokens(text, 0, len(text), vocabulary("casualties_numbers")), 0)


@pytest.mark.parametrize(("text", "expected", "reason"), READ, ids=[text for text, _, _ in READ])
def test_read(text: str, expected: tuple[int | None, int | None, int | None, str | None], reason: str) -> None:
    found = number(text)
    assert found is not None, reason
    assert (found.best, found.low, found.high, found.qualifier) == expected, reason


@pytest.mark.parametrize(("text", "reason"), NOT_READ, ids=[text[:20] for text, _ in NOT_READ])
def test_no_number(text: str, reason: str) -> None:
    assert number(text) is None, reason


@pytest.mark.parametrize(("text", "expected", "reason"), ORDINALS, ids=[text for text, _, _ in ORDINALS])
def test_ordinals_are_told_from_counts(text: str, expected: int, reason: str) -> None:
    found = number(text)
    assert found is not None, reason
    assert (found.best, found.form) == (expected, "ordinal"), reason


def test_a_toll_that_rose_is_no_range() -> None:
    text = tokens("from 13 to 15", 0, 13, vocabulary("casualties_numbers"))
    found = read(text, 1)
    assert found is not None
    assert (found.best, found.last) == (13, 2)


def test_every_number_word_has_a_value_that_is_a_number() -> None:
    counted = [
        t for t in load_terms("casualties_numbers") if t.sense in ("small", "tens", "hundreds", "scale", "ordinal")
    ]
    assert len(counted) > 200
    assert [t.term for t in counted if not (t.value or "").isdigit()] == []
