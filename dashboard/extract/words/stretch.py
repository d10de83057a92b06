"""A stretch of a report's text, in which phrases are looked for only where words of theirs stand."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from dashboard.extract.words.phrases import all_terms, pattern, phrase
from dashboard.extract.words.pieces import KEPT, pieces_of
from dashboard.extract.words.terms import load_terms
from dashboard.kept import KeptPieces

RUN = re.compile(r"[^\W_ʼ]+")  # a word as phrases are made of them: "п" and "ять" of "п'ять"
TERM_RUN = re.compile(r"[\w*]+")
SHORTEST_STEM = 2
# What says which senses a form cannot do without: an escaped sign, a set of signs, brackets, "or", a sense.
PARTS = re.compile(r"\\.|\[\^?\]?[^\]]*\]|[()|]|<(\w+)>(?![?*])")


class _Marks:
    """For a piece of text the senses, a bit each, of the phrases that have a word of it for their rarest word."""

    def __init__(self) -> None:
        senses = {**all_terms(), **_casualties()}
        self.bits = {sense: 1 << number for number, sense in enumerate(senses)}
        self._whole: defaultdict[str, int] = defaultdict(int)
        self._stems: defaultdict[str, int] = defaultdict(int)
        self._others: defaultdict[str, int] = defaultdict(int)
        runs = {term: TERM_RUN.findall(term.lower()) for terms in senses.values() for term in terms}
        often = Counter(run for words in runs.values() for run in words)
        common = {term.term for term in load_terms("common_words")}
        for sense, terms in senses.items():
            for term in filter(runs.__getitem__, terms):
                word = min(runs[term], key=lambda run: (_is_odd(run), run in common, often[run], -len(run)))
                stem = word.removesuffix("*")
                kept = self._others if _is_odd(word) else self._whole if stem == word else self._stems
                kept[stem if kept is self._stems else word] |= self.bits[sense]
        self._longest = max(map(len, self._stems))

    def of_piece(self, piece: str) -> int:
        """The marks of all words of a piece."""
        return reduce(or_, map(self._of_word, RUN.findall(piece.lower())), 0)

    def _of_word(self, word: str) -> int:
        found = self._whole.get(word, 0)
        for length in range(SHORTEST_STEM, min(len(word), self._longest) + 1):
            found |= self._stems.get(word[:length], 0)
        for form, bits in self._others.items():
            if re.fullmatch(form.replace("*", r"\w*"), word):
                found |= bits
        return found


def _casualties() -> dict[str, frozenset[str]]:
    """The terms of each sense of the casualty vocabulary, by a name of its own."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in ("casualties_words", "casualties_numbers", "casualties_hints"):
        for term in load_terms(name):
            found[f"casualties {term.sense}"].add(term.term)
    return {sense: frozenset(terms) for sense, terms in found.items()}


def _is_odd(run: str) -> bool:
    """Whether a word of a term is more than a word or the beginning of one."""
    stem = run.removesuffix("*")
    return "*" in stem or (stem != run and len(stem) < SHORTEST_STEM)


@cache
def _marks() -> _Marks:
    return _Marks()


@cache
def _bits() -> dict[str, int]:
    return _marks().bits


@cache
def _kept() -> KeptPieces[int]:
    return KeptPieces(_marks().of_piece, KEPT)


@lru_cache(maxsize=4)  # the title and the body of the report that is being read
def _marked(text: str) -> tuple[list[int], list[int]]:
    """Where the pieces of a text begin, and the marks of each."""
    pieces = pieces_of(text)
    return pieces.starts, list(map(_kept().__getitem__, pieces.written))


@cache
def _ways(form: str) -> tuple[int, ...]:
    """For each way in which a form may be met the senses that it then holds: those that stand outside of brackets."""
    bits = _bits()
    depth, ways = 0, [0]
    for part in PARTS.finditer(form):
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == "|" and not depth:
            ways.append(0)
        elif part[1] and not depth:
            ways[-1] |= bits.get(part[1], 0)
    return tuple(ways)


@cache
def casualty_marks(senses: frozenset[str]) -> int:
    """The marks of words of some senses of the casualty vocabulary: a stretch without any holds no term of these."""
    return reduce(or_, (_bits()[f"casualties {sense}"] for sense in senses))


class Stretch(NamedTuple):
    """What stands in a text from `start` up to `end`, and the marks of its words. Forms are those of `pattern`."""

    text: str
    start: int
    end: int
    marks: int

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.text[self.start : self.end]

    def says(self, sense: str) -> bool:
        """Whether a phrase of a sense stands in it."""
        if not _bits()[sense] & self.marks:
            return False
        return phrase(sense).search(self.text, self.start, self.end) is not None

    def find(self, form: str) -> re.Match[str] | None:
        """Where a form is met in it first."""
        marks = self.marks
        for way in _ways(form):  # as in `may_hold`, but without a call: rules ask this a thousand times a report
            if way & marks == way:
                return pattern(form).search(self.text, self.start, self.end)
        return None

    def find_all(self, form: str) -> Iterator[re.Match[str]]:
        """Where a form is met in it, in order."""
        return pattern(form).finditer(self.text, self.start, self.end) if self.may_hold(form) else iter(())

    def opens(self, form: str) -> re.Match[str] | None:
        """A form at its beginning."""
        return pattern(form).match(self.text, self.start, self.end) if self.may_hold(form) else None

    def may_hold(self, form: str) -> bool:
        """Whether words of all senses stand in it that a form needs."""
        marks = self.marks
        for way in _ways(form):  # noqa: SIM110 - any() takes three times as long
            if way & marks == way:
                return True
        return False


def stretch(text: str, start: int = 0, end: int | None = None) -> Stretch:
    """A stretch of a text, without `start` and `end` the whole."""
    end = len(text) if end is None else end
    starts, marks = _marked(text)
    return Stretch(text, start, end, reduce(or_, marks[bisect_right(starts, start) - 1 : bisect_left(starts, end)], 0))
