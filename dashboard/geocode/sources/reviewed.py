"""Reads and checks the reviewed places: gazetteer.csv, one row per place."""

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.errors import GazetteerError
from dashboard.geocode.sources.entries import Entry
from dashboard.geocode.spelling.words import load_kinds
from dashboard.records import Place

COLUMNS = (
    "name", "alternates", "kind", "parent", "admin1", "country", "latitude", "longitude", "radius_km",
    "status", "origin", "decided_by", "decided_on", "note", "source", "licence",
)  # fmt: skip
STATUSES = ("accepted", "proposed", "unfindable")

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of gazetteer.csv. Coordinates are `None` only in an unfindable row; a radius is `None` where unknown."""

    name: str
    alternates: tuple[str, ...]
    kind: str
    parent: str | None
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    status: str
    origin: str
    decided_by: str | None
    decided_on: date | None
    note: str | None
    source: str
    licence: str | None

    @property
    def key(self) -> Key:
        """What makes a row one place: name, kind, parent, first-level region, country. Rows are sorted by it."""
        return (self.name, self.kind, self.parent or "", self.admin1 or "", self.country or "")


def read_rows(path: Path) -> tuple[Row, ...]:
    """The rows of a gazetteer file, in file order.

    Raises GazetteerError, naming file and line, for a missing file, wrong columns, and any cell that is not what its
    column asks for, and for two rows with one key.
    """
    return parse(text_of(path), path.name)


def text_of(path: Path) -> str:
    """The text of a gazetteer file, line ends as LF. Raises GazetteerError where it is missing or not UTF-8."""
    try:
        return path.read_bytes().decode().replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        raise GazetteerError(f"{path} is missing: restore it from version control, or name another --home") from None
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path.name}: not a UTF-8 CSV file ({error}); restore it from version control") from None


def parse(text: str, name: str) -> tuple[Row, ...]:
    """The rows of a gazetteer file's text, one a line. Raises GazetteerError as `read_rows` does, under this name."""
    rows: list[Row] = []
    seen: dict[Key, int] = {}
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise GazetteerError(f"{name}, line 1: the columns must be {', '.join(COLUMNS)}")
        for cells in reader:
            where = f"{name}, line {reader.line_num}"
            if len(cells) != len(COLUMNS):
                raise GazetteerError(f"{where}: {len(cells)} cells instead of {len(COLUMNS)}; quote commas")
            row = parse_row(dict(zip(COLUMNS, cells, strict=True)), where)
            if row.key in seen:
                raise GazetteerError(f"{where}: {row.name} stands already in line {seen[row.key]}; keep one row")
            seen[row.key] = reader.line_num
            rows.append(row)
    except csv.Error as error:
        raise GazetteerError(f"{name}: not a UTF-8 CSV file ({error}); restore it from version control") from None
    return tuple(rows)


def content_hash(path: Path) -> str:
    """A hash of the file's bytes: the version of the reviewed places."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def parse_row(cells: Mapping[str, str], where: str) -> Row:
    """The row of these cells, keyed by column. Raises GazetteerError, which begins with `where`, for a wrong cell."""
    if any(cell != cell.strip() or not cell.isprintable() for cell in cells.values()):
        raise GazetteerError(f"{where}: blanks around a cell, or a line break in one; take them out")
    if not cells["name"]:
        raise GazetteerError(f"{where}: a name is needed")
    if cells["kind"] not in load_kinds():
        raise GazetteerError(f"{where}: kind {cells['kind']!r} is none of {', '.join(load_kinds())}")
    if cells["status"] not in STATUSES:
        raise GazetteerError(f"{where}: status {cells['status']!r} is none of {', '.join(STATUSES)}")
    country = cells["country"]
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise GazetteerError(f"{where}: country {country!r} is no ISO 3166-1 code of two capital letters")
    found = cells["status"] != "unfindable"
    latitude = _number(cells["latitude"], "latitude", -90, 90, where)
    longitude = _number(cells["longitude"], "longitude", -180, 180, where)
    if found and (latitude is None or longitude is None):
        raise GazetteerError(f"{where}: {cells['name']} needs a latitude and a longitude, or the status unfindable")
    if found and not cells["source"]:
        raise GazetteerError(f"{where}: {cells['name']} needs a source for its coordinates")
    if not found and not (cells["decided_by"] and cells["decided_on"]):
        raise GazetteerError(f"{where}: an unfindable place needs decided_by and decided_on")
    return Row(
        name=cells["name"],
        alternates=tuple(part for part in cells["alternates"].split("|") if part),
        kind=cells["kind"],
        parent=cells["parent"] or None,
        admin1=cells["admin1"] or None,
        country=country or None,
        latitude=latitude,
        longitude=longitude,
        radius_km=_number(cells["radius_km"], "radius_km", 0.01, 20000, where),
        status=cells["status"],
        origin=cells["origin"],
        decided_by=cells["decided_by"] or None,
        decided_on=_day(cells["decided_on"], where),
        note=cells["note"] or None,
        source=cells["source"],
        licence=cells["licence"] or None,
    )


def _number(cell: str, column: str, low: float, high: float, where: str) -> float | None:
    if not cell:
        return None
    try:
        number = float(cell)
    except ValueError:
        raise GazetteerError(f"{where}: {column} {cell!r} is no number") from None
    if not low <= number <= high:
        raise GazetteerError(f"{where}: {column} {cell} does not lie between {low} and {high}")
    return number


def _day(cell: str, where: str) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise GazetteerError(f"{where}: decided_on {cell!r} is no date like 2025-07-04") from None


def entry_of(row: Row) -> Entry:
    """The place of a row with its spellings, as the index takes it. Raises ValueError for an unfindable row."""
    kind = load_kinds()[row.kind]
    if row.latitude is None or row.longitude is None:
        raise ValueError(f"{row.name}: a row without coordinates is no entry")
    place = Place(
        name=f"{row.name}, {row.parent}" if row.parent else row.name,
        kind=kind.kind,
        precision=kind.precision,  # type: ignore[arg-type]  # checked when the kinds are read
        latitude=row.latitude,
        longitude=row.longitude,
        radius_m=row.radius_km * 1000 if row.radius_km else kind.radius_m,
        radius_assumed=row.radius_km is None,
        country=row.country,
        admin1=row.admin1,
        parent=row.parent,
        origin=row.origin or "gazetteer",
    )
    return Entry(place, (row.name, *row.alternates), slavic=True, typed=True)
