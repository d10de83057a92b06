"""A text into blocks (paragraphs, list items, table rows) and sentences, with offsets into the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from dashboard.extract.words.terms import load_terms

BlockKind = Literal["paragraph", "item", "row"]

LINE = re.compile(r"[^\n]+")
ITEM = re.compile(
    r"\s*(?:[-–—•*]\s+|(?:[\u203c\u2049\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*)+|\d\ufe0f?\u20e3\s*|\d{1,2}[.)]\s+|\(?[a-zа-яії]\)\s+|(?:\*\*|__)?\d{1,2}[:.]\d{2}(?:\*\*|__)?\s+(?=\S))"
)
TIMED = re.compile(r"[\s*_\[]*\d{1,2}[:.]\d{2}")  # "20:30 Nine injured": items of a live blog go on about one strike
# "| Kherson | drones |", "Kherson | drones | none"
ROW = re.compile(r"^[^\S\n]*\|.*$|^[^|\n]+\s\|\s[^|\n]+\s\|.*$", re.MULTILINE)
STOP = re.compile(r"[.!?…]+[\"'»”’)\]*_]*(?:\[\d+\])*(?=\s|$)")
LAST_WORD = re.compile(r"(\w[\w.'’-]*)$")
NEXT_BEGINS = re.compile(r"\s+[\"'«“‘(\[*_]*(\S)")
OPENING = re.compile(r"^[\s\"'«“‘(\[*_]+")
CLOSED = re.compile(r"[.!?…:;\"”’»)\]*|]\s*$")
MARKED = re.compile(r"(\*\*|__)(?:(?!\1).)+\1|#+ .+")  # "**Monday 24. Kharkiv**", "# Kharkiv"
WORD_NEXT = re.compile(r"\s+(\d|[^\W\d]+)")
LONGEST = 3000  # characters of a sentence; a longer one is a list or a trick, and is read in pieces
# "Kherson: ...", "**SUMY** - ...": a line with a label of its own goes on with none
LABEL = re.compile(r"\s*[*_]*[^\W\d_a-zа-яіїєґё][\w'’.-]*(?:\s[\w'’.-]+){0,3}[*_]*(?::[*_]*\s|\s[–—-]\s)")
WRAPPED_FROM = 40  # a line shorter than this that ends without a full stop is a heading, not a wrapped line


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text[start:end]`, and the number of its block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a table row: `text[start:end]`, and its sentences in order."""

    start: int
    end: int
    kind: BlockKind
    sentences: tuple[Sentence, ...]


@cache
def _abbreviations() -> dict[str, str]:
    return {t.term.lower(): t.sense for t in load_terms("abbreviations")}


@lru_cache(maxsize=4)  # casualties, then clauses are read from the same text
def split(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; every character that is not blank lies in one of their sentences."""
    blocks: list[Block] = []
    for number, (start, end, kind) in enumerate(_blocks(text)):
        # The cells of a row and the words of a heading belong together, whatever stops stand in them ("8 Nov.").
        whole = kind == "row" or MARKED.fullmatch(text, start, end)
        sentences = [Sentence(start, end, number)] if whole else _sentences(text, start, end, number)
        blocks.append(Block(start, end, kind, tuple(sentences)))
    return tuple(blocks)


def _blocks(text: str) -> list[tuple[int, int, BlockKind]]:
    found: list[tuple[int, int, BlockKind]] = []
    open_until: int | None = None  # the end of a line that the next line may go on from
    for line in LINE.finditer(text):
        words = line.group()
        if not words.strip():
            open_until = None
            continue
        start = line.start() + len(words) - len(words.lstrip())
        end = line.start() + len(words.rstrip())
        kind: BlockKind = "row" if "|" in words and ROW.match(words) else "item" if ITEM.match(words) else "paragraph"
        goes_on = open_until is not None and line.start() == open_until + 1 and kind == "paragraph"
        goes_on = goes_on and not LABEL.match(words)
        if goes_on and not (OPENING.sub("", words)[:1].isupper() and CLOSED.search(text[: found[-1][1]][-3:])):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((start, end, kind))
        open_until = line.end() if len(words) >= WRAPPED_FROM and kind != "row" else None
    return found


def _sentences(text: str, start: int, end: int, number: int) -> list[Sentence]:
    found: list[Sentence] = []
    begin = start
    for stop in STOP.finditer(text, start, end):
        if stop.end() < end and not _ends(text, begin, stop):
            continue
        found += _pieces(text, begin, stop.end(), number)
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    return [*found, *_pieces(text, begin, end, number)]


def _pieces(text: str, begin: int, end: int, number: int) -> Iterator[Sentence]:
    """A sentence, cut at blanks where it is longer than any sentence is."""
    while end - begin > LONGEST:
        blank = text.rfind(" ", begin + LONGEST // 2, begin + LONGEST)
        cut = blank + 1 if blank >= 0 else begin + LONGEST
        yield Sentence(begin, cut, number)
        begin = cut
    if begin < end:
        yield Sentence(begin, end, number)


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends the sentence, and is not that of an abbreviation, an initial or an enumeration."""
    following = NEXT_BEGINS.match(text, stop.end())
    if following is None:
        return True
    starts_new = following.group(1).isupper() or following.group(1).isdigit() or not following.group(1).isalnum()
    if not stop.group().startswith("."):
        return starts_new
    if not starts_new:
        return False
    word = LAST_WORD.search(text[max(begin, stop.start() - 24) : stop.start()])
    if word is None:
        return True
    last = word.group(1)
    if len(last) == 1 and last.isalpha() and last.isupper():
        return False  # an initial
    if last.isdigit() and stop.start() - len(last) <= begin + 2:
        return False  # "1. ..." at the start of an item
    sense = _abbreviations().get(last.lower())
    if sense == "before_digit":  # "Nov. 4", "8 a.m. Wednesday"
        word_next = WORD_NEXT.match(text, stop.end())
        return not (word_next and (word_next[1].isdigit() or _abbreviations().get(word_next[1].lower()) == "day"))
    return sense != "never"
