"""Vocabulary files: what is wrong with a row is said with file and line."""

import pytest

from dashboard.errors import VocabularyError
from dashboard.terms import Term, read_terms

HEAD = "term,language,sense,value,note\n"
WRONG = [
    ("term,sense\n", "words.csv, line 1: the columns must be term, language, sense, value, note", "other columns"),
    ("", "words.csv, line 1: the columns must be term, language, sense, value, note", "an empty file"),
    (HEAD + "drone,en,drone,\n", "words.csv, line 2: 4 cells instead of 5; quote a term with a comma", "a cell short"),
    (HEAD + "drone,en,drone,,\n boat,en,drone,,\n", "words.csv, line 3: blanks around a cell", "a blank"),
    (HEAD + ",en,drone,,\n", "words.csv, line 2: a term and a sense are needed", "no term"),
    (HEAD + "drone,en,,,\n", "words.csv, line 2: a term and a sense are needed", "no sense"),
    (HEAD + "drone,fr,drone,,\n", "words.csv, line 2: language 'fr' is none of en, uk, ru, any", "a language we lack"),
    (HEAD + "dron,en,a,,\ndron,en,a,x,\n", "words.csv, line 3: 'dron' stands twice as a; keep one row", "twice"),
    (HEAD + 'a,en,a,,\n"b"c,en,a,,\n', "words.csv, line 3: .*; close the quotes", "quotes in the middle of a cell"),
]


@pytest.mark.parametrize(("content", "message", "reason"), WRONG, ids=[c[2] for c in WRONG])
def test_a_wrong_row_is_named(content: str, message: str, reason: str) -> None:
    with pytest.raises(VocabularyError, match=f"^{message}"):
        read_terms(content.encode(), "words.csv")


def test_letters_of_another_encoding_are_named_by_their_line() -> None:
    content = (HEAD + "drone,en,drone,,\n").encode() + "дрон,uk,drone,,\n".encode("cp1251")
    with pytest.raises(VocabularyError, match=r"^words\.csv, line 3: this is no UTF-8"):
        read_terms(content, "words.csv")


def test_an_empty_value_is_none_and_a_quoted_term_may_hold_a_comma() -> None:
    assert read_terms((HEAD + '"no, none",en,denial,,sense denial: denies\n').encode(), "words.csv") == (
        Term("no, none", "en", "denial", None),
    )
