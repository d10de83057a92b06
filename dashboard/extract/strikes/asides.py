"""Reads what a stretch without a strike of its own says about the last one: its place, its day, no harm."""

from collections.abc import Sequence
from datetime import date

from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.clauses.sides import at_war
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.areas import of_who_speaks, spared
from dashboard.extract.strikes.bearing import is_harmless, strong
from dashboard.extract.strikes.dating import day_of_publication, same_time, until_now
from dashboard.extract.strikes.draft import FINE, NARRATED, Dated, Draft, Unit, contains
from dashboard.extract.strikes.event_days import HISTORY, is_event, is_near, is_spoken_of_today
from dashboard.extract.strikes.hours import is_day_before, resolved
from dashboard.extract.strikes.locating import FRONTED, is_suburb, says_where, tells_of_victims
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.strikes.telling import beside
from dashboard.extract.words.phrases import phrase
from dashboard.extract.words.stretch import Stretch, stretch
from dashboard.records import Place

DENIED = 5  # places of a block where nobody was hurt that may be told to be struck behind
ARMED = 3  # sentences from a weapon to the harm that it did
LISTED = "listed right after the strike is told of"
CLOSING = 3  # characters behind a day that ends its sentence
IT_BEGAN = r"[\W_]*<it_began>"  # "It began in the small hours of Tuesday."
LEAD_BLOCKS = 2  # the paragraphs after the first that still set the day of the report
MOST = 8  # strikes of one sentence that are looked back at
NOT_FIRED = ("intercepted", "supply", "generic", "unreal", "alert", "launch")  # of weapons that hit nothing here
TURNS_TO = ("ground", "notstrike", "labour")  # what a passage may turn to
GOES_ON = r"[\W_]*<goes_on>"
PUT_RIGHT = r"[\W_]*<corrects>"


def read_aside(scene: Scene, unit: Unit, text: str) -> None:
    """Takes in a unit that bears no strike."""
    words = unit.words(text)
    scene.past |= words.says("looks_back") or _is_of_long_ago(unit, scene.report.published)
    if scene.past or _puts_right(scene, unit, text, words):
        return
    handled = any(c.whole.says("handled") for c in unit.clauses)
    for draft in scene.focus if handled else ():  # "two died when a shell blew up; they were sawing it open"
        draft.weak |= not any(c.has("strike") for c in draft.clauses)
    disposal = handled or words.says("disposal")
    if disposal or any(c.has("unreal", *TURNS_TO) for c in unit.clauses):
        if disposal or any(c.has(*TURNS_TO) and (not c.weapons or c.has("denial")) for c in unit.clauses):
            scene.turned = True
            if unit.places:
                scene.focus = []
    else:
        places = [p for p in unit.places if p.place and at_war(p.place)] or unit.places
        fronted = places and _is_fronted(places[0], unit)
        dates = _dates(scene, unit, text)
        for placed in reversed(places) if fronted else places:  # a passage is about the place it opens with
            _place_last(scene, placed, unit, text, dates)
    _date_last(scene, unit, text, words)
    fired = [c for c in unit.clauses if c.weapons]
    if fired and not any(c.has(*NOT_FIRED, *TURNS_TO, "past", "drill") for c in unit.clauses):
        scene.armed = ARMED
    denied = [figure for figure in unit.figures if figure.negated]
    if unit.places:
        _deny_at(scene, unit, denied)
        return
    never = words.says("never_was") and not any(c.has("actor") for c in unit.clauses)  # a side's denial is its word
    if never or any(c.has("cause") for c in unit.clauses):
        block = unit.clauses[0].block
        wrongly = never or stretch(text, block.start, block.end).says("told_wrongly")
        for draft in scene.focus:
            draft.weak = draft.clauses[-1].block == block and (wrongly or not any(c.weapons for c in draft.clauses))
    if is_harmless(words):
        for draft in scene.focus:
            draft.weak |= draft.in_body and not any(c.has("object", "effect") or c.toll for c in draft.clauses)
    used = words.says("used")
    for draft in scene.focus:
        near = (
            (used or draft.counted or draft.tally)
            and draft.clauses
            and draft.clauses[-1].block == unit.clauses[0].block
        )
        if fired and not any(c.has(*NOT_FIRED) and not (near and c.has("launch")) for c in unit.clauses):
            draft.told_weapons += fired
    over = scene.topic or scene.header
    if denied and over and not (scene.touched or any(_is_at(draft, over) for draft in scene.focus)):
        _keep_denied(scene, over, unit)
    elif denied:
        for draft in _unhurt(scene, unit, words, denied):
            draft.tell(unit, denied)


