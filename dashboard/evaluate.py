"""Measures what is read from annotated reports against what people read in them.

A folder holds NNN.txt and NNN.gold.json: {"events": [...], "history": [{"date": "2024-11"}, ...]}. A prediction finds
a gold event when their dates overlap or lie a day apart and the point is within the tolerance of the event's precision.
"""

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

from geopy.distance import great_circle

from dashboard.as_json import account_to_json
from dashboard.errors import GoldMissing, ReportError
from dashboard.records import Account, Report
from dashboard.reports import read_file

TOLERANCE_KM = {"site": 15.0, "settlement": 15.0, "district": 12.0, "raion": 40.0, "admin1": 120.0, "country": 700.0}
FIELDS = ("date", "precision", "strike_type", "attacker", "killed", "injured", "status", "quote")
RECORD = frozenset({"date", "precision", "strike_type", "killed", "injured"})
NEIGHBOURING_DAYS = 1


@dataclass(frozen=True, slots=True)
class Event:
    """A gold event or a prediction: its days, its point, and all its values by name."""

    values: Mapping[str, Any]
    days: tuple[date, date] | None
    point: tuple[float, float] | None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The event of a JSON object with the Account fields."""
        start, end = values.get("date_start"), values.get("date_end") or values.get("date_start")
        latitude, longitude = values.get("latitude"), values.get("longitude")
        return cls(
            values,
            (date.fromisoformat(start[:10]), date.fromisoformat(end[:10])) if start and end else None,
            (latitude, longitude) if latitude is not None and longitude is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its gold events, and the periods of strikes too old to annotate."""

    report: Report
    events: tuple[Event, ...]
    history: tuple[tuple[date, date], ...]


@dataclass(slots=True)
class Score:
    """The counts over a folder, and one line per error."""

    reports: int = 0
    gold: int = 0
    predicted: int = 0
    matched: int = 0
    records: int = 0
    without_strike: int = 0
    left_empty: int = 0
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The figures as `strikemap evaluate` prints them."""
        yield f"reports {self.reports}  gold events {self.gold}  predicted {self.predicted}  matched {self.matched}"
        for name, hits in (("event", self.matched), ("record", self.records)):
            precision, recall, f1 = self.rates(hits)
            yield f"{name:7s} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
        for name in FIELDS:
            yield f"{name:12s} {self.share(name):.3f}  of matched"
        yield f"no-strike reports left empty {self.left_empty}/{self.without_strike}"

    def share(self, name: str) -> float:
        """The share of the strikes found for which a field is right, 0 to 1."""
        return _share(self.right[name], self.matched)

    def rates(self, hits: int) -> tuple[float, float, float]:
        """Precision, recall and F1 of a number of hits, each 0 to 1."""
        precision, recall = _share(hits, self.predicted), _share(hits, self.gold)
        return precision, recall, _share(2 * precision * recall, precision + recall)


def load_gold(folder: Path) -> list[Annotated]:
    """The annotated reports of a folder. Raises GoldMissing where there are none, or one lacks its report."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
            events = tuple(map(Event.of, gold["events"]))
            history = tuple(_period(entry["date"]) for entry in gold.get("history", ()))
            found.append(Annotated(read_file(folder / f"{stem}.txt"), events, history))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GoldMissing(f"{path.name} is no annotation ({error}); it needs events with ISO dates") from error
        except ReportError as error:
            raise GoldMissing(f"{path.name} has no readable report beside it: {error}") from error
    if not found:
        raise GoldMissing(f"{folder} holds no *.gold.json; name a folder of annotated reports")
    return found


def evaluate(
    annotated: Sequence[Annotated],
    read: Callable[[Report], Sequence[Account]],
    progress: Callable[[int, int], None] | None = None,
) -> Score:
    """The score of what `read` finds in each annotated report; `progress` is told how many of how many are read."""
    score = Score()
    for one in annotated:
        _add(score, one, [Event.of(account_to_json(account)) for account in read(one.report)])
        if progress:
            progress(score.reports, len(annotated))
    return score


