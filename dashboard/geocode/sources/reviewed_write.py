"""Changes single rows of gazetteer.csv: under a lock, merged with what others wrote meanwhile, swapped in whole."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock, Timeout

from dashboard.errors import GazetteerChanged, GazetteerError
from dashboard.geocode.sources.reviewed import COLUMNS, Key, Row, parse, parse_row, text_of
from dashboard.swapping import swapped_in

LONGEST_WAIT_S = 30  # saving takes milliseconds; whoever holds the lock for longer hangs
_TEXTS = ("name", "alternates", "parent", "admin1", "origin", "decided_by", "note", "source", "licence")
_FORMULA = tuple("=+-@")  # what a spreadsheet takes for a formula where a cell begins with it


def save(path: Path, row: Row, *, replacing: Row | None = None) -> None:
    """Puts a row into the gazetteer file at `path`, in its place in the order; every other line stays as it is.

    `replacing` is the row as the person saw it, who now decides otherwise: it goes, even if its key was another one.
    Without it the row must be new. The file on the disk is whole at every moment, and holds the row when this returns.
    Rows that others saved since are kept. A row that stands there word for word already is no error.

    Raises GazetteerChanged where somebody else has changed, removed or added that row meanwhile (nothing is saved:
    read the file again and show it), GazetteerError for a row that is not what its columns ask for, for a file that
    is broken (with its line) or locked for too long, and OSError where the folder cannot be written.
    """
    save_all(path, [(row, replacing)])


def save_all(path: Path, changes: Iterable[tuple[Row, Row | None]]) -> None:
    """Does what `save` does for several pairs of a row and the one it replaces: all of them, or none."""
    checked = [(row, _line(row, path.name), replacing) for row, replacing in changes]
    path = path.resolve()  # a link stays a link
    try:
        with FileLock(path.with_name(f"{path.name}.lock"), timeout=LONGEST_WAIT_S):
            for left in path.parent.glob(f"{path.name}-*.new"):  # of a program that was killed while it wrote
                left.unlink(missing_ok=True)
            standing = _lines(path)
            before = list(standing.values())
            for row, line, replacing in checked:
                _change(standing, row, line, replacing)
            after = sorted(standing.values(), key=lambda each: each[0].key)
            if after != before:
                _write(path, [line for _, line in after])
    except Timeout as error:
        raise GazetteerError(f"{path.name} is being changed by another program; try again when it has ended") from error


def _change(standing: dict[Key, tuple[Row, str]], row: Row, line: str, replacing: Row | None) -> None:
    there = standing.get(row.key)
    gone = replacing is None or replacing.key == row.key or replacing.key not in standing
    if there is not None and gone and _text(there[0]) == line:
        return  # saved already, by a second press of the button
    if replacing is not None:
        old = standing.pop(replacing.key, None)
        if old is None:
            raise GazetteerChanged(f"somebody else has removed {replacing.name} meanwhile; look again, then decide")
        if _text(old[0]) != _text(replacing):
            raise GazetteerChanged(f"{_who(old[0])} has changed {old[0].name} meanwhile; look again, then decide")
    there = standing.get(row.key)
    if there is not None:
        raise GazetteerChanged(f"{_who(there[0])} has added {row.name} already; look again, then decide")
    standing[row.key] = (row, line)


def _lines(path: Path) -> dict[Key, tuple[Row, str]]:
    """The rows of the file by key, each with its line as it stands."""
    text = text_of(path)
    rows = parse(text, path.name)
    lines = text.removesuffix("\n").split("\n")[1:]  # a row is a line: no cell may hold a line break
    return {row.key: (row, line) for row, line in zip(rows, lines, strict=True)}


def _write(path: Path, lines: Iterable[str]) -> None:
    with swapped_in(path, durable=True) as beside:
        beside.write_bytes("\n".join([",".join(COLUMNS), *lines, ""]).encode())


def _line(row: Row, name: str) -> str:
    """The row as a line of the file. Raises GazetteerError where reading it again would not give the same row."""
    where = f"{name}, {row.name or 'a row'}"
    cells = _cells(row)
    for column in _TEXTS:
        if cells[column].startswith(_FORMULA):
            raise GazetteerError(f"{where}: {column} begins like a formula; begin it with a letter")
    if any("|" in each or each != each.strip() or not each for each in row.alternates):
        raise GazetteerError(f"{where}: an alternate is empty, has blanks around it, or holds a |")
    parse_row(cells, where)
    return _text(row)


def _text(row: Row) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(_cells(row).values())
    return out.getvalue()


def _cells(row: Row) -> dict[str, str]:
    values: dict[str, object] = {column: getattr(row, column) for column in COLUMNS}
    values["alternates"] = "|".join(row.alternates)
    return {column: _cell(value) for column, value in values.items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".")  # a metre; + 0.0 makes 0 of -0
    return str(value)


def _who(row: Row) -> str:
    return f"{row.decided_by} ({row.decided_on})" if row.decided_by and row.decided_on else "somebody else"
