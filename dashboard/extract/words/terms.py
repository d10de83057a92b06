"""Loads the words that the extractor knows: the CSV files of vocabulary/."""

from functools import cache
from importlib.resources import files

from dashboard.terms import Term, read_terms


@cache
def load_terms(name: str) -> tuple[Term, ...]:
    """The rows of one file, in its order; `name` is without ".csv". Raises VocabularyError as `read_terms` does."""
    return read_terms((files("dashboard.extract") / "vocabulary" / f"{name}.csv").read_bytes(), f"{name}.csv")
