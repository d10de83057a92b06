"""Finds every place name of a report and what it means."""

from typing import cast

from dashboard.geocode.context import Reading, resolve
from dashboard.geocode.gazetteer import Gazetteer
from dashboard.geocode.reading import read_names
from dashboard.geocode.refusal import kept
from dashboard.records import Occurrence, Part, Report


def find_places(report: Report, gazetteer: Gazetteer) -> tuple[Occurrence, ...]:
    """Every place name in a report's title and body, in text order (title first), no two overlapping.

    A name with equal candidates has no place, but its candidates with their scores.
    """
    readings = []
    for part in ("title", "body"):
        text = report.text(cast(Part, part))
        if text:
            tokens, matches = read_names(text, gazetteer)
            readings.append(Reading(cast(Part, part), text, tokens, kept(text, tokens, matches)))
    return resolve(readings, gazetteer)
