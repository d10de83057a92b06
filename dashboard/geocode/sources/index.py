"""Keeps the embedded gazetteers as one compact SQLite file in the cache folder: built once, opened at once."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path
from sys import intern

from dashboard.errors import GazetteerError
from dashboard.geocode.sources import embedded
from dashboard.geocode.sources.entries import Entry, Form
from dashboard.records import Place
from dashboard.swapping import swapped_in

Hit = tuple[int, Form]

_TABLES = """
PRAGMA journal_mode = OFF;
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, precision TEXT, latitude REAL, longitude REAL,
  radius_m REAL, radius_assumed INTEGER, country TEXT, admin1 TEXT, parent TEXT, origin TEXT, population INTEGER);
CREATE TABLE names (key TEXT PRIMARY KEY, longest INTEGER, hits TEXT) WITHOUT ROWID;
CREATE TABLE regions (country TEXT, name TEXT, id INTEGER, PRIMARY KEY (country, name)) WITHOUT ROWID;
"""
_COLUMNS = (
    "name", "kind", "precision", "latitude", "longitude", "radius_m", "radius_assumed", "country", "admin1", "parent",
    "origin", "population",
)  # fmt: skip


def index_version() -> str:
    """A hash of everything the index is made from: the packages' versions, the vocabulary and the code."""
    digest = hashlib.sha256(embedded.source_versions().encode())
    here = files("dashboard.geocode")
    folders = [here / folder for folder in ("spelling", "sources", "vocabulary")]
    sources = [each for folder in folders for each in folder.iterdir() if each.name.endswith((".py", ".csv"))]
    for source in sorted(sources, key=lambda each: each.name):
        digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()[:16]


def collect(entries: Iterable[Entry]) -> tuple[list[Place], dict[str, tuple[int, list[Hit]]]]:
    """The places in order, and for each key the longest name that begins with it (in words) and its hits."""
    places: list[Place] = []
    hits: dict[str, list[Hit]] = defaultdict(list)
    longest: dict[str, int] = defaultdict(int)
    for number, entry in enumerate(entries):
        places.append(entry.place)
        for key, form in entry.forms().items():
            hits[key].append((number, form))
            first, *rest = key.split(" ")
            longest[first] = max(longest[first], 1 + len(rest))
    return places, {key: (longest.get(key, 0), hits.get(key, [])) for key in hits.keys() | longest.keys()}


class Index:
    """The embedded places, looked up by key. Safe to open in many processes; not shared between threads."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._places: dict[int, Place] = {}

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """Opens the index of this version in a folder, and builds it there first if it is missing or broken."""
        return cls.at(folder / f"places-{index_version()}.sqlite", embedded.entries)

    @classmethod
    def at(cls, path: Path, entries: Callable[[], Iterable[Entry]]) -> "Index":
        """Opens the index in a file, and builds it there first of these entries if it is missing or broken."""
        if path.is_file():
            try:
                return cls(path)._checked()
            except sqlite3.DatabaseError:
                path.unlink(missing_ok=True)
        build(path, entries)
        return cls(path)._checked()

    def _checked(self) -> "Index":
        self._connection.execute("SELECT key FROM names LIMIT 1").fetchone()
        self._connection.execute("SELECT id FROM places LIMIT 1").fetchone()
        return self

    def find(self, key: str) -> tuple[int, tuple[Hit, ...]]:
        """For a key: the words of the longest name that begins with it, and the places it names (id, form)."""
        row = self._connection.execute("SELECT longest, hits FROM names WHERE key = ?", (key,)).fetchone()
        if row is None:
            return 0, ()
        return row[0], tuple((int(hit[1:]), "stem" if hit[0] == "s" else "name") for hit in row[1].split())

    def begins(self, key: str) -> bool:
        """Whether a key is this one or goes on from it with another word."""
        row = self._connection.execute(
            "SELECT 1 FROM names WHERE key = ? OR (key > ? AND key < ?) LIMIT 1", (key, f"{key} ", f"{key}!")
        ).fetchone()
        return row is not None

    def place(self, number: int) -> Place:
        """The place with an id that `find` gave."""
        if number not in self._places:
            row = self._connection.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM places WHERE id = ?", (number,)
            ).fetchone()
            self._places[number] = _place(row)
        return self._places[number]

    def region_id(self, country: str, name: str) -> int | None:
        """The id of a first-level region by its country's code and its name; of the country itself for ""."""
        row = self._connection.execute(
            "SELECT id FROM regions WHERE country = ? AND name = ?", (country, name)
        ).fetchone()
        return None if row is None else int(row[0])


def build(path: Path, entries: Callable[[], Iterable[Entry]]) -> None:
    """Builds an index beside its place and swaps it in whole, so that nobody ever opens half an index."""
    with ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = stack.enter_context(swapped_in(path))
        except OSError as error:
            where = f"{path.parent} ({error.strerror}): set STRIKEMAP_CACHE to a folder"
            raise GazetteerError(f"the index of places cannot be kept in {where}") from None
        places, names = collect(entries())
        connection = sqlite3.connect(part)
        connection.executescript(_TABLES)
        connection.executemany(
            f"INSERT INTO places VALUES ({', '.join('?' * (len(_COLUMNS) + 1))})",
            ((number, *(getattr(place, column) for column in _COLUMNS)) for number, place in enumerate(places)),
        )
        connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?)",
            (
                (key, longest, " ".join(f"{form[0]}{number}" for number, form in hits))
                for key, (longest, hits) in sorted(names.items())
            ),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO regions VALUES (?, ?, ?)",
            (
                (place.country, place.name if place.precision == "admin1" else "", number)
                for number, place in enumerate(places)
                if place.precision in {"admin1", "country"}
            ),
        )
        connection.commit()
        connection.close()


def _place(row: tuple[object, ...]) -> Place:
    shared = [intern(value) if isinstance(value, str) else value for value in row]  # "UA", "settlement": of thousands
    values = dict(zip(_COLUMNS, shared, strict=True))
    values["radius_assumed"] = bool(values["radius_assumed"])
    return Place(**values)  # type: ignore[arg-type]  # the columns are the fields, written by `build`
