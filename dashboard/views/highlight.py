"""Text of a report as HTML with the words behind each value marked; every piece is escaped here and nowhere else."""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from dashboard.extract.words.sentences import split
from dashboard.marks import Mark, marks_of, pieces, told_by
from dashboard.records import Account, Report
from dashboard.views import tongue
from dashboard.views.told import told
from dashboard.views.wording import FIELDS, STATUSES, TYPES

CONTEXT = 60  # characters around words that stand outside the quotation
BESIDE = 320  # characters of the sentence before a quotation, and of the one after it, at most
LABELS = {"strike_type": TYPES, "status": STATUSES}
BLANK_LINES = re.compile(r"\n\s*\n")


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
    labels = LABELS.get(mark.field)
    said = (labels.get(mark.value) if labels and mark.value else None) or tongue.side(mark.value or "")
    value = f": {said}" if said else ""
    return f"{FIELDS[mark.field]}{value}{f' ({told(mark.rule)})' if mark.rule else ''}"


def quotation(report: Report, account: Account) -> str:
    """The quoted sentence between its neighbours, with its words marked; unmarked where it is not in the body."""
    places = _in_place(report, account)
    if places is None:
        return escape(account.quote)
    begin, start, end, stop = places
    marks = marks_of(account)
    before, quote, after = (marked(report.body, marks, *part) for part in ((begin, start), (start, end), (end, stop)))
    starts, ends = ({sentence[i] for sentence in _sentences(report.body)} for i in (0, 1))
    before, after = before if begin in starts else f"… {before}", after if stop in ends else f"{after} …"
    told = f'<span class="beside">{before}</span>{quote}<span class="beside">{after}</span>'
    return BLANK_LINES.sub("\n", told)


def elsewhere(report: Report, account: Account) -> list[tuple[str, str]]:
    """Words outside of what `quotation` shows, that a value was read from: what they tell, and in their context."""
    places = _in_place(report, account)
    shown = range(0) if places is None else range(places[0], places[-1])
    found = [
        (FIELDS[mark.field], _in_context(report.text(part), mark))
        for part, mark in told_by(account)
        if part != "body" or mark.start not in shown
    ]
    return list(dict.fromkeys(found))


def _in_place(report: Report, account: Account) -> tuple[int, int, int, int] | None:
    """Where in the body the sentence before the quotation begins, the quotation begins and ends, and the next ends."""
    start = _quote_start(report, account)
    if start is None:
        return None
    body, end = report.body, start + len(account.quote)
    begin = max((first for first, last in _sentences(body) if last <= start), default=start)
    stop = min((last for first, last in _sentences(body) if first >= end), default=end)
    if start - begin > BESIDE:
        begin = body.find(" ", start - BESIDE, start) + 1 or start
    if stop - end > BESIDE:
        stop = max(body.rfind(" ", end, end + BESIDE), end)
    return begin, start, end, stop


@lru_cache(maxsize=64)
def _sentences(body: str) -> tuple[tuple[int, int], ...]:
    return tuple((sentence.start, sentence.end) for block in split(body) for sentence in block.sentences)


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
