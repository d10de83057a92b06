"""Gives strikes without a date or a place those of the report, once all of it was read."""

import re
from collections.abc import Sequence
from datetime import date

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.dates import DateReading, resolve
from dashboard.extract.dates.grammar import Anchor, Granularity
from dashboard.extract.strikes.bearing import is_told
from dashboard.extract.strikes.dating import on_publication
from dashboard.extract.strikes.draft import COARSE, Dated, Draft
from dashboard.extract.strikes.event_days import is_event, is_near, is_recent, is_spoken_of_today
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.words.phrases import pattern
from dashboard.records import Part, Report

ABOUT = "the place that the report is about"
BEFORE = "the only place named shortly before it"
LEAD = 300  # characters of a report in which it says when all happened
NEAR = ("at", "elsewhere", "around")  # parts that a place may play which a strike is then told of


def date_the_rest(scene: Scene, clauses: Sequence[Clause]) -> None:
    """Gives drafts without a date the report's own, and drafts with a week or a month the day of it that it names."""
    own = _own_date(scene, clauses)
    if own and scene.calendar.lead is None and _is_of_one_entry(own, scene.drafts):
        own = _hour_of_the_day(scene, clauses) or own
    for draft in scene.drafts:
        if own and _holds(draft, own):
            draft.later_dates, draft.inherited = [], own
        if draft.interval is None:
            _take_over(draft, own, scene.report.published)


def place_the_rest(scene: Scene, clauses: Sequence[Clause]) -> None:
    """Puts a strike without any place at the one that the report is about, else that is named shortly before it."""
    home = scene.about()
    for draft in scene.drafts:
        abroad = any(c.placed("at") for c in draft.clauses)  # told of a whole country
        if draft.place or draft.lost or draft.joint_of or draft.tally or abroad or not is_told(draft):
            continue
        before = home is None and draft.counted and _named_before(draft, clauses)
        found = home or before or (scene.setting if draft.counted else None)
        if found:
            draft.place, draft.place_rule = found.place, BEFORE if found is before else ABOUT
            draft.names.append(found)


def _named_before(draft: Draft, clauses: Sequence[Clause]) -> Placed | None:
    """The one settlement named in the paragraph before a strike, whatever for: "my cousin lives in Vilniansk".

    Else that of the paragraph before that one.
    """
    first = draft.clauses[0]
    number = first.sentence.block
    before = [c for c in clauses if c.part == first.part and c.start < first.start]
    for block in (number, number - 1) if first.block.kind == "paragraph" else (number,):
        here = (c for c in before if c.sentence.block == block)
        named = [p for c in here for p in c.places if p.place and p.place.precision == "settlement" and p.role in NEAR]
        if named:
            return named[0] if len({p.place.key for p in named if p.place}) == 1 else None
    return None


def _own_date(scene: Scene, clauses: Sequence[Clause]) -> Dated | None:
    """A report's day: of its lead, its first dated strike, the first it names, even months ago, or a time of day."""
    published = scene.report.published
    body = [c for c in clauses if c.part == "body"]
    opening = [Dated(d, c.part) for c in body if c.sentence == body[0].sentence for d in c.dates]
    today = [d for d in opening if is_spoken_of_today(d.reading) and is_event(d.reading, scene.report.body, published)]
    if today:
        return today[0]
    lead = scene.calendar.lead
    if lead and is_near(lead.reading, published):
        return lead
    for draft in scene.drafts:
        if draft.dated and is_near(draft.dated.reading, published):
            return draft.dated
    readings = [Dated(d, c.part) for c in clauses for d in c.dates]
    stated = [d for d in readings if d.reading.anchor != "reference" and is_near(d.reading, published)]
    happened = [d for d in stated if is_event(d.reading, scene.report.text(d.part), published)]
    if stated:
        own = (happened or stated)[0]
        return _hour_before(own, scene, clauses) or own
    past = [d for d in readings if d.reading.granularity == "day" and d.reading.anchor == "absolute"]
    past = [d for d in past if is_recent(d.reading, published)]
    past = [d for d in past if is_event(d.reading, scene.report.text(d.part), published)]
    if past:
        return past[0]
    return _hour_of_the_day(scene, clauses) or _bare_night(scene.report) or _just_now(scene.report)


