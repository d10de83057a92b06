"""Text of a report as HTML with the words behind each value marked; every piece is escaped here and nowhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from dashboard.records import Account, Mention, Report, Span
from dashboard.views.wording import FIELDS

CONTEXT = 60  # characters around words that stand outside the quotation


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark: `text[start:end]`, and which of `wording.FIELDS` they tell."""

    start: int
    end: int
    field: str


def field_of(name: str) -> str | None:
    """The marked field that an Account field belongs to: date_start to date, killed_low to killed."""
    return next((field for field in FIELDS if name == field or name.startswith(f"{field}_")), None)


def marks_of(account: Account, part: str = "body") -> list[Mark]:
    """The words of a body or title that an account was read from."""
    return [
        Mark(span.start, span.end, field)
        for name, spans in account.spans.items()
        if (field := field_of(name))
        for span in spans
        if span.part == part
    ]


def mention_marks(mentions: Iterable[Mention], part: str = "body") -> list[Mark]:
    """The place names that a report merely names."""
    return [Mark(m.span.start, m.span.end, "mention") for m in mentions if m.span.part == part]


def marked(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> str:
    """`text[start:end]` as HTML. Overlapping marks are cut at their ends; a piece under several of them names all."""
    end = len(text) if end is None else end
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(max(start, min(end, cut)) for m in inside for cut in (m.start, m.end))})
    pieces = []
    for left, right in pairwise(cuts):
        piece = escape(text[left:right])
        fields = [field for field in FIELDS if any(m.field == field and m.start <= left < m.end for m in inside)]
        if len(fields) > 1 and "mention" in fields:
            fields.remove("mention")  # what a strike was read from is more than a name
        if fields:
            told = ", ".join(FIELDS[field] for field in fields)
            piece = f'<mark class="told told-{fields[0]}" title="{escape(told)}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def quotation(report: Report, account: Account) -> str:
    """The quoted sentence with its words marked. Where it does not stand in the body it is given unmarked."""
    start = _quote_start(report, account)
    if start is None:
        return escape(account.quote)
    return marked(report.body, marks_of(account), start, start + len(account.quote))


def elsewhere(report: Report, account: Account) -> list[tuple[str, str]]:
    """Words outside the quotation that a value was read from: what they tell, and they in their context as HTML."""
    quote = _quote_start(report, account)
    inside = range(0) if quote is None else range(quote, quote + len(account.quote))
    found = []
    for name, spans in account.spans.items():
        field = field_of(name)
        for span in spans if field else ():
            if span.part == "body" and span.start in inside:
                continue
            found.append((FIELDS[str(field)], _in_context(report, span, str(field))))
    return list(dict.fromkeys(found))


def _quote_start(report: Report, account: Account) -> int | None:
    """Where the quotation begins; of several places the one that holds most of the account's words."""
    starts = []
    start = report.body.find(account.quote) if account.quote else -1
    while start >= 0:
        starts.append(start)
        start = report.body.find(account.quote, start + 1)
    marks = marks_of(account)
    length = len(account.quote)
    return max(starts, key=lambda s: sum(s <= m.start < s + length for m in marks), default=None)


def _in_context(report: Report, span: Span, field: str) -> str:
    """The words of a span with a few before and after, within their line."""
    text = report.text(span.part)
    left = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
    line_end = text.find("\n", span.end)
    right = min(len(text) if line_end < 0 else line_end, span.end + CONTEXT)
    while left > 0 and left < span.start and not text[left - 1].isspace():
        left += 1
    while right < len(text) and right > span.end and not text[right].isspace() and not text[right - 1].isspace():
        right -= 1
    before = "… " if left > 0 and text[left - 1] != "\n" else ""
    after = " …" if right < len(text) and text[right] != "\n" else ""
    return f"{before}{marked(text, [Mark(span.start, span.end, field)], left, right).strip()}{after}"
