"""Cuts a text into words with their offsets, and says which of them can begin a name."""

import re
from typing import NamedTuple

from dashboard.geocode.folding import key

# A word: letters, with apostrophes inside; or an abbreviation with full stops (U.S., D.C.).
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
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


def tokenise(text: str) -> list[Token]:
    """The words of a text in order."""
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        possessive = len(word) > 2 and word[-2] in "'’" and word[-1] in "sS"
        if possessive:
            word = word[:-2]
        elif word[-1] == "s" and text[match.end() : match.end() + 1] in ("'", "’"):
            possessive = True
        capital = word[0].isupper()
        starts = capital and (not tokens or _STOP.search(text, end, start) is not None)
        end = start + len(word)
        tokens.append(Token(start, end, word, key(word), capital, possessive, starts))
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
