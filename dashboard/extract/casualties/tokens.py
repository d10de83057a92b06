"""Cuts a sentence into words, figures and signs, each with the senses the casualty vocabulary gives it."""

import re
from functools import cache, partial
from typing import NamedTuple

from dashboard.extract.words.terms import load_terms

TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?![\w,])"  # 1,019 and 50 000
    r"|\d+(?:[-–‑]?[^\W\d_]+)(?:[-‑][^\W\d_]+)*"  # 85-year-old, 155th, 19-річний
    r"|\d+(?:[.:,/]\d+)*"
    r"|[ap]\.m\b"
    r"|[^\W\d_]+(?:[-‑'’ʼ][^\W_]+)*\d*"
    r"|[^\s\w]"
)
PLAIN = str.maketrans("’ʼ‑", "''-")

LETTERS = 2  # of the next word that are looked at first
WORDS_KEPT = 100_000  # few words make up most of all texts

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


_token = partial(tuple.__new__, Token)  # half the time of Token(...)
Terms = tuple[tuple[tuple[str, ...], Senses], ...]


class _Following(dict[str, Terms]):
    """For the first letters of the next word those of some terms, with their senses, that it may go on with."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, letters: str) -> Terms:
        found = tuple(
            (term, senses)
            for term, senses in self._terms
            if len(term) == 1 or letters.startswith(term[1].removesuffix("*")[:LETTERS])
        )
        self[letters] = found
        return found


Known = tuple[str, bool, _Following | None]


class Vocabulary(dict[str, Known]):
    """Terms of some vocabulary files, ready to be found. A word of a term may end in `*`: any ending.

    For a word as written: how it is looked up, whether it has a capital, and the terms that may begin with it, the
    longest first, an exact word before a stem, a long stem before a short one. Worked out once.
    """

    def __init__(self, *names: str) -> None:
        super().__init__()
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

    def __missing__(self, written: str) -> Known:
        word = written.translate(PLAIN).lower()
        terms = list(self._words.get(word, ()))
        for length in range(min(len(word), self._longest_stem), 1, -1):
            terms += self._stems.get(word[:length], ())
        terms.sort(key=len, reverse=True)
        if len(self) >= WORDS_KEPT:
            self.clear()
        following = _Following(tuple((term, self._phrases[term]) for term in terms)) if terms else None
        self[written] = found = word, written[0].isupper(), following
        return found

    def senses(self, word: str) -> Senses:
        """The senses of a word alone."""
        _, _, begun = self[word]
        return next((senses for term, senses in begun[""] if len(term) == 1), NONE) if begun is not None else NONE


def _fits(mine: str, word: str) -> bool:
    return word.startswith(mine[:-1]) if mine.endswith("*") else word == mine


@cache
def vocabulary(*names: str) -> Vocabulary:
    """The vocabulary of some files, built once."""
    return Vocabulary(*names)


def tokens(text: str, start: int, end: int, known: Vocabulary) -> list[Token]:
    """The tokens of `text[start:end]`; the words of a term of several words make one token."""
    spans = [m.span() for m in TOKEN.finditer(text, start, end)]
    words = [known[text[a:b]] for a, b in spans]
    following = [word[:LETTERS] for word, _, _ in words[1:]] + [""]
    found: list[Token] = []
    behind = 0
    for at, (word, capital, begun) in enumerate(words):
        if at < behind:
            continue
        behind, senses = at + 1, NONE
        for term, given in begun[following[at]] if begun is not None else ():
            length = len(term)
            if length == 1:
                senses = given
                break
            rest = [each[0] for each in words[at + 1 : at + length]]
            if len(rest) == length - 1 and all(map(_fits, term[1:], rest)):
                word, behind, senses = " ".join([word, *rest]), at + length, given
                break
        found.append(_token((spans[at][0], spans[behind - 1][1], word, capital, senses)))
    return found
