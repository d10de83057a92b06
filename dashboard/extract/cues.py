"""Finds the vocabulary's words in a text: what is fired, what it does, what denies it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.extract.terms import load_terms
from dashboard.terms import Term

WORD = re.compile(r"[^\W_](?:[\w'’ʼ/-]*[^\W_])?")
TERM_WORD = re.compile(WORD.pattern + r"(?:-?\*)?")  # a star takes the hyphen before it along: "Kh-*"
APOSTROPHES = str.maketrans("’ʼ", "''")
SHORTEST_STEM = 2
WORDS_KEPT = 100_000  # few words make up most of a text: what may begin at one is looked up once
HIDES = "hides"  # the sense of terms that only keep a shorter one from being found: "strike a deal"


@dataclass(frozen=True, slots=True)
class Cue:
    """A vocabulary term found in a text, at `text[start:end]`, in one of its senses."""

    start: int
    end: int
    sense: str
    value: str | None


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    sense: str
    value: str | None

    def fits(self, words: list[tuple[str, str]], at: int) -> bool:
        if at + len(self.words) > len(words):
            return False
        return all(_same(mine, *words[at + i]) for i, mine in enumerate(self.words))


def _same(term: str, word: str, lower: str) -> bool:
    """A term's word fits a text's word: with `*` any ending, with a capital only in that case."""
    stem = term.removesuffix("*")
    given = lower if stem.islower() else word
    return given.startswith(stem) if stem != term else given == stem


class Lexicon:
    """Terms ready to be found. A word of one may end in `*` (any ending); one with a capital is matched as written."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._whole: dict[str, list[_Pattern]] = defaultdict(list)
        self._stems: dict[str, list[_Pattern]] = defaultdict(list)
        self._longest_stem = 0
        for term in terms:
            words = tuple(TERM_WORD.findall(term.term))
            first = words[0].lower()
            pattern = _Pattern(words, term.sense, term.value)
            if first.endswith("*"):
                self._stems[first[:-1]].append(pattern)
                self._longest_stem = max(self._longest_stem, len(first) - 1)
            else:
                self._whole[first].append(pattern)
        self._beginning = lru_cache(maxsize=WORDS_KEPT)(self._patterns)

    def find(self, text: str) -> tuple[Cue, ...]:
        """Every term in the text, in order; of terms that begin at one word the longest, in all its senses.

        Terms of the sense "hides" are left out, and with them the shorter terms in them.
        """
        spans = [(m.start(), m.end()) for m in WORD.finditer(text)]
        words = [(w := text[a:b].translate(APOSTROPHES), w.lower()) for a, b in spans]
        found: list[Cue] = []
        at = 0
        while at < len(words):
            fitting = [p for p in self._beginning(words[at][1]) if p.fits(words, at)]
            if not fitting:
                at += 1
                continue
            length = max(len(p.words) for p in fitting)
            senses = {(p.sense, p.value) for p in fitting if len(p.words) == length}
            start, end = spans[at][0], spans[at + length - 1][1]
            found += [Cue(start, end, sense, value) for sense, value in sorted(senses, key=str) if sense != HIDES]
            at += length
        return tuple(found)

    def _patterns(self, word: str) -> list[_Pattern]:
        """The patterns whose first word a word may be."""
        patterns = list(self._whole.get(word, ()))
        for length in range(SHORTEST_STEM, min(len(word), self._longest_stem) + 1):
            patterns += self._stems.get(word[:length], ())
        return patterns


@cache
def lexicon(*names: str) -> Lexicon:
    """The lexicon of one or more vocabulary files, built once."""
    return Lexicon(term for name in names for term in load_terms(name))
