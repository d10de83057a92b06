"""Records to and from plain JSON values: what the command line prints, and what store and cache keep."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from dashboard.records import Account, Mention, Occurrence, Place, Role, Span

ACCOUNT_FIELDS = tuple(field.name for field in fields(Account))
DATE_FIELDS = frozenset({"date_start", "date_end"})


def plain(value: object) -> Any:
    """A value as JSON has it: a date becomes its ISO text, all else stays."""
    return value.isoformat() if isinstance(value, date) else value


def spans_to_json(spans: Mapping[str, tuple[Span, ...]]) -> dict[str, list[dict[str, Any]]]:
    """`{field: [{"in": "body" or "title", "start", "end"}, ...]}`, in code points."""
    return {
        name: [{"in": span.part, "start": span.start, "end": span.end} for span in found]
        for name, found in sorted(spans.items())
    }


def spans_from_json(value: Mapping[str, list[dict[str, Any]]]) -> dict[str, tuple[Span, ...]]:
    """What `spans_to_json` was given."""
    return {name: tuple(Span(one["start"], one["end"], one["in"]) for one in found) for name, found in value.items()}


def account_to_json(account: Account) -> dict[str, Any]:
    """Every Account field under its own name; dates as ISO text."""
    values = {name: plain(getattr(account, name)) for name in ACCOUNT_FIELDS}
    return values | {"spans": spans_to_json(account.spans), "rules": dict(sorted(account.rules.items()))}


def account_from_json(value: Mapping[str, Any]) -> Account:
    """What `account_to_json` was given."""
    dates = {name: date.fromisoformat(value[name]) if value[name] else None for name in DATE_FIELDS}
    return Account(**{**value, **dates, "spans": spans_from_json(value["spans"])})


def mention_to_json(mention: Mention) -> dict[str, Any]:
    """The fields of a mention, its span and its place as nested objects."""
    return asdict(mention)


def mention_from_json(value: Mapping[str, Any]) -> Mention:
    """What `mention_to_json` was given."""
    return Mention(value["report"], Span(**value["span"]), value["text"], Place(**value["place"]))


def occurrence_to_json(occurrence: Occurrence, report: str, role: Role) -> dict[str, Any]:
    """One place name in a text, as `strikemap places` prints it; the place's fields are null where it is ambiguous."""
    place = occurrence.place
    return {
        "report": report,
        "text": occurrence.text,
        "start": occurrence.span.start,
        "end": occurrence.span.end,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "precision": place.precision if place else None,
        "role": role,
    }
