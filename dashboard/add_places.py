"""strikemap gazetteer add: takes in a file of places that no source has yet, for who needs every village."""

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dashboard.errors import GazetteerError
from dashboard.geocode import Gazetteer, distance_km
from dashboard.geocode.sources.added import Added, open_index, read_places, write_places
from dashboard.geocode.sources.entries import split_type
from dashboard.geocode.sources.geonames import is_dump, read_dump
from dashboard.geocode.spelling.folding import key
from dashboard.records import Place
from dashboard.settings import Settings

KNOWN_KM = 5.0  # a place of the same name, country and precision that lies this near is the same one
TWICE_KM = 1.0

# Told how many of how many places are done.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file's places: `added`, `known` by another source, left out for a reason; and where they are."""

    path: Path
    added: int
    known: int
    left_out: Counter[str]


def add_places(
    settings: Settings, file: Path, defaults: dict[str, str], on: date, progress: Progress | None = None
) -> Taken:
    """Takes the places of a GeoNames dump or a CSV file into geocache/added/, in a file of the same name.

    A file added before under that name is replaced. `defaults` are values for columns that a CSV does not have.
    Raises GazetteerError with file and line for a file that is wrong; then nothing is changed.
    """
    path = settings.added / f"{re.sub(r'[^A-Za-z0-9_-]+', '-', file.stem).strip('-') or 'places'}.csv"
    others = [each for each in settings.added_files if each != path]
    places = Gazetteer.load(settings.gazetteer, settings.cache, others)
    left_out: Counter[str] = Counter()
    read = list(_read(file, defaults, left_out))
    named = [_in_region(each, places) for each in read]
    known = 0
    kept: dict[tuple[str, str | None], list[Added]] = {}
    for number, each in enumerate(named):
        if progress and number % 1000 == 0:
            progress(number, 2 * len(named))
        namesakes = kept.setdefault((key(each.entry.spellings[0]), each.entry.place.country), [])
        if any(_near(each.entry.place, other.entry.place, TWICE_KM) for other in namesakes):
            left_out["twice in the file"] += 1
        elif _is_known(each, places):
            known += 1
        else:
            namesakes.append(each)
    new = [each for namesakes in kept.values() for each in namesakes]
    if new:
        new.sort(key=lambda each: (each.entry.place.country or "", each.entry.place.name, each.where))
        write_places(path, new, on)
        open_index(path, settings.cache, progress and (lambda done: progress(len(named) + done, 2 * len(named))))
    return Taken(path, len(new), known, left_out)


def _read(file: Path, defaults: dict[str, str], left_out: Counter[str]) -> Iterator[Added]:
    if zipfile.is_zipfile(file):
        raise GazetteerError(f"{file.name} is packed: unpack it, and name the file with the country's code in it")
    if is_dump(file):
        yield from read_dump(file, left_out)
        return
    for each in read_places(file, defaults):
        if each is None:
            left_out["marked as unfindable"] += 1
        else:
            yield each


def _in_region(each: Added, places: Gazetteer) -> Added:
    """The place with its country and its region as the gazetteer calls them. Raises GazetteerError for unknown ones."""
    place = each.entry.place
    if places.country(place.country or "") is None:
        raise GazetteerError(f"{each.where}: {place.country!r} is no country; write an ISO 3166-1 code, as UA")
    if not place.admin1:
        return each
    region = places.region(place.country or "", place.admin1)
    spellings = () if region else (key(place.admin1), key(split_type(place.admin1)[0]), f"={place.admin1}")
    found = [region] if region else [other for spelling in spellings for other, _ in places.find(spelling).places]
    names = [other.name for other in found if (other.precision, other.country) == ("admin1", place.country)]
    if not names:
        raise GazetteerError(f"{each.where}: no region {place.admin1!r} is known in {place.country}; or leave it empty")
    return replace(each, entry=replace(each.entry, place=replace(place, admin1=names[0])))


def _is_known(each: Added, places: Gazetteer) -> bool:
    place = each.entry.place
    named = (other for spelling in each.entry.spellings[:2] for other, _ in places.find(key(spelling)).places)
    return any(other.country == place.country and _near(place, other, KNOWN_KM) for other in named)


def _near(one: Place, other: Place, km: float) -> bool:
    return one.precision == other.precision and distance_km(one, other) <= km


def summary(taken: Taken) -> Iterable[str]:
    """What to tell the user, a line each."""
    yield f"added {taken.added}  known {taken.known}  left out {taken.left_out.total()}"
    yield from (f"left out, {reason}: {number}" for reason, number in sorted(taken.left_out.items()))
