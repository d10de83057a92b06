"""What was fired: the words for it nearest to the place, of one strike."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dashboard.extract.clauses.cues import Cue
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.strikes.draft import contains
from dashboard.extract.words.phrases import pattern
from dashboard.records import STRIKE_TYPES, Place, Span, StrikeType

Reading = tuple[StrikeType, tuple[Span, ...], str]
Fired = tuple[Clause, Cue]

LOOSE = "loose"  # the sense of words that are also said of other weapons: they yield to a firmer one
PARTED = r"[,;]\s|\s<and>\s|\s<but>\s"  # where one part of a clause with several strikes may end
JOINED = r"\s*(?:,|<list_link>|,\s*<list_link>)\s+(?:\w+\s+){0,2}"
DROPPED_WITHIN = 30  # characters from "dropped" to what was
UNKNOWN: Reading = ("other", (), "no weapon is named")


def fired_in(clauses: Iterable[Clause], place: Place | None, text: str, *, stopped: bool = False) -> list[Fired]:
    """The words for what was fired; those of weapons that were `stopped` only on demand, where there are no others.

    In a clause that names several places with a weapon each, only the words of the part that names `place`.
    """
    named = [(clause, cue) for clause in clauses for cue in _firm(_weapons(clause, place, text), text)]
    reached = [(clause, cue) for clause, cue in named if not _stopped(clause)]
    return reached or (named if stopped else [])


def is_loose(fired: Sequence[Fired]) -> bool:
    """Whether only words were used that are also said of other weapons ("rockets", "обстріл")."""
    return all(cue.sense == LOOSE for _, cue in fired)


def kind_of(fired: Sequence[Fired], rule: str) -> Reading:
    """The type that words for what was fired amount to, where they stand, and the rule."""
    firm = {cue.value for _, cue in fired if cue.sense != LOOSE and cue.value}
    kinds = firm or {cue.value for _, cue in fired if cue.value}
    spans = tuple(dict.fromkeys(Span(cue.start, cue.end, clause.part) for clause, cue in fired if cue.value in kinds))
    if len(kinds) > 1 or "mixed" in kinds:
        return "mixed", spans, rule + "; more than one kind"
    kind = next(iter(kinds))
    return next(t for t in STRIKE_TYPES if t == kind), spans[:1], rule


def _firm(weapons: Sequence[Cue], text: str) -> list[Cue]:
    """The weapons, with a loose word that is joined to another one taken at its word: "обстрілів та атак дронів"."""
    found = list(weapons)
    for at, (one, two) in enumerate(pairwise(weapons)):
        if (one.sense == LOOSE) != (two.sense == LOOSE) and pattern(JOINED).fullmatch(text, one.end, two.start):
            loose = at if one.sense == LOOSE else at + 1
            found[loose] = weapons[loose]._replace(sense=weapons[loose].value or LOOSE)
    return found


def _stopped(clause: Clause) -> bool:
    """Whether the clause tells of weapons that were brought down, without effect."""
    return clause.has("intercepted") and not clause.has("effect", "debris", "strike")


def _without_dropped(clause: Clause) -> tuple[Cue, ...]:
    """The weapons of a clause but for what a drone let go of: "a quadcopter dropped a mortar shell"."""
    drops = [m.end() for m in clause.words.find_all("<drops>")]
    return tuple(
        cue
        for cue in clause.weapons
        if cue.value != "shelling" or not any(0 <= cue.start - end <= DROPPED_WITHIN for end in drops)
    )


def _weapons(clause: Clause, place: Place | None, text: str) -> tuple[Cue, ...]:
    """The weapons of a clause, or of the part of it that names the place."""
    weapons = clause.weapons
    if {"drone", "shelling"} <= {cue.value for cue in weapons}:
        weapons = _without_dropped(clause)
    if place is None or len({cue.value for cue in weapons}) < 2:
        return weapons
    named = {p.place.key: p.place for p in clause.places if p.place}.values()
    names = [p for p in clause.precise("at", "over") if p.place and not any(contains(p.place, n) for n in named)]
    if len(names) < 2 or all(p.place is None or p.place.key != place.key for p in names):
        return weapons
    cuts = [clause.start]
    for name, following in pairwise(names):
        joints = pattern(PARTED).finditer(text, name.occurrence.span.end, following.occurrence.span.start)
        parted = (m.end() for m in joints if any(cuts[-1] <= w.start < m.end() for w in weapons))
        cut = next((end for end in parted if any(w.start >= end for w in weapons)), None)
        cuts += [cut] if cut else []
    cuts.append(clause.end)
    here = [p.occurrence.span.start for p in names if p.place and p.place.key == place.key]
    parts = [(a, b) for a, b in pairwise(cuts) if any(a <= start < b for start in here)]
    return tuple(w for w in weapons if any(a <= w.start < b for a, b in parts))
