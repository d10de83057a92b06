"""The killed and injured of one strike, out of all the figures that a report gives for it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.sides import enemy_of
from dashboard.extract.words.spread import Cover
from dashboard.records import Part, Span


@dataclass(frozen=True, slots=True)
class Toll:
    """One number with its range, the words it was read from, and the rule that chose it among the report's figures."""

    best: int | None
    low: int | None
    high: int | None
    spans: tuple[Span, ...]
    rule: str


SIDE = 40  # characters between persons told side by side
SPEAKER = 40  # characters between a side and the word for its ministry, its media or its claim
OF = 4  # and between such a word and the side behind it: "the General Staff of Ukraine"
VOICES = ("claim", "media", "authority")
NOT_STATED = Toll(None, None, None, (), "not stated")


def toll(kind: str, figures: Sequence[tuple[Figure, Part]]) -> Toll:
    """The number killed or injured: the newest where the report says so, else the highest that is no part of another.

    0 only where the text says that nobody was.
    """
    stated = [(f, part) for f, part in figures if f.kind == kind and f.best is not None]
    whole = [(f, part) for f, part in stated if not f.superseded and not f.negated and not f.subset]
    harmed = [f for f, part in figures if f.best and part == "body" and not (f.superseded or f.subset)]
    denied = [(f, part) for f, part in stated if f.negated and not f.superseded]
    if denied and all(part == "title" for _, part in whole) and denied[0][1] == "body":
        whole = []  # the title counts the whole attack, of which this place is a part
    none = [(f, part) for f, part in denied if not _is_of_a_few(f, figures, harmed)]
    if none and none[-1][0].update and not any(x in whole for x in stated[stated.index(none[-1]) :]):
        return _toll(*none[-1], "the report corrects that nobody was")
    newest = [x for x in whole if x[0].update and not x[0].listing]
    if newest:
        last = whole.index(newest[-1])
        later = [x for x in whole[last:] if (x[0].best or 0) >= (newest[-1][0].best or 0)]
        return _toll(*max([*newest, *later], key=_size), "the figure that the report gives as the newest")
    if len(whole) > 1 and (persons := _told_one_by_one(whole)) is not None:
        return persons
    if whole:
        rule = "the only figure" if len(whole) == 1 else "the highest of the report's figures"
        return _toll(*max(whole, key=_size), rule)
    partly = [(f, part) for f, part in stated if f.subset and not (f.superseded or f.negated)]
    if none and not (partly and kind == "killed" and partly[-1][1] == "body"):
        return _toll(*none[0], "the report says that nobody was")
    if partly:
        return _toll(*max(partly, key=_size), "the only figure, given as part of a total that is not stated")
    return NOT_STATED


def told_by_holder(
    figures: Sequence[tuple[Figure, Part]], clauses: Sequence[Clause], held_by: str | None
) -> list[tuple[Figure, Part]]:
    """The figures; those given only by the enemy of the side that holds the place are put aside where others are.

    `clauses` are those that the figures stand in.
    """
    enemy = enemy_of(held_by)
    if enemy is None:
        return list(figures)
    spoken = _spoken_by(enemy, clauses)
    theirs = [spoken[part].touches(figure.start, figure.start + 1) for figure, part in figures]
    kinds = {f.kind for (f, _), their in zip(figures, theirs, strict=True) if not their and f.best is not None}
    return [
        (replace(f, superseded=True) if their and f.kind in kinds else f, part)
        for (f, part), their in zip(figures, theirs, strict=True)
    ]


def _spoken_by(side: str, clauses: Sequence[Clause]) -> dict[Part, Cover]:
    """For title and body what a side says, of some clauses: those in whose sentence it speaks."""
    sentences: defaultdict[tuple[Part, int], list[Clause]] = defaultdict(list)
    for clause in clauses:
        sentences[clause.part, clause.sentence.start].append(clause)
    said = [clause for told in sentences.values() if _speaks(side, told) for clause in told]
    parts: tuple[Part, ...] = ("title", "body")
    return {part: Cover((c.start, c.end) for c in said if c.part == part) for part in parts}


def _speaks(side: str, told: Sequence[Clause]) -> bool:
    """Whether a side speaks in a sentence, of which these are clauses: "Russian bloggers boasted of 150 dead"."""
    cues = sorted((cue for clause in told for cue in clause.cues), key=lambda cue: cue.start)
    for one, other in pairwise(cues):
        named = one if one.sense == "actor" else other
        voice = other if named is one else one
        near = SPEAKER if named is one else OF
        if named.value == side and named.sense == "actor" and voice.sense in VOICES and other.start - one.end <= near:
            return True
    sides = (cue for cue in cues if cue.sense == "actor" and cue.value == side)
    whole = told[0].whole
    return any(whole._replace(start=cue.end).opens(r"\s+<says>") for cue in sides)  # "Russia says it killed 150"


def _is_of_a_few(nought: Figure, figures: Sequence[tuple[Figure, Part]], harmed: Sequence[Figure]) -> bool:
    """Whether a nought is of a few only: "no staff were hurt", or "nobody was hurt" where some were, and lived."""
    if nought.subset and harmed:
        return True
    both = any(f.negated and f.kind == "injured" and f.spans == nought.spans for f, _ in figures)
    return nought.kind == "killed" and both and any(f.kind == "injured" for f in harmed)


def _told_one_by_one(figures: Sequence[tuple[Figure, Part]]) -> Toll | None:
    """The sum of single persons told side by side: "a woman died, her husband was killed too"; else `None`."""
    sides = list(pairwise(figures))
    if not all(a.listing and b.listing and p == q and 0 <= b.start - a.end <= SIDE for (a, p), (b, q) in sides):
        return None
    total = sum(figure.best or 0 for figure, _ in figures)
    spans = tuple(Span(a, b, part) for figure, part in figures for a, b in figure.spans)
    return Toll(total, total, total, spans, "the sum of persons told one by one")


def _size(item: tuple[Figure, Part]) -> int:
    return item[0].best or 0


def _toll(figure: Figure, part: Part, rule: str) -> Toll:
    return Toll(figure.best, figure.low, figure.high, tuple(Span(a, b, part) for a, b in figure.spans), rule)
