"""A small store made by hand: strikes of each precision, one told by two reports, one undated, one hostile."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.merge import merge
from dashboard.records import Account, Mention, Place, Report, Skipped, Span
from dashboard.store.write import write_store
from tests.factories import name

FIRST_BODY = (
    "On Thursday an airstrike on Poltava killed two people and injured 47, officials said.\n\n"
    "A district of Kyiv burned overnight after drones came down; Sumy was calm."
)
LATER_BODY = "The toll of Thursday's strike on Poltava has risen to four dead, the mayor said."
HOSTILE = '<img src=x onerror=alert(1)>${alert(1)}`</script>[x](javascript:alert(1))"'

BLANK = Account(
    account_id="",
    report="",
    date_start=None,
    date_end=None,
    date_prec=None,
    date_phrase=None,
    place=None,
    place_phrase=None,
    admin1=None,
    country=None,
    latitude=None,
    longitude=None,
    precision=None,
    uncertainty_radius_m=None,
    strike_type="other",
    attacker="unknown",
    killed=None,
    killed_low=None,
    killed_high=None,
    injured=None,
    injured_low=None,
    injured_high=None,
    status="confirmed",
    claimed_by=None,
    quote="",
)


def spans(body: str, **words: str) -> dict[str, tuple[Span, ...]]:
    """For each field, where its words stand in a body."""
    return {field: (Span(body.index(w), body.index(w) + len(w)),) for field, w in words.items()}


def account(number: int, report: str, **values: Any) -> Account:
    """An account with the values that a test is about."""
    return replace(BLANK, account_id=f"{report}-{number}", report=report, **values)


def at(place: str, precision: str, latitude: float, longitude: float, radius: float) -> dict[str, Any]:
    """The place fields of an account."""
    return {
        "place": place,
        "precision": precision,
        "latitude": latitude,
        "longitude": longitude,
        "uncertainty_radius_m": radius,
        "country": "UA",
        "admin1": "Poltava Oblast",
    }


def on(start: date, end: date | None = None) -> dict[str, Any]:
    """The date fields of an account."""
    return {"date_start": start, "date_end": end or start, "date_prec": 1 if end in (None, start) else 2}


REPORTS = (
    Report(
        "first", "Strikes of Thursday", FIRST_BODY, date(2025, 7, 4), None, "News One", "https://one.example/a", "en"
    ),
    Report("later", "Toll rises", LATER_BODY, date(2025, 7, 12), None, "News Two", "https://two.example/b", "en"),
    Report("hostile", HOSTILE, f"Drones hit {HOSTILE} today.", date(2025, 8, 1), None, HOSTILE, "javascript:alert(1)"),
    Report("quiet", "Talks go on", "Nothing was hit in Denmark.", date(2025, 7, 5), None, "News One", None, "en"),
)
POLTAVA = at("Poltava", "settlement", 49.589, 34.554, 6000)
ACCOUNTS = (
    account(
        1,
        "first",
        **on(date(2025, 7, 3)),
        **POLTAVA,
        strike_type="airstrike",
        attacker="Russia",
        killed=2,
        injured=47,
        date_phrase="On Thursday",
        claimed_by="officials",
        quote=FIRST_BODY.split("\n")[0],
        spans=spans(
            FIRST_BODY, date="On Thursday", strike_type="airstrike", place="Poltava", killed="two people", injured="47"
        ),
    ),
    account(
        2,
        "first",
        **on(date(2025, 7, 3), date(2025, 7, 4)),
        **at("Solomianskyi District, Kyiv", "district", 50.43, 30.45, 4000),
        strike_type="drone",
        attacker="Russia",
        status="claimed",
        date_phrase="overnight",
        quote="A district of Kyiv burned overnight after drones came down;",
        spans=spans(FIRST_BODY, date="overnight", strike_type="drones", place="Kyiv"),
    ),
    account(
        1,
        "later",
        **on(date(2025, 7, 3)),
        **POLTAVA,
        strike_type="airstrike",
        attacker="Russia",
        killed=4,
        quote=LATER_BODY,
        spans=spans(LATER_BODY, date="Thursday", place="Poltava", killed="four dead"),
    ),
    account(
        3, "first", **on(date(2025, 7, 2)), **at("Kursk Oblast", "admin1", 51.7, 35.3, 90000), strike_type="missile"
    ),
    account(4, "first", **on(date(2025, 6, 30), date(2025, 7, 3)), **at("Ukraine", "country", 49.0, 32.0, 600000)),
    account(5, "first", **POLTAVA, strike_type="shelling", quote="no date is known"),
    account(
        1,
        "hostile",
        **on(date(2025, 8, 1)),
        **at(HOSTILE, "settlement", 48.0, 37.8, 2000),
        strike_type="drone",
        quote=f"Drones hit {HOSTILE} today.",
        spans=spans(f"Drones hit {HOSTILE} today.", place=HOSTILE),
    ),
    account(2, "hostile", **on(date(2025, 8, 1)), strike_type="drone", quote="nowhere"),
)


def mention(report: str, called: str, precision: str, latitude: float, longitude: float) -> Mention:
    """A place that a report merely names."""
    place = Place(called, "city", precision, latitude, longitude, 5000, True, "UA", None, None, "test")  # type: ignore[arg-type]
    return Mention(report, Span(0, len(called)), called, place)


MENTIONS = (
    mention("first", "Sumy", "settlement", 50.91, 34.8),
    mention("later", "Sumy", "settlement", 50.91, 34.8),
    mention("first", "Kharkiv Oblast", "admin1", 49.5, 36.5),
    mention("first", "Poltava", "settlement", 49.589, 34.554),
    mention("quiet", "Denmark", "country", 56.0, 9.5),
    mention("hostile", HOSTILE, "settlement", 47.0, 36.0),
)


def write(path: Path, skipped: bool = True) -> None:
    """Writes the small store to a file."""
    published = {report.report_id: report.published for report in REPORTS}
    write_store(
        path,
        reports=REPORTS,
        strikes=merge(ACCOUNTS, published),
        names=[name(each) for each in MENTIONS],
        skipped=[Skipped("broken.txt", 3, "published is 'soon', which is no date")] if skipped else [],
    )