def _hour_before(own: Dated, scene: Scene, clauses: Sequence[Clause]) -> Dated | None:
    """The day of publication, where a post opens on an hour and names a day only farther on, for what is no strike."""
    hour = _hour_of_the_day(scene, clauses)
    if hour is None or own.part != "body" or hour.part != "body" or hour.reading.start > own.reading.start:
        return None
    of_day = next(c for c in clauses if c.part == own.part and c.start <= own.reading.start < c.end)
    told = of_day.toll or of_day.weapons or of_day.has("strike", "effect", "debris", "blast")
    return None if told or of_day.block.start == clauses[0].block.start else hour


def _hour_of_the_day(scene: Scene, clauses: Sequence[Clause]) -> Dated | None:
    """The day of publication, by the first hour that a report names without a day."""
    readings = [Dated(d, c.part) for c in clauses for d in c.dates if d.anchor == "reference"]
    hours = [d for d in readings if d.reading.part_of_day or d.reading.hour is not None]
    return on_publication(hours[0], scene.report.published) if hours else None


def _is_of_one_entry(own: Dated, drafts: Sequence[Draft]) -> bool:
    """Whether a day is that of an entry of a list, not of its first: "Kherson: two hurt. Nikopol: yesterday ..."."""
    entries = [d.clauses[0].block for d in drafts if d.in_body and d.clauses[0].block.kind == "item"]
    return own.part == "body" and any(block.start <= own.reading.start < block.end for block in entries[1:])


def _bare_night(report: Report) -> Dated | None:
    """The night before publication, where a post just says "what the night did to us"."""
    named = _opening_words(report, "<bare_night>")
    return on_publication(_dated(named, "night", "", None), report.published) if named else None


def _just_now(report: Report) -> Dated | None:
    """The day of publication, where a post just says "a minute ago"."""
    named = _opening_words(report, "<just_now>")
    return (
        _dated(named, "day", "the day of publication; the report names no other date", report.published)
        if named
        else None
    )


def _opening_words(report: Report, form: str) -> tuple[re.Match[str], Part] | None:
    """Where a form stands in the title or at the beginning of the body."""
    parts: tuple[Part, ...] = ("title", "body")
    found = ((pattern(form).search(report.text(part), 0, LEAD), part) for part in parts)
    return next(((match, part) for match, part in found if match), None)


def _dated(named: tuple[re.Match[str], Part], granularity: Granularity, rule: str, day: date | None) -> Dated:
    words, part = named
    hour = "night" if granularity == "night" else None
    anchor: Anchor = "published" if day else "reference"
    prec = 1 if day else None
    reading = DateReading(*words.span(), words.group(), day, day, prec, rule, anchor, None, hour, granularity)
    return Dated(reading, part)


def _holds(draft: Draft, own: Dated) -> bool:
    """Whether a draft has only a week or a month, told later, and the report's own date lies in it."""
    if draft.dates or draft.dated is None or draft.dated.reading.granularity not in COARSE:
        return False
    days, start = draft.interval, own.reading.date_start
    return days is not None and start is not None and days[0] <= start <= days[1]


def _take_over(draft: Draft, own: Dated | None, published: date | None) -> None:
    """Gives a draft the report's date; where it counts from another day, counts from that.

    A report that names an hour before any day tells of the day it was published: "At eleven ... Yesterday, too, ...".
    """
    mine = draft.dated
    if mine and own and mine.part == own.part == "body" and mine.reading.start < own.reading.start:
        own = on_publication(mine, published) or own
    if draft.dated and draft.dated.reading.anchor == "reference" and own and own.interval:
        draft.dates = [draft.dated._replace(reading=resolve(draft.dated.reading, own.interval))]
    else:
        draft.dates, draft.later_dates, draft.inherited = [], [], own
