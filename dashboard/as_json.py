"""Records to and from plain JSON values: what the command line prints, and what store and cache keep."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from dashboard.records import Account, Candidate, Extraction, Name, Occurrence, Place, Role, Span

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


def extraction_to_json(found: Extraction) -> dict[str, Any]:
    """What was read from a report; each place stands there once, and is named by its number elsewhere."""
    numbers: dict[Place, int] = {}

    def number(place: Place | None) -> int | None:
        return None if place is None else numbers.setdefault(place, len(numbers))

    names = [
        [
            *(name.report, name.occurrence.text, name.occurrence.span._asdict(), number(name.occurrence.place)),
            *(name.occurrence.reason, name.mention, name.held_back),
            [[number(each.place), each.score, each.reason] for each in name.occurrence.candidates],
        ]
        for name in found.names
    ]
    return {
        "accounts": [account_to_json(account) for account in found.accounts],
        "names": names,
        "at": {account_id: number(place) for account_id, place in found.places.items()},
        "places": [asdict(place) for place in numbers],
    }


def extraction_from_json(value: Mapping[str, Any]) -> Extraction:
    """What `extraction_to_json` was given."""
    places = [Place(**place) for place in value["places"]]
    names = []
    for report, text, span, place, reason, mention, held_back, candidates in value["names"]:
        weighed = tuple(Candidate(places[number], score, why) for number, score, why in candidates)
        meant = None if place is None else places[place]
        names.append(Name(report, Occurrence(Span(**span), text, meant, reason, weighed), mention, held_back))
    return Extraction(
        accounts=tuple(map(account_from_json, value["accounts"])),
        places={account_id: places[number] for account_id, number in value["at"].items()},
        names=tuple(names),
    )


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
