"""data/measured.json: how well reports were read when it was last measured, for each set of annotated reports."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from dashboard.errors import MeasuredBroken
from dashboard.evaluate import FIELDS, Score
from dashboard.swapping import swapped_in

Rates = tuple[float, float, float]  # precision, recall, F1


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement: the set's name, the day, the reader's version, and the figures, rates and shares from 0 to 1."""

    name: str
    day: date
    reader: str
    reports: int
    strikes: int
    event: Rates
    record: Rates
    fields: dict[str, float]
    left_empty: int
    without_strike: int

    @classmethod
    def of(cls, score: Score, name: str, day: date, reader: str) -> "Measured":
        """A score with where and when it was made."""
        return cls(
            name=name,
            day=day,
            reader=reader,
            reports=score.reports,
            strikes=score.gold,
            event=_rounded(score.rates(score.matched)),
            record=_rounded(score.rates(score.records)),
            fields={field: round(score.share(field), 3) for field in FIELDS},
            left_empty=score.left_empty,
            without_strike=score.without_strike,
        )


def load(path: Path) -> tuple[Measured, ...]:
    """The last measurement of each set, by name; empty without a file. Raises MeasuredBroken for another's file."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        found = [
            Measured(
                **{
                    **row,
                    "day": date.fromisoformat(row["day"]),
                    "event": tuple(row["event"]),
                    "record": tuple(row["record"]),
                }
            )
            for row in rows
        ]
    except FileNotFoundError:
        return ()
    except (ValueError, TypeError, KeyError) as error:
        raise MeasuredBroken(f"{path} cannot be read ({error}); delete it and run strikemap evaluate again") from error
    return tuple(sorted(found, key=lambda one: one.name))


def keep(path: Path, new: Measured) -> None:
    """Puts a measurement in the place of the last one of its set. Raises MeasuredBroken like `load`."""
    rows = sorted((*(one for one in load(path) if one.name != new.name), new), key=lambda one: one.name)
    text = json.dumps([{**asdict(one), "day": one.day.isoformat()} for one in rows], indent=1, ensure_ascii=False)
    with swapped_in(path) as beside:
        beside.write_text(text + "\n", encoding="utf-8")


def _rounded(rates: Rates) -> Rates:
    precision, recall, f1 = (round(rate, 3) for rate in rates)
    return precision, recall, f1