def _unhurt(scene: Scene, unit: Unit, words: Stretch, denied: Sequence[Figure]) -> Sequence[Draft]:
    """The strikes at which nobody was hurt, by a stretch that names none of their places: those that its words speak
    of, those in the area whose official says so, else all that the sentence before tells of ("A burned; in B windows
    broke. Nobody was hurt.")."""
    if (told := spared(scene, words, denied)) is not scene.focus:
        return told
    if (there := of_who_speaks(scene, unit)) is not scene.focus:
        return there
    last = scene.focus[0].clauses[-1] if len(scene.focus) == 1 and scene.focus[0].clauses else None
    if last is None or last.block != unit.clauses[0].block or last.sentence == unit.clauses[0].sentence:
        return scene.focus
    beside_it = [d for d in scene.drafts[-MOST:] if d.clauses and d.clauses[-1].sentence == last.sentence]
    return [d for d in beside_it if d in scene.focus or not d.figures]


def hear_denied(scene: Scene) -> None:
    """Adds that nobody was hurt to the strikes told of last, where the block said so before: "X: none hurt. A shed"."""
    for places, unit in scene.denied:
        for draft in scene.focus:
            if _is_at(draft, places) and not draft.figures:
                draft.tell(unit, [figure for figure in unit.figures if figure.negated])


def _keep_denied(scene: Scene, places: Sequence[Placed], unit: Unit) -> None:
    scene.denied = (*scene.denied, (tuple(places), unit))[-DENIED:]


def _is_at(draft: Draft, places: Sequence[Placed]) -> bool:
    return draft.place is not None and any(p.place is not None and p.place.key == draft.place.key for p in places)


def _is_of_long_ago(unit: Unit, published: date | None) -> bool:
    """Whether a stretch tells of a strike of years ago, as the sentences behind it then do."""
    days = [d.date_end for c in unit.clauses for d in c.dates if d.date_end and d.granularity in FINE]
    if published is None or not days or not any(c.weapons or c.has("strike") for c in unit.clauses):
        return False
    return max(days) < published - HISTORY


def _deny_at(scene: Scene, unit: Unit, denied: Sequence[Figure]) -> None:
    """Adds that nobody was hurt to the strikes told of last at the places of a unit: "nobody was hurt in Sumy"."""
    ahead = False
    for key in {p.place.key for p in unit.places if p.place} if denied else ():
        draft = next((d for d in reversed(scene.drafts) if d.place and d.place.key == key), None)
        ahead |= draft is None
        if draft is not None:
            draft.tell(unit, denied)
    if ahead:
        _keep_denied(scene, unit.places, unit)


def _puts_right(scene: Scene, unit: Unit, text: str, words: Stretch) -> bool:
    """Gives the last strike the place or day that a correction puts right: "we placed it in X. It happened in Y"."""
    block, draft = unit.clauses[0].block, scene.focus[0] if len(scene.focus) == 1 else None
    if draft is None or draft.clauses[-1].block != block or not words.opens(PUT_RIGHT):
        return False
    told = (scene.report.title or "", text[block.start : unit.clauses[0].start])
    if not any(phrase("told_wrongly").search(said) for said in told):
        return False
    dates = _dates(scene, unit, text)
    if unit.places:
        draft.place, draft.names = unit.places[0].place, [unit.places[0]]
    if dates:
        draft.dates = [Dated(dates[0], unit.part)]
    return bool(unit.places or dates)


def _place_last(scene: Scene, placed: Placed, unit: Unit, text: str, dates: Sequence[DateReading]) -> None:
    """Gives the last strike a place that it lacks or a nearer one, else makes the place what the passage is about."""
    place = placed.place
    if place is None or placed.role != "at" or _share_out(scene, placed, unit):
        return
    unplaced = [d for d in scene.drafts if d.apart and d.place is None and d not in scene.focus]
    for draft in (*scene.focus, *unplaced):
        if (
            draft.clauses
            and beside(draft, unit)
            and same_time(draft, dates, scene.report.published)
            and (
                _lacks(draft, place, scene.setting or _town(scene.home))
                or says_where(unit, draft, text)
                or tells_of_victims(unit, draft, place, unit.words(text))
                or is_suburb(draft, place, scene.report)
            )
        ):
            draft.place = place
            draft.names.append(placed)
            return
    if _is_fronted(placed, unit) or not (scene.touched or scene.section):
        scene.topic = (placed,)


