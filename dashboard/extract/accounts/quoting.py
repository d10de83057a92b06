"""Chooses the words of a report that best support the place and the figures of a strike."""

from bisect import bisect_left
from collections.abc import Sequence

from dashboard.extract.accounts.toll import Toll
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.strikes.draft import Draft
from dashboard.records import Span

LONGEST_LINE = 350  # characters of a list item or a table row that is quoted whole
LONGEST = 3  # sentences of a paragraph that are quoted together
SHORT = 45  # characters of a heading
KINDS = ("killed", "injured")


def quote_span(draft: Draft, tolls: Sequence[Toll], body: Sequence[Clause]) -> Span:
    """Where the quote stands in the body: the sentences that state the toll, and one near them that names the place.

    A list item or a table row is quoted whole. `tolls` are the killed and the injured, `body` all clauses of the body.
    """
    told = [c for c in draft.clauses if c.part == "body"] or list(body[:1])
    names = sorted(n.occurrence.span.start for n in draft.names if n.occurrence.span.part == "body")
    naming = next((c for c in told if _holds(c, names)), told[0])
    counting = [c for kind, toll in zip(KINDS, tolls, strict=True) if (c := _counting(told, kind, toll, names))]
    if counting and not any(toll.best for toll in tolls) and counting[0].block != naming.block:
        counting = []  # that nobody was hurt, told elsewhere, supports less than the strike itself
    first = counting[0] if counting else naming
    block = first.block
    if block.kind != "paragraph" and block.end - block.start <= LONGEST_LINE:
        return Span(block.start, block.end)
    sentences = [s.start for s in block.sentences]
    chosen = [first]
    for clause in (naming, *counting[1:]):
        places = [sentences.index(c.sentence.start) for c in (*chosen, clause) if c.block == block]
        if clause.block == block and max(places) - min(places) < LONGEST:
            chosen.append(clause)
    return Span(min(c.sentence.start for c in chosen), max(c.sentence.end for c in chosen))


def _counting(told: Sequence[Clause], kind: str, toll: Toll, names: Sequence[int]) -> Clause | None:
    """The clause that states a toll: one whose sentence names the place rather than a heading in capitals.

    `names` are where the place's names begin.
    """
    if toll.best is None:
        return None
    spans = sorted(span.start for span in toll.spans if span.part == "body")
    holding = [c for c in told if any(f.kind == kind and f.best == toll.best and not f.superseded for f in c.figures)]
    holding += [c for c in told if _holds(c, spans)]
    naming = [c for c in holding if _holds(c, names)]
    exact = [c for c in holding if _holds(c, spans) and c.block.end - c.block.start > SHORT]
    return next(iter((*naming, *exact, *holding)), None)


def _holds(clause: Clause, starts: Sequence[int]) -> bool:
    """Whether one of the positions, in order, lies in the clause's sentence."""
    at = bisect_left(starts, clause.sentence.start)
    return at < len(starts) and starts[at] < clause.sentence.end
