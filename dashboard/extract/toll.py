"""The killed and injured of one strike, out of all the figures that a report gives for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.extract.casualties import Figure
from dashboard.records import Part, Span


@dataclass(frozen=True, slots=True)
class Toll:
    """One number with its range, the words it was read from, and the rule that chose it among the report's figures."""

    best: int | None
    low: int | None
    high: int | None
    spans: tuple[Span, ...]
    rule: str


NOT_STATED = Toll(None, None, None, (), "not stated")


def toll(kind: str, figures: Sequence[tuple[Figure, Part]]) -> Toll:
    """The number killed or injured: the newest where the report says so, else the highest that is no part of another.

    0 only where the text says that nobody was.
    """
    stated = [(f, part) for f, part in figures if f.kind == kind and f.best is not None]
    whole = [(f, part) for f, part in stated if not f.superseded and not f.negated and not f.subset]
    newest = [x for x in whole if x[0].update and not x[0].listing]
    if newest:
        last = whole.index(newest[-1])
        later = [x for x in whole[last:] if (x[0].best or 0) >= (newest[-1][0].best or 0)]
        return _toll(*max([*newest, *later], key=_size), "the figure that the report gives as the newest")
    if whole:
        rule = "the only figure" if len(whole) == 1 else "the highest of the report's figures"
        return _toll(*max(whole, key=_size), rule)
    none = [(f, part) for f, part in stated if f.negated and not f.superseded]
    if none:
        return _toll(*none[0], "the report says that nobody was")
    partly = [(f, part) for f, part in stated if f.subset and not f.superseded]
    if partly:
        return _toll(*max(partly, key=_size), "the only figure, given as part of a total that is not stated")
    return NOT_STATED


def _size(item: tuple[Figure, Part]) -> int:
    return item[0].best or 0


def _toll(figure: Figure, part: Part, rule: str) -> Toll:
    return Toll(figure.best, figure.low, figure.high, tuple(Span(a, b, part) for a, b in figure.spans), rule)
