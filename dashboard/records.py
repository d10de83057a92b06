"""The records that pass between the stages: frozen, typed, and importing nothing of the project.

Unknown is `None` everywhere, never 0 or "". Offsets count code points. Radii are metres, angles degrees (WGS 84).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

Part: TypeAlias = Literal["body", "title"]
Precision: TypeAlias = Literal["site", "district", "settlement", "raion", "admin1", "country"]
StrikeType: TypeAlias = Literal["drone", "missile", "airstrike", "shelling", "mixed", "other"]
Status: TypeAlias = Literal["confirmed", "claimed", "disputed", "unconfirmed"]
Role: TypeAlias = Literal["strike", "mention"]

PRECISIONS: tuple[Precision, ...] = ("site", "settlement", "district", "raion", "admin1", "country")
STRIKE_TYPES: tuple[StrikeType, ...] = ("drone", "missile", "airstrike", "shelling", "mixed", "other")
STATUSES: tuple[Status, ...] = ("confirmed", "claimed", "disputed", "unconfirmed")


class Span(NamedTuple):
    """Where in a report a value was read: `text[start:end]` of its body or its title."""

    start: int
    end: int
    part: Part = "body"


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `published` is the day in the publisher's own zone; the moment is kept where it is stated."""

    report_id: str
    title: str | None
    body: str
    published: date | None = None
    published_at: datetime | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def text(self, part: Part) -> str:
        """The title or the body, "" for a report without a title."""
        return self.body if part == "body" else self.title or ""

    def words(self, span: Span) -> str:
        """The words that a span covers."""
        return self.text(span.part)[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Place:
    """A name resolved to coordinates. `precision` goes beyond `Precision` only for what no strike is placed at.

    `name` is canonical ("Solomianskyi District, Kyiv"); `parent` is the city of a district; `radius_assumed` says that
    the radius is the default of the kind; `origin` names the source of the coordinates.
    """

    name: str
    kind: str
    precision: Precision | Literal["continent", "water", "other"]
    latitude: float
    longitude: float
    radius_m: float
    radius_assumed: bool
    country: str | None
    admin1: str | None
    parent: str | None
    origin: str
    population: int | None = None

    @property
    def key(self) -> tuple[str, str, str | None, str | None, str | None]:
        """What makes two places one: name, kind, parent, first-level region and country."""
        return (self.name, self.kind, self.parent, self.admin1, self.country)

    @property
    def place_id(self) -> str:
        """A short id made of the key: it outlives a correction of the coordinates."""
        return hashlib.sha256("\n".join(part or "" for part in self.key).encode()).hexdigest()[:10]


class Candidate(NamedTuple):
    """One place that a name may stand for, with the score that context gave it and the strongest reason in words."""

    place: Place
    score: float
    reason: str | None = None


class Occurrence(NamedTuple):
    """A place name in a text. `place` is `None` where equal candidates remain; `reason` says why it won."""

    span: Span
    text: str
    place: Place | None
    reason: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A place name of a report, kept with why it means what it means.

    `mention` says that its place is named without a strike being reported there. `held_back`, of a name without a
    place, is the number of strikes that the report would tell of if it had one.
    """

    report: str
    occurrence: Occurrence
    mention: bool
    held_back: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a report names without reporting a strike there."""

    report: str
    span: Span
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Account:
    """What one report says of one strike at one place. Every value has a span or a rule, or is `None`.

    `date_prec` is UCDP's 1-5 (1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year). `admin1` and `country`
    (ISO 3166-1 alpha-2) follow from the place. `spans` and `rules` are keyed by field name.
    """

    account_id: str
    report: str
    date_start: date | None
    date_end: date | None
    date_prec: int | None
    date_phrase: str | None
    place: str | None
    place_phrase: str | None
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision | None
    uncertainty_radius_m: float | None
    strike_type: StrikeType
    attacker: str
    killed: int | None
    killed_low: int | None
    killed_high: int | None
    injured: int | None
    injured_low: int | None
    injured_high: int | None
    status: Status
    claimed_by: str | None
    quote: str
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one report: its accounts with the place of each by its id, and every place name in it."""

    accounts: tuple[Account, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    names: tuple[Name, ...] = ()

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every place name, in text order, the title's first."""
        return tuple(name.occurrence for name in self.names)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The places that it merely names, in text order."""
        found = ((name.report, name.occurrence) for name in self.names if name.mention)
        return tuple(Mention(report, o.span, o.text, o.place) for report, o in found if o.place)


@dataclass(frozen=True, slots=True)
class Choice:
    """The value a strike shows for one field, the rule that chose it, and the accounts that say otherwise.

    `account_id` names the account whose value was chosen; `otherwise` pairs each other stated value with the ids of
    the accounts that state it.
    """

    value: object
    rule: str
    account_id: str
    otherwise: tuple[tuple[object, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two accounts were taken for one strike."""

    account_id: str
    other_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Strike:
    """One strike, or one night's attack, at one place and time, built from the accounts that tell of it.

    `strike_id` is the id of its earliest account; the strike answers to the id of any of its accounts. `chosen` is
    keyed by Account field. Casualties of different accounts are never added up.
    """

    strike_id: str
    accounts: tuple[Account, ...]
    chosen: Mapping[str, Choice]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A report that could not be read: its file name, the line where known, and the reason."""

    name: str
    line: int | None
    reason: str
