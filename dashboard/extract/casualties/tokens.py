"""Cuts a sentence into words, figures and signs, each with the senses the casualty vocabulary gives it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.extract.terms import load_terms

TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?![\w,])"  # 1,019 and 50 000
    r"|\d+(?:[-–‑]?[^\W\d_]+)(?:[-‑][^\W\d_]+)*"  # 85-year-old, 155th, 19-річний
    r"|\d+(?:[.:,/]\d+)*"
    r"|[ap]\.m\b"
    r"|[^\W\d_]+(?:[-‑'’ʼ][^\W_]+)*\d*"
    r"|[^\s\w]"
)
PLAIN = str.maketrans("’ʼ‑", "''-")

WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")

Senses = dict[str, str | None]
NONE: Senses = {}


class Token(NamedTuple):
    """`text[start:end]`, in lower case with plain apostrophes, and its senses (empty for a word we do not know).

    A tuple, not a dataclass: there is one for each word read, and a tuple is made in a third of the time.
    """

    start: int
    end: int
    word: str
    capital: bool
    senses: Senses

    def has(self, *senses: str) -> bool:
        """Whether the vocabulary gives the word one of these senses."""
        if self.senses:
            for sense in senses:
                if sense in self.senses:
                    return True
        return False


class Vocabulary:
    """Terms of some vocabulary files, ready to be found. A word of a term may end in `*`: any ending."""

    def __init__(self, *names: str) -> None:
        self._phrases: dict[tuple[str, ...], Senses] = {}
        for name in names:
            for term in load_terms(name):
                self._phrases.setdefault(tuple(term.term.split()), {})[term.sense] = term.value
        self._stems: dict[str, list[tuple[str, ...]]] = {}
        self._words: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(self._phrases, key=lambda w: (-len(w), -len(w[0]))):
            first = words[0]
            index = self._stems if first.endswith("*") else self._words
            index.setdefault(first.removesuffix("*"), []).append(words)
        self._longest_stem = max(map(len, self._stems), default=0)
        self.beginning = lru_cache(maxsize=100_000)(self._beginning)

    def _beginning(self, word: str, following: str) -> tuple[tuple[tuple[str, ...], Senses], ...]:
        """The terms two words may begin, longest first; an exact word before a stem, a long stem before a short."""
        terms = list(self._words.get(word, ()))
        for length in range(min(len(word), self._longest_stem), 1, -1):
            terms += self._stems.get(word[:length], ())
        terms.sort(key=len, reverse=True)
        return tuple((t, self._phrases[t]) for t in terms if len(t) == 1 or _fits(t[1], following))

    def longest(self, words: list[str], at: int) -> tuple[int, Senses]:
        """How many words the longest term at a position covers, and its senses; (1, {}) where there is none."""
        following = words[at + 1] if at + 1 < len(words) else ""
        for term, senses in self.beginning(words[at], following):
            length = len(term)
            if length < 3 or (at + length <= len(words) and all(map(_fits, term[2:], words[at + 2 : at + length]))):
                return length, senses
        return 1, NONE

    def marks(self, senses: Iterable[str]) -> "Marks":
        """What a text must contain for a term of one of the senses to be in it."""
        wanted = frozenset(senses)
        terms = [words for words, given in self._phrases.items() if not wanted.isdisjoint(given)]
        longest = {max(words, key=len) for words in terms}
        stems = tuple(word[:-1] for word in longest if word.endswith("*"))
        return Marks(frozenset(word for word in longest if not word.endswith("*")), stems)


@dataclass(frozen=True, slots=True)
class Marks:
    """One word of each of some terms: a text without any of them contains none of the terms."""

    words: frozenset[str]
    stems: tuple[str, ...]

    def within(self, text: str) -> bool:
        """Whether a text contains one of the words."""
        plain = text.lower().translate(PLAIN)
        return not self.words.isdisjoint(WORD.findall(plain)) or any(stem in plain for stem in self.stems)


def _fits(mine: str, word: str) -> bool:
    return word.startswith(mine[:-1]) if mine.endswith("*") else word == mine


@cache
def vocabulary(*names: str) -> Vocabulary:
    """The vocabulary of some files, built once."""
    return Vocabulary(*names)


def tokens(text: str, start: int, end: int, known: Vocabulary) -> list[Token]:
    """The tokens of `text[start:end]`; the words of a term of several words make one token."""
    spans = [m.span() for m in TOKEN.finditer(text, start, end)]
    words = [text[a:b].translate(PLAIN).lower() for a, b in spans]
    found: list[Token] = []
    at = 0
    while at < len(words):
        length, senses = known.longest(words, at)
        first, last = spans[at][0], spans[at + length - 1][1]
        word = words[at] if length == 1 else " ".join(words[at : at + length])
        found.append(Token(first, last, word, text[first].isupper(), senses))
        at += length
    return found
