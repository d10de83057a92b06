"""Finds how many a text says were killed, injured or are missing, with the words that say so."""

from dataclasses import dataclass, replace

from dashboard.extract.casualties_rules import read_sentence
from dashboard.extract.casualties_sentence import Kind, Reading
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


CUES = frozenset(  # a sentence without a word of these senses states no figure
    [
        "part",
        "did",
        "verb",
        "caused",
        "state",
        "noun",
        "body",
        "life",
        "care",
        "toll",
        "again",
        "from",
        "said_before",
        "unhurt",
        "nobody",
        "did_not",
        "none_after",
    ]
    + ["including", "them", "figure"]
)
CARRY = 2  # sentences over which "the figure" goes on speaking of the same kind


def find_casualties(text: str) -> tuple[Figure, ...]:
    """Every figure of killed, injured and missing persons in a text, in text order."""
    known = vocabulary("casualties_numbers", "casualties_words")
    figures: list[Figure] = []
    told_in = -CARRY - 1  # the number of the sentence that told of casualties last
    sentences = (sentence for block in split(text) for sentence in block.sentences)
    for number, sentence in enumerate(sentences):
        words = tokens(text, sentence.start, sentence.end, known)
        if not any(not CUES.isdisjoint(word.senses) for word in words if word.senses):
            continue
        kind = figures[-1].kind if figures and number - told_in <= CARRY else None
        found = [_figure(words, reading) for reading in read_sentence(words, kind)]
        if not found and number - told_in == 1:
            found = _all_in_care(words, figures[-1])
        if found:
            figures, told_in = figures + found, number
    return tuple(figures)


def _figure(words: list[Token], reading: Reading) -> Figure:
    phrase = reading.phrase
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
        superseded=reading.superseded,
        update=reading.update,
        listing=phrase.listing,
        negated=reading.negated,
        rule=reading.rule,
    )


def _all_in_care(words: list[Token], before: Figure) -> list[Figure]:
    """ "All are in hospital" tells of the casualties counted one sentence before that they are injured."""
    care = next((word for word in words if word.senses.get("care") == "injured"), None)
    if care is None or not words[0].has("all") or before.kind != "unsplit":
        return []
    rule = "casualties of whom the next sentence says that all are in medical care"
    return [replace(before, kind="injured", start=words[0].start, end=care.end, rule=rule)]
