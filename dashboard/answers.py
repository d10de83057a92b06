"""Keeps what was read from each report in the user's cache folder, so that a build reads only what changed."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.as_json import extraction_from_json, extraction_to_json, plain
from dashboard.records import Extraction, Report

FORMAT = "2"  # raise it when the kept form changes


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read from one report, or why the program failed to read it."""

    found: Extraction = field(default_factory=Extraction)
    failure: str | None = None


def key_of(report: Report, versions: Iterable[str]) -> str:
    """The hash of all that an answer depends on: the report, and the versions of extractor and gazetteer."""
    values = [plain(getattr(report, name)) for name in report.__slots__]
    return hashlib.sha256(json.dumps([FORMAT, *versions, *values]).encode()).hexdigest()


def path_of(cache: Path, home: Path) -> Path:
    """The file that keeps the answers of one home folder."""
    return cache / f"answers-{hashlib.sha256(str(home).encode()).hexdigest()[:16]}.sqlite"


def load(path: Path, keys: Iterable[str]) -> dict[str, Answer]:
    """The answers kept under these keys. A file that is missing or broken holds none."""
    try:
        with closing(_open(path)) as connection:
            kept = dict(connection.execute("SELECT key, value FROM answers").fetchall())
    except sqlite3.DatabaseError:
        return {}
    return {key: _read(kept[key]) for key in keys if key in kept}


def keep(path: Path, answers: Mapping[str, Answer], *, in_use: Iterable[str]) -> None:
    """Adds answers and forgets those no longer in use. Failures are never kept: the next build tries again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [(key, _write(answer)) for key, answer in answers.items() if answer.failure is None]
    try:
        _save(path, rows, in_use)
    except sqlite3.DatabaseError:  # a broken cache is made anew
        path.unlink(missing_ok=True)
        _save(path, rows, in_use)


def _save(path: Path, rows: list[tuple[str, str]], in_use: Iterable[str]) -> None:
    with closing(_open(path)) as connection, connection:
        connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)
        connection.execute("CREATE TEMP TABLE in_use (key PRIMARY KEY)")
        connection.executemany("INSERT OR IGNORE INTO in_use VALUES (?)", ((key,) for key in in_use))
        connection.execute("DELETE FROM answers WHERE key NOT IN (SELECT key FROM in_use)")


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _write(answer: Answer) -> str:
    return json.dumps(extraction_to_json(answer.found), ensure_ascii=False)


def _read(text: str) -> Answer:
    return Answer(extraction_from_json(json.loads(text)))
