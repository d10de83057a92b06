"""Cuts a text into words with their offsets, and says which of them can begin a name."""

import re
from dataclasses import dataclass

from dashboard.geocode.folding import key

# A word: letters, with apostrophes inside; or an abbreviation with full stops (U.S., D.C.).
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$", re.IGNORECASE)
_GAP = re.compile(r"(?:[ \u00a0\t]{1,3}|[ \u00a0\t]*\r?\n[ \u00a0\t]*|[-‐‑–]|\. ?)\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: where it stands, its letters without a possessive 's, its key, and whether it begins with a capital."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    possessive: bool


def tokenise(text: str) -> list[Token]:
    """The words of a text in order."""
    tokens = []
    for match in _WORD.finditer(text):
        word = match.group()
        possessive = len(word) > 3 and word[-2] in "'’" and word[-1] in "sS"
        if possessive:
            word = word[:-2]
        elif text[match.end() : match.end() + 1] in ("'", "’") and word[-1:] == "s":
            possessive = True
        tokens.append(Token(match.start(), match.start() + len(word), word, key(word), word[:1].isupper(), possessive))
    return tokens


def joined(text: str, left: Token, right: Token) -> bool:
    """Whether two neighbouring words may stand in one name: only a blank, a line break or a hyphen between them."""
    if left.possessive:
        return False
    gap = text[left.end : right.start]
    if gap in (" ", "-", "\u00a0"):
        return True
    if gap.startswith("."):
        return gap == ". " and len(left.text) <= 3
    return _GAP.match(gap) is not None
