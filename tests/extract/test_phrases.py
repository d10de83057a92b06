"""Phrases of a sense are found whole, in any case, with endings and gaps; forms put them in order."""

import pytest

from dashboard.errors import VocabularyError
from dashboard.extract.words.phrases import all_terms, pattern, phrase
from dashboard.extract.words.stretch import stretch

FOUND = [
    ("harmless", "It fell without any damage.", "without any damage", "several words"),
    ("harmless", "WITHOUT\nDAMAGE", "WITHOUT\nDAMAGE", "any case, and a line may end between words"),
    ("harmless", "Руйнувань у місті поки не видно.", "Руйнувань у місті поки не", "a gap of up to four words"),
    ("harmless", "Руйнувань, на щастя, не видно", None, "a gap does not reach over a comma"),
    ("harmless", "Руйнувань один два три чотири п'ять не видно", None, "a gap of five words is too long"),
    ("separate", "повторний удар", "повторний", "a star stands for any ending"),
    ("silent", "He didn’t answer", "didn’t", "a star at the start, and a typographic apostrophe"),
    ("salvo", "a shortwave radio", None, "no part of a word"),
    ("salvo", "waves", None, "no ending without a star"),
    ("tally_unit", "ударів", "ударів", "the longest of a sense first"),
]


@pytest.mark.parametrize(("sense", "text", "expected", "reason"), FOUND, ids=[c[3] for c in FOUND])
def test_phrase(sense: str, text: str, expected: str | None, reason: str) -> None:
    found = phrase(sense).search(text)
    assert (found.group() if found else None) == expected


def test_a_form_puts_phrases_in_order_and_keeps_its_own_capitals() -> None:
    form = r"<from>\s+[A-Z]\w+\s+<to>\s+[A-Z]"
    assert pattern(form).search("shelled FROM Kherson to Nikopol")
    assert not pattern(form).search("shelled from Kherson to nikopol")
    assert not pattern(form).search("to Kherson from Nikopol")


def test_a_sense_without_rows_is_an_error_that_says_where_to_add_one() -> None:
    with pytest.raises(
        VocabularyError, match=r"phrases.csv or role_words.csv: no row has the sense 'missing'.*add one"
    ):
        phrase("missing")


def test_long_texts_of_near_misses_are_read_in_one_go() -> None:
    assert not phrase("harmless").search("руйнувань " * 20_000)
    assert not phrase("silent").search("a" * 200_000)


@pytest.mark.parametrize(("sense", "text", "expected", "reason"), FOUND, ids=[c[3] for c in FOUND])
def test_a_stretch_says_what_the_expression_finds(sense: str, text: str, expected: str | None, reason: str) -> None:
    assert stretch(text).says(sense) == (expected is not None)


@pytest.mark.parametrize("sense", sorted(all_terms()))
def test_a_stretch_looks_wherever_a_phrase_of_its_sense_may_stand(sense: str) -> None:
    for term in all_terms()[sense]:
        text = f"Так, {term.replace(' ... ', ' зовсім ').replace('*', 'x')}."
        for written in (text, text.upper(), text.replace("'", "ʼ")):
            assert stretch(written).says(sense) == bool(phrase(sense).search(written)), term


def test_a_stretch_ends_where_it_ends() -> None:
    text = "A drone fell. Without damage, he said."
    assert not stretch(text, 0, 13).find("<harmless>")
    found = stretch(text, 14, len(text)).find("<harmless>|<salvo>")
    assert found is not None
    assert found.span() == (14, 28)
