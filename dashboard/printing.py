"""Accounts and place names on the terminal: JSON lines for programs, a table for people."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDTH_IN_A_FILE = 160
NOT_STATED = "–"


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


def _print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")


def _table(columns: Iterable[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _print_table(table: Table) -> None:
    Console(width=None if sys.stdout.isatty() else WIDTH_IN_A_FILE).print(table)


def _text(value: object) -> Text:
    """A value as it may stand on a terminal: a report's text can hold no control code and no markup."""
    shown = NOT_STATED if value is None else str(value)
    return Text("".join(sign if sign.isprintable() else " " for sign in shown))
