"""Records for tests: a plain account, report, mention or strike, with what the test is about changed."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from dashboard.geocode.sources.reviewed import Row
from dashboard.records import Account, Mention, Name, Occurrence, Place, Report, Span

POLTAVA = Account(
    account_id="poltava#1",
    report="poltava",
    date_start=date(2025, 7, 3),
    date_end=date(2025, 7, 3),
    date_prec=1,
    date_phrase="on Thursday",
    place="Poltava",
    place_phrase="Poltava",
    admin1="Poltava Oblast",
    country="UA",
    latitude=49.589,
    longitude=34.551,
    precision="settlement",
    uncertainty_radius_m=6000.0,
    strike_type="airstrike",
    attacker="Russia",
    killed=2,
    killed_low=2,
    killed_high=2,
    injured=47,
    injured_low=47,
    injured_high=47,
    status="confirmed",
    claimed_by=None,
    quote="Two people were killed in Poltava on Thursday.",
    spans={"place": (Span(25, 32),), "killed": (Span(0, 3),), "date": (Span(36, 44),)},
    rules={"attacker": "by context"},
)
TESTOVE = Row(
    name="Testove",
    alternates=("Тестове", "Test, the"),
    kind="town",
    parent=None,
    admin1="Test Oblast",
    country="UA",
    latitude=50.123456,
    longitude=-0.0000001,
    radius_km=2.0,
    status="accepted",
    origin="survey",
    decided_by="Olena",
    decided_on=date(2025, 7, 4),
    note='seen on the "old" map',
    source="a map",
    licence="CC0",
)
SUMY_OBLAST = Place("Sumy Oblast", "oblast", "admin1", 51.0, 34.0, 90000.0, True, "UA", "Sumy Oblast", None, "OSM")


def account(account_id: str = "a#1", **changes: Any) -> Account:
    """The Poltava account under another id; its report is what stands before the `#`."""
    return replace(POLTAVA, account_id=account_id, report=account_id.split("#")[0], **changes)


def report(report_id: str = "a", **changes: Any) -> Report:
    """A report of the Poltava strike."""
    plain = Report(
        report_id, "Poltava hit", POLTAVA.quote + "\n", date(2025, 7, 4), source="Daily", url="https://a.b/c"
    )
    return replace(plain, **changes)


def mention(report_id: str = "a") -> Mention:
    """Sumy Oblast, merely named."""
    return Mention(report_id, Span(3, 14), "Sumy region", SUMY_OBLAST)


def name(mention: Mention) -> Name:
    """A mention as the name that it was read from."""
    return Name(mention.report, Occurrence(mention.span, mention.text, mention.place, "the only place"), mention=True)


def leaves(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """The commands that do something, by all their words: "gazetteer add"."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        words = f"{before}{name}"
        found |= leaves(command, f"{words} ") if isinstance(command, click.Group) else {words: command}
    return found
