"""lookups.sqlite: what a service answered, word for word, with question and time; failures are never kept."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from dashboard.errors import LookupsBroken
from dashboard.geocode.asking.question import Question

ASK_AGAIN = timedelta(days=180)  # what a service did not know then, somebody may have drawn since
Result = Mapping[str, Any]

_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
  service TEXT NOT NULL, question TEXT NOT NULL, query TEXT NOT NULL, asked_at TEXT NOT NULL, results TEXT NOT NULL,
  PRIMARY KEY (service, question)
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered to a question, and when (UTC). No results mean: it knows no such place."""

    service: str
    question: Question
    asked_at: datetime
    results: tuple[Result, ...]

    def is_fresh(self, now: datetime) -> bool:
        """Whether the question need not be asked again: something was found, or it is not long ago."""
        return bool(self.results) or now - self.asked_at < ASK_AGAIN


def keep(path: Path, answer: Answer, query: str) -> None:
    """Stores an answer in place of an earlier one; it is on the disk when this returns. Raises LookupsBroken."""
    path.parent.mkdir(parents=True, exist_ok=True)
    row = (
        answer.service,
        answer.question.as_json(),
        query,
        answer.asked_at.isoformat(timespec="seconds"),
        json.dumps(answer.results, ensure_ascii=False),
    )
    with _open(path) as connection, connection:
        connection.execute(_TABLE)
        connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)


def load(path: Path, service: str | None = None) -> Sequence[Answer]:
    """The stored answers, of one service or of all, in a fixed order; none where there is no file.

    Raises LookupsBroken.
    """
    if not path.is_file():
        return ()
    condition = "" if service is None else "WHERE service = ?"
    values = () if service is None else (service,)
    with _open(path) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'answers'").fetchone():
            return ()
        rows = connection.execute(
            f"SELECT service, question, asked_at, results FROM answers {condition} ORDER BY service, question", values
        ).fetchall()
        return tuple(
            Answer(kept_by, Question.from_json(question), datetime.fromisoformat(asked_at), tuple(json.loads(results)))
            for kept_by, question, asked_at, results in rows
        )


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that waits for other programs, and writes through to the disk."""
    try:
        with closing(sqlite3.connect(path, timeout=30)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            yield connection
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:
        raise LookupsBroken(f"{path} cannot be read ({error}); move it away, and the names are asked again") from error
