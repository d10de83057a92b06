"""Finds the vocabulary's words in a text: what is fired, what it does, what denies it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.extract.words.pieces import KEPT, pieces_of
from dashboard.extract.words.terms import load_terms
from dashboard.kept import KeptPieces
from dashboard.terms import Term

WORD = re.compile(r"[^\W_](?:(?:[\w/-]|['’ʼ](?!s\b))*[^\W_])?")  # "Ukraine" of "Ukraine's"
TERM_WORD = re.compile(WORD.pattern + r"(?:-?\*)?")  # a star takes the hyphen before it along: "Kh-*"
APOSTROPHES = str.maketrans("’ʼ", "''")
SHORTEST_STEM = 2
LETTERS = 2  # of the next word that are looked at first
FILES = ("strike_words", "claims", "actors")
HIDES = "hides"  # the sense of terms that only keep a shorter one from being found: "strike a deal"


class Cue(NamedTuple):
    """A vocabulary term found in a text, at `text[start:end]`, in one of its senses."""

    start: int
    end: int
    sense: str
    value: str | None


class Word(NamedTuple):
    """A word of a piece of text: `piece[start:end]`, with plain apostrophes, and the same in small letters."""

    start: int
    end: int
    written: str
    lower: str


def _words_in(piece: str) -> tuple[Word, ...]:
    plain = piece.translate(APOSTROPHES)
    return tuple(Word(*m.span(), word := plain[m.start() : m.end()], word.lower()) for m in WORD.finditer(piece))


_kept = KeptPieces(_words_in, KEPT)


class Words:
    """The words of a text, as they are written and in small letters (one more, "", follows the last of these)."""

    def __init__(self, text: str) -> None:
        pieces = pieces_of(text)
        found = list(map(_kept.__getitem__, pieces.written))
        self._words = [word for words in found for word in words]
        self._starts = [start for start, words in zip(pieces.starts, found, strict=False) for _ in words]
        self.lower = [*(word.lower for word in self._words), ""]

    def start(self, at: int) -> int:
        """Where a word begins in the text."""
        return self._starts[at] + self._words[at].start

    def end(self, at: int) -> int:
        """Where a word ends in the text."""
        return self._starts[at] + self._words[at].end

    def written(self, at: int) -> str:
        """A word as it is written."""
        return self._words[at].written


class _Part(NamedTuple):
    """A word of a term: what a text's word must be, or begin with where it is `open`; as written where `cased`."""

    stem: str
    open: bool
    cased: bool

    def fits(self, words: Words, at: int) -> bool:
        """Whether a word of a text is one that the term may have here."""
        given = words.written(at) if self.cased else words.lower[at]
        return given.startswith(self.stem) if self.open else given == self.stem


def _part(word: str) -> _Part:
    stem = word.removesuffix("*")
    return _Part(stem, stem != word, not stem.islower())


class _Pattern(NamedTuple):
    """A term: its words, how the second begins in small letters ("" without one), and whether the case of the first
    counts."""

    parts: tuple[_Part, ...]
    second: str
    cased: bool
    sense: str
    value: str | None

    def fits(self, words: Words, at: int) -> bool:
        """Whether the term stands where its first word does in small letters."""
        if at + len(self.parts) >= len(words.lower):
            return False
        if self.cased and not self.parts[0].fits(words, at):
            return False
        return all(part.fits(words, place) for place, part in enumerate(self.parts[1:], at + 1))


class _Following(dict[str, tuple[tuple[int, tuple[_Pattern, ...]], ...]]):
    """For the first letters of the next word the terms that it may go on with, by the number of their file."""

    def __init__(self, terms: Sequence[tuple[int, Sequence[_Pattern]]]) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, letters: str) -> tuple[tuple[int, tuple[_Pattern, ...]], ...]:
        fitting = (
            (file, tuple(term for term in terms if letters.startswith(term.second[:LETTERS])))
            for file, terms in self._terms
        )
        self[letters] = found = tuple((file, terms) for file, terms in fitting if terms)
        return found


class _File:
    """The terms of one vocabulary file by the beginnings of their first words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._whole: dict[str, list[_Pattern]] = defaultdict(list)
        self._stems: dict[str, list[_Pattern]] = defaultdict(list)
        for term in terms:
            words = TERM_WORD.findall(term.term)
            parts = tuple(map(_part, words))
            first = words[0].lower()
            second = parts[1].stem.lower() if len(parts) > 1 else ""
            pattern = _Pattern(parts, second, parts[0].cased, term.sense, term.value)
            if first.endswith("*"):
                self._stems[first[:-1]].append(pattern)
            else:
                self._whole[first].append(pattern)
        self._longest_stem = max(map(len, self._stems), default=0)

    def begin_at(self, word: str) -> list[_Pattern]:
        """The terms that may begin at a word in small letters, the longest first."""
        patterns = list(self._whole.get(word, ()))
        for length in range(SHORTEST_STEM, min(len(word), self._longest_stem) + 1):
            patterns += self._stems.get(word[:length], ())
        return sorted(patterns, key=lambda each: (-len(each.parts), not each.cased, each.sense, str(each.value)))


class Lexicon:
    """Terms of some files ready to be found, all in one walk through a text.

    A word of a term may end in `*` (any ending); one with a capital is matched as written.
    """

    def __init__(self, *files: Iterable[Term]) -> None:
        self._files = [_File(terms) for terms in files]
        self._beginning = KeptPieces(self._begin_at, KEPT)

    def _begin_at(self, word: str) -> _Following | None:
        terms = [(number, found) for number, file in enumerate(self._files) if (found := file.begin_at(word))]
        return _Following(terms) if terms else None

    def find(self, words: Words) -> list[list[Cue]]:
        """Every term among the words, file by file, in order; of terms of a file that begin at one word the longest, in
        all its senses.

        Of two as long that with a capital counts: "Молния" is a drone and no lightning.

        Terms of the sense "hides" are left out, and with them the shorter terms in them.
        """
        found: list[list[Cue]] = [[] for _ in self._files]
        after = [0] * len(found)
        lower = words.lower
        for at, terms in enumerate(map(self._beginning.__getitem__, lower)):
            if terms is None:
                continue
            following = lower[at + 1]
            for file, patterns in terms[following[:LETTERS]]:
                if at < after[file]:
                    continue
                length, cased, told = 0, False, None
                for pattern in patterns:
                    if len(pattern.parts) < length or cased > pattern.cased:
                        break
                    if not following.startswith(pattern.second):
                        continue
                    if (pattern.second or pattern.cased) and not pattern.fits(words, at):
                        continue
                    length, cased = len(pattern.parts), pattern.cased
                    after[file] = at + length
                    if pattern[3:] != told and pattern.sense != HIDES:
                        end = words.end(at + length - 1)
                        found[file].append(Cue(words.start(at), end, pattern.sense, pattern.value))
                    told = pattern[3:]
        return found


@cache
def lexicon() -> Lexicon:
    """The terms of all `FILES`, built once."""
    return Lexicon(*map(load_terms, FILES))


@lru_cache(maxsize=4)  # the title and the body of a report: its sides are asked for before all else is read
def cues_of(text: str) -> Mapping[str, Sequence[Cue]]:
    """Every term of each of the `FILES` in a text, in order."""
    return dict(zip(FILES, lexicon().find(Words(text)), strict=True))
