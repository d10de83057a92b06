"""Finds what a text calls a village and no source knows: so that what happened there is not put elsewhere."""

from collections.abc import Iterator

from dashboard.geocode.reading import type_words
from dashboard.geocode.setting import Passage, context, is_name
from dashboard.geocode.tokens import spaced
from dashboard.records import Occurrence, Part, Span

LONGEST = 3  # words of a name


def unknown_villages(part: Part, passage: Passage) -> Iterator[Occurrence]:
    """The names behind "village of", "в селе", that nothing was found for, in text order."""
    if passage.written.isdisjoint(context("village")):
        return
    tokens, text = passage.tokens, passage.text
    past = 0
    for at in range(1, len(tokens)):
        if at < past or not _opens(passage, at):
            continue
        past = at + 1
        while past < len(tokens) and past < at + LONGEST and _is_free(passage, past):
            past += 1
        span = Span(tokens[at].start, tokens[past - 1].end, part)
        yield Occurrence(span, text[span.start : span.end], None, "no place of this name is known")


def _opens(passage: Passage, at: int) -> bool:
    tokens = passage.tokens
    led = at - 2 if tokens[at - 1].key == "of" and at > 1 else at - 1
    called = tokens[led].key in context("village") and not tokens[led].capital
    return called and _is_free(passage, at) and not is_name(tokens[at])


def _is_free(passage: Passage, at: int) -> bool:
    """Whether a word with a capital follows the one before it and is of no known name."""
    token = passage.tokens[at]
    free = token.capital and at not in passage.covering and token.key not in type_words()
    return free and spaced(passage.text, passage.tokens[at - 1], token)
