"""Report files and pasted text -> Report.

A report file is UTF-8: front matter between two `---` lines (title, published, source, url, language), then the body.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml

from dashboard.errors import ReportError
from dashboard.records import Report, Skipped
from dashboard.reports.published import parse_published

SUFFIXES = frozenset({".txt", ".md"})
LONGEST_HEADER = 20_000  # a YAML parser takes minutes over megabytes, and no title is that long
FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")


def read_file(path: Path, published: date | None = None) -> Report:
    """The report in a file; its id is the file's stem. `published` stands in where the front matter states none.

    Raises ReportError with the file, the line where one is known, and the reason.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReportError(f"cannot be opened ({error.strerror}); check that it is there", name=path.name) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ReportError("not UTF-8; save it with that encoding", name=path.name, line=line) from error
    return parse(text, path.stem, published, name=path.name)


def parse(text: str, report_id: str, published: date | None = None, *, name: str | None = None) -> Report:
    """The report in a text. Without front matter all of it is body, unchanged but for line ends (LF).

    Raises ReportError, naming `name` (by default the id), the line where one is known, and the reason.
    """
    name = name or report_id
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    fields, body = _split(text, name)
    if not body.strip():
        raise ReportError("empty; a report needs a text", name=name)
    day, moment = published, None
    if stated := fields.get("published"):
        value, line = stated
        try:
            day, moment = parse_published(value)
        except ValueError as error:
            reason = f"published is {value!r}, which is no date; write it as 2025-07-04"
            raise ReportError(reason, name=name, line=line) from error

    def stated_text(key: str) -> str | None:
        return fields[key][0] if key in fields else None

    return Report(
        report_id=report_id,
        title=stated_text("title"),
        body=body,
        published=day,
        published_at=moment,
        source=stated_text("source"),
        url=stated_text("url"),
        language=stated_text("language"),
    )


def report_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Each file named, and the *.txt and *.md files of each folder named, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file())
        else:
            yield path


def read_folder(paths: Iterable[Path], published: date | None = None) -> tuple[list[Report], list[Skipped]]:
    """The reports of files and folders, and what could not be read; ids are unique among the reports of one folder."""
    reports: dict[Path, Report] = {}
    skipped = []
    for path in dict.fromkeys(report_files(paths)):
        try:
            report = read_file(path, published)
            if path.with_suffix("") in reports:
                raise ReportError("another report has the same name; rename one of them", name=path.name)
        except ReportError as error:
            skipped.append(Skipped(path.name, error.line, error.reason))
        else:
            reports[path.with_suffix("")] = report
    return list(reports.values()), skipped


def _split(text: str, name: str) -> tuple[dict[str, tuple[str, int]], str]:
    """The fields of the front matter, each with its line, and the body."""
    opening = FENCE.match(text)
    if not opening:
        return {}, text
    closing = FENCE.search(text, opening.end())
    if not closing:
        raise ReportError("the front matter is not closed; end it with a line of ---", name=name, line=1)
    fields = _fields(text[opening.end() : closing.start()], name)
    return fields, BLANK_LINES.sub("", text[closing.end() :])


def _fields(header: str, name: str) -> dict[str, tuple[str, int]]:
    """The stated fields as text, each with its line. YAML is composed, not constructed: no value becomes a date."""
    if len(header) > LONGEST_HEADER:
        raise ReportError("front matter of many pages; is the line of --- that ends it missing?", name=name)
    try:
        root = yaml.compose(header, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else None
        reason = f"front matter that cannot be read ({error.problem}); put the value in quotes"
        raise ReportError(reason, name=name, line=line) from error
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:  # such as \UFFFFFFFF
        raise ReportError("front matter that cannot be read; write it as `name: value` lines", name=name) from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise ReportError("front matter that is no list of `name: value` lines", name=name, line=2)
    fields: dict[str, tuple[str, int]] = {}
    for key, value in root.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise ReportError("front matter holds plain text only; put the value in quotes", name=name, line=line)
        if key.value in fields:
            raise ReportError(f"{key.value} is stated twice; keep one", name=name, line=line)
        if any("\ud800" <= sign <= "\udfff" for sign in value.value):
            raise ReportError(f"{key.value} holds half a character; write it out", name=name, line=line)
        fields[key.value] = (value.value.strip(), line)
    return {key: stated for key, stated in fields.items() if stated[0]}
