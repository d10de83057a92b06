"""The words behind each value of an account, as marks on a report's text, and the pieces that marks cut a text into."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.records import Account, Mention, Part

# What a mark may tell of, the most telling first.
FIELDS = ("date", "place", "strike_type", "attacker", "killed", "injured", "status", "claimed_by", "mention")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark: `text[start:end]`, which of FIELDS they tell, the value read from them, and by what rule."""

    start: int
    end: int
    field: str
    value: str | None = None
    rule: str | None = None


def field_of(name: str) -> str | None:
    """The marked field that an Account field belongs to: date_start to date, killed_low to killed."""
    return next((field for field in FIELDS if name == field or name.startswith(f"{field}_")), None)


def value_of(account: Account, field: str) -> str | None:
    """What an account states for a field, in words; `None` where that is nothing.

    Dates as ISO days "2025-07-03 to 2025-07-04"; figures with their range, "11 (10 to 12)".
    """
    if field == "date":
        days = [str(day) for day in (account.date_start, account.date_end) if day]
        return " to ".join(dict.fromkeys(days)) or None
    value = getattr(account, field)
    if field not in ("killed", "injured"):
        return None if value is None else str(value)
    low, high = getattr(account, f"{field}_low"), getattr(account, f"{field}_high")
    if low == high == value:
        return None if value is None else str(value)
    ends = " ".join(f"{word} {end}" for word, end in (("at least", low), ("at most", high)) if end is not None)
    return f"{value} ({ends})" if value is not None and ends else ends or (None if value is None else str(value))


def told_by(account: Account) -> Iterator[tuple[Part, Mark]]:
    """All words that an account was read from, field by field, each with the part that it stands in."""
    for name, spans in account.spans.items():
        if field := field_of(name):
            for span in spans:
                value, rule = value_of(account, field), account.rules.get(field)
                yield span.part, Mark(span.start, span.end, field, value, rule)


def marks_of(account: Account, part: Part = "body") -> list[Mark]:
    """The words of a body or title that an account was read from."""
    return [mark for stands_in, mark in told_by(account) if stands_in == part]


def mention_marks(mentions: Iterable[Mention], part: Part = "body") -> list[Mark]:
    """The place names that a report merely names."""
    return [Mark(m.span.start, m.span.end, "mention", m.place.name) for m in mentions if m.span.part == part]


def pieces(text: str, marks: Sequence[Mark], start: int, end: int) -> Iterator[tuple[str, list[Mark]]]:
    """`text[start:end]`, cut where a mark begins or ends, each piece with the marks over it in the order of FIELDS.

    Words that a strike was read from are not marked as a mere mention besides.
    """
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(max(start, min(end, cut)) for m in inside for cut in (m.start, m.end))})
    for left, right in pairwise(cuts):
        over = [m for field in FIELDS for m in inside if m.field == field and m.start <= left < m.end]
        if over and over[0].field != "mention":
            over = [m for m in over if m.field != "mention"]
        yield text[left:right], over
