"""Says which stretches without a place leave the strikes told of last: for long ago, a whole wave, an attack before."""

from datetime import date

from dashboard.extract.strikes.draft import Unit
from dashboard.extract.strikes.event_days import HISTORY
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.words.stretch import Stretch

FRAME = 12  # characters before a date that opens its sentence: "Back in March 2022, ..."
BEFORE = r"<previous_one>\s+(?:[\w-]+\s+){0,3}?<attack_word>"  # "the last such barrage was on 9 January"


def opens_long_ago(unit: Unit, published: date | None) -> bool:
    """Whether a stretch opens on a day of long ago: what it tells is no part of a strike of late."""
    first = unit.clauses[0]
    day = next((d for d in first.dates if d.start - first.start <= FRAME), None)
    return bool(published and day and day.date_end and day.date_end < published - HISTORY)


def sums_up(scene: Scene, unit: Unit) -> bool:
    """Whether a paragraph behind one that looks back opens with a side's word on the report's news.

    "Moscow's defence ministry said that all targets were hit": of last night, and not of the strike a week before.
    """
    lead, days = scene.calendar.lead, [draft.interval for draft in scene.focus]
    if scene.touched or unit.places or not days or not (lead and lead.interval):
        return False
    back = all(d is not None and d[1] < lead.interval[0] for d in days)
    speaks = any(c.placed("speaker") for c in unit.clauses)
    return back and speaks and not any(c.toll or c.dates for c in unit.clauses)


def tells_of_one_before(unit: Unit, words: Stretch) -> bool:
    """Whether a stretch just says when an attack was that came before, of which the next may tell where."""
    if unit.places or any(c.figures or c.has("object", "effect") for c in unit.clauses):
        return False
    return words.find(BEFORE) is not None and not words.says("the_city")
