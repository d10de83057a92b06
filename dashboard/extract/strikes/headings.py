"""Recognises what stands over a passage and holds for it: headings, and a place name that opens a block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.strikes.dating import until_now
from dashboard.extract.strikes.draft import FINE, Dated, contains
from dashboard.extract.strikes.event_days import is_event
from dashboard.extract.words.phrases import phrase

LONGEST = 70  # characters of a heading
# "**Monday 24**", "__Kharkiv__", "# Kharkiv", "What about Syzran?", a short line
HEADING = re.compile(r"\s*(?:\*\*.+\*\*|__.+__|#+ .+|[^.!?]+\?|[^.!?:]{3,45})[:.]?\s*")
ASKS = re.compile(r"\?[\s*_]*$")
NO_LETTERS = re.compile(r"[\W\d_]")
REST = 3  # letters that a place which heads a block may leave beside it


@dataclass(frozen=True, slots=True)
class Heading:
    """The places and the date that stand over a passage; `alone` says that nothing else stands beside them.

    `goes_on` says that the passage gives the toll of what was told before ("The dead"), or answers a question about it.
    """

    places: tuple[Placed, ...]
    date: Dated | None
    alone: bool = True
    goes_on: bool = False


def heading(clauses: Sequence[Clause], text: str, published: date | None) -> Heading | None:
    """The heading that a block is ("**Monday 24**", "What about Syzran?"), given its first sentence; else `None`."""
    block = clauses[0].block
    words = text[block.start : block.end]
    if clauses[0].part == "title" or block.kind != "paragraph" or len(block.sentences) > 1 or len(words) > LONGEST:
        return None
    places = tuple(p for c in clauses for p in c.precise("at", "dateline", "speaker"))
    told_below = words.isupper() and not places  # "BOMB KILLS MOTHER AND SON": where, the paragraph says
    if not HEADING.fullmatch(words) or (any(c.toll for c in clauses) and not told_below):
        return None
    if words.endswith(".") and any(c.weapons or c.has("strike", "effect") for c in clauses):
        return None  # a short sentence that is a paragraph of its own
    named = [until_now(d, text, published) for c in clauses for d in c.dates]
    dates = [d for d in named if d.granularity in FINE and d.date_start]
    asks = ASKS.search(words) is not None or clauses[0].whole.says("heads_toll")
    goes_on = asks and not (places or dates)
    return Heading(places, Dated(dates[0], clauses[0].part) if dates else None, goes_on=goes_on)


def opening_place(clauses: Sequence[Clause], text: str, published: date | None) -> Heading | None:
    """The place and date that open a block ("Synelnykove.", "KONOTOP: ...", "Night of 4-5 March."), and nothing else.

    `None` where the sentence says more.
    """
    places = tuple(p for c in clauses for p in c.placed("at", "dateline", "over", "speaker", "around"))
    if clauses[0].part == "title" or not (places or any(c.dates for c in clauses)):
        return None
    head, tail = _around_colon(clauses, text, places)
    if len(NO_LETTERS.sub("", phrase("heading_filler").sub("", head))) > REST:
        return None
    dates = [d for c in clauses for d in c.dates if d.date_start and is_event(d, text, published)]
    dated = Dated(dates[0], clauses[0].part) if dates else None
    named = [p.place for p in places if p.place]
    inner = tuple(p for p in places if p.place and not any(contains(p.place, other) for other in named))
    return Heading(inner, dated, alone=not tail.strip())


def _around_colon(clauses: Sequence[Clause], text: str, places: Sequence[Placed]) -> tuple[str, str]:
    """What a sentence says before and behind its first colon, its places and dates left out."""
    start, end = clauses[0].start, clauses[-1].end
    read = [(p.occurrence.span.start, p.occurrence.span.end) for p in places]
    read += [(d.start, d.end) for c in clauses for d in c.dates]
    pieces: list[str] = []
    for first, last in sorted(read):
        pieces.append(text[start:first])
        start = last
    head, _, tail = " ".join([*pieces, text[start:end]]).partition(":")
    return head, tail
