"""Says which dates of a text are those of a strike, and which day a passage is about."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.draft import FINE, LONG, NARRATED, Dated, Draft, Interval, Unit, interval, overlap
from dashboard.extract.strikes.event_days import (
    LEFT_REACH,
    NEWS,
    WHEN,
    is_event,
    is_near,
    is_recent,
    is_since,
    is_spoken_of_today,
)
from dashboard.extract.strikes.hours import is_day_before, part, resolved
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import stretch

STRUCK = ("strike", "blast", "debris")  # senses of words that tell of a strike
SINCE = timedelta(days=6)  # "since" a day no longer ago than this tells of the days up to publication
LATE = 22  # an hour of which reports are written on the next day
BEHIND_NAME = re.compile(r"(?:,\s+[A-Z][\w ]+)?,?\s+\(?")  # between the name of a dateline and its date: ", Ukraine, "
PARTS_OF_DAY = ("this morning", "this afternoon", "this evening")
# rules of the days that an entry of a diary counts from its own day: "**Wednesday.** Lorries were shelled today."
OF_THE_DAY = ("day of publication", "day before publication", "night before publication", "last evening", *PARTS_OF_DAY)
# "two days after the attack", "через два дні після удару"
THE_ATTACK, AFTER_IT = r"\s+<the_attack>", r"\s+<after>\s+<the_attack>"
ENDS_AFTER, AFTER = r"(?:^|\s)<after>$", r"\s<after>\s"  # "two days after", and not "two days after that"
UNTIL = r"\s*<until>\s*"
LISTED = r"\s*(?:,\s*<list_link>|,|<list_link>)\s*(?:(?:<speech_lead>|<in>)\s+)?"  # "on 2, 5 and on 20 June"
FIRST_END = r"<between>\s+(?:<article>\s+)?$"  # "between 2 May and 3 June"


def event_dates(
    unit: Unit,
    text: str,
    published: date | None,
    told: DateReading | None,
    night: Interval | None,
    today: DateReading | None = None,
    *,
    opens: bool = False,
) -> list[DateReading]:
    """The dates a unit gives, the one nearest to its place first.

    `told` is what "the day before" counts from, `night` the last night told of, which "the same night" means, `today`
    the day of a bare hour. `opens` says that no strike was told of before: "the previous day" counts from publication.
    """
    at = unit.places[0].occurrence.span.start if unit.places else None
    joined: list[tuple[Clause, DateReading]] = []
    before: DateReading | None = None  # the date that stands before in the sentence, be it that of a speech
    for clause in unit.clauses:
        for reading in clause.dates:
            day = before if before and interval(before) and before.granularity not in LONG else None
            known = day or (today if reading.granularity == "time" else told)
            if known is None and opens and published and is_day_before(reading):
                known = day_of_publication(published).reading
            if joined and is_day_before(reading) and _is_of_speech(*joined[-1], reading, published):
                joined.pop()  # "On Wednesday the mayor listed what had happened the day before"
            now = replace(resolved(reading, known, night, published), anchor=reading.anchor)
            now = until_now(now, text, published, alone=len(clause.dates) == 1)
            last, before = before, now
            dated = last and last.date_start and now.date_end and not are_listed(last, now, text)
            until = dated and last and pattern(UNTIL).fullmatch(text, last.end, now.start)
            ends = until and joined and last is joined[-1][1]
            if not ends and not is_event(reading if is_since(now) else now, text, published):
                continue
            if now.anchor == "reference" and _counts_from_attack(clause, text, now):
                continue
            if not joined or last is not joined[-1][1]:
                joined.append((clause, now))
            elif ends and last.date_start and now.date_end:
                phrase_read = text[last.start : now.end]
                end = max(now.date_end, last.date_start)
                before = replace(last, end=now.end, phrase=phrase_read, date_end=end)
                joined[-1] = (clause, before)
            elif f'"{last.phrase}"' in now.rule:  # "still on fire on Friday, a day after drones hit it"
                if _tells_of_strike(clause, text, now.end):
                    joined[-1:] = (
                        [(clause, now)] if at is not None and at < last.start else [*joined[-1:], (clause, now)]
                    )
            else:
                joined.append((clause, now))

    def distance(item: tuple[Clause, DateReading]) -> tuple[bool, bool, int]:
        clause, reading = item
        counted = reading.anchor == "reference"
        if at is None:
            return counted, False, reading.start
        apart = at - reading.end if reading.end <= at else reading.start - at
        return counted, not clause.start <= at < clause.end, apart

    if len(joined) > 1:
        joined = _of_what_struck(joined)
    found = [reading for _, reading in sorted(joined, key=distance)]
    days = [span for d in found if d.anchor != "reference" and d.granularity in NARRATED and (span := interval(d))]
    if days:  # "at dawn prayers on 19 November": an hour of that day, and not of the last one told of
        found = [d for d in found if d.granularity != "time" or any(overlap(interval(d), day) for day in days)]
    past = [d for d in found if d.anchor == "absolute" and not is_recent(d, published)]
    return [d for d in found if d.anchor != "reference"] if past else found  # "Before that morning ... in July 2022"


def _of_what_struck(dated: Sequence[tuple[Clause, DateReading]]) -> list[tuple[Clause, DateReading]]:
    """The dates of clauses without those of other days in clauses that tell of no strike, where some do."""
    told = [(clause, day) for clause, day in dated if clause.toll or clause.weapons or clause.has(*STRUCK)]
    days = [interval(day) for _, day in told]
    fits = [o for o in dated if o[1].granularity in NARRATED and any(overlap(interval(o[1]), known) for known in days)]
    return [one for one in dated if one in told or one in fits] if told else list(dated)


def past_dateline(clauses: Sequence[Clause], text: str, published: date | None) -> Sequence[Clause]:
    """The clauses of a sentence without the date of its dateline, where it tells of another day.

    "KYIV, July 4 - Sumy was hit on Wednesday".
    """
    first = next((d for d in clauses[0].dates if _is_of_dateline(clauses[0], d, text)), None)
    others = [d for c in clauses for d in c.dates if d is not first and d.granularity in NARRATED]
    if first is None or not any(is_event(d, text, published) for d in others):
        return clauses
    return [replace(clauses[0], dates=tuple(d for d in clauses[0].dates if d is not first)), *clauses[1:]]


def _is_of_dateline(clause: Clause, reading: DateReading, text: str) -> bool:
    """Whether a date is that of a dateline: of the day on which the report was written."""
    names = (p.occurrence.span.end for p in clause.places if p.role == "dateline")
    return any(BEHIND_NAME.fullmatch(text, end, reading.start) for end in names)


def are_listed(one: DateReading, other: DateReading, text: str) -> bool:
    """Whether a list names two days that lie apart, and no stretch of days: "on 2 and 20 June"."""
    if not one.date_end or not other.date_start or abs(other.date_start - one.date_end) <= timedelta(days=1):
        return False
    ends = is_since(one) or stretch(text, max(0, one.start - LEFT_REACH), one.start).find(FIRST_END)
    return not ends and pattern(LISTED).fullmatch(text, one.end, other.start) is not None


def _counts_from_attack(clause: Clause, text: str, reading: DateReading) -> bool:
    """Whether a day is counted from the attack, and no other told of: "two days after the attack the toll is 40"."""
    if "before" in reading.rule:
        return False
    ends_after, comma = pattern(ENDS_AFTER).search(reading.phrase), text.find(",", reading.end, clause.end)
    after = pattern(THE_ATTACK if ends_after else AFTER_IT).match(text, reading.end)
    led = ends_after or pattern(AFTER).match(text, reading.end)
    if after is None and not (led and comma > 0 and _tells_of_strike(clause, text, reading.end)):
        return False
    ends = after.end() if after else comma
    told = [cue for cue in clause.cues if cue.start >= ends]
    told = [cue for cue in told if not any(f.start <= cue.start < f.end for f in clause.figures)]  # "has reached 40"
    return not any(cue.sense in STRUCK or cue in clause.weapons for cue in told)


def _tells_of_strike(clause: Clause, text: str, start: int) -> bool:
    """Whether a strike is told of behind a place in a clause, up to the next comma."""
    comma = text.find(",", start, clause.end)
    end = clause.end if comma < 0 else comma
    return any(start <= cue.start < end and (cue.sense in STRUCK or cue in clause.weapons) for cue in clause.cues)


def _is_of_speech(clause: Clause, day: DateReading, earlier: DateReading, published: date | None) -> bool:
    """Whether a day is that of publication, and nothing is said to have struck before an earlier day is named."""
    if published is None or interval(day) != (published, published):
        return False
    between = [cue for cue in clause.cues if cue.start < earlier.start]
    return not (clause.toll or any(cue.sense in STRUCK or cue in clause.weapons for cue in between))


def spoken_before(unit: Unit, published: date | None, inherited: Interval | None) -> list[DateReading]:
    """The date of a speech in a unit without another, where it lies before the one that its strikes would take over."""
    stated = [d for c in unit.clauses for d in c.dates if is_near(d, published) and not is_spoken_of_today(d)]
    days = interval(stated[0]) if stated else None
    return stated[:1] if days and inherited and days[1] < inherited[0] else []


def until_now(reading: DateReading, text: str, published: date | None, *, alone: bool = False) -> DateReading:
    """For "since Thursday morning" the days from then to the publication, where these are few.

    "Closed since Thursday, when a drone hit it" tells of that day alone. `alone` says that no other date stands beside
    it: "since midnight" is then the day of publication.
    """
    if is_since(reading) and pattern(WHEN).match(text, reading.end):
        return replace(reading, rule=reading.rule.replace("since: ", ""))
    hour = alone and reading.date_start is None and reading.granularity == "time"
    start = published if hour else reading.date_start
    if not is_since(reading) or not start or not published or not (hour or start < published <= start + SINCE):
        return reading
    rule = reading.rule.replace("since: ", "from then to publication: ")
    days = replace(reading, date_start=start, date_end=published, granularity="days", date_prec=2, rule=rule)
    return replace(days, granularity="day", date_prec=1) if hour else days


def as_of(reading: DateReading, day: date, published: date) -> DateReading:
    """A reading in what tells of an earlier day, such as a diary's entry: "today", "last night" are that day's."""
    start, end = reading.date_start, reading.date_end
    if reading.rule not in OF_THE_DAY or start is None or end is None:
        return reading
    back = published - day
    rule = f"{reading.rule}, taken for that of the day told of"
    return replace(reading, date_start=start - back, date_end=end - back, rule=rule)


def same_time(draft: Draft, stated: Sequence[DateReading], published: date | None) -> bool:
    """Whether dates that are stated may be those of a draft."""
    known = [(reading, days) for reading in stated if (days := interval(reading))]
    if not known:
        return True
    mine = draft.interval
    if mine is None and published and known[0][0].granularity not in FINE:
        return known[0][1][1] >= published - NEWS
    if mine is None or not draft.in_body:
        return True
    return any(overlap(mine, days) and not (draft.dated and part(draft.dated.reading, one)) for one, days in known)


def day_of_publication(published: date) -> Dated:
    """The day of a report whose lines are stamped with hours alone."""
    rule = "the day of publication; the report tells its hours"
    return Dated(DateReading(0, 0, "", published, published, 1, rule, "published", None, None, "day"), "body")


def on_publication(dated: Dated, published: date | None) -> Dated | None:
    """A time of day in a report that names no date at all: that of the day it was published, a night the one before."""
    if published is None:
        return None
    if dated.reading.part_of_day == "night":
        rule = "the night before publication; the report names no other date"
        night = replace(
            dated.reading, date_start=published - timedelta(days=1), date_end=published, date_prec=1, rule=rule
        )
        return dated._replace(reading=night)
    rule = "a time of the day of publication; the report names no other date"
    day = published
    if (dated.reading.hour or 0) >= LATE:
        rule, day = "late on the day before publication; the report names no other date", published - timedelta(days=1)
    return dated._replace(reading=replace(dated.reading, date_start=day, date_end=day, date_prec=1, rule=rule))
