"""News texts with every place name marked, read from tests/samples_places, and how well places are found in them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isnan, nan
from pathlib import Path

from geopy.distance import great_circle

from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Report

FOLDER = Path(__file__).parent / "samples_places"
FAR_KM = 161.0  # 100 miles: the distance within which geoparsers are compared

_MARK = re.compile(r"\[([^]|]+)(?:\|([^]]+))?\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A name in a text; `point` is `None` where neither finding nor missing it shall count."""

    start: int
    end: int
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Text:
    """One text without its marks."""

    name: str
    body: str
    marked: tuple[Marked, ...]


@dataclass(slots=True)
class Score:
    """Counts over texts: names found within FAR_KM, names found, names marked; and a line per error."""

    hits: int = 0
    found: int = 0
    marked: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.marked)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, self.found + self.marked)


def texts(file: Path) -> Iterator[Text]:
    """The texts of a file: each after a line "=== name", with names marked as [words|point].

    A point is "latitude longitude", a key of known.csv, "continent" (anywhere), or "none"; it holds for later marks of
    the same words in the text.
    """
    with (FOLDER / "known.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["key"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(lines)}
    for block in re.split(r"(?m)^=== ", file.read_text("utf-8"))[1:]:
        name, _, raw = block.partition("\n")
        body, at, points, marked = "", 0, {}, []
        raw = raw.strip()
        for mark in _MARK.finditer(raw):
            body += raw[at : mark.start()]
            words, point = mark[1], mark[2]
            if point:
                points[words.casefold()] = point
            told = points[words.casefold()]
            numbers = known.get(told) or (None if told == "none" else _numbers(told))
            marked.append(Marked(len(body), len(body) + len(words), numbers))
            body += words
            at = mark.end()
        yield Text(name.strip(), body + raw[at:], tuple(marked))


def _numbers(told: str) -> tuple[float, float]:
    if told == "continent":
        return (nan, nan)
    latitude, longitude = told.split()
    return float(latitude), float(longitude)


def score(file: Path, gazetteer: Gazetteer) -> Score:
    """How well the places of a file's texts are found: spans that overlap and lie within FAR_KM."""
    total = Score()
    for text in texts(file):
        _add(total, text, gazetteer)
    return total


def _add(total: Score, text: Text, gazetteer: Gazetteer) -> None:
    left = list(text.marked)
    total.marked += sum(each.point is not None for each in left)
    for each in find_places(Report(text.name, None, text.body), gazetteer):
        at = next((m for m in left if m.start < each.span.end and each.span.start < m.end), None)
        if at is not None:
            left.remove(at)
        around = text.body[max(0, each.span.start - 40) : each.span.end + 30].replace("\n", " / ")
        if each.place is None:
            if at is None or at.point is not None:
                total.errors.append(f"{text.name} UNPLACED {each.text}: {around}")
            continue
        if at is not None and at.point is None:
            continue
        total.found += 1
        if at is None or at.point is None:
            total.errors.append(f"{text.name} FALSE {each.text} ({each.place.name}, {each.place.country}): {around}")
            continue
        off = 0.0 if isnan(at.point[0]) else great_circle(at.point, (each.place.latitude, each.place.longitude)).km
        if off <= FAR_KM:
            total.hits += 1
        else:
            there = f"{each.place.name}, {each.place.admin1}, {each.place.country}"
            total.errors.append(f"{text.name} FAR {each.text} ({there}; {off:.0f} km; {each.reason}): {around}")
    total.errors += [
        f"{text.name} MISSED {text.body[m.start : m.end]}: {text.body[max(0, m.start - 40) : m.end + 30]!r}"
        for m in left
        if m.point is not None
    ]