def _is_fronted(placed: Placed, unit: Unit) -> bool:
    """Whether a place stands at the beginning of a sentence."""
    return placed.occurrence.span.start - unit.clauses[0].sentence.start <= FRONTED


def _lacks(draft: Draft, place: Place, setting: Placed | None) -> bool:
    """Whether a strike has no place yet, or only the area around this one, without a count of its own."""
    if draft.place is None:
        if setting and setting.place and setting.place.key != place.key and not contains(setting.place, place):
            return False
        return not draft.lost and any(strong(c) for c in draft.clauses)
    return contains(draft.place, place) and not draft.tally and not draft.counted_in_body


def _town(home: Placed | None) -> Placed | None:
    """The place that a report is about, where that is a town."""
    return home if home and home.place and home.place.precision == "settlement" else None


def _share_out(scene: Scene, placed: Placed, unit: Unit) -> bool:
    """Gives a strike told of without a place the places that the next sentence lists, one draft each."""
    if len(unit.places) < 2:
        return False
    draft = next((d for d in scene.focus if _is_blank(d) and beside(d, unit)), None)
    if draft is not None:
        draft.clauses += unit.clauses
    else:
        listed = (d for d in scene.focus if d.names and d.names[-1] in unit.places and d.place_rule == LISTED)
        sample = next(listed, None)
        if sample is None:
            return False
        draft = scene.add(_alike(sample))
        scene.focus.append(draft)
    draft.place, draft.place_rule = placed.place, LISTED
    draft.names.append(placed)
    return True


def _is_blank(draft: Draft) -> bool:
    return draft.place is None and not (draft.lost or draft.joint_of or draft.tally) and draft.in_body


def _alike(sample: Draft) -> Draft:
    """A draft of what the sample tells, still without a place."""
    return Draft(
        None,
        clauses=list(sample.clauses),
        dates=list(sample.dates),
        later_dates=list(sample.later_dates),
        inherited=sample.inherited,
    )


def _date_last(scene: Scene, unit: Unit, text: str, words: Stretch) -> None:
    """Makes a date the lead's, or that of the last strike where it has none and the stretch goes on about it."""
    dates = _dates(scene, unit, text)
    if not dates:
        return
    dated = Dated(dates[0], unit.part)
    if scene.calendar.lead is None and scene.part == "body" and scene.block <= LEAD_BLOCKS:
        scene.calendar.lead = dated
    if scene.part == "title" and any(c.weapons or c.has("strike", "effect") for c in unit.clauses):
        scene.calendar.title = scene.calendar.title or dated
    if not scene.touched:
        scene.calendar.block = dated
    if unit.places:
        for draft in scene.focus:  # "Russia answered. On 3 May missiles were aimed at Poltava."
            if draft.names and draft.names[-1] in unit.places and not (draft.dates or draft.later_dates):
                draft.dates.append(dated)
        return
    sentence = unit.clauses[0].sentence
    opens = dates[0].start - sentence.start <= FRONTED
    closes = sentence.end - dates[0].end <= CLOSING and words.opens(IT_BEGAN)
    scene.said = dates[0] if (opens or closes) and dates[0].granularity in NARRATED and len(dates) == 1 else None
    for draft in scene.focus:
        if draft.dates or draft.later_dates or not draft.in_body or not beside(draft, unit):
            continue
        if draft.clauses[-1].block == unit.clauses[0].block or words.opens(GOES_ON):
            draft.later_dates.append(dated)


def _dates(scene: Scene, unit: Unit, text: str) -> list[DateReading]:
    published = scene.report.published
    told, night = scene.told(), scene.night()
    opening = day_of_publication(published).reading if published and not (told or scene.drafts) else None
    stated = [
        (resolved(d, told or (opening if is_day_before(d) else None), night), len(c.dates) == 1)
        for c in unit.clauses
        for d in c.dates
    ]
    named = (until_now(day, text, published, alone=alone) for day, alone in stated)
    near = [d for d in named if d.granularity != "time" and is_near(d, published)]
    return [d for d in near if is_event(d, text, published) and not is_spoken_of_today(d)]
