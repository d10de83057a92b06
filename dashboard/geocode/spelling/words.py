"""Reads what geocoding knows of words and kinds: the CSV files of vocabulary/, one term per row, validated."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from sys import intern

from dashboard.errors import VocabularyError
from dashboard.records import Place
from dashboard.terms import Term, read_terms

KIND_COLUMNS = ("kind", "precision", "radius_km", "note")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place: the precision it is placed with, and the radius to assume where none is known, in metres."""

    kind: str
    precision: str
    radius_m: float


def _file(name: str) -> Traversable:
    return files("dashboard.geocode") / "vocabulary" / f"{name}.csv"


def load_rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """The rows of `vocabulary/<name>.csv`, each with the words that say where it stands.

    Raises VocabularyError, with file and line, for wrong columns or blanks around a cell.
    """
    rows = csv.reader(_file(name).read_text("utf-8").splitlines())
    if tuple(next(rows, ())) != columns:
        raise VocabularyError(f"{name}.csv, line 1: the columns must be {', '.join(columns)}")
    for row in rows:
        where = f"{name}.csv, line {rows.line_num}"
        if len(row) != len(columns):
            raise VocabularyError(f"{where}: {len(row)} cells instead of {len(columns)}; quote a cell with a comma")
        if any(cell != cell.strip() for cell in row):
            raise VocabularyError(f"{where}: blanks around a cell; take them out")
        yield where, row


@cache
def load_terms(name: str) -> tuple[Term, ...]:
    """The rows of `vocabulary/<name>.csv`, in file order. Raises VocabularyError as `read_terms` does."""
    return read_terms(_file(name).read_bytes(), f"{name}.csv")


@cache
def load_kinds() -> dict[str, Kind]:
    """The kinds of places by name. Raises VocabularyError, with file and line, for a radius that is no number."""
    precisions = set(Place.__annotations__["precision"].__args__[0].__args__) | {"continent", "water", "other"}
    kinds: dict[str, Kind] = {}
    for where, (kind, precision, radius, _) in load_rows("kinds", KIND_COLUMNS):
        if precision not in precisions:
            raise VocabularyError(f"{where}: precision {precision!r} is none of {', '.join(sorted(precisions))}")
        try:
            kinds[kind] = Kind(intern(kind), intern(precision), float(radius) * 1000)
        except ValueError:
            raise VocabularyError(f"{where}: the radius {radius!r} is no number of kilometres") from None
    return kinds


@cache
def terms_of(name: str, sense: str) -> frozenset[str]:
    """The terms of one sense in a vocabulary file, in any language."""
    return frozenset(term.term for term in load_terms(name) if term.sense == sense)


@cache
def points() -> dict[str, tuple[float, float]]:
    """Points that are better than the packages' own, by ISO 3166 code of a country or a region."""
    found: dict[str, tuple[float, float]] = {}
    for where, (code, latitude, longitude, _) in load_rows("points", ("code", "latitude", "longitude", "note")):
        try:
            found[code] = (float(latitude), float(longitude))
        except ValueError:
            raise VocabularyError(f"{where}: {latitude!r}, {longitude!r} are no degrees") from None
    return found


@cache
def depth() -> dict[str, tuple[int, str]]:
    """For a country code (or "" for all others): the smallest population to take, and the Cyrillic its names have."""
    columns = ("country", "min_population", "cyrillic", "note")
    return {country: (int(people), cyrillic) for _, (country, people, cyrillic, _) in load_rows("depth", columns)}
