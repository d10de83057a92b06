"""Files of reports -> accounts or place names, one report after the other, for `extract` and `places`."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from dashboard.as_json import account_to_json, occurrence_to_json
from dashboard.errors import ReportError
from dashboard.geocode.names.unknown import UNKNOWN
from dashboard.pipeline import read_report
from dashboard.records import Account, Extraction, Occurrence, Report, Role, Skipped
from dashboard.reports import read_folder
from dashboard.settings import Settings

Row = dict[str, Any]
Read = TypeVar("Read")


def accounts_of_files(settings: Settings, paths: Sequence[Path], published: date | None) -> Iterator[Row | Skipped]:
    """The accounts of each report as JSON objects, and each file that could not be read."""
    return _each(settings, paths, published, lambda _, found: [account_to_json(account) for account in found.accounts])


def places_of_files(settings: Settings, paths: Sequence[Path], published: date | None) -> Iterator[Row | Skipped]:
    """The place names in the body of each report as JSON objects, and each file that could not be read."""
    return _each(settings, paths, published, _places)


def explained_of_files(
    settings: Settings, paths: Sequence[Path], published: date | None
) -> Iterator[tuple[Report, Extraction] | Skipped]:
    """Each report with all that was read from it, and each file that could not be read."""
    return _each(settings, paths, published, lambda report, found: [(report, found)])


def _each(
    settings: Settings,
    paths: Sequence[Path],
    published: date | None,
    rows: Callable[[Report, Extraction], list[Read]],
) -> Iterator[Read | Skipped]:
    reports, skipped = read_folder(paths, published)
    yield from skipped
    for report in reports:
        try:
            yield from rows(report, read_report(settings, report))
        except ReportError as error:
            yield Skipped(report.report_id, error.line, error.reason)


def _places(report: Report, found: Extraction) -> list[Row]:
    return [
        occurrence_to_json(occurrence, report.report_id, _role(occurrence, found.accounts))
        for occurrence in found.occurrences
        if occurrence.span.part == "body" and occurrence.reason != UNKNOWN  # a guess: whether it is a place is unsure
    ]


def _role(occurrence: Occurrence, accounts: Sequence[Account]) -> Role:
    """ "strike" where an account of the report was read from this name, or stands at this place."""
    place = occurrence.place
    for account in accounts:
        if occurrence.span in account.spans.get("place", ()):
            return "strike"
        if place and (place.name, place.admin1, place.country) == (account.place, account.admin1, account.country):
            return "strike"
    return "mention"
