"""Cuts a text into words with their offsets, and says which of them can begin a name."""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import accumulate, compress, count
from operator import add, and_, or_
from typing import NamedTuple

from dashboard.geocode.folding import key

# A word: letters, with apostrophes inside; or an abbreviation with full stops (U.S., D.C.).
_WORD = re.compile(r"((?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)")
_GAP = re.compile(r"[ \u00a0\t]{1,3}|[ \u00a0\t]*\r?\n[ \u00a0\t]*|[-‐‑–]")
_STOP = re.compile(r"[.!?:;•…\n\r\"“”„«»—*|]")


class Token(NamedTuple):
    """A word: where it stands without a possessive 's, its key, whether it is capitalised, and begins a sentence.

    `starts` is also true after a colon, a quotation mark, a dash or a line break.
    """

    start: int
    end: int
    text: str
    key: str
    capital: bool
    possessive: bool
    starts: bool


_token = partial(tuple.__new__, Token)  # half the time of Token(...)


@lru_cache(maxsize=100_000)  # few words make up most of all texts
def _word(written: str) -> tuple[str, str, bool, bool, bool]:
    """What a word is wherever it stands: itself without 's, its key, capital, possessive, and whether it ends in s."""
    possessive = len(written) > 2 and written[-2] in "'’" and written[-1] in "sS"
    text = written[:-2] if possessive else written
    return text, key(text), text[0].isupper(), possessive, text[-1] == "s"


@lru_cache(maxsize=10_000)
def _gap(between: str) -> tuple[bool, bool]:
    """Whether what stands between two words lets the next one begin a sentence, and begins with an apostrophe."""
    return _STOP.search(between) is not None, between[:1] in ("'", "’")


class Tokens(list[Token]):
    """The words of a text in order.

    `capitals` are the numbers of the capitalised words; `keys` and `written` hold each word's key and text.
    """

    capitals: Sequence[int] = ()
    keys: Sequence[str] = ()
    written: Sequence[str] = ()


def tokenise(text: str) -> Tokens:
    """The words of a text. Worked out column by column, which spares a loop over all the words."""
    pieces = _WORD.split(text)  # what stands between words, and words, in turn
    if len(pieces) < 2:
        return Tokens()
    starts = list(accumulate(map(len, pieces)))[:-1:2]
    words, keys, capitals, possessive, plural = zip(*map(_word, pieces[1::2]), strict=True)
    stops, apostrophes = zip(*map(_gap, pieces[::2]), strict=True)
    ends = map(add, starts, map(len, words))
    owning = map(or_, possessive, map(and_, plural, apostrophes[1:])) if True in apostrophes else possessive
    begins = map(and_, capitals, (True, *stops[1:]))
    tokens = Tokens(map(_token, zip(starts, ends, words, keys, capitals, owning, begins, strict=False)))
    tokens.capitals = list(compress(count(), capitals))
    tokens.keys, tokens.written = keys, words
    return tokens


def joined(text: str, left: Token, right: Token) -> bool:
    """Whether two neighbouring words may stand in one name: only a blank, a line break or a hyphen between them."""
    gap = text[left.end : right.start]
    if gap in (" ", "-", "\u00a0"):
        return True
    if left.possessive:
        return False
    if gap == ". ":
        return len(left.text) <= 2
    return _GAP.fullmatch(gap) is not None


def spaced(text: str, left: Token, right: Token) -> bool:
    """Whether only blanks stand between two neighbouring words."""
    return text[left.end : right.start].strip(" \u00a0") == "" and left.end < right.start
