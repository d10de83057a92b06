"""Finds what a text calls a village and no source knows: so that what happened there is not put elsewhere."""

from collections.abc import Iterator

from dashboard.geocode.lexis import GIVEN, TYPE
from dashboard.geocode.setting import Passage
from dashboard.records import Occurrence, Part, Span

LONGEST = 3  # words of a name


def unknown_villages(part: Part, passage: Passage) -> Iterator[Occurrence]:
    """The names behind "village of", "в селе", that nothing was found for, in text order."""
    tokens, text = passage.tokens, passage.text
    past = 0
    for at in tokens.capitals:
        if at < past or not _opens(passage, at):
            continue
        past = at + 1
        while past < len(tokens) and past < at + LONGEST and _is_free(passage, past):
            past += 1
        span = Span(tokens.begins[at], tokens.end(past - 1), part)
        yield Occurrence(span, text[span.start : span.end], None, "no place of this name is known")


def _opens(passage: Passage, at: int) -> bool:
    words = passage.tokens.words
    if not at:
        return False
    led = at - 2 if words[at - 1].key == "of" and at > 1 else at - 1
    called = "village" in words[led].senses and not words[led].capital
    return called and _is_free(passage, at) and GIVEN not in words[at].senses


def _is_free(passage: Passage, at: int) -> bool:
    """Whether a word with a capital follows the one before it and is of no known name."""
    word = passage.tokens.words[at]
    return word.capital and at not in passage.covering and TYPE not in word.senses and passage.tokens.spaced(at)
