"""Cuts a text into words with their offsets, and says which of them can begin a name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dashboard.geocode.names.lexis import TYPE, senses_of
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
    owns what follows ("Kyiv's", "the Philippines'"), its senses in the vocabulary, and whether it says a kind of place.
    """

    text: str
    key: str
    capital: bool
    possessive: bool
    senses: frozenset[str]
    kind: bool


# What stands between two blanks: the word, where it is one that begins it and neither has a capital nor says a kind of
# place, else `None`; how far away the next blank's end is; the words with their offsets, where they are not that one.
_Chunk = tuple[Word | None, int, tuple[tuple[Word, int], ...]]


@lru_cache(maxsize=KEPT)
def _word(written: str, owning: bool) -> Word:
    owned = len(written) > 2 and written[-2] in "'’" and written[-1] in "sS"
    text = written[:-2] if owned else written
    folded = key(text)
    senses = senses_of(folded)
    possessive = owned or (owning and text[-1] == "s")
    return Word(text, folded, text[0].isupper(), possessive, senses, TYPE in senses or "village" in senses)


def _chunk(chunk: str) -> _Chunk:
    """The words of what stands between two blanks."""
    found = [
        (_word(each.group(), chunk[each.end() : each.end() + 1] in ("'", "’")), each.start())
        for each in _WORD.finditer(chunk)
    ]
    word, offset = found[0] if len(found) == 1 else (None, 0)
    plain = word is not None and not (offset or word.capital or word.kind)
    return (word, len(chunk) + 1, ()) if plain else (None, len(chunk) + 1, tuple(found))


_CHUNKS = KeptPieces(_chunk, KEPT)  # for few words, with the signs around them, make up most of all texts


@lru_cache(maxsize=10_000)
def _stops(between: str) -> bool:
    """Whether what stands between two words lets the next one begin a sentence."""
    return _STOP.search(between) is not None


class Tokens:
    """The words of a text in order: what each is in `words`, where it begins in `begins`.

    `capitals` are the numbers of the capitalised words, `kinds` those of the words that say a kind of place.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        words: list[Word] = []
        begins: list[int] = []
        capitals: list[int] = []
        kinds: list[int] = []
        at = 0
        for plain, length, others in map(_CHUNKS.__getitem__, text.split(" ")):
            if plain is not None:
                words.append(plain)
                begins.append(at)
            else:
                for word, offset in others:
                    if word.capital:
                        capitals.append(len(words))
                    if word.kind:
                        kinds.append(len(words))
                    words.append(word)
                    begins.append(at + offset)
            at += length
        self.words, self.begins, self.capitals, self.kinds = words, begins, capitals, kinds
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
        begins = self.begins
        return self.text[begins[at - 1] + len(self.words[at - 1].text) : begins[at]]

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
