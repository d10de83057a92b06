"""Walks through a report, sentence by sentence, and gathers what it tells of which strike."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.sides import at_war
from dashboard.extract.clauses.stamps import PLAIN_STAMP, newest_first
from dashboard.extract.dates import DateReading
from dashboard.extract.dates.grammar import Shift
from dashboard.extract.strikes.areas import settle, tell_jointly, tell_of_all, tell_of_country, tell_over
from dashboard.extract.strikes.asides import hear_denied, read_aside
from dashboard.extract.strikes.bearing import bears
from dashboard.extract.strikes.dating import as_of, day_of_publication, event_dates, past_dateline, spoken_before
from dashboard.extract.strikes.draft import NARRATED, Dated, Draft, Unit, names_a_day
from dashboard.extract.strikes.event_days import is_near
from dashboard.extract.strikes.explained import is_explained
from dashboard.extract.strikes.frames import tells_of_weapons
from dashboard.extract.strikes.fronted import news_first
from dashboard.extract.strikes.going_on import go_on, tell_apart, tells_ahead
from dashboard.extract.strikes.headings import heading, opening_place
from dashboard.extract.strikes.leaving import opens_long_ago, sums_up, tells_of_one_before
from dashboard.extract.strikes.plainly import is_under_fire
from dashboard.extract.strikes.pointing import pointed
from dashboard.extract.strikes.repeats import again, struck_again, tells_enough
from dashboard.extract.strikes.rest import date_the_rest, place_the_rest
from dashboard.extract.strikes.roads import on_roads
from dashboard.extract.strikes.scene import TOWNS, Scene
from dashboard.extract.strikes.subjects import all_stopped, is_judged
from dashboard.extract.strikes.tallies import counts_fire_on_region, counts_people, is_nationwide
from dashboard.extract.strikes.telling import tell_of_places
from dashboard.extract.strikes.units import ends_list, units
from dashboard.extract.strikes.unnamed import AREAS, nearer_place, places_of, unnamed_shares
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.sentences import TIMED
from dashboard.geocode import Gazetteer
from dashboard.records import Occurrence, Report

TURNS = r"[\W_]*<turns>"
AHEAD = 4  # sentences behind one that may say what was fired
LABELLED = re.compile(r"[:–—-]\s$")
SHARE = r"\W*<some_of_them>\s+<in>\s"
# "in border regions", "at four Russian airfields"
AREAS_UNNAMED = r"(?<!the )(?:<areas_unnamed>|<how_many>\s+(?:[^\W\d_a-zа-яіїєґё]\w+\s+)?<areas>)"
LOOKS_BACK = r"<looks_back>|<recently>\s*(?:[.;,)]|$)"  # "last year", "had a fire recently"
KNOWN_ONE = r"\W*<known_one>\s"  # "The drone had killed two": the one told of before
RANGE = r"<from>\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+<to>\s+[A-Z]"  # "from Kherson to Kharkiv"


def drafts_of(
    report: Report,
    title: Sequence[Clause],
    body: Sequence[Clause],
    occurrences: Sequence[Occurrence],
    gazetteer: Gazetteer,
) -> list[Draft]:
    """The strikes that a report's clauses tell of, in the order of its text, as drafts with their dates and places."""
    if not tells_of_weapons((*title, *body), report):
        return []
    scene = Scene(report, gazetteer, Counter(o.place.key for o in occurrences if o.place))
    scene.under_fire = is_under_fire(report, body)
    if report.published and newest_first(report.body, PLAIN_STAMP):
        scene.calendar.lead = day_of_publication(report.published)
    for clauses in (title, _in_order_of_time(body, report)):
        sentences = [list(group) for _, group in groupby(clauses, key=lambda clause: clause.sentence)]
        for number, sentence in enumerate(sentences, start=1):
            _read_sentence(scene, sentence, sentences[number : number + AHEAD])
    scene.drafts = [d for d in scene.drafts if not d.same_day or tells_enough(d)]
    tell_over(scene)
    place_the_rest(scene, body)
    date_the_rest(scene, (*body, *title))
    settle(scene.drafts, gazetteer)
    return scene.drafts


def _in_order_of_time(body: Sequence[Clause], report: Report) -> Sequence[Clause]:
    """The clauses as things happened: a live blog tells the newest first, so that its entries are read backwards."""
    if not newest_first(report.body, PLAIN_STAMP):
        return body
    entries: list[list[Clause]] = [[]]
    for clause in body:
        if clause.start == clause.block.start and TIMED.match(report.body, clause.start):
            entries.append([])
        entries[-1].append(clause)
    first, *timed = entries
    if not timed:
        return body
    oldest = timed[-1]
    own = sum(clause.block == oldest[0].block for clause in oldest)
    behind = oldest[own:] if own > 1 else []  # "Background": what stands below all entries is none
    timed[-1] = oldest[: len(oldest) - len(behind)]
    return [clause for entry in (first, *reversed(timed), behind) for clause in entry]