def _add(score: Score, one: Annotated, guesses: Sequence[Event]) -> None:
    stem, pairs = one.report.report_id, _match(one.events, guesses)
    matched = {j for _, j in pairs}
    false = [guess for j, guess in enumerate(guesses) if j not in matched and not _is_history(guess, one.history)]
    score.reports += 1
    score.gold += len(one.events)
    score.matched += len(pairs)
    score.predicted += len(pairs) + len(false)
    for i, j in pairs:
        gold, guess = one.events[i], guesses[j]
        right = {name for name in FIELDS if _is_right(name, gold, guess)}
        score.right.update(right)
        score.records += right >= RECORD
        score.errors += [_wrong(stem, name, gold, guess) for name in FIELDS if name not in right]
    found = {i for i, _ in pairs}
    score.errors += [_line(stem, "MISSED", gold) for i, gold in enumerate(one.events) if i not in found]
    score.errors += [_line(stem, "FALSE", guess) for guess in false]
    if not one.events:
        score.without_strike += 1
        score.left_empty += not false


def _match(golds: Sequence[Event], guesses: Sequence[Event]) -> list[tuple[int, int]]:
    """One-to-one pairs of positions, the closest agreement first."""
    pairs = []
    for i, gold in enumerate(golds):
        for j, guess in enumerate(guesses):
            gap, km = _gap_days(gold.days, guess.days), _distance_km(gold, guess)
            if gap <= NEIGHBOURING_DAYS and km <= TOLERANCE_KM[gold.values["precision"]]:
                right = sum(_is_right(name, gold, guess) for name in FIELDS)
                pairs.append((-right, gap, km, i, j))
    chosen: dict[int, int] = {}
    for *_, i, j in sorted(pairs):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return list(chosen.items())


def _is_right(name: str, gold: Event, guess: Event) -> bool:
    if name == "date":
        return _same_dates(gold.days, guess.days)
    want, got = gold.values.get(name), guess.values.get(name)
    if name == "precision":  # whether a named facility could be placed is for the tolerance to judge
        return bool({want, got} <= {"site", "settlement"} or want == got)
    if name == "quote":
        words = _words(want)
        return len(words & _words(got)) >= len(words) / 2
    return bool(want == got)


def _same_dates(gold: tuple[date, date] | None, guess: tuple[date, date] | None) -> bool:
    """The same last day, and first days at most one apart: "overnight" and "early Friday" are often one night."""
    if gold is None or guess is None:
        return gold == guess
    return gold[1] == guess[1] and abs((gold[0] - guess[0]).days) <= NEIGHBOURING_DAYS


def _gap_days(one: tuple[date, date] | None, other: tuple[date, date] | None) -> float:
    """Days between two intervals, 0 where they overlap, infinite where one is unknown."""
    if one is None or other is None:
        return float("inf")
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def _distance_km(one: Event, other: Event) -> float:
    if one.point is None or other.point is None:
        return float("inf")
    return float(great_circle(one.point, other.point).km)


def _is_history(guess: Event, history: Sequence[tuple[date, date]]) -> bool:
    return any(_gap_days(period, guess.days) <= NEIGHBOURING_DAYS for period in history)


def _period(text: str) -> tuple[date, date]:
    """The days of "2024", "2024-11" or "2024-11-07"."""
    year, *rest = map(int, text.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    first, last = (rest[0], rest[0]) if rest else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _words(text: str | None) -> set[str]:
    return {word.strip(".,:;!?\"'“”‘’()").lower() for word in (text or "").split()}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _wrong(stem: str, name: str, gold: Event, guess: Event) -> str:
    keys = ("date_start", "date_end") if name == "date" else (name,)
    want, got = ([event.values.get(key) for key in keys] for event in (gold, guess))
    return f"{stem} {gold.values['place']}: {name} gold {want} got {got}"


def _line(stem: str, kind: str, event: Event) -> str:
    values = event.values
    what = f"{values.get('place')} {values.get('date_start')} {values.get('strike_type')}"
    return f"{stem} {kind} {what}: {str(values.get('quote'))[:110]!r}"
