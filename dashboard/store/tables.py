"""The tables of the store, their columns, and records to and from their rows.

Dates are ISO text, nested values JSON text, unknown is NULL.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from dashboard.as_json import ACCOUNT_FIELDS, DATE_FIELDS, account_from_json, account_to_json, plain
from dashboard.choose import CHOSEN_FIELDS, ONLY_ACCOUNT
from dashboard.records import (
    Account,
    Candidate,
    Choice,
    Mention,
    Merge,
    Name,
    Occurrence,
    Place,
    Report,
    Skipped,
    Span,
    Strike,
)

SCHEMA = "5"  # raise it when a table changes: a store of another schema is built anew
SEPARATOR = "; "  # between the sources, and between the urls, of one strike

REPORT_COLUMNS = ("report_id", "title", "body", "published", "published_at", "source", "url", "language")
# In `names`, `shown_at` is the place that a name means or, without one, the id of its words; `candidates` are triples
# of place_id, score and reason. `places` holds the candidates too.
NAME_COLUMNS = (
    *("report", "text", "start", "end", "part", "shown_at", "place_id", "reason", "mention", "held_back", "candidates"),
)
PLACE_COLUMNS = (
    *("place_id", "name", "kind", "precision", "latitude", "longitude", "uncertainty_radius_m", "radius_assumed"),
    *("country", "admin1", "parent", "origin", "population"),
)
STRIKE_COLUMNS = (
    *("strike_id", *CHOSEN_FIELDS, "number_of_reports", "sources", "urls", "n_accounts", "choices", "merges"),
)
TABLES: Mapping[str, tuple[str, ...]] = {
    "reports": REPORT_COLUMNS,
    "accounts": (*ACCOUNT_FIELDS, "strike_id", "place_id"),
    "strikes": STRIKE_COLUMNS,
    "places": PLACE_COLUMNS,
    "spellings": ("place_id", "words"),
    "names": NAME_COLUMNS,
    "skipped": ("name", "line", "reason"),
    "frames": ("name", "packed"),
    "meta": ("key", "value"),
}
KEYS = {
    "reports": "report_id",
    "accounts": "account_id",
    "strikes": "strike_id",
    "places": "place_id",
    "spellings": "place_id",
    "frames": "name",
    "meta": "key",
}
INDEXES = (
    *(("accounts", "report"), ("accounts", "strike_id"), ("accounts", "place_id")),
    *(("names", "report"), ("names", "shown_at")),
    *(("strikes", name) for name in ("date_start", "date_end", "strike_type", "attacker", "status", "precision")),
)


def create_script() -> str:
    """The SQL that makes the tables. Columns have no type, so that a value comes back as it went in."""
    lines = []
    for table, columns in TABLES.items():
        named = ", ".join(f'"{name}" PRIMARY KEY' if KEYS.get(table) == name else f'"{name}"' for name in columns)
        lines.append(f"CREATE TABLE {table} ({named}){' WITHOUT ROWID' if table in KEYS else ''};")
    return "\n".join(lines)


def index_script() -> str:
    """The SQL that makes the indexes."""
    return "\n".join(f"CREATE INDEX {table}_{column} ON {table} ({column});" for table, column in INDEXES)


def report_row(report: Report) -> tuple[Any, ...]:
    """A row of `reports`."""
    return tuple(plain(getattr(report, name)) for name in REPORT_COLUMNS)


def report_from_row(row: Mapping[str, Any]) -> Report:
    """The report of a row of `reports`."""
    day = date.fromisoformat(row["published"]) if row["published"] else None
    moment = datetime.fromisoformat(row["published_at"]) if row["published_at"] else None
    return Report(**{**row, "published": day, "published_at": moment})


def account_row(account: Account, strike_id: str, place: Place | None) -> tuple[Any, ...]:
    """A row of `accounts`; `place` is where it stands."""
    value = account_to_json(account)
    value |= {"spans": _dump(value["spans"]), "rules": _dump(value["rules"])}
    return (*(value[name] for name in ACCOUNT_FIELDS), strike_id, place and place.place_id)


def account_from_row(row: Mapping[str, Any]) -> Account:
    """The account of a row of `accounts`."""
    value = {name: row[name] for name in ACCOUNT_FIELDS}
    return account_from_json({**value, "spans": json.loads(row["spans"]), "rules": json.loads(row["rules"])})


def strike_row(strike: Strike, reports: Mapping[str, Report]) -> tuple[Any, ...]:
    """A row of `strikes`; sources and urls are those of its reports, in the order of publication, each once."""
    told_by = [reports[account.report] for account in strike.accounts if account.report in reports]
    choices = {
        name: [choice.rule, choice.account_id, [[plain(value), ids] for value, ids in choice.otherwise]]
        for name, choice in strike.chosen.items()
        if choice.rule != ONLY_ACCOUNT
    }
    return (
        strike.strike_id,
        *(plain(strike.chosen[name].value) for name in CHOSEN_FIELDS),
        len({account.report for account in strike.accounts}),
        _joined(report.source for report in told_by),
        _joined(report.url and "%20".join(report.url.split()) for report in told_by),
        len(strike.accounts),
        _dump(choices),
        _dump([[merge.account_id, merge.other_id, merge.reason] for merge in strike.merges]),
    )


def strike_from_row(row: Mapping[str, Any], accounts: Iterable[Account]) -> Strike:
    """The strike of a row of `strikes` and its accounts."""
    choices = json.loads(row["choices"])
    chosen = {}
    for name in CHOSEN_FIELDS:
        rule, account_id, otherwise = choices.get(name, (ONLY_ACCOUNT, row["strike_id"], []))
        others = tuple((_typed(name, value), tuple(ids)) for value, ids in otherwise)
        chosen[name] = Choice(_typed(name, row[name]), rule, account_id, others)
    merges = tuple(Merge(*merge) for merge in json.loads(row["merges"]))
    return Strike(row["strike_id"], tuple(accounts), chosen, merges)


def place_row(place: Place) -> tuple[Any, ...]:
    """A row of `places`."""
    where = (place.name, place.kind, place.precision, place.latitude, place.longitude, place.radius_m)
    more = (place.radius_assumed, place.country, place.admin1, place.parent, place.origin, place.population)
    return (place.place_id, *where, *more)


def place_from_row(row: Mapping[str, Any]) -> Place:
    """The place of a row of `places`."""
    return Place(
        name=row["name"],
        kind=row["kind"],
        precision=row["precision"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        radius_m=row["uncertainty_radius_m"],
        radius_assumed=bool(row["radius_assumed"]),
        country=row["country"],
        admin1=row["admin1"],
        parent=row["parent"],
        origin=row["origin"],
        population=row["population"],
    )


def words_id(text: str) -> str:
    """The id of a name that has no place: the same for the same words, however they are spaced or in capitals."""
    return hashlib.sha256(f"words\n{' '.join(text.casefold().split())}".encode()).hexdigest()[:10]


def name_row(name: Name) -> tuple[Any, ...]:
    """A row of `names`."""
    meant = name.occurrence
    place_id = meant.place and meant.place.place_id
    where = (meant.text, meant.span.start, meant.span.end, meant.span.part, place_id or words_id(meant.text), place_id)
    weighed = [[each.place.place_id, each.score, each.reason] for each in meant.candidates]
    return (name.report, *where, meant.reason, name.mention, name.held_back, _dump(weighed))


def name_from_row(row: Mapping[str, Any], places: Mapping[str, Place]) -> Name:
    """The name of a row of `names`; `places` holds its place and its candidates by place_id."""
    weighed = tuple(Candidate(places[place_id], score, why) for place_id, score, why in candidates_of(row))
    meant = places[row["place_id"]] if row["place_id"] else None
    occurrence = Occurrence(Span(row["start"], row["end"], row["part"]), row["text"], meant, row["reason"], weighed)
    return Name(row["report"], occurrence, bool(row["mention"]), row["held_back"])


def candidates_of(row: Mapping[str, Any]) -> list[tuple[str, float, str | None]]:
    """Of a row of `names`, the candidates: place_id, score, reason."""
    return [(place_id, score, why) for place_id, score, why in json.loads(row["candidates"])]


def mention_from_row(row: Mapping[str, Any]) -> Mention:
    """The mention of a row of `names` joined with its row of `places`."""
    return Mention(row["report"], Span(row["start"], row["end"], row["part"]), row["text"], place_from_row(row))


def skipped_row(skipped: Skipped) -> tuple[Any, ...]:
    """A row of `skipped`."""
    return (skipped.name, skipped.line, skipped.reason)


def _typed(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name in DATE_FIELDS and value else value


def _joined(texts: Iterable[str | None]) -> str | None:
    """Each stated text once, in order; a separator within a text becomes a comma, so that they can be told apart."""
    stated = dict.fromkeys(text.replace(SEPARATOR, ", ") for text in texts if text)
    return SEPARATOR.join(stated) or None


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=plain)