def _read_sentence(scene: Scene, clauses: Sequence[Clause], following: Sequence[Sequence[Clause]]) -> None:
    first = clauses[0]
    text = scene.report.text(first.part)
    if (first.part, first.sentence.block) != (scene.part, scene.block):
        scene.enter(first.part, first.sentence.block)
        if first.block.kind in ("item", "row") and not TIMED.match(text, first.block.start):
            scene.focus = []
    if first.sentence.start == first.block.start:
        scene.opening = True
        if pattern(TURNS).match(text, first.start):
            scene.focus = []
    scene.opening = scene.opening and _opens_block(scene, clauses, text)
    if scene.opening:
        return
    scene.armed = max(scene.armed - 1, 0)
    armed = scene.armed > 0 and any(c.toll or c.has("effect") for c in clauses)
    share = scene.armed > 0 and _is_share(clauses, text)
    telling = (scene.telling() or bool(scene.wave) or scene.under_fire or armed) and not scene.turned
    telling = telling or is_explained(clauses, following, text, placed=bool(scene.topic or scene.header or scene.home))
    clauses = on_roads(clauses, text, scene.gazetteer)
    scene.look_around(clauses)
    clauses = past_dateline(pointed(scene, clauses, text), text, scene.report.published)
    clauses = news_first(_as_of_entry(scene, clauses), text)
    if tells_ahead(clauses, following):
        scene.focus = []
    news = scene.focus
    aside = True
    for unit in units(clauses, text, bool(scene.focus)):
        headed = bool(scene.header or scene.topic) or _is_label(clauses[0], text)
        dated = names_a_day(unit.clauses)
        on_a_day = dated or scene.calendar.block is not None
        now = dated or not (scene.past or unit.words(text).find(LOOKS_BACK))
        now = now and not _is_turned(scene, unit)
        told = share or (not aside and ends_list(unit, text))
        if now and (told or any(bears(clause, text, telling, clauses, headed, on_a_day) for clause in unit.clauses)):
            _read_unit(scene, unit, text)
            hear_denied(scene)
            aside = False
        else:
            read_aside(scene, unit, text)
        if unit.clauses[0].start < clauses[0].start:
            scene.focus = news  # what follows goes on about these, and not about the strike before them
        news = scene.focus
    towns = [p for c in clauses for p in c.precise("at") if p.place and p.place.precision in TOWNS] if aside else []
    scene.near = tuple(towns) if len(towns) == 1 else ()
    days = [d for c in clauses for d in c.dates if d.granularity in NARRATED and is_near(d, scene.report.published)]
    scene.near_day = days[0] if scene.near and len(days) == 1 else None
    if not scene.touched:
        days = [d for c in clauses for d in c.dates if d.granularity == "day" and is_near(d, scene.report.published)]
        scene.spoken = days[-1] if days else scene.spoken
    if not scene.focus:
        return
    stopped = all_stopped(clauses, text) and not any(c.places for c in clauses)
    for draft in scene.focus if stopped or is_judged(first, text) else ():
        before = [c for c in draft.clauses if c.sentence != first.sentence]
        told = any(c.toll or c.has("effect", "claim") or c.names_authority for c in before)
        draft.weak = draft.weak or not (stopped and told)


def _is_turned(scene: Scene, unit: Unit) -> bool:
    """Whether a unit goes on about an accident or a crime: "They left explosives in a car. These went off at noon"."""
    return scene.turned and not unit.places and not any(c.weapons or c.has("actor") for c in unit.clauses)


def _turns_abroad(scene: Scene, unit: Unit) -> bool:
    """Whether a unit names just the country of the other side as struck: "Russia, for its part, hit Ukraine"."""
    struck = {p.place.country for c in unit.clauses for p in c.placed("at") if p.place and at_war(p.place)}
    last = [d.place for d in scene.focus]
    return bool(struck and last) and all(place and place.country not in struck for place in last)


