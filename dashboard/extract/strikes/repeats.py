"""Says whether a stretch tells of another strike at a place that was struck before, and makes a draft of that one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.extract.clauses.hours_apart import is_new
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.bearing import is_downed, strong
from dashboard.extract.strikes.dating import are_listed, same_time
from dashboard.extract.strikes.draft import Dated, Draft, Unit, interval, overlap
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.strikes.tallies import counts_people
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.sentences import TIMED
from dashboard.extract.words.stretch import Stretch, stretch

# The hours that parts of a day may take in; those of the night before count on from the evening.
HOURS = {"night": (-4, 6), "early": (-1, 9), "morning": (4, 12), "afternoon": (11, 18), "evening": (15, 24)}
RUN_ON = ({"evening", "night"}, {"night", "early"}, {"early", "morning"})
AT_ONCE = 2  # hours within which fire on one place is told of as one strike
LATER = r"<later_that_day>|(?<!half )<hour_later>"
ON_RESCUERS = r"<on_rescuers>"
ANEW = r"<struck_anew>"
# One more of what was fired, told by a bare number: "A second one at 11:40 struck", "At noon another followed"
ONE_ANEW = (
    r"[\W_]*(?:[^,.;:]{1,30},\s+)?<one_more>(?:\s+<one_of_them>)?(?:,|\s+<does_damage>|\s+<follows>|\s+<at_an_hour>)\s"
)
UNDONE = ("intercepted", "launch", "generic", "unreal")
EARLIER = r"<earlier_that_day>(?!\s+the\s)"  # and not "hours before the missile hit"
AND_AGAIN = r"(?:<and_again>|<and>\s+(?:[\w'’-]+\s+){1,4}?<again>)\s+(?:(?:<speech_lead>|<in>)\s+(?:<article>\s+)?)?$"
# A day and what was hit on it, told without a verb: "A mill was hit on Sunday, and on Monday, a school"
AND_ON, A_THING = r"<and>\s+(?:(?:<speech_lead>|<in>)\s+)?$", r",?\s+(?:<clause_begins>|<article>|<how_many>)\s"
AND_MORE = r",?\s+<list_link>\s+(?:[\w-]+\s+){1,5}?(?:(?:<speech_lead>|<in>)\s+)?"  # between two days
OFTEN = 20  # strikes on one place on one day that are told apart
MOST = 50  # dates and clauses of a strike that are looked at: the time to read a text grows with its length alone
LEFT_REACH = 60  # characters before a date


def is_another(scene: Scene, unit: Unit, dates: Sequence[DateReading]) -> bool:
    """Whether a date belongs to another strike, and not to a later count of the dead of the last one."""
    if not dates or any(same_time(draft, dates, scene.report.published) for draft in scene.focus):
        return False
    told = scene.told()
    if told is None or told.date_start is None or dates[0].date_start is None or dates[0].date_start < told.date_start:
        return True
    if unit.words(scene.report.text(unit.part)).says("once_more"):
        return True
    return any(c.weapons or c.has("strike") or (c.has("effect") and c.has("object")) for c in unit.clauses)


def is_apart(draft: Draft, unit: Unit, words: Stretch, dates: Sequence[DateReading]) -> bool:
    """Whether a stretch tells of a strike of the same day apart from a draft: another hour, or "a second strike".

    A second one that follows at once, on those who came to help, is none.
    """
    if unit.part == "title" or not draft.in_body or draft.joint_of or draft.same_day > OFTEN:
        return False
    counted = any(f.best for f in unit.figures) and draft.counted_in_body
    if counted and words.says("separate"):
        return True
    parallel = (
        counted and all(map(is_new, unit.figures)) and draft.clauses[-1].sentence == unit.clauses[0].sentence
    )  # "one at 8 am, two at noon"
    another = bool(words.opens(ONE_ANEW))
    anew = another or bool(words.find(ANEW))
    strikes = (another and any(map(_harms, unit.clauses))) or any(
        _strikes(c, words.text) or (anew and _is_struck(c)) for c in unit.clauses
    )
    if not (parallel or strikes) or words.find(ON_RESCUERS):
        return False
    if not unit.places and any(p.place for c in unit.clauses for p in c.placed("at")):
        return False  # "missiles were fired at Ukraine": on a country
    if not any(map(strong, draft.clauses[-MOST:])):
        return False
    mine, its = _fired(draft.clauses[-MOST:]), _fired(unit.clauses)
    if words.find(LATER):
        return True
    others = bool(mine and its and mine.isdisjoint(its))
    if others and (anew or words.find(EARLIER)):
        return True
    here = [d for d in dates if _hours(d) and (anew or not _is_stamp(d, words.text))]
    if not here:
        return False
    told = [dated.reading for dated in (*draft.dates[-MOST:], *draft.later_dates[-MOST:])]
    if not told and draft.inherited:
        told = [draft.inherited.reading]
    before = [d for d in told if _hours(d) and (anew or not _is_stamp(d, words.text))]
    if not before:
        return (draft.counted_in_body or counts_people(unit.figures)) and (others or anew)
    if another and all(d.hour is not None for d in here):
        return not any(one.phrase == other.phrase for one in here for other in before)
    if others:
        return not any(_hours(one) == _hours(other) for one in here for other in before)
    return not any(_meet(one, other, anew=anew) for one in here for other in before)


def _strikes(clause: Clause, text: str) -> bool:
    """Whether a clause names what was fired and that it struck, or whom or what it hit."""
    fired, struck = bool(clause.weapons), clause.has("strike")
    if clause.toll:
        return fired or struck
    return fired and (struck or clause.hits) and not (clause.has(*UNDONE) or is_downed(clause, text))


def _harms(clause: Clause) -> bool:
    """Whether a clause tells of something hit or somebody hurt."""
    return (clause.has("strike", "effect") or bool(clause.toll)) and not clause.has(*UNDONE)


def _is_struck(clause: Clause) -> bool:
    """Whether a clause names an attack on a place, with whatever: "the district came under fire"."""
    return clause.has("strike") and not clause.has(*UNDONE)


def _is_stamp(reading: DateReading, text: str) -> bool:
    """Whether a time opens a line, as that of a live blog's entry does: when it was written."""
    stamp = TIMED.match(text, text.rfind("\n", 0, reading.start) + 1)
    return stamp is not None and reading.end <= stamp.end()


