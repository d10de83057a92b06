"""The names of a report that nothing forbids to be places, each with what stands around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.geocode.names.lexis import TYPE
from dashboard.geocode.names.options import Option, options, sure_towns
from dashboard.geocode.names.parents import parents, within
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.refusal import refused
from dashboard.geocode.names.setting import LINKS, Passage, Setting, setting
from dashboard.records import Part, Place


@dataclass(slots=True, eq=False)
class Named:
    """A name of a report in its place: the passage, the passage's offset in the report, and what surrounds the name.

    `name` is the key of the name without its type word. `parents` are the names beside it that may hold it; `children`
    the one before that it may hold; `mates` the names that stand in one list with it; `sure` the places that names
    beside it mean for sure, in a list. `meant` is what is known of the places that it can mean, `trust` how surely it
    is a place, 0 to 1, by its surroundings alone; `village` says that the word before it calls it one ("село Муром").
    """

    part: Part
    passage: Passage
    match: Match
    name: str
    at: int
    where: Setting
    parents: tuple[Match, ...]
    children: tuple[Match, ...]
    mates: tuple[Match, ...]
    sure: tuple[Place, ...]
    meant: tuple[Option, ...]
    trust: float
    village: bool


def names_of(part: Part, passage: Passage, offset: int) -> Iterator[Named]:
    """The names of a passage that nothing forbids to be places."""
    before: tuple[Match, ...] = ()
    for number, match in enumerate(passage.matches):
        beside = parents(passage, number)
        if refused(passage, match) is None:
            children = (passage.matches[number - 1],) if match in before else ()
            where = setting(passage, number)
            yield Named(
                part,
                passage,
                match,
                _name(passage, match),
                offset + match.start,
                where,
                beside,
                children,
                tuple(_mates(passage, number)) if where.listed else (),
                _sure(passage, number) if where.listed else (),
                options(match.meanings),
                1.0 if beside or match.sense or where.dateline else _trust(where),
                _is_called_village(passage, match),
            )
        before = beside


def _trust(where: Setting) -> float:
    """How surely a name is a place where nothing beside it says so."""
    doubt = 0.4 if where.ordinary or where.personal else 0.7 if where.starts else 1.0
    return doubt * (0.3 if where.crowded else 1.0)


def _name(passage: Passage, match: Match) -> str:
    words, last = passage.tokens.words, match.last
    if last - match.first == 1:
        return words[match.first].key
    if match.sense is not None and TYPE in words[last - 1].senses:
        last -= 1
    return " ".join([word.key for word in words[match.first : last]])


def _mates(passage: Passage, number: int) -> Iterator[Match]:
    """The names before and after a name from which only a comma or a conjunction parts it."""
    matches = passage.matches
    for left, right, other in ((number - 1, number, number - 1), (number, number + 1, number + 1)):
        if left >= 0 and right < len(matches):
            gap = passage.text[matches[left].end : matches[right].start]
            if (gap == ", " or gap.strip(" ,") in LINKS) and "\n" not in gap:
                yield matches[other]


def _sure(passage: Passage, number: int) -> tuple[Place, ...]:
    """What the names beside one mean that can mean one place only, or a large city."""
    beside = (passage.matches[at] for at in (number - 1, number + 1) if 0 <= at < len(passage.matches))
    return tuple(place for match in beside for place in sure_towns(match.meanings))


def inside(named: Named) -> Sequence[Option]:
    """What a name may mean, where its parents hold some of that only those."""
    for parent in named.parents:
        if kept := [option for option in named.meant if within(option.place, parent)]:
            return kept
    return named.meant


def _is_called_village(passage: Passage, match: Match) -> bool:
    words, at = passage.tokens.words, match.first - 1
    if at > 0 and words[at].key == "of":
        at -= 1
    return at >= 0 and "village" in words[at].senses


def adjective_of(named: Named) -> str:
    """A name without the type word behind it: "Центрально-Городском" of "Центрально-Городском районе"."""
    tokens, match = named.passage.tokens, named.match
    typed = match.last - match.first > 1 and TYPE in tokens.words[match.last - 1].senses
    return named.passage.text[match.start : tokens.end(match.last - 1 - typed)]
