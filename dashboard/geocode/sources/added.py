"""Places that a user added: CSV files in geocache/added/, a row per place, and the index made of each."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dashboard.errors import GazetteerError
from dashboard.geocode.sources.entries import ADDED, Entry
from dashboard.geocode.sources.index import Index, index_version
from dashboard.geocode.sources.reviewed import content_hash, entry_of, parse_row, text_of
from dashboard.geocode.spelling.folding import is_cyrillic
from dashboard.geocode.spelling.words import depth
from dashboard.swapping import swapped_in

NEEDED = ("name", "latitude", "longitude")
COLUMNS = (
    "name", "alternates", "kind", "parent", "admin1", "country", "latitude", "longitude", "radius_km", "population",
    "source", "licence", "added_on",
)  # fmt: skip
PLACED = ("accepted", "proposed", "")  # the states of gazetteer rows that have a place; a file need not say


@dataclass(frozen=True, slots=True)
class Added:
    """A place with its spellings, where it was read (file and line), and whose it is."""

    entry: Entry
    where: str
    source: str
    licence: str


def open_index(path: Path, cache: Path, tell: Callable[[int], None] | None = None) -> Index:
    """The index of a file in geocache/added/, built in `cache` once. Raises GazetteerError with file and line.

    `tell` hears of each thousandth place that goes in.
    """

    def entries() -> Iterator[Entry]:
        for number, each in enumerate(read_places(path)):
            if tell and number % 1000 == 0:
                tell(number)
            if each is not None:
                yield each.entry

    return Index.at(cache / f"added-{content_hash(path)}-{index_version()}.sqlite", entries)


def read_places(path: Path, defaults: Mapping[str, str] | None = None) -> Iterator[Added | None]:
    """The places of a CSV file whose first line names its columns: those of COLUMNS or of gazetteer.csv, in any order.

    Needed are name, latitude and longitude, and, in a column or in `defaults`, country, source and licence. `None`
    stands for an unfindable row. Raises GazetteerError with file and line for the first row that is wrong.
    """
    given = {column: cell for column, cell in (defaults or {}).items() if cell}
    lines = csv.reader(io.StringIO(text_of(path).removeprefix("\ufeff"), newline=""))
    try:
        columns = tuple(column.strip().lower() for column in next(lines, ()))
        missing = [column for column in NEEDED if column not in columns]
        if missing:
            raise GazetteerError(
                f"{path.name}, line 1: no column {', '.join(missing)}; name the columns in the first line, with commas"
            )
        for values in lines:
            where = f"{path.name}, line {lines.line_num}"
            if len(values) != len(columns):
                raise GazetteerError(f"{where}: {len(values)} cells instead of {len(columns)}; quote commas")
            stated = {column: cell for column, cell in zip(columns, values, strict=True) if cell}
            yield _place(given | stated, where)
    except csv.Error as error:
        raise GazetteerError(f"{path.name}, line {lines.line_num}: not a CSV file ({error})") from None


def write_places(path: Path, places: Iterable[Added], on: date) -> None:
    """Writes a file that `read_places` reads, and swaps it in whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with swapped_in(path, durable=True) as beside, beside.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_cells(each, on) for each in places)


def _place(cells: Mapping[str, str], where: str) -> Added | None:
    if cells.get("status", "") not in PLACED:
        return None
    for column in ("country", "source", "licence"):
        if not cells.get(column):
            raise GazetteerError(f"{where}: no {column}; add a column, or give it with --{column}")
    wanted = {column: cells.get(column, "") for column in (*COLUMNS, "origin", "decided_by", "decided_on", "note")}
    row = parse_row(wanted | {"status": "accepted", "kind": cells.get("kind") or "village"}, where)
    if row.latitude is None or row.longitude is None:
        raise GazetteerError(f"{where}: {row.name} needs a latitude and a longitude")
    slavic = bool(depth().get(row.country or "", ("", ""))[1]) or is_cyrillic(row.name)
    people = _people(cells.get("population", ""), where)
    place = replace(entry_of(row).place, origin=f"{ADDED}{row.source}", population=people)
    typed = place.precision not in ("settlement", "site")  # "Mexico City" is no city called Mexico
    return Added(Entry(place, (row.name, *row.alternates), slavic, typed), where, row.source, row.licence or "")


def _people(cell: str, where: str) -> int | None:
    if cell and not (cell.isascii() and cell.isdigit()):
        raise GazetteerError(f"{where}: population {cell!r} is no whole number")
    return int(cell or 0) or None


def _cells(each: Added, on: date) -> tuple[object, ...]:
    place, (name, *alternates) = each.entry.place, each.entry.spellings
    radius_km = "" if place.radius_assumed else place.radius_m / 1000
    return (
        *(name, "|".join(dict.fromkeys(other for other in alternates if other != name)), place.kind, place.parent),
        *(place.admin1, place.country, place.latitude, place.longitude, radius_km, place.population),
        *(each.source, each.licence, on.isoformat()),
    )
