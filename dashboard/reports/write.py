"""Composes, writes, recognises and removes report files."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from dashboard.errors import ReportError
from dashboard.records import Report
from dashboard.reports.read import parse, report_files
from dashboard.swapping import swapped_in

SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person states of a report that is to be added."""

    body: str
    title: str | None = None
    published: date | datetime | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


def compose(draft: Draft) -> str:
    """The report file's text: front matter, a blank line, the body. Reading it again gives the same values.

    A line break within title, source or url becomes a space. Raises ReportError for a text that is no Unicode text.
    """
    fields = {
        "title": _one_line(draft.title),
        "published": draft.published.isoformat() if draft.published else None,
        "source": _one_line(draft.source),
        "url": _one_line(draft.url),
        "language": _one_line(draft.language),
    }
    stated = {key: value for key, value in fields.items() if value}
    header = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=10**6) if stated else ""
    body = re.sub(r"\A(?:[ \t]*\n)+", "", draft.body.replace("\r\n", "\n").replace("\r", "\n")).rstrip()
    text = f"---\n{header}---\n\n{body}\n"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ReportError("the text holds broken characters; copy it again from its source") from error
    return text


def read_draft(draft: Draft) -> Report:
    """The report that a draft would become, under the id it would have in an empty folder. Nothing is written."""
    return parse(compose(draft), _stem(draft))


def same_text(body: str, reports: Iterable[Report]) -> str | None:
    """The id of the report that has this text already: same words, whatever the spaces, line ends and letter case."""
    wanted = _digest(body)
    return next((report.report_id for report in reports if _digest(report.body) == wanted), None)


def write(folder: Path, draft: Draft) -> Path:
    """Writes a new report file and returns its path; the name is the date and a slug of the title, never overwritten.

    Raises ReportError for a draft that could not be read again, for example one without a text.
    """
    text = compose(draft)
    stem = _stem(draft)
    parse(text, stem)
    folder.mkdir(parents=True, exist_ok=True)
    taken = {path.stem for path in report_files([folder])}
    name = next(name for n in range(1, len(taken) + 2) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)
    path = folder / f"{name}.txt"
    with swapped_in(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")
    return path


def remove(folder: Path, report_id: str) -> Path:
    """Removes the file of a report and returns its path. Raises ReportError where the folder has no such report."""
    for path in report_files([folder]):
        if path.stem == report_id:
            path.unlink()
            return path
    raise ReportError(f"there is no report {report_id!r} in {folder.name}; it may have been removed already")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _stem(draft: Draft) -> str:
    """A file name made of the date and the title's Latin letters, or of the text's hash where it has none."""
    day = draft.published.isoformat()[:10] if draft.published else "undated"
    plain = unicodedata.normalize("NFKD", draft.title or "").encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:SLUG_LENGTH].strip("-")
    return f"{day}_{slug or _digest(draft.body)[:8]}"


def _digest(body: str) -> str:
    words = " ".join(unicodedata.normalize("NFKC", body).casefold().split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
