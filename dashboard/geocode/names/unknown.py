"""Finds the names that stand where places stand and that no source has: what happened there is not put elsewhere."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from dashboard.geocode.names.evidence import POST
from dashboard.geocode.names.lexis import DEMONYM, GIVEN, ORDINARY, TYPE
from dashboard.geocode.names.parents import parents
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.refusal import note_persons, refused
from dashboard.geocode.names.setting import Passage, is_locative, linked, setting
from dashboard.geocode.names.tokens import Tokens, Word
from dashboard.geocode.names.type_words import type_words
from dashboard.geocode.spelling.folding import is_cyrillic
from dashboard.records import Occurrence, Part, Span

LONGEST = 3  # words of a name that nobody knows
SHORTEST = 4  # letters of one
NO_SUCH_PLACE = "no place of this name is known"  # of one that is called a village
UNKNOWN = "no source of places has this name"  # the reason of an occurrence that is an unknown name
# Type words that an unknown name may have; a region or a country that no source has is none.
_TYPES = frozenset({"settlement", "district", "raion", "neighbourhood", "hromada", "okrug"})
# Words that have a capital where they begin a sentence or a title, and adjectives.
_PLAIN = frozenset({"calendar", "title", "qualifier", "qualifier direction", "locative", TYPE, ORDINARY, DEMONYM})


def unknown_villages(part: Part, passage: Passage) -> Iterator[Occurrence]:
    """The names behind "village of", "в селе", that nothing was found for, in text order."""
    tokens, text = passage.tokens, passage.text
    past = 0
    for led in tokens.kinds:
        at = led + 2 if tokens.key(led + 1) == "of" else led + 1
        if not past <= at < len(tokens) or not _opens(passage, led, at):
            continue
        past = at + 1
        while past < len(tokens) and past < at + LONGEST and _is_free(passage, past):
            past += 1
        span = Span(tokens.begins[at], tokens.end(past - 1), part)
        yield Occurrence(span, text[span.start : span.end], None, NO_SUCH_PLACE)


def _opens(passage: Passage, led: int, at: int) -> bool:
    """Whether a word says that the name behind it, which begins with another, is that of a village."""
    words = passage.tokens.words
    called = "village" in words[led].senses and not words[led].capital
    return called and _is_free(passage, at) and GIVEN not in words[at].senses


def _is_free(passage: Passage, at: int) -> bool:
    """Whether a word with a capital follows the one before it and is of no known name."""
    word = passage.tokens.words[at]
    return word.capital and at not in passage.covering and TYPE not in word.senses and passage.tokens.spaced(at)


def unknown_names(body: Passage, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """The names in a body that no source has, in text order, beside the `occurrences` that `find_places` found."""
    known = _known(body)
    runs = list(_runs(body.tokens, known))
    if not any(_may_stand(body.tokens, run) for run in runs):
        return []
    passage, numbers = _joined(body, known, runs)
    places = [o.span for o in occurrences if o.span.part == "body"]
    named = (passage.matches[number] for number in standing(passage, numbers, occurrences))
    new = (match for match in named if not any(match.start < o.end and o.start < match.end for o in places))
    return [Occurrence(Span(m.start, m.end), passage.text[m.start : m.end], None, UNKNOWN) for m in new]


def with_runs(body: Passage) -> tuple[Passage, frozenset[int]]:
    """A body in which the runs of capitalised words that are no known names count as names, and their numbers."""
    known = _known(body)
    return _joined(body, known, list(_runs(body.tokens, known)))


def standing(passage: Passage, runs: Set[int], occurrences: Sequence[Occurrence]) -> list[int]:
    """The numbers of those runs that stand where a place stands, and at no place or candidates that were found."""
    decided = (o.span for o in occurrences if o.span.part == "body" and (o.place or o.candidates))
    taken = {at for span in decided for at in range(span.start, span.end)}
    free = (number for number in sorted(runs) if passage.matches[number].start not in taken)
    likely = [number for number in free if _may_stand(passage.tokens, passage.matches[number])]
    if likely:
        note_persons(passage)
    return [number for number in likely if _stands_for_a_place(passage, number)]


def _known(body: Passage) -> list[Match]:
    """The known names: no districts that are only supposed, and no halves of names."""
    named = (match for match in body.matches if match.meanings.places or match.sense is None)
    return [match for match in named if not _is_first_half(body.tokens, match)]


def _joined(body: Passage, known: Sequence[Match], runs: Sequence[Match]) -> tuple[Passage, frozenset[int]]:
    matches = sorted([*known, *runs], key=lambda match: match.first)
    covering = {at: match for match in matches for at in range(match.first, match.last)}
    firsts = {run.first for run in runs}
    numbers = frozenset(number for number, match in enumerate(matches) if match.first in firsts)
    links = linked(body.text, matches)
    return replace(body, matches=matches, covering=covering, linked=links, persons=set(), judged={}), numbers


def _is_first_half(tokens: Tokens, match: Match) -> bool:
    """Whether a name that only a hamlet has goes on with another capitalised word ("Nova Vyhadanivka")."""
    if match.last >= len(tokens) or match.sense is not None or not tokens.words[match.last].capital:
        return False
    return tokens.spaced(match.last) and all(place.origin == POST for place in match.open)


def _runs(tokens: Tokens, known: Sequence[Match]) -> Iterator[Match]:
    """The runs of capitalised words that are neither known names nor ordinary words."""
    covered = {at for match in known for at in range(match.first, match.last)}
    run: list[int] = []
    for at in tokens.capitals:
        if at in covered or _is_plain(tokens, tokens.words[at]):
            continue
        if run and not (at == run[-1] + 1 and tokens.joined(at) and not tokens.starts(at)):
            yield from _run(tokens, run)
            run = []
        run.append(at)
    if run:
        yield from _run(tokens, run)


def _run(tokens: Tokens, run: Sequence[int]) -> Iterator[Match]:
    words = [tokens.words[at].text for at in run]
    if len(run) <= LONGEST and max(map(len, words)) >= SHORTEST and not all(map(str.isupper, words)):
        yield Match(run[0], run[-1] + 1, tokens.begins[run[0]], tokens.end(run[-1]))


def _is_plain(tokens: Tokens, word: Word) -> bool:
    """Whether a capitalised word is an ordinary one that begins a sentence or a title, or an adjective."""
    return not _PLAIN.isdisjoint(word.senses) or tokens.writes(word.text.lower())


def _may_stand(tokens: Tokens, match: Match) -> bool:
    """Whether a place may stand where a run does: beside a type word, or after a preposition."""
    return _is_led(tokens, match) or type_word_after(tokens, match) is not None or _has_type_word_before(tokens, match)


def _is_led(tokens: Tokens, match: Match) -> bool:
    return match.first > 0 and is_locative(tokens, match.first, starts=tokens.starts(match.first))


def _stands_for_a_place(passage: Passage, number: int) -> bool:
    """Whether an unknown name stands where a place stands: beside a type word, or after a preposition and in another
    place's name or after a preposition of place alone."""
    match, tokens = passage.matches[number], passage.tokens
    where = setting(passage, number)
    if where.crowded or where.personal or where.ordinary or refused(passage, match):
        return False
    before = tokens.words[match.first - 1] if match.first else None
    if before and is_cyrillic(before.text) and not is_cyrillic(tokens.words[match.first].text):
        return False  # "у Telegram"
    if type_word_after(tokens, match) is not None or _has_type_word_before(tokens, match):
        return True
    if not where.locative or before is None:
        return False
    in_another = any(place.country for parent in parents(passage, number) for place in parent.open)
    return in_another or "beside a place" in before.senses


def type_word_after(tokens: Tokens, match: Match) -> int | None:
    """The number of the type word behind a name, which belongs to it; `None` where there is none."""
    at = match.last
    if at >= len(tokens) or TYPE not in tokens.words[at].senses:
        return None
    word = type_words()[tokens.words[at].key]
    if word.sense not in _TYPES or tokens.words[at - 1].possessive or not tokens.joined(at):
        return None
    return None if word.plural and tokens.starts(match.first) else at  # "Other cities were hit"


def _has_type_word_before(tokens: Tokens, match: Match) -> bool:
    if not match.first or not tokens.joined(match.first):
        return False
    before = tokens.words[match.first - 1]
    if before.key == "of" and match.first > 1:
        word = type_words().get(tokens.words[match.first - 2].key)
        return word is not None and word.sense == "settlement"
    return "village" in before.senses and is_cyrillic(before.key)
