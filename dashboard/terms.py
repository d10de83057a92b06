"""Reads vocabularies: CSV files of what reading knows of words, one term per row, validated."""

import csv
from dataclasses import dataclass

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


def read_terms(content: bytes, file: str) -> tuple[Term, ...]:
    """The rows of a vocabulary file, in its order; `file` is its name, for errors.

    Raises VocabularyError, with file and line, for letters that are no UTF-8, wrong columns, quotes that do not close,
    an unknown language, an empty term or sense, blanks around a cell, or a term that stands twice with one language and
    sense.
    """
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise VocabularyError(f"{file}, line {line}: this is no UTF-8; save the file as UTF-8") from None
    rows = csv.reader(lines, strict=True)
    found: dict[tuple[str, str, str], Term] = {}
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise VocabularyError(f"{file}, line 1: the columns must be {', '.join(COLUMNS)}")
        for row in rows:
            term = _term(row, f"{file}, line {rows.line_num}")
            key = (term.term, term.language, term.sense)
            if key in found:
                where = f"{file}, line {rows.line_num}"
                raise VocabularyError(f"{where}: {term.term!r} stands twice as {term.sense}; keep one row")
            found[key] = term
    except csv.Error as error:
        raise VocabularyError(f"{file}, line {rows.line_num}: {error}; close the quotes") from None
    return tuple(found.values())


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
