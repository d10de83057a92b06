"""Cuts a text into words with their offsets, and says which of them can begin a name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dashboard.geocode.names.lexis import senses_of
from dashboard.geocode.spelling.folding import key
from dashboard.kept import KeptPieces

# A word: letters, with apostrophes inside; or an abbreviation with full stops (U.S., D.C.).
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0\t]{1,3}|[ \u00a0\t]*\r?\n[ \u00a0\t]*|[-‐‑–]")
LONG = 20_000  # characters of a text in which words are not looked for one by one
_TAG = re.compile(r"#\w+")
_STOP = re.compile(r"[.!?:;•…\n\r\"“”„«»—*|]")
KEPT = 100_000  # words


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What a word is wherever it stands: itself without a possessive 's, its key, whether it is capitalised, whether it
    owns what follows ("Kyiv's", "the Philippines'"), and its senses in the vocabulary."""

    text: str
    key: str
    capital: bool
    possessive: bool
    senses: frozenset[str]


# The first word between two blanks, its offset, whether it has a capital, how far away the next blank's end is, further
# words with offsets.
_Chunk = tuple[Word | None, int, bool, int, tuple[tuple[Word, int], ...]]


@lru_cache(maxsize=KEPT)
def _word(written: str, owning: bool) -> Word:
    owned = len(written) > 2 and written[-2] in "'’" and written[-1] in "sS"
    text = written[:-2] if owned else written
    folded = key(text)
    return Word(text, folded, text[0].isupper(), owned or (owning and text[-1] == "s"), senses_of(folded))


def _chunk(chunk: str) -> _Chunk:
    """The words of what stands between two blanks."""
    found = [
        (_word(each.group(), chunk[each.end() : each.end() + 1] in ("'", "’")), each.start())
        for each in _WORD.finditer(chunk)
    ]
    first, offset = found[0] if found else (None, 0)
    return first, offset, first is not None and first.capital, len(chunk) + 1, tuple(found[1:])


_CHUNKS = KeptPieces(_chunk, KEPT)  # for few words, with the signs around them, make up most of all texts


@lru_cache(maxsize=10_000)
def _stops(between: str) -> bool:
    """Whether what stands between two words lets the next one begin a sentence."""
    return _STOP.search(between) is not None


class Tokens:
    """The words of a text in order: what each is in `words`, where it begins in `begins`.

    `capitals` are the numbers of the capitalised words.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        words: list[Word] = []
        begins: list[int] = []
        capitals: list[int] = []
        at = 0
        for chunk in text.split(" "):
            word, offset, capital, length, more = _CHUNKS[chunk]
            if word is not None:
                if capital:
                    capitals.append(len(words))
                words.append(word)
                begins.append(at + offset)
                if more:
                    for word, offset in more:
                        if word.capital:
                            capitals.append(len(words))
                        words.append(word)
                        begins.append(at + offset)
            at += length
        self.words, self.begins, self.capitals = words, begins, capitals
        self._written: frozenset[str] | None = None

    def __len__(self) -> int:
        return len(self.words)

    def writes(self, word: str) -> bool:
        """Whether a word is written so in the text, and is no tag ("#mumbai" is no ordinary word)."""
        if self._written is None and len(self.text) < LONG and word not in self.text:
            return False
        if self._written is None:
            tags = {each[1:] for each in _TAG.findall(self.text)}
            self._written = frozenset([each.text for each in self.words]) - tags
        return word in self._written

    def key(self, at: int) -> str:
        """The key of a word, "" outside of the text."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def end(self, at: int) -> int:
        """Where a word ends."""
        return self.begins[at] + len(self.words[at].text)

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        before = at - 1
        return self.text[self.begins[before] + len(self.words[before].text) : self.begins[at]]

    def starts(self, at: int) -> bool:
        """Whether a word begins a sentence, or stands after a colon, a quotation mark, a dash or a line break."""
        if not self.words[at].capital:
            return False
        return at == 0 or ((gap := self.gap(at)) != " " and _stops(gap))

    def joined(self, at: int) -> bool:
        """Whether a word and the one before it may stand in one name: a blank, a line break or a hyphen between."""
        before = self.words[at - 1]
        gap = self.text[self.begins[at - 1] + len(before.text) : self.begins[at]]  # as `gap` says, asked most often
        return gap in _JOINTS or (not before.possessive and _joins(gap, len(before.text) <= 2))

    def spaced(self, at: int) -> bool:
        """Whether only blanks stand between a word and the one before it."""
        gap = self.gap(at)
        return gap == " " or (gap != "" and gap.strip(" \u00a0") == "")


_JOINTS = frozenset({" ", "-", "\u00a0"})


@lru_cache(maxsize=10_000)
def _joins(gap: str, abbreviated: bool) -> bool:
    return abbreviated if gap == ". " else _GAP.fullmatch(gap) is not None