def _as_of_entry(scene: Scene, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """A sentence's clauses, with "today" counted from the day of a diary's entry, "overnight" from that told of."""
    published = scene.report.published
    if published is None or not any(c.dates for c in clauses):
        return clauses
    day, over = scene.entry(), scene.over()
    if not (day or over):
        return clauses

    def counted(reading: DateReading) -> DateReading:
        since = day or (over if reading.shift == Shift() else None)
        return as_of(reading, since, published) if since and published else reading

    return [replace(c, dates=tuple(map(counted, c.dates))) if c.dates else c for c in clauses]


def _is_share(clauses: Sequence[Clause], text: str) -> bool:
    """Whether a sentence says without a verb where some of what was fired came down: "Two in the X district"."""
    return bool(pattern(SHARE).match(text, clauses[0].start)) and any(c.has("object") for c in clauses)


def _is_label(clause: Clause, text: str) -> bool:
    """Whether a clause just names the place that its list item is about: "• Nikopol – artillery"."""
    if clause.block.kind != "item" or clause.start != clause.block.start or clause.cues or not clause.precise("at"):
        return False
    return LABELLED.search(text, clause.start, clause.end) is not None


def _opens_block(scene: Scene, clauses: Sequence[Clause], text: str) -> bool:
    """Reads the first sentences of a block for what holds for all of it; whether that is all that one says."""
    over = heading(clauses, text, scene.report.published)
    if over:
        scene.open_section(over)
        return True
    head = opening_place(clauses, text, scene.report.published)
    if head is None:
        return False
    scene.header = head.places or scene.header
    scene.calendar.block = head.date or scene.calendar.block
    if head.alone and head.date and head.date.reading.granularity in NARRATED and not head.places:
        scene.focus = []  # "**Tuesday.** Quiet, by our standards.": the next day of a diary
        if clauses[0].block.kind == "paragraph" or text[: clauses[0].block.end].endswith(":"):
            scene.calendar.section = head.date
    return head.alone


def _read_unit(scene: Scene, unit: Unit, text: str) -> None:
    """Takes in a unit that tells of a strike: at its places, in a whole country, or where the last one was."""
    words = unit.words(text)
    dates = event_dates(
        unit, text, scene.report.published, scene.told(), scene.night(), scene.today(), opens=not scene.drafts
    )
    if not dates and unit.places:
        inherited = scene.calendar.inherited
        dates = spoken_before(unit, scene.report.published, inherited.interval if inherited else None)
    if not dates and scene.said and not words.opens(KNOWN_ONE):
        dates = [scene.said]  # "On Wednesday it was the bakery. A shell took away its corner."
    if not dates and scene.near_day and not unit.places and words.says("there"):
        dates = [scene.near_day]  # "On Tuesday they came to X. A guard there was hurt."
    scene.said = None
    dates, anew = struck_again(unit, dates, text)
    if not unit.places and (sums_up(scene, unit) or opens_long_ago(unit, scene.report.published)):
        scene.past |= not sums_up(scene, unit)
        return
    if tells_of_one_before(unit, words):
        scene.focus, scene.said = [], dates[0] if dates else None
        return
    counted = counts_people(unit.figures)
    if not unit.places and counted:
        named = [p.place for c in unit.clauses for p in c.placed("at") if p.place]
        countries = [place for place in named if place.precision == "country" and at_war(place)]
        if countries or is_nationwide(words):
            tell_of_country(scene, unit, dates, countries, unit.figures)
            return
        if tell_of_all(scene, unit, words, dates):
            return
    if not (unit.places or counted) and _turns_abroad(scene, unit):
        scene.focus = []
        return
    there = nearer_place(scene, unit, words, text) or unit.places or places_of(scene, unit, words)
    if not unit.places and any(p.place is None for c in unit.clauses for p in c.placed("at")):
        there = tuple(p for p in there if p.place and p.place.precision in AREAS)
        scene.focus = [] if there else [scene.add(Draft(None, lost=True))]
    elif not there and (counted or dates) and words.find(AREAS_UNNAMED) and not counts_fire_on_region(words):
        scene.focus = [scene.add(Draft(None, lost=True))]
    elif not there and len(shares := unnamed_shares(unit, words)) > 1:
        tell_apart(scene, unit, shares, dates)
        return
    if there and (there is scene.header or there is scene.topic) and scene.calendar.block and not dates:
        dates = [scene.calendar.block.reading]
    placed = {p.place.key: p for p in there if p.place}
    if not placed:
        go_on(scene, unit, words, dates)
    elif len(placed) > 1 and counted and words.find(RANGE):
        tell_jointly(scene, [p.place for p in placed.values() if p.place], unit, unit.figures, dates)
    else:
        tell_of_places(scene, unit, words, list(placed.values()), dates)
    for day, start in anew:
        drafts = [draft.parted(again(draft, unit, [day], words), unit, start) for draft in scene.focus]
        scene.turn_to([scene.add(draft) for draft in drafts])
    if dates and dates[0].date_start and dates[0].granularity in NARRATED:
        scene.calendar.block = Dated(dates[0], unit.part)
