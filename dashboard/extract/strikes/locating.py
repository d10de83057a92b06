"""Recognises words that say just where the strike told of last was: "it stood in the X district"."""

import re

from dashboard.extract.strikes.draft import Draft, Unit, contains
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import Stretch
from dashboard.geocode import distance_km
from dashboard.records import Place, Report

# What lies somewhere, right before the verb: "it", "the building", "the place of impact"; or nothing ("Сталося в ...").
SUBJECTS = frozenset({"object", "strike", "debris", "victim", "blast", "fell"})
BEGINS = re.compile(r"(?:^|[.!?:,;(«\"“”])\s*|\bthat\s+")
WORDS = r"(?:[\w'’-]+\s+){0,3}[«\"“*_]*$"  # "in the city's X", "in a yard in X"
LIES_IN = rf"\s*(<lies>|[—–])\s+(?:\w+ly\s+)?((?:[\w'’-]+\s+){{0,2}})<lies_within>\s+{WORDS}"
CALLED = rf"<names_the_site>[:,]?\s+(?:[—–]\s+)?{WORDS}"
AS_IT = r"\s+<as_the_site>"
POINTS_BACK = r"<the_site>(?:\s+of\s+[\w\s'’-]+)?$"
REACH = 120  # characters before the name
SUBURB_BEFORE, SUBURB_NAMED = r"<suburb>\s+(?:<article>\s+)?$", r"\s<suburb>$"
SUBURB_KM = 25  # how far a suburb may be from the middle of its city
# Those whom a strike hit, and what they then did; not where one of them lived, worked or was born
THE_ONE, THE_ONES = r"[\W_]*<the_one>\s+<was_then>\s", r"[\W_]*<the_ones>\s+<was_then>\s"
FIRST = 5  # names of a strike's place that are looked at: the time to read a text grows with its length alone
FRONTED = 12  # characters before a place that opens its sentence: "In the town of Sumy ..."
NEAR = 30  # characters before the name of a city


def says_where(unit: Unit, draft: Draft, text: str) -> bool:
    """Whether a stretch counts nobody and says in which part of its place a strike was, and nothing else."""
    inner = [p for p in unit.places if p.place and _is_part(draft.place, p.place)]
    if len(inner) != 1 or any(p.precise and p.place not in (draft.place, inner[0].place) for p in unit.places):
        return False
    if draft.more or draft.joint_of or any(figure.best for figure in unit.figures):
        return False
    span = inner[0].occurrence.span
    start = max(unit.clauses[0].sentence.start, span.start - REACH)
    left = text[start : span.start]
    if pattern(CALLED).search(left) or pattern(AS_IT).match(text, span.end):
        return True
    found = pattern(LIES_IN).search(left)
    return found is not None and _points_back(unit, left, found, start)


def tells_of_victims(unit: Unit, draft: Draft, place: Place, words: Stretch) -> bool:
    """Whether a sentence goes on to where those were whom a strike on the area around hit, and counts nobody else.

    "A man was killed in Kherson region. He was hit by a drone in Bilozerka."
    """
    told = sum(draft.most.values())
    one = told == 1 and words.opens(THE_ONE)
    opens = unit.clauses[0].start == unit.clauses[0].sentence.start and (one or (told > 1 and words.opens(THE_ONES)))
    here = {p.place.key for p in unit.places if p.place}
    others = any(f.best and f.best != draft.most.get(f.kind) for f in unit.figures)
    near = draft.clauses[-1].block == unit.clauses[0].block
    area = draft.place is not None and draft.place.precision in ("admin1", "raion")
    return bool(opens) and near and area and here == {place.key} and not others and _is_part(draft.place, place)


def is_suburb(draft: Draft, place: Place, report: Report) -> bool:
    """Whether a place may be the suburb in which a strike was: "in a suburb of Kherson"; not on its outskirts."""
    if place.precision != "settlement" or draft.place is None or draft.place.precision != "settlement":
        return False
    if distance_km(place, draft.place) > SUBURB_KM:
        return False
    names = [name.occurrence for name in draft.names[:FIRST] if name.place and name.place.key == draft.place.key]
    return any(
        pattern(SUBURB_BEFORE).search(report.text(o.span.part)[max(0, o.span.start - NEAR) : o.span.start])
        or pattern(SUBURB_NAMED).search(o.text)
        for o in names
    )


def _points_back(unit: Unit, left: str, lies: re.Match[str], start: int) -> bool:
    """Whether what lies there is the strike, or what it hit: a pronoun, or a word for the one or the other."""
    who = lies.group(2).rstrip()
    subject = who or left[: lies.start()].rstrip()
    end = start + (lies.start(2) + len(who) if who else len(subject))
    begun = BEGINS.split(subject)[-1]
    if not begun and not lies.group(1).isascii():
        return True
    if pattern(POINTS_BACK).search(begun):
        return True
    return any(cue.end == end and cue.sense in SUBJECTS for clause in unit.clauses for cue in clause.cues)


def _is_part(whole: Place | None, part: Place) -> bool:
    return whole is not None and whole.precision != "country" and contains(whole, part)
