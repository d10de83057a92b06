"""Reads the columns of a table that count casualties: "Killed" over a number, "Casualties" over "none"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.extract.casualties.sentence import Kind
from dashboard.extract.casualties.tokens import Vocabulary, tokens
from dashboard.extract.words.sentences import ROW

CELL = re.compile(r"[^|]+")
RULE = re.compile(r"[\s:|-]+")
NUMBER = re.compile(r"\d{1,5}")
BOTH: tuple[Kind, ...] = ("killed", "injured")
KINDS: dict[str, tuple[Kind, ...]] = {"killed": ("killed",), "injured": ("injured",), "both": BOTH}


class Cell(NamedTuple):
    """A cell that counts: `text[start:end]`, the kinds it counts, and how many."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    number: int


def counting_cells(text: str, known: Vocabulary) -> list[Cell]:
    """The cells of tables that hold nothing but a number or a word for none, under a heading of casualties."""
    found: list[Cell] = []
    columns: list[tuple[Kind, ...]] = []
    last = -2  # where the row before ended
    for row in ROW.finditer(text) if "|" in text else ():
        cells = list(_cells(text, row))
        if row.start() != last + 1:
            columns = [_kinds(text, cell, known) for cell in cells]
        elif not RULE.fullmatch(row.group()):
            for (start, end), kinds in zip(cells, columns, strict=False):
                count = _count(text[start:end], known) if kinds else None
                if count is not None and (count == 0 or len(kinds) == 1):
                    found.append(Cell(start, end, kinds, count))
        last = row.end()
    return found


def _cells(text: str, row: re.Match[str]) -> Iterator[tuple[int, int]]:
    for cell in CELL.finditer(text, row.start(), row.end()):
        words = cell.group()
        if cell.start() > row.start():
            start = cell.start() + len(words) - len(words.lstrip())
            yield start, start + len(words.strip())


def _kinds(text: str, cell: tuple[int, int], known: Vocabulary) -> tuple[Kind, ...]:
    named = {token.senses["column"] for token in tokens(text, *cell, known) if token.has("column")}
    return KINDS[next(iter(named)) or "both"] if len(named) == 1 else BOTH if named else ()


def _count(words: str, known: Vocabulary) -> int | None:
    if NUMBER.fullmatch(words):
        return int(words)
    said = tokens(words, 0, len(words), known)
    return 0 if len(said) == 1 and said[0].has("empty") else None
