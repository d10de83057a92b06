"""Finds how many a text says were killed, injured or are missing, with the words that say so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.extract.casualties.continued import befell_all
from dashboard.extract.casualties.rules import read_sentence
from dashboard.extract.casualties.sentence import Kind, Reading
from dashboard.extract.casualties.tables import Cell, counting_cells
from dashboard.extract.casualties.tokens import Token, tokens, vocabulary
from dashboard.extract.words.sentences import Sentence, split
from dashboard.extract.words.stretch import casualty_marks, stretch


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


WORDS = ("casualties_numbers", "casualties_words")
HINTS = ("casualties_hints",)
HINTED = frozenset(("hint", "hint_care"))
# Senses of which a figure needs one,
STATES = frozenset(
    (
        *("part", "state", "did", "did_not", "verb", "noun", "caused", "loses", "suffered", "harm", "body", "life"),
        *("toll", "care", "care_place", "to_save", "survives", "unhurt", "unharmed", "safe", "among_hurt"),
    )
)
# or one of these where a figure stands before.
GOES_ON = STATES.union(
    ("again", "from", "said_before", "earlier", "figure", "including", "them", "reach", "it_is", "recovered")
)
LONGEST = 300  # tokens read as one sentence; a longer "sentence" is a list or a trick, and is read in pieces
BRIEF = re.compile(r"[^,:]{3,30}[,:] [\w-]+\.")  # "In Beryslav, one.": perhaps a place and a count
LAST = 3  # figures back that "the third" may be one of
QUESTION = 4  # characters at the end of a sentence among which its question mark stands
LONGEST_QUESTION = 14  # words
CARRY = 2  # sentences over which "the figure" goes on speaking of the same kind


def find_casualties(text: str) -> tuple[Figure, ...]:
    """Every figure of killed, injured and missing persons in a text, in text order."""
    known, hints = vocabulary(*WORDS), vocabulary(*HINTS)
    figures: list[Figure] = []
    told_in = -CARRY - 1  # the number of the sentence that told of casualties last
    survived_in = told_in  # the number of the one that told who survived
    before: Sentence | None = None
    asked_in, asked = told_in, None  # the number of a question of how many, and the kind that it asks for
    sentences = (sentence for block in split(text) for sentence in block.sentences)
    for number, sentence in enumerate(sentences):
        near = bool(figures) and number - told_in <= CARRY
        survived = number - survived_in == 1
        brief = near and BRIEF.fullmatch(text, sentence.start, sentence.end)
        last, before = before, sentence
        answers = asked if number - asked_in == 1 else None
        wanted, anyhow = GOES_ON if near else STATES, brief or survived or answers
        marks = stretch(text, sentence.start, sentence.end).marks
        hinting = bool(marks & casualty_marks(HINTED))
        if not (anyhow or hinting or marks & casualty_marks(wanted)):
            continue
        words = tokens(text, sentence.start, sentence.end, known)
        told = set().union(*[word.senses for word in words if word.senses])
        if not (anyhow or hinting) and told.isdisjoint(wanted):
            continue
        if "survives" in told:
            survived_in = number
        if "?" in text[sentence.end - QUESTION : sentence.end] and (kind_asked := _asked(words)):
            asked_in, asked = number, kind_asked
        for first in range(0, len(words), LONGEST):
            piece = words[first : first + LONGEST]
            kind, counted = _told_last(figures) if near else (None, 0)
            totals = {f.best for f in figures if f.kind == "killed" and f.best} if "victim" in told else ()
            hinted = tokens(text, piece[0].start, piece[-1].end, hints) if hinting else ()
            readings = read_sentence(piece, kind, counted, survived, totals, answers, hinted)
            found = [_figure(piece, reading) for reading in readings]
            if (
                found
                and readings[0].phrase.same
                and readings[0].kind == "killed"
                and number - told_in == 1
                and _is_one_hurt(figures[-1])
            ):
                figures[-1] = replace(figures[-1], superseded=True)  # "A man was wounded. He died in hospital."
            if not found and number - told_in == 1:
                found = _all_in_care(piece, figures[-1])
            if not found and last and piece[0].has("all"):
                found = _all_told(piece, tokens(text, last.start, last.end, known))
            if found:
                figures.extend(found)
                told_in = number
    cells = [_told_in_cell(cell, kind) for cell in counting_cells(text, known) for kind in cell.kinds]
    return tuple(sorted((*figures, *cells), key=lambda figure: figure.start) if cells else figures)


def _asked(words: Sequence[Token]) -> Kind | None:
    """What a question of how many asks for: "How many people have died?", "And the wounded?"."""
    if len(words) > LONGEST_QUESTION:
        return None
    kinds = (word.senses.get(sense) for word in words for sense in ("did", "part", "state", "noun", "verb"))
    kind = next((kind for kind in kinds if kind), None)
    return None if kind not in ("killed", "injured") else "killed" if kind == "killed" else "injured"


def _told_last(figures: Sequence[Figure]) -> tuple[Kind, int]:
    """The kind that a text spoke of last, and how many of it the last figures count at most."""
    kind = figures[-1].kind
    return kind, max(figure.best or 0 for figure in figures[-LAST:] if figure.kind == kind)


def _told_in_cell(cell: Cell, kind: Kind) -> Figure:
    count, place = cell.number, (cell.start, cell.end)
    flags = {"subset": False, "superseded": False, "update": False, "listing": False, "negated": count == 0}
    rule = "the cell of a column that counts casualties"
    return Figure(kind, *place, (place,), count, count, count, None, rule=rule, **flags)


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


def _is_one_hurt(figure: Figure) -> bool:
    return figure.kind == "injured" and figure.best == 1 and not figure.subset


def _all_told(words: list[Token], before: list[Token]) -> list[Figure]:
    """ "Three workers were on the roof. All were injured." """
    told = befell_all(words, before)
    if told is None:
        return []
    kind, best = told
    place = (words[0].start, words[0].end)
    rule = "all of those whom the sentence before counts"
    flags = {"subset": False, "superseded": False, "update": False, "listing": False, "negated": False}
    return [Figure(kind, *place, (place,), best, best, best, None, rule=rule, **flags)]


def _all_in_care(words: list[Token], before: Figure) -> list[Figure]:
    """ "All are in hospital" tells of the casualties counted one sentence before that they are injured."""
    care = next((word for word in words if word.senses.get("care") == "injured"), None)
    if care is None or not words[0].has("all") or before.kind != "unsplit":
        return []
    rule = "casualties of whom the next sentence says that all are in medical care"
    return [replace(before, kind="injured", start=words[0].start, end=care.end, rule=rule)]
