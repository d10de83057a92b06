"""Recognises where "strike", "attack" or "hit" is of weapons: by whom it is done, on what place, with which harm."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from itertools import pairwise

from dashboard.extract.clauses.cues import Cue
from dashboard.extract.clauses.sides import at_war
from dashboard.extract.dates import DateReading
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import stretch
from dashboard.records import Occurrence

AGAINST = r"\s+<against>\s+(?:[a-zа-яіїє]+\s+){0,2}"
# "a strike killed five", "a strike near the town of X killed five"
STRIKE_HARMED = r"(?i:strikes?)(?:\s+<struck_at>\s+(?:[a-z]+\s+){0,4}[A-Z][\w'’-]+)?,?\s+<harmed>"
ASSAILED = (
    r"(?:[\w'’-]+\s+)?(?i:attack|struck|strikes|pound|bombard|pummel)(?:s|ed|ing)?"  # with a place for its object
)
WAS = r"\s+<was_hit>\s+(?:<yet_again>\s+)?$"  # "X was", "X has again been", "X came under"
A_SIDES_OWN = r"(?:['’]s?)?\s+(?:[\w-]+\s+)?"  # "Israeli strikes", "Israel's air strikes", and what they did
DID = r"s?\s+(?:[\w-]+\s+)?<does_damage>"
ON_A_PLACE = "on a place"  # the value of a cue of war that stands with a place that was struck
ITS_TURN = r",?\s+(<it_was>)\s+(?:<article>\s+|<how_many>\s+)?"
TURN_REACH = 20  # characters from that to what was struck
NEAR = 40  # characters before a word for a strike
IN_ATTACK = r"<in_the>\s+(?:\w+\s+){0,2}(?:attack|strike)s?$"  # "hurt in the morning attack"
BY_STRIKES = r"\s+by\s+(?:[\w-]+\s+){0,3}"  # "was hit by four strikes", at a place in a country at war
BY_A_SIDE = r"(?:['’]s?)?\s+(?:[\w'’-]+\s+){0,3}"  # between a side and what it did: "Ukraine's forces again struck"


def waged(cues: Sequence[Cue], text: str, named: Sequence[Occurrence]) -> list[Cue]:
    """A cue that a text is of weapons for each "strike on X", "удар по X", "a strike killed five"; `named` are places.

    In a country at war also for "X was attacked", "attacked X", "hit by four strikes", "three were hurt in an attack".
    """
    strikes = [cue for cue in cues if cue.sense == "strike"]
    names = {o.span.start for o in named}
    against = [(cue, pattern(AGAINST).match(text, cue.end)) for cue in strikes]
    found = [cue for cue, match in against if match and match.end() in names]
    found += [cue for cue in strikes if pattern(STRIKE_HARMED).match(text, cue.start)]
    spans = [o.span for o in named if o.place and at_war(o.place)]
    assailed = _assailed(strikes, text, {span.start for span in spans}, {span.end for span in spans})
    found += _by_a_side(cues, text, names)
    if spans:
        found += [cue for cue in strikes if stretch(text, max(0, cue.start - NEAR), cue.end).find(IN_ATTACK)]
    war = [cue._replace(sense="war") for cue in found]
    return [*war, *(cue._replace(sense="war", value=ON_A_PLACE) for cue in assailed)]


def with_turns(cues: Sequence[Cue], dates: Sequence[DateReading], text: str) -> list[Cue]:
    """The cues and one of a strike for each day's turn: "Last Friday it was a boiler house in X, and a stoker burned".

    Not where the sentence ends there: the next one then tells how that came about.
    """
    objects = sorted((cue for cue in cues if cue.sense == "object"), key=lambda cue: cue.start)
    found = list(cues)
    for turn in (match for day in dates if (match := pattern(ITS_TURN).match(text, day.end))):
        at = bisect_left(objects, turn.end(), key=lambda cue: cue.start)
        hit = objects[at] if at < len(objects) else None
        if hit and hit.start < turn.end() + TURN_REACH and text[hit.end : hit.end + 1] != ".":
            found.append(Cue(turn.start(1), turn.end(1), "strike", None))
    return found


def _by_a_side(cues: Sequence[Cue], text: str, names: Set[int]) -> list[Cue]:
    """The words for a strike by a side on a named place, or on something there: "Ukraine struck the Tuapse refinery",
    "Israeli strikes hit Rafah"."""
    found: list[Cue] = []
    ordered = sorted(cues, key=lambda cue: cue.start)
    objects, places = [cue.start for cue in ordered if cue.sense == "object"], sorted(names)
    for one, two in pairwise([cue for cue in ordered if cue.sense in ("actor", "strike")]):
        if (one.sense, two.sense) != ("actor", "strike") or not pattern(BY_A_SIDE).fullmatch(text, one.end, two.start):
            continue
        own = pattern(A_SIDES_OWN).fullmatch(text, one.end, two.start) and pattern(DID).match(text, two.end)
        ends = two.end + NEAR
        if own and bisect_right(places, two.end) < bisect_left(places, ends):
            found.append(two)
            continue
        if all(bisect_right(starts, two.end) < bisect_left(starts, ends) for starts in (objects, places)):
            found.append(two)
    return found


def _assailed(strikes: Sequence[Cue], text: str, starts: Set[int], ends: Set[int]) -> list[Cue]:
    """The words for a strike on one of the places: "X was attacked", "attacked X", "X was hit by four strikes"."""
    found = [cue for cue in strikes if cue.end + 1 in starts and pattern(ASSAILED).fullmatch(text, cue.start, cue.end)]
    for cue in strikes:
        was = stretch(text, max(0, cue.start - NEAR), cue.start).find_all(WAS)
        found += [cue] if any(m.start() in ends for m in was) else []
    if ends:
        found += [two for one, two in pairwise(strikes) if pattern(BY_STRIKES).fullmatch(text, one.end, two.start)]
    return found
