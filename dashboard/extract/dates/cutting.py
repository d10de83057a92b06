"""Cuts a text into the words of dates, but only near those that may name a time: few of a text do."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dashboard.extract.dates.lexis import (
    ANY_WORD,
    BESIDE,
    OTHER,
    PARTS_TIMES,
    Word,
    cased,
    fold,
    lexicon,
    not_a_word,
    sign_of,
    tokens,
)
from dashboard.extract.words.pieces import KEPT, pieces_of
from dashboard.kept import KeptPieces

PARTING, JOINING, NAMING = range(3)  # what is none of a date's; what may stand in one; what makes it one


class _Kinds:
    """Whether a piece of text has a word that may name a time, or none that parts two times."""

    def __init__(self) -> None:
        self._naming: dict[str, bool] = {}  # the words of terms: whether one that may name a time needs the word
        named = [(term, row.sense) for _, terms in lexicon().values() for term, row in terms.items()]
        beside = {term[0] for term, sense in named if len(term) == 1 and sense in BESIDE}
        for term, sense in named:
            needed = max(term, key=lambda word: (word.isalnum(), word not in beside, len(word)))
            for word in term:  # of "a.m." the "m": without signs, and without words that many rules share
                self._naming[word] = self._naming.get(word, False) or (word == needed and sense not in BESIDE)

    def of_piece(self, piece: str) -> int:
        """What a piece is to those beside it."""
        kinds = {self._of_token(token, piece) for token in tokens().finditer(fold(piece))}
        return NAMING if NAMING in kinds else PARTING if PARTING in kinds else JOINING

    def _of_token(self, token: re.Match[str], piece: str) -> int:
        if token[0] in self._naming:
            return NAMING if self._naming[token[0]] else JOINING
        if token.lastgroup in ANY_WORD:
            return PARTING
        word = not_a_word(token, piece)
        return PARTING if sign_of(word) in PARTS_TIMES else JOINING if word.sense in BESIDE else NAMING


@cache
def _kinds() -> KeptPieces[int]:
    return KeptPieces(_Kinds().of_piece, KEPT)


def _passages(text: str) -> list[tuple[int, int]]:
    """Where a text may name a time: all that stands there in one breath, with what parts it from the rest."""
    pieces, starts = pieces_of(text)
    kinds = list(map(_kinds().__getitem__, pieces))
    found: list[tuple[int, int]] = []
    last = 0
    for at in [number for number, kind in enumerate(kinds) if kind == NAMING]:
        if at < last:
            continue
        first = at
        while first and kinds[first] != PARTING:
            first -= 1
        if found and first <= last:  # few words part it from the passage before
            first = found.pop()[0]
        last = at + 1
        while last < len(kinds) and kinds[last - 1] != PARTING:
            last += 1
        found.append((first, last))
    return [(starts[first], starts[last] - 1) for first, last in found]


def words(text: str) -> tuple[list[Word], str]:
    """The words of a text near those that may name a time, and a string with one sign for each of them (`SIGNS`).

    Words without any of these among or beside them are left out, with one sign for all that stands between.
    """
    folded = fold(text)
    found: list[Word] = []
    for start, end in _passages(text):
        found += [OTHER] if found else []
        found += _words(text, list(tokens().finditer(folded, start, end)))
    return found, "".join(map(sign_of, found))


def _words(text: str, found: Sequence[re.Match[str]]) -> Iterator[Word]:
    known = lexicon()
    folded = [token[0] for token in found]
    position = 0
    for at, word in enumerate(folded):
        if at < position:
            continue
        position = at + 1
        if word in known:
            lengths, terms = known[word]
            for size in lengths:
                term = terms.get(tuple(folded[at : at + size]))
                if term and at + size <= len(folded) and cased(term, text[found[at].start()]):
                    position = at + size
                    end = found[position - 1].end()
                    yield Word(term.sense, term.value or "", term.language, found[at].start(), end)
                    break
            else:
                yield OTHER
        elif found[at].lastgroup in ANY_WORD:
            yield OTHER
        else:
            yield not_a_word(found[at], text)
