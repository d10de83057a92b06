"""Supposes a neighbourhood of the city that a text speaks of, where no source has one of that name: it lies there."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from dashboard.geocode.names.lexis import ORDINARY
from dashboard.geocode.names.setting import Passage, context
from dashboard.geocode.names.supposed import ADJECTIVE, CASE, in_latin, part_of
from dashboard.geocode.names.tokens import Tokens
from dashboard.geocode.sources.town_raions import SETTLEMENTS
from dashboard.geocode.spelling.folding import is_cyrillic, romanise
from dashboard.records import Occurrence, Part, Place, Span

QUARTER = "quarter"  # the sense of "neighbourhood", "microdistrict"
LARGE = 20_000  # people of a town that has neighbourhoods
REACH = 600  # characters between a city and a neighbourhood that is taken to be in it
LONGEST = 2  # words of a name that nobody knows
APPOSED = 4  # words up to the one that says what a name means: "Yuvileinyi, a quiet quarter"
ARTICLES = ("a", "an", "the")
OF_PERSONS = ("estate",)  # without "housing" before it what somebody leaves or owns
BESIDE = re.compile(r",?\s(?:(?:of|in)(?:\sthe\scity\sof)?\s)?")  # from a neighbourhood to its city


def unknown_quarters(part: Part, passage: Passage, found: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The names told to be those of neighbourhoods that no source has, in text order, each in the city named beside it,
    else in the town of the `found` names that was named last before it."""
    tokens = passage.tokens
    if not any(word in passage.text for word in context(QUARTER)):
        return
    told = [at for at, word in enumerate(tokens.words) if QUARTER in word.senses and not word.capital]
    settled = [o for o in found if o.span.part == part]
    taken = {at for o in settled for at in range(o.span.start, o.span.end)}
    past = 0
    for at in told:
        first, last = _name(tokens, at, taken) or (0, 0)
        if last <= past:
            continue
        start, end = tokens.begins[first], tokens.end(last - 1)
        city = _city(passage.text, settled, start, tokens.end(max(at, last - 1)))
        if city is not None:
            past = last
            text = passage.text[start:end]
            why = f"no source has it; '{city.name}' is the town named with it"
            yield Occurrence(Span(start, end, part), text, part_of(city, _in_latin(text), "neighbourhood"), why)


def _name(tokens: Tokens, at: int, taken: Set[int]) -> tuple[int, int] | None:
    """The first token and the one past the last of the name that a word says to be a neighbourhood's; `taken` is the
    text of other names."""

    def free(one: int, beside: int) -> bool:
        within = 0 <= one < len(tokens)
        return within and (one == beside or tokens.spaced(max(one, beside))) and _is_free(tokens, taken, one)

    behind = at + 1 + (tokens.key(at + 1) == "of")  # "мікрорайон Космос", "the quarter of Zeitoun"
    if (behind == at + 2 or is_cyrillic(tokens.words[at].text)) and free(behind, behind):
        return behind, behind + 1 + free(behind + 1, behind)
    housing = tokens.key(at - 1) == "housing"
    before = at - 1 - housing
    if tokens.key(at) in OF_PERSONS and not housing:
        return None
    if free(before, before) and tokens.joined(before + 1):
        return before - free(before - 1, before), before + 1
    named = next((n for n in range(at - 1, max(-1, at - 1 - APPOSED), -1) if tokens.gap(n + 1).startswith(",")), None)
    apposed = named is not None and free(named, named) and tokens.key(named + 1) in ARTICLES
    return (named, named + 1) if named is not None and apposed else None


def _is_free(tokens: Tokens, taken: Set[int], at: int) -> bool:
    """Whether a word with a capital is of no known name, no month ("the March quarter"), and no ordinary word."""
    word = tokens.words[at]
    plain = tokens.starts(at) or ORDINARY in word.senses or "calendar" in word.senses
    return word.capital and not plain and tokens.begins[at] not in taken and not word.text.isupper()


def _city(text: str, settled: Sequence[Occurrence], start: int, end: int) -> Place | None:
    """The town named right behind a neighbourhood, else the one named last before it."""
    at = bisect_left(settled, end, key=lambda o: o.span.start)
    behind = settled[at] if at < len(settled) else None
    if behind and _has_quarters(behind.place) and BESIDE.fullmatch(text, end, behind.span.start):
        return behind.place
    before = settled[bisect_left(settled, start - REACH, key=lambda o: o.span.start) : at]
    towns = [o.place for o in before if o.place and (o.place.parent or o.place.precision == "settlement")]
    last = towns[-1] if towns else None
    if last is not None and last.parent:  # "In X district ... In the Y neighbourhood": the city of both
        last = next((place for place in reversed(towns) if place.name == last.parent), None)
    return last if _has_quarters(last) else None


def _has_quarters(place: Place | None) -> bool:
    return place is not None and place.kind in SETTLEMENTS and (place.population or 0) >= LARGE


def _in_latin(name: str) -> str:
    if not is_cyrillic(name):
        return name
    return in_latin(name) if ADJECTIVE.fullmatch(name) and CASE.search(name) else romanise(name)
