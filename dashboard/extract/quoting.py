"""Chooses the sentence of a report that best supports the place and the figures of a strike."""

from collections.abc import Sequence

from dashboard.extract.drafts import Draft
from dashboard.extract.passages import Clause
from dashboard.extract.toll import NOT_STATED, Toll
from dashboard.records import Span

LONGEST_LINE = 350  # characters of a list item or a table row that is quoted whole


def quote_span(draft: Draft, tolls: Sequence[Toll], body: Sequence[Clause]) -> Span:
    """Where the quote stands in the body: the sentence with the first toll, and the one beside it that names the place.

    A list item or a table row is quoted whole. `body` are all clauses of the body.
    """
    told = [c for c in draft.clauses if c.part == "body"] or list(body[:1])
    names = [n.occurrence.span for n in draft.names if n.occurrence.span.part == "body"]
    naming = next((c for c in told if _holds(c, names)), told[0])
    counting = _counting(told, tolls) or naming
    block = counting.block
    if block.kind != "paragraph" and block.end - block.start <= LONGEST_LINE:
        return Span(block.start, block.end)
    start, end = counting.sentence.start, counting.sentence.end
    sentences = [s.start for s in block.sentences]
    if naming.block == block and abs(sentences.index(naming.sentence.start) - sentences.index(start)) == 1:
        return Span(min(start, naming.sentence.start), max(end, naming.sentence.end))
    return Span(start, end)


def _counting(told: Sequence[Clause], tolls: Sequence[Toll]) -> Clause | None:
    """The clause whose sentence states the first toll that is stated."""
    for toll in tolls:
        spans = [span for span in toll.spans if span.part == "body"]
        holding = next((c for c in told if _holds(c, spans)), None)
        if toll is not NOT_STATED and holding:
            return holding
    return None


def _holds(clause: Clause, spans: Sequence[Span]) -> bool:
    """Whether one of the spans begins in the clause's sentence."""
    return any(clause.sentence.start <= span.start < clause.sentence.end for span in spans)
