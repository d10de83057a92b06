"""Finds how many a text says were killed, injured or are missing, with the words that say so."""

from dataclasses import dataclass

from dashboard.extract.casualties_rules import Kind, Reading, Sentence
from dashboard.extract.casualties_tokens import Token, tokens, vocabulary
from dashboard.extract.sentences import split


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of casualties: `text[start:end]` states it, `spans` are the words that carry the number.

    `best`, `low`, `high` are persons, `None` where the words give none ("dozens"). `subset`: a part of another figure;
    `superseded`: stated as an earlier or wrong count; `update`: stated as the newest; `listing`: counted from a
    listing of persons; `negated`: stated as none.
    """

    kind: Kind
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    best: int | None
    low: int | None
    high: int | None
    qualifier: str | None
    subset: bool
    superseded: bool
    update: bool
    listing: bool
    negated: bool
    rule: str


CUES = ("part", "did", "verb", "caused", "state", "noun", "body", "life", "care", "toll", "again", "from", "unhurt")


def find_casualties(text: str) -> tuple[Figure, ...]:
    """Every figure of killed, injured and missing persons in a text, in text order."""
    known = vocabulary("casualties_numbers", "casualties_words")
    figures: list[Figure] = []
    kind: Kind | None = None
    for block in split(text):
        for sentence in block.sentences:
            words = tokens(text, sentence.start, sentence.end, known)
            if not any(word.has(*CUES) for word in words):
                continue
            for reading in Sentence(words, kind).read():
                figures.append(_figure(words, reading))
                kind = reading.kind
    return tuple(figures)


def _figure(words: list[Token], reading: Reading) -> Figure:
    phrase = reading.phrase
    earlier = reading.superseded or any(w.has("earlier") for w in words[: reading.first])
    latest = reading.update or any(w.has("latest") for w in words)
    return Figure(
        kind=reading.kind,
        start=words[reading.first].start,
        end=words[reading.last - 1].end,
        spans=tuple((words[a].start, words[b - 1].end) for a, b in phrase.spans),
        best=phrase.best,
        low=phrase.low,
        high=phrase.high,
        qualifier=phrase.qualifier,
        subset=reading.subset,
        superseded=earlier and not reading.update,
        update=latest and not earlier,
        listing=phrase.listing,
        negated=reading.negated,
        rule=reading.rule,
    )
