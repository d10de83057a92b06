"""Finds the vocabulary's words in a text: what is fired, what it does, what denies it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.extract.terms import load_terms
from dashboard.terms import Term

WORD = re.compile(r"[^\W_](?:(?:[\w/-]|['’ʼ](?!s\b))*[^\W_])?")  # "Ukraine" of "Ukraine's"
TERM_WORD = re.compile(WORD.pattern + r"(?:-?\*)?")  # a star takes the hyphen before it along: "Kh-*"
APOSTROPHES = str.maketrans("’ʼ", "''")
SHORTEST_STEM = 2
LETTERS = 2  # of the next word that are looked at first
WORDS_KEPT = 100_000  # few words make up most of a text: what may begin at one is looked up once
HIDES = "hides"  # the sense of terms that only keep a shorter one from being found: "strike a deal"


class Cue(NamedTuple):
    """A vocabulary term found in a text, at `text[start:end]`, in one of its senses."""

    start: int
    end: int
    sense: str
    value: str | None


class Words:
    """The words of a text: where they stand, as they are written (with plain apostrophes), and in small letters."""

    def __init__(self, text: str) -> None:
        self.spans = [m.span() for m in WORD.finditer(text)]
        plain = text.translate(APOSTROPHES) if not text.isascii() else text
        self.written = [plain[a:b] for a, b in self.spans]
        self.lower = [word.lower() for word in self.written]
        self.following = [*self.lower[1:], ""]
        self.next_letters = [word[:LETTERS] for word in self.following]


@lru_cache(maxsize=4)  # the title and the body of a report, of which several readers ask
def words_of(text: str) -> Words:
    """The words of a text."""
    return Words(text)


class _Pattern(NamedTuple):
    """A term: its words, how the second begins in small letters ("" without one), and whether the case of the first
    counts."""

    words: tuple[str, ...]
    second: str
    cased: bool
    sense: str
    value: str | None

    def fits(self, words: Words, at: int) -> bool:
        """Whether the term stands where its first word does in small letters."""
        mine = self.words
        if at + len(mine) > len(words.lower) or (self.cased and not _same(mine[0], words, at)):
            return False
        return all(_same(mine[i], words, at + i) for i in range(1, len(mine)))


def _same(term: str, words: Words, at: int) -> bool:
    """A term's word fits a text's word: with `*` any ending, with a capital only in that case."""
    stem = term.removesuffix("*")
    given = words.lower[at] if stem.islower() else words.written[at]
    return given.startswith(stem) if stem != term else given == stem


class _Following(dict[str, tuple[_Pattern, ...]]):
    """For the first letters of the next word those of some terms that it may go on with."""

    def __init__(self, terms: Sequence[_Pattern]) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, letters: str) -> tuple[_Pattern, ...]:
        terms = (term for term in self._terms if letters.startswith(term.second[:LETTERS]))
        self[letters] = found = tuple(terms)
        return found


class _Beginnings(dict[str, _Following | None]):
    """For a word in small letters the terms that may begin at it, the longest first; looked up once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        super().__init__()
        self._whole: dict[str, list[_Pattern]] = defaultdict(list)
        self._stems: dict[str, list[_Pattern]] = defaultdict(list)
        for term in terms:
            words = tuple(TERM_WORD.findall(term.term))
            first = words[0].lower()
            second = words[1].removesuffix("*").lower() if len(words) > 1 else ""
            pattern = _Pattern(words, second, not words[0].removesuffix("*").islower(), term.sense, term.value)
            if first.endswith("*"):
                self._stems[first[:-1]].append(pattern)
            else:
                self._whole[first].append(pattern)
        self._longest_stem = max(map(len, self._stems), default=0)

    def __missing__(self, word: str) -> _Following | None:
        patterns = list(self._whole.get(word, ()))
        for length in range(SHORTEST_STEM, min(len(word), self._longest_stem) + 1):
            patterns += self._stems.get(word[:length], ())
        patterns.sort(key=lambda each: (-len(each.words), not each.cased, each.sense, str(each.value)))
        if len(self) >= WORDS_KEPT:
            self.clear()
        self[word] = found = _Following(patterns) if patterns else None
        return found


class Lexicon:
    """Terms ready to be found. A word of one may end in `*` (any ending); one with a capital is matched as written."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._beginnings = _Beginnings(terms)

    def find(self, words: Words) -> list[Cue]:
        """Every term among the words, in order; of terms that begin at one word the longest, in all its senses.

        Of two as long that with a capital counts: "Молния" is a drone and no lightning.

        Terms of the sense "hides" are left out, and with them the shorter terms in them.
        """
        found: list[Cue] = []
        beginnings, spans = self._beginnings, words.spans
        following, next_letters = words.following, words.next_letters
        after = 0
        for at, begun in enumerate([beginnings[word] for word in words.lower]):
            if begun is None or at < after or not (patterns := begun[next_letters[at]]):
                continue
            after = at + 1
            length, cased, told = 0, False, None
            for pattern in patterns:
                if len(pattern.words) < length or cased > pattern.cased:
                    break
                if not following[at].startswith(pattern.second):
                    continue
                if (pattern.second or pattern.cased) and not pattern.fits(words, at):
                    continue
                length, cased = len(pattern.words), pattern.cased
                after = at + length
                if pattern[3:] != told and pattern.sense != HIDES:
                    found.append(Cue(spans[at][0], spans[after - 1][1], pattern.sense, pattern.value))
                told = pattern[3:]
        return found


@cache
def lexicon(*names: str) -> Lexicon:
    """The lexicon of one or more vocabulary files, built once."""
    return Lexicon(term for name in names for term in load_terms(name))


@lru_cache(maxsize=16)  # those of a report: its sides are asked for before all else is read
def cues_of(text: str, name: str) -> tuple[Cue, ...]:
    """Every term of one vocabulary file in a text, in order."""
    return tuple(lexicon(name).find(words_of(text)))
