"""Text of a report as HTML with the words behind each value marked; every piece is escaped here and nowhere else."""

from collections.abc import Sequence
from html import escape

from dashboard.marks import Mark, marks_of, pieces, told_by
from dashboard.records import Account, Report
from dashboard.views.wording import FIELDS

CONTEXT = 60  # characters around words that stand outside the quotation


def marked(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> str:
    """`text[start:end]` as HTML; hovering a marked piece shows what was read from it and by which rule."""
    found = []
    for piece, over in pieces(text, marks, start, len(text) if end is None else end):
        words = escape(piece)
        if over:
            told = "\n".join(dict.fromkeys(map(_told, over)))
            words = f'<mark class="told told-{over[0].field}" title="{escape(told)}">{words}</mark>'
        found.append(words)
    return "".join(found)


def _told(mark: Mark) -> str:
    """ "When: 2025-07-03 (weekday before publication)"."""
    value = f": {mark.value}" if mark.value else ""
    return f"{FIELDS[mark.field]}{value}{f' ({mark.rule})' if mark.rule else ''}"


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
    found = [
        (FIELDS[mark.field], _in_context(report.text(part), mark))
        for part, mark in told_by(account)
        if part != "body" or mark.start not in inside
    ]
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


def _in_context(text: str, mark: Mark) -> str:
    """Marked words with a few before and after, within their line."""
    left = max(text.rfind("\n", 0, mark.start) + 1, mark.start - CONTEXT)
    line_end = text.find("\n", mark.end)
    right = min(len(text) if line_end < 0 else line_end, mark.end + CONTEXT)
    while left > 0 and left < mark.start and not text[left - 1].isspace():
        left += 1
    while right < len(text) and right > mark.end and not text[right].isspace() and not text[right - 1].isspace():
        right -= 1
    before = "… " if left > 0 and text[left - 1] != "\n" else ""
    after = " …" if right < len(text) and text[right] != "\n" else ""
    return f"{before}{marked(text, [mark], left, right).strip()}{after}"