def apart(draft: Draft, unit: Unit, dates: Sequence[DateReading], words: Stretch) -> Draft:
    """Another strike at the same place on the same day."""
    other = again(draft, unit, dates, words)
    other.same_day = draft.same_day + 1
    return other


def tells_enough(draft: Draft) -> bool:
    """Whether a further strike of a day is told of by itself: what was fired and what that hit, or what a raid did."""
    did = any(c.has("object", "effect") for c in draft.clauses) and any(c.has("strike") for c in draft.clauses)
    return did or any(map(strong, draft.clauses[-MOST:]))


def struck_again(
    unit: Unit, dates: Sequence[DateReading], text: str
) -> tuple[list[DateReading], list[tuple[DateReading, int]]]:
    """The dates of a stretch, and those of further strikes there, each with where the figures of that begin.

    "On 16 September and again four days later", "on 2 and 20 June", "killed two on Monday and three on Wednesday".
    """
    anew: list[tuple[DateReading, int]] = []
    for before, here in pairwise(sorted(dates, key=lambda reading: reading.start)):
        if not (before is dates[0] or here is dates[0] or any(before is day for day, _ in anew)):
            continue
        left = stretch(text, max(before.end, here.start - LEFT_REACH), here.start)
        repeated = left.find(AND_AGAIN) or (left.find(AND_ON) and pattern(A_THING).match(text, here.end))
        if repeated or are_listed(before, here, text):
            anew.append((here, here.start))
        elif _are_counted_apart(unit, before, here, text):
            anew.append((here, before.end))
    further = [day for day, _ in anew]
    return [d for d in dates if d not in further], anew


def _are_counted_apart(unit: Unit, one: DateReading, other: DateReading, text: str) -> bool:
    """Whether people are counted for a day, and behind it more for another: "two on Monday and three on Wednesday"."""
    before = [f for f in unit.figures if f.best and f.end <= one.start]
    between = [f for f in unit.figures if one.end <= f.start and f.end <= other.start]
    new = between and all(f.best and not (f.subset or f.update or f.superseded) for f in between)
    if not (before and new) or overlap(interval(one), interval(other)):
        return False
    return pattern(AND_MORE).fullmatch(text, one.end, other.start) is not None


def again(draft: Draft, unit: Unit, dates: Sequence[DateReading], words: Stretch) -> Draft:
    """Another strike at the same place, with the same thing where the words say "again"."""
    wave = tuple(c for c in draft.clauses if c.weapons) if words.says("again") else ()
    days = draft.interval
    dated = [Dated(reading, unit.part) for reading in dates if reading.date_start]
    if not dated and days and dates and _hours(dates[0]):
        part = dates[0].part_of_day
        first = days[0] if part in ("night", "evening") else days[1]
        last = first if part == "evening" else days[1]
        dated = [Dated(replace(dates[0], date_start=first, date_end=last, date_prec=1), unit.part)]
    return Draft(draft.place, names=list(draft.names), dates=dated, inherited=draft.dated, wave=wave)


def _hours(reading: DateReading) -> tuple[int, int] | None:
    """The hours of a day that a reading may mean; none where it names no time of the strike itself."""
    if reading.rule.partition(":")[0] in ("since", "until", "by", "as of"):
        return None
    if reading.hour is not None:
        return reading.hour, reading.hour + 1
    return HOURS.get(reading.part_of_day or "")


def _meet(one: DateReading, other: DateReading, *, anew: bool) -> bool:
    """Whether the hours of two readings may be those of one strike; those before midnight may be of a night.

    Two parts of a day are two times, but those that run into each other: these are, if something struck `anew`.
    """
    mine, its = _hours(one), _hours(other)
    if mine is None or its is None:
        return True
    if one.hour is None and other.hour is None:
        parts = {one.part_of_day, other.part_of_day}
        return len(parts) == 1 or (not anew and any(parts <= each for each in RUN_ON))
    near = 0 if anew else AT_ONCE - 1
    return any(mine[0] + day < its[1] + near and its[0] < mine[1] + day + near for day in (-24, 0, 24))


def _fired(clauses: Iterable[Clause]) -> set[str | None]:
    return {cue.value for clause in clauses for cue in clause.weapons}
