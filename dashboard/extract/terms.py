"""Reads the vocabulary: CSV files of terms the extractor knows, one term per row."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dashboard.errors import VocabularyError

COLUMNS = ("term", "language", "sense", "value", "note")
LANGUAGES = ("en", "uk", "ru", "any")


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a vocabulary file: a word or phrase, its language, what it means there, and a value if any."""

    term: str
    language: str
    sense: str
    value: str | None


@cache
def load_terms(name: str) -> tuple[Term, ...]:
    """The rows of `vocabulary/<name>.csv`, in file order.

    Raises VocabularyError, with file and line, for wrong columns, an unknown language, an empty term or sense, blanks
    around a cell, or a term that stands twice with one language and sense.
    """
    file = files("dashboard.extract") / "vocabulary" / f"{name}.csv"
    terms: list[Term] = []
    seen: set[tuple[str, str, str]] = set()
    rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
    if tuple(next(rows, ())) != COLUMNS:
        raise VocabularyError(f"{name}.csv, line 1: the columns must be {', '.join(COLUMNS)}")
    for row in rows:
        where = f"{name}.csv, line {rows.line_num}"
        term = _term(row, where)
        key = (term.term, term.language, term.sense)
        if key in seen:
            raise VocabularyError(f"{where}: {term.term!r} stands twice as {term.sense}; keep one row")
        seen.add(key)
        terms.append(term)
    return tuple(terms)


def _term(row: list[str], where: str) -> Term:
    if len(row) != len(COLUMNS):
        raise VocabularyError(f"{where}: {len(row)} cells instead of {len(COLUMNS)}; quote a term with a comma")
    if any(cell != cell.strip() for cell in row):
        raise VocabularyError(f"{where}: blanks around a cell; take them out")
    term, language, sense, value, _ = row
    if not term or not sense:
        raise VocabularyError(f"{where}: a term and a sense are needed")
    if language not in LANGUAGES:
        raise VocabularyError(f"{where}: language {language!r} is none of {', '.join(LANGUAGES)}")
    return Term(term, language, sense, value or None)
