"""Shares the casualties of a stretch out among the places it names: "two in Kherson, one in Beryslav"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.roles import LIST_LINK, Placed
from dashboard.extract.strikes.draft import Unit, contains
from dashboard.extract.words.phrases import pattern, phrase
from dashboard.extract.words.stretch import Stretch
from dashboard.records import Place

BREAKS = {
    ",": 1.0,
    "(": 1.0,
    ")": 2.0,
    "–": 1.0,
    "—": 1.0,
    ":": 1.5,
    ";": 2.0,
    ".": 2.0,
}  # how much a sign parts two words
AND = 0.5
HEAD = 0.1  # a place that heads what follows yields to one in it: "Kharkiv region: a man was killed in Kupiansk"
AHEAD = 1.5  # a sign before a place that follows parts more: ", the Kherson governor said"
LINK_REACH = 25  # characters between an area and the place in it that it only tells more about
HEADS = re.compile(r"\s*(?:\([^)]*\))?\s*[:–—-]\s|\s*\(")  # "Kherson (artillery): 3 dead", "Kherson (3 dead)"

WHERE = r",?\s+<where>\s"  # "Izmail, where a woman was injured"

# "and in", "and the nearby village of", "та в сусідньому селі"
ALSO_IN = r"\s*(?:,\s*<list_link>|,|<list_link>)\s+(?:<filler>\s+|<located>\s+|<in>\s+|<article>\s+){1,5}"

PART = r"[\w'’ʼ-]+(?:\s+<of_those>)?"
COPULA = re.compile(r"\s+[–—-]\s")  # "ще троє — у Конотопі"
THEN_IN = r"(?:\s+[\w'’-]+){0,6}?(?:\s+[–—-])?\s+<in>(?:\s+[\w'’-]+){0,4}?\s+"
EACH = r"\s+(?:[\w-]+\s+){0,2}<each>"

Group = tuple[Placed, ...]


class Share(NamedTuple):
    """Figures, and the places that they are told of together; none where they are of all around those named."""

    places: Group
    figures: tuple[Figure, ...]


def shares_of(unit: Unit, text: str) -> list[Share] | None:
    """The figures of a stretch by place; `None` where they are told of all its places together.

    A count goes to the place that fewest signs part it from. One told beside a part of it is the total of all places.
    """
    figures = sorted(unit.figures, key=lambda f: f.spans[0])
    groups = _groups(unit, text)
    if not any(f.best for f in figures):
        return None
    if len(groups) == 1:
        return _each(groups[0], figures, unit.words(text)) or _parts(groups[0], figures, text)
    if len(groups) < 2:
        return None
    starts = [f.spans[0][0] for f in figures]
    given = [_nearest(groups, figure, text, starts) for figure in figures]
    if len({at for at, _ in given}) < 2 and given[0][1] > AHEAD * AND:
        return None
    told: list[Share] = []
    total: list[Figure] = []
    for number, group in enumerate(groups):
        own = [(cost, figure) for figure, (at, cost) in zip(figures, given, strict=True) if at == number]
        apart = [f for cost, f in own if _is_total(f, cost, own) or _is_of_all(f, cost, own, group)]
        total += apart
        mine = tuple(f for _, f in own if f not in apart)
        apiece = mine and all(pattern(EACH).match(text, f.spans[-1][1]) for f in mine)  # "and one each in A and B"
        told += [Share((name,), mine) for name in group] if apiece else [Share(group, mine)]
    whole = tuple(name for group in groups for name in group)
    return [share for share in (*told, Share(whole, tuple(total))) if share.figures]


def _parts(group: Group, figures: Sequence[Figure], text: str) -> list[Share] | None:
    """ "Twelve people were killed, three of them in Kharkiv": the whole is told of no place, or of one around it."""
    part = next((f for f in figures if f.subset and _is_part_at(f, _start(group[0]), text)), None)
    if part is None:
        return None
    before = [f for f in figures if f.spans[0][0] < part.spans[0][0] and not f.negated]
    if not any(f.kind == part.kind and (f.best or 0) > (part.best or 0) for f in before):
        return None
    return [Share((), tuple(before)), Share(group, tuple(f for f in figures if f not in before))]


def _is_part_at(part: Figure, place: int, text: str) -> bool:
    """Whether a number alone counts a part, right before its place: "three in Kharkiv", "two of them in a suburb"."""
    first, last = part.spans[0][0], part.spans[-1][1]
    return bool(pattern(PART).fullmatch(text, first, last) and pattern(THEN_IN).fullmatch(text, last, place))


def _groups(unit: Unit, text: str) -> list[Group]:
    """The names of places in text order, those of one list together, areas that only explain a name left out."""
    keys = {p.place.key for p in unit.places if p.place}
    inner = [p.place for p in unit.places if p.place]
    names = [p for c in unit.clauses for p in c.precise("at", "over")]
    areas = {id(p) for p in names if p.place and p.place.key not in keys and _holds_one(p.place, inner)}
    names = [p for p in names if id(p) in areas or (p.place and p.place.key in keys)]
    shown = [
        p
        for at, p in enumerate(names)
        if id(p) not in areas or not _explains(p, names[max(at - 1, 0) : at + 2], unit.figures, text)
    ]
    groups: list[list[Placed]] = []
    for earlier, name in pairwise([None, *shown]):
        if earlier and name and _is_linked(text[_end(earlier) : _start(name)]):
            groups[-1].append(name)
        elif name:
            groups.append([name])
    return [tuple(group) for group in groups]


def _is_linked(gap: str) -> bool:
    """Whether two names stand in one list: "A and B", "in A and in the nearby village of B"."""
    return bool(pattern(LIST_LINK).fullmatch(gap) or pattern(ALSO_IN).fullmatch(gap))


def _holds_one(area: Place, inner: Sequence[Place]) -> bool:
    return any(contains(area, place) for place in inner)


def _explains(area: Placed, beside: Sequence[Placed], figures: Sequence[Figure], text: str) -> bool:
    """Whether an area stands right beside a place in it: "Orikhiv, Zaporizhzhia region", "the region's Orikhiv"."""
    for other in beside:
        if other is area or not (area.place and other.place and contains(area.place, other.place)):
            continue
        start, end = min(_end(area), _end(other)), max(_start(area), _start(other))
        counted = any(start <= first < end for figure in figures for first, _ in figure.spans)
        if end - start <= LINK_REACH and ":" not in text[start:end] and not counted:
            return True
    return False


def _nearest(groups: Sequence[Group], figure: Figure, text: str, starts: Sequence[int]) -> tuple[int, float]:
    """The number of the group of places that a figure belongs to, and what parts them.

    `starts` are those of all figures. A count told of an area just before a place in it is that of the place: "In the
    Cherkasy region one person was injured when debris hit a cottage in Zolotonosha".
    """
    first, last = figure.spans[0][0], figure.spans[-1][1]
    before = [number for number, group in enumerate(groups) if _start(group[-1]) < first]
    found: list[tuple[float, int]] = []
    if before:
        end = _end(groups[before[-1]][-1])
        head = HEADS.match(text, end) or pattern(WHERE).match(text, end)
        behind = groups[len(before)] if len(before) < len(groups) else ()
        over = behind and not any(last <= start < _start(behind[0]) for start in starts)
        over = over and all(_holds(groups[before[-1]][-1], name) for name in behind)
        yields = HEAD if head or over else 0
        found.append((_parted(text[head.end() if head else end : first]) + yields, before[-1]))
    if len(before) < len(groups):
        stated = COPULA.match(text, last)
        gap = text[stated.end() if stated else last : _start(groups[len(before)][0])]
        found.append((AHEAD * _parted(gap), len(before)))
    cost, number = min(found)
    return number, cost


def _holds(area: Placed, name: Placed) -> bool:
    return area.place is not None and name.place is not None and contains(area.place, name.place)


def _parted(gap: str) -> float:
    gap = gap.replace(" - ", " – ")
    return sum(BREAKS.get(sign, 0) for sign in gap) + (AND if phrase("and").search(gap) else 0)


def _is_total(figure: Figure, cost: float, own: Sequence[tuple[float, Figure]]) -> bool:
    """Whether a figure is that of all places, as one nearer to its place counts a part of it."""
    return any(
        other.kind == figure.kind and nearer < cost and (other.best or 0) <= (figure.best or 0) and not figure.negated
        for nearer, other in own
        if other is not figure
    )


def _is_of_all(figure: Figure, cost: float, own: Sequence[tuple[float, Figure]], group: Group) -> bool:
    """Whether a figure closes a list of places that counts another kind: "one in A and two in B, and wounded five"."""
    if cost < AND + BREAKS[","] or figure.spans[0][0] < _end(group[-1]):
        return False
    return any(nearer < cost and other.kind != figure.kind and other.start < _start(group[0]) for nearer, other in own)


def _each(group: Group, figures: Sequence[Figure], words: Stretch) -> list[Share] | None:
    """ "One person each in Kherson and Beryslav"; "two and four people respectively"."""
    if len(group) < 2:
        return None
    if words.says("each"):
        return [Share((name,), tuple(figures)) for name in group]
    if len(figures) == len(group) and words.says("respectively"):
        return [Share((name,), (figure,)) for name, figure in zip(group, figures, strict=True)]
    return None


def _start(name: Placed) -> int:
    return name.occurrence.span.start


def _end(name: Placed) -> int:
    return name.occurrence.span.end
