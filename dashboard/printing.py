"""Accounts and place names on the terminal: JSON lines for programs, a table or the marked text for people."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dashboard.marks import FIELDS, marks_of, mention_marks, pieces, value_of
from dashboard.records import Account, Extraction, Part, Report

WIDTH_IN_A_FILE = 160
NOT_STATED = "–"
PARTS: tuple[Part, Part] = ("title", "body")
MARKED, TOLD = "bold underline", "dim"  # on a terminal: words that were read, and what was read from them


def print_accounts(rows: Iterable[Mapping[str, Any]], *, as_json: bool) -> None:
    """Prints one line per account."""
    if as_json:
        _print_json(rows)
        return
    columns = ("report", "dates", "place", "precision", "type", "attacker", "killed", "injured", "status")
    table = _table(columns)
    for row in rows:
        dates = " to ".join(dict.fromkeys(day for day in (row["date_start"], row["date_end"]) if day))
        values = {**row, "dates": dates or None, "type": row["strike_type"]}
        table.add_row(*(_text(values[column]) for column in columns))
    _print_table(table)


def print_places(rows: Iterable[Mapping[str, Any]], *, as_json: bool) -> None:
    """Prints one line per place name."""
    if as_json:
        _print_json(rows)
        return
    columns = ("report", "text", "place", "admin1", "country", "latitude", "longitude", "precision", "role")
    table = _table(columns)
    for row in rows:
        table.add_row(*(_text(row[column]) for column in columns))
    _print_table(table)


def print_explained(reports: Iterable[tuple[Report, Extraction]]) -> None:
    """Prints each report with its words marked, then for each account the words and the rule of every value.

    Behind "[Poltava]" stands what the word was read for: "{1 place}", or "{mention}" where no strike is told of.
    Weekdays and the like are read against the publication date, and a district against the city in its name.
    """
    for report, found in reports:
        console = _console()
        console.print(_clean(report.report_id), style="bold", end="")
        console.print(f"  published {report.published or 'on a day not stated'}")
        for part in PARTS:
            if report.text(part):
                console.print(_marked(report, found, part), end="\n\n")
        for number, account in enumerate(found.accounts, start=1):
            console.print(_clean(f"{number}  {account.place or 'no place found'}"), style="bold")
            console.print(_explained(report, account), end="\n\n")


def _marked(report: Report, found: Extraction, part: Part) -> Text:
    marks = mention_marks(found.mentions, part)
    labels: dict[int, str] = {}
    for number, account in enumerate(found.accounts, start=1):
        of_it = marks_of(account, part)
        labels |= {id(mark): f"{number} {mark.field}" for mark in of_it}
        marks += of_it
    shown = Text()
    text = report.text(part)
    for piece, over in pieces(text, marks, 0, len(text)):
        if not over:
            shown.append(_clean(piece))
            continue
        told = dict.fromkeys(labels.get(id(mark), mark.field) for mark in over)
        shown.append("[").append(_clean(piece), MARKED).append("]").append(f"{{{', '.join(told)}}}", TOLD)
    return shown


def _explained(report: Report, account: Account) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, expand=True)
    for ratio in (1, 2, 4, 4):
        table.add_column(ratio=ratio, overflow="fold")
    for field in FIELDS:
        if field == "mention" or (field == "claimed_by" and account.claimed_by is None):
            continue
        words = " … ".join(f"“{report.words(span)}”" for span in account.spans.get(field, ()))
        values = (value_of(account, field), words or None, account.rules.get(field))
        table.add_row(field, *map(_text, values))
        if field == "place" and account.latitude is not None:
            where = ", ".join(filter(None, (account.admin1, account.country)))
            table.add_row(
                "", f"{account.latitude:.3f}, {account.longitude:.3f}", _text(where), _text(account.precision)
            )
    table.add_row("quote", "", _text(f"“{account.quote}”"), "")
    return table


def _print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")


def _table(columns: Iterable[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _print_table(table: Table) -> None:
    _console().print(table)


def _console() -> Console:
    width = None if sys.stdout.isatty() else WIDTH_IN_A_FILE
    return Console(width=width, highlight=False, markup=False)


def _text(value: object) -> Text:
    """A value as it may stand in one line on a terminal."""
    return Text(_clean(NOT_STATED if value is None else str(value)).replace("\n", " "))


def _clean(text: str) -> str:
    """Text without the signs that steer a terminal: no report can colour, move or hide what is printed."""
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
