"""Says in which countries a report is likely to play: those of the sides it names, and of their enemies."""

from dashboard.extract.clauses.cues import cues_of
from dashboard.extract.clauses.sides import countries_of, enemy_of
from dashboard.records import Report


def homes(report: Report) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries of the sides that a report names ("a Russian drone"), and of their enemies.

    Small towns are then looked for there, even where a short report names neither country.
    """
    texts = (text for text in (report.title, report.body) if text)
    named = {cue.value for text in texts for cue in cues_of(text)["actors"] if cue.sense == "actor"}
    return countries_of(named | {enemy_of(side) for side in named})
